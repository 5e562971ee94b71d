/** Where the axis of a month has marks, and what they say: days, hours, minutes or seconds, whichever there is room for. Pure. */
import { DAY_MS, HOUR_MS } from '../day-shape.ts';
import type { ViewWindow } from './view-window.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Steps at which a clock or a calendar would have a mark. */
const STEPS = [
  SECOND,
  2 * SECOND,
  5 * SECOND,
  10 * SECOND,
  15 * SECOND,
  30 * SECOND,
  MINUTE,
  2 * MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR_MS,
  2 * HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
  DAY_MS,
  2 * DAY_MS,
  5 * DAY_MS,
  10 * DAY_MS,
] as const;

export interface TimeMark {
  readonly atMs: number;
  readonly text: string;
  /** Where a day begins. */
  readonly isDay: boolean;
}

/** @param most there is room for so many */
export function timeMarks({ fromMs, toMs }: ViewWindow, most: number): readonly TimeMark[] {
  const widthMs = toMs - fromMs;
  const step = STEPS.find((one) => widthMs / one <= most) ?? 10 * DAY_MS;
  const marks: TimeMark[] = [];
  for (let atMs = Math.ceil(fromMs / step) * step; atMs <= toMs; atMs += step) {
    const isDay = atMs % DAY_MS === 0;
    marks.push({ atMs, isDay, text: isDay ? `dag ${dayOf(atMs)}` : clockOf(atMs, step) });
  }
  return marks;
}

/** Days are counted from 1. */
export function dayOf(atMs: number): number {
  return Math.floor(atMs / DAY_MS) + 1;
}

const two = (value: number) => String(value).padStart(2, '0');

/** `10.00`, and `10.00.05` where seconds count. @param stepMs the smallest difference that has to be seen */
export function clockOf(atMs: number, stepMs: number): string {
  const inDay = Math.floor((atMs % DAY_MS) / SECOND);
  const clock = `${two(Math.floor(inDay / 3_600))}.${two(Math.floor(inDay / 60) % 60)}`;
  return stepMs < MINUTE ? `${clock}.${two(inDay % 60)}` : clock;
}

/** "Dag 12, 10.00.05 uur". */
export function momentInWords(atMs: number, stepMs: number): string {
  return `Dag ${dayOf(atMs)}, ${clockOf(atMs, stepMs)} uur`;
}

/** The steps of a list of what is seen: a day in a month, an hour in a day, and so on. */
export function listStepMs({ fromMs, toMs }: ViewWindow): number {
  const steps = [SECOND, 5 * SECOND, MINUTE, 5 * MINUTE, HOUR_MS, DAY_MS];
  const mostRows = 62;
  return steps.find((step) => (toMs - fromMs) / step <= mostRows) ?? DAY_MS;
}
