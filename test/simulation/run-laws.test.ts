/** What holds of every run, whatever the scenario. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Durations,
  ROUTINGS,
  type Routing,
  readScenario,
  type Slice,
  startRun,
} from '../../src/simulation/index.ts';
import { cases } from '../support/laws.ts';

const meanMs = fc.integer({ min: 1, max: 5000 });
const durations: fc.Arbitrary<Durations> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('constant', 'exponential', 'h2'),
    mean: meanMs,
  }) as fc.Arbitrary<Durations>,
  fc.record({
    kind: fc.constant('lognormal' as const),
    mu: fc.double({ min: -3, max: 1, noNaN: true }),
    sigma: fc.double({ min: 0, max: 1.5, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('samples' as const),
    values: fc.array(meanMs, { minLength: 1, maxLength: 5 }),
  }),
);
const arrivals = fc.oneof(
  fc.record({ kind: fc.constant('poisson'), perSecond: fc.double({ min: 0.2, max: 10, noNaN: true }) }),
  fc.record({ kind: fc.constant('constant'), everyMs: fc.integer({ min: 50, max: 3000 }) }),
  fc.record({
    kind: fc.constant('onOff'),
    perSecond: fc.double({ min: 1, max: 20, noNaN: true }),
    onMs: fc.integer({ min: 500, max: 5000 }),
    offMs: fc.integer({ min: 500, max: 5000 }),
  }),
);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined });

const anyScenario = fc
  .record({
    arrivals,
    warmMs: durations,
    coldMs: durations,
    idleTimeoutMs: fc.integer({ min: 0, max: 20_000 }),
    concurrencyLimit: fc.integer({ min: 1, max: 8 }),
    perInstance: fc.integer({ min: 1, max: 3 }),
    routing: fc.constantFrom<Routing[]>(...ROUTINGS),
    untilMs: fc.integer({ min: 1000, max: 60_000 }),
    skipMs: fc.integer({ min: 0, max: 1000 }),
    seed: fc.nat(),
    timeoutMs: optional(fc.integer({ min: 30_000, max: 60_000 })),
    failShare: optional(fc.double({ min: 0, max: 1, noNaN: true })),
    provisioned: optional(fc.integer({ min: 0, max: 1 })),
    scaling: optional(fc.record({ perTenSeconds: fc.integer({ min: 1, max: 5 }) })),
    keepWarm: optional(
      fc.record({ everyMs: fc.integer({ min: 1000, max: 9000 }), instances: fc.constant(1) }),
    ),
    whenFull: optional(fc.constantFrom('reject', 'queue')),
    queue: optional(
      fc.record({
        batchSize: fc.integer({ min: 1, max: 4 }),
        windowMs: fc.integer({ min: 0, max: 2000 }),
        retryWaitsMs: fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 2 }),
      }),
    ),
  })
  // Drops what is undefined, as a person who leaves a field out does.
  .map((scenario) => JSON.parse(JSON.stringify(scenario)));

type Json = ReturnType<typeof JSON.parse>;

function run(json: Json, budget = 1_000_000, sliceMs?: number) {
  const slices: Slice[] = [];
  const onSlice = sliceMs === undefined ? {} : { onSlice: (slice: Slice) => slices.push(slice), sliceMs };
  const started = startRun(readScenario(json), onSlice);
  while (!started.advance(budget));
  return { result: started.result(), slices, again: () => started.result() };
}

const isByQueue = (json: Json) => json.whenFull === 'queue' || json.queue !== undefined;

function law(name: string, holds: (json: Json) => void): void {
  test(name, () => fc.assert(fc.property(anyScenario, holds), cases(60)));
}

law('Little’s law, to the last microsecond: calls over time are how long each call was open', (json) => {
  const { openUs } = run(json).result;
  expect(openUs.overTime).toBe(openUs.byCall);
});

law('every call is cold, warm or refused; every message is done, dead or there', (json) => {
  const whole = { ...json, skipMs: 0 };
  const { total, cold, warm, rejected, messages } = run(whole).result;
  if (messages === null) expect(cold + warm + rejected).toBe(total);
  else expect(messages.done + messages.dead + messages.left + rejected).toBe(total);
  expect(isByQueue(json)).toBe(messages !== null);
});

law('what is billed is what ended', (json) => {
  const whole = { ...json, skipMs: 0 };
  const { cold, warm, pings, usage, openUs } = run(whole).result;
  const billed = usage.reduce((sum, { count = 1, reserved }) => sum + (reserved ? 0 : count), 0);
  const begun = cold + warm + (pings?.total ?? 0);
  expect(billed).toBeLessThanOrEqual(begun);
  expect(begun - billed).toBeLessThanOrEqual(json.concurrencyLimit + (pings?.total ?? 0));
  expect(openUs.overTime).toBeGreaterThanOrEqual(0n);
});

law(
  'the same scenario gives the same result, in one go or a step at a time, with slices or without',
  (json) => {
    const first = run(json).result;
    expect(run(json, 1).result).toEqual(first);
    expect(run(json, 7, 997).result).toEqual(first);
  },
);

law('slices lie end to end, and add up to the whole', (json) => {
  const whole = { ...json, skipMs: 0 };
  const { result, slices } = run(whole, 1_000_000, 997);
  let atMs = 0;
  for (const slice of slices) {
    expect(slice.fromMs).toBe(atMs);
    atMs = slice.toMs;
  }
  expect(atMs).toBe(result.endedAtMs);
  const sum = (count: (slice: Slice) => number) => slices.reduce((total, slice) => total + count(slice), 0);
  expect(sum(({ arrived }) => arrived)).toBe(result.total);
  expect(sum(({ cold }) => cold)).toBe(result.cold);
  expect(sum(({ warm }) => warm)).toBe(result.warm);
  expect(sum(({ rejected }) => rejected)).toBe(result.rejected);
  const overTime = (of: (slice: Slice) => number) =>
    sum((slice) => of(slice) * (slice.toMs - slice.fromMs)) / result.endedAtMs;
  expect(overTime(({ instances: { cold, busy } }) => cold + busy)).toBeCloseTo(result.running, 6);
  expect(overTime(({ instances }) => instances.idle)).toBeCloseTo(result.idle, 6);
  expect(Math.max(...slices.map(({ peak }) => peak))).toBe(result.peakInstances);
});

law('a run ends at or past its end, and at its end when nothing is to come', (json) => {
  expect(run(json).result.endedAtMs).toBeGreaterThanOrEqual(json.untilMs);
  const silent = { ...json, arrivals: { kind: 'trace', atMs: [5] }, provisioned: 0 };
  const { endedAtMs } = run({ ...silent, keepWarm: undefined, untilMs: 1e9, idleTimeoutMs: 1000 }).result;
  expect(endedAtMs).toBe(1e9);
  const kept = run({ ...silent, keepWarm: undefined, untilMs: 1e9, idleTimeoutMs: 1e12 }).result;
  expect(kept.endedAtMs).toBe(1e9);
});

law('the result can be asked for at any moment, and asking changes nothing', (json) => {
  const expected = run(json).result;
  const started = startRun(readScenario(json));
  while (!started.advance(3)) started.result();
  expect(started.result()).toEqual(expected);
  expect(started.nowMs).toBe(expected.endedAtMs);
});
