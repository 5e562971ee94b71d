/**
 * Exercises that are not of the course: whoever makes a sample of one brings it here, and the runner finds it by that very sample.
 * A name would do worse, since two of them may be called the same.
 */
import type { Sample } from '../../course/sample.ts';
import type { RunnableExercise } from './exercise-to-run.ts';

const brought = new WeakMap<Sample, RunnableExercise>();

export function bringExercise(exercise: RunnableExercise): void {
  brought.set(exercise.sample, exercise);
}

/** Undefined for one of the course. */
export function broughtExercise(sample: Sample): RunnableExercise | undefined {
  return brought.get(sample);
}
