import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { merge, NO_PROGRESS, type Progress } from '../../src/progress/progress.ts';
import { type LessonFacts, reportOf } from '../../src/scorm/report.ts';
import { fromSuspend, MOST_CHARACTERS, sessionTime, toSuspend } from '../../src/scorm/session.ts';
import { exerciseCount, lessonCount } from '../support/course-size.ts';

const lessons: readonly LessonFacts[] = [
  { slug: 'een', title: 'Een', exercises: [{ name: 'groet', checks: ['a', 'b', 'c'] }] },
  { slug: 'twee', title: 'Twee', exercises: [] },
];
const progress = fc.record({
  lessons: fc.dictionary(fc.constantFrom('een', 'twee', 'drie'), fc.constant(true as const)),
  exercises: fc.dictionary(
    fc.constantFrom('groet', 'oud'),
    fc.record({ passed: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'weg')).map((ids) => ids.sort()) }),
  ),
  last: fc.constantFrom(null, 'een'),
}) satisfies fc.Arbitrary<Progress>;

describe('what is reported', () => {
  test('nothing, half and all', () => {
    expect(reportOf(NO_PROGRESS, lessons)).toMatchObject({ isComplete: false, measure: 0, score: 0 });
    const half: Progress = {
      lessons: { een: true },
      exercises: { groet: { passed: ['a', 'weg'] } },
      last: null,
    };
    expect(reportOf(half, lessons)).toMatchObject({ isComplete: false, measure: 2 / 5, score: 33 });
    expect(reportOf(half, lessons.slice(0, 1))).toMatchObject({ isComplete: true, score: 33 });
    const all: Progress = {
      lessons: { een: true, twee: true },
      exercises: { groet: { passed: ['a', 'b', 'c'] } },
      last: null,
    };
    expect(reportOf(all, lessons)).toMatchObject({ isComplete: true, measure: 1, score: 100 });
    expect(reportOf(all, lessons.slice(1))).toMatchObject({ isComplete: true, measure: 1, score: 100 });
  });

  test('more done never gives less', () => {
    fc.assert(
      fc.property(progress, progress, (a, b) => {
        const [before, after] = [reportOf(a, lessons), reportOf(merge(a, b), lessons)];
        expect(after.score).toBeGreaterThanOrEqual(before.score);
        expect(after.measure).toBeGreaterThanOrEqual(before.measure);
        expect(Number(after.isComplete)).toBeGreaterThanOrEqual(Number(before.isComplete));
      }),
    );
  });
});

describe('suspend_data', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(progress, (one) => {
        expect(fromSuspend(toSuspend(one, MOST_CHARACTERS['1.2']) ?? '')).toEqual(one);
      }),
    );
  });

  test('a course made whole fits in what SCORM 1.2 keeps', () => {
    const made: Progress = {
      lessons: Object.fromEntries(
        Array.from({ length: lessonCount }, (_, at) => [`les-nummer-${at}-met-lange-naam`, true]),
      ),
      exercises: Object.fromEntries(
        Array.from({ length: exerciseCount }, (_, at) => [
          `oefening-nummer-${at}`,
          {
            passed: ['antwoord', `eigen-${at}`, 'opslag-na-afloop', 'rekening', 'zonder-naam'],
            best: {
              usd: `0.0000${Math.floor(1e9 * Math.abs(Math.sin(at + 1)))}`,
              times: 1 + Math.abs(Math.cos(at)),
            },
          },
        ]),
      ),
      last: 'les-nummer-4-met-lange-naam',
    };
    expect(toSuspend(made, MOST_CHARACTERS['1.2'])?.length).toBeLessThanOrEqual(4_096);
    expect(fromSuspend(toSuspend(made, MOST_CHARACTERS['1.2']) ?? '')).toEqual(made);
    const small = toSuspend(made, 1_200);
    expect(small === null || fromSuspend(small).lessons).toEqual(made.lessons);
    expect(toSuspend(made, 10)).toBeNull();
  });

  test('what is not ours is no progress', () => {
    for (const text of ['', 'abc', '{}', 'zin 1', toSuspend(NO_PROGRESS, 4_096)?.slice(0, -3) ?? '']) {
      expect(fromSuspend(text)).toEqual(NO_PROGRESS);
    }
  });
});

test('the time of a visit', () => {
  expect(sessionTime('1.2', 3_725_400)).toBe('01:02:05');
  expect(sessionTime('1.2', 1e12)).toMatch(/^9999:\d\d:\d\d$/);
  expect(sessionTime('2004', 3_725_400)).toBe('PT3725S');
  expect(sessionTime('2004', -5)).toBe('PT0S');
});
