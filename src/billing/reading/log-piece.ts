/** One piece of a log, whatever it is: a line of text, a cell of a table, or a value of JSON. */
import type { UsageRecord } from '../usage.ts';
import { columnNamed, isNumberColumn, nearColumn, neededColumns } from './columns.ts';
import { dated, fieldOf, type Item, type Means, NOTHING, plain, refusal } from './found.ts';
import { isMomentName } from './moment.ts';
import {
  azureName,
  isAzureTable,
  isGoogleEntry,
  readAzureRequest,
  readGoogleEntry,
  readGoogleText,
  readWorkerTrace,
} from './other-clouds.ts';
import { hasInsightsFields, readInsightsRow, readPlatformEvent, readReports } from './report-line.ts';

/** Arrays of an answer of AWS, in which each element is a piece of its own: `filter-log-events`, a subscription, Insights. */
export const LISTS = ['events', 'logEvents', 'results', 'entries'] as const;
/** What a program logs has one of these; it may tell of a `count` or a `durationMs` of its own, and that is no usage. */
const PROGRAM_SIGNS = ['message', 'msg', 'level'];
/** What has none of our names and one of these is a log of something else. */
const LOG_SIGNS = [...PROGRAM_SIGNS, 'type', 'timestamp', 'time'];

/** A text that may be JSON, or may hold lines of a log. */
export function readText(text: string, means: Means): readonly Item[] {
  if (/^\s*[[{]/.test(text)) {
    const value = parsed(text);
    if (value !== undefined) return readValue(value, means);
  }
  const reports = readReports(text);
  return reports.length > 0 ? reports : readGoogleText(text, means);
}

/** @returns undefined for what is no JSON */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A value of JSON. */
export function readValue(value: unknown, means: Means): readonly Item[] {
  if (Array.isArray(value)) return readList(value, means);
  if (typeof value !== 'object' || value === null) return [refusal('NOT_A_RECORD')];
  const name = Object.keys(value).find((one) => isMomentName(azureName(one)));
  const items = readObject(value, means);
  return name === undefined ? items : dated(items, fieldOf(value, name));
}

function readObject(value: object, means: Means): readonly Item[] {
  const type = fieldOf(value, 'type');
  if (typeof type === 'string' && type.startsWith('platform.')) return readPlatformEvent(value);
  const names = Object.keys(value);
  if (isOwn(names)) return readOwn(value, means);
  if (hasInsightsFields(names)) return readInsightsRow((name) => fieldOf(value, name));
  const message = fieldOf(value, 'message') ?? fieldOf(value, '@message');
  const trace = readWorkerTrace(value);
  if (trace !== null) return trace;
  if (isGoogleEntry(value)) return readGoogleEntry(value, means);
  if (typeof message === 'string') return readText(message, means);
  if (isAzureTable(names.map(azureName))) {
    const cells = new Map(Object.entries(value).map(([name, cell]) => [azureName(name), cell]));
    return readAzureRequest((name) => cells.get(name), means);
  }
  const list = LISTS.map((name) => fieldOf(value, name)).find(Array.isArray);
  if (list !== undefined) return list.flatMap((one) => readValue(one, means));
  const tables = fieldOf(value, 'tables');
  if (Array.isArray(tables)) return tables.flatMap((table) => readTable(table, means));
  if (names.some((name) => LOG_SIGNS.includes(name))) return NOTHING;
  return names.some((name) => nearColumn(name) !== null) ? readOwn(value, means) : [refusal('NOT_A_RECORD')];
}

function isOwn(names: readonly string[]): boolean {
  const columns = names.map(columnNamed).filter((column) => column !== null);
  if (columns.length === 0 || isAzureTable(names.map(azureName))) return false;
  const isLogged = names.some((name) => PROGRAM_SIGNS.includes(name));
  return !isLogged || neededColumns.every((column) => columns.includes(column));
}

/** A row of Insights is a list of fields; any other list in a list is none of ours. */
function readList(list: readonly unknown[], means: Means): readonly Item[] {
  const cells = new Map(list.map((one) => [fieldOf(one, 'field'), fieldOf(one, 'value')]));
  const names = [...cells.keys()].filter((name) => typeof name === 'string');
  if (names.length === 0) return [refusal('NOT_A_RECORD')];
  const message = cells.get('@message');
  const items = hasInsightsFields(names)
    ? readInsightsRow((name) => cells.get(name))
    : typeof message === 'string'
      ? readText(message, means)
      : NOTHING;
  return dated(items, cells.get('@timestamp'));
}

/** The answer of a query of Azure: names of columns, and rows of cells. */
function readTable(table: unknown, means: Means): readonly Item[] {
  const [columns, rows] = [fieldOf(table, 'columns'), fieldOf(table, 'rows')];
  if (!Array.isArray(columns) || !Array.isArray(rows)) return [refusal('NOT_A_RECORD')];
  const names = columns.map((column) => azureName(String(fieldOf(column, 'name'))));
  if (!isAzureTable(names)) return [refusal('NOT_A_RECORD')];
  const moment = String(names.findIndex(isMomentName));
  return rows.flatMap((row) =>
    dated(
      readAzureRequest((name) => fieldOf(row, String(names.indexOf(name))), means),
      fieldOf(row, moment),
    ),
  );
}

/** Our own names, in any capitals. */
function readOwn(value: object, { unknown }: Means): readonly Item[] {
  const fields: Record<string, unknown> = {};
  for (const [name, field] of Object.entries(value)) {
    const column = columnNamed(name);
    if (column === null) unknown(name);
    else if (Object.hasOwn(fields, column)) return [refusal('NAMED_TWICE', column)];
    else if (field !== null) fields[column] = isNumberColumn(column) ? numberIn(field) : field;
  }
  return [plain(fields as unknown as UsageRecord)];
}

/** Text that is exactly a number as JSON writes it; `1.000` and `007` stay text, and are told. */
function numberIn(field: unknown): unknown {
  return typeof field === 'string' && field !== '' && String(Number(field)) === field ? Number(field) : field;
}
