/**
 * What the page of marking writes by itself, once files were dropped on it: each text in the source of the room, with the test that
 * holds it. A new text without a place here, and a place whose text has gone, are a failure. What stands on the page before that is
 * in `marking-promises.test.ts`.
 */
import { describe, expect, test } from 'vitest';
import { filesBehind, wordsOf } from '../support/reader-words.ts';
import { hasTitle, type Promises, type Proof, proofsOf } from './promises.ts';

const PAGE = 'browser/classroom.test.ts';
const MARK = 'classroom/mark.test.ts';
const MODEL = 'classroom/marking-model.test.ts';
const ZIP = 'classroom/read-zip.test.ts';
const HAND_IN = 'classroom/classroom.test.ts';
const WHOSE = 'classroom/whose.test.ts';

const WAY: Proof = [PAGE, 'a set is made, opened elsewhere, solved, handed in, and marked with 29 others'];
const HOSTILE: Proof = [PAGE, 'hostile work fails with a reason, and the others get their mark'];
const EQUAL: Proof = [MARK, 'the same code but for white space is shown as equal; start code is not'];
const NOT_MARKED: Proof = [
  MARK,
  'what goes wrong with one hand-in stays there: it runs again alone, and then it is not marked',
];
const UNTOUCHED: Proof = [
  'exercises/check-panel.test.ts',
  'what was right at the start does not count, and says so, as long as nothing came with it',
];
const NOTHING: Proof = [
  MARK,
  'who handed in nothing is a row with nothing, and what was not marked yet is empty',
];
const REPEATED: Proof = [
  'cli/check-exercise.test.ts',
  'what the page of marking gives to repeat a verdict: its seed, and the tariff of the set',
];
const ONE_SEED: Proof = [MODEL, 'a class has one seed, drawn at marking, and the next drop another'];
const STOPPED: Proof = [MODEL, 'while it runs, files that come in are left alone; stopped, it marks no more'];
const REFUSED: Proof = [ZIP, '%s is refused with a reason'];
const CHANGED_ZIP: Proof = [ZIP, '%s: refused, and the other is read'];

