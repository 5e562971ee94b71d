/**
 * Inside the platform time is a whole number of microseconds: sums and comparisons are exact, and what
 * a floating clock says (`1100.4 - 915.4`) is rounded once, where it enters.
 */
import { PlatformError } from './errors.ts';

const US_PER_MS = 1000;

/**
 * @param ms a moment or a span, not negative
 * @throws PlatformError `INVALID_TIME`; `what` names the field
 */
export function usFromMs(ms: number, what: string): number {
  const us = Math.round(ms * US_PER_MS);
  if (!(us >= 0 && us <= Number.MAX_SAFE_INTEGER)) throw new PlatformError('INVALID_TIME', `${what} ${ms}`);
  return us;
}

/** @returns milliseconds with at most three decimals */
export function msFromUs(us: number): number {
  return us / US_PER_MS;
}
