/** What AWS's pages say of scaling, retries and prices, and what instances kept warm or ready do. */
import { expect, test } from 'vitest';
import { receipt } from '../../src/billing/index.ts';
import { simulate } from '../../src/cli/simulate.ts';
import { readScenario, type Slice, startRun } from '../../src/simulation/index.ts';
import { loadPrices } from '../../src/tool/bill/tariff-folder.ts';
import { rowOf, runOf } from './cases.ts';

const constant = (mean: number) => ({ kind: 'constant', mean });
const BASE = {
  arrivals: { kind: 'constant', everyMs: 1000 },
  warmMs: constant(100),
  coldMs: constant(300),
  idleTimeoutMs: 600_000,
  concurrencyLimit: 1000,
  untilMs: 60_000,
  seed: 1,
};

test('F-scale-1: of 5,000 calls at once, 1,000 may start an instance', () => {
  const { inputs, expected } = rowOf('F-scale-1');
  const { warm, cold, rejected } = runOf({
    ...BASE,
    arrivals: { kind: 'trace', atMs: Array.from({ length: 5000 }, () => 0) },
    warmMs: constant(60_000),
    coldMs: constant(60_000),
    concurrencyLimit: inputs.account_concurrency,
    scaling: { perTenSeconds: 1000 },
  });
  expect([cold, rejected, warm]).toEqual([expected.accepted, expected.throttled_429, 0]);
});

test('F-async-1: what fails at once is tried at 0, 60 and 180 seconds, and then dead', () => {
  const { expected } = rowOf('F-async-1');
  const slices: Slice[] = [];
  const run = startRun(
    readScenario({
      ...BASE,
      arrivals: { kind: 'trace', atMs: [0] },
      warmMs: constant(0),
      coldMs: constant(0),
      failShare: 1,
      queue: { retryWaitsMs: [60_000, 120_000] },
      untilMs: 1_000_000,
    }),
    { onSlice: (slice) => slices.push(slice), sliceMs: 1000 },
  );
  while (!run.advance(1000));
  const begun = slices.filter(({ cold, warm }) => cold + warm > 0).map(({ fromMs }) => fromMs / 1000);
  expect(begun).toEqual(expected.attempts_at_s);
  expect(run.result()).toMatchObject({ failed: 3, messages: { attempts: 3, done: 0, dead: 1, left: 0 } });
});

test('F-bill-1: three million seconds of half a gigabyte', () => {
  const { inputs, expected, tolerance } = rowOf('F-bill-1');
  const requests = 3000;
  const { usage, total } = runOf({
    ...BASE,
    arrivals: { kind: 'constant', everyMs: 500 },
    warmMs: constant(inputs.duration_ms),
    coldMs: constant(inputs.duration_ms),
    memoryMb: inputs.memory_mb,
    // The last event that counts is the end of the last call.
    untilMs: requests * 500 + 1,
    skipMs: 0,
  });
  expect(total).toBeGreaterThanOrEqual(requests);
  const ended = usage.reduce((sum, { count = 1 }) => sum + count, 0);
  const tariff = loadPrices().tariffs.find(({ id }) => id === 'aws-lambda-x86-us-east-1');
  if (tariff === undefined) throw new Error('no such tariff');
  const month = usage.map((record) => ({
    ...record,
    count: ((record.count ?? 1) * inputs.requests) / ended,
  }));
  const { totalUsd } = receipt(tariff, month, { freeTier: true });
  expect(Math.abs(Number(totalUsd) - expected.total_usd)).toBeLessThan(tolerance.abs_usd);
});

test('a queue lets nobody be refused: they wait', () => {
  const crowd = { ...BASE, arrivals: { kind: 'poisson', perSecond: 30 }, concurrencyLimit: 2 };
  const refusing = runOf(crowd);
  const waiting = runOf({ ...crowd, whenFull: 'queue' });
  expect(refusing.rejected).toBeGreaterThan(300);
  expect(waiting.rejected).toBe(0);
  expect(waiting.waitMs.p50).toBeGreaterThan(1000);
  expect(waiting.messages).toMatchObject({ dead: 0 });
});

