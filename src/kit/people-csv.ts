/**
 * A table as a Dutch or Belgian spreadsheet opens it with two clicks: semicolons between the cells, a comma in a number, a byte
 * order mark before the first, and nothing in it that becomes a formula. Whatever this site writes as CSV for people, it writes here.
 */

export type CsvCell =
  | string
  /** A number to reckon with. */
  | { readonly decimal: string | number };

/**
 * What a spreadsheet begins a formula with, in the width of our letters and in that of Chinese and Japanese ones. It may stand
 * behind whatever a spreadsheet takes off a cell first, or behind what another one takes for the end of the cell before it.
 */
const FORMULA = /(^|[;,|\t\r\n])([\s\p{C}"']*)([=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu;
/** Would end a row for a program that does not mind quotes. */
const BREAKS = /[\p{Cc}\u2028\u2029]+/gu;

/** @param rows cells in the order of `header` */
export function csvForPeople(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const lines = [header, ...rows].map((cells: readonly CsvCell[]) => cells.map(cellOf).join(';'));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cellOf(cell: CsvCell): string {
  if (typeof cell === 'string') return `"${harmless(cell).replaceAll('"', '""')}"`;
  return String(cell.decimal).replace('.', ',');
}

/** The same words, with an apostrophe before what would become a formula: a spreadsheet then takes it for text. */
export function harmless(text: string): string {
  return text.replace(FORMULA, "$1$2'$3").replace(BREAKS, ' ');
}
