/**
 * What the site leaves in a browser, and under which names: the table of the privacy page, for pages and for tests. Whoever keeps
 * something new adds it here; `test/classroom/kept-on-device.test.ts` finds each name in the source that has no row.
 */
export type Place = 'localStorage' | 'sessionStorage' | 'IndexedDB' | 'Cache Storage';

export interface KeptThing {
  /** For a reader. */
  readonly what: string;
  readonly where: Place;
  /** How long, for a reader. */
  readonly until: string;
  /** What it is called there. */
  readonly name: RegExp;
}

const WIPED = 'tot je het wist';
const TAB_CLOSES = 'tot het tabblad dichtgaat';

export const KEPT_ON_DEVICE: readonly KeptThing[] = [
  {
    what: 'Gelezen lessen, stappen, controles, beste rekeningen, voorspellingen',
    where: 'localStorage',
    until: WIPED,
    name: /^functielab:(voortgang|stappen|voorspeld)$/,
  },
  { what: 'Code die een student verandert', where: 'localStorage', until: WIPED, name: /^functielab:code:/ },
  {
    what: 'Welke vragen van Herhaal goed gingen, en wanneer ze terugkomen',
    where: 'localStorage',
    until: WIPED,
    name: /^functielab:herhaal(-onleesbaar)?$/,
  },
  {
    what: 'Antwoorden van vooraf en achteraf bij Weet je het?',
    where: 'localStorage',
    until: WIPED,
    name: /^functielab:weet-je-het(-onleesbaar)?$/,
  },
  {
    what: 'De laatste aanroepen bij een oefening: moment, duur en status, voor wie ze mee wil inleveren',
    where: 'localStorage',
    until: WIPED,
    name: /^functielab:aanroepen$/,
  },
  {
    what: 'De naam bij inleveren, en wat er het laatst ingeleverd is',
    where: 'localStorage',
    until: WIPED,
    name: /^functielab:(naam|ingeleverd)$/,
  },
  {
    what: 'De reeks van een docent die open is',
    where: 'sessionStorage',
    until: TAB_CLOSES,
    name: /^functielab:reeks$/,
  },
  {
    what: 'Reeksen die een docent samenstelt',
    where: 'localStorage',
    until: 'tot je ze verwijdert of wist',
    name: /^functielab:reeksen$/,
  },
  {
    what: 'Wat functies bewaren: sleutels, bestanden, berichten',
    where: 'IndexedDB',
    until: WIPED,
    name: /^functielab$/,
  },
  {
    what: 'Werkplaatsen: eigen functies, met hun bestanden',
    where: 'IndexedDB',
    until: 'tot je ze verwijdert of wist',
    name: /^functielab-werkplaats$/,
  },
  {
    what: 'Nakijkwerk van een docent: inleveringen, uitslagen, gewichten en opmerkingen',
    where: 'IndexedDB',
    until: 'tot je het verwijdert of wist',
    name: /^functielab-nakijken$/,
  },
  {
    what: 'Oefeningen die een docent zelf maakt',
    where: 'localStorage',
    until: 'tot je ze weggooit of wist',
    name: /^functielab:oefening:/,
  },
  {
    what: 'De oefening van een docent die je als bestand opende',
    where: 'sessionStorage',
    until: TAB_CLOSES,
    name: /^functielab:eigen-oefening$/,
  },
  {
    what: 'Wat iemand invult bij de proef van een uur',
    where: 'localStorage',
    until: WIPED,
    name: /^functielab:proef-van-een-uur$/,
  },
  {
    what: 'Hoe groot code is en of lange regels afbreken',
    where: 'localStorage',
    until: WIPED,
    name: /^functielab:code-(maat|afbreken)$/,
  },
  {
    what: 'Licht of donker, of een melding gelezen is, en of WebContainer gekozen is',
    where: 'localStorage',
    until: WIPED,
    name: /^functielab:(thema|webcontainer-gelezen|webcontainer-gekozen)$/,
  },
  { what: 'Het gekozen tarief', where: 'localStorage', until: WIPED, name: /^functielab:tarief$/ },
  {
    what: 'De kosten van dit bezoek, de lijst onderaan deze pagina',
    where: 'sessionStorage',
    until: TAB_CLOSES,
    name: /^functielab:(bezoek|tab|verzoeken)$/,
  },
  {
    what: 'Een kopie van die kosten, voor als je teruggaat',
    where: 'IndexedDB',
    until: 'een dag: daarna verdwijnt ze zodra je de site opent',
    name: /^functielab-bezoek$/,
  },
  {
    what: 'Welke pagina het laatst in dit tabblad openstond, onder een nummer van de browser',
    where: 'sessionStorage',
    until: TAB_CLOSES,
    name: /^functielab:verlaten$/,
  },
  {
    what: 'Hoe ver je in het menu bent, wat daarin open staat, hoe de speeltuin bij de tekst staat, en of de schermweergave aanstaat',
    where: 'sessionStorage',
    until: TAB_CLOSES,
    // The first is Starlight's own.
    name: /^(sl-sidebar-state|functielab:(bank|scherm))$/,
  },
  {
    what: 'Code uit het voortgangsbestand van iemand anders, tot de student die weghaalt',
    where: 'sessionStorage',
    until: TAB_CLOSES,
    name: /^functielab:andermans:/,
  },
  {
    what: 'De pagina’s van de cursus, om zonder internet te lezen',
    where: 'Cache Storage',
    until: 'tot er een nieuwe versie is',
    name: /./,
  },
];
