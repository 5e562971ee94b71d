/**
 * Which batch leaves for which function. A batch leaves when `batchSize` messages are visible, or when the
 * first of them has been for `batchWindowMs`; and never before its invocation has a place, so that it
 * waits in its queue where a request would be refused.
 *
 * Queues that have something to deliver take turns, one batch a turn, so that none of those that feed the
 * same function, or that need the same instances, waits for another to be empty. Whoever had its turn, and
 * whoever had nothing before, is last in line.
 */

import { batchDueUs } from '../deadlines.ts';
import { append, remove } from '../lists.ts';
import { findPlace, occupy } from '../route.ts';
import type { Output, PlatformState } from '../state.ts';
import { change } from './messages.ts';
import type { Delivery, Message, Queue } from './queue-state.ts';

/** Delivers all that can be delivered now. */
export function dispatch(state: PlatformState, out: Output): void {
  const { ready } = state;
  // The first queue that could not go; when it is its turn again, none has gone since.
  let stuck: Queue | null = null;
  for (let queue = ready.head; queue !== null && queue !== stuck; queue = ready.head) {
    const hasGone = deliverBatch(state, queue, out);
    if (hasGone) stuck = null;
    else stuck ??= queue;
    if (queue.visible.length > 0) {
      remove(ready, queue);
      append(ready, queue);
    }
  }
}

function deliverBatch(state: PlatformState, queue: Queue, out: Output): boolean {
  if (batchDueUs(queue) > state.nowUs) return false;
  const called = state.functions.get(queue.rules.functionName);
  if (called === undefined) return false;
  const place = findPlace(state, called);
  if (place === 'concurrencyLimit' || place === 'maxInstances') return false;
  const delivery = takeBatch(state, queue);
  occupy(state, called, place, delivery.invocationId, delivery, out);
  return true;
}

/** Takes the first messages along; there is at least one. Of what they lead to, the longest chain counts. */
function takeBatch(state: PlatformState, queue: Queue): Delivery {
  const { visible, rules } = queue;
  const messages: Message[] = [];
  const hiddenUntilUs = state.nowUs + rules.visibilityTimeoutUs;
  let furthest = visible[0] as Message;
  for (let first = visible[0]; first !== undefined && messages.length < rules.batchSize; first = visible[0]) {
    change(state, first, 'delivered', hiddenUntilUs);
    messages.push(first);
    if (first.hops > furthest.hops) furthest = first;
  }
  const { hops, trace } = furthest;
  const delivery: Delivery = { queue, invocationId: newDeliveryId(state), hops, trace, messages };
  for (const message of messages) {
    message.attempts += 1;
    message.delivery = delivery;
  }
  return delivery;
}

/** `event-<n>`, and not one that the driver happens to use for a request of its own. */
function newDeliveryId(state: PlatformState): string {
  let id: string;
  do {
    id = `event-${state.nextDeliveryNumber}`;
    state.nextDeliveryNumber += 1;
  } while (state.invocations.has(id));
  return id;
}
