/**
 * Numbers as somebody in the Netherlands or Belgium writes them, and back. The one reader for whatever a person types or a
 * spreadsheet saves: the month's form and address, and CSV. In Dutch a point before three digits marks thousands, as in
 * `1.250,5`; people who work with English software also write `12.5`, and nobody can mean thousands by that.
 *
 * No imports, so that the page of the month can read its address without the rest of billing.
 */

export interface WrittenNumber {
  readonly value: number;
  /** What a reader of English would make of it, where both are possible: `1.250` is 1250 here and 1.25 there; else null. */
  readonly couldBe: number | null;
}

/** `1.250`, `12.000.000,5`, `1 250`: groups of three, and no group of them begins with a zero. */
const GROUPED = /^-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$|^-?[1-9]\d{0,2}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?$/;
/** One group and no comma: the only form that two notations read differently where a part is possible. */
const ONE_GROUP = /^-?[1-9]\d{0,2}\.\d{3}$/;
const PLAIN = /^-?\d+(?:[.,]\d+)?$/;
/** English thousands: where only whole numbers make sense, `1,000` is nobody's one. */
const ENGLISH_GROUP = /,\d{3}$/;

/**
 * @param isWhole whether the number counts something that has no parts: `1.000` is a thousand then, without a doubt
 * @returns null for what is no number, and for a whole number in English notation (`1,000`)
 */
export function readWrittenNumber(text: string, isWhole: boolean): WrittenNumber | null {
  const written = text.trim();
  if (GROUPED.test(written)) {
    const value = Number(written.replace(/[. \u00a0\u202f]/g, '').replace(',', '.'));
    return { value, couldBe: !isWhole && ONE_GROUP.test(written) ? Number(written) : null };
  }
  if (!PLAIN.test(written) || (isWhole && ENGLISH_GROUP.test(written))) return null;
  return { value: Number(written.replace(',', '.')), couldBe: null };
}

/** Without marks for thousands and with a decimal comma, so that every reader of ours reads it back: `1250,5`. */
export function writeNumber(value: number): string {
  return value.toLocaleString('nl', { useGrouping: false, maximumFractionDigits: 20 });
}
