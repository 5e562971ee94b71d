/** The fields of a usage record as columns of text. */
import type { UsageRecord } from '../usage.ts';
import { UsageError } from '../usage-error.ts';
import { readWrittenNumber } from '../written-number.ts';

/** What has no parts: a point before three digits can only mark thousands there. */
const wholeFields = ['count', 'memoryMb', 'memoryUsedMb', 'responseBytes'] as const;
const numberFields = [...wholeFields, 'durationMs', 'initMs', 'cpuMs', 'instanceMs', 'vcpu'] as const;
const claimFields = ['reserved', 'onReserved'] as const;
const textFields = ['activePeriodId'] as const;

export const columnNames = [...numberFields, ...claimFields, ...textFields] as const;
export type ColumnName = (typeof columnNames)[number];
/** Without these no bill can be made. */
export const neededColumns = ['durationMs', 'memoryMb'] as const;
/** Letters at the beginning that make two names alike. */
const LEAST_SHARED = 3;

/** The column of that name, in any capitals; null for one that we have no use for. */
export function columnNamed(name: string): ColumnName | null {
  const plain = name.trim().toLowerCase();
  return columnNames.find((column) => column.toLowerCase() === plain) ?? null;
}

export function isNumberColumn(name: ColumnName): boolean {
  return isIn(numberFields, name);
}

/** The column that a name was probably meant to be: `initDurationMs` begins as `initMs` does. Null when none begins like it. */
export function nearColumn(name: string): ColumnName | null {
  const plain = name.trim().toLowerCase();
  const shared = (column: string) => {
    const at = [...column.toLowerCase()].findIndex((letter, place) => letter !== plain[place]);
    return at < 0 ? column.length : at;
  };
  const best = columnNames.reduce((a, b) => (shared(b) > shared(a) ? b : a));
  return shared(best) >= LEAST_SHARED ? best : null;
}

/**
 * One row as a record. What is no number stays what it is: the record is checked where it comes in, and says so.
 *
 * @param isDutch as a Dutch spreadsheet writes numbers, between semicolons or tabs; else as programs do
 * @throws UsageError `AMBIGUOUS` for a number that is a thousand times another one to who writes the other notation
 */
export function recordOf(cells: ReadonlyMap<ColumnName, string>, isDutch: boolean): UsageRecord {
  const fields: Record<string, unknown> = {};
  for (const [name, text] of cells) {
    const cell = text.trim();
    if (cell === '') continue;
    if (isIn(numberFields, name)) fields[name] = isDutch ? dutchNumberOf(cell, name) : numberOf(cell, name);
    else if (isIn(claimFields, name)) fields[name] = claimOf(cell);
    else fields[name] = cell;
  }
  return fields as unknown as UsageRecord;
}

function isIn<T extends string>(names: readonly T[], name: string): name is T {
  return (names as readonly string[]).includes(name);
}

function numberOf(cell: string, name: string): number | string {
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(cell)) return cell;
  // Programs write 128.0 for 128; with three digits it is a thousand calls as much as one.
  if (isIn(wholeFields, name) && /^-?[1-9]\d{0,2}\.\d{3}$/.test(cell))
    throw new UsageError('AMBIGUOUS', name);
  return Number(cell);
}

function dutchNumberOf(cell: string, name: string): number | string {
  const power = /^(-?\d+(?:[.,]\d+)?)(e[+-]?\d+)$/i.exec(cell);
  if (power) return Number(`${power[1]?.replace(',', '.')}${power[2]}`);
  const read = readWrittenNumber(cell, isIn(wholeFields, name));
  if (read === null) return cell;
  // In a file nobody sees how a number was taken: a factor of a thousand is asked about, not guessed.
  if (read.couldBe !== null) throw new UsageError('AMBIGUOUS', name);
  return read.value;
}

function claimOf(cell: string): boolean | string {
  const text = cell.toLowerCase();
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  return cell;
}
