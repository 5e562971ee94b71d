import { expect, test } from 'vitest';
import { isOld } from '../../../src/till/prices/price-age.ts';

const day = (text: string) => new Date(`${text}T12:00:00Z`);

test.each([
  ['2026-09-28', '2027-09-27', false],
  ['2026-09-28', '2027-09-29', true],
  // A month or a year is its first day, a range its earliest.
  ['2026-08', '2027-07-31', false],
  ['2026-08', '2027-08-02', true],
  ['2026', '2026-12-31', false],
  ['2026', '2027-01-02', true],
  ['2019-2020', '2020-06-01', true],
  ['2025-11-12', '2026-11-25', true],
  // A day that is not known is old.
  [null, '2026-11-25', true],
])('read %s, on %s: old is %s', (readDate, today, old) => {
  expect(isOld(readDate, day(today))).toBe(old);
});
