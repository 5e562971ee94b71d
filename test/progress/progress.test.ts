/** Progress only grows, and whatever lies in storage can be read. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type Kept,
  merge,
  mergeKept,
  NO_PROGRESS,
  NOTHING_KEPT,
  type Progress,
  parseKept,
  parseProgress,
  printKept,
  withDone,
} from '../../src/progress/progress.ts';

const name = fc.stringMatching(/^[a-z]{1,3}$/);
const best = fc.record({
  usd: fc.nat({ max: 999 }).map((digits) => `0.000${digits}`),
  times: fc.double({ min: 0.1, max: 9, noNaN: true }),
});
const exercise = fc
  .tuple(fc.uniqueArray(name, { maxLength: 4 }), fc.option(best, { nil: undefined }))
  .map(([passed, bill]) => ({ passed: passed.sort(), ...(bill && { best: bill }) }));
const opened = fc.oneof(
  fc.constant({ last: null }),
  fc.record(
    { last: fc.constantFrom('a', 'b'), lastAtMs: fc.integer({ min: 1, max: 3 }) },
    { requiredKeys: ['last'] },
  ),
);
const anyProgress: fc.Arbitrary<Progress> = fc
  .tuple(
    fc.record({
      lessons: fc.dictionary(name, fc.constant(true as const), { maxKeys: 4 }),
      exercises: fc.dictionary(name, exercise, { maxKeys: 4 }),
    }),
    opened,
  )
  .map(([done, last]) => ({ ...done, ...last }));
const anyKept: fc.Arbitrary<Kept> = fc.record({ wipes: fc.nat({ max: 1 }), progress: anyProgress });

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
      expect(merge(both, a)).toEqual(both);
    }),
  );
});

test('three become the same, in whichever order they are put together', () => {
  fc.assert(
    fc.property(anyKept, anyKept, anyKept, (a, b, c) => {
      expect(mergeKept(a, b)).toEqual(mergeKept(b, a));
      expect(mergeKept(mergeKept(a, b), c)).toEqual(mergeKept(a, mergeKept(b, c)));
      expect(mergeKept(a, a)).toEqual(a);
      expect(mergeKept(a, NOTHING_KEPT)).toEqual(a);
      expect(printKept(mergeKept(a, b))).toBe(printKept(mergeKept(b, a)));
    }),
  );
});

test('what was wiped does not come back from a tab that did not hear of it', () => {
  fc.assert(
    fc.property(anyKept, anyKept, (before, added) => {
      const wiped = { wipes: before.wipes + 1, progress: NO_PROGRESS };
      expect(mergeKept(before, wiped)).toEqual(wiped);
      const since = mergeKept(wiped, { wipes: wiped.wipes, progress: added.progress });
      expect(mergeKept(since, before)).toEqual(since);
    }),
  );
});

test('the lesson that is open now was opened last, also after the clock was set back', () => {
  fc.assert(
    fc.property(anyProgress, fc.nat({ max: 5 }), (known, nowMs) => {
      expect(withDone(known, { last: 'c' }, nowMs).last).toBe('c');
      expect(withDone(known, { lessons: { c: true } }, nowMs)).toMatchObject({ last: known.last });
    }),
  );
});

test('of a file without a moment, what this device opened last stays', () => {
  const here = withDone(NO_PROGRESS, { last: 'a' }, 5);
  expect(merge(here, { ...NO_PROGRESS, last: 'z' }).last).toBe('a');
  expect(merge(NO_PROGRESS, { ...NO_PROGRESS, last: 'z' }).last).toBe('z');
});

test('what was kept comes back', () => {
  fc.assert(
    fc.property(anyKept, (kept) => {
      expect(parseKept(JSON.parse(printKept(kept)))).toEqual(kept);
    }),
  );
});

test.each(['__proto__', 'constructor.prototype', '', 'A', '../les', 'a'.repeat(101)])(
  'a lesson, an exercise or a check named %j is left out, and the others stay',
  (wrong) => {
    const lessons = Object.fromEntries([
      [wrong, true],
      ['goed', true],
    ]);
    const one = { passed: [wrong, 'goed'] };
    const exercises = Object.fromEntries([
      [wrong, one],
      ['goed', one],
    ]);
    const read = parseProgress({ v: 1, lessons, exercises, last: wrong });
    expect(read).toEqual({ lessons: { goed: true }, exercises: { goed: { passed: ['goed'] } }, last: null });
  },
);

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
