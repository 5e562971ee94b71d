/** An exercise as it is run, and which files of it are whose. */
import type { SourceFile } from '../../contract/data.ts';
import type { Sample } from '../../course/sample.ts';
import type { Check } from '../check.ts';

export interface RunnableExercise {
  readonly sample: Sample;
  readonly checks: readonly Check[];
  /**
   * All files of the solution: those that it changes, and the rest as the start code has them. Null where it is not at hand: a
   * student has no solution of a teacher's own exercise, and what needs one waits for the marking.
   */
  readonly solution: readonly SourceFile[] | null;
}

/** With its solution, as all of the course have it. */
export interface Exercise extends RunnableExercise {
  readonly solution: readonly SourceFile[];
}

/**
 * The files of a learner as they are run: what the task gives comes from the course, whatever a hand-in has in its place, a
 * file that is missing is as the start code has it, and one that the exercise does not know is left out.
 */
export function filesToRun(
  { files, given }: Pick<Sample, 'files' | 'given'>,
  own: readonly SourceFile[],
): readonly SourceFile[] {
  return files.map((file) =>
    given.includes(file.path) ? file : (own.find(({ path }) => path === file.path) ?? file),
  );
}
