/** What a reader sees when a scenario or a trace is refused. */
import type { ScenarioError, ScenarioErrorCode } from './scenario-error.ts';

type Say = (error: ScenarioError) => string;

const list = ({ expected }: ScenarioError) =>
  typeof expected === 'object' ? expected.map((name) => `\`${name}\``).join(', ') : '';
const amount = ({ expected }: ScenarioError) =>
  typeof expected === 'number' ? expected.toLocaleString('nl-NL') : '';

const MESSAGES: Readonly<Record<ScenarioErrorCode, Say>> = {
  MISSING: () => 'dit veld ontbreekt.',
  UNKNOWN_FIELD: () => 'dit veld bestaat niet. Kijk naar de spelling.',
  UNKNOWN_KIND: (error) => `kies een van ${list(error)}.`,
  NOT_AN_OBJECT: () => 'hier hoort een object te staan, tussen { en }.',
  NOT_A_LIST: () => 'hier hoort een lijst te staan, tussen [ en ].',
  NOT_TEXT: () => 'hier hoort tekst te staan.',
  NOT_A_NUMBER: () => 'hier hoort een eindig getal te staan.',
  NOT_AN_INTEGER: () => 'hier hoort een geheel getal te staan.',
  NEGATIVE: () => 'dit kan niet minder dan 0 zijn.',
  ZERO: () => 'dit moet meer dan 0 zijn.',
  TOO_SMALL: (error) => `dit moet minstens ${amount(error)} zijn.`,
  TOO_LARGE: (error) => `dit is te groot: het mag maximaal ${amount(error)} zijn.`,
  WRONG_LENGTH: (error) => `dit heeft niet het goede aantal getallen: ${amount(error)}.`,
  INFINITE_MEAN: () => 'het gemiddelde van deze duur is oneindig, of langer dan een jaar.',
  LONGER_THAN_TIMEOUT: (error) =>
    `gemiddeld duurt een aanroep langer dan de timeout van ${amount(error)} ms: bijna geen enkele krijgt dan een antwoord.`,
  TOO_MANY_CALLS: (error) =>
    `dit worden meer dan ${amount(error)} aanroepen. Kies een kortere tijd of minder aanroepen per seconde.`,
  NO_SUCH_FILE: () => 'dit bestand is hier niet te lezen.',
  UNKNOWN_COLUMNS: (error) => `hier horen de namen van de kolommen te staan: ${list(error)}.`,
  HOLE: () => 'op deze regel ontbreekt een waarde, of er staat er een te veel.',
  UNSORTED: () => 'deze aanroep begint eerder dan die ervoor. Sorteer de aanroepen op hun begin.',
  LOCAL_TIME: () => 'bij deze tijd staat geen tijdzone. Schrijf er `Z` of bijvoorbeeld `+01:00` achter.',
  NOT_A_MOMENT: () => 'dit is geen tijdstip. Schrijf het als `2026-09-01T08:30:00Z`.',
  LONG_LINE: (error) => `deze regel is langer dan ${amount(error)} tekens.`,
  EMPTY_TRACE: () => 'hier staat geen enkele aanroep in.',
};

/** One sentence that begins with the line and the field: "Regel 12, `duration`: dit kan niet minder dan 0 zijn." */
export function sayScenarioError(error: ScenarioError): string {
  const line = error.line === undefined ? '' : `Regel ${error.line}`;
  const field = error.field === '' ? '' : `\`${error.field}\``;
  const where = [line, field].filter((part) => part !== '').join(', ');
  return `${where === '' ? 'Het scenario' : where}: ${MESSAGES[error.code](error)}`;
}
