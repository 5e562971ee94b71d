/**
 * Reads usage from text that comes in parts. What kind of text it is shows from its beginning; each piece of it is
 * read by itself, so that a log of several gigabytes takes no more memory than one of a few lines.
 */
import type { Usage } from '../rounding.ts';
import type { UsageRecord } from '../usage.ts';
import { createRows } from './csv-rows.ts';
import { delimiterOf, namesIn, separatorOf, type Table, tableOf } from './csv-table.ts';
import type { Means } from './found.ts';
import { createPieces } from './json-pieces.ts';
import { createLines, type Feeder } from './lines.ts';
import { LISTS, parsed, readText, readValue } from './log-piece.ts';
import { readReports } from './report-line.ts';
import { Tally, type UsageReading } from './tally.ts';

export interface ReadingOptions {
  /** Taken for calls of a log that does not tell their memory; `ASSUMED_MEMORY_MB` if absent. */
  readonly memoryMb?: number;
  /** Gets each record as it is found, also as whole numbers, ready for a meter. */
  readonly onRecord?: (record: UsageRecord, usage: Usage) => void;
}

/** The smallest size that Azure's Flex and Google's Cloud Run offer by default or as a choice. */
export const ASSUMED_MEMORY_MB = 512;

export interface TextReader {
  write(part: string): void;
  end(): UsageReading;
}

/** Characters of the beginning that show what it is. */
const ENOUGH_CHARACTERS = 65_536;

/** What AWS Lambda writes after a call, as text or as JSON: `aws logs tail` prints either behind a time. */
const HAS_REPORT = /REPORT RequestId:|platform\.report/;

type Container = 'lines' | 'csv' | 'json' | 'json-lines';

export function createTextReader({
  memoryMb = ASSUMED_MEMORY_MB,
  onRecord = () => {},
}: ReadingOptions): TextReader {
  const tally = new Tally(onRecord);
  const means: Means = { memoryMb, unknown: (name) => tally.unknown(name) };
  let head = '';
  let container: Container = 'lines';
  let feeder: Feeder | null = null;

  function begin(): Feeder {
    container = containerOf(head);
    const begun = feederOf(container, head, tally, means);
    feeder = begun;
    begun.write(head);
    head = '';
    return begun;
  }

  return {
    write(part) {
      const text = part.includes('\0') ? part.replaceAll('\0', '') : part;
      if (feeder !== null) {
        feeder.write(text);
        return;
      }
      head += text;
      if (head.length >= ENOUGH_CHARACTERS) begin();
    },
    end() {
      (feeder ?? begin()).end();
      return tally.reading(container);
    },
  };
}

function firstLineOf(head: string): { readonly line: string; readonly isWhole: boolean } {
  const start = head.trimStart();
  const end = start.search(/[\r\n]/);
  return { line: end < 0 ? start : start.slice(0, end), isWhole: end >= 0 };
}

function containerOf(head: string): Container {
  const { line, isWhole } = firstLineOf(head);
  if (/^(\{\s*(["}]|$)|\[\s*([{["\]]|$|null|true|false|-?\d+\s*[,\]]))/.test(line)) {
    const isObject = isWhole && line.startsWith('{') && parsed(line) !== undefined;
    return isObject && !LISTS.some((name) => line.includes(`"${name}"`)) ? 'json-lines' : 'json';
  }
  if (separatorOf(line) !== null) return 'csv';
  const delimiter = line.includes('REPORT RequestId:') ? null : delimiterOf(line);
  if (delimiter === null) return 'lines';
  // A line of a log may look a little like names of columns: then what comes after it is a log.
  const { problem } = tableOf(namesIn(line, delimiter), delimiter);
  return problem !== null && HAS_REPORT.test(head) ? 'lines' : 'csv';
}

function feederOf(container: Container, head: string, tally: Tally, means: Means): Feeder {
  const tooLong = (line: number) => tally.refuse(line, 'PIECE_TOO_LARGE');
  if (container === 'csv') return csvFeeder(firstLineOf(head).line, tally, means, tooLong);
  if (container === 'json') return jsonFeeder(tally, means, tooLong);
  return createLines((line, number) => {
    if (line.trim() === '') return;
    if (container === 'lines') tally.take(readText(line, means), number);
    else readJsonLine(line, number, tally, means);
  }, tooLong);
}

function readJsonLine(line: string, number: number, tally: Tally, means: Means): void {
  const value = parsed(line);
  if (value !== undefined) tally.take(readValue(value, means), number);
  else {
    const reports = readReports(line);
    if (reports.length > 0) tally.take(reports, number);
    else tally.refuse(number, 'NOT_JSON');
  }
}

function jsonFeeder(tally: Tally, means: Means, tooLarge: (line: number) => void): Feeder {
  return createPieces({
    piece: (text, line) => {
      const value = parsed(text);
      if (value === undefined) tally.refuse(line, 'NOT_JSON');
      else tally.take(readValue(value, means), line);
    },
    between: (text, line) => readJsonLine(text, line, tally, means),
    tooLarge,
    cutOff: (line) => tally.refuse(line, 'CUT_OFF'),
  });
}

function csvFeeder(first: string, tally: Tally, means: Means, tooLong: (line: number) => void): Feeder {
  const delimiter = separatorOf(first) ?? delimiterOf(first) ?? ',';
  let table: Table | null = null;
  return createRows(delimiter, {
    row: (cells, line) => {
      if (table !== null) {
        const isBlank = cells.length === 1 && (cells[0] ?? '').trim() === '';
        if (table.problem === null && !isBlank) tally.take(table.read(cells, means), line);
        return;
      }
      if (line === 1 && separatorOf(cells.join(delimiter)) !== null) return;
      table = tableOf(cells, delimiter);
      for (const name of table.unknown) tally.unknown(name);
      if (table.problem !== null) tally.refuse(line, table.problem.code, table.problem.field);
    },
    openQuote: (line) => tally.refuse(line, 'OPEN_QUOTE'),
    tooLong,
  });
}
