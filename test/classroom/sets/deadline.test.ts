/** A deadline is one moment everywhere, told in the reader's own zone, and never as more time than there is. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  dueOf,
  fieldsOfDue,
  isPast,
  momentInWords,
  timeLeft,
  weeksLater,
} from '../../../src/classroom/sets/deadline.ts';

const DUE = '2026-12-04T15:30Z';
const before = (ms: number) => Date.parse(DUE) - ms;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

test('the moment in the zone of who reads it', () => {
  expect(momentInWords(DUE, 'Europe/Brussels')).toBe('vrijdag 4 december 2026 om 16.30 uur');
  expect(momentInWords(DUE, 'America/Paramaribo')).toBe('vrijdag 4 december 2026 om 12.30 uur');
  expect(momentInWords('2026-07-01T22:30Z', 'Europe/Amsterdam')).toBe('donderdag 2 juli 2026 om 00.30 uur');
});

test.for<[beforeMs: number, words: string]>([
  [3 * DAY + 23 * HOUR, 'nog 3 dagen'],
  [2 * DAY, 'nog 2 dagen'],
  [2 * DAY - 1, 'nog 47 uur'],
  [HOUR, 'nog 1 uur'],
  [HOUR - 1, 'nog 59 minuten'],
  [MINUTE, 'nog 1 minuut'],
  [0, 'nog minder dan een minuut'],
  [-1, 'minder dan een minuut geleden'],
  [-3 * HOUR, '3 uur geleden'],
  [-12 * DAY, '12 dagen geleden'],
])('%i ms before: %s', ([ms, words]) => {
  expect(timeLeft(DUE, before(ms))).toBe(words);
  expect(isPast(DUE, before(ms))).toBe(ms < 0);
});

test('what two fields of a form say comes back in them, whatever the zone', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2024-01-01'), max: new Date('2036-12-31'), noInvalidDate: true }),
      (date) => {
        const due = `${date.toISOString().slice(0, 16)}Z`;
        const { date: day, time } = fieldsOfDue(due);
        const back = dueOf(day, time);
        // The hour that comes twice when summer ends is one hour in a form.
        expect(fieldsOfDue(back)).toEqual({ date: day, time });
        expect(Math.abs(Date.parse(back ?? '') - Date.parse(due)) % HOUR).toBe(0);
      },
    ),
  );
});

test('without an hour it is the end of the day; without a day there is none', () => {
  expect(fieldsOfDue(dueOf('2026-12-04', ''))).toEqual({ date: '2026-12-04', time: '23:59' });
  for (const [date, time] of [
    ['', '16:30'],
    ['2026-13-40', '16:30'],
    ['2026-12-04', '99:99'],
  ] as const) {
    expect(dueOf(date, time)).toBeNull();
  }
  expect(fieldsOfDue(null)).toEqual({ date: '', time: '' });
});

test('weeks later it is the same day of the week at the same hour of the clock', () => {
  const due = dueOf('2027-03-12', '16:30') ?? '';
  for (const weeks of [0, 1, 2, 5, 20]) {
    const later = weeksLater(due, weeks);
    expect(fieldsOfDue(later).time).toBe('16:30');
    expect(new Date(later).getDay()).toBe(5);
  }
  expect(weeksLater(due, 0)).toBe(due);
});
