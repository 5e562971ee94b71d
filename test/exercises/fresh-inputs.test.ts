/** Draws: the same for the same seed and place, and within what was asked. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSeed, Random } from '../../src/exercises/fresh-inputs.ts';

const seeds = fc.nat(2 ** 32 - 1);
const some = (random: Random) => Array.from({ length: 8 }, () => random.whole(0, 1e6));

test('the same seed and place give the same, and another of either gives something else', () => {
  fc.assert(
    fc.property(seeds, (seed) => {
      const first = some(new Random(seed, 'oefening', 'a', 0));
      expect(some(new Random(seed, 'oefening', 'a', 0))).toEqual(first);
      for (const other of [
        new Random(seed + 1, 'oefening', 'a', 0),
        new Random(seed, 'andere', 'a', 0),
        new Random(seed, 'oefening', 'b', 0),
        new Random(seed, 'oefening', 'a', 1),
      ]) {
        expect(some(other)).not.toEqual(first);
      }
    }),
  );
});

test('whole numbers, lists and words stay within both ends, and reach them', () => {
  const random = new Random(1);
  const drawn = Array.from({ length: 400 }, () => random.whole(-2, 2));
  expect([...new Set(drawn)].sort((a, b) => a - b)).toEqual([-2, -1, 0, 1, 2]);
  const lengths = new Set(Array.from({ length: 200 }, () => random.list(1, 3, (at) => at).length));
  expect([...lengths].sort()).toEqual([1, 2, 3]);
  for (let time = 0; time < 50; time += 1) expect(random.word(2, 4)).toMatch(/^[a-z]{2,4}$/);
});

test('a list is shuffled without losing anything, and something is picked from it', () => {
  fc.assert(
    fc.property(seeds, fc.array(fc.integer(), { minLength: 1 }), (seed, list) => {
      const random = new Random(seed);
      const sorted = (values: readonly number[]) => [...values].sort((a, b) => a - b);
      expect(sorted(random.shuffled(list))).toEqual(sorted(list));
      expect(list).toContain(random.pick(list));
    }),
  );
  expect(() => new Random(1).pick([])).toThrow(RangeError);
});

test('a chance is about as often true as it says', () => {
  const random = new Random(3);
  const often = (chance: number) =>
    Array.from({ length: 2_000 }, () => random.isTrue(chance)).filter(Boolean).length / 2_000;
  expect(often(0)).toBe(0);
  expect(often(1)).toBe(1);
  expect(often(0.25)).toBeGreaterThan(0.2);
  expect(often(0.25)).toBeLessThan(0.3);
});

test('a seed is a whole number of 32 bits, and hardly ever twice the same', () => {
  const drawn = Array.from({ length: 20 }, drawSeed);
  for (const seed of drawn) expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true);
  expect(new Set(drawn).size).toBeGreaterThan(15);
});
