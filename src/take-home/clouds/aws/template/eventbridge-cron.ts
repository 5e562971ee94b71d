/**
 * A cron expression of the course in the words of EventBridge: no seconds, the week counted from Sunday = 1, a year at the
 * end, and a `?` in one of the two fields that name a day.
 *
 * Every field becomes the set of its values and is written anew, since EventBridge knows fewer forms: no step over a range,
 * none in the days of the week, and 7 is Saturday there.
 *
 * Source: Amazon EventBridge user guide, "Cron expressions reference", read 2026-11-29.
 */

import {
  type CronField,
  DAYS,
  DAYS_A_WEEK,
  HOURS,
  isStar,
  MINUTES,
  MONTHS,
  numberOf,
  runsOf,
  sorted,
  valuesOf,
  WEEKDAYS,
} from '../../cron-fields.ts';

export type AwsSchedule =
  | {
      readonly ok: true;
      /** Between the brackets of `cron(…)`. */
      readonly fields: string;
      /** It fires at a whole minute, and the expression named a second in it. */
      readonly isEarlier: boolean;
    }
  | {
      readonly ok: false;
      /**
       * `subMinute`: more than once a minute. `bothDays`: days of the month and days of the week together, of which
       * EventBridge takes one. `unreadable`: a form that is not rewritten here.
       */
      readonly problem: 'subMinute' | 'bothDays' | 'unreadable';
    };

/** A run of values with one distance is written as a step from this many on: `0/20`, and not `20,40`. */
const SHORTEST_STEPS = 3;

/** @param cron five fields, or six with seconds first, as the course reads them */
export function toEventBridge(cron: string): AwsSchedule {
  const parts = cron.trim().toUpperCase().split(/\s+/);
  const [seconds = '', minutes = '', hours = '', days = '', months = '', weekdays = ''] =
    parts.length === 5 ? ['0', ...parts] : parts;
  if (parts.length < 5 || parts.length > 6) return { ok: false, problem: 'unreadable' };
  if (!/^\d{1,2}$/.test(seconds)) return { ok: false, problem: 'subMinute' };

  const minute = written(MINUTES, minutes);
  const hour = written(HOURS, hours);
  const month = written(MONTHS, months);
  const day = dayFields(days, weekdays);
  if (minute === null || hour === null || month === null || day === 'unreadable') {
    return { ok: false, problem: 'unreadable' };
  }
  if (day === 'bothDays') return { ok: false, problem: 'bothDays' };
  const [ofMonth, ofWeek] = day;
  return {
    ok: true,
    fields: [minute, hour, ofMonth, month, ofWeek, '*'].join(' '),
    isEarlier: Number(seconds) !== 0,
  };
}

/** Days of the month and of the week: a day counts when either fits, but for a star, which leaves the choice to the other. */
function dayFields(days: string, weekdays: string): readonly [string, string] | 'bothDays' | 'unreadable' {
  if (isStar(weekdays)) {
    const ofMonth = specialDay(days) ?? written(DAYS, days);
    return ofMonth === null ? 'unreadable' : [ofMonth, '?'];
  }
  const ofWeek = specialWeekday(weekdays) ?? writtenWeek(weekdays);
  if (ofWeek === null) return 'unreadable';
  if (isStar(days)) return ofWeek === '*' ? ['*', '?'] : ['?', ofWeek];
  const ofMonth = specialDay(days) ?? written(DAYS, days);
  if (ofMonth === null) return 'unreadable';
  return ofMonth === '*' || ofWeek === '*' ? ['*', '?'] : 'bothDays';
}

/** `L`, the last day; `15W`, the working day nearest to the 15th. The same there as here. */
function specialDay(text: string): string | null {
  return /^(?:L|(?:[1-9]|[12]\d|3[01])W)$/.test(text) ? text : null;
}

/** `FRI#2`, the second Friday; `5L`, the last. */
function specialWeekday(text: string): string | null {
  const [, name = '', nth = ''] = /^(\w+?)(#[1-5]|L)$/.exec(text) ?? [];
  const value = numberOf(WEEKDAYS, name);
  return value === null ? null : `${(value % DAYS_A_WEEK) + 1}${nth}`;
}

function written(field: CronField, text: string): string | null {
  const values = valuesOf(field, text);
  return values && writeValues(values, field);
}

/** Without steps, which EventBridge has not in this field. */
function writtenWeek(text: string): string | null {
  const values = valuesOf(WEEKDAYS, text);
  if (values === null) return null;
  const shifted = sorted(values.map((value) => (value % DAYS_A_WEEK) + 1));
  return shifted.length === DAYS_A_WEEK ? '*' : runsOf(shifted).map(writeRun).join(',');
}

function writeValues(values: readonly number[], { first, last }: CronField): string {
  if (values.length === last - first + 1) return '*';
  const [from = first, second = from] = values;
  const step = second - from;
  const isStepped =
    values.length >= SHORTEST_STEPS &&
    step > 1 &&
    values.every((value, at) => value === from + at * step) &&
    (values.at(-1) ?? last) + step > last;
  return isStepped ? `${from}/${step}` : runsOf(values).map(writeRun).join(',');
}

function writeRun(run: readonly number[]): string {
  const [from, to] = [run[0], run.at(-1)];
  if (run.length > 2) return `${from}-${to}`;
  return run.join(',');
}
