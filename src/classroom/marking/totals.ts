/**
 * What a student's marks come to: points, a share of all that could be earned, and the two marks that schools give. One rule makes
 * both marks: whoever has exactly the pass mark gets a 5.5 and 10 of 20, and below and above it they go in a straight line to the lowest and
 * the highest. With a pass mark of a half that is 1 + 9 × share, and 20 × share.
 */
import { pointsOf } from '../../exercises/check.ts';
import type { Mark, MarkedExercise } from './mark.ts';
import type { Row } from './whose.ts';

export interface Total {
  /** Checks that count as passed, of the exercises that have a weight. */
  readonly points: number;
  /** Checks there are, of the exercises that have a weight. */
  readonly of: number;
  /** Weighted, 0 to 1; null as long as something that was handed in is not marked, or nothing has a weight. */
  readonly share: number | null;
  /** 0 to 20, to one decimal; null with `share`. */
  readonly onTwenty: number | null;
  /** 1 to 10, to one decimal; null with `share`. */
  readonly onTen: number | null;
  /** Whether it is the pass mark or more; null with `share`. */
  readonly isPassed: boolean | null;
}

/** How a class is graded: set once for a marking. */
export interface Grading {
  /** By name of the exercise; 1 where absent, and 0 for one that does not count. */
  readonly weights: ReadonlyMap<string, number>;
  /** The share, between 0 and 1, from which somebody passes. */
  readonly passMark: number;
}

export type GradedExercise = Pick<MarkedExercise, 'name'> & { readonly checks: readonly unknown[] };

export const NO_WEIGHTS: ReadonlyMap<string, number> = new Map();
export const HALF = 0.5;

export const weightOf = (weights: Grading['weights'], exercise: string): number => weights.get(exercise) ?? 1;

/** Who left the start code as it was has earned nothing. Null for what is not marked, or not whole: a check waits for a solution. */
export function pointsOfMark({ results, isUntouched }: Pick<Mark, 'results' | 'isUntouched'>): number | null {
  if (results === null) return null;
  if (isUntouched) return 0;
  return results.some(({ atMarking }) => atMarking === true) ? null : pointsOf(results);
}

/** What is not handed in counts for nothing; of whom nothing can be read has no total. */
export function totalOf(
  { work }: Pick<Row, 'work'>,
  marks: ReadonlyMap<string, Mark> | undefined,
  exercises: readonly GradedExercise[],
  { weights, passMark }: Grading,
): Total {
  let [points, of, earned, weighed] = [0, 0, 0, 0];
  let isWhole = work !== null;
  for (const { name, checks } of exercises) {
    const weight = weightOf(weights, name);
    if (weight === 0) continue;
    const mark = marks?.get(name);
    const mine = mark ? pointsOfMark(mark) : work?.has(name) ? null : 0;
    const most = mark?.results?.length ?? checks.length;
    of += most;
    weighed += weight;
    if (mine === null) isWhole = false;
    points += mine ?? 0;
    earned += most === 0 ? 0 : (weight * (mine ?? 0)) / most;
  }
  if (!isWhole || weighed === 0) {
    return { points, of, share: null, onTwenty: null, onTen: null, isPassed: null };
  }
  // A third three times is one: what binary fractions leave over decides about nobody.
  const share = Math.round((earned / weighed) * 1e9) / 1e9;
  const isPassed = share >= passMark;
  return {
    points,
    of,
    share,
    onTwenty: onLine(share, passMark, [0, 10, 20]),
    onTen: onLine(share, passMark, [1, 5.5, 10]),
    isPassed,
  };
}

/** Rounded to one decimal, but never up to a pass, nor up to the highest. */
function onLine(share: number, passMark: number, [lowest, pass, highest]: readonly [number, number, number]) {
  const isBelow = share < passMark;
  const exact = isBelow
    ? lowest + ((pass - lowest) * share) / passMark
    : passMark === 1
      ? highest
      : pass + ((highest - pass) * (share - passMark)) / (1 - passMark);
  const rounded = Math.round((exact + 1e-9) * 10) / 10;
  const ceiling = isBelow ? pass : share < 1 ? highest : Number.POSITIVE_INFINITY;
  return rounded < ceiling ? rounded : Math.round((ceiling - 0.1) * 10) / 10;
}
