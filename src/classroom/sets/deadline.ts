/** A deadline in words: the moment in the reader's own zone, and how long it is until then. */
import { count } from '../../kit/numbers.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * "vrijdag 4 december 2026 om 16.30 uur".
 *
 * @param due in ISO 8601, as a set has it
 * @param timeZone of the reader; that of the browser if absent
 */
export function momentInWords(due: string, timeZone?: string): string {
  const at = new Date(due);
  const day = at.toLocaleDateString('nl', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone,
  });
  const time = at.toLocaleTimeString('nl', { hour: '2-digit', minute: '2-digit', timeZone });
  return `${day} om ${time.replace(':', '.')} uur`;
}

/** "nog 2 dagen", "nog 3 uur", "nog 5 minuten"; and when it has been: "3 uur geleden". */
export function timeLeft(due: string, nowMs: number): string {
  const leftMs = Date.parse(due) - nowMs;
  if (leftMs < 0) return `${lengthInWords(-leftMs)} geleden`;
  return `nog ${lengthInWords(leftMs)}`;
}

export function isPast(due: string | null, nowMs: number): boolean {
  return due !== null && Date.parse(due) < nowMs;
}

/** In whole units, as much of the largest as has begun or passed: nobody is told of more time than there is. */
function lengthInWords(ms: number): string {
  if (ms >= 2 * DAY_MS) return count(Math.floor(ms / DAY_MS), 'dag', 'dagen');
  if (ms >= HOUR_MS) return `${Math.floor(ms / HOUR_MS)} uur`;
  if (ms >= MINUTE_MS) return count(Math.floor(ms / MINUTE_MS), 'minuut', 'minuten');
  return 'minder dan een minuut';
}

/**
 * @param date "2026-12-04", @param time "16:30", both as the fields of a form have them, in the zone of this browser
 * @returns as a set has it; null when there is no such moment
 */
export function dueOf(date: string, time: string): string | null {
  const at = new Date(`${date}T${time || '23:59'}`);
  return date === '' || Number.isNaN(at.getTime()) ? null : `${at.toISOString().slice(0, 16)}Z`;
}

/** The other way: for the fields of a form, in the zone of this browser. */
export function fieldsOfDue(due: string | null): { readonly date: string; readonly time: string } {
  if (due === null) return { date: '', time: '' };
  const at = new Date(due);
  const two = (value: number) => String(value).padStart(2, '0');
  return {
    date: `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`,
    time: `${two(at.getHours())}:${two(at.getMinutes())}`,
  };
}

/** So many weeks later at the same hour of the clock, whatever summer time does. */
export function weeksLater(due: string, weeks: number): string {
  const at = new Date(due);
  at.setDate(at.getDate() + 7 * weeks);
  return `${at.toISOString().slice(0, 16)}Z`;
}
