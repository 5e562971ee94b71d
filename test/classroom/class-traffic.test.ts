/** Recordings of a class as one load: nothing is lost, who does not meet is as if alone, and who meets is refused and billed. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sumUsd } from '../../src/billing/index.ts';
import { classLoad, type LoadOptions, serve } from '../../src/classroom/class-traffic/merge.ts';
import type { RecordedCall } from '../../src/progress/recorded-calls.ts';
import { tariff } from '../../src/till/prices/lab-tariff.ts';

const LIMITS = { concurrencyLimit: 10, idleTimeoutMs: 30_000, memoryMb: 128 };
const TOGETHER: LoadOptions = { overlay: 'together', limits: LIMITS, tariff };
const START_MS = 100;

const call = (atMs: number, durationMs = 200, more: Partial<RecordedCall> = {}): RecordedCall => ({
  atMs,
  durationMs,
  isCold: false,
  startMs: 0,
  status: 200,
  ...more,
});

const us = (most: number) => fc.nat({ max: most * 1_000 }).map((whole) => whole / 1_000);
const calls: fc.Arbitrary<readonly RecordedCall[]> = fc
  .array(fc.tuple(us(60_000), us(2_000), fc.constantFrom(200, 200, 429, 500)), {
    minLength: 1,
    maxLength: 40,
  })
  .map((all) =>
    all
      .toSorted(([a], [b]) => a - b)
      .map(([atMs, durationMs, status], at) => ({
        ...call(atMs - (all.toSorted(([a], [b]) => a - b)[0]?.[0] ?? 0), durationMs, { status }),
        ...(at === 0 && { isCold: true, startMs: START_MS }),
      })),
  );
const recordings = fc.array(calls, { minLength: 1, maxLength: 8 });

describe('a class as one load', () => {
  test('calls as often as all of its recordings do, and each call is warm, cold or refused', () => {
    fc.assert(
      fc.property(recordings, fc.constantFrom('together', 'minute'), (all, overlay) => {
        const { merged, alone } = classLoad(all, { ...TOGETHER, overlay });
        const sum = all.reduce((calls, one) => calls + one.length, 0);
        expect([merged.calls, alone.calls]).toEqual([sum, sum]);
        expect(merged.refused + merged.coldStarts).toBeLessThanOrEqual(sum);
        expect(merged.instances).toBeLessThanOrEqual(LIMITS.concurrencyLimit);
        expect(merged.instances).toBeGreaterThanOrEqual(alone.instances);
      }),
      { numRuns: 60 },
    );
  });

  test('is each alone added up, where no two of them meet', () => {
    fc.assert(
      fc.property(recordings, (all) => {
        // Each begins when all instances of the one before it are gone.
        let fromMs = 0;
        const apart = all.map((one) => {
          const moved = one.map((made) => ({ ...made, status: 200, atMs: made.atMs + fromMs }));
          const last = moved.reduce((end, { atMs, durationMs }) => Math.max(end, atMs + durationMs), 0);
          fromMs = last + START_MS + LIMITS.idleTimeoutMs + 1_000;
          return moved;
        });
        const { merged, alone } = classLoad(apart, TOGETHER);
        expect(merged).toEqual(alone);
      }),
      { numRuns: 60 },
    );
  });

  test('of one student is that student alone', () => {
    fc.assert(
      fc.property(calls, (one) => {
        const { merged, alone } = classLoad([one], TOGETHER);
        expect(merged).toEqual(alone);
      }),
      { numRuns: 30 },
    );
  });

  test('thirty who call once at one moment: ten are served by ten instances, and twenty get 429', () => {
    const once = [call(0, 200, { isCold: true, startMs: START_MS })];
    const { merged, alone, slices } = classLoad(Array(30).fill(once), TOGETHER);
    expect(merged).toMatchObject({ calls: 30, instances: 10, coldStarts: 10, refused: 20 });
    expect(alone).toMatchObject({ calls: 30, instances: 1, coldStarts: 30, refused: 0 });
    // Nothing of what was refused is billed: ten of thirty equal calls cost a third.
    expect(sumUsd([merged.usd, merged.usd, merged.usd])).toBe(alone.usd);
    expect(slices.reduce((sum, { rejected }) => sum + rejected, 0)).toBe(20);
  });

  test('pressed into one minute, who called for an hour meets the others', () => {
    const slow = Array.from({ length: 61 }, (_, at) => call(at * 60_000, 5_000));
    const apart = classLoad([slow, slow, slow], TOGETHER).merged;
    const pressed = classLoad([slow, slow, slow], { ...TOGETHER, overlay: 'minute' }).merged;
    expect(apart).toMatchObject({ calls: 183, instances: 3, refused: 0 });
    expect(pressed.instances).toBe(10);
    expect(pressed.refused).toBeGreaterThan(0);
  });

  test('a call that a student saw refused takes as long as those that were not', () => {
    const [first, second] = [call(0, 300), call(1, 0, { status: 429 })];
    const { alone } = classLoad([[first, second]], TOGETHER);
    const both = classLoad([[first, call(1, 300)]], TOGETHER);
    expect(alone).toEqual(both.alone);
  });

  test('of nobody is nothing', () => {
    expect(classLoad([], TOGETHER).merged).toMatchObject({ calls: 0, instances: 0, refused: 0 });
  });

  test('of two hundred students with as many calls as are kept is played', () => {
    const many = Array.from({ length: 300 }, (_, at) => call(at * 150, 120));
    const { merged } = classLoad(Array(200).fill(many), TOGETHER);
    expect(merged.calls).toBe(60_000);
    expect(merged.instances).toBe(10);
  });
});

test('calls that are handed over in any order are played in order of time', () => {
  const load = [call(50), call(0), call(400)];
  const options = { limits: LIMITS, startMs: START_MS };
  expect(serve(load, options).peakInstances).toBe(serve(load.toReversed(), options).peakInstances);
});
