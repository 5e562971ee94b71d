/** Where the picture looks, and what its axis says. */
import { expect, test } from 'vitest';
import { clockOf, listStepMs, momentInWords, timeMarks } from '../../../src/traffic/picture/time-marks.ts';
import { around, LEAST_WIDTH_MS, moved, within, zoomed } from '../../../src/traffic/picture/view-window.ts';

const DAY = 86_400_000;
const MONTH = 30 * DAY;
const TEN = 11 * DAY + 10 * 3_600_000;

test('who comes closer keeps the moment under the hand where it is, from a month to some seconds', () => {
  let view = { fromMs: 0, toMs: MONTH };
  for (let times = 0; times < 30; times++) {
    const part = (TEN - view.fromMs) / (view.toMs - view.fromMs);
    view = zoomed(view, 0.5, TEN, MONTH);
    expect((TEN - view.fromMs) / (view.toMs - view.fromMs)).toBeCloseTo(part, 6);
  }
  expect(view.toMs - view.fromMs).toBeCloseTo(LEAST_WIDTH_MS, 3);
  for (let times = 0; times < 30; times++) view = zoomed(view, 2, TEN, MONTH);
  expect(view).toEqual({ fromMs: 0, toMs: MONTH });
});

test('no window leaves the month', () => {
  expect(within({ fromMs: -5, toMs: DAY - 5 }, MONTH)).toEqual({ fromMs: 0, toMs: DAY });
  expect(moved({ fromMs: MONTH - DAY, toMs: MONTH }, DAY, MONTH)).toEqual({
    fromMs: MONTH - DAY,
    toMs: MONTH,
  });
  expect(around(0, DAY, MONTH)).toEqual({ fromMs: 0, toMs: DAY });
  expect(within({ fromMs: 0, toMs: 1 }, 5_000)).toEqual({ fromMs: 0, toMs: 5_000 });
});

test('the axis counts days, hours, minutes or seconds, whichever there is room for', () => {
  expect(timeMarks({ fromMs: 0, toMs: MONTH }, 8).map(({ text }) => text)).toEqual([
    'dag 1',
    'dag 6',
    'dag 11',
    'dag 16',
    'dag 21',
    'dag 26',
    'dag 31',
  ]);
  const hours = timeMarks({ fromMs: 11 * DAY, toMs: 12 * DAY }, 6).map(({ text }) => text);
  expect(hours).toEqual(['dag 12', '06.00', '12.00', '18.00', 'dag 13']);
  expect(timeMarks({ fromMs: TEN, toMs: TEN + 20_000 }, 5).map(({ text }) => text)).toEqual([
    '10.00.00',
    '10.00.05',
    '10.00.10',
    '10.00.15',
    '10.00.20',
  ]);
});

test('a moment in words has seconds only where they count', () => {
  expect(momentInWords(TEN, 60_000)).toBe('Dag 12, 10.00 uur');
  expect(momentInWords(TEN + 5_000, 1_000)).toBe('Dag 12, 10.00.05 uur');
  expect(clockOf(DAY - 1, 1_000)).toBe('23.59.59');
});

test('a list has a row a day of a month, an hour of a day and a second of a minute', () => {
  expect([MONTH, DAY, 3_600_000, 60_000].map((widthMs) => listStepMs({ fromMs: 0, toMs: widthMs }))).toEqual([
    DAY,
    3_600_000,
    60_000,
    1_000,
  ]);
});
