/**
 * The engine's clocks: the one on the wall, the same clock able to jump ahead, and the alarm that wakes the engine.
 */
import type { Clock } from './types.ts';

/** A longer `setTimeout` would fire at once: its delay is a signed 32-bit number. */
const LONGEST_DELAY_MS = 2 ** 31 - 1;

/** The clock on the wall, for a page and for Node. */
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

/**
 * A clock that can jump ahead: to the next moment of a timer, so that nobody waits an hour for it. What has been
 * measured beside an instance is a span of the real clock and never changes; neither does the meter of the server.
 */
export class JumpingClock implements Clock {
  readonly #clock: Clock;
  /** In ms; only grows. */
  #aheadMs = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  nowMs(): number {
    return this.#clock.nowMs() + this.#aheadMs;
  }

  /** The time on the wall, in ms since 1970, as far ahead as this clock is. */
  wallMs(): number {
    return this.#clock.wallMs() + this.#aheadMs;
  }

  /** A timer that was set before a jump fires too late after it: whoever jumps sets it anew. */
  setTimer(atMs: number, fn: () => void): () => void {
    return this.#clock.setTimer(atMs - this.#aheadMs, fn);
  }

  /** @param atMs a moment on this clock; one that is past changes nothing */
  jumpTo(atMs: number): void {
    this.#aheadMs += Math.max(0, atMs - this.nowMs());
  }
}

/**
 * The one wake-up that is pending. A busy platform has a new first deadline at every call, mostly later
 * than the one before it; then the timer is left as it is, fires early, and is set again. That costs one
 * timer every few seconds instead of two a call.
 */
export class Alarm {
  readonly #clock: Clock;
  readonly #onWake: () => void;
  #pending: { readonly atMs: number; readonly cancel: () => void } | null = null;

  constructor(clock: Clock, onWake: () => void) {
    this.#clock = clock;
    this.#onWake = onWake;
  }

  /** Wakes at `atMs` or earlier; null when there is nothing to wake for. */
  set(atMs: number | null): void {
    if (atMs !== null && this.#pending !== null && this.#pending.atMs <= atMs) return;
    this.#pending?.cancel();
    this.#pending = atMs === null ? null : { atMs, cancel: this.#clock.setTimer(atMs, () => this.#fire()) };
  }

  /** After a jump of the clock: what is pending would come too late. */
  reset(): void {
    this.#pending?.cancel();
    this.#pending = null;
  }

  #fire(): void {
    this.#pending = null;
    this.#onWake();
  }
}
