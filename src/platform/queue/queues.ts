/**
 * Queues: asynchronous delivery, at least once. What comes in is handled here, and what goes out.
 *
 * This folder is the queue side of the platform, and only the platform's own files import it. Begin here,
 * with the rules; `messages.ts` is how a message lives, and `queue-state.ts` what is remembered.
 *
 * A queue feeds one function. What is sent to it is, until it is done with, exactly one of: waiting, in
 * flight, dead. It leaves by being acknowledged, discarded or purged, and never by itself.
 *
 * - **Sent.** A message is visible after its delay: it can be delivered. It belongs to a trace, so that
 *   functions which set each other off without end are stopped (`traces.ts`).
 * - **Delivered.** The first visible messages leave as a batch, as one invocation `event-<n>` that goes
 *   where a request would go (`choose-instance.ts`). Where a request would be refused, they wait, which costs them
 *   no attempt. Each delivery is one attempt.
 * - **Acknowledged.** When the invocation ends `ok`, its messages are done and gone, except those that it
 *   named as failed.
 * - **Returned.** Whatever else ends it, also a cancel or a `clear`, returns its messages: each waits
 *   `retryWaitsMs[attempts - 1]` and is visible again. When there is no such wait, its attempts are used
 *   up, and it is dead: `messageDead` is told instead of `messageReturned`.
 * - **Hidden.** With a visibility timeout a message that is in flight for that long is returned at that
 *   moment, without a wait, while its delivery runs on. From then on that older delivery can only do good:
 *   its success acknowledges the message wherever it is, in flight once more or dead; its failure means
 *   nothing.
 * - **Lost acknowledgements.** Where a lesson asks for it, a success is taken for a failure now and then
 *   (`ackLost`), so that the message is delivered twice; never on its last attempt, and never that of an
 *   older delivery. The numbers follow from a seed. They begin anew with another seed and with a purge.
 * - **Dead.** A dead message stays until it is redriven, discarded or purged. Redriven, it is as if it were
 *   newly sent: no attempts, no hops, a trace of its own.
 * - **Timers.** A timer sends its message once. It holds that message's id from when it is set. Where there
 *   is no room it says so (`timerSkipped`). The next moment is the driver's to set.
 *
 * Order: the first deliveries of a queue's messages are accepted in the order in which the messages became
 * visible (at the same moment: in which they were sent). Nothing is promised about when handlers start,
 * since one may wait for a cold start, about when they end, or about retries, which join the line where
 * their wait ends.
 *
 * Not remembered: ids of messages that are gone (they may be used again, for what is then another message),
 * and the traces of messages that are restored (each begins one, and keeps its hops).
 */

import { findPlace, isPlace, occupy } from '../choose-instance.ts';
import { batchDueUs, wakeBy } from '../deadlines.ts';
import { endDue } from '../due.ts';
import { PlatformError } from '../errors.ts';
import { checkCount } from '../input-check.ts';
import type { QueueInput, Told } from '../inputs.ts';
import { append, remove } from '../lists.ts';
import type { Output, PlatformState } from '../state.ts';
import { usFromMs } from '../time.ts';
import { nextMessageState } from './message-life.ts';
import { acceptMessage, bury, change, createMessage, hasAttemptsLeft, ofQueue } from './messages.ts';
import { checkNewMessage, checkRoom, findMessage, findQueue, readRules } from './queue-check.ts';
import { type Delivery, type Message, NEVER_US, type Queue } from './queue-state.ts';
import { hopsAfter, newTrace, traceOf } from './traces.ts';

/**
 * The inputs about queues, messages and timers. As in `step.ts`, all is checked before anything changes.
 *
 * @throws PlatformError when the input cannot be; the state is then as it was
 */
export function queueStep(state: PlatformState, input: QueueInput, nowUs: number, out: Output): void {
  switch (input.type) {
    case 'connect':
      connect(state, input, nowUs, out);
      break;
    case 'send':
      send(state, input, nowUs, out);
      break;
    case 'restore':
      restore(state, input, nowUs, out);
      break;
    case 'redrive':
      redrive(state, input, nowUs, out);
      break;
    case 'discard':
      discard(state, input, nowUs, out);
      break;
    case 'purge':
      purge(state, input, nowUs, out);
      break;
    case 'setTimer':
      setTimer(state, input, nowUs, out);
      break;
    case 'clearTimer':
      pass(state, nowUs, out);
      state.timers.delete(input.timerName);
      break;
    default:
      refuse(input);
  }
}

/** All inputs that the types know have gone elsewhere. */
function refuse(input: never): never {
  throw new PlatformError('UNKNOWN_INPUT', JSON.stringify(input));
}

/** The time becomes that of the input, and what fell due before it happens. */
function pass(state: PlatformState, nowUs: number, out: Output): void {
  state.nowUs = nowUs;
  endDue(state, out);
}

function connect(state: PlatformState, input: Told<'connect'>, nowUs: number, out: Output): void {
  const { queueName } = input;
  const rules = readRules(input.config);
  pass(state, nowUs, out);
  const queue = state.queues.get(queueName);
  const seed = rules.lostAcks?.seed ?? 0;
  if (queue === undefined) {
    const created = { name: queueName, rules, visible: [], randomState: seed, prev: null, next: null };
    state.queues.set(queueName, created);
    return;
  }
  if (queue.rules.lostAcks?.seed !== rules.lostAcks?.seed) queue.randomState = seed;
  queue.rules = rules;
}

