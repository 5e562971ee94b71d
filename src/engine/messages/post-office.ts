/**
 * The messages of one playground from the engine's side: what is in them, what a function gets to read of them, and
 * what has to be kept. Where each one is, and when it is delivered, is the platform's; nothing of that is written down
 * here a second time.
 *
 * Beside it in this folder: `timers.ts` sends at the moments that `cron.ts` reads, and `journal.ts` hands over what
 * has to outlive the page. The folder is the engine's own; begin reading here.
 */
import type { CloudEvent } from '../../contract/data.ts';
import {
  type MessageSnapshot,
  type MessagesDelivered,
  messageCount,
  type PlatformEvent,
  snapshotMessage,
  snapshotMessages,
} from '../../platform/index.ts';
import { UNREAD } from '../deployments.ts';
import type { Loop, MessageView } from '../types.ts';
import { type BatchMessage, queueBatch } from './event-data.ts';
import type { Journal, MessageContent, SavedMessage } from './journal.ts';

export interface SendOptions {
  readonly delayMs?: number;
  /** The open invocation that sends it; absent for the reader and for a timer. */
  readonly causedBy?: string | undefined;
}

/** What an event function is given. */
export interface Delivery {
  readonly event: CloudEvent;
  /** 1 for a first delivery; of a batch, that of its message with the most. */
  readonly attempt: number;
}

export class PostOffice {
  readonly #loop: Loop;
  readonly #journal: Journal;
  /** A fresh id at each call. */
  readonly newMessageId: () => string;
  /** By message, what is in it: from when the platform accepts it until it is done or thrown away. */
  readonly #contents = new Map<string, MessageContent>();
  /** What is in messages that the platform does not have yet. */
  readonly #prepared = new Map<string, MessageContent>();
  /** By open invocation. Taken from the contents at once: an older delivery may end a message that is in this one. */
  readonly #deliveries = new Map<string, Delivery>();

  constructor(loop: Loop, journal: Journal, newMessageId: () => string) {
    this.#loop = loop;
    this.#journal = journal;
    this.newMessageId = newMessageId;
  }

  /** How many messages there may be at once. */
  get limit(): number {
    return this.#loop.state.maxMessages;
  }

  /** How many messages there are: waiting, in flight and dead. */
  get size(): number {
    return messageCount(this.#loop.state);
  }

  /** How many more may be sent. */
  get room(): number {
    return this.limit - this.size;
  }

  /** Messages and events that are not done, in the order in which they were sent. */
  list(): readonly MessageView[] {
    const { state } = this.#loop;
    return snapshotMessages(state).flatMap((snapshot) => {
      const content = this.#contents.get(snapshot.messageId);
      const functionName = state.queues.get(snapshot.queueName)?.rules.functionName || null;
      return content === undefined ? [] : [{ ...snapshot, functionName, content }];
    });
  }

  /** A dead message waits again, as if it were new. Does nothing for one that is not dead. */
  redrive(messageId: string): void {
    if (this.#find(messageId)?.state === 'dead') this.#loop.tell({ type: 'redrive', messageId });
  }

  /** Throws a message away that waits or is dead. Does nothing for one that is in flight. */
  discard(messageId: string): void {
    const state = this.#find(messageId)?.state;
    if (state === 'dead' || state === 'waiting') this.#loop.tell({ type: 'discard', messageId });
  }

  /** Makes sure that there is this queue. One that no function reads yet keeps its messages for when one does. */
  open(queueName: string): void {
    const isThere = this.#loop.state.queues.has(queueName);
    if (!isThere) this.#loop.tell({ type: 'connect', queueName, config: UNREAD });
  }

  /** There must be room for it, and the queue must be open. */
  send(queueName: string, messageId: string, content: MessageContent, options: SendOptions = {}): void {
    const { delayMs = 0, causedBy } = options;
    this.prepare(messageId, content);
    this.#loop.tell({
      type: 'send',
      queueName,
      messageId,
      delayMs,
      ...(causedBy !== undefined && { causedBy }),
    });
  }

