/**
 * What a trace looks like: a line for each call, in the order in which they began, as CSV with `,` or with `;` and a
 * decimal comma. It has one of two forms:
 *
 *     app,func,end_timestamp,duration        Azure's public traces: seconds, of which the begin is end − duration
 *     atMs,durationMs                        milliseconds from the beginning; `durationMs` may stay away
 *
 * Other columns are passed by. Without a header it is one column of moments. In the second form a moment may also be a date
 * with a time and a zone (`2026-09-01T08:30:00Z`); then the first call is the beginning.
 */
import { ScenarioError, type ScenarioErrorCode } from '../scenario-error.ts';

export interface Row {
  readonly atMs: number;
  /** Null in a trace that does not tell. */
  readonly durationMs: number | null;
}

export interface Columns {
  /** Whether the line that was looked at names the columns, and is no call. */
  readonly isHeader: boolean;
  /** What the column of moments is called, for an error. */
  readonly momentName: string;
  read(text: string, line: number): Row;
}

const MS_PER_SECOND = 1000;
/** A moment can be no later, and a duration no longer: 126 years. */
const MOST_MS = 4e12;
const AZURE = { end: 'end_timestamp', duration: 'duration' } as const;
const PLAIN = { at: 'atms', duration: 'durationms' } as const;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const DATE = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?<zone>Z|[+-]\d\d:?\d\d)?$/i;

/**
 * @param text the first line that is not blank
 * @throws ScenarioError `UNKNOWN_COLUMNS`
 */
export function columnsOf(text: string, line: number): Columns {
  const separator = text.includes(';') ? ';' : ',';
  const names = cellsOf(text.replace(/^\uFEFF/, ''), separator).map((name) => name.toLowerCase());
  const has = (name: string) => names.indexOf(name);
  if (has(AZURE.end) !== -1 && has(AZURE.duration) !== -1) {
    return azureColumns(names.length, has(AZURE.end), has(AZURE.duration), separator);
  }
  if (has(PLAIN.at) !== -1) return plainColumns(names.length, has(PLAIN.at), has(PLAIN.duration), separator);
  const isMoment = names.length === 1 && (NUMBER.test(names[0] ?? '') || DATE.test(names[0] ?? ''));
  if (isMoment) return { ...plainColumns(1, 0, -1, separator), isHeader: false };
  throw new ScenarioError('UNKNOWN_COLUMNS', '', {
    line,
    expected: [`${AZURE.end},${AZURE.duration}`, 'atMs', 'atMs,durationMs'],
  });
}

function azureColumns(width: number, endAt: number, durationAt: number, separator: string): Columns {
  return {
    isHeader: true,
    momentName: AZURE.end,
    read(text, line) {
      const cells = fullRow(text, width, separator, line);
      const endS = quantity(cells[endAt] as string, AZURE.end, line);
      const durationS = quantity(cells[durationAt] as string, AZURE.duration, line);
      const atMs = (endS - durationS) * MS_PER_SECOND;
      if (atMs < 0) throw new ScenarioError('NEGATIVE', `${AZURE.end} − ${AZURE.duration}`, { line });
      return { atMs, durationMs: durationS * MS_PER_SECOND };
    },
  };
}

function plainColumns(width: number, at: number, durationAt: number, separator: string): Columns {
  /** Of the first call, where moments are dates. */
  let beginsMs: number | null = null;
  const momentOf = (cell: string, line: number): number => {
    if (!cell.includes(':')) return quantity(cell, 'atMs', line);
    const date = dateOf(cell, line);
    beginsMs ??= date;
    return date - beginsMs;
  };
  return {
    isHeader: true,
    momentName: 'atMs',
    read(text, line) {
      const cells = fullRow(text, width, separator, line);
      const durationMs = durationAt === -1 ? null : quantity(cells[durationAt] as string, 'durationMs', line);
      return { atMs: momentOf(cells[at] as string, line), durationMs };
    },
  };
}

/** @throws ScenarioError `HOLE` for a line that is not as wide as the header, or has an empty cell */
function fullRow(text: string, width: number, separator: string, line: number): string[] {
  const cells = cellsOf(text, separator);
  if (cells.length !== width || cells.includes('')) throw new ScenarioError('HOLE', '', { line });
  return cells;
}

function cellsOf(text: string, separator: string): string[] {
  return text.split(separator).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
}

/** @throws ScenarioError `NOT_A_NUMBER`, `NEGATIVE`, `TOO_LARGE` */
function quantity(cell: string, field: string, line: number): number {
  const refuse = (code: ScenarioErrorCode) => new ScenarioError(code, field, { line, expected: MOST_MS });
  const written = cell.replace(',', '.');
  if (!NUMBER.test(written)) throw refuse('NOT_A_NUMBER');
  const value = Number(written);
  if (value < 0) throw refuse('NEGATIVE');
  if (!(value <= MOST_MS)) throw refuse('TOO_LARGE');
  return value;
}

/** @throws ScenarioError `NOT_A_MOMENT`, `LOCAL_TIME`: in autumn one local time is two moments */
function dateOf(cell: string, line: number): number {
  const found = DATE.exec(cell);
  if (found === null) throw new ScenarioError('NOT_A_MOMENT', 'atMs', { line });
  if (found.groups?.['zone'] === undefined) throw new ScenarioError('LOCAL_TIME', 'atMs', { line });
  const date = Date.parse(cell.replace(' ', 'T').replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
  if (Number.isNaN(date)) throw new ScenarioError('NOT_A_MOMENT', 'atMs', { line });
  return date;
}
