/**
 * How a delivery ends, for each of its messages: acknowledged, or returned.
 *
 * A message belongs to its newest delivery. An older one, of which the visibility timeout has passed, may
 * still acknowledge it, since the work is done then; but its failure means nothing.
 */
import type { InvocationOutcome } from '../events.ts';
import { nextRandomState, randomFrom } from '../random.ts';
import type { Output, PlatformState } from '../state.ts';
import { change, hasAttemptsLeft, ofQueue, retryWaitUs, returnMessage } from './messages.ts';
import type { ReturnReason } from './queue-events.ts';
import { type Delivery, type Message, NEVER_US } from './queue-state.ts';

/** To be called right before its invocation is told to be accepted. */
export function tellDelivered(state: PlatformState, delivery: Delivery, out: Output): void {
  const { queue, invocationId, messages } = delivery;
  out.events.push({
    type: 'messagesDelivered',
    ...ofQueue(state, queue),
    invocationId,
    messages: messages.map(({ id, attempts }) => ({ messageId: id, attempt: attempts })),
  });
}

/**
 * To be called when its invocation has ended. `failed` names the messages that did not succeed although
 * the outcome is `ok`; when it names one that was not in the batch, nothing that it says can be trusted,
 * and the whole batch counts as failed.
 */
export function endDelivery(
  state: PlatformState,
  delivery: Delivery,
  outcome: InvocationOutcome,
  failed: readonly string[],
  out: Output,
): void {
  const failedIds = new Set(failed);
  const batchIds = new Set(delivery.messages.map(({ id }) => id));
  const hasAllFailed = failed.some((id) => !batchIds.has(id));
  for (const message of delivery.messages) {
    if (message.state === 'gone') continue;
    if (outcome !== 'ok') giveBack(state, message, delivery, outcome, out);
    else if (hasAllFailed || failedIds.has(message.id)) giveBack(state, message, delivery, 'partial', out);
    else if (isAckLost(message, delivery)) giveBack(state, message, delivery, 'ackLost', out);
    else acknowledge(state, message, delivery, out);
  }
}

function giveBack(
  state: PlatformState,
  message: Message,
  delivery: Delivery,
  reason: ReturnReason,
  out: Output,
): void {
  if (message.delivery !== delivery) return;
  returnMessage(state, message, delivery, reason, retryWaitUs(message), out);
}

function acknowledge(state: PlatformState, message: Message, delivery: Delivery, out: Output): void {
  change(state, message, 'acknowledged', NEVER_US);
  out.events.push({
    type: 'messageDone',
    ...ofQueue(state, delivery.queue),
    messageId: message.id,
    invocationId: delivery.invocationId,
  });
}

/** Draws only where it matters: not for an older delivery, and not on the last attempt, which would kill what succeeded. */
function isAckLost(message: Message, delivery: Delivery): boolean {
  const { queue } = delivery;
  const { lostAcks } = queue.rules;
  if (lostAcks === null || message.delivery !== delivery || !hasAttemptsLeft(message)) return false;
  queue.randomState = nextRandomState(queue.randomState);
  return randomFrom(queue.randomState) < lostAcks.chance;
}
