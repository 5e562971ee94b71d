/** What counts of the checks that passed. */
import { expect, test } from 'vitest';
import { type CheckResult, pointsOf } from '../../src/exercises/check.ts';

const result = (isPassed: boolean, passesAtStart = false): CheckResult => ({
  id: 'a',
  title: 'A',
  isPassed,
  problem: null,
  bill: null,
  ...(passesAtStart && { passesAtStart }),
});

test.for<[what: string, results: readonly CheckResult[], points: number]>([
  ['nothing that passed', [result(false), result(false, true)], 0],
  ['what the start code passes too', [result(true, true), result(true, true), result(false)], 0],
  ['what the start code fails', [result(true), result(false)], 1],
  ['both', [result(true, true), result(true), result(false, true)], 2],
])('%s', ([, results, points]) => {
  expect(pointsOf(results)).toBe(points);
});
