/** Draws: the same for the same seed and place, and within what was asked. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSeed, Random } from '../../src/exercises/fresh-inputs.ts';
import { nextRandomState, randomFrom } from '../../src/platform/index.ts';

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

test('each order of three is about as likely as any other', () => {
  const random = new Random(5);
  const orders = Array.from({ length: 1_200 }, () => random.shuffled(['a', 'b', 'c']).join(''));
  const times = ['abc', 'acb', 'bac', 'bca', 'cab', 'cba'].map(
    (order) => orders.filter((one) => one === order).length,
  );
  expect(times.reduce((sum, one) => sum + one, 0)).toBe(1_200);
  for (const one of times) expect(Math.abs(one - 200)).toBeLessThan(60);
});

test('a draw of exactly the chance is not true, so that a chance of 0 never is', () => {
  class Zero extends Random {
    override next(): number {
      return 0;
    }
  }
  expect([new Zero(1).isTrue(0), new Zero(1).isTrue(0.001)]).toEqual([false, true]);
});

/** FNV-1a over 32 bits, as its authors write it: http://www.isthe.com/chongo/tech/comp/fnv/, read 2026-11-28. */
function fnv1a(text: string): number {
  let hash = 2_166_136_261n;
  for (const letter of text) hash = ((hash ^ BigInt(letter.charCodeAt(0))) * 16_777_619n) % 2n ** 32n;
  return Number(BigInt.asIntN(32, hash));
}

test('a seed that a teacher wrote down keeps its draws: they begin at the hash of seed and place', () => {
  // The vectors of the same page.
  expect([fnv1a(''), fnv1a('a'), fnv1a('foobar')].map((hash) => hash >>> 0)).toEqual([
    0x811c9dc5, 0xe40c292c, 0xbf9cf968,
  ]);
  fc.assert(
    fc.property(seeds, fc.stringMatching(/^[a-z-]{0,20}$/), fc.nat(9), (seed, place, play) => {
      const state = nextRandomState(fnv1a([seed, place, play].join('\0')));
      expect(new Random(seed, place, play).next()).toBe(randomFrom(state));
    }),
  );
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
