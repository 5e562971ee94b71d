/** How slow a machine is, by a clock that the test turns. */
import { expect, test } from 'vitest';
import { measureSlowness } from '../../../src/playground/results/machine-speed.ts';

/** Each reading is so much later than the one before. */
function clockOf(...stepsMs: readonly number[]): () => number {
  let nowMs = 0;
  let reading = 0;
  return () => {
    nowMs += stepsMs[reading++ % stepsMs.length] ?? 0;
    return nowMs;
  };
}

test('the longer the same work takes, the slower the machine, in proportion', () => {
  const once = measureSlowness(clockOf(5));
  expect(measureSlowness(clockOf(15))).toBeCloseTo(3 * once);
});

test('what comes between once makes no machine slow', () => {
  expect(measureSlowness(clockOf(5, 5, 5, 5, 5, 500))).toBe(measureSlowness(clockOf(5)));
});
