/**
 * A field of a cron expression of the course as the set of its values: what the platforms that read such an expression in words of
 * their own translate from.
 */

export interface CronField {
  readonly first: number;
  readonly last: number;
  readonly names: readonly string[];
}

export const MINUTES: CronField = { first: 0, last: 59, names: [] };
export const HOURS: CronField = { first: 0, last: 23, names: [] };
export const DAYS: CronField = { first: 1, last: 31, names: [] };
export const MONTHS: CronField = {
  first: 1,
  last: 12,
  names: ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'],
};
/** 0 and 7 are both Sunday. */
export const WEEKDAYS: CronField = {
  first: 0,
  last: 7,
  names: ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'],
};
export const DAYS_A_WEEK = 7;

/** A star and a question mark mean the same in the course. */
export const isStar = (text: string) => text === '*' || text === '?';

/** @param text in capitals @returns all values that a field names, ascending; null when it cannot be read */
export function valuesOf(field: CronField, text: string): number[] | null {
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

export function numberOf({ first, last, names }: CronField, text: string): number | null {
  const named = names.indexOf(text);
  // Months begin at 1 and weekdays at 0, as their first name does.
  if (named !== -1) return named + first;
  const value = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  return value >= first && value <= last ? value : null;
}

export function sorted(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

/** Values that follow one another, together. */
export function runsOf(values: readonly number[]): number[][] {
  const runs: number[][] = [];
  for (const value of values) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1) === value - 1) run.push(value);
    else runs.push([value]);
  }
  return runs;
}
