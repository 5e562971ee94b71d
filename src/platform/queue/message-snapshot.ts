/** The messages as an onlooker sees them. */

import type { PlatformState } from '../state.ts';
import { msFromUs } from '../time.ts';
import type { DeadReason } from './queue-events.ts';
import { type Message, NEVER_US } from './queue-state.ts';

/** One message as an onlooker sees it. */
export interface MessageSnapshot {
  readonly messageId: string;
  readonly queueName: string;
  readonly state: 'waiting' | 'inFlight' | 'dead';
  /** Deliveries so far. */
  readonly attempts: number;
  readonly hops: number;
  /** Waiting: since or until when. In flight: when its visibility timeout is, if it has one. Else null. */
  readonly visibleAtMs: number | null;
  /** Null unless dead. */
  readonly deadReason: DeadReason | null;
}

/** All messages, or those of one queue, in the order in which they were sent. */
export function snapshotMessages(state: PlatformState, queueName?: string): MessageSnapshot[] {
  const snapshots: MessageSnapshot[] = [];
  for (const message of state.messages.values()) {
    if (queueName === undefined || message.queue.name === queueName) snapshots.push(snapshot(message));
  }
  return snapshots;
}

/** The message with that id, found without looking at the others; null when there is none, or no longer. */
export function snapshotMessage(state: PlatformState, messageId: string): MessageSnapshot | null {
  const message = state.messages.get(messageId);
  return message === undefined ? null : snapshot(message);
}

/** How many messages there are: waiting, in flight and dead. */
export function messageCount(state: PlatformState): number {
  return state.messages.size;
}

function snapshot(message: Message): MessageSnapshot {
  const { id, queue, attempts, hops, atUs, deadReason } = message;
  return {
    messageId: id,
    queueName: queue.name,
    state: message.state === 'inFlight' || message.state === 'dead' ? message.state : 'waiting',
    attempts,
    hops,
    visibleAtMs: atUs === NEVER_US ? null : msFromUs(atUs),
    deadReason,
  };
}
