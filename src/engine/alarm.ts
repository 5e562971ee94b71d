/**
 * The one wake-up that is pending. A busy platform has a new first deadline at every call, mostly later
 * than the one before it; then the timer is left as it is, fires early, and is set again. That costs one
 * timer every few seconds instead of two a call.
 */
import type { Clock } from './types.ts';

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
