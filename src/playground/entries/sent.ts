/** What became of each message: who sent it, which invocations it went to, and how it ended. */
import type { Entry } from '../../engine/index.ts';
import { dropFirst, emptyFifo, type Fifo, sizeOf } from './fifo.ts';

type Told<Type extends Entry['type']> = Extract<Entry, { type: Type }>;

/**
 * What a message is to a reader. `message`: sent by a function or by the reader; `object`: an object was put in the
 * bucket; `timer`: the clock struck.
 */
export type Origin = 'message' | 'object' | 'timer';

export interface Delivery {
  readonly invocationId: string;
  readonly attempt: number;
  /** Why the message came back from it; null when it did not. */
  cameBack: Told<'messageReturned'>['reason'] | null;
}

export interface Message {
  readonly messageId: string;
  readonly queueName: string;
  /** What its queue feeds; empty when nothing reads it. */
  readonly functionName: string;
  /** When it was sent, or first heard of. */
  readonly atMs: number;
  /** The invocation that sent it; null for the reader and for a clock. */
  readonly causedBy: string | null;
  readonly origin: Origin;
  /** Of the object that it tells of, where that is known. */
  readonly objectKey: string | null;
  /** It was sent before this list of entries began. */
  readonly isFromEarlier: boolean;
  readonly deliveries: Delivery[];
  state: 'waiting' | 'underWay' | 'done' | 'dead' | 'discarded' | 'purged';
  /** Null unless it is dead. */
  deadReason: Told<'messageDead'>['reason'] | null;
}

/** As many as there can be waiting, and those of the invocations that are kept. */
export const KEPT_MESSAGES = 30_000;

/** How the engine calls the queue of a function's own events; any other is the queue of the playground. */
const EVENT_QUEUE = /^events:/;

export interface Messages {
  readonly byId: Map<string, Message>;
  readonly inOrder: Fifo<string>;
  /** The message of the timer that fired last: it is sent next. */
  firedId: string | null;
  /** The last object that was put in the bucket: messages about it are sent next. */
  lastPut: { readonly key: string; readonly invocationId: string | null } | null;
}

export function emptyMessages(): Messages {
  return { byId: new Map(), inOrder: emptyFifo(), firedId: null, lastPut: null };
}

function addMessage(
  messages: Messages,
  entry: Told<'messageSent'> | Told<'messagesDelivered'>,
  messageId: string,
  causedBy: string | null,
): Message {
  const isEvent = EVENT_QUEUE.test(entry.queueName);
  const origin = !isEvent ? 'message' : messages.firedId === messageId ? 'timer' : 'object';
  const isOfLastPut = origin === 'object' && messages.lastPut?.invocationId === causedBy;
  const message: Message = {
    messageId,
    queueName: entry.queueName,
    functionName: entry.functionName,
    atMs: entry.atMs,
    causedBy,
    origin,
    objectKey: isOfLastPut && entry.type === 'messageSent' ? (messages.lastPut?.key ?? null) : null,
    isFromEarlier: entry.type !== 'messageSent',
    deliveries: [],
    state: 'waiting',
    deadReason: null,
  };
  messages.byId.set(messageId, message);
  messages.inOrder.items.push(messageId);
  while (sizeOf(messages.inOrder) > KEPT_MESSAGES) {
    messages.byId.delete(dropFirst(messages.inOrder) ?? '');
  }
  return message;
}

function deliver(messages: Messages, entry: Told<'messagesDelivered'>): void {
  for (const { messageId, attempt } of entry.messages) {
    const known = messages.byId.get(messageId);
    const message = known ?? addMessage(messages, entry, messageId, null);
    message.deliveries.push({ invocationId: entry.invocationId, attempt, cameBack: null });
    message.state = 'underWay';
  }
}

/** Reads what an entry says of messages, if it says anything. */
export function addToMessages(messages: Messages, entry: Entry): void {
  switch (entry.type) {
    case 'timerFired':
      messages.firedId = entry.messageId;
      break;
    case 'stored':
      if (entry.op === 'bucket.put') messages.lastPut = { key: entry.key, invocationId: entry.invocationId };
      break;
    case 'messageSent':
      addMessage(messages, entry, entry.messageId, entry.causedBy);
      break;
    case 'messagesDelivered':
      deliver(messages, entry);
      break;
    case 'messageReturned': {
      const message = messages.byId.get(entry.messageId);
      if (message === undefined) break;
      message.state = 'waiting';
      comesBack(message, entry.invocationId, entry.reason);
      break;
    }
    case 'messageDone':
      setState(messages, entry.messageId, 'done');
      break;
    case 'messageDead':
      setState(messages, entry.messageId, 'dead', entry.reason);
      break;
    case 'messageRedriven':
      setState(messages, entry.messageId, 'waiting');
      break;
    case 'messageDiscarded':
      setState(messages, entry.messageId, 'discarded');
      break;
    case 'queuePurged':
      for (const message of messages.byId.values()) {
        const isThere =
          message.state === 'waiting' || message.state === 'underWay' || message.state === 'dead';
        if (isThere && message.queueName === entry.queueName) message.state = 'purged';
      }
      break;
    default:
  }
}

function setState(
  messages: Messages,
  messageId: string,
  state: Message['state'],
  deadReason: Message['deadReason'] = null,
): void {
  const message = messages.byId.get(messageId);
  if (message === undefined) return;
  message.state = state;
  message.deadReason = deadReason;
}

function comesBack(message: Message, invocationId: string, reason: Delivery['cameBack']): void {
  const delivery = message.deliveries.findLast((each) => each.invocationId === invocationId);
  if (delivery !== undefined) delivery.cameBack = reason;
}
