/** All exercises as data, for whoever marks them. */
import { sitePath } from '../../course/paths.ts';
import type { CourseExercise } from './marked-files.ts';

let fetched: Promise<readonly CourseExercise[]> | undefined;

/**
 * All exercises as data, from `oefeningen/alle.json`: fetched once a page, when it is needed.
 * @throws when it can't be fetched; the next call tries again
 */
export function courseExercises(): Promise<readonly CourseExercise[]> {
  fetched ??= fetch(sitePath('oefeningen/alle.json'))
    .then((response) => {
      if (!response.ok) throw new Error(`alle.json: ${response.status}`);
      return response.json() as Promise<readonly CourseExercise[]>;
    })
    .catch((error: unknown) => {
      fetched = undefined;
      throw error;
    });
  return fetched;
}
