/**
 * A clock that can jump ahead: to the next moment of a timer, so that nobody waits an hour for it. What has been
 * measured beside an instance is a span of the real clock and never changes; neither does the meter of the server.
 */
import type { Clock } from './types.ts';

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
