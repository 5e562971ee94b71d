/**
 * A cron expression of the course in the words of EventBridge: no seconds, the week counted from Sunday = 1, a year at the
 * end, and a `?` in one of the two fields that name a day.
 *
 * Every field becomes the set of its values and is written anew, since EventBridge knows fewer forms: no step over a range,
 * none in the days of the week, and 7 is Saturday there.
 *
 * Source: Amazon EventBridge user guide, "Cron expressions reference", read 2026-11-29.
 */

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

interface Field {
  readonly first: number;
  readonly last: number;
  readonly names: readonly string[];
}

const MINUTES: Field = { first: 0, last: 59, names: [] };
const HOURS: Field = { first: 0, last: 23, names: [] };
const DAYS: Field = { first: 1, last: 31, names: [] };
const MONTHS: Field = {
  first: 1,
  last: 12,
  names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
};
/** Of ours: 0 and 7 are both Sunday. */
const WEEKDAYS: Field = { first: 0, last: 7, names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'] };
const DAYS_A_WEEK = 7;
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

const isStar = (text: string) => text === '*' || text === '?';

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

function written(field: Field, text: string): string | null {
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

/** @returns all values that a field names, ascending; null when it cannot be read */
function valuesOf(field: Field, text: string): number[] | null {
  const values: number[] = [];
  for (const item of text.split(',')) {
    const [, from = '', , to, step = '1'] = /^(\*|\?|\w+)(-(\w+))?(?:\/(\d+))?$/.exec(item) ?? [];
    const range = isStar(from)
      ? [field.first, field.last]
      : [numberOf(field, from), numberOf(field, to ?? from)];
    const [first = null, last = null] = range;
    const isSteppedAlone = item.includes('/') && to === undefined && !isStar(from);
    if (first === null || last === null || first > last || Number(step) < 1 || isSteppedAlone) return null;
    // A star in the week is seven days, and not Sunday twice.
    const end = isStar(from) && field === WEEKDAYS ? last - 1 : last;
    for (let value = first; value <= end; value += Number(step)) values.push(value);
  }
  return sorted(values);
}

function numberOf({ first, last, names }: Field, text: string): number | null {
  const named = names.indexOf(text);
  // Months begin at 1 and weekdays at 0, as their first name does.
  if (named !== -1) return named + first;
  const value = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return value >= first && value <= last ? value : null;
}

function sorted(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

function writeValues(values: readonly number[], { first, last }: Field): string {
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

/** Values that follow one another, together. */
function runsOf(values: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const value of values) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === value - 1) run.push(value);
    else runs.push([value]);
  }
  return runs;
}

function writeRun(run: readonly number[]): string {
  const [from, to] = [run[0], run.at(-1)];
  if (run.length > 2) return `${from}-${to}`;
  return run.join(',');
}
