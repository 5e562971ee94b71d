/** What is wrong with usage that somebody gave us, and what to do, in Dutch. */
import type { ReadingProblem, ReadingProblemCode } from '../../billing/reading/index.ts';

const messages = {
  MISSING: ({ field }) => `${field} ontbreekt. Vul het in, of laat de regel weg.`,
  NOT_A_NUMBER: ({ field }) => `${field} is geen getal. Schrijf een getal met cijfers, zoals 12.5.`,
  AMBIGUOUS: ({ field }) =>
    `${field} is op twee manieren te lezen: 1.250 kan 1250 zijn, maar ook 1,25. Schrijf het zonder punt (1250), of met een komma (1,25).`,
  NOT_AN_INTEGER: ({ field }) => `${field} moet een heel getal zijn.`,
  NOT_A_DECIMAL: ({ field }) => `${field} is geen bedrag zoals 0.20.`,
  NEGATIVE: ({ field }) => `${field} is minder dan nul. Dat kan niet.`,
  ZERO: ({ field }) => `${field} is nul. Er moet iets boven nul staan.`,
  TOO_LARGE: ({ field }) => `${field} is onmogelijk groot. Kijk of de eenheid klopt: ms en MB.`,
  OTHER_UNIT: ({ field }) => `${field} hoort niet bij deze eenheid.`,
  OTHER_TARIFF: ({ field }) => `${field} hoort bij een ander tarief.`,
  NOT_A_CLAIM: ({ field }) => `${field} moet true of false zijn.`,
  NOT_TEXT: ({ field }) => `${field} moet tekst zijn.`,
  UNREADABLE_REPORT: ({ field }) =>
    `In deze REPORT-regel kan ik ${field} niet lezen. Is de regel heel overgenomen?`,
  NOT_JSON: () => 'Dit is geen geldige JSON. Kijk naar aanhalingstekens en komma’s.',
  NOT_A_RECORD: () => 'Dit is geen object met velden zoals durationMs en memoryMb.',
  MISSING_COLUMNS: ({ field }) =>
    `In de eerste regel ontbreken kolommen: ${field}. Zet daar de namen van de kolommen, met durationMs en memoryMb erbij.`,
  NOTHING_FOUND: () =>
    'Hier staat geen gebruik in. Geef REPORT-regels van AWS Lambda, CSV met kolomnamen of JSON.',
} satisfies Record<ReadingProblemCode, (problem: ReadingProblem) => string>;

export function usageMessage(problem: ReadingProblem): string {
  return messages[problem.code](problem);
}
