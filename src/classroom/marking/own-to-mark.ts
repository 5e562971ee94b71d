/** Which exercises can be marked: those of the course, and those that a teacher made. */
import { forMarking, keptOwn } from '../../exercises/own/index.ts';
import type { ExerciseSet } from '../../exercises/set.ts';

type Own = ReturnType<typeof forMarking>;

/**
 * What the teacher keeps here has its solution, and is marked whole; of what the set alone has, the checks that need a solution wait.
 *
 * @throws as `loadCourse`
 */
export async function courseAndOwn<Course>(
  loadCourse: () => Promise<readonly Course[]>,
  set: ExerciseSet | null,
): Promise<readonly (Course | Own)[]> {
  const kept = keptOwn();
  const others = (set?.own ?? []).filter(({ name }) => !kept.some((own) => own.name === name));
  return [...(await loadCourse()), ...[...kept, ...others].map(forMarking)];
}
