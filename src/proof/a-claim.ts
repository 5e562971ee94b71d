/** What a claim is, where it stands on the page, and what no test of ours can bring in. */

/** A file under `test/`, and how a test or a group of tests in it is called, as written there. */
export type ProofTest = readonly [file: string, title: string];

export const AREAS = {
  readers: 'De weg van een lezer',
  sandbox: 'Code van een ander',
  money: 'De rekening',
  platform: 'Het platform en de simulatie',
  people: 'Voor iedereen te gebruiken',
  school: 'In de klas en in een leeromgeving',
  server: 'Op een server',
} as const;
export type Area = keyof typeof AREAS;

export interface Claim {
  /** For the record: it stays when the sentence changes. */
  readonly id: string;
  readonly area: Area;
  /** In Dutch, one sentence. */
  readonly says: string;
  readonly tests: readonly ProofTest[];
  /** Folders and files of the project that it is about: when one of these changes, the proof is older than its code. */
  readonly about: readonly string[];
  /** Its tests are there for each family of browsers, and are told one by one. */
  readonly isPerFamily?: boolean;
  /** The option of `npm test` without which one of its tests is left out, such as `--deep`. */
  readonly option?: string;
}

/** In Dutch: what nobody could try here, and what a reader might think that we did. */
export const NOT_PROVEN: readonly string[] = [
  'De echte dienst van WebContainer: onze tests spelen die na, want zonder internet is die er niet.',
  'Een echte Moodle, Canvas, Brightspace, Blackboard, Smartschool of itslearning: de pakketten draaien in scorm-again, en de zips van inleveringen maakten we na.',
  'Een account bij een cloud: wat je met Neem mee krijgt, draaide in de software van de providers op een gewone computer.',
  'Safari op een iPad of een iPhone: WebKit is dezelfde motor op Linux, en niet hetzelfde toestel.',
  'Een schermlezer, door iemand die ermee werkt: wat een test kan zien, is beproefd, en hoe het klinkt niet.',
  'Het recept voor IIS: dat komt uit de beschrijving van Microsoft.',
  'Of iemand er iets van leert: daar is een klas voor nodig, en die hebben we niet.',
];
