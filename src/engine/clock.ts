/** The clock on the wall, for a page and for Node. */
import type { Clock } from './types.ts';

/** A longer `setTimeout` would fire at once: its delay is a signed 32-bit number. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

export const realClock: Clock = {
  nowMs: () => performance.now(),
  wallMs: () => Date.now(),
  setTimer: (atMs, fn) => {
    let timer = wait();
    function wait() {
      // Rounded up: a timer cuts a fraction off, and would come too early for what is due.
      const delayMs = Math.max(0, Math.ceil(atMs - performance.now()));
      if (delayMs <= LONGEST_DELAY_MS) return setTimeout(fn, delayMs);
      return setTimeout(() => {
        timer = wait();
      }, LONGEST_DELAY_MS);
    }
    return () => clearTimeout(timer);
  },
};
