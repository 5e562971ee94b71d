/** What was read of usage that somebody gave us, what is wrong with it, and what to do, in Dutch. */

import { LONGEST_PERIOD_ID, MOST_PERIODS } from '../../billing/index.ts';
import {
  nearColumn,
  type ReadingProblem,
  type ReadingProblemCode,
  type Span,
  type UsageFormat,
  type UsageReading,
} from '../../billing/reading/index.ts';
import { dateInWords } from '../../kit/dates.ts';
import { count } from '../../kit/numbers.ts';

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
  OTHER_UNIT: ({ field }) =>
    `${field} hoort niet bij deze eenheid. Kies een andere eenheid, of laat het weg.`,
  OTHER_TARIFF: ({ field }) => `${field} hoort bij een ander tarief. Kies dat tarief, of laat het weg.`,
  NOT_A_CLAIM: ({ field }) => `${field} moet true of false zijn.`,
  NOT_TEXT: ({ field }) => `${field} moet tekst zijn.`,
  TOO_LONG: ({ field }) =>
    `${field} is langer dan ${LONGEST_PERIOD_ID} tekens. Geef elke periode een kortere naam.`,
  TOO_MANY_PERIODS: ({ field }) =>
    `Er zijn meer dan ${MOST_PERIODS.toLocaleString('nl')} verschillende waarden van ${field}. Geef het log in delen, of laat ${field} weg: dan wordt elke aanroep apart afgerond.`,
  UNREADABLE_REPORT: ({ field }) =>
    `In deze REPORT-regel kunnen we ${field} niet lezen. Is de hele regel overgenomen?`,
  NO_TIME: ({ field }) =>
    `${field} ontbreekt, of is geen tijd. Zet dat veld aan in de export, of laat de regel weg.`,
  NOT_MEGABYTES: ({ field }) =>
    `${field} is geen geheugen in bytes, zoals 134217728 of 1.28E8. Neem de kolom over zoals Logs Insights die geeft.`,
  NOT_JSON: () => 'Dit is geen geldige JSON. Kijk naar aanhalingstekens en komma’s.',
  NOT_A_RECORD: () => 'Dit is geen object met velden zoals durationMs en memoryMb.',
  MISSING_COLUMNS: ({ field }) =>
    `In de eerste regel ontbreken kolommen: ${field}. Zet daar de namen van de kolommen, met ${field.startsWith('@') ? '@duration en @memorySize' : 'durationMs en memoryMb'} erbij.`,
  NAMED_TWICE: ({ field }) => `${field} staat er twee keer. Laat er één weg: nu is niet te zien welke telt.`,
  OPEN_QUOTE: () => 'Hier begint een aanhalingsteken dat nergens eindigt. Deze regel telt niet mee.',
  CUT_OFF: () =>
    'Wat hier begint, een lijst of een object, heeft geen einde. Is het hele bestand overgenomen? Wat volledig is, telt mee.',
  PIECE_TOO_LARGE: () =>
    'Dit is te veel achter elkaar voor één regel of één object. Exporteer het als CSV, of in kleinere delen.',
  NO_TEXT: ({ field }) =>
    field === '' ? 'Dit bestand is geen tekst. Exporteer het log als tekst, CSV of JSON.' : otherKinds(field),
  GZIP_BROKEN: () =>
    'Dit bestand is gezipt met gzip, maar niet compleet: het houdt halverwege op, of er staat nog iets achter. Pak het uit en probeer het opnieuw.',
  NOTHING_FOUND: () =>
    'Hier staat geen gebruik in. Geef logs van AWS Lambda, Azure, Google Cloud of Cloudflare, CSV met kolomnamen of JSON.',
} satisfies Record<ReadingProblemCode, (problem: ReadingProblem) => string>;

