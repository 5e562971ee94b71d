/** Plans for a term: which lessons in which week, and what there is for at home. `pages/docent/periode.astro` prints them. */

export interface Week {
  /** Slugs of lessons, in class, in order. */
  readonly inClass: readonly string[];
  /** Slugs of lessons that students do by themselves. */
  readonly atHome: readonly string[];
  /** What else is done in class. */
  readonly also?: string;
}

export interface TermPlan {
  readonly id: string;
  readonly title: string;
  readonly forWhom: string;
  /** Of `CLASS_MINUTES`. */
  readonly minutes: 45 | 50 | 90;
  /** Lessons at school in a week. */
  readonly perWeek: number;
  /** Lessons that are in none of them are for who has time left. */
  readonly weeks: readonly Week[];
}

const SET_HOUR =
  'De reeks van de vorige weken maken en inleveren. Bespreek daarna wat bij veel studenten misging.';

export const TERM_PLANS: readonly TermPlan[] = [
  {
    id: 'zes-weken',
    title: 'Zes weken, één les per week',
    forWhom: 'Voor een kennismaking naast een ander vak: van de eerste functie tot de eerste rekening.',
    minutes: 50,
    perWeek: 1,
    weeks: [
      { inClass: ['wat-zijn-serverless-functions'], atHome: [] },
      { inClass: ['betalen-per-gebruik'], atHome: [] },
      { inClass: ['gebeurtenisgedreven-applicaties'], atHome: [] },
      { inClass: ['koude-en-warme-starts'], atHome: [] },
      { inClass: ['schalen-ook-naar-nul'], atHome: [] },
      { inClass: ['toestand-bewaar-je-ergens-anders'], atHome: ['wanneer-altijd-aan-goedkoper-is'] },
    ],
  },
  {
    id: 'vlaanderen',
    title: 'Dertien weken, twee lesuren van 50 minuten',
    forWhom: 'Voor het secundair onderwijs en de hogeschool in Vlaanderen: een semester.',
    minutes: 50,
    perWeek: 2,
    weeks: [
      { inClass: ['wat-zijn-serverless-functions', 'betalen-per-gebruik'], atHome: [] },
      { inClass: ['gebeurtenisgedreven-applicaties', 'een-bestand-komt-binnen'], atHome: [] },
      { inClass: ['op-vaste-tijden', 'werk-in-de-wachtrij'], atHome: [] },
      { inClass: ['koude-en-warme-starts', 'schalen-ook-naar-nul'], atHome: [] },
      { inClass: ['toestand-bewaar-je-ergens-anders', 'als-het-misgaat'], atHome: [] },
      { inClass: ['twee-keer-hetzelfde-bericht'], atHome: [], also: SET_HOUR },
      { inClass: ['je-rekening-lezen', 'geheugen-kiezen'], atHome: [] },
      { inClass: ['wat-kost-het-waar', 'wanneer-altijd-aan-goedkoper-is'], atHome: [] },
      { inClass: ['de-rekening-als-doelwit'], atHome: [], also: SET_HOUR },
      { inClass: ['onder-de-motorkap', 'pakketten-en-koude-starts'], atHome: [] },
      { inClass: ['van-server-naar-functies', 'naar-een-echte-cloud'], atHome: [] },
      { inClass: ['testen-wat-je-uitrolt', 'een-maand-in-een-seconde'], atHome: [] },
      { inClass: ['hoeveel-servers-zou-je-nodig-hebben', 'alles-bij-elkaar'], atHome: [] },
    ],
  },
  {
    id: 'nederland',
    title: 'Tien weken, één blok van 90 minuten',
    forWhom: 'Voor mbo en hbo in Nederland: een periode, met lessen die studenten thuis voorbereiden.',
    minutes: 90,
    perWeek: 1,
    weeks: [
      { inClass: ['wat-zijn-serverless-functions'], atHome: ['betalen-per-gebruik'] },
      { inClass: ['gebeurtenisgedreven-applicaties'], atHome: ['een-bestand-komt-binnen'] },
      { inClass: ['werk-in-de-wachtrij'], atHome: ['op-vaste-tijden'] },
      { inClass: ['koude-en-warme-starts'], atHome: [] },
      { inClass: ['schalen-ook-naar-nul'], atHome: [] },
      { inClass: ['toestand-bewaar-je-ergens-anders'], atHome: ['je-rekening-lezen'] },
      { inClass: ['als-het-misgaat'], atHome: ['twee-keer-hetzelfde-bericht'] },
      { inClass: ['wanneer-altijd-aan-goedkoper-is'], atHome: ['wat-kost-het-waar'] },
      { inClass: ['de-rekening-als-doelwit'], atHome: ['naar-een-echte-cloud'] },
      { inClass: ['alles-bij-elkaar'], atHome: [] },
    ],
  },
];
