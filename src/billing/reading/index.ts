/**
 * Usage as people have it: logs of AWS Lambda, CSV with named columns, JSON. What kind it is shows from the text.
 * Every line that can't be read is told with its number, and the others count.
 *
 * No DOM and no Node here: the page of own logs and `npm run bill` read through this same door.
 */
import Papa from 'papaparse';
import { readUsage } from '../rounding.ts';
import type { UsageRecord } from '../usage.ts';
import { UsageError, type UsageErrorCode } from '../usage-error.ts';
import { type ColumnName, columnNamed, neededColumns, recordOf } from './columns.ts';
import { itemsOf, lineOfMistake } from './json-items.ts';
import { readReportLine } from './report-line.ts';

export type ReadingProblemCode =
  | UsageErrorCode
  | 'UNREADABLE_REPORT'
  /** A line that should be JSON and is not. */
  | 'NOT_JSON'
  /** JSON, but no object with the fields of a record. */
  | 'NOT_A_RECORD'
  | 'MISSING_COLUMNS'
  /** Nothing in it that any of the forms knows. */
  | 'NOTHING_FOUND';

export interface ReadingProblem {
  /** From 1. */
  readonly line: number;
  readonly code: ReadingProblemCode;
  /** Which field; empty when it is the whole line. */
  readonly field: string;
}

export type UsageFormat = 'report' | 'csv' | 'json' | 'json-lines';

export interface UsageReading {
  readonly format: UsageFormat;
  readonly records: readonly UsageRecord[];
  readonly problems: readonly ReadingProblem[];
  /** Lines about something else, such as what a function logs itself. */
  readonly skipped: number;
  /** Columns that no record has. */
  readonly unknownColumns: readonly string[];
  /** Lines where the platform says that it billed other time than ceil(init + duration). */
  readonly billedOtherwise: number;
  /** Lines of a start from a snapshot, whose own price is not counted. */
  readonly restored: number;
}

/** How many lines are read before a page gets its turn. */
const LINES_AT_ONCE = 4_000;

/** Reads a text whole. */
export function readUsageText(text: string): UsageReading {
  const reading = readInSteps(text);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
  }
}

/** The same, with a pause every few thousand lines, so that a page goes on. */
export async function readUsageSlowly(text: string, pause: () => Promise<void>): Promise<UsageReading> {
  const reading = readInSteps(text);
  for (;;) {
    const step = reading.next();
    if (step.done) return step.value;
    await pause();
  }
}

class Collected {
  readonly records: UsageRecord[] = [];
  readonly problems: ReadingProblem[] = [];
  skipped = 0;
  billedOtherwise = 0;
  restored = 0;
  unknownColumns: readonly string[] = [];

  add(record: UsageRecord, line: number): void {
    this.addRead(() => record, line);
  }

  /** @param read makes the record, and throws a UsageError when a field can't be read */
  addRead(read: () => UsageRecord, line: number): void {
    try {
      const record = read();
      readUsage(record);
      this.records.push(record);
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      this.problems.push({ line, code: error.code, field: error.field });
    }
  }

  refuse(line: number, code: ReadingProblemCode, field = ''): void {
    this.problems.push({ line, code, field });
  }

  as(format: UsageFormat): UsageReading {
    const { records, problems, skipped, unknownColumns, billedOtherwise, restored } = this;
    return { format, records, problems, skipped, unknownColumns, billedOtherwise, restored };
  }
}

function* readInSteps(text: string): Generator<void, UsageReading> {
  const clean = text.replace(/^\uFEFF/, '');
  const format = formatOf(clean);
  const collected = new Collected();
  if (format === 'json') readJson(clean, collected);
  else if (format === 'json-lines') yield* readLines(clean, collected, readJsonLine);
  else if (format === 'report') yield* readLines(clean, collected, readLogLine);
  else yield* readCsv(clean, collected);
  if (collected.records.length === 0 && collected.problems.length === 0) collected.refuse(1, 'NOTHING_FOUND');
  return collected.as(format);
}

