/** Totals and the two marks of schools, worked out by hand. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Mark } from '../../src/classroom/marking/mark.ts';
import { isMarked } from '../../src/classroom/marking/marked-files.ts';
import { pointsOfMark, totalOf } from '../../src/classroom/marking/totals.ts';
import type { CheckResult } from '../../src/exercises/check.ts';

const result = (isPassed: boolean, passesAtStart = false): CheckResult => ({
  id: 'a',
  title: 'A',
  isPassed,
  problem: null,
  bill: null,
  ...(passesAtStart && { passesAtStart: true as const }),
});
const marked = (passed: number, of: number, more: Partial<Mark> = {}): Mark => ({
  results: Array.from({ length: of }, (_, at) => result(at < passed)),
  files: [],
  equalTo: [],
  isUntouched: false,
  ...more,
});
const exercise = (name: string, checks: number) => ({ name, checks: Array.from({ length: checks }) });
const EXERCISES = [exercise('een', 4), exercise('twee', 2)];
const work = new Map([
  ['een', {}],
  ['twee', {}],
]);
const half = { weights: new Map<string, number>(), passMark: 0.5 };
const marks = (een: Mark, twee?: Mark) =>
  new Map<string, Mark>([['een', een], ...(twee ? [['twee', twee] as const] : [])]);

test('exercises weigh the same, however many checks they have', () => {
  // (3/4 + 0/2) / 2 = 0.375; 20 × 0.375 = 7.5; 1 + 9 × 0.375 = 4.375.
  expect(totalOf({ work }, marks(marked(3, 4), marked(0, 2)), EXERCISES, half)).toEqual({
    points: 3,
    of: 6,
    share: 0.375,
    onTwenty: 7.5,
    onTen: 4.4,
    isPassed: false,
  });
});

test('a weight counts, and what weighs nothing is in no sum', () => {
  const graded = (een: number, twee: number) =>
    totalOf({ work }, marks(marked(4, 4), marked(1, 2)), EXERCISES, {
      weights: new Map([
        ['een', een],
        ['twee', twee],
      ]),
      passMark: 0.5,
    });
  expect(graded(1, 3).share).toBe(0.625);
  expect(graded(1, 0)).toMatchObject({ points: 4, of: 4, share: 1, onTwenty: 20, onTen: 10 });
  expect(graded(0, 0)).toMatchObject({ points: 0, of: 0, share: null, onTen: null, isPassed: null });
});

test.for([
  // passMark, share in quarters of one exercise, /20, 1–10, passed
  [0.5, 2, 10, 5.5, true],
  [0.5, 0, 0, 1, false],
  [0.5, 4, 20, 10, true],
  [0.75, 3, 10, 5.5, true],
  [0.75, 2, 6.7, 4, false],
  [0.25, 2, 13.3, 7, true],
  [1, 4, 20, 10, true],
  [1, 3, 7.5, 4.4, false],
] as const)(
  'with a pass mark of %d, %d of 4 is %d of 20 and a %d',
  ([passMark, passed, onTwenty, onTen, isPassed]) => {
    const one = totalOf({ work }, marks(marked(passed, 4)), [exercise('een', 4)], {
      weights: new Map(),
      passMark,
    });
    expect(one).toMatchObject({ onTwenty, onTen, isPassed });
  },
);

test('rounding lets nobody pass, and gives nobody the highest who has not all of it', () => {
  const close = totalOf({ work }, marks(marked(499, 1_000)), [exercise('een', 1_000)], half);
  expect(close).toMatchObject({ onTwenty: 9.9, onTen: 5.4, isPassed: false });
  const almost = totalOf({ work }, marks(marked(999, 1_000)), [exercise('een', 1_000)], half);
  expect(almost).toMatchObject({ onTwenty: 19.9, onTen: 9.9, isPassed: true });
});

test('a better share never has a lower mark, and passing shows in both of them', () => {
  const most = 60;
  const at = (passed: number, passMark: number) =>
    totalOf({ work }, marks(marked(passed, most)), [exercise('een', most)], { weights: new Map(), passMark });
  fc.assert(
    fc.property(fc.nat(most - 1), fc.integer({ min: 1, max: 100 }), (passed, percent) => {
      const [one, next] = [at(passed, percent / 100), at(passed + 1, percent / 100)];
      expect(next.onTen).toBeGreaterThanOrEqual(one.onTen ?? 0);
      expect(next.onTwenty).toBeGreaterThanOrEqual(one.onTwenty ?? 0);
      expect((one.onTen ?? 0) >= 5.5).toBe(one.isPassed);
      expect((one.onTwenty ?? 0) >= 10).toBe(one.isPassed);
    }),
  );
});

test('three times three tenths are no less than three tenths, whatever binary fractions make of it', () => {
  const three = ['a', 'b', 'c'].map((name) => exercise(name, 10));
  const all = new Map(three.map(({ name }) => [name, marked(3, 10)]));
  const total = totalOf({ work: new Map() }, all, three, { weights: new Map(), passMark: 0.3 });
  expect(total).toMatchObject({ points: 9, of: 30, share: 0.3, onTen: 5.5, isPassed: true });
});

test('untouched start code earns nothing, also where a check happens to pass', () => {
  expect(pointsOfMark(marked(2, 4))).toBe(2);
  expect(pointsOfMark(marked(2, 4, { isUntouched: true }))).toBe(0);
  expect(pointsOfMark(marked(0, 0, { results: null }))).toBeNull();
});

test('a check that waits for the solution of a teacher’s own exercise leaves no points, and none are taken for it', () => {
  const whole = marked(2, 4);
  const results = (whole.results ?? []).map((one, at) =>
    at === 3 ? { ...one, atMarking: true as const } : one,
  );
  expect(pointsOfMark({ ...whole, results })).toBeNull();
  expect(pointsOfMark({ ...whole, results, isUntouched: true })).toBe(0);
});

test('what is not handed in is nothing, what is not marked leaves no total, what can not be read has none', () => {
  const onlyFirst = new Map([['een', {}]]);
  expect(totalOf({ work: onlyFirst }, marks(marked(4, 4)), EXERCISES, half).share).toBe(0.5);
  expect(totalOf({ work }, marks(marked(4, 4)), EXERCISES, half)).toMatchObject({ points: 4, share: null });
  expect(totalOf({ work: null }, undefined, EXERCISES, half)).toMatchObject({ of: 6, share: null });
});

test('what waited for a solution is marked again once there is one, and what did not is left', () => {
  const verdict = (atMarking?: true) => ({
    version: 'v',
    results: [{ ...(marked(1, 1).results?.[0] as CheckResult), ...(atMarking && { atMarking }) }],
  });
  const piece = (hasSolution: boolean | undefined) =>
    ({ key: 'k', exercise: { version: 'v', ...(hasSolution !== undefined && { hasSolution }) } }) as never;
  const of = (atMarking: true | undefined, hasSolution: boolean | undefined) =>
    isMarked(new Map([['k', verdict(atMarking)]]), piece(hasSolution));
  expect([of(true, true), of(true, false), of(undefined, true), of(undefined, undefined)]).toEqual([
    false,
    true,
    true,
    true,
  ]);
});
