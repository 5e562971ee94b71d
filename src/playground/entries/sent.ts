/** What became of each message: who sent it, which invocations it went to, and how it ended. */
import type { Entry } from '../../engine/index.ts';
import { dropFirst, sizeOf } from './fifo.ts';
import type { Message, Messages } from './ledger.ts';

type Told<Type extends Entry['type']> = Extract<Entry, { type: Type }>;

/** As many as there can be waiting, and those of the invocations that are kept. */
export const KEPT_MESSAGES = 30_000;

/** How the engine calls the queue of a function's own events; any other is the queue of the playground. */
const EVENT_QUEUE = /^events:/;

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
    message.deliveries.push({
      invocationId: entry.invocationId,
      attempt,
      cameBack: null,
      backAtMs: null,
      isDead: false,
    });
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
      comesBack(message, entry);
      break;
    }
    case 'messageDone':
      setState(messages, entry.messageId, 'done');
      break;
    case 'messageDead':
      die(messages, entry);
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

function comesBack(message: Message, { invocationId, reason, visibleAtMs }: Told<'messageReturned'>): void {
  const delivery = message.deliveries.findLast((each) => each.invocationId === invocationId);
  if (delivery === undefined) return;
  delivery.cameBack = reason;
  delivery.backAtMs = visibleAtMs;
}

function die(messages: Messages, { messageId, reason }: Told<'messageDead'>): void {
  setState(messages, messageId, 'dead', reason);
  const last = messages.byId.get(messageId)?.deliveries.at(-1);
  if (last !== undefined) last.isDead = true;
}
