/**
 * WCAG 2.2, levels A and AA, criterion by criterion: which test holds it, or what a person has to look at. A test sees what can be
 * measured; whether a text says what a picture shows, is for a person, and nobody is invented here who did.
 *
 * Names: the authorised Dutch translation of WCAG 2.1, and for what is new in 2.2 its Dutch draft.
 * Source: w3.org/TR/WCAG22, read 2026-11. Criterion 4.1.1 is no longer in it.
 */
import type { ProofTest } from './a-claim.ts';

export interface Criterion {
  readonly number: string;
  readonly name: string;
  readonly level: 'A' | 'AA';
  /** Empty when no test of ours can see it. */
  readonly tests: readonly ProofTest[];
  /** In Dutch: what somebody has to look at, or null when the tests see all of it. */
  readonly byPerson: string | null;
  /** In Dutch: why there is nothing in the course that it is about. */
  readonly notHere?: string;
}

const WCAG = 'browser/wcag.test.ts';
const STATIC = 'built-site/wcag.test.ts';
const AXE: ProofTest = ['browser/crawl/crawl.test.ts', 'nothing is wrong on a page that comes to life'];
const TREE: ProofTest = ['browser/trees/exercise.test.ts', 'an exercise: new, not right yet, and made'];
const KEYBOARD = 'browser/keyboard.test.ts';
const NO_MEDIA = 'Er is geen geluid en geen video in de cursus.';
const NO_MEDIA_TEST: ProofTest = [
  STATIC,
  'there is no sound and no video, and nothing that refreshes a page',
];

const held = (number: string, name: string, level: 'A' | 'AA', tests: readonly ProofTest[]): Criterion => ({
  number,
  name,
  level,
  tests,
  byPerson: null,
});
const partly = (
  number: string,
  name: string,
  level: 'A' | 'AA',
  tests: readonly ProofTest[],
  byPerson: string,
): Criterion => ({ number, name, level, tests, byPerson });
const notHere = (
  number: string,
  name: string,
  level: 'A' | 'AA',
  why: string,
  tests: readonly ProofTest[] = [],
): Criterion => ({
  number,
  name,
  level,
  tests,
  byPerson: null,
  notHere: why,
});

