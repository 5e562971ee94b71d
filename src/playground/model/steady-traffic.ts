/** So many calls a second, until the reader stops: what a busy site looks like to a platform. */
import { createModel, signal } from '@preact/signals';

/** The most that the slider gives. */
export const MOST_PER_SECOND = 20;
/** Several calls may be due at once: a busy page has no finer timer. */
const LOOK_EVERY_MS = 50;

/** @param send makes one call, and does not wait for it */
export const SteadyTrafficModel = createModel((send: () => void) => {
  /** 0 is off. */
  const perSecond = signal(0);
  let timer: ReturnType<typeof setInterval> | null = null;
  let sinceMs = 0;
  let sent = 0;

  function set(rate: number): void {
    if (rate === perSecond.peek()) return;
    perSecond.value = rate;
    // Anew: the calls of another rate are not caught up with.
    sinceMs = performance.now();
    sent = 0;
    if (rate === 0) stopTimer();
    else timer ??= setInterval(sendDue, LOOK_EVERY_MS);
  }

  function sendDue(): void {
    const due = Math.floor(((performance.now() - sinceMs) / 1_000) * perSecond.peek());
    // A page that was hidden has missed some; visitors do not come back for that either.
    const now = Math.min(due - sent, perSecond.peek());
    for (let call = 0; call < now; call += 1) send();
    sent = due;
  }

  function stopTimer(): void {
    if (timer !== null) clearInterval(timer);
    timer = null;
  }

  return { perSecond, set, stop: () => set(0) };
});

export type SteadyTraffic = InstanceType<typeof SteadyTrafficModel>;