  /** Holds what is in a message that the platform will send: a timer's, when it fires. */
  prepare(messageId: string, content: MessageContent): void {
    this.#prepared.set(messageId, content);
  }

  /** Drops what was prepared for a message that will not be sent after all. */
  forget(messageId: string): void {
    this.#prepared.delete(messageId);
  }

  /** Puts back what was kept, as far as there is room; a delivery that was under way then begins anew. */
  restore(messages: readonly SavedMessage[]): void {
    for (const message of messages) {
      if (this.room < 1) break;
      const { messageId, queueName, content, attempts, hops, deadReason } = message;
      this.open(queueName);
      this.#contents.set(messageId, content);
      this.#loop.tell({
        type: 'restore',
        queueName,
        messageId,
        attempts,
        hops,
        delayMs: Math.max(0, message.visibleAtWallMs - this.#loop.wallMs()),
        ...(deadReason !== null && { deadReason }),
      });
    }
  }

  /** @returns what this invocation gets to read, or undefined when it is no event's */
  deliveryOf(invocationId: string): Delivery | undefined {
    return this.#deliveries.get(invocationId);
  }

  note(event: PlatformEvent): void {
    switch (event.type) {
      case 'messageSent':
        this.#accept(event.messageId);
        break;
      case 'messagesDelivered':
        this.#deliveries.set(event.invocationId, this.#deliver(event));
        break;
      case 'invocationEnded':
        this.#deliveries.delete(event.invocationId);
        break;
      case 'messageReturned':
      case 'messageDead':
      case 'messageRedriven':
        this.#save(event.messageId);
        break;
      case 'messageDone':
      case 'messageDiscarded':
        this.#drop(event.messageId);
        break;
      case 'queuePurged':
        for (const messageId of [...this.#contents.keys()]) {
          if (this.#find(messageId) === null) this.#drop(messageId);
        }
        break;
      default:
    }
  }

  #find(messageId: string): MessageSnapshot | null {
    return snapshotMessage(this.#loop.state, messageId);
  }

  #accept(messageId: string): void {
    const content = this.#prepared.get(messageId);
    if (content === undefined) return;
    this.#prepared.delete(messageId);
    this.#contents.set(messageId, content);
    this.#save(messageId);
  }

  /** The event itself, or a batch of messages. Each attempt is another batch; its messages keep their ids. */
  #deliver({ invocationId, messages: delivered }: MessagesDelivered): Delivery {
    const attempt = Math.max(...delivered.map((message) => message.attempt));
    const messages: BatchMessage[] = [];
    for (const { messageId, attempt: nth } of delivered) {
      const content = this.#contents.get(messageId);
      if (content === undefined) continue;
      if (content.kind === 'event') return { event: content.event, attempt };
      const { body, sentTime } = content;
      messages.push({ id: messageId, body: JSON.parse(body), attempt: nth, sentTime });
    }
    const time = new Date(this.#loop.wallMs()).toISOString();
    return { event: queueBatch(invocationId, time, messages), attempt };
  }

  #drop(messageId: string): void {
    this.#contents.delete(messageId);
    this.#journal.message(messageId, null);
  }

  #save(messageId: string): void {
    const message = this.#find(messageId);
    const content = this.#contents.get(messageId);
    if (message === null || content === undefined) return;
    const { queueName, hops, deadReason } = message;
    const isUnderWay = message.state === 'inFlight';
    const attempts = isUnderWay ? message.attempts - 1 : message.attempts;
    // A monotonic clock starts anew with the next page: what is kept is the time on the wall.
    const waitMs = isUnderWay || message.visibleAtMs === null ? 0 : message.visibleAtMs - this.#loop.nowMs();
    const visibleAtWallMs = this.#loop.wallMs() + waitMs;
    this.#journal.message(messageId, {
      messageId,
      queueName,
      content,
      attempts,
      hops,
      visibleAtWallMs,
      deadReason,
    });
  }
}
