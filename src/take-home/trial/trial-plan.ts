/** What is done in the hour, how long each part is reckoned to take, and what is asked of it. */
import type { TargetId } from '../clouds/index.ts';

export interface TrialQuestion {
  readonly id: string;
  readonly label: string;
  /** What can be chosen; anything may be written where there is none. */
  readonly options?: readonly string[];
  /** A number is written: with which unit the label says. */
  readonly isNumber?: boolean;
}

export interface TrialPart {
  readonly id: 'klaarzetten' | 'webcontainer' | TargetId | 'inleveren';
  readonly title: string;
  readonly minutes: number;
  readonly questions: readonly TrialQuestion[];
}

/** Whether a part went well: the one question that the page counts. */
export const OUTCOME = 'uitkomst';
export const OUTCOMES = ['gelukt', 'mislukt', 'niet gedaan'] as const;

const outcome: TrialQuestion = { id: OUTCOME, label: 'Hoe ging het?', options: OUTCOMES };
const YES_OR_NO = ['ja', 'nee'] as const;
const other: TrialQuestion = { id: 'anders', label: 'Wat ging anders dan de stappen zeggen?' };

/** Of each platform the same, so that what comes in can be laid side by side. */
const CLOUD_QUESTIONS: readonly TrialQuestion[] = [
  outcome,
  { id: 'tests', label: 'Slaagde npm test met het adres van de uitrol?', options: YES_OR_NO },
  { id: 'antwoord', label: 'Wat antwoordde /begroet?naam=Mila?' },
  { id: 'koud', label: 'Seconden tot het eerste antwoord', isNumber: true },
  { id: 'warm', label: 'Seconden tot het tweede antwoord', isNumber: true },
  { id: 'logboek', label: 'Stond de aanroep in het log?', options: YES_OR_NO },
  { id: 'weg', label: 'Is alles weer weggehaald?', options: YES_OR_NO },
  other,
];

function cloud(id: TargetId, title: string, minutes: number): TrialPart {
  return { id, title, minutes, questions: CLOUD_QUESTIONS };
}

export const TRIAL_PARTS: readonly TrialPart[] = [
  {
    id: 'klaarzetten',
    title: 'Klaarzetten',
    minutes: 2,
    questions: [
      { id: 'wie', label: 'Je naam, of hoe we je mogen noemen (mag leeg)' },
      { id: 'systeem', label: 'Besturingssysteem, en de versie van Node (node --version)' },
      { id: 'adres', label: 'Op welk adres staat de cursus die je gebruikt?' },
    ],
  },
  {
    id: 'webcontainer',
    title: 'WebContainer',
    minutes: 10,
    questions: [
      outcome,
      { id: 'browser', label: 'Welke browser, en welke versie?' },
      { id: 'seconden', label: 'Seconden van de eerste klik tot het antwoord', isNumber: true },
      { id: 'gelijk', label: 'Was het antwoord gelijk aan dat van de omgeving Browser?', options: YES_OR_NO },
      { id: 'pakketten', label: 'Draaide de functie uit de les over pakketten?', options: YES_OR_NO },
      { id: 'melding', label: 'Welke melding kwam er, letterlijk?' },
      other,
    ],
  },
  cloud('cloudflare', 'Cloudflare Workers', 5),
  cloud('aws', 'AWS Lambda', 8),
  cloud('google', 'Google Cloud Run functions', 8),
  cloud('azure', 'Azure Functions', 8),
  cloud('oracle', 'OCI Functions (Oracle)', 9),
  cloud('knative', 'Knative Functions', 5),
  cloud('container', 'Container', 3),
  { id: 'inleveren', title: 'Inleveren', minutes: 2, questions: [] },
];
