import { expect, test } from 'vitest';
import type { SampleFunction } from '../../../src/course/sample.ts';
import { deploymentsOf, hasState } from '../../../src/playground/model/deploying.ts';
import { sampleOf } from '../a-sample.ts';

const http = (name: string, routes: string[] | null = null): SampleFunction => ({
  name,
  entry: `${name}.js`,
  grants: [],
  trigger: { type: 'http', routes },
});
const settings = {
  files: [],
  memoryMb: 256,
  timeoutMs: 1_000,
  concurrencyLimit: 2,
  env: { A: 'b' },
  cron: null,
};

test('each function is deployed with what the reader has set, and with its own trigger', () => {
  const sample = sampleOf([
    http('maak', ['POST /x']),
    { name: 'klok', entry: 'klok.js', grants: ['kv'], trigger: { type: 'timer', cron: '0 * * * *' } },
    {
      name: 'werk',
      entry: 'werk.js',
      grants: ['bucket'],
      trigger: {
        type: 'queue',
        batchSize: 5,
        batchWindowMs: 100,
        visibilityTimeoutMs: 30_000,
        example: '{}',
        lostAcks: null,
      },
    },
  ]);
  const all = { ...sample, idleTimeoutMs: 90_000 };
  expect(deploymentsOf(all, { ...settings, cron: '*/5 * * * *' })).toMatchObject([
    {
      functionName: 'maak',
      entry: 'maak.js',
      memoryMb: 256,
      timeoutMs: 1_000,
      idleTimeoutMs: 90_000,
      routes: ['POST /x'],
      env: { A: 'b' },
    },
    { functionName: 'klok', grants: ['kv'], source: { type: 'timer', cron: '*/5 * * * *' } },
    { functionName: 'werk', source: { type: 'queue', batchSize: 5, batchWindowMs: 100 } },
  ]);
  expect(deploymentsOf(all, settings)[1]?.source).toEqual({ type: 'timer', cron: '0 * * * *' });
});

test('only a playground with stores or messages has something to keep', () => {
  expect(hasState(sampleOf([http('a')]))).toBe(false);
  expect(hasState(sampleOf([{ ...http('a'), grants: ['kv'] }]))).toBe(true);
  expect(hasState(sampleOf([{ ...http('a'), trigger: { type: 'timer', cron: '* * * * *' } }]))).toBe(true);
});
