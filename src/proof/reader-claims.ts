/** What we say is proven of the ways of a reader. */
import type { Claim } from './a-claim.ts';

export const RUNTIME = ['src/host', 'src/engine', 'src/platform', 'src/contract'] as const;
const READER = [...RUNTIME, 'src/playground', 'src/till', 'src/billing', 'src/site'];

export const READER_CLAIMS: readonly Claim[] = [
  {
    id: 'paths',
    area: 'readers',
    says: 'Een les openen, een functie veranderen, uitvoeren, stoppen en herstellen, een bestand uploaden, een bericht dat mislukt en een link die deelt: het werkt zoals de lessen zeggen.',
    tests: [
      [
        'browser/paths.test.ts',
        'a newcomer runs a function, cold and then warm, and goes on to lesson 1 with what it cost',
      ],
      [
        'browser/paths.test.ts',
        'an edit is there after a reload; Herstel and Ongedaan maken go back and forth',
      ],
      [
        'browser/paths.test.ts',
        'Stop ends a run, which is billed until then; Maak leeg empties the playground, not the bill',
      ],
      [
        'browser/paths.test.ts',
        'of fifty calls at once the limit lets ten through, each on an instance of its own, and bills no other',
      ],
      [
        'browser/paths.test.ts',
        'a file that is dropped becomes totals in the bucket; one that lies is told, and breaks nothing',
      ],
      [
        'browser/paths.test.ts',
        'a message that fails three times is a dead letter; mended and sent again it is done',
      ],
      [
        'browser/paths.test.ts',
        'a link opens as a copy with somebody else, runs nothing, and leaves one’s own version alone',
      ],
    ],
    about: [...READER, 'src/sharing'],
    isPerFamily: true,
  },
  {
    id: 'visit',
    area: 'readers',
    says: 'De bon van een bezoek gaat mee van pagina naar pagina, ook naar een dubbel tabblad, en geen teller loopt terug.',
    tests: [
      [
        'browser/visit-paths.test.ts',
        'from home to a lesson, to the month and back, the receipt has all that ran, and no meter lies or falls',
      ],
      [
        'browser/visit-paths.test.ts',
        'a tab that is duplicated begins with a copy and goes its own way; tariff and read marks are shared, live',
      ],
    ],
    about: ['src/till', 'src/progress'],
    isPerFamily: true,
  },
  {
    id: 'offline',
    area: 'readers',
    says: 'Wie begonnen is, heeft de hele cursus ook zonder netwerk.',
    tests: [['browser/offline-paths.test.ts', 'once a reader has begun, the course works without a network']],
    about: ['src/site/offline'],
    isPerFamily: true,
  },
  {
    id: 'sharing',
    area: 'readers',
    says: 'Code gaat met een link of een bestand naar een ander, die vooraf ziet wat er in de eigen versie verandert.',
    tests: [
      [
        'browser/sharing-paths.test.ts',
        'a copy becomes one’s own only after the reader has seen what that changes',
      ],
      [
        'browser/sharing-paths.test.ts',
        'code that is too long for a link goes as a file; who opens it says whose it is',
      ],
    ],
    about: ['src/sharing', 'src/playground'],
    isPerFamily: true,
  },
  {
    id: 'progress',
    area: 'readers',
    says: 'Je voortgang staat op elke pagina, gaat als bestand mee naar een ander toestel, en is met een knop weg.',
    tests: [
      [
        'browser/progress-paths.test.ts',
        'progress goes to another device as a file; a broken file changes nothing; one button wipes it',
      ],
      [
        'browser/progress-paths.test.ts',
        'two tabs lose nothing of each other, and what one wipes stays wiped',
      ],
    ],
    about: ['src/progress'],
    isPerFamily: true,
  },
  {
    id: 'nothing-sent',
    area: 'readers',
    says: 'Een server krijgt alleen vragen om bestanden: niets van wat een lezer schreef of deed gaat mee.',
    tests: [
      [
        'browser/privacy.test.ts',
        'what the server is asked for are files: nothing that the reader wrote, did or got by a link is in it',
      ],
      [
        'browser/privacy.test.ts',
        'a visit leaves on the device what the table of the privacy page names, in the place that it names, and nothing else',
      ],
      [
        'browser/privacy.test.ts',
        'opening pages, a link and what was kept runs nothing: there is no sandbox before a click',
      ],
    ],
    about: ['src/site', 'src/sharing', 'src/classroom/school-file'],
  },
  {
    id: 'upgrade',
    area: 'readers',
    says: 'Wat een lezer met de eerste versie maakte, is er in deze: code, opslag, voortgang, links, een inlevering en de voortgang van een pakket.',
    tests: [
      ['browser/upgrade.test.ts', 'code, stores and progress of 0.1 are there, and go on'],
      ['browser/upgrade.test.ts', 'a file with progress of 0.1 is read'],
      ['browser/upgrade.test.ts', 'a link with code and a link with a set, both of 0.1, open'],
      ['browser/upgrade.test.ts', 'a hand-in of 0.1 is marked'],
    ],
    about: ['src/progress', 'src/sharing', 'src/classroom', 'src/scorm', 'src/playground/model'],
  },
];
