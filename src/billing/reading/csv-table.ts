/** What a table is about, by the names of its columns, and what its rows say: our own, of Logs Insights, of a log, of Azure. */
import type { UsageRecord } from '../usage.ts';
import { UsageError } from '../usage-error.ts';
import { type ColumnName, columnNamed, nearColumn, neededColumns, recordOf } from './columns.ts';
import { cellsOf } from './csv-rows.ts';
import { dated, type Item, type Means, plain, refusal } from './found.ts';
import { readText } from './log-piece.ts';
import { isMomentName } from './moment.ts';
import { azureName, isAzureTable, readAzureRequest } from './other-clouds.ts';
import { hasInsightsFields, insightsNeeds, readInsightsRow } from './report-line.ts';

export interface Table {
  /** Why no row of it can be read; null when they can. */
  readonly problem: { readonly code: 'MISSING_COLUMNS' | 'NAMED_TWICE'; readonly field: string } | null;
  /** Columns that no record has. */
  readonly unknown: readonly string[];
  readonly read: (cells: readonly string[], means: Means) => readonly Item[];
}

const DELIMITERS = [',', ';', '\t'] as const;
const MESSAGES = ['message', '@message'];

/** What stands between the cells: what gives the first line most names that we know; null when no line of names is there. */
export function delimiterOf(header: string): string | null {
  const known = (delimiter: string) => namesIn(header, delimiter).filter(isKnown).length;
  const best = DELIMITERS.reduce((a, b) => (known(b) > known(a) ? b : a));
  if (known(best) > 0) return best;
  // Names that are nearly right, in a row of them: worth a word about which are missing.
  const near = (delimiter: string) => {
    const cells = namesIn(header, delimiter);
    return cells.length > 1 && cells.some((name) => nearColumn(name) !== null);
  };
  return DELIMITERS.find(near) ?? null;
}

/** The names in the first line of a file; the last of them may go on in the next line. */
export function namesIn(header: string, delimiter: string): readonly string[] {
  return cellsOf(header, delimiter) ?? cellsOf(`${header}"`, delimiter) ?? [];
}

function isKnown(name: string): boolean {
  const plainName = name.trim();
  const isOther = MESSAGES.includes(plainName) || hasInsightsFields([plainName]);
  return columnNamed(name) !== null || isOther || ['duration', 'durationms'].includes(azureName(name));
}

export function tableOf(header: readonly string[], delimiter: string): Table {
  const names = header.map((name) => name.trim());
  const columns = names.map(columnNamed);
  const isDutch = delimiter !== ',';
  const isOwn = neededColumns.every((name) => columns.includes(name));
  const table = isOwn ? null : tableOfLog(names, delimiter);
  return table ?? ownTable(names, columns, isDutch);
}

/** What a cloud exported, each row at its time; null for another table. */
function tableOfLog(names: readonly string[], delimiter: string): Table | null {
  const plainNames = names.map(azureName);
  const message = names.findIndex((name) => MESSAGES.includes(name));
  const isDutch = delimiter !== ',';
  let table: Table;
  if (hasInsightsFields(names)) table = insightsTable(names, isDutch);
  else if (isAzureTable(plainNames)) table = azureTable(plainNames, isDutch);
  else if (message >= 0) table = messageTable(names, message, delimiter);
  else return null;
  const moment = plainNames.findIndex(isMomentName);
  return { ...table, read: (cells, means) => dated(table.read(cells, means), cells[moment]) };
}

function ownTable(
  names: readonly string[],
  columns: readonly (ColumnName | null)[],
  isDutch: boolean,
): Table {
  const missing = neededColumns.filter((name) => !columns.includes(name));
  const twice = columns.find((name, at) => name !== null && columns.indexOf(name) !== at);
  return {
    problem: problemOf(missing, twice ?? null),
    unknown: names.filter((name, at) => columns[at] === null && name !== ''),
    read: (row) => {
      const cells = new Map<ColumnName, string>();
      for (const [column, name] of columns.entries()) if (name !== null) cells.set(name, row[column] ?? '');
      return [recordIn(cells, isDutch)];
    },
  };
}

function problemOf(missing: readonly string[], twice: string | null): Table['problem'] {
  if (missing.length > 0) return { code: 'MISSING_COLUMNS', field: missing.join(', ') };
  return twice === null ? null : { code: 'NAMED_TWICE', field: twice };
}

function recordIn(cells: ReadonlyMap<ColumnName, string>, isDutch: boolean): Item {
  try {
    return plain(recordOf(cells, isDutch));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return refusal(error.code, error.field);
  }
}

function insightsTable(names: readonly string[], isDutch: boolean): Table {
  const missing = insightsNeeds.filter((name) => !names.includes(name));
  return {
    problem: problemOf(missing, null),
    unknown: [],
    read: (row) =>
      readInsightsRow((name) => {
        const cell = row[names.indexOf(name)];
        return isDutch ? cell?.replace(',', '.') : cell;
      }),
  };
}

/** A cell holds what was logged; a comma in one without quotes, in the last column, is part of it. */
function messageTable(names: readonly string[], message: number, delimiter: string): Table {
  const isLast = message === names.length - 1;
  return {
    problem: null,
    unknown: [],
    read: (row, means) => readText((isLast ? row.slice(message).join(delimiter) : row[message]) ?? '', means),
  };
}

function azureTable(names: readonly string[], isDutch: boolean): Table {
  const at = names.includes('durationms') ? names.indexOf('durationms') : names.indexOf('duration');
  return {
    problem: null,
    unknown: [],
    read: (row, means) => {
      // The number is written as in any other table, so the same reader of numbers takes it, or asks.
      const read = recordIn(new Map<ColumnName, string>([['durationMs', row[at] ?? '']]), isDutch);
      if ('code' in read) return [read];
      const { durationMs } = read.record as Partial<UsageRecord>;
      return readAzureRequest(
        (name) => (names.indexOf(name) === at ? durationMs : row[names.indexOf(name)]),
        means,
      );
    },
  };
}

/** The row that a table begins with, past `sep=;`, with which spreadsheets name what stands between. */
export function separatorOf(line: string): string | null {
  return /^"?sep=(.)"?$/.exec(line.trim())?.[1] ?? (line === 'sep=\t' ? '\t' : null);
}
