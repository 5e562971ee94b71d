/** When a line of the log was written: after a jump of the clock a number of seconds would say nothing. */
import { decimal, elapsed } from '../../kit/numbers.ts';

const MINUTE_MS = 60_000;

/** "4,1 s" within the first minute, then "4 u 11 min". @param ms since the playground started */
export function logTime(ms: number): string {
  return ms < MINUTE_MS ? `${decimal(ms / 1_000, 1)} s` : elapsed(ms);
}
