import { expect, test } from 'vitest';
import { cronMoments, readCron } from '../../../src/engine/messages/cron.ts';

/** In the time zone of whoever runs this, as a reader's browser has it. */
const at = (...parts: Parameters<typeof local>) => local(...parts).getTime();
const local = (day: number, hour: number, minute = 0, second = 0) =>
  new Date(2026, 10, day, hour, minute, second);

test('five fields fire on the minute, six with seconds in front', () => {
  expect(cronMoments('*/15 * * * *', at(25, 9, 1), 3)).toEqual({
    ok: true,
    moments: [at(25, 9, 15), at(25, 9, 30), at(25, 9, 45)],
  });
  expect(cronMoments('*/20 * * * * *', at(25, 9, 0, 5), 2)).toEqual({
    ok: true,
    moments: [at(25, 9, 0, 20), at(25, 9, 0, 40)],
  });
});

test('a moment is strictly after the one that was asked from', () => {
  const plan = readCron('0 9 * * MON-FRI', at(25, 9));
  expect(plan.ok && plan.next(at(25, 9))).toBe(at(26, 9));
  // Friday the 27th is followed by Monday the 30th.
  expect(plan.ok && plan.next(at(27, 9))).toBe(at(30, 9));
});

test.each([
  '',
  'elke minuut',
  '61 * * * *',
  '* * * *',
  '* * * * * * *',
  '@daily',
  '0 25 * * *',
  '* * * * XYZ',
])('what is no expression is said to be none: "%s"', (expression) => {
  expect(readCron(expression, at(25, 9))).toEqual({ ok: false, code: 'CRON_INVALID' });
});

test('an expression that never fires is told from one that is wrong', () => {
  expect(readCron('0 0 30 2 *', at(25, 9))).toEqual({ ok: false, code: 'CRON_NEVER' });
  expect(readCron('0 0 29 2 *', at(25, 9)).ok).toBe(true);
});

test('space around an expression is none of it', () => {
  expect(cronMoments('  */15  * * * * ', at(25, 9, 1), 1)).toEqual({ ok: true, moments: [at(25, 9, 15)] });
});

test.each([
  ['onzin', 'CRON_INVALID'],
  ['0 0 30 2 *', 'CRON_NEVER'],
] as const)('"%s" has no moments, and it is said why', (expression, code) => {
  expect(cronMoments(expression, at(25, 9), 3)).toEqual({ ok: false, code });
});
