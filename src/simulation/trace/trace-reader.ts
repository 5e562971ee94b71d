/**
 * Reads a trace of calls that really came, from text in pieces of any size: a file of 500 MB needs no more memory than its
 * calls. Begin at `trace-columns.ts`, which says what a trace looks like. The scenario's reader, the page and the command
 * import this.
 */
import { ScenarioError } from '../scenario-error.ts';
import { type Columns, columnsOf, type Row } from './trace-columns.ts';

/** Two columns of numbers in 80 MB. */
export const MOST_TRACE_CALLS = 5_000_000;
const MOST_LINE = 10_000;
const US_PER_MS = 1000;

export interface TraceReader {
  /**
   * The next piece of the text, cut anywhere.
   *
   * @throws ScenarioError with its line: `UNKNOWN_COLUMNS`, `HOLE`, `NOT_A_NUMBER`, `NOT_A_MOMENT`, `LOCAL_TIME`,
   *   `NEGATIVE`, `TOO_LARGE`, `UNSORTED`, `LONG_LINE`, `TOO_MANY_CALLS`
   */
  push(piece: string): void;
  /** The calls, once all of the text is in. @throws ScenarioError as `push` does, and `EMPTY_TRACE` */
  end(): TraceCalls;
}

/** A trace, read: when each call came, from the trace's beginning, and what it took where the trace says so. */
export interface TraceCalls {
  readonly atMs: ArrayLike<number>;
  readonly durationsMs?: ArrayLike<number>;
}

export function traceReader(): TraceReader {
  let rest = '';
  let line = 0;
  let columns: Columns | null = null;
  /** The first blank line after which nothing came yet: at the end a file may have some, between calls it may not. */
  let blankLine: number | null = null;
  const atMs = numbers();
  const durationsMs = numbers();

  function readLine(text: string): void {
    line += 1;
    if (text.length > MOST_LINE) throw new ScenarioError('LONG_LINE', '', { line, expected: MOST_LINE });
    if (text.trim() === '') {
      blankLine ??= line;
      return;
    }
    if (blankLine !== null && columns !== null) throw new ScenarioError('HOLE', '', { line: blankLine });
    blankLine = null;
    if (columns === null) {
      columns = columnsOf(text, line);
      if (columns.isHeader) return;
    }
    keep(columns.read(text, line), columns);
  }

  function keep(row: Row, { momentName }: Columns): void {
    const { count } = atMs;
    const before = count === 0 ? 0 : atMs.at(count - 1);
    // As whole microseconds, in which the platform sees them: two that are one there are in any order.
    if (Math.round(row.atMs * US_PER_MS) < Math.round(before * US_PER_MS)) {
      throw new ScenarioError('UNSORTED', momentName, { line });
    }
    if (count === MOST_TRACE_CALLS) {
      throw new ScenarioError('TOO_MANY_CALLS', '', { line, expected: MOST_TRACE_CALLS });
    }
    atMs.add(Math.max(row.atMs, before));
    if (row.durationMs !== null) durationsMs.add(row.durationMs);
  }

  return {
    push(piece) {
      let from = 0;
      for (let to = piece.indexOf('\n'); to !== -1; to = piece.indexOf('\n', from)) {
        readLine(rest + piece.slice(from, to));
        rest = '';
        from = to + 1;
      }
      rest += piece.slice(from);
      if (rest.length > MOST_LINE) {
        throw new ScenarioError('LONG_LINE', '', { line: line + 1, expected: MOST_LINE });
      }
    },
    end() {
      if (rest !== '') readLine(rest);
      rest = '';
      if (atMs.count === 0) throw new ScenarioError('EMPTY_TRACE', '');
      const calls = { atMs: atMs.all() };
      return durationsMs.count === 0 ? calls : { ...calls, durationsMs: durationsMs.all() };
    },
  };
}

/** Numbers that come one by one, 8 bytes each. */
function numbers() {
  let kept = new Float64Array(1024);
  let count = 0;
  return {
    get count() {
      return count;
    },
    at: (index: number) => kept[index] as number,
    add(value: number) {
      if (count === kept.length) {
        const more = new Float64Array(Math.min(2 * count, MOST_TRACE_CALLS));
        more.set(kept);
        kept = more;
      }
      kept[count] = value;
      count += 1;
    },
    all: () => kept.subarray(0, count),
  };
}
