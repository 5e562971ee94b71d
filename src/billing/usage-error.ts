/** Everything that can be wrong with what billing is given. The Dutch sentences live with the page that asks. */
export type UsageErrorCode =
  /** The field must be there and is not. */
  | 'MISSING'
  /** Not a number at all: text, `NaN`, an infinity. */
  | 'NOT_A_NUMBER'
  /** Two notations read it as two numbers, such as `1.250`. */
  | 'AMBIGUOUS'
  /** A part of something that only comes whole: requests, megabytes of memory, bytes. */
  | 'NOT_AN_INTEGER'
  /** Not an amount or a price in decimal notation, such as `0.20`. */
  | 'NOT_A_DECIMAL'
  | 'NEGATIVE'
  /** A divisor or a size that must be above zero. */
  | 'ZERO'
  /** Beyond what stays exact, and far beyond what anyone uses. */
  | 'TOO_LARGE'
  /** A price in a unit that its rule does not count. */
  | 'OTHER_UNIT'
  /** Quantities that were rounded by the rules of one tariff, offered to another. */
  | 'OTHER_TARIFF'
  /** Must be `true` or `false`. */
  | 'NOT_A_CLAIM'
  | 'NOT_TEXT'
  /** Text that is longer than any such name. */
  | 'TOO_LONG'
  /** One more active period than is kept: what a bill is for all of them would not be known. */
  | 'TOO_MANY_PERIODS';

/** Bad input, refused before it changed anything. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
  readonly code: UsageErrorCode;
  /** Which field was wrong, as its writer knows it: `durationMs`, `amountsUsd.2`. */
  readonly field: string;

  constructor(code: UsageErrorCode, field: string) {
    super(`${field}: ${code}`);
    this.code = code;
    this.field = field;
  }
}
