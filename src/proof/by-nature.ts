/**
 * What is otherwise in one family of browsers than in the others, and stays so: a page cannot mend a browser. Whoever finds that a
 * test has to tell families apart, or that a reader of one of them is worse off, adds a row.
 */
import type { ProofTest } from './a-claim.ts';

/** For a reader: the name of the engine, and the browsers by which one knows it. */
export const FAMILIES = {
  Chromium: 'Chromium (Chrome, Edge)',
  Firefox: 'Firefox',
  WebKit: 'WebKit (Safari)',
} as const;
export type FamilyName = keyof typeof FAMILIES;

/** The pages that say it themselves, by their path in the site. */
export type PageThatTells = 'voortgang/' | 'docent/privacy/' | 'toegankelijkheid/';

interface Difference {
  readonly id: string;
  /** In which it is otherwise than in the rest. */
  readonly families: readonly FamilyName[];
  /** In Dutch: what is different there, in a sentence or two. */
  readonly says: string;
  /** In Dutch: why, and what the course does about it. */
  readonly why: string;
  /** A reader meets it; else it is for whoever changes the course or tries to break it. */
  readonly isForReaders: boolean;
  /** Of the pages where it counts, those that can say so without a playground: it stands there with `says` and `why`. */
  readonly pages: readonly PageThatTells[];
}

/** Held by a test, or in Dutch why none can hold it. */
export type ByNature = Difference &
  ({ readonly test: ProofTest } | { readonly test: null; readonly whyNoTest: string });

const NO_APPLE = 'Daar is een toestel van Apple voor nodig, en hier draait WebKit op Linux.';

