/** An exercise of a teacher's own with a sample that the runner knows: for a student's page, and for marking. */
import type { Sample } from '../../course/sample.ts';
import { bringExercise } from '../run/brought-exercises.ts';
import type { OwnExercise } from './own-exercise.ts';
import { asSample, versionOf } from './own-sample.ts';

/** As marking has the course's exercises; its `sample` is one that the runner knows. */
export function forMarking(own: OwnExercise) {
  const sample = runnableSample(own);
  const checks = own.checks.map(({ id, title }) => ({ id, title }));
  const hasSolution = own.solution !== null;
  return { name: own.name, title: own.title, checks, sample, version: versionOf(own), hasSolution };
}

/** As `asSample`, and whoever runs the checks of this very sample (`run/in-browser.ts`) runs those of the exercise. */
export function runnableSample(own: OwnExercise): Sample {
  const sample = asSample(own);
  bringExercise(sample, async () => (await import('./own-runnable.ts')).exerciseOf(own, sample));
  return sample;
}