function otherKinds(kind: string): string {
  const packed = ['zip', 'zstd', 'bzip2', 'xz', '7z', 'gzip'];
  if (!packed.includes(kind)) return `Dit is een ${kind}-bestand. Exporteer het log als tekst, CSV of JSON.`;
  if (kind === 'gzip') return 'Dit bestand is twee keer gezipt. Pak het eerst uit.';
  return `Dit bestand is gezipt als ${kind}. Pak het eerst uit, of gebruik gzip (.gz): dat wordt wel gelezen. Ook een Excel-bestand is van binnen een zip: bewaar het dan als CSV.`;
}

export function usageMessage(problem: ReadingProblem): string {
  return messages[problem.code](problem);
}

const formats: Readonly<Record<UsageFormat, string>> = {
  report: 'logs van AWS Lambda',
  azure: 'logs van Azure (Application Insights)',
  google: 'logs van Google Cloud',
  cloudflare: 'logs van Cloudflare Workers',
  csv: 'CSV met kolommen',
  json: 'JSON',
  'json-lines': 'JSON, een object per regel',
};

/** "Gelezen als logs van AWS Lambda: 12 aanroepen, van 20 november 2026, 09:12 tot 09:40 (UTC)." */
export function readInWords({ format, calls, span }: UsageReading): string {
  const when = span === null ? '' : `, ${spanInWords(span)}`;
  return `Gelezen als ${formats[format]}: ${count(calls, 'aanroep', 'aanroepen')}${when}.`;
}

/** "van 20 november 2026, 09:12 tot 09:40 (UTC)"; to the minute, and a minute is said once. */
export function spanInWords({ fromMs, toMs }: Span): string {
  const [from, to] = [fromMs, toMs].map((ms) => new Date(ms).toISOString());
  const day = (iso = '') => dateInWords(iso.slice(0, 10));
  const time = (iso = '') => iso.slice(11, 16);
  const first = `van ${day(from)}, ${time(from)}`;
  if (day(from) !== day(to)) return `${first} tot ${day(to)}, ${time(to)} (UTC)`;
  return time(from) === time(to) ? `${first} (UTC)` : `${first} tot ${time(to)} (UTC)`;
}

/** For under a bill: it is of a month only when the log is. */
export function callsInWords(span: Span): string {
  return `Aanroepen ${spanInWords(span)}.`;
}

/**
 * What was skipped, supposed or not known, a sentence a thing. The page and the shell both say all of it.
 *
 * @param memoryMb what was taken where a log does not tell the memory
 */
export function readingNotes(reading: UsageReading, memoryMb: number): readonly string[] {
  const { skipped, problemCount, unknownColumns, billedOtherwise, restored, memoryAssumed } = reading;
  const notes: string[] = [];
  if (skipped > 0) {
    notes.push(`${count(skipped, 'andere regel', 'andere regels')} overgeslagen.`);
  }
  if (problemCount > 0) {
    const [can, counts] = problemCount === 1 ? ['regel kan', 'telt'] : ['regels kunnen', 'tellen'];
    notes.push(`${problemCount.toLocaleString('nl')} ${can} niet worden gelezen en ${counts} niet mee.`);
  }
  if (unknownColumns.length > 0) {
    const names = unknownColumns.map((name) => {
      const near = nearColumn(name);
      return near === null ? name : `${name} (bedoel je ${near}?)`;
    });
    notes.push(`Deze namen kennen we niet, en ze tellen niet mee: ${names.join(', ')}.`);
  }
  if (memoryAssumed > 0) {
    notes.push(
      `Bij ${count(memoryAssumed, 'aanroep', 'aanroepen')} staat geen geheugen in het log. Er is gerekend met ${memoryMb.toLocaleString('nl')} MB.`,
    );
  }
  if (billedOtherwise > 0) {
    notes.push(
      `Bij ${count(billedOtherwise, 'regel', 'regels')} bracht AWS zelf een andere tijd in rekening. Zijn die van voor augustus 2025? Toen was opstarten meestal gratis.`,
    );
  }
  if (restored > 0) {
    notes.push(
      `${count(restored, 'start kwam', 'starts kwamen')} uit een snapshot (SnapStart). De prijs daarvan telt niet mee.`,
    );
  }
  return notes;
}
