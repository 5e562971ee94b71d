/** What a caller reads when a function outside the lab has no answer of its own. */
import type { FailureCode } from '../../../engine/invocation-failure.ts';

export const toldFailures = {
  HANDLER_ERROR: 'De functie gaf een fout. In het logboek staat welke.',
  HANDLER_TIMEOUT: 'De functie was niet op tijd klaar.',
  NOT_A_RESPONSE: 'De functie gaf geen Response terug.',
  RESPONSE_TOO_LARGE: 'Het antwoord van de functie is te groot.',
  REQUEST_TOO_LARGE: 'De body van dit verzoek is te groot.',
  NO_ROUTE: 'Op dit pad antwoordt geen functie.',
  METHOD_NOT_ALLOWED: 'Dit pad kent deze methode niet.',
} as const satisfies Partial<Record<FailureCode, string>>;

export type ToldFailure = keyof typeof toldFailures;