export const CRITERIA: readonly Criterion[] = [
  partly(
    '1.1.1',
    'Niet-tekstuele content',
    'A',
    [AXE],
    'Of de tekst bij elke tekening zegt wat de tekening laat zien.',
  ),
  notHere('1.2.1', 'Louter-geluid en louter-videobeeld (vooraf opgenomen)', 'A', NO_MEDIA, [NO_MEDIA_TEST]),
  notHere('1.2.2', 'Ondertitels voor doven en slechthorenden (vooraf opgenomen)', 'A', NO_MEDIA, [
    NO_MEDIA_TEST,
  ]),
  notHere('1.2.3', 'Audiodescriptie of media-alternatief (vooraf opgenomen)', 'A', NO_MEDIA, [NO_MEDIA_TEST]),
  notHere('1.2.4', 'Ondertitels voor doven en slechthorenden (live)', 'AA', NO_MEDIA, [NO_MEDIA_TEST]),
  notHere('1.2.5', 'Audiodescriptie (vooraf opgenomen)', 'AA', NO_MEDIA, [NO_MEDIA_TEST]),
  partly(
    '1.3.1',
    'Info en relaties',
    'A',
    [AXE, [STATIC, 'each page has one main part, headings that skip no level, and a way past the menu']],
    'Of koppen, tabellen en groepen zeggen wat ze voor het oog zeggen.',
  ),
  partly(
    '1.3.2',
    'Betekenisvolle volgorde',
    'A',
    [[KEYBOARD, 'Tab goes through a whole lesson and focus is never under the till ($width px)']],
    'Of een les met een schermlezer in een volgorde komt die te volgen is.',
  ),
  partly(
    '1.3.3',
    'Zintuiglijke eigenschappen',
    'A',
    [],
    'Of geen stap alleen met een plaats, een vorm of een kleur zegt waar iets is.',
  ),
  held('1.3.4', 'Weergavestand', 'AA', [
    [WCAG, 'upright or on its side, a phone shows a lesson and runs its function'],
  ]),
  notHere(
    '1.3.5',
    'Identificeer het doel van de input',
    'AA',
    'De cursus vraagt niets over een lezer, behalve een naam naar keuze bij een inlevering.',
  ),
  partly(
    '1.4.1',
    'Gebruik van kleur',
    'A',
    [[WCAG, 'without colours what went well and what went wrong are told apart by a word']],
    'Of dat overal zo is, ook in grafieken.',
  ),
  notHere('1.4.2', 'Geluidsbediening', 'A', NO_MEDIA, [NO_MEDIA_TEST]),
  partly('1.4.3', 'Contrast (minimum)', 'AA', [AXE], 'Tekst in tekeningen, want die meet axe niet.'),
  held('1.4.4', 'Herschalen van tekst', 'AA', [
    [
      'browser/impatience.test.ts',
      'letters twice as large on a phone: all of it is shown, and nothing scrolls sideways',
    ],
  ]),
  partly(
    '1.4.5',
    'Afbeeldingen van tekst',
    'AA',
    [],
    'Of in geen afbeelding tekst staat die ook gewone tekst had kunnen zijn.',
  ),
  held('1.4.10', 'Reflow', 'AA', [
    ['browser/impatience.test.ts', 'nothing scrolls sideways in a window of 320 px: /%s'],
    [WCAG, 'nothing scrolls sideways in a window of 320 px: /%s'],
  ]),
  partly(
    '1.4.11',
    'Contrast van niet-tekstuele content',
    'AA',
    [[WCAG, 'with forced colours every control keeps an edge or a line, and what has focus a ring']],
    'Randen, tekens en grafieken in onze eigen kleuren.',
  ),
  held('1.4.12', 'Tekstafstand', 'AA', [
    [WCAG, 'with more room between letters, words and lines nothing is cut off: /%s'],
  ]),
  partly(
    '1.4.13',
    'Content bij hover of focus',
    'AA',
    [],
    'Of wat bij aanwijzen verschijnt, weg te halen is en blijft staan zolang je ernaar wijst.',
  ),
  held('2.1.1', 'Toetsenbord', 'A', [
    [KEYBOARD, 'a function is edited, run and read without a mouse'],
    [
      'browser/traffic-paths.test.ts',
      'a day is drawn by keyboard, by table and by hand, and what comes is what was drawn',
    ],
  ]),
  held('2.1.2', 'Geen toetsenbordval', 'A', [
    [KEYBOARD, 'Tab goes through a whole lesson and focus is never under the till ($width px)'],
    [KEYBOARD, 'a function is edited, run and read without a mouse'],
  ]),
  partly(
    '2.1.4',
    'Enkel teken sneltoetsen',
    'A',
    [['browser/shell.test.ts', 'the key / opens the search']],
    'Of de toets / voor zoeken iemand met spraakbediening in de weg zit: uitzetten kan niet.',
  ),
  notHere(
    '2.2.1',
    'Timing aanpasbaar',
    'A',
    'Niets in de cursus verloopt voor een lezer: een functie heeft een tijdslimiet, en die is in te stellen. Enkele stappen in lessen vragen om vlot nog eens te drukken, en zijn zo vaak te herhalen als je wilt.',
  ),
  partly(
    '2.2.2',
    'Pauzeren, stoppen, verbergen',
    'A',
    [[WCAG, 'with less motion nothing moves by itself, before a run or after it']],
    'De kostenteller: die loopt door zolang een pagina openstaat, en is op te vouwen.',
  ),
  partly(
    '2.3.1',
    'Drie flitsen of beneden drempelwaarde',
    'A',
    [],
    'Of er nergens iets meer dan drie keer per seconde knippert. De teller verandert maximaal vier keer per seconde, en alleen in cijfers.',
  ),
  held('2.4.1', 'Blokken omzeilen', 'A', [
    [KEYBOARD, 'the skip link leads past the menu, and the first run is within 15 presses'],
  ]),
  held('2.4.2', 'Paginatitel', 'A', [[STATIC, 'each page has a title of its own, in Dutch']]),
  held('2.4.3', 'Focus volgorde', 'A', [
    [KEYBOARD, 'Tab goes through a whole lesson and focus is never under the till ($width px)'],
    [KEYBOARD, 'focus stays where it is when what shows results comes late: %s'],
  ]),
  partly('2.4.4', 'Linkdoel (in context)', 'A', [AXE], 'Of elke link zegt waar hij heen gaat.'),
  held('2.4.5', 'Meerdere manieren', 'AA', [
    ['browser/shell.test.ts', 'the search shows lessons first, and keeps what is for a teacher folded apart'],
    [STATIC, 'every page is one or two links from the front page or the menu'],
  ]),
  partly(
    '2.4.6',
    'Koppen en labels',
    'AA',
    [['built-site/pages.test.ts', 'has one main heading, a title and, for who searches, a description']],
    'Of koppen en labels zeggen waar het over gaat.',
  ),
  held('2.4.7', 'Focus zichtbaar', 'AA', [
    [WCAG, 'with forced colours every control keeps an edge or a line, and what has focus a ring'],
  ]),
  held('2.4.11', 'Focus niet bedekt (minimum)', 'AA', [
    [KEYBOARD, 'Tab goes through a whole lesson and focus is never under the till ($width px)'],
  ]),
  partly(
    '2.5.1',
    'Aanwijzergebaren',
    'A',
    [
      [
        'browser/traffic-paths.test.ts',
        'a day is drawn by keyboard, by table and by hand, and what comes is what was drawn',
      ],
    ],
    'Of geen andere grafiek een gebaar met twee vingers of een weg met de muis vraagt.',
  ),
  partly(
    '2.5.2',
    'Aanwijzerannulering',
    'A',
    [[WCAG, 'a press that slides off a button does nothing']],
    'Of dat voor elke knop zo is.',
  ),
  held('2.5.3', 'Label in naam', 'A', [AXE]),
  notHere(
    '2.5.4',
    'Bewegingsactivering',
    'A',
    'Niets in de cursus luistert naar de beweging van een toestel.',
  ),
  partly(
    '2.5.7',
    'Sleepbewegingen',
    'AA',
    [
      [
        'browser/traffic-paths.test.ts',
        'a day is drawn by keyboard, by table and by hand, and what comes is what was drawn',
      ],
    ],
    'Of naast elke schuif een veld of knoppen staan.',
  ),
  held('2.5.8', 'Grootte van het aanwijsgebied (minimum)', 'AA', [AXE]),
  held('3.1.1', 'Taal van de pagina', 'A', [AXE, [STATIC, 'each page has a title of its own, in Dutch']]),
  partly(
    '3.1.2',
    'Taal van onderdelen',
    'AA',
    [['built-site/dutch.test.ts', 'shows no English']],
    'Of Engelse vaktermen in de tekst hoorbaar Engels zijn.',
  ),
  held('3.2.1', 'Bij focus', 'A', [
    [KEYBOARD, 'Tab goes through a whole lesson and focus is never under the till ($width px)'],
  ]),
  partly('3.2.2', 'Bij input', 'A', [], 'Of geen veld of keuzelijst vanzelf naar een andere pagina gaat.'),
  held('3.2.3', 'Consistente navigatie', 'AA', [
    [STATIC, 'what stands at the top and the bottom of a page stands there on each, in one order'],
  ]),
  partly(
    '3.2.4',
    'Consistente identificatie',
    'AA',
    [['course/dutch.test.ts', 'nothing that a reader sees has a word of this list']],
    'Of knoppen die hetzelfde doen, overal hetzelfde heten.',
  ),
  held('3.2.6', 'Consistente hulp', 'A', [
    [STATIC, 'what stands at the top and the bottom of a page stands there on each, in one order'],
  ]),
  partly(
    '3.3.1',
    'Foutidentificatie',
    'A',
    [['browser/bad-input.test.ts', 'what a function may not do is refused in Dutch, with the reason']],
    'Of elke fout bij een schermlezer aankomt op het moment dat ze ontstaat.',
  ),
  partly('3.3.2', 'Labels of instructies', 'A', [AXE], 'Of elk veld zegt wat erin hoort.'),
  partly(
    '3.3.3',
    'Foutsuggestie',
    'AA',
    [['browser/bad-input.test.ts', 'what a function may not do is refused in Dutch, with the reason']],
    'Of elke fout zegt wat er dan wel kan.',
  ),
  notHere(
    '3.3.4',
    'Foutpreventie (wettelijk, financieel, gegevens)',
    'AA',
    'De cursus doet geen betaling en sluit geen overeenkomst; wie iets weggooit, kan dat ongedaan maken.',
  ),
  notHere(
    '3.3.7',
    'Overbodige invoer',
    'A',
    'Geen formulier vraagt iets wat een lezer in dezelfde handeling al gaf.',
  ),
  notHere('3.3.8', 'Toegankelijke authenticatie (minimum)', 'AA', 'Er zijn geen accounts.'),
  partly(
    '4.1.2',
    'Naam, rol, waarde',
    'A',
    [AXE, TREE],
    'De tijdlijn, de Machinekamer en de editor, met een schermlezer.',
  ),
  partly(
    '4.1.3',
    'Statusberichten',
    'AA',
    [[WCAG, 'what comes of a run is told once, without focus going there']],
    'Of een schermlezer zegt wat er klaar is, en niet te veel.',
  ),
];
