/** All exercises as data, from `oefeningen/alle.json`: fetched once a page, when it is needed. */
import { sitePath } from '../course/paths.ts';
import type { Sample } from '../course/sample.ts';

export interface CourseExercise {
  readonly name: string;
  readonly title: string;
  readonly checks: readonly { readonly id: string; readonly title: string }[];
  readonly sample: Sample;
}

let all: Promise<readonly CourseExercise[]> | undefined;

/** @throws when it can't be fetched; the next call tries again */
export function courseExercises(): Promise<readonly CourseExercise[]> {
  all ??= fetch(sitePath('oefeningen/alle.json'))
    .then((response) => {
      if (!response.ok) throw new Error(`alle.json: ${response.status}`);
      return response.json() as Promise<readonly CourseExercise[]>;
    })
    .catch((error: unknown) => {
      all = undefined;
      throw error;
    });
  return all;
}
