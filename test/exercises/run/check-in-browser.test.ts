/** With what a page runs the checks: which exercise, host, tariff and seed. The run itself is that of `run-checks.test.ts`. */
import { beforeEach, expect, test, vi } from 'vitest';
import { exerciseFromDisk } from '../../../src/build/exercises/from-disk.ts';
import { checkInBrowser } from '../../../src/exercises/run/in-browser.ts';
import { Oracle } from '../../../src/exercises/run/oracle.ts';
import type { RunOptions, runChecks } from '../../../src/exercises/run/run-checks.ts';
import { tariff as labTariff } from '../../../src/till/prices/lab-tariff.ts';
import { code, httpSample } from '../fake-platform.ts';

const { runs } = vi.hoisted(() => ({ runs: [] as Parameters<typeof runChecks>[] }));
vi.mock('../../../src/exercises/run/run-checks.ts', () => ({
  runChecks: (...asked: Parameters<typeof runChecks>) => {
    runs.push(asked);
    return Promise.resolve([]);
  },
}));

/** Which tariffs were looked for among all of them: a page fetches those only when it has to. */
const { lookedFor } = vi.hoisted(() => ({ lookedFor: [] as string[] }));
vi.mock('../../../src/till/prices/all-prices.ts', async (original) => {
  const actual = await original<typeof import('../../../src/till/prices/all-prices.ts')>();
  return {
    ...actual,
    findTariff: (id: string) => {
      lookedFor.push(id);
      return actual.findTariff(id);
    },
  };
});

const { sample } = await exerciseFromDisk('groet-iedereen');

beforeEach(() => {
  runs.length = 0;
  lookedFor.length = 0;
});

async function settingsOf(options?: Parameters<typeof checkInBrowser>[2]): Promise<RunOptions> {
  await checkInBrowser(sample, code('eigen'), options);
  const settings = runs.at(-1)?.[2];
  if (settings === undefined) throw new Error('nothing ran');
  return settings;
}

test('the exercise of the course, on the code that was handed over', async () => {
  const files = code('eigen');
  expect(await checkInBrowser(sample, files)).toEqual([]);
  const onDisk = await exerciseFromDisk('groet-iedereen');
  expect(runs[0]?.[0].sample).toBe(sample);
  expect(runs[0]?.[0].solution).toEqual(onDisk.solution);
  expect(runs[0]?.[0].checks.map(({ id }) => id)).toEqual(onDisk.checks.map(({ id }) => id));
  expect(runs[0]?.[1]).toBe(files);
  await expect(checkInBrowser(httpSample, files)).rejects.toThrow('There is no exercise "proef"');
});

test.for<[asked: string | null | undefined, tariff: string]>([
  [undefined, labTariff.id],
  [null, labTariff.id],
  [labTariff.id, labTariff.id],
  ['gcp-cloud-run-request', 'gcp-cloud-run-request'],
  ['what-no-course-knows-any-more', labTariff.id],
])('under tariff %s bills count as %s', async ([asked, tariff]) => {
  const settings = await settingsOf(asked === undefined ? {} : { tariffId: asked });
  expect(settings.tariff.id).toBe(tariff);
  expect(lookedFor).toEqual(asked === undefined || asked === null || asked === labTariff.id ? [] : [asked]);
});

test('each run of a reader draws a seed of its own; a class brings the one that was drawn for it', async () => {
  const seeds = [];
  for (let time = 0; time < 5; time += 1) seeds.push((await settingsOf()).oracle.seed);
  expect(new Set(seeds).size).toBe(5);
  const oracle = new Oracle(9);
  expect((await settingsOf({ oracle })).oracle).toBe(oracle);
});

test('who runs it may stop it, limit it, and hear of each result', async () => {
  const { signal } = new AbortController();
  const onResult = () => {};
  expect(await settingsOf({ signal, limitMs: 7, onResult })).toMatchObject({ signal, limitMs: 7, onResult });
});
