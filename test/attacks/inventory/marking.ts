/** What somebody hands in to get a mark that it did not earn, or to spoil that of a neighbour. */
import { BY_FIXTURE, BY_HAND_IN, type Mechanism, mechanism } from './row.ts';

const by = (...names: readonly string[]) => [BY_HAND_IN, ...names] as const;
const fixtures = (exercise: string, ...names: readonly string[]) =>
  [BY_FIXTURE, ...names.map((name) => `${exercise}/wrong/${name}`)] as const;
const OWN = 'attacks/marking.test.ts';
const ROOM = 'attacks/classroom.test.ts';

export const marking: readonly Mechanism[] = [
  mechanism('equal to everything, by prototypes', [], by('equal to everything, by prototypes')),
  mechanism('JSON that says what is wanted', [], by('JSON that says what is wanted')),
  mechanism(
    'clocks that stand still',
    [57],
    by('clocks that stand still'),
    fixtures('golf-weerbericht', 'klok-stilgezet'),
  ),
  mechanism('no chance at all', [], by('no chance at all')),
  mechanism('promises that are done before they are', [], by('promises that are done before they are')),
  mechanism('lists that do as they like', [], by('lists that do as they like')),
  mechanism('timers that do not wait', [64], by('timers that do not wait')),
  mechanism(
    'a fetch of its own',
    [56],
    by('a fetch of its own'),
    fixtures('golf-weerbericht', 'eigen-fetch'),
    fixtures('golf-nieuwsbrief', 'eigen-fetch'),
    fixtures('golf-instellingen', 'eigen-fetch'),
  ),
  mechanism('a class of answers that lies', [], by('a class of answers that lies')),
  mechanism('requests that are others than came', [], by('requests that are others than came')),
  mechanism('setters where the platform writes', [], by('setters where the platform writes')),
  mechanism('messages in the words of the host', [], by('messages in the words of the host')),
  mechanism('a verdict in the log', [], by('a verdict in the log')),
  mechanism(
    'a log line in the words of a service or a bill',
    [58],
    by('a log line in the words of a service or a bill', 'an answer to a service that it made itself'),
    fixtures('golf-nieuwsbrief', 'doet-alsof-in-het-logboek'),
    fixtures('golf-instellingen', 'doet-alsof-in-het-logboek'),
    fixtures('golf-weerbericht', 'logt-de-vragen'),
  ),
  mechanism('checks and solution, by their addresses', [], by('checks and solution, by their addresses')),
  mechanism(
    'the seed, or the solution, in what code gets to see',
    [],
    [OWN, 'neither the seed nor the solution is in anything that code gets to see'],
  ),
  mechanism(
    'the seed of another marking',
    [],
    [OWN, 'two markings of one class ask something else, and no hand-in says what'],
  ),
  mechanism(
    'the next input, by the one before it',
    [],
    [OWN, 'what was asked in one play does not tell what comes in the next'],
  ),
  mechanism(
    'results in its own file',
    [67],
    by('results in its own file'),
    [OWN, 'a hand-in has nothing but a name and code, whatever it brings'],
    ['classroom/classroom.test.ts', 'what a file claims about its own results is not in what is read'],
  ),
  mechanism('a seed of its own', [], by('a seed of its own')),
  mechanism(
    'files that the task gives, changed',
    [],
    [
      'classroom/mark.test.ts',
      'what the task gives comes from the course, whatever a hand-in has in its place',
    ],
  ),
  mechanism('an answer of which the text says yes', [], by('an answer of which the text says yes')),
  mechanism(
    'getters in the place of facts',
    [],
    by('a status that is of another class', 'a body that is other the second time'),
  ),
  mechanism('an answer behind a proxy', [], by('an answer behind a proxy')),
  mechanism('what turns itself into something else', [], by('what turns itself into something else')),
  mechanism(
    'a promise of its own kind',
    [],
    by('a promise of its own kind that settles twice', 'a promise of its own kind that never settles'),
  ),
  mechanism('an answer that is never done', [], by('an answer that is never done')),
  mechanism('an answer that breaks off', [], by('an answer that breaks off')),
  mechanism('an answer without end', [], by('an answer without end'), [
    'host/host-failures.browser.test.ts',
    'an answer of 50 MB is refused and its stream cancelled',
  ]),
  mechanism(
    'an answer that is huge',
    [],
    by('an answer of a hundred megabytes', 'an answer that is long and looks right'),
  ),
  mechanism('JSON too deep to read', [74], by('JSON too deep to read')),
  mechanism(
    'fields that trip whoever reads them',
    [73],
    [
      'exercises/odd-answers.test.ts',
      'no odd answer ends it, and none passes all of it',
      'any JSON with any status neither',
    ],
    [
      'exercises/run/run-checks.test.ts',
      'a check that stumbles over what it got is a failed check, and the next one runs',
    ],
  ),
  mechanism('a prototype in what it answers', [], by('a prototype in what it answers')),
  mechanism('numbers without end', [], by('numbers without end')),
  mechanism('headers without end', [], by('headers without end')),
  mechanism('an error with a verdict', [], by('an error with a verdict')),
  mechanism(
    'an error that can not be read',
    [],
    by('an error that can not be read', 'an error of ten megabytes'),
  ),
  mechanism(
    'work after the answer',
    [],
    by(
      'work after the answer',
      'timers that start two others',
      'a channel that wakes itself after the answer',
    ),
  ),
  mechanism('microtasks without end', [], by('promises that start each other after the answer')),
  mechanism('rejections without end', [], by('rejections without end')),
  mechanism('the processor of its neighbours', [66, 69, 70], by('the processor of its neighbours'), [
    'classroom/mark.test.ts',
    'who lost time or the sandbox runs once more, when nothing runs beside it, and that is told',
  ]),
  mechanism('a log without end', [71], by('a log without end')),
  mechanism('it ends itself', [], by('it ends itself', 'it ends itself after the answer')),
  mechanism('a module that never loads', [], by('a module that never loads')),
  mechanism('a loop without end', [], by('a module that loops', 'a handler that loops')),
  mechanism('a file that closes the module around it', [], by('a file that closes the module around it')),
  mechanism('a memory that fills up', [], by('a million things that it keeps'), [
    'browser/classroom.test.ts',
    'a submission that fills the memory fails, and the other gets its mark',
  ]),
  mechanism(
    'one that ends the marking of all',
    [],
    [
      'classroom/mark.test.ts',
      'what goes wrong with one hand-in stays there: it runs again alone, and then it is not marked',
    ],
  ),
  mechanism(
    'a table of what anybody can read',
    [61, 62, 63],
    by('a table of the visible examples'),
    fixtures('kies-geheugen', 'tabel'),
    fixtures('lees-je-logs', 'tabel'),
    [
      'exercises/run/oracle.test.ts',
      'code that does as the solution passes; a table of the visible examples does not, and hears which input it missed',
    ],
  ),
  mechanism(
    'a constant',
    [55, 59, 60],
    fixtures('golf-weerbericht', 'vast-antwoord'),
    fixtures('golf-lichte-start', 'vaste-bestelling', 'vast-lettertype'),
    fixtures('golf-instellingen', 'vaste-instellingen', 'vaste-winkel'),
    fixtures('golf-nieuwsbrief', 'vaste-lezers'),
  ),
  mechanism(
    'the answer to the question before this one',
    [],
    by('the answer to the question before this one'),
  ),
  mechanism(
    'start code that nobody touched',
    [],
    ['exercises/check.test.ts', 'what the start code passes too'],
  ),
  mechanism(
    'golf: asked ahead, after the answer',
    [65],
    fixtures('golf-weerbericht', 'alvast-voor-de-volgende'),
    [
      'exercises/lab/waited.test.ts',
      'waiting that no invocation owns is paid once, by the first invocation of its instance',
    ],
  ),
  mechanism(
    'golf: asked while it loads',
    [],
    by('asked once while it loads, for all that come'),
    fixtures('golf-weerbericht', 'vraagt-bij-het-laden'),
    fixtures('golf-instellingen', 'bij-het-laden'),
  ),
  mechanism(
    'golf: kept for all that come',
    [],
    fixtures('golf-weerbericht', 'bewaard-in-de-instantie'),
    fixtures('golf-instellingen', 'bewaart-de-prijs'),
    fixtures('golf-lichte-start', 'bewaart-de-bestelling'),
  ),
  mechanism(
    'golf: not waited for',
    [],
    fixtures('golf-instellingen', 'wacht-er-niet-op'),
    fixtures('golf-lichte-start', 'pdf-zonder-wachten'),
  ),
  mechanism(
    'golf: less than was asked',
    [],
    fixtures('golf-weerbericht', 'vier-plaatsen'),
    fixtures('golf-nieuwsbrief', 'alleen-de-eerste-tien', 'rest-vergeten', 'leeg-pakketje'),
    ['exercises/run/bills.test.ts', 'who does less than the solution has no bill, and hears what is missing'],
  ),
  mechanism(
    'golf: by another function, that nobody counts',
    [],
    fixtures('golf-nieuwsbrief', 'verdeel-verstuurt-zelf'),
    fixtures('golf-lichte-start', 'haalt-de-letters-zelf'),
  ),
  mechanism(
    'golf: the same twice',
    [],
    fixtures('golf-weerbericht', 'twee-keer-gevraagd'),
    fixtures('golf-nieuwsbrief', 'voor-de-zekerheid-twee-keer', 'overlap'),
  ),
  mechanism(
    'a mark for another, by a name in a file',
    [],
    [ROOM, 'nobody gets another mark because somebody wrote their name beside their own'],
  ),
  mechanism(
    'the solution of an own exercise, in what a student gets',
    [],
    [ROOM, 'the solution of an own exercise is in nothing that a student gets'],
  ),
];