export const BY_NATURE: readonly ByNature[] = [
  {
    id: 'seven-days',
    families: ['WebKit'],
    says: 'Safari wist alles wat een site bewaart als je er zeven dagen niets aanklikt terwijl je Safari wel gebruikt: voortgang, code, opslag en de cursus zonder netwerk.',
    why: 'Dat hoort bij de bescherming tegen volgen, en een site kan het niet uitzetten. Bewaar je voortgang als bestand, of zet de site op het beginscherm: dan geldt het niet.',
    isForReaders: true,
    pages: ['voortgang/', 'docent/privacy/'],
    // Source: webkit.org/blog/10218, "Full Third-Party Cookie Blocking and More", read 2026-11.
    test: null,
    whyNoTest: `${NO_APPLE} Het staat zo in de beschrijving van WebKit.`,
  },
  {
    id: 'tab-key',
    families: ['WebKit'],
    says: 'In Safari op een Mac slaat Tab links en knoppen over.',
    why: 'Dat is een instelling van Safari en van macOS. Met de Option-toets en Tab kom je er wel, of zet in de instellingen van Safari bij Geavanceerd aan dat Tab elk onderdeel van een pagina selecteert.',
    isForReaders: true,
    pages: ['toegankelijkheid/'],
    test: null,
    whyNoTest: NO_APPLE,
  },
  {
    id: 'webcontainer-on-phone',
    families: ['WebKit'],
    says: 'Op een iPhone kun je WebContainer niet kiezen, en op een iPad staat er een waarschuwing bij.',
    why: 'Een tabblad krijgt daar te weinig geheugen voor een hele Node. In de browser draaien werkt er wel.',
    isForReaders: true,
    pages: [],
    test: ['browser/container-failures.test.ts', 'an iPhone is not even asked'],
  },
  {
    id: 'clock-of-a-millisecond',
    families: ['Firefox', 'WebKit'],
    says: 'Een functie meet de tijd er in stappen van een hele milliseconde, en de kassabon dus ook.',
    why: 'Zo voorkomt de browser dat code met een heel precieze klok iets afluistert. Chromium meet in de sandbox in tienden.',
    isForReaders: true,
    pages: [],
    test: [
      'host/host-contract.browser.test.ts',
      'the step of the clock is known, and durations are measured with it',
    ],
  },
  {
    id: 'place-of-an-error',
    families: ['WebKit'],
    says: 'Een fout op een regel met `throw new Error` krijgt een kolom verderop, en een functie die alleen een ander aanroept en doorgeeft, ontbreekt in de lijst van aanroepen.',
    why: 'WebKit onthoudt het einde van de aanroep in plaats van het begin. De regel klopt altijd.',
    isForReaders: true,
    pages: [],
    test: ['host/host-failures.browser.test.ts', 'a place on the line of an import is the place as written'],
  },
  {
    id: 'words-of-an-error',
    families: ['WebKit'],
    says: 'Bij een lege body en bij een body die geen JSON is, krijg je dezelfde uitleg.',
    why: 'Elke browser zegt een fout in eigen woorden, en de cursus herkent ze alle drie. WebKit heeft voor deze twee maar één zin.',
    isForReaders: true,
    pages: [],
    test: ['playground/failures/mistakes.browser.test.ts', 'what a beginner hears in %s'],
  },
  {
    id: 'file-as-a-body',
    families: ['WebKit'],
    says: 'In een functie werken `FileReader` en een formulier met een bestand als body niet.',
    why: 'WebKit laat een sandbox geen `Blob` lezen. De cursus leest hem daarom buiten de sandbox, en daarmee werkt de rest wel: `text()`, `arrayBuffer()`, `stream()` en afbeeldingen.',
    isForReaders: true,
    pages: [],
    test: ['host/blobs.browser.test.ts', 'is read in each way, whole and in part, and empty too'],
  },
  {
    id: 'memory-bomb',
    families: ['Chromium'],
    says: 'Een functie die al het geheugen opeet, kost alleen de sandbox, en de pagina leeft verder.',
    why: 'Chromium geeft de sandbox een eigen proces. Van Firefox en WebKit is niet gemeten wat er dan gebeurt.',
    isForReaders: true,
    pages: [],
    test: [
      'host/browser-lost.browser.test.ts',
      'a heap bomb takes the frame down, and the next start builds a new one',
    ],
  },
  {
    id: 'module-with-an-address',
    families: ['WebKit'],
    says: 'De policy van de pagina houdt niet elk script tegen dat iemand erin zet: een module met een adres start.',
    why: "WebKit past `'strict-dynamic'` daar niet toe. Een eigen bewaker in elke pagina haalt zo’n element weg voordat het start.",
    isForReaders: false,
    pages: [],
    test: ['browser/injection/injection.test.ts', 'the policy alone stops all, but for modules in WebKit'],
  },
  {
    id: 'import-in-a-sandbox',
    families: ['WebKit'],
    says: 'Een functie die iets van het web importeert, start niet eens.',
    why: 'WebKit toetst een import in een worker aan geen enkele policy. De cursus leest de code daar dus eerst.',
    isForReaders: false,
    pages: [],
    test: [
      'host/browser-frame.browser.test.ts',
      'no import gets through: it fails, and in WebKit, which would let it, the file does not start',
    ],
  },
  {
    id: 'code-from-bytes',
    families: ['WebKit'],
    says: 'Een functie kan er WebAssembly maken.',
    why: 'WebKit vraagt daarvoor niets aan de policy. Zulke code kan niet meer dan de functie die ze maakt.',
    isForReaders: false,
    pages: [],
    test: ['host/attacks.browser.test.ts', 'attacks in %s'],
  },
  {
    id: 'ways-that-are-not-there',
    families: ['Firefox', 'WebKit'],
    says: 'Enkele uitwegen die we in Chromium beproeven, bestaan er niet.',
    why: 'Firefox en WebKit hebben geen oud bestandssysteem, geen aparte opslag op naam en geen haak in de tekst van een fout. Wat er niet is, leidt nergens heen.',
    isForReaders: false,
    pages: [],
    test: ['host/attacks.browser.test.ts', 'each of them is one: a plain worker stops none'],
  },
  {
    id: 'page-that-was-left',
    families: ['WebKit'],
    says: 'Een pagina die je verlaat terwijl ze iets bewaart, houdt elke volgende pagina op.',
    why: 'WebKit laat een transactie van zo’n pagina in de geschiedenis openstaan. De cursus breekt die daarom af bij het weggaan.',
    isForReaders: false,
    pages: [],
    test: [
      'browser/visit-paths.test.ts',
      'from home to a lesson, to the month and back, the receipt has all that ran, and no meter lies or falls',
    ],
  },
  {
    id: 'a-minute-of-fetching',
    families: ['Firefox'],
    says: 'Firefox breekt af wat langer dan een minuut achter elkaar op de achtergrond wordt opgehaald, zoals de rest van de cursus over een traag netwerk.',
    why: 'Zo houdt Firefox werk op de achtergrond kort. De pagina vraagt daarom telkens om wat er nog ontbreekt, zolang ze open is.',
    isForReaders: false,
    pages: [],
    test: ['browser/offline-paths.test.ts', 'once a reader has begun, the course works without a network'],
  },
  {
    id: 'file-on-a-disk',
    families: ['Firefox', 'WebKit'],
    says: 'Van een bestand dat je bewaart is beproefd wat de pagina aan de browser geeft, en niet waar die het neerzet.',
    why: 'Elke browser vraagt en bewaart dat op een eigen manier, en de besturing van Firefox en WebKit kan er niet bij. In Chromium wordt het bestand zelf gelezen.',
    isForReaders: false,
    pages: [],
    test: [
      'browser/tape.test.ts',
      'a failure is saved as a file that says what it was, and played by somebody else at a click',
    ],
  },
  {
    id: 'lost-process',
    families: ['Firefox', 'WebKit'],
    says: 'Een tabblad dat zijn proces verliest, is nagespeeld: de pagina kan van dan af niets meer bewaren.',
    why: 'De besturing van deze browsers kan na zo’n verlies niet verder. In Chromium gaat het proces echt verloren.',
    isForReaders: false,
    pages: [],
    test: [
      'browser/visit-processes.test.ts',
      'after a crash the tab has all that ran, the tariff that was chosen and the lesson that was read',
    ],
  },
  {
    id: 'window-of-a-phone',
    families: ['WebKit'],
    says: 'Een venster zo smal als een telefoon is er niet beproefd.',
    why: 'WebKit op Linux maakt een venster met een adresbalk niet smaller dan 447 pixels. In Chromium en Firefox kan het wel.',
    isForReaders: false,
    pages: [],
    test: null,
    whyNoTest: 'Dat ligt aan het venster eromheen, en niet aan de pagina.',
  },
];

/** @returns what a page has to tell its readers, in the order of the list */
export function differencesOn(page: PageThatTells): readonly ByNature[] {
  return BY_NATURE.filter(({ pages }) => pages.includes(page));
}
