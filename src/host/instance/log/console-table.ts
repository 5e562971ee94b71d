/** `console.table`, in plain characters. */
import { inspectSafely } from './inspect.ts';

const ROWS_LIMIT = 200;
const INDEX = '(index)';
const VALUES = '(waarde)';

/** @returns null for something that is no list of anything; the caller then logs it as it is */
export function formatTable(data: unknown, columns?: readonly string[]): string | null {
  if (typeof data !== 'object' || data === null) return null;
  const rows = rowsOf(data).map(([index, value]) => cellsOf(index, value));
  const found = new Set(rows.flatMap((row) => [...row.keys()]));
  const wanted = columns === undefined ? [...found].filter((name) => name !== INDEX) : columns;
  const header = [INDEX, ...wanted.filter((name) => name !== VALUES)];
  if (columns === undefined && found.has(VALUES)) header.push(VALUES);
  const lines = [header, ...rows.map((row) => header.map((name) => row.get(name) ?? ''))];
  const widths = header.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const draw = (line: readonly string[]) =>
    line
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join(' │ ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('─┼─');
  const [head = [], ...body] = lines;
  return [draw(head), rule, ...body.map(draw)].join('\n');
}

function rowsOf(data: object): (readonly [string, unknown])[] {
  const rows: (readonly [string, unknown])[] =
    data instanceof Map
      ? [...data].map(([key, value]) => [inspectSafely(key), value])
      : data instanceof Set
        ? [...data].map((value, index) => [String(index), value])
        : Object.entries(data);
  return rows.slice(0, ROWS_LIMIT);
}

function cellsOf(index: string, value: unknown): Map<string, string> {
  const cells = new Map([[INDEX, index]]);
  if (typeof value === 'object' && value !== null) {
    for (const [key, cell] of Object.entries(value)) cells.set(key, inspectSafely(cell));
  } else {
    cells.set(VALUES, inspectSafely(value));
  }
  return cells;
}
