/** What was said before an experiment and what came of it, in words: in the lesson, and where all that was done is shown. */
import type { Option, Prediction } from './schemas/prediction.ts';

/** What of a prediction its words need. */
export type Worded = Pick<Prediction, 'unit' | 'close'> & {
  readonly options?: readonly Pick<Option, 'text' | 'is' | 'from' | 'to'>[] | undefined;
};

/** @returns the place of the option that says so; -1 when none does */
export function optionOf(options: NonNullable<Worded['options']>, came: number | string): number {
  return options.findIndex(({ is, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }) =>
    is === undefined ? typeof came === 'number' && came >= from && came < to : is === came,
  );
}

/** @param said a number, or the place of an option */
export function saidInWords({ options, unit }: Worded, said: number): string {
  return options ? (options[said]?.text ?? '') : inUnit(unit, said);
}

/** @param came what was measured; where options were given, the one that says so */
export function cameInWords({ options, unit, close }: Worded, came: number | string): string {
  if (!options) return typeof came === 'number' ? inUnit(unit, came, close !== undefined) : came;
  const shown = typeof came === 'number' ? came.toLocaleString('nl', { maximumFractionDigits: 1 }) : came;
  return options[optionOf(options, came)]?.text ?? shown;
}

function inUnit([one, more]: readonly [string, string] = ['', ''], value: number, isRough = false): string {
  const shown = value.toLocaleString('nl', isRough ? { maximumSignificantDigits: 2 } : {});
  return `${shown} ${value === 1 ? one : more}`;
}
