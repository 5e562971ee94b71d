/** Cuts a table of text into rows and cells, as RFC 4180 and spreadsheets write it, with the line on which each row begins. */
import { createLines, type Feeder } from './lines.ts';

/** A row of more lines has lost a quote. */
const MOST_LINES = 1_000;

export interface RowListener {
  readonly row: (cells: readonly string[], line: number) => void;
  /** A quote opens and does not close: that line is left out, and the rest is read from the next. */
  readonly openQuote: (line: number) => void;
  readonly tooLong: (line: number) => void;
}

export function createRows(delimiter: string, listener: RowListener): Feeder {
  /** Lines of a row with a line end in a cell. */
  let open: string[] = [];
  let openLine = 1;

  function readLine(line: string, number: number): void {
    if (open.length === 0) {
      openLine = number;
      if (line.trim() === '') return;
    }
    // Only a quote can close what a quote opened.
    if (open.length > 0 && !line.includes('"')) {
      open.push(line);
    } else {
      const cells = cellsOf(open.length === 0 ? line : [...open, line].join('\n'), delimiter);
      if (cells !== null) {
        open = [];
        listener.row(cells, openLine);
        return;
      }
      open.push(line);
    }
    if (open.length > MOST_LINES) giveUp();
  }

  function giveUp(): void {
    const [, ...rest] = open;
    open = [];
    listener.openQuote(openLine);
    const first = openLine + 1;
    for (const [at, line] of rest.entries()) readLine(line, first + at);
  }

  const lines = createLines(readLine, listener.tooLong);
  return {
    write: lines.write,
    end: () => {
      lines.end();
      while (open.length > 0) giveUp();
    },
  };
}

/** @returns null while a quote is open: the row goes on in the next line */
export function cellsOf(row: string, delimiter: string): readonly string[] | null {
  if (!row.includes('"')) return row.split(delimiter);
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    let cell = '';
    if (row[at] === '"') {
      let from = at + 1;
      for (;;) {
        const quote = row.indexOf('"', from);
        if (quote < 0) return null;
        cell += row.slice(from, quote);
        at = quote + 1;
        if (row[at] !== '"') break;
        cell += '"';
        from = at + 1;
      }
    }
    const next = row.indexOf(delimiter, at);
    const end = next < 0 ? row.length : next;
    cells.push(cell + row.slice(at, end));
    if (next < 0) return cells;
    at = end + 1;
  }
}