function formatOf(text: string): UsageFormat {
  if (text.includes('REPORT RequestId:') || text.includes('platform.report')) return 'report';
  const start = text.trimStart();
  if (start.startsWith('[')) return 'json';
  if (!start.startsWith('{')) return 'csv';
  try {
    JSON.parse(text);
    return 'json';
  } catch {
    return 'json-lines';
  }
}

function* readLines(
  text: string,
  collected: Collected,
  readLine: (line: string, number: number, collected: Collected) => void,
): Generator<void> {
  const lines = text.split(/\r\n|\n|\r/);
  for (const [at, line] of lines.entries()) {
    if (at > 0 && at % LINES_AT_ONCE === 0) yield;
    if (line.trim() !== '') readLine(line, at + 1, collected);
  }
}

function readLogLine(line: string, number: number, collected: Collected): void {
  const report = readReportLine(line);
  if (report === null) {
    collected.skipped += 1;
    return;
  }
  if ('code' in report) {
    collected.refuse(number, report.code, report.field);
    return;
  }
  collected.add(report.record, number);
  if (report.hasRestore) collected.restored += 1;
  const { durationMs, initMs = 0 } = report.record;
  const expectedMs = Math.max(1, Math.ceil(Math.round((durationMs + initMs) * 1_000) / 1_000));
  if (report.billedMs !== null && report.billedMs !== expectedMs) collected.billedOtherwise += 1;
}

function readJsonLine(line: string, number: number, collected: Collected): void {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    collected.refuse(number, 'NOT_JSON');
    return;
  }
  addJson(value, number, collected);
}

function readJson(text: string, collected: Collected): void {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    collected.refuse(lineOfMistake(text), 'NOT_JSON');
    return;
  }
  if (!Array.isArray(value)) {
    addJson(value, 1, collected);
    return;
  }
  const items = itemsOf(text);
  for (const [at, one] of value.entries()) addJson(one, items[at]?.line ?? 1, collected);
}

function addJson(value: unknown, number: number, collected: Collected): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    collected.refuse(number, 'NOT_A_RECORD');
    return;
  }
  collected.add(value as UsageRecord, number);
}

function* readCsv(text: string, collected: Collected): Generator<void> {
  const delimiter = delimiterOf(text);
  const { data } = Papa.parse<string[]>(text, { delimiter });
  const [header = [], ...rows] = data;
  const columns = header.map(columnNamed);
  const missing = neededColumns.filter((name) => !columns.includes(name));
  if (missing.length > 0) {
    if (text.trim() !== '') collected.refuse(1, 'MISSING_COLUMNS', missing.join(', '));
    return;
  }
  collected.unknownColumns = header.filter((name, at) => columns[at] === null && name.trim() !== '');
  let line = 1 + linesIn(header);
  for (const [at, row] of rows.entries()) {
    if (at > 0 && at % LINES_AT_ONCE === 0) yield;
    if (row.length > 1 || (row[0] ?? '').trim() !== '') {
      const cells = new Map<ColumnName, string>();
      for (const [column, name] of columns.entries()) {
        if (name !== null) cells.set(name, row[column] ?? '');
      }
      collected.addRead(() => recordOf(cells, delimiter !== ','), line);
    }
    line += linesIn(row);
  }
}

/**
 * What stands between the cells: what gives the first line most names of columns that we know, a comma when none does.
 * Guessed from the rows, as the parser would, a short file of two columns with a line end at its end is one column.
 */
function delimiterOf(text: string): string {
  const known = (delimiter: string) => {
    const [header = []] = Papa.parse<string[]>(text, { delimiter, preview: 1 }).data;
    return header.filter((name) => columnNamed(name) !== null).length;
  };
  return [',', ';', '\t'].reduce((best, other) => (known(other) > known(best) ? other : best));
}

/** A cell in quotes may hold line ends: the row then takes more than one line. */
function linesIn(row: readonly string[]): number {
  return row.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 1);
}
