/** How fine a clock is. */
import { describe, expect, test } from 'vitest';
import { measureClockStepMs } from '../../../src/host/common/clock-step.ts';

describe('measureClockStepMs', () => {
  /** A clock that moves by a step once in so many readings. */
  const clock = (stepMs: number, readings: number) => {
    let count = 0;
    return () => {
      count += 1;
      return Math.floor(count / readings) * stepMs;
    };
  };
  test.each([
    [0.1, 7],
    [1, 500],
    [0.005, 1],
    [16.667, 100],
  ])('a step of %d ms', (stepMs, readings) => {
    expect(measureClockStepMs(clock(stepMs, readings))).toBe(stepMs);
  });
  test('a clock that stands still ends the search', () => {
    expect(measureClockStepMs(() => 5)).toBe(0);
  });
});
