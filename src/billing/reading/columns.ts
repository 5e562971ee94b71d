/** The fields of a usage record as columns of text. */
import type { UsageRecord } from '../usage.ts';

const numberFields = [
  'count',
  'durationMs',
  'memoryMb',
  'initMs',
  'cpuMs',
  'memoryUsedMb',
  'instanceMs',
  'vcpu',
  'responseBytes',
] as const;
const claimFields = ['reserved', 'onReserved'] as const;
const textFields = ['activePeriodId'] as const;

export const columnNames = [...numberFields, ...claimFields, ...textFields] as const;
export type ColumnName = (typeof columnNames)[number];
/** Without these no bill can be made. */
export const neededColumns = ['durationMs', 'memoryMb'] as const;

/** The column of that name, in any capitals; null for one that we have no use for. */
export function columnNamed(name: string): ColumnName | null {
  const plain = name.trim().toLowerCase();
  return columnNames.find((column) => column.toLowerCase() === plain) ?? null;
}

/**
 * One row as a record. What is no number stays what it is: the record is checked where it comes in, and says so.
 *
 * @param hasDecimalComma as a Dutch spreadsheet writes it, between semicolons
 */
export function recordOf(cells: ReadonlyMap<ColumnName, string>, hasDecimalComma: boolean): UsageRecord {
  const fields: Record<string, unknown> = {};
  for (const [name, text] of cells) {
    const cell = text.trim();
    if (cell === '') continue;
    if (isIn(numberFields, name)) fields[name] = numberOf(cell, hasDecimalComma);
    else if (isIn(claimFields, name)) fields[name] = claimOf(cell);
    else fields[name] = cell;
  }
  return fields as unknown as UsageRecord;
}

function isIn<T extends string>(names: readonly T[], name: string): name is T {
  return (names as readonly string[]).includes(name);
}

function numberOf(cell: string, hasDecimalComma: boolean): number | string {
  const text = hasDecimalComma ? cell.replace(',', '.') : cell;
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) ? Number(text) : cell;
}

function claimOf(cell: string): boolean | string {
  const text = cell.toLowerCase();
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  return cell;
}
