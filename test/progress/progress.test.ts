/** Progress only grows, and whatever lies in storage can be read. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { merge, NO_PROGRESS, type Progress, parseProgress } from '../../src/progress/progress.ts';

const name = fc.stringMatching(/^[a-z]{1,3}$/);
const best = fc.record({
  usd: fc.nat({ max: 999 }).map((digits) => `0.000${digits}`),
  times: fc.double({ min: 0.1, max: 9, noNaN: true }),
});
const exercise = fc
  .tuple(fc.uniqueArray(name, { maxLength: 4 }), fc.option(best, { nil: undefined }))
  .map(([passed, bill]) => ({ passed: passed.sort(), ...(bill && { best: bill }) }));
const anyProgress: fc.Arbitrary<Progress> = fc.record({
  lessons: fc.dictionary(name, fc.constant(true as const), { maxKeys: 4 }),
  exercises: fc.dictionary(name, exercise, { maxKeys: 4 }),
  last: fc.option(name, { nil: null }),
});
const withoutLast = ({ last: _, ...rest }: Progress) => rest;

test('putting two together loses nothing of either, in whichever order', () => {
  fc.assert(
    fc.property(anyProgress, anyProgress, (a, b) => {
      const both = merge(a, b);
      expect(Object.keys(both.lessons)).toEqual(
        expect.arrayContaining([...Object.keys(a.lessons), ...Object.keys(b.lessons)]),
      );
      for (const one of [a, b]) {
        for (const [exerciseName, { passed, best: mine }] of Object.entries(one.exercises)) {
          const kept = both.exercises[exerciseName];
          expect(kept?.passed).toEqual(expect.arrayContaining([...passed]));
          if (mine) expect(kept?.best?.times).toBeLessThanOrEqual(mine.times);
        }
      }
      const turned = merge(b, a);
      const times = (all: Progress) =>
        Object.entries(all.exercises)
          .map(([key, { passed, best: bill }]) => [key, passed, bill?.times ?? null])
          .sort();
      expect(times(turned)).toEqual(times(both));
    }),
  );
});

test('putting the same together again changes nothing', () => {
  fc.assert(
    fc.property(anyProgress, anyProgress, (a, b) => {
      const both = merge(a, b);
      expect(merge(both, both)).toEqual(both);
      expect(withoutLast(merge(both, a))).toEqual(withoutLast(both));
    }),
  );
});

test('what was kept comes back', () => {
  fc.assert(
    fc.property(anyProgress, (progress) => {
      const kept = JSON.parse(JSON.stringify({ v: 1, ...progress }));
      expect(parseProgress(kept)).toEqual(progress);
    }),
  );
});

test('anything at all is read without an error, and gives progress or nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const wrapped = { v: 1, lessons: value, exercises: { a: value }, last: value };
      for (const one of [value, wrapped]) {
        const read = parseProgress(one);
        if (read !== null) expect(merge(NO_PROGRESS, read)).toEqual(read);
      }
    }),
  );
});

test('an older check that an exercise no longer has stays, and harms nothing', () => {
  const old = { ...NO_PROGRESS, exercises: { a: { passed: ['weg'] } } };
  const now = { ...NO_PROGRESS, exercises: { a: { passed: ['nieuw'] } } };
  expect(merge(old, now).exercises['a']?.passed).toEqual(['nieuw', 'weg']);
});
