/** In which words a learner's code did not come to what the solution came to. */
import { expect, test } from 'vitest';
import { hasSameOutcome } from '../../../src/exercises/run/compare.ts';
import { filesToRun } from '../../../src/exercises/run/exercise-to-run.ts';

const halves = (expected: unknown, received: unknown, steps: readonly string[]) => {
  try {
    hasSameOutcome(expected, received, steps);
  } catch (error) {
    return error instanceof Error ? error.message : error;
  }
  return 'the same';
};

test('by meaning: neither the order of keys nor the last bit of a fraction tells anything', () => {
  expect(halves({ a: 0.1 + 0.2, b: 1 }, { b: 1, a: 0.3 }, ['GET /'])).toBe('the same');
});

test.for<[unknown, unknown]>([
  [1e6, Number.POSITIVE_INFINITY],
  [0, 1e-9],
  [1, 1.000_001],
])('%d is not %d', ([a, b]) => {
  expect(halves(a, b, ['GET /'])).not.toBe('the same');
});

test('with one outcome a step, the first that differs is named', () => {
  expect(halves([1, 2, 3], [1, 5, 6], ['GET /a', 'GET /b', 'GET /c'])).toBe(
    'expected bij GET /b: 2; received 5',
  );
});

test('otherwise all of it, after the last steps', () => {
  expect(halves({ a: 1 }, null, ['GET /a', 'de timer'])).toBe(
    'expected bij GET /a, dan de timer: {"a":1}; received niets',
  );
  expect(halves(1, 2, ['a', 'b', 'c', 'd'])).toBe(
    'expected bij 4 stappen, als laatste b, dan c, dan d: 1; received 2',
  );
  expect(halves([1], [1, 2], ['a', 'b'])).toBe('expected bij a, dan b: [1]; received [1,2]');
  expect(halves([1, 2], [1], ['a', 'b'])).toBe('expected bij a, dan b: [1,2]; received [1]');
  expect(halves([1], [2], ['a', 'b'])).toBe('expected bij a, dan b: [1]; received [2]');
  expect(halves([1], { length: 1 }, ['a'])).toBe('expected bij a: [1]; received {"length":1}');
  expect(halves({ length: 1 }, [1], ['a'])).toBe('expected bij a: {"length":1}; received [1]');
  expect(halves(1, 2, ['a', 'b', 'c'])).toBe('expected bij a, dan b, dan c: 1; received 2');
});

test('given files come from the course, missing ones from the start code, and unknown ones nowhere from', () => {
  const files = ['a.js', 'b.js', 'c.js'].map((path) => ({ path, text: 'start' }));
  const own = ['b.js', 'c.js', 'd.js'].map((path) => ({ path, text: 'eigen' }));
  expect(filesToRun({ files, given: ['c.js'] }, own)).toEqual([
    { path: 'a.js', text: 'start' },
    { path: 'b.js', text: 'eigen' },
    { path: 'c.js', text: 'start' },
  ]);
});
