/** What a reader said beside what came: whether it is right, and both in words. Knows no page. */
import { readWrittenNumber } from '../../billing/written-number.ts';
import type { Option, Prediction } from '../../course/schemas/prediction.ts';
import type { Measured } from './measures.ts';

/** What a prediction needs to be judged. */
export type Asked = Pick<Prediction, 'unit' | 'of' | 'close' | 'options' | 'misconception'>;

/** @returns the option that says so; -1 when none does */
export function optionOf(options: readonly Option[], came: Measured): number {
  return options.findIndex(({ is, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }) =>
    is === undefined ? typeof came === 'number' && came >= from && came < to : is === came,
  );
}

/** @param said a number, or the place of an option */
export function isRight({ options, close = 0 }: Asked, said: number, came: Measured): boolean {
  if (options) return optionOf(options, came) === said;
  return typeof came === 'number' && Math.abs(said - came) <= Math.abs(came) * close;
}

/** What somebody with the misconception says: a number, or the place of an option. */
export function misconceptionOf({ options, misconception }: Asked): number {
  return options?.findIndex((option) => option.misconception === true) ?? misconception ?? Number.NaN;
}

/** @returns null for what is no number, or can be none of so many */
export function readSaid(text: string, { of }: Asked): number | null {
  const value = readWrittenNumber(text, of !== undefined)?.value;
  if (value === undefined || value < 0 || (of !== undefined && (value > of || !Number.isInteger(value)))) {
    return null;
  }
  return value;
}

export function saidInWords({ options, unit }: Asked, said: number): string {
  return options ? (options[said]?.text ?? '') : inUnit(unit, said);
}

/** @param came what was measured; where options were given, the one that says so */
export function cameInWords({ options, unit, close }: Asked, came: Measured): string {
  if (!options) return typeof came === 'number' ? inUnit(unit, came, close !== undefined) : came;
  const shown = typeof came === 'number' ? came.toLocaleString('nl', { maximumFractionDigits: 1 }) : came;
  return options[optionOf(options, came)]?.text ?? shown;
}

function inUnit([one, more]: readonly [string, string] = ['', ''], value: number, isRough = false): string {
  const shown = value.toLocaleString('nl', isRough ? { maximumSignificantDigits: 2 } : {});
  return `${shown} ${value === 1 ? one : more}`;
}
