/** A drawn day: what a hand, a key and a button make of it. */
import { expect, test } from 'vitest';
import {
  HOURS,
  keyStep,
  perDay,
  timesAsBusy,
  topOf,
  withHour,
  withLine,
} from '../../src/traffic/day-shape.ts';
import { readClock } from '../../src/traffic/traffic-state.ts';

const empty = Array.from({ length: HOURS }, () => 0);

test('an hour is set to a whole number that a month can take, and no other hour changes', () => {
  const drawn = withHour(empty, 10, 1_200.4);
  expect(drawn[10]).toBe(1_200);
  expect(perDay(drawn)).toBe(1_200);
  expect(withHour(empty, 10, -5)[10]).toBe(0);
  expect(withHour(empty, 10, 1e9)[10]).toBe(1_000_000);
});

test('a hand that skips hours draws a line over them, in either direction', () => {
  const up = withLine(empty, { hour: 4, calls: 0 }, { hour: 8, calls: 400 });
  expect(up.slice(4, 9)).toEqual([0, 100, 200, 300, 400]);
  const down = withLine(up, { hour: 8, calls: 400 }, { hour: 6, calls: 0 });
  expect(down.slice(4, 9)).toEqual([0, 100, 0, 200, 400]);
  expect(withLine(empty, { hour: 3, calls: 7 }, { hour: 3, calls: 9 })[3]).toBe(9);
});

test('the scale ends at a round number that holds the highest bar', () => {
  expect([0, 10, 11, 420, 500, 501, 999_999].map((calls) => topOf([calls]))).toEqual([
    10, 10, 20, 500, 500, 1_000, 1_000_000,
  ]);
});

test('an arrow key moves by a tenth of what there is, and always moves', () => {
  expect([0, 1, 9, 10, 99, 120, 4_500, 100_000].map(keyStep)).toEqual([1, 1, 1, 1, 1, 10, 100, 10_000]);
});

test('a time of day is read as people write it, and nothing else is one', () => {
  expect(['10.00', '9:05', ' 23.59.59 ', '00:00:01'].map(readClock)).toEqual([
    36_000_000, 32_700_000, 86_399_000, 1_000,
  ]);
  expect(['', '10', '24.00', '10.60', '10.00.60', '10.0', 'tien uur'].map(readClock)).toEqual(
    Array(7).fill(null),
  );
});

test('twice as busy and half as busy keep the shape', () => {
  const drawn = withHour(withHour(empty, 3, 10), 4, 30);
  expect(timesAsBusy(timesAsBusy(drawn, 2), 0.5)).toEqual(drawn);
});
