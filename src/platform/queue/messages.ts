/** How a message lives: accepted, in flight, returned, buried, gone. Each change of state goes through the table. */

import { wakeBy } from '../deadlines.ts';
import { type Heap, pull, push } from '../heaps.ts';
import { append, remove } from '../lists.ts';
import type { Output, PlatformState } from '../state.ts';
import { msFromUs } from '../time.ts';
import { type MessageCause, nextMessageState } from './message-life.ts';
import type { DeadReason, ReturnReason } from './queue-events.ts';
import { type Delivery, type Message, NEVER_US, type Queue, type Trace } from './queue-state.ts';
import { isLoop } from './traces.ts';

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

/** Its delivery did not do: it waits for the next, or was delivered often enough. */
export function returnMessage(
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

/** Where it goes from here, only a person says: to `redrive` it or to `discard` it. */
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

/** May it be delivered once more? */
export function hasAttemptsLeft({ attempts, queue }: Message): boolean {
  return attempts <= queue.rules.retryWaitsUs.length;
}

/** How long it waits when its newest delivery failed. */
export function retryWaitUs({ attempts, queue }: Message): number {
  return queue.rules.retryWaitsUs[attempts - 1] ?? 0;
}

/**
 * Changes its state and brings it to where messages of that state are kept. `atUs` is the moment of the
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
  const isTimed = message.state === 'inFlight' && message.atUs < NEVER_US;
  return isTimed ? state.hidden : null;
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

export function ofQueue(
  state: PlatformState,
  queue: Queue,
): { readonly atMs: number; readonly queueName: string; readonly functionName: string } {
  return { atMs: msFromUs(state.nowUs), queueName: queue.name, functionName: queue.rules.functionName };
}
