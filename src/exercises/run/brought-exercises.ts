/**
 * Exercises that are not of the course: whoever makes a sample of one brings it here, and the runner finds it by that very sample.
 * A name would do worse, since two of them may be called the same.
 */
import type { Sample } from '../../course/sample.ts';
import type { RunnableExercise } from './exercise-to-run.ts';

const brought = new WeakMap<Sample, () => Promise<RunnableExercise>>();

/** @param load fetches what its checks weigh, when they run */
export function bringExercise(sample: Sample, load: () => Promise<RunnableExercise>): void {
  brought.set(sample, load);
}

/** @returns null for one of the course */
export function broughtExercise(sample: Sample): Promise<RunnableExercise> | null {
  return brought.get(sample)?.() ?? null;
}
