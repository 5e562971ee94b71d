/** The sketch of quantiles: its error is the one it tells, and parts merge to the whole. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createSketch, QUANTILE_ERROR } from '../../src/simulation/quantiles.ts';

/** Whole microseconds from 0 to nine years, as likely short as long. */
const anyMs = fc
  .tuple(fc.integer({ min: 0, max: 47 }), fc.double({ min: 1, max: 2, maxExcluded: true, noNaN: true }))
  .map(([bits, mantissa]) => Math.floor(mantissa * 2 ** bits - 1) / 1000);

/** By sorting: the nearest rank. */
function exactQuantile(all: readonly number[], share: number): number {
  const sorted = [...all].sort((a, b) => a - b);
  return sorted[Math.max(1, Math.ceil(share * sorted.length)) - 1] as number;
}

function sketchOf(all: readonly number[]) {
  const sketch = createSketch();
  for (const ms of all) sketch.add(ms);
  return sketch;
}

describe('a quantile', () => {
  const share = fc.double({ min: 0, max: 1, noNaN: true });

  test('lies no further from the exact one than the error that is told', () => {
    fc.assert(
      fc.property(fc.array(anyMs, { minLength: 1, maxLength: 300 }), share, (all, at) => {
        const exact = exactQuantile(all, at);
        const found = sketchOf(all).quantile(at) as number;
        expect(Math.abs(found - exact)).toBeLessThanOrEqual(exact * QUANTILE_ERROR + 1e-9);
      }),
    );
  });

  test('is exact at both ends, and below half a millisecond', () => {
    fc.assert(
      fc.property(fc.array(anyMs, { minLength: 1 }), (all) => {
        const sketch = sketchOf(all);
        expect(sketch.quantile(0)).toBe(Math.min(...all));
        expect(sketch.quantile(1)).toBe(Math.max(...all));
      }),
    );
    const short = Array.from({ length: 512 }, (_, us) => us / 1000);
    for (const at of [0.1, 0.5, 0.9]) expect(sketchOf(short).quantile(at)).toBe(exactQuantile(short, at));
  });

  test('of nothing is none', () => {
    expect(createSketch().quantile(0.5)).toBeNull();
  });
});

test('sketches of parts merge to the sketch of the whole', () => {
  fc.assert(
    fc.property(fc.array(anyMs), fc.array(anyMs), (one, other) => {
      const merged = sketchOf(one);
      merged.merge(sketchOf(other));
      const whole = sketchOf([...one, ...other]);
      expect(merged.count).toBe(whole.count);
      expect(merged.counters).toEqual(whole.counters);
    }),
    { numRuns: 30 },
  );
});

test('a sketch that forgets is as good as new', () => {
  const sketch = sketchOf([1, 2, 3]);
  sketch.reset();
  expect(sketch.count).toBe(0);
  expect(sketch.counters).toEqual(createSketch().counters);
});
