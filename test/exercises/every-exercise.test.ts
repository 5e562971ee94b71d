/**
 * Every exercise of the course, on the real Node host: its solution passes every check, and its start code fails one.
 *
 * A busy machine is the normal one here. So an invocation may take as long as it needs, since no exercise is about its
 * timeout; and a budget, which compares measured times, is measured again before it counts as wrong.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { exerciseFromDisk, exerciseNames } from '../../src/build/exercises/from-disk.ts';
import { validate } from '../../src/build/exercises/validate.ts';
import { testSettings } from '../../src/cli/test-settings.ts';
import type { Exercise } from '../../src/exercises/run/exercise-to-run.ts';

const { seed, breadth } = testSettings();
const PATIENT_MS = 300_000;
/** As often as a learner meets them in `npm run test:deep` alone: each play is a fresh platform, with threads of its own. */
const OPTIONS = { limitMs: PATIENT_MS, seed, ...(breadth === 1 && { plays: 1 }) };
/** A measurement goes wrong by a hiccup of the machine: what is wrong each time is wrong in the exercise. */
const MOST_MEASUREMENTS = 3;

// They mostly wait; with more at once, those that measure would measure each other.
vi.setConfig({ maxConcurrency: 2, testTimeout: 2 * PATIENT_MS });

const isMeasured = ({ checks }: Exercise) => checks.some((check) => 'budget' in check);

async function patiently(name: string): Promise<Exercise> {
  const exercise = await exerciseFromDisk(name);
  return { ...exercise, sample: { ...exercise.sample, timeoutMs: PATIENT_MS, idleTimeoutMs: PATIENT_MS } };
}

describe.concurrent('the solution passes, the start code does not', () => {
  test.for(exerciseNames())('%s', async (name) => {
    const exercise = await patiently(name);
    let { problems } = await validate(exercise, OPTIONS);
    for (let done = 1; problems.length > 0 && isMeasured(exercise) && done < MOST_MEASUREMENTS; done += 1) {
      ({ problems } = await validate(exercise, OPTIONS));
    }
    expect(problems, `content/functions/${name}`).toEqual([]);
  });
});

test('each lesson of the course has an exercise', async () => {
  const exercised = exerciseNames().map((name) =>
    readFileSync(`content/functions/${name}/opdracht.mdx`, 'utf8'),
  );
  const lessons = readdirSync('content/lessons').map((file) => file.replace(/^\d+-|\.mdx$/g, ''));
  expect(lessons.filter((slug) => !exercised.some((task) => task.includes(`\nlesson: ${slug}\n`)))).toEqual(
    [],
  );
});

test('there are at least thirty exercises, four of them golf, two uploads and two queues', async () => {
  const all = await Promise.all(exerciseNames().map((name) => exerciseFromDisk(name)));
  expect(all.length).toBeGreaterThanOrEqual(30);
  const triggers = all.map(({ sample }) => sample.functions.map(({ trigger }) => trigger.type));
  expect(triggers.filter((types) => types.includes('upload')).length).toBeGreaterThanOrEqual(2);
  expect(triggers.filter((types) => types.includes('queue')).length).toBeGreaterThanOrEqual(2);
  expect(all.filter(isMeasured).length).toBeGreaterThanOrEqual(4);
});

test('a budget needs a solution that waits 50 ms, and start code that costs three times as much', async () => {
  const exercise = await patiently('golf-weerbericht');
  const { sample, solution } = exercise;
  const services = sample.services.map((service) => ({ ...service, latencyMs: [1, 1] as const }));
  const { problems } = await validate(
    { ...exercise, sample: { ...sample, services, files: solution } },
    { ...OPTIONS, plays: 1 },
  );
  expect(problems).toContainEqual(
    expect.stringMatching(/the solution takes \d+ ms, too short to compare: give it 50$/),
  );
  expect(problems).toContainEqual(
    expect.stringMatching(/the bill of the start code is 1\.0 times that of the solution, and has to be 3$/),
  );
});