test('batches: fewer invocations than calls, each of at most so many', () => {
  const { cold, warm, total, messages } = runOf({
    ...BASE,
    arrivals: { kind: 'constant', everyMs: 10 },
    queue: { batchSize: 10, windowMs: 500 },
  });
  expect(messages?.done).toBeGreaterThan(5900);
  expect(cold + warm).toBe(Math.floor(total / 10));
});

test('pings keep an instance through the quiet, and are no calls', () => {
  const quiet = {
    ...BASE,
    arrivals: { kind: 'constant', everyMs: 99_000 },
    idleTimeoutMs: 30_000,
    untilMs: 1e6,
  };
  expect(runOf(quiet)).toMatchObject({ total: 10, cold: 10, pings: null });
  const kept = runOf({ ...quiet, keepWarm: { everyMs: 20_000, instances: 2 } });
  expect(kept).toMatchObject({
    total: 10,
    cold: 0,
    warm: 10,
    pings: { total: 100, cold: 2 },
    peakInstances: 2,
  });
  const billed = kept.usage.reduce((sum, { count = 1 }) => sum + count, 0);
  expect(billed).toBeGreaterThanOrEqual(108);
});

test('what is kept ready is there from the beginning, and is billed for all the time', () => {
  const { cold, warm, usage, instances, running } = runOf({ ...BASE, provisioned: 3 });
  expect([cold, warm]).toEqual([0, 60]);
  expect(instances).toBe(3);
  expect(running).toBeCloseTo(0.1, 2);
  expect(usage).toEqual([
    { count: 59, durationMs: 100, memoryMb: 128, onReserved: true },
    { count: 3, durationMs: 60_000, memoryMb: 128, reserved: true },
  ]);
});

test('of a cold call, its start is what it takes longer than a warm one on average', () => {
  const { usage, waitMs } = runOf({ ...BASE, arrivals: { kind: 'trace', atMs: [0, 1000] }, untilMs: 2000 });
  expect(usage).toEqual([
    { count: 1, durationMs: 100, memoryMb: 128 },
    { count: 1, durationMs: 100, memoryMb: 128, initMs: 200 },
  ]);
  expect(waitMs.p99).toBe(200);
});

test('a call that takes longer than the timeout is ended then, with its instance', () => {
  const { failed, ended, usage } = runOf({
    ...BASE,
    warmMs: { kind: 'samples', values: [100, 100, 100, 5000] },
    timeoutMs: 3000,
    untilMs: 600_000,
  });
  expect(failed).toBeGreaterThan(100);
  expect(ended).toBe(failed);
  expect(usage.find(({ durationMs }) => durationMs === 3000)?.count).toBe(failed);
  expect(Math.max(...usage.map(({ durationMs }) => durationMs))).toBe(3000);
});

test('with several calls an instance, they join one that starts and wait for it', () => {
  const { cold, warm, instances, waitMs } = runOf({
    ...BASE,
    arrivals: { kind: 'trace', atMs: [0, 10, 20, 30] },
    coldMs: constant(1000),
    warmMs: constant(500),
    perInstance: 3,
  });
  expect([cold, warm]).toEqual([2, 2]);
  expect(waitMs.p50).toBeGreaterThan(970);
  expect(instances).toBeCloseTo(2, 3);
});

test('the command names the field that is wrong, and the tariff that is not there', () => {
  const wrong = (change: object) =>
    simulate(JSON.stringify({ ...BASE, ...change }), loadPrices().tariffs, false);
  expect(wrong({ untilMs: -1 })).toMatchObject({ status: 2, stdout: '' });
  expect(wrong({ untilMs: -1 }).stderr).toContain('`untilMs`');
  expect(wrong({ tariffs: ['aws-lambda-x86-us-east-1', 'niets'] }).stderr).toContain('`tariffs.1`');
  expect(simulate('niets', [], false).status).toBe(2);
  const { bills } = JSON.parse(wrong({ tariffs: ['aws-lambda-x86-us-east-1'] }).stdout);
  expect(bills).toEqual([
    { tariff: 'aws-lambda-x86-us-east-1', totalUsd: expect.stringMatching(/^0\.0000\d+$/) },
  ]);
});
