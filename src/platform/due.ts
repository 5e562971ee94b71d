/** Does what has fallen due. What is visible from now on lines up last, behind what was to be visible before. */

import { firstDueUs } from './deadlines.ts';
import { endAtInitTimeout, endAtTimeout, endInstance } from './instances.ts';
import { endVisibilityTimeouts, fireDueTimers, showDueMessages } from './queue/schedule.ts';
import type { Output, PlatformState, Version } from './state.ts';

export function endDue(state: PlatformState, out: Output): void {
  if (state.nowUs < state.wakeUs) return;
  fireDueTimers(state, out);
  // A copy: a replaced version leaves the array with its last instance.
  for (const version of [...state.versions]) endDueOf(state, version, out);
  endVisibilityTimeouts(state, out);
  showDueMessages(state);
  state.wakeUs = firstDueUs(state);
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
