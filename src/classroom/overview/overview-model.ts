/**
 * What the class did not understand, read from a marking: for each exercise how many missed each check, and who went wrong in the
 * same way; for each prediction what was said; what was known before the course and after it. Marks are the teacher's own runs; what was predicted is what the files claim.
 */
import type { ClassItem } from '../../review/twelve/index.ts';
import { isNothingClaimed } from '../hand-in/claims.ts';
import type { WorkKey } from '../marking/equal-work.ts';
import type { ExerciseToMark, MarkedFiles } from '../marking/marking-model.ts';
import { type Group, groupsOf, type WrongWork } from './groups.ts';
import { type CheckTally, checkTallies, type PredictionTally, predictionTallies } from './tallies.ts';
import { type TwelveTally, twelveTallies } from './twelve-tallies.ts';

export interface ExerciseOverview {
  readonly exercise: ExerciseToMark;
  /** Rows that handed it in and were marked. */
  readonly marked: number;
  readonly allRight: number;
  readonly checks: readonly CheckTally[];
  readonly groups: readonly Group[];
}

export interface Overview {
  readonly exercises: readonly ExerciseOverview[];
  /** How many let something go with their hand-in. */
  readonly claimants: number;
  readonly predictions: readonly PredictionTally[];
  /** In the order of the questions; empty when nobody let answers go along. */
  readonly twelve: readonly TwelveTally[];
}

/** @param keyOf tells one program from another. @param items the twelve questions as they are now */
export function overviewOf(marked: MarkedFiles, keyOf: WorkKey, items: readonly ClassItem[]): Overview {
  const claims = marked.rows.flatMap(({ handIn }) => handIn?.claims ?? []);
  return {
    exercises: marked.exercises
      .map((exercise) => exerciseOverview(marked, exercise, keyOf))
      .filter((one) => one.marked > 0),
    claimants: claims.filter((one) => !isNothingClaimed(one)).length,
    predictions: predictionTallies(claims),
    twelve: twelveTallies(claims, items),
  };
}

function exerciseOverview(
  { marks }: MarkedFiles,
  exercise: ExerciseToMark,
  keyOf: WorkKey,
): ExerciseOverview {
  const work = marks.flatMap((mine, row): WrongWork[] => {
    const mark = mine.get(exercise.name);
    if (mark?.results == null) return [];
    return [{ row, results: mark.results, files: mark.files }];
  });
  const wrong = work.filter(({ results }) => results.some(({ problem }) => problem !== null));
  return {
    exercise,
    marked: work.length,
    allRight: work.length - wrong.length,
    checks: checkTallies(exercise.checks, work),
    groups: groupsOf(wrong, exercise, keyOf),
  };
}
