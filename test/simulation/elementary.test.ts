/** Our own logarithm and exponential: as near to the right answer as a double allows, and equal everywhere. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, ln } from '../../src/simulation/draws/elementary.ts';
import { normalBelow } from '../../src/simulation/draws/normal.ts';
import { HASH_OF_DRAWS, hashOfDraws } from './draws-hash.ts';

const RUNS = { numRuns: 5_000 };
/** Of a double near `x`: the step to the next one. */
const lastPlace = (x: number) => Math.abs(x) * Number.EPSILON;

describe('ln', () => {
  test.each([
    [1, 0],
    [Math.E, 1],
    [2, Math.LN2],
    [10, Math.LN10],
    [0.5, -Math.LN2],
    [2 ** -32, -32 * Math.LN2],
    [2 ** 1023, 1023 * Math.LN2],
    [2 ** -1022, -1022 * Math.LN2],
  ])('of %d is %d', (x, expected) => expect(ln(x)).toBe(expected));

  test('lies within two units in the last place of the engine’s own', () => {
    const anyPositive = fc.double({ min: 2 ** -1022, max: 2 ** 1023, noNaN: true });
    fc.assert(
      fc.property(anyPositive, (x) => {
        expect(Math.abs(ln(x) - Math.log(x))).toBeLessThanOrEqual(2 * lastPlace(Math.log(x)));
      }),
      RUNS,
    );
  });

  test('is as precise just beside 1, where its value is small', () => {
    const anySmall = fc.double({ min: -0.3, max: 0.3, noNaN: true });
    fc.assert(
      fc.property(anySmall, (f) => {
        expect(Math.abs(ln(1 + f) - Math.log(1 + f))).toBeLessThanOrEqual(2 * lastPlace(Math.log(1 + f)));
      }),
      RUNS,
    );
  });
});

describe('exp', () => {
  test.each([
    [0, 1],
    [Math.LN2, 2],
    [-Math.LN2, 0.5],
    [710, Number.POSITIVE_INFINITY],
    [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
    [-709, 0],
    [Number.NEGATIVE_INFINITY, 0],
  ])('of %d is %d', (x, expected) => expect(exp(x)).toBe(expected));

  test('lies within two units in the last place of the engine’s own', () => {
    const anyExponent = fc.double({ min: -700, max: 709.78, noNaN: true });
    fc.assert(
      fc.property(anyExponent, (x) => {
        expect(Math.abs(exp(x) - Math.exp(x))).toBeLessThanOrEqual(2 * lastPlace(Math.exp(x)));
      }),
      RUNS,
    );
  });
});

describe('the standard normal distribution', () => {
  // Percentage points, as tables and R's `qnorm` have them.
  test.each([
    [0.5, 0],
    [0.75, 0.6744897501960817],
    [0.975, 1.959963984540054],
    [0.999, 3.090232306167813],
    [0.025, -1.959963984540054],
    [1e-9, -5.997807015007686],
  ])('lies for %d below %d', (share, expected) => expect(normalBelow(share)).toBeCloseTo(expected, 13));

  test('a larger share lies below a larger number, on both sides of each seam', () => {
    for (const seam of [0.075, 0.925]) {
      const steps = Array.from({ length: 200 }, (_, at) => normalBelow(seam + (at - 100) * 1e-9));
      expect(steps).toEqual([...steps].sort((one, other) => one - other));
    }
  });
});

test('the draws of every shape hash to what they always did', () => {
  expect(hashOfDraws()).toBe(HASH_OF_DRAWS);
});
