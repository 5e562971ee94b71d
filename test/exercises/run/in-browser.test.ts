/** What a page fetches to run an exercise, without a sandbox to run it in. */
import { expect, test } from 'vitest';
import { exerciseFromDisk, exerciseNames } from '../../../src/build/exercises/from-disk.ts';
import { loadExercise, loadSolution } from '../../../src/exercises/run/in-browser.ts';
import { httpSample } from '../fake-platform.ts';

test.for(exerciseNames())('%s is in a page as it is on disk', async (name) => {
  const onDisk = await exerciseFromDisk(name);
  const { sample, checks, solution } = await loadExercise(onDisk.sample);
  expect(sample).toBe(onDisk.sample);
  expect(checks.map(({ id }) => id)).toEqual(onDisk.checks.map(({ id }) => id));
  expect(solution).toEqual(onDisk.solution);
  expect(await loadSolution(onDisk.sample)).toEqual(solution);
});

test('what is no exercise can not be run', async () => {
  await expect(loadExercise(httpSample)).rejects.toThrow('There is no exercise "proef"');
});
