/** An exercise of a teacher's own as the runner takes it; fetched when its checks run. */
import type { Sample } from '../../course/sample.ts';
import type { RunnableExercise } from '../run/exercise-to-run.ts';
import { checksOfOwn } from './own-checks.ts';
import type { OwnExercise } from './own-exercise.ts';
import { asSample, wholeSolution } from './own-sample.ts';

/** @param sample of `asSample` */
export function exerciseOf(own: OwnExercise, sample: Sample = asSample(own)): RunnableExercise {
  return { sample, checks: checksOfOwn(own), solution: wholeSolution(own) };
}
