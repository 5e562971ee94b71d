/** Does what has fallen due. */
import { endAtInitTimeout, endAtTimeout, endInstance } from './instances.ts';
import type { Output, PlatformState, Version } from './state.ts';
import { firstDeadlineUs } from './timers.ts';

export function endDue(state: PlatformState, out: Output): void {
  if (state.nowUs < state.wakeUs) return;
  let wakeUs = Number.POSITIVE_INFINITY;
  // A copy: a replaced version leaves the array with its last instance.
  for (const version of [...state.versions]) {
    endDueOf(state, version, out);
    wakeUs = Math.min(wakeUs, firstDeadlineUs(version));
  }
  state.wakeUs = wakeUs;
}

function endDueOf(state: PlatformState, version: Version, out: Output): void {
  const lastStartUs = state.nowUs - version.timeoutUs;
  const { running, starting, idle } = version;
  while (running.head !== null && running.head.startedUs <= lastStartUs) {
    endAtTimeout(state, running.head, out);
  }
  while (starting.head !== null && starting.head.sinceUs <= lastStartUs) {
    endAtInitTimeout(state, starting.head, out);
  }
  const lastIdleUs = state.nowUs - version.idleTimeoutUs;
  while (idle.head !== null && idle.head.sinceUs <= lastIdleUs) {
    endInstance(state, idle.head, 'expired', out);
  }
}
