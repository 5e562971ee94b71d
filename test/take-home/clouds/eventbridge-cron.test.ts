/**
 * Our cron expressions in EventBridge's words. The moments of the original come from croner, which the lab itself uses; those
 * of the translation from a second reader below, written after Amazon's reference and not after our code.
 */
import { Cron } from 'croner';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toEventBridge } from '../../../src/take-home/clouds/aws/template/eventbridge-cron.ts';

const NIGHT = Date.UTC(2026, 0, 1);
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe('by hand', () => {
  // From left to right as a person would translate them with Amazon's table beside it.
  test.each([
    ['0 3 * * *', '0 3 * * ? *'],
    ['0 * * * *', '0 * * * ? *'],
    ['*/15 * * * *', '0/15 * * * ? *'],
    ['0 0 * * *', '0 0 * * ? *'],
    ['30 8 * * 1-5', '30 8 ? * 2-6 *'],
    ['30 8 * * MON-FRI', '30 8 ? * 2-6 *'],
    ['0 12 * * 0', '0 12 ? * 1 *'],
    ['0 12 * * 7', '0 12 ? * 1 *'],
    ['0 12 * * 5-7', '0 12 ? * 1,6,7 *'],
    ['0 12 * * */2', '0 12 ? * 1,3,5,7 *'],
    ['0 0 1 jan,jul *', '0 0 1 1,7 ? *'],
    ['0 0 */2 * *', '0 0 1/2 * ? *'],
    ['10-30/5 * * * *', '10,15,20,25,30 * * * ? *'],
    ['0 0 L * *', '0 0 L * ? *'],
    ['0 0 15W * *', '0 0 15W * ? *'],
    ['0 9 * * 5#2', '0 9 ? * 6#2 *'],
    ['0 9 * * 5L', '0 9 ? * 6L *'],
    ['0 0 3 * * *', '0 3 * * ? *'],
    ['0 0 */1 * 1', '0 0 * * ? *'],
  ])('%s is cron(%s)', (ours, theirs) => {
    expect(toEventBridge(ours)).toEqual({ ok: true, fields: theirs, isEarlier: false });
  });

  test('a second in the minute is lost, and told', () => {
    expect(toEventBridge('30 0 3 * * *')).toEqual({ ok: true, fields: '0 3 * * ? *', isEarlier: true });
  });

  test.each([
    ['*/10 * * * * *', 'subMinute'],
    ['0,30 * * * * *', 'subMinute'],
    ['0 0 1 * 1', 'bothDays'],
    ['0 0 L * FRI', 'bothDays'],
    ['0 0 1,L * *', 'unreadable'],
    ['0 0 * * +1', 'unreadable'],
    ['0 0 * *', 'unreadable'],
    ['60 0 * * *', 'unreadable'],
    ['@daily', 'unreadable'],
    ['0 0 * * 1#6', 'unreadable'],
    ['0 0 * * *; rm', 'unreadable'],
  ])('%s is refused: %s', (ours, problem) => {
    expect(toEventBridge(ours)).toEqual({ ok: false, problem });
  });
});

/** One field of ours: numbers, lists, ranges, steps, a star. */
function fieldOf(first: number, last: number, names: readonly string[] = []): fc.Arbitrary<string> {
  const value = fc.integer({ min: first, max: last });
  const spoken = value.map((one) => names[one - first] ?? String(one));
  const range = fc.tuple(value, value).map(([a, b]) => `${Math.min(a, b)}-${Math.max(a, b)}`);
  const step = fc.integer({ min: 1, max: Math.ceil((last - first) / 2) });
  const stepped = fc.tuple(fc.oneof(fc.constant('*'), range), step).map(([of, by]) => `${of}/${by}`);
  const list = fc.array(fc.oneof(spoken, range, stepped), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant('*') },
    list.map((items) => items.join(',')),
  );
}

const MONTH_NAMES = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAY_NAMES = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', '7'];

const anyDays = fc.oneof(
  { weight: 4, arbitrary: fieldOf(1, 31) },
  fc.constant('L'),
  fc.integer({ min: 1, max: 28 }).map((day) => `${day}W`),
);
const anyWeekdays = fc.oneof(
  { weight: 4, arbitrary: fieldOf(0, 7, DAY_NAMES) },
  fc
    .tuple(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 1, max: 4 }))
    .map(([day, nth]) => `${day}#${nth}`),
  fc.integer({ min: 0, max: 6 }).map((day) => `${day}L`),
);
const anyCron = fc
  .tuple(fieldOf(0, 59), fieldOf(0, 23), anyDays, fieldOf(1, 12, MONTH_NAMES), anyWeekdays)
  .map((fields) => fields.join(' '));

