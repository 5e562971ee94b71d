/** For tests in which real threads run an exercise: how fast the machine is is no part of what they ask. */
import type { Exercise } from '../../src/exercises/run/exercise-to-run.ts';

export const PATIENT_MS = 300_000;

/** The same exercise, of which an invocation may take as long as it needs. */
export function patient<One extends Pick<Exercise, 'sample'>>(exercise: One): One {
  return { ...exercise, sample: { ...exercise.sample, timeoutMs: PATIENT_MS, idleTimeoutMs: PATIENT_MS } };
}