/** What a function sends tells of something that is past: it goes before what falls due, as its other reports do. */
function send(state: PlatformState, input: Told<'send'>, nowUs: number, out: Output): void {
  const { queueName, messageId: id, causedBy } = input;
  const queue = findQueue(state, queueName);
  checkNewMessage(state, id);
  const delayUs = usFromMs(input.delayMs, 'delayMs');
  const cause = causedBy === undefined ? undefined : state.invocations.get(causedBy);
  if (cause === undefined) {
    checkRoom(state, nowUs);
    pass(state, nowUs, out);
    acceptMessage(state, queue, { id, delayUs, causedBy: null, hops: 0, trace: newTrace() }, out);
  } else {
    checkRoom(state, state.nowUs);
    state.nowUs = nowUs;
    const sent = { id, delayUs, causedBy: cause.id, hops: hopsAfter(cause), trace: traceOf(cause) };
    acceptMessage(state, queue, sent, out);
  }
}

/** The attempts of a message may be used up by the config of today: then it is dead. */
function restore(state: PlatformState, input: Told<'restore'>, nowUs: number, out: Output): void {
  const { queueName, messageId, attempts, hops, deadReason } = input;
  const queue = findQueue(state, queueName);
  checkNewMessage(state, messageId);
  checkCount('attempts', attempts, 0);
  checkCount('hops', hops, 0);
  const delayUs = usFromMs(input.delayMs, 'delayMs');
  checkRoom(state, nowUs);
  pass(state, nowUs, out);
  const message = createMessage(state, queue, messageId, { trace: newTrace(), hops });
  message.attempts = attempts;
  if (deadReason !== undefined) {
    change(state, message, 'buried', NEVER_US);
    message.deadReason = deadReason;
  } else if (hasAttemptsLeft(message)) {
    change(state, message, 'accepted', nowUs + delayUs);
  } else {
    bury(state, message, 'attempts', out);
  }
}

/** From here on the message is as if the reader had just sent it. */
function redrive(state: PlatformState, input: Told<'redrive'>, nowUs: number, out: Output): void {
  const message = findMessage(state, input.messageId);
  nextMessageState(message.state, 'redriven');
  pass(state, nowUs, out);
  message.attempts = 0;
  message.hops = 0;
  message.trace = newTrace();
  message.deadReason = null;
  change(state, message, 'redriven', nowUs);
  out.events.push({ type: 'messageRedriven', ...ofQueue(state, message.queue), messageId: message.id });
}

function discard(state: PlatformState, input: Told<'discard'>, nowUs: number, out: Output): void {
  const message = findMessage(state, input.messageId);
  nextMessageState(message.state, 'discarded');
  pass(state, nowUs, out);
  change(state, message, 'discarded', NEVER_US);
  out.events.push({ type: 'messageDiscarded', ...ofQueue(state, message.queue), messageId: message.id });
}

function purge(state: PlatformState, input: Told<'purge'>, nowUs: number, out: Output): void {
  const { queueName } = input;
  const purged = queueName === undefined ? [...state.queues.values()] : [findQueue(state, queueName)];
  pass(state, nowUs, out);
  for (const queue of purged) purgeQueue(state, queue, out);
}

/** An empty queue begins anew, its random numbers included. */
function purgeQueue(state: PlatformState, queue: Queue, out: Output): void {
  for (const message of state.messages.values()) {
    if (message.queue === queue) change(state, message, 'purged', NEVER_US);
  }
  for (const timer of state.timers.values()) {
    if (timer.queue === queue) state.timers.delete(timer.name);
  }
  queue.randomState = queue.rules.lostAcks?.seed ?? 0;
  out.events.push({ type: 'queuePurged', ...ofQueue(state, queue) });
}

function setTimer(state: PlatformState, input: Told<'setTimer'>, nowUs: number, out: Output): void {
  const { timerName: name, queueName, messageId } = input;
  const queue = findQueue(state, queueName);
  const replaced = state.timers.get(name);
  // One that is to be replaced may pass its message on to the new one, unless it is due first.
  const passesOn = replaced?.messageId === messageId && replaced.dueUs > nowUs;
  if (!passesOn) checkNewMessage(state, messageId);
  const dueUs = usFromMs(input.dueMs, 'dueMs');
  pass(state, nowUs, out);
  state.timers.set(name, { name, queue, messageId, dueUs });
  wakeBy(state, dueUs);
}

/**
 * Delivers all that can be delivered now. A batch leaves when `batchSize` messages are visible, or when the
 * first of them has been for `batchWindowMs`; and never before its invocation has a place, so that the
 * batch waits in its queue where a request would be refused.
 *
 * Queues that have something to deliver take turns, one batch a turn, so that none of those that feed the
 * same function, or that need the same instances, waits for another to be empty. A queue that just had
 * its turn, and one that had nothing to deliver before, is last in line.
 */
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
  if (!isPlace(place)) return false;
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
