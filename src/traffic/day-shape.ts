/** The day that a reader draws: 24 numbers, of calls in an hour. Pure. */
import { perHourRange } from './traffic-state.ts';

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;
export const HOURS = 24;

/** Tops of the scale, so that a bar can be read: one, two or five times a power of ten. */
const TOP_STEPS = [1, 2, 5, 10] as const;
/** The scale of a day on which nothing happens. */
const LEAST_TOP = 10;

/** How many calls a day has. */
export function perDay(perHour: readonly number[]): number {
  return perHour.reduce((sum, calls) => sum + calls, 0);
}

/** Where the scale of a drawing ends: the next round number above its highest bar. */
export function topOf(perHour: readonly number[]): number {
  const highest = Math.max(LEAST_TOP, ...perHour);
  const power = 10 ** Math.floor(Math.log10(highest));
  const step = TOP_STEPS.find((one) => one * power >= highest) ?? 10;
  return Math.min(step * power, perHourRange.most);
}

/** With one hour changed, as a whole number within what a month can take. */
export function withHour(perHour: readonly number[], hour: number, calls: number): readonly number[] {
  const whole = Math.min(perHourRange.most, Math.max(perHourRange.least, Math.round(calls)));
  return perHour.map((old, at) => (at === hour ? whole : old));
}

/** A line that a mouse drew between two hours: it moves faster than the page hears of it. */
export function withLine(
  perHour: readonly number[],
  from: { readonly hour: number; readonly calls: number },
  to: { readonly hour: number; readonly calls: number },
): readonly number[] {
  const span = to.hour - from.hour;
  if (span === 0) return withHour(perHour, to.hour, to.calls);
  let drawn = perHour;
  for (let step = 1; step <= Math.abs(span); step++) {
    const part = step / Math.abs(span);
    const hour = from.hour + Math.sign(span) * step;
    drawn = withHour(drawn, hour, from.calls + (to.calls - from.calls) * part);
  }
  return drawn;
}

/** The same shape, so many times as busy. */
export function timesAsBusy(perHour: readonly number[], factor: number): readonly number[] {
  return perHour.map((calls) => Math.min(perHourRange.most, Math.round(calls * factor)));
}

/** What an arrow key adds or takes off: a tenth of the power of ten below it, and one at least. */
export function keyStep(calls: number): number {
  return Math.max(1, 10 ** Math.floor(Math.log10(Math.max(1, calls)) - 0.999_999));
}
