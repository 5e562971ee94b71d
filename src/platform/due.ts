/**
 * Does what has fallen due: timers fire, what took too long or was idle for too long ends, and messages come
 * back of which the visibility timeout has passed. Messages whose wait is over become visible last of all, so
 * that those which a timer or a timeout has just put in line without a wait are among them, behind the
 * messages whose moment came earlier.
 */

import { firstDueUs } from './deadlines.ts';
import { endAtInitTimeout, endAtTimeout, endInstance } from './instances.ts';
import { endVisibilityTimeouts, fireDueTimers, showDueMessages } from './queue/messages.ts';
import type { Output, PlatformState, Version } from './state.ts';

/** To be called when `state.nowUs` has moved on. It costs nothing while the first deadline is not there yet. */
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
  const { running, starting, startingAhead, idle } = version;
  const lastBegunUs = state.nowUs - version.timeoutUs;
  while (running.head !== null && running.head.startedUs <= lastBegunUs) {
    endAtTimeout(state, running.head, out);
  }
  const lastStartUs = state.nowUs - version.initTimeoutUs;
  for (const list of [starting, startingAhead]) {
    while (list.head !== null && list.head.sinceUs <= lastStartUs) endAtInitTimeout(state, list.head, out);
  }
  const lastIdleUs = state.nowUs - version.idleTimeoutUs;
  while (idle.head !== null && idle.head.sinceUs <= lastIdleUs) {
    endInstance(state, idle.head, 'expired', out);
  }
}
