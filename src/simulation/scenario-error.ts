/** Everything that can be wrong with a scenario or with a trace; the Dutch sentences are in `words.ts`. */
export type ScenarioErrorCode =
  /** The field must be there and is not. */
  | 'MISSING'
  /** There is no such field: mistyped, or meant for another kind. */
  | 'UNKNOWN_FIELD'
  /** Must be one of the names in `expected`. */
  | 'UNKNOWN_KIND'
  | 'NOT_AN_OBJECT'
  | 'NOT_A_LIST'
  | 'NOT_TEXT'
  /** Not a number at all, `NaN`, or an infinity. */
  | 'NOT_A_NUMBER'
  | 'NOT_AN_INTEGER'
  | 'NEGATIVE'
  /** Must be above zero. */
  | 'ZERO'
  /** Less than `expected`. */
  | 'TOO_SMALL'
  /** More than `expected`. */
  | 'TOO_LARGE'
  /** Must have `expected` members. */
  | 'WRONG_LENGTH'
  /** The mean of these durations is infinite, or as good as. */
  | 'INFINITE_MEAN'
  /** On average it takes longer than the timeout of `expected` milliseconds: hardly any call would get an answer. */
  | 'LONGER_THAN_TIMEOUT'
  /** About `expected` calls are the most that a run is let in for. */
  | 'TOO_MANY_CALLS'
  /** A trace is named and nothing here can open files, or it cannot be read. */
  | 'NO_SUCH_FILE'
  /** No columns of a trace by these names. */
  | 'UNKNOWN_COLUMNS'
  /** A line with more or fewer fields than its header, or with an empty one. */
  | 'HOLE'
  /** A moment before the one above it. */
  | 'UNSORTED'
  /** A moment without its time zone: which moment it is, cannot be known. */
  | 'LOCAL_TIME'
  /** Not a moment. */
  | 'NOT_A_MOMENT'
  /** A line longer than any such line. */
  | 'LONG_LINE'
  /** A trace without a single call. */
  | 'EMPTY_TRACE';

export interface ScenarioErrorDetails {
  /** Counted from 1, of a trace. */
  readonly line?: number;
  /** A bound, or what would have been right. */
  readonly expected?: number | readonly string[];
}

/** Bad input, refused before anything ran. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  readonly code: ScenarioErrorCode;
  /** Which field was wrong, as its writer knows it: `arrivals.perHour.3`, or a column of a trace; empty for the whole. */
  readonly field: string;
  readonly line: number | undefined;
  readonly expected: number | readonly string[] | undefined;

  constructor(code: ScenarioErrorCode, field: string, details: ScenarioErrorDetails = {}) {
    const where = details.line === undefined ? field : `line ${details.line}, ${field}`;
    super(`${where}: ${code}`);
    this.code = code;
    this.field = field;
    this.line = details.line;
    this.expected = details.expected;
  }
}
