/** How many missed what: each check of what was marked, and each prediction that students let go with their hand-ins. */
import type { CheckTitle } from '../../exercises/check-model.ts';
import type { Claims } from '../hand-in/claims.ts';
import type { Mark } from '../marking/mark.ts';

export interface CheckTally {
  readonly id: string;
  readonly title: string;
  readonly missed: number;
  /** Who handed the exercise in and was marked. */
  readonly of: number;
}

/** In the order of the exercise. @param marks one for each who handed it in */
export function checkTallies(
  checks: readonly CheckTitle[],
  marks: readonly Pick<Mark, 'results'>[],
): readonly CheckTally[] {
  return checks.map(({ id, title }) => {
    const told = marks.flatMap(({ results }) => results?.find((result) => result.id === id) ?? []);
    return { id, title, missed: told.filter(({ isPassed }) => !isPassed).length, of: told.length };
  });
}

export interface PredictionTally {
  readonly id: string;
  /** Who answered it, and did the experiment. */
  readonly of: number;
  readonly missed: number;
  /** What was said, the most often first. */
  readonly said: readonly { readonly said: number; readonly count: number; readonly isRight: boolean }[];
  /** What came of the experiment: of most of them, since machines differ. */
  readonly came: number | string | null;
}

/** Those that most missed first. @param claims of each student */
export function predictionTallies(claims: readonly Claims[]): readonly PredictionTally[] {
  const all = claims.flatMap(({ predictions }) => predictions).filter(({ came }) => came !== null);
  return [...Map.groupBy(all, ({ id }) => id)]
    .map(([id, answers]): PredictionTally => {
      const said = [...Map.groupBy(answers, (answer) => answer.said)].map(([value, some]) => ({
        said: value,
        count: some.length,
        isRight: some.filter(({ isRight }) => isRight).length * 2 > some.length,
      }));
      return {
        id,
        of: answers.length,
        missed: answers.filter(({ isRight }) => !isRight).length,
        said: said.toSorted((a, b) => b.count - a.count || a.said - b.said),
        came: mostOften(answers.map(({ came }) => came)),
      };
    })
    .toSorted((a, b) => b.missed / b.of - a.missed / a.of || b.of - a.of || (a.id < b.id ? -1 : 1));
}

function mostOften<T>(values: readonly T[]): T | null {
  const [most] = [...Map.groupBy(values, (value) => value)].toSorted(([, a], [, b]) => b.length - a.length);
  return most === undefined ? null : most[0];
}
