/** What a reader said beside what came: whether it is right. Knows no page. */
import { readWrittenNumber } from '../../billing/written-number.ts';
import { optionOf } from '../../course/prediction-words.ts';
import type { Prediction } from '../../course/schemas/prediction.ts';
import type { Measured } from './measures.ts';

/** What a prediction needs to be judged. */
export type Asked = Pick<Prediction, 'unit' | 'of' | 'close' | 'options' | 'misconception'>;

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
