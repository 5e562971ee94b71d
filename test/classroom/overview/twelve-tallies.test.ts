/** What a class knew before and after: who counts, the gain, and which wrong answer was chosen most. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ClaimedAnswer, type Claims, NO_CLAIMS } from '../../../src/classroom/hand-in/claims.ts';
import {
  allPairs,
  gainOf,
  LEAST_PAIRS,
  twelveTallies,
} from '../../../src/classroom/overview/twelve-tallies.ts';
import type { ClassItem } from '../../../src/review/twelve/index.ts';

const PRINTS = { a: 'aaaaaaaa', b: 'bbbbbbbb' };
const item = (id: string): ClassItem => ({
  id,
  belief: `${id}.`,
  lesson: { slug: id, number: 1, title: id, href: `/${id}/` },
  prints: PRINTS,
  wrong: ['één', 'twee', 'drie'],
});
const ITEMS = [item('geen-servers'), item('budget-stopt')];

const answer = (form: 'a' | 'b', choice: number, more: Partial<ClaimedAnswer> = {}): ClaimedAnswer => ({
  id: 'geen-servers',
  form,
  print: PRINTS[form],
  choice,
  ...more,
});
const student = (...twelve: readonly ClaimedAnswer[]): Claims => ({ ...NO_CLAIMS, twelve });

test('each student counts where an answer is, and for the gain only with both', () => {
  const [tally, other] = twelveTallies(
    [
      student(answer('a', 1), answer('b', 0)),
      student(answer('a', 1), answer('b', 2)),
      student(answer('a', 0)),
      student(answer('b', -1)),
      student(answer('a', 0, { print: '00000000' }), answer('b', 0)),
      NO_CLAIMS,
    ],
    ITEMS,
  );
  expect(tally).toMatchObject({
    before: { right: 1, of: 3 },
    after: { right: 2, of: 4 },
    pairs: { of: 2, before: 0, after: 1 },
    believedBefore: { belief: 'één', count: 2 },
    believedAfter: { belief: 'twee', count: 1 },
  });
  expect(other).toMatchObject({ before: { right: 0, of: 0 }, believedBefore: null });
});

test('of a class that let nothing go along, or of other questions alone, nothing is told', () => {
  expect(twelveTallies([NO_CLAIMS, NO_CLAIMS], ITEMS)).toEqual([]);
  expect(twelveTallies([student(answer('a', 0, { id: 'een-andere' }))], ITEMS)).toEqual([]);
});

describe('the gain', () => {
  test.each([
    [{ of: 10, before: 4, after: 7 }, 0.5],
    [{ of: 20, before: 0, after: 20 }, 1],
    [{ of: 10, before: 4, after: 4 }, 0],
  ])('of %o is what was won of what could be', (pairs, gain) => expect(gainOf(pairs)).toBe(gain));

  test.each([
    ['too few', { of: LEAST_PAIRS - 1, before: 0, after: 4 }],
    ['all right before', { of: 10, before: 10, after: 10 }],
    ['less than before', { of: 10, before: 6, after: 5 }],
  ])('says nothing of %s', (_, pairs) => expect(gainOf(pairs)).toBeNull());
});

test('whatever is claimed, no share is over one, pairs are no more than either form, and a gain lies from 0 to 1', () => {
  const any = fc.array(
    fc.record({
      id: fc.constantFrom('geen-servers', 'budget-stopt', 'toString'),
      form: fc.constantFrom('a' as const, 'b' as const),
      print: fc.constantFrom(PRINTS.a, PRINTS.b),
      choice: fc.integer({ min: -1, max: 9 }),
    }),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(fc.array(any, { maxLength: 30 }), (all) => {
      const tallies = twelveTallies(
        all.map((twelve) => student(...twelve)),
        ITEMS,
      );
      for (const { before, after, pairs } of tallies) {
        expect(before.right).toBeLessThanOrEqual(before.of);
        expect(after.right).toBeLessThanOrEqual(after.of);
        expect(pairs.of).toBeLessThanOrEqual(Math.min(before.of, after.of));
        expect(pairs.before).toBeLessThanOrEqual(Math.min(before.right, pairs.of));
        expect(pairs.after).toBeLessThanOrEqual(Math.min(after.right, pairs.of));
      }
      for (const gain of [...tallies.map(({ pairs }) => gainOf(pairs)), gainOf(allPairs(tallies))]) {
        expect(gain === null || (gain >= 0 && gain <= 1)).toBe(true);
      }
    }),
  );
});
