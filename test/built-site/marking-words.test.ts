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
const EQUAL: Proof = [
  MARK,
  'the same work is shown as equal; start code is not, and is told to be untouched',
];
const NOT_MARKED: Proof = [
  MARK,
  'what goes wrong with one hand-in stays there: it runs again alone, and then it is not marked',
];
const UNTOUCHED: Proof = [
  'exercises/check-panel.test.ts',
  'what was right at the start does not count, and says so, as long as nothing came with it',
];
const NOTHING: Proof = [
  'classroom/export.test.ts',
  'everybody has a row: of the class, of nobody’s list, of whom nothing can be read and who handed in nothing',
];
const REPEATED: Proof = [
  'cli/check-exercise.test.ts',
  'what the page of marking gives to repeat a verdict: its seed, and the tariff of the set',
];
const ONE_SEED: Proof = [MODEL, 'a class has one seed, drawn at marking, and the next class another'];
const IN_TURN: Proof = [
  MODEL,
  'files are for the marking that is open when they come, also when its teacher goes on to %s before they are read',
];
const COPY: Proof = [
  MODEL,
  'a second tab with the same marking is a copy that says so, and writes over nothing',
];
const STOPPED: Proof = [MODEL, 'stopped, it marks no more; it goes on where it was'];
const PAUSED: Proof = [MODEL, 'paused, it takes nothing new, and what runs comes to its end and counts'];
const ADDED: Proof = [
  MODEL,
  'later hand-ins are added: the newest of a person counts, the earlier stays to be seen, nothing runs twice',
];
const KEPT: Proof = [
  MODEL,
  'what a teacher put in is there again on the same device, with the verdicts, and nothing runs again',
];
const THROWN: Proof = [MODEL, 'thrown away it is out of the list, and put back it is whole'];
const NO_STORE: Proof = [MODEL, 'a store that is %s is told, left alone, and marking goes on without it'];
const ASIDE: Proof = [MODEL, 'what lies there broken is set aside and told, and the others open'];
const OLD: Proof = [
  MODEL,
  'an exercise that the course changed is marked again; until then the old verdict is told to be old',
];
const FILE: Proof = [
  MODEL,
  'two markings are two, and a file opens as a third or goes into the one that is open',
];
const NO_FILE: Proof = [MODEL, 'a file "%s" is no marking to open, and says why'];
const BROKEN_FILE: Proof = [MODEL, 'of a marking in a file no part is taken when one of it is broken'];
const TERM: Proof = [
  'browser/marking-term.test.ts',
  'a class is marked, stopped, found again after a reload, added to, graded, remarked and looked through in place',
];
const ORDER = 'classroom/table-order.test.ts';
const OTHER_SET: Proof = [
  ORDER,
  'a hand-in that was made for another set, or an older version of it, says so; without a set nothing is another',
];
const OTHER_VERSION: Proof = [
  ORDER,
  'another version of the exercise, a second run, an old verdict and a missing solution are told',
];
const LATE: Proof = [
  ORDER,
  'late is what the learning environment says, or its moment after that of the set; a clock of a student only claims it',
];
const TOTALS = 'classroom/totals.test.ts';
const AGAIN: Proof = [
  MARK,
  'who lost time or the sandbox runs once more, when nothing runs beside it, and that is told',
];
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
  'Wat je net koos, komt meteen daarna.': [IN_TURN],
  'Dit nakijkwerk staat ook open in een ander tabblad, en dat bewaart wat daar verandert. Hier werk je in een kopie: wat je hier doet, wordt niet bewaard.':
    [COPY],
  'Kwam er nog iets binnen? Sleep het hierbij: van ieder telt de nieuwste inlevering.': [ADDED, TERM],
  'Al toegevoegd, en zo gelaten: ….': [
    [MODEL, 'the same files once more change nothing, and that is told'],
    TERM,
  ],
  Pauzeer: [PAUSED],
  'Wat nu draait, wordt nog afgemaakt.': [PAUSED],
  'Kijk de rest na': [STOPPED, TERM],
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
  'nog niet nagekeken': [STOPPED],
  'nog niet helemaal nagekeken': [
    [
      'classroom/totals.test.ts',
      'a check that waits for the solution of a teacher’s own exercise leaves no points, and none are taken for it',
    ],
  ],
  'niet ingeleverd': [TERM],
  'niet veranderd': [EQUAL, TERM],
  'draaide nog een keer': [AGAIN],
  'gelijk aan een andere inlevering': [WAY, EQUAL],
  Uitslag: 'what it is',
  'Wat wil je zien?': 'what it is',
  'Toon… …': 'what it is',
  'niet alles goed': [[ORDER, 'only who has not all of it right, who handed in nothing, who was late']],
  'te laat': [[ORDER, 'only who has not all of it right, who handed in nothing, who was late']],
  'na de deadline': [LATE],
  'na de deadline, zegt het bestand': [LATE],
  Totaal: [[TOTALS, 'exercises weigh the same, however many checks they have']],
  'Op 20': [[TOTALS, 'with a pass mark of %d, %d of 4 is %d of 20 and a %d']],
  Cijfer: [[TOTALS, 'with a pass mark of %d, %d of 4 is %d of 20 and a %d']],
  Moment: 'what it is',
  'zegt de student': [LATE],
  'Gemiddelde van wie inleverde': [
    [ORDER, 'the mean of an exercise is of those who handed it in and are marked'],
  ],
  'oefening is': 'what it is',
  'oefeningen zijn': 'what it is',
  '… hier niet bekend. Plak hierboven de link van de reeks, of open je eigen oefening eerst op dit toestel': [
    [
      ORDER,
      'without the link of a set, work at an exercise that is not known here is told, with the way out',
    ],
  ],
  'gemaakt voor een andere reeks, of een andere versie ervan: …': [OTHER_SET],
  'zonder titel': 'what it is',

  // How it is graded.
  'Gewicht en slaaggrens': [TERM],
  'Slaaggrens in procent …': [TERM],
  'Van elke oefening telt het deel van de controles dat goed is, maal het gewicht dat je hier geeft. Met gewicht 0 telt een oefening niet mee. Precies op de slaaggrens, nu … %, hoort een 5,5 en 10 op 20. Daaronder en daarboven loopt het in een rechte lijn: van 1 tot 10, en van 0 tot 20. Naar een voldoende of naar het hoogste cijfer ronden we nooit af.':
    [
      [TOTALS, 'a weight counts, and what weighs nothing is in no sum'],
      [TOTALS, 'with a pass mark of %d, %d of 4 is %d of 20 and a %d'],
      [TOTALS, 'rounding lets nobody pass, and gives nobody the highest who has not all of it'],
      TERM,
    ],

  // What is kept.
  'Naam van dit nakijkwerk …': [TERM],
  'Nakijkwerk van …': [BROKEN_FILE],
  'Begin nieuw nakijkwerk': [FILE],
  'Bewaard op dit toestel: …': [KEPT],
  '…, veranderd op …': 'what it is',
  Verwijder: [THROWN],
  'Verwijder …': [THROWN],
  '… is verwijderd, en echt weg als je hier na een uur weer komt.': [THROWN],
  'Ongedaan maken': [THROWN],
  'Dit nakijkwerk staat niet (meer) op dit toestel. Open het als bestand, of kies hieronder opnieuw de inleveringen.':
    [THROWN],
  'Deze browser bewaart niets, of heeft geen plaats meer. Bewaar het nakijken als bestand voordat je deze pagina sluit.':
    [NO_STORE, [MODEL, 'a disk that gets full is told, and nothing on the screen is lost']],
  'Op dit toestel staat nakijkwerk van een nieuwere Functielab. Dat blijft staan, en opent weer met die nieuwere. Wat je nu nakijkt, wordt hier niet bewaard: bewaar het als bestand.':
    [NO_STORE],
  'Een bewaard nakijkwerk van … is niet te lezen, en staat apart. Bewaar het zoals het is: misschien kan iemand het nog herstellen.':
    [ASIDE],
  'Bewaar zoals het is': [ASIDE],
  'Bewaar het nakijken': [FILE, TERM],
  'Open bewaard nakijkwerk': [FILE],
  'Bewaard nakijkwerk: …': [FILE],
  'In dit bestand: … van studenten en… …. Die uitslagen rekenen we niet na. Open het dus alleen als jij of een collega het bewaarde.':
    [FILE],
  'Open het apart': [FILE],
  'Voeg het samen met wat open is': [FILE],
  'Open het niet': 'what it is',
  'Dit is geen bewaard nakijkwerk. Kies het bestand dat eindigt op ….': [NO_FILE],
  'Dit bestand is van een nieuwere Functielab. Open het met die nieuwere. Er is niets veranderd.': [NO_FILE],
  'Dit bestand is niet compleet. Bewaar het opnieuw op het toestel waar het vandaan komt. Er is niets veranderd.':
    [BROKEN_FILE],
  'Dit bestand is te groot om te openen. Er is niets veranderd.': [BROKEN_FILE],
  '“✓”: alles goed. “↻”: liep eerst vast en draaide nog een keer. “=”: hetzelfde werk als iemand anders, op namen, commentaar en opmaak na. “–”: niet ingeleverd. “?”: niet nagekeken, want je computer had het te druk of er ging iets mis: kijk de rest later nog eens na. Wat al goed was bij het begin, telt pas mee als er iets bij komt.':
    [EQUAL, NOTHING, NOT_MARKED, UNTOUCHED, AGAIN],
  'niets ingeleverd': [HOSTILE, [ZIP, 'a row for everybody: %s']],
  'geen inlevering die te lezen is: zie Niet nagekeken': [[ZIP, 'a row for everybody: %s']],
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
  'Vorige student': [TERM],
  'Volgende student': [TERM],
  'Vorige oefening': [TERM],
  'Volgende oefening': [TERM],
  Sluit: [TERM],
  'Voor deze oefening is niets ingeleverd.': [TERM],
  'Nog niet nagekeken.': [STOPPED],
  'Opmerking voor … …': [KEPT, TERM],
  'Eerder ingeleverd, en telt niet mee: …': [ADDED, TERM],
  ': … van … goed': [ADDED],
  'Gemaakt met een andere versie van deze oefening. De controles van nu tellen: kijk zelf of dat eerlijk is.':
    [OTHER_VERSION],
  'Dit is de uitslag van de vorige versie van deze oefening. Kijk de rest na, dan komt de nieuwe.': [OLD],
  'Deze code kwam eerst tijd tekort en draaide daarna nog een keer alleen. Die tweede uitslag telt.': [AGAIN],
  '… de oplossing nodig, en die is hier niet. Open je eigen oefening als bestand, en kijk de rest na.': [
    OTHER_VERSION,
  ],
  'controle heeft': 'what it is',
  'controles hebben': 'what it is',
  Goed: [HOSTILE],
  'Niet goed': [[PAGE, 'a submission that fills the memory fails, and the other gets its mark']],
  '(al goed bij het begin)': [HOSTILE, UNTOUCHED],
  '. Verwacht: …. Gekregen: …': [
    [PAGE, 'a submission that fills the memory fails, and the other gets its mark'],
  ],
  'Hetzelfde werk, op namen, commentaar en opmaak na, als… ….': [WAY, EQUAL],
  'De code is niet veranderd.': [HOSTILE],
  'Toon het verschil met de startcode': [WAY],

  // A verdict once more.
  'Reken een uitslag na: startgetal …': [WAY, ONE_SEED],
  'Uit dit getal komt de verse invoer die iedereen kreeg. Met hetzelfde getal geeft dezelfde code dezelfde uitslag. Dat gaat in een map met de broncode van Functielab, en met de code in een eigen map:':
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
const OF_MACHINES = [
  'alle.json: …',
  'ArrowLeft',
  'ArrowRight',
  'VersionError',
  // Of a class and of sorts of words of JavaScript.
  'Label',
  'PatternProperty',
  'Property',
  'PropertyDefinition',
  'String',
  'VariableDefinition',
  '… … van …… … …',
];

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
