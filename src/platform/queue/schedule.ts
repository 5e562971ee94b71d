/** What falls due for queues: timers, visibility timeouts, and the waits of messages. */

import type { Output, PlatformState } from '../state.ts';
import { msFromUs } from '../time.ts';
import { acceptMessage, change, ofQueue, returnMessage } from './messages.ts';
import type { Timer } from './queue-state.ts';
import { newTrace } from './traces.ts';

export function fireDueTimers(state: PlatformState, out: Output): void {
  if (state.timers.size === 0) return;
  const due = [...state.timers.values()].filter(({ dueUs }) => dueUs <= state.nowUs);
  due.sort((one, other) => one.dueUs - other.dueUs);
  for (const timer of due) {
    state.timers.delete(timer.name);
    fire(state, timer, out);
  }
}

function fire(state: PlatformState, timer: Timer, out: Output): void {
  const { name, queue, messageId } = timer;
  const about = { ...ofQueue(state, queue), timerName: name, dueMs: msFromUs(timer.dueUs) };
  if (state.messages.size >= state.maxMessages) {
    out.events.push({ type: 'timerSkipped', ...about });
    return;
  }
  out.events.push({ type: 'timerFired', ...about, messageId });
  const sent = { id: messageId, delayUs: 0, causedBy: null, hops: 0, trace: newTrace() };
  acceptMessage(state, queue, sent, out);
}

/** Messages that were in flight for too long are given back; their deliveries run on. */
export function endVisibilityTimeouts(state: PlatformState, out: Output): void {
  for (let first = state.hidden[0]; first !== undefined; first = state.hidden[0]) {
    const { delivery } = first;
    if (first.atUs > state.nowUs || delivery === null) break;
    returnMessage(state, first, delivery, 'visibilityTimeout', 0, out);
  }
}

export function showDueMessages(state: PlatformState): void {
  for (let first = state.delayed[0]; first !== undefined; first = state.delayed[0]) {
    if (first.atUs > state.nowUs) break;
    change(state, first, 'due', first.atUs);
  }
}