describe('as a law', () => {
  test('the translation fires at exactly the moments of the original', () => {
    fc.assert(
      fc.property(anyCron, (cron) => {
        const translated = toEventBridge(cron);
        fc.pre(translated.ok);
        const fires = readAsAmazon(translated.fields);
        const original = new Cron(cron, { paused: true, timezone: 'UTC', mode: '5-or-6-parts' });
        const moments: number[] = [];
        for (let at = original.nextRun(new Date(NIGHT - 1)); at !== null && moments.length < 12; ) {
          moments.push(at.getTime());
          at = original.nextRun(at);
        }
        // As many as there are in two years, a day at a time so that what never fires ends too.
        const last = moments.at(-1) ?? NIGHT;
        const days = Math.min(Math.ceil((last - NIGHT) / DAY_MS) + 1, 800);
        const theirs = momentsOf(fires, days).filter((at) => at <= last);
        const end = NIGHT + days * DAY_MS;
        expect(theirs).toEqual(moments.filter((at) => at < end));
      }),
      { numRuns: 300 },
    );
  });

  test('only what names both kinds of days is refused', () => {
    fc.assert(
      fc.property(fieldOf(0, 59), fieldOf(1, 31), fieldOf(0, 7, DAY_NAMES), (minutes, days, weekdays) => {
        const translated = toEventBridge(`${minutes} 0 ${days} * ${weekdays}`);
        if (days === '*' || weekdays === '*') expect(translated.ok).toBe(true);
        else if (!translated.ok) expect(translated.problem).toBe('bothDays');
        else expect(translated.fields.split(' ').slice(2)).toEqual(['*', '*', '?', '*']);
      }),
    );
  });
});

interface Fires {
  isDay(date: Date): boolean;
  readonly minutesOfDay: readonly number[];
}

/** Minutes, hours, day of month, month, day of week from Sunday = 1, year: nothing else, and one `?`. */
function readAsAmazon(text: string): Fires {
  const [minutes = '', hours = '', days = '', months = '', weekdays = '', year = '', ...more] =
    text.split(' ');
  expect(more).toEqual([]);
  expect(year).toBe('*');
  expect([days, weekdays].filter((one) => one === '?')).toHaveLength(1);
  expect(weekdays).not.toContain('/');
  const inMonth = (date: Date) => amazonSet(months, 1, 12).has(date.getUTCMonth() + 1);
  const isDay = days === '?' ? weekdayTest(weekdays) : dayTest(days);
  const hourSet = [...amazonSet(hours, 0, 23)];
  const minuteSet = [...amazonSet(minutes, 0, 59)];
  return {
    isDay: (date) => inMonth(date) && isDay(date),
    minutesOfDay: hourSet
      .flatMap((hour) => minuteSet.map((minute) => hour * 60 + minute))
      .sort((a, b) => a - b),
  };
}

function dayTest(text: string): (date: Date) => boolean {
  if (text === 'L') return (date) => date.getUTCDate() === daysIn(date);
  if (text.endsWith('W')) {
    const wanted = Number(text.slice(0, -1));
    return (date) => date.getUTCDate() === nearestWorkingDay(date, wanted);
  }
  const set = amazonSet(text, 1, 31);
  return (date) => set.has(date.getUTCDate());
}

function weekdayTest(text: string): (date: Date) => boolean {
  const dayOf = (date: Date) => date.getUTCDay() + 1;
  if (text.endsWith('L')) {
    const wanted = Number(text.slice(0, -1));
    return (date) => dayOf(date) === wanted && date.getUTCDate() > daysIn(date) - 7;
  }
  const [day, nth] = text.split('#').map(Number);
  if (nth !== undefined) return (date) => dayOf(date) === day && Math.ceil(date.getUTCDate() / 7) === nth;
  const set = amazonSet(text, 1, 7);
  return (date) => set.has(dayOf(date));
}

function amazonSet(text: string, first: number, last: number): Set<number> {
  const set = new Set<number>();
  for (const item of text.split(',')) {
    if (item === '*') for (let value = first; value <= last; value += 1) set.add(value);
    else if (/^\d+$/.test(item)) set.add(Number(item));
    else if (/^\d+-\d+$/.test(item)) {
      const [from = 0, to = 0] = item.split('-').map(Number);
      expect(from).toBeLessThan(to);
      for (let value = from; value <= to; value += 1) set.add(value);
    } else {
      expect(item).toMatch(/^\d+\/\d+$/);
      const [from = 0, step = 0] = item.split('/').map(Number);
      for (let value = from; value <= last; value += step) set.add(value);
    }
  }
  for (const value of set) expect(value >= first && value <= last).toBe(true);
  return set;
}

const daysIn = (date: Date) =>
  new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();

/** It stays in its month: the 1st on a Saturday becomes Monday the 3rd. */
function nearestWorkingDay(date: Date, wanted: number): number {
  if (wanted > daysIn(date)) return Number.NaN;
  const weekday = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), wanted)).getUTCDay();
  if (weekday === 6) return wanted === 1 ? 3 : wanted - 1;
  if (weekday === 0) return wanted === daysIn(date) ? wanted - 2 : wanted + 1;
  return wanted;
}

function momentsOf({ isDay, minutesOfDay }: Fires, days: number): number[] {
  const moments: number[] = [];
  for (let day = 0; day < days; day += 1) {
    const begin = NIGHT + day * DAY_MS;
    if (isDay(new Date(begin))) for (const minute of minutesOfDay) moments.push(begin + minute * MINUTE_MS);
  }
  return moments;
}