const WORDS: Promises = {
  // The field and the place to drop.
  Nakijken: 'what it is',
  'Link van de reeks …': 'what it is',
  'mag leeg blijven: dan telt elke oefening die is ingeleverd': [
    [MODEL, 'without a set, the columns are what anybody handed in, in the order of the course'],
  ],
  'In deze link staat geen complete reeks. Kopieer hem opnieuw.': [
    HOSTILE,
    [MODEL, 'a link "%s" without a whole set: said to be wrong is %s'],
  ],
  'Sleep de inleveringen hierheen, of kies ze: losse bestanden, of de zip van je leeromgeving.': [
    WAY,
    [HAND_IN, 'files and zips together, in their order; what is no hand-in says so'],
  ],
  'Kies bestanden': 'what it is',
  'Kies inleveringen': 'what it is',

  // While it marks, and when it is done.
  'Het nakijken kon niet beginnen. Controleer je verbinding en kies de bestanden opnieuw.': [
    HOSTILE,
    [MODEL, 'a course that can not be fetched is said, and the next try may succeed'],
  ],
  'Bestanden lezen …': 'what it is',
  Nagekeken: 'what it is',
  '… van …': 'what it is',
  Stop: [STOPPED],
  '… nagekeken.': [WAY],
  '… van … nagekeken.': [STOPPED],
  'Niet nagekeken': [HOSTILE],

  // The table.
  Resultaten: 'what it is',
  Naam: 'what it is',
  '… van … goed': [WAY],
  'niet nagekeken': [NOT_MARKED],
  ', gelijk aan een andere inlevering': [WAY, EQUAL],
  '“=”: dezelfde code als iemand anders, op spaties na. “–”: niet ingeleverd. “?”: niet nagekeken, want je computer had het te druk of er ging iets mis: kies dit bestand later nog eens. Wat al goed was bij het begin, telt pas mee als er iets bij komt.':
    [EQUAL, NOTHING, NOT_MARKED, UNTOUCHED],
  'niets ingeleverd': [HOSTILE, [ZIP, 'a row for everybody: %s']],
  'geen inlevering die te lezen is: zie Niet nagekeken': [
    [MARK, 'of whom nothing can be read is a row without points, of whom nothing came is a row of nothing'],
  ],
  'te laat, zegt je leeromgeving': [
    [ZIP, 'a Canvas: one heap, with the student before the name, and who was late'],
  ],
  'deze naam staat er … keer': [
    [ZIP, 'a Canvas: one heap, with the student before the name, and who was late'],
  ],
  'ook …': [[WHOSE, 'by the drop, for folders and for names alone']],
  'eerdere inlevering': [[WHOSE, 'by the drop, for folders and for names alone']],
  'eerdere inleveringen': [[WHOSE, 'by the drop, for folders and for names alone']],
  'in het bestand staat een andere naam: …': [
    [ZIP, 'a Moodle: a folder a student, and whatever students make of one file'],
  ],

  // The work of one student.
  Uitwerking: 'what it is',
  Goed: [HOSTILE],
  'Niet goed': [[PAGE, 'a submission that fills the memory fails, and the other gets its mark']],
  '(al goed bij het begin)': [HOSTILE, UNTOUCHED],
  '. Verwacht: …. Gekregen: …': [
    [PAGE, 'a submission that fills the memory fails, and the other gets its mark'],
  ],
  'Dezelfde code, op spaties na, als… ….': [WAY, EQUAL],
  'De code is niet veranderd.': [HOSTILE],
  'Toon het verschil met de beginsituatie': [WAY],

  // A verdict once more.
  'Een uitslag narekenen: startgetal …': [WAY, ONE_SEED],
  'Uit dit getal komt de verse invoer die iedereen vandaag kreeg. Met hetzelfde getal geeft dezelfde code dezelfde uitslag. Dat gaat in een map met de broncode van Functielab, en met de code in een eigen map:':
    [
      REPEATED,
      ONE_SEED,
      [
        'exercises/run/oracle.test.ts',
        'what is drawn hangs on the seed, the exercise, the check and the play, and on nothing else',
      ],
    ],
  'npm run -s oefening -- … --code mijn-map --seed … …': [WAY, REPEATED],
  '--tariff …': [REPEATED],
  'Hier draait de code in Node, en dat is geen sandbox. Doe het dus alleen met code die je zelf schreef of helemaal las. Een student kan met dit getal ook de eigen code narekenen. Het staat ook in de CSV.':
    [WAY, ['cli/check-exercise.test.ts', 'the help says whose code may run']],

  // The file with all of them.
  'Bewaar als CSV': [WAY],
  'map en bestand': [WAY, NOTHING],
  '… goed': [WAY, NOTHING],
  '… controles': [WAY, NOTHING],
  '… gelijk aan': [NOTHING],

  // Why a file is not marked.
  'te groot: een inlevering is maximaal 1 MB, een zip 50 MB. Vraag de student om alleen de inlevering': [
    HOSTILE,
    REFUSED,
  ],
  'een beschadigde inlevering. Vraag de student om opnieuw in te leveren': [HOSTILE],
  'geen inlevering van Functielab. Vraag de student om het bestand van ‘Bewaar mijn inlevering’': [
    HOSTILE,
    REFUSED,
  ],
  'dit en alles erna is niet gelezen: meer dan … bestanden. Geef ze in delen': [
    [HAND_IN, 'three thousand files give as many as fit, and a word about the rest'],
  ],
  'niet gelezen: alles samen pakt uit tot meer dan … MB. Pak de zip uit, en kies de inleveringen zelf': [
    [ZIP, 'what unpacks to more than 100 MB in all is cut off, and says what to do'],
  ],
  'dit en wat er in deze zip op volgt is niet gelezen: meer dan … bestanden. Vraag de student om alleen de inlevering':
    [
      [
        'attacks/files.test.ts',
        'a zip in a zip with more files than there are places for takes nothing from who comes after',
      ],
    ],
  'geen zip, of geen complete. Download hem opnieuw': [
    REFUSED,
    [ZIP, 'cut anywhere it is refused or told whole, and never fails'],
  ],
  'beschadigd in de zip. Download de zip opnieuw': [CHANGED_ZIP],
  'met een wachtwoord op de zip. Pak hem eerst uit': [CHANGED_ZIP],
  'ingepakt op een manier die we niet kennen. Pak de zip uit en kies de bestanden zelf': [CHANGED_ZIP],
  'van je leeromgeving zelf: een overzicht, of wat er in het tekstvak is getypt. Hier staat geen inlevering in':
    [[ZIP, 'a Moodle: a folder a student, and whatever students make of one file']],
  'een zip in een zip in een zip. Pak hem eerst uit': [
    [ZIP, 'one level of zips is opened, and the next one is named'],
  ],
  'een lege zip. Vraag de student om opnieuw in te leveren': [REFUSED],
  'een lege map: er is niets ingeleverd': [HOSTILE],
};

/** For whoever reads the console. */
const OF_MACHINES = ['alle.json: …'];

test('the page writes what is listed here, no more and no less', () => {
  const written = filesBehind('src/classroom/marking/Marking.tsx').flatMap(wordsOf);
  expect([...new Set(written)].toSorted()).toEqual([...Object.keys(WORDS), ...OF_MACHINES].toSorted());
});

describe('what holds it', () => {
  test.each(proofsOf(WORDS))('%s: %s', (file, title) => {
    expect(hasTitle([file, title]), `${file} has no test "${title}"`).toBe(true);
  });

  test('is a test for all but the names of what there is to press and to see', () => {
    const names = Object.entries(WORDS).filter(([, held]) => held === 'what it is');
    expect(names.filter(([words]) => words.length > 20)).toEqual([]);
  });
});
