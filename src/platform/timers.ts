/**
 * The three things that the platform waits for: an instance that starts too slowly, a handler that runs
 * too long, an instance that is idle for too long. It sets no timer: it says when to be called again.
 */
import type { PlatformState, Version } from './state.ts';
import { msFromUs } from './time.ts';

/** Remembers that there is something to do at `us`. */
export function wakeBy(state: PlatformState, us: number): void {
  if (us < state.wakeUs) state.wakeUs = us;
}

/** The first deadline of a version: the heads of its lists are the first to fall due. */
export function firstDeadlineUs(version: Version): number {
  let firstUs = Number.POSITIVE_INFINITY;
  const running = version.running.head;
  if (running !== null) firstUs = running.startedUs + version.timeoutUs;
  const starting = version.starting.head;
  if (starting !== null) firstUs = Math.min(firstUs, starting.sinceUs + version.timeoutUs);
  const idle = version.idle.head;
  if (idle !== null) firstUs = Math.min(firstUs, idle.sinceUs + version.idleTimeoutUs);
  return firstUs;
}

/** The next moment at which a `tick` has something to do, or null when nothing is waited for. */
export function nextWakeMs(state: PlatformState): number | null {
  let firstUs = Number.POSITIVE_INFINITY;
  for (const version of state.versions) firstUs = Math.min(firstUs, firstDeadlineUs(version));
  return firstUs === Number.POSITIVE_INFINITY ? null : msFromUs(firstUs);
}
