/**
 * When a question comes back. After each right answer it stays away longer, and a wrong one brings it back the next day: what is
 * about to be forgotten is asked, and what is known is left alone. Begin at `answered`.
 */

/** After so many days; who is right after the last of them is asked again after as many. */
export const AFTER_DAYS = [1, 3, 7, 21] as const;

/** What is known of one question, for one reader. */
export interface Known {
  /** Right answers in a row, as far as they count: 0 to the number of steps. */
  readonly step: number;
  /** The day on which it comes back, in days since 1 January 1970 on the reader's own calendar. */
  readonly dueDay: number;
  /** On the wall's clock. */
  readonly answeredAtMs: number;
}

const MS_PER_DAY = 86_400_000;

/** Of the reader's own calendar: a night's sleep is what counts, and not 24 hours. */
export function dayOf(atMs: number): number {
  const at = new Date(atMs);
  return Math.round(Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / MS_PER_DAY);
}

/** @returns midnight at the begin of that day, on the reader's own calendar */
export function dateOf(day: number): Date {
  const utc = new Date(day * MS_PER_DAY);
  return new Date(utc.getUTCFullYear(), utc.getUTCMonth(), utc.getUTCDate());
}

/** @param known of before; absent for the first time */
export function answered(known: Known | undefined, isRight: boolean, atMs: number): Known {
  const before = known?.step ?? 0;
  const step = isRight ? Math.min(before + 1, AFTER_DAYS.length) : 0;
  // The first day is for what was wrong, and for what was right for the first time.
  const days = AFTER_DAYS[Math.max(0, step - 1)] ?? 1;
  return { step, dueDay: dayOf(atMs) + days, answeredAtMs: atMs };
}

/** What was never asked is asked at once. */
export function isDue(known: Known | undefined, today: number): boolean {
  return known === undefined || known.dueDay <= today;
}

/** Of two copies the one that was answered later; a tie goes to the one that comes back sooner, so that order does not matter. */
export function laterOf(a: Known, b: Known): Known {
  if (a.answeredAtMs !== b.answeredAtMs) return a.answeredAtMs > b.answeredAtMs ? a : b;
  if (a.dueDay !== b.dueDay) return a.dueDay < b.dueDay ? a : b;
  return a.step <= b.step ? a : b;
}
