import fc from 'fast-check';
import { expect, test } from 'vitest';
import { merge, NO_PROGRESS, type Progress } from '../../../src/progress/progress.ts';
import type { Counted } from '../../../src/scorm/package/course-facts.ts';
import { reportOf } from '../../../src/scorm/session/report.ts';

const checks = ['a', 'b', 'c'].map((id) => ({ id, title: id }));
const counted: Counted = {
  lessons: [
    { slug: 'een', title: 'Een' },
    { slug: 'twee', title: 'Twee' },
  ],
  exercises: [{ name: 'groet', title: 'Groet', checks }],
  passMark: null,
};
const first = { ...counted, lessons: counted.lessons.slice(0, 1) };
const withoutExercises = { ...counted, lessons: counted.lessons.slice(1), exercises: [] };
const exercisesOnly = { ...counted, lessons: [] };
const withMark = (one: Counted, passMark: number): Counted => ({ ...one, passMark });
const made = (passed: readonly string[], lessons: Progress['lessons'] = {}): Progress => ({
  lessons,
  exercises: { groet: { passed } },
  last: null,
});

test('nothing, half and all', () => {
  expect(reportOf(NO_PROGRESS, counted)).toMatchObject({ isComplete: false, measure: 0, score: 0 });
  const half = made(['a', 'weg'], { een: true });
  expect(reportOf(half, counted)).toMatchObject({ isComplete: false, measure: 2 / 5, score: 33 });
  expect(reportOf(half, first)).toMatchObject({ isComplete: true, score: 33 });
  const all = made(['a', 'b', 'c'], { een: true, twee: true });
  expect(reportOf(all, counted)).toMatchObject({ isComplete: true, measure: 1, score: 100 });
  expect(reportOf(all, withoutExercises)).toMatchObject({ isComplete: true, measure: 1, score: 100 });
});

test('a pass mark: unknown until it is reached or all is done, and then never lost', () => {
  expect(reportOf(made(['a']), counted).isPassed).toBeNull();
  expect(reportOf(made(['a']), withMark(counted, 66))).toMatchObject({ isPassed: null, isComplete: false });
  expect(reportOf(made(['a', 'b']), withMark(counted, 66))).toMatchObject({
    isPassed: true,
    isComplete: false,
  });
  const read = made(['a'], { een: true, twee: true });
  expect(reportOf(read, withMark(counted, 66))).toMatchObject({ isPassed: false, isComplete: true });
  expect(reportOf(read, withMark(counted, 66), 70)).toMatchObject({ isPassed: true, score: 33 });
});

test('only exercises: done at the pass mark, or, without one, when every check passed', () => {
  expect(reportOf(made(['a', 'b']), exercisesOnly).isComplete).toBe(false);
  expect(reportOf(made(['a', 'b', 'c']), exercisesOnly).isComplete).toBe(true);
  expect(reportOf(made(['a', 'b']), withMark(exercisesOnly, 60))).toMatchObject({
    isComplete: true,
    isPassed: true,
  });
  expect(reportOf(made(['a']), withMark(exercisesOnly, 60))).toMatchObject({
    isComplete: false,
    isPassed: null,
  });
});

const progress = fc.record({
  lessons: fc.dictionary(fc.constantFrom('een', 'twee', 'drie'), fc.constant(true as const)),
  exercises: fc.dictionary(
    fc.constantFrom('groet', 'oud'),
    fc.record({ passed: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'weg')).map((ids) => ids.sort()) }),
  ),
  last: fc.constantFrom(null, 'een'),
}) satisfies fc.Arbitrary<Progress>;

test('more done never gives less', () => {
  const all = [counted, first, exercisesOnly, withMark(counted, 50), withMark(exercisesOnly, 100)];
  fc.assert(
    fc.property(progress, progress, fc.constantFrom(...all), (a, b, what) => {
      const [before, after] = [reportOf(a, what), reportOf(merge(a, b), what)];
      expect(after.score).toBeGreaterThanOrEqual(before.score);
      expect(after.measure).toBeGreaterThanOrEqual(before.measure);
      expect(Number(after.isComplete)).toBeGreaterThanOrEqual(Number(before.isComplete));
      if (before.isPassed === true) expect(after.isPassed).toBe(true);
    }),
  );
});
