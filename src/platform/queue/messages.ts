/**
 * How a message lives: accepted, delivered, acknowledged or returned, buried, gone. Each change of its state
 * goes through the table in `message-life.ts`, and `change` is the only function here that makes one.
 *
 * A message belongs to its newest delivery. An older one, of which the visibility timeout has passed, may
 * still acknowledge the message, since the work is done then; but the failure of an older delivery means
 * nothing.
 */

import { wakeBy } from '../deadlines.ts';
import { type Heap, pull, push } from '../heaps.ts';
import { append, remove } from '../lists.ts';
import { nextRandomState, randomFrom } from '../random.ts';
import type { Output, PlatformState } from '../state.ts';
import { msFromUs } from '../time.ts';
import type { InvocationOutcome } from '../transitions.ts';
import { type MessageCause, nextMessageState } from './message-life.ts';
import type { DeadReason, ReturnReason } from './queue-events.ts';
import { type Delivery, type Message, NEVER_US, type Queue, type Timer, type Trace } from './queue-state.ts';
import { isLoop, newTrace } from './traces.ts';

export interface Origin {
  readonly trace: Trace;
  readonly hops: number;
}

/** A new message, which waits nowhere yet: it is to be accepted or buried next. */
export function createMessage(state: PlatformState, queue: Queue, id: string, origin: Origin): Message {
  const message: Message = {
    id,
    queue,
    order: state.nextMessageOrder,
    state: 'new',
    trace: origin.trace,
    hops: origin.hops,
    attempts: 0,
    delivery: null,
    deadReason: null,
    heap: null,
    atUs: NEVER_US,
    heapIndex: -1,
  };
  state.nextMessageOrder += 1;
  state.messages.set(id, message);
  return message;
}

/** Somebody sent a message. There must be room for it. */
export function acceptMessage(
  state: PlatformState,
  queue: Queue,
  sent: { readonly id: string; readonly delayUs: number; readonly causedBy: string | null } & Origin,
  out: Output,
): void {
  const { id, hops, trace, causedBy } = sent;
  const message = createMessage(state, queue, id, sent);
  const visibleUs = state.nowUs + sent.delayUs;
  const visibleAtMs = msFromUs(visibleUs);
  trace.sent += 1;
  out.events.push({
    type: 'messageSent',
    ...ofQueue(state, queue),
    messageId: id,
    causedBy,
    hops,
    visibleAtMs,
  });
  if (isLoop(state, hops, trace)) bury(state, message, 'loop', out);
  else change(state, message, 'accepted', visibleUs);
}

/** A delivery did no good: its message waits for the next one, or was delivered often enough and is dead. */
function returnMessage(
  state: PlatformState,
  message: Message,
  { invocationId }: Delivery,
  reason: ReturnReason,
  waitUs: number,
  out: Output,
): void {
  const { queue, attempts } = message;
  message.delivery = null;
  if (!hasAttemptsLeft(message)) {
    bury(state, message, 'attempts', out);
    return;
  }
  const visibleUs = state.nowUs + waitUs;
  change(state, message, 'returned', visibleUs);
  out.events.push({
    type: 'messageReturned',
    ...ofQueue(state, queue),
    messageId: message.id,
    invocationId,
    reason,
    attempts,
    visibleAtMs: msFromUs(visibleUs),
  });
}

/** Makes a message dead. What becomes of it then, a person says, with a `redrive` or a `discard`. */
export function bury(state: PlatformState, message: Message, reason: DeadReason, out: Output): void {
  const { queue, attempts, hops } = message;
  change(state, message, 'buried', NEVER_US);
  message.deadReason = reason;
  out.events.push({
    type: 'messageDead',
    ...ofQueue(state, queue),
    messageId: message.id,
    reason,
    attempts,
    hops,
  });
}

/** May a message be delivered once more? */
export function hasAttemptsLeft({ attempts, queue }: Message): boolean {
  return attempts <= queue.rules.retryWaitsUs.length;
}

/** How long a message waits when its newest delivery failed. */
function retryWaitUs({ attempts, queue }: Message): number {
  return queue.rules.retryWaitsUs[attempts - 1] ?? 0;
}

/** Tells which messages a delivery holds. To be called right before its invocation is told to be accepted. */
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
 * Acknowledges or returns each message of a delivery, of which the invocation has ended. `failed` names the messages that did not succeed although
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

/** Draws a number only where it matters: not for an older delivery, and not on the last attempt, which would kill what succeeded. */
function isAckLost(message: Message, delivery: Delivery): boolean {
  const { queue } = delivery;
  const { lostAcks } = queue.rules;
  if (lostAcks === null || message.delivery !== delivery || !hasAttemptsLeft(message)) return false;
  queue.randomState = nextRandomState(queue.randomState);
  return randomFrom(queue.randomState) < lostAcks.chance;
}

/** Sends the messages of the timers whose moment has come, in the order of those moments. */
export function fireDueTimers(state: PlatformState, out: Output): void {
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
    if (first.atUs > state.nowUs) break;
    returnMessage(state, first, first.delivery as Delivery, 'visibilityTimeout', 0, out);
  }
}

/** Messages of which the delay, or the wait before their next attempt, is over can be delivered from now on. */
export function showDueMessages(state: PlatformState): void {
  for (let first = state.delayed[0]; first !== undefined; first = state.delayed[0]) {
    if (first.atUs > state.nowUs) break;
    change(state, first, 'due', first.atUs);
  }
}

/**
 * Changes the state of a message and brings it to where messages of that state are kept. `atUs` is the moment of the
 * new state that matters (see `Message`).
 */
export function change(state: PlatformState, message: Message, cause: MessageCause, atUs: number): void {
  message.state = nextMessageState(message.state, cause);
  leaveHeap(state, message);
  message.atUs = atUs;
  const heap = heapFor(state, message);
  if (heap !== null) enterHeap(state, message, heap);
  if (message.state === 'gone') {
    message.delivery = null;
    state.messages.delete(message.id);
  }
}

function heapFor(state: PlatformState, message: Message): Heap<Message> | null {
  if (message.state === 'delayed') return state.delayed;
  if (message.state === 'visible') return message.queue.visible;
  // Of all others only one that is in flight for a limited time has a moment to wait for.
  return message.atUs < NEVER_US ? state.hidden : null;
}

function enterHeap(state: PlatformState, message: Message, heap: Heap<Message>): void {
  const { queue } = message;
  message.heap = heap;
  push(heap, message);
  if (heap !== queue.visible) wakeBy(state, message.atUs);
  else if (heap.length === 1) append(state.ready, queue);
}

function leaveHeap(state: PlatformState, message: Message): void {
  const { heap, queue } = message;
  if (heap === null) return;
  message.heap = null;
  pull(heap, message);
  if (heap === queue.visible && heap.length === 0) remove(state.ready, queue);
}

/** What each event about a queue begins with. */
export function ofQueue(
  state: PlatformState,
  queue: Queue,
): { readonly atMs: number; readonly queueName: string; readonly functionName: string } {
  return { atMs: msFromUs(state.nowUs), queueName: queue.name, functionName: queue.rules.functionName };
}
