/**
 * The messages of one playground from the engine's side: what is in them, and what has to be kept of them. Where each
 * one is, and when it is delivered, is the platform's; this only reads its events.
 */
import type { CloudEvent } from '../../contract/data.ts';
import { type Input, messageCount, type PlatformEvent, type PlatformState } from '../../platform/index.ts';
import type { Journal, SavedMessage } from './journal.ts';
import { type Delivered, eventOf, type Mail, type MessageContent } from './mail.ts';

export interface PostOfficeOptions {
  readonly state: PlatformState;
  readonly journal: Journal;
  readonly tell: (input: Untimed<Input>) => void;
  /** In ms since 1970. */
  readonly wallMs: () => number;
  readonly nowMs: () => number;
}

/** An input that still has to get its moment. */
export type Untimed<Each> = Each extends Input ? Omit<Each, 'atMs'> : never;

export interface SendOptions {
  readonly delayMs?: number;
  /** The open invocation that sends it; absent for the reader and for a timer. */
  readonly causedBy?: string | undefined;
}

/** What is remembered of a message beside its content. */
interface Letter {
  readonly queueName: string;
  attempts: number;
  hops: number;
  visibleAtMs: number;
  deadReason: SavedMessage['deadReason'];
}

export class PostOffice {
  readonly #options: PostOfficeOptions;
  readonly #mail: Mail = new Map();
  readonly #letters = new Map<string, Letter>();

  constructor(options: PostOfficeOptions) {
    this.#options = options;
  }

  /** How many messages there may be at once. */
  get limit(): number {
    return this.#options.state.maxMessages;
  }

  /** How many more may be sent. */
  get room(): number {
    return this.limit - messageCount(this.#options.state);
  }

  contentOf(messageId: string): MessageContent | null {
    return this.#mail.get(messageId) ?? null;
  }

  /** There must be room for it. */
  send(queueName: string, messageId: string, content: MessageContent, options: SendOptions = {}): void {
    const { delayMs = 0, causedBy } = options;
    this.#mail.set(messageId, content);
    this.#options.tell({
      type: 'send',
      queueName,
      messageId,
      delayMs,
      ...(causedBy !== undefined && { causedBy }),
    });
  }

  /** What a timer will send when it fires. */
  prepare(messageId: string, content: MessageContent): void {
    this.#mail.set(messageId, content);
  }

  /** A prepared message that will not be sent after all. */
  forget(messageId: string): void {
    this.#mail.delete(messageId);
  }

  /** @returns the event that a delivery hands to its function */
  eventFor(invocationId: string, delivered: readonly Delivered[]): CloudEvent {
    return eventOf(this.#mail, invocationId, new Date(this.#options.wallMs()).toISOString(), delivered);
  }

  /** Puts back what was kept; the queue must be connected. */
  restore(message: SavedMessage): void {
    const { messageId, queueName, content, attempts, hops, deadReason } = message;
    const { tell, wallMs, nowMs } = this.#options;
    const delayMs = Math.max(0, message.visibleAtWallMs - wallMs());
    this.#mail.set(messageId, content);
    this.#letters.set(messageId, { queueName, attempts, hops, deadReason, visibleAtMs: nowMs() + delayMs });
    tell({
      type: 'restore',
      queueName,
      messageId,
      attempts,
      hops,
      delayMs,
      ...(deadReason !== null && { deadReason }),
    });
  }

  note(event: PlatformEvent): void {
    switch (event.type) {
      case 'messageSent': {
        const { queueName, messageId, hops, visibleAtMs } = event;
        this.#letters.set(messageId, { queueName, attempts: 0, hops, visibleAtMs, deadReason: null });
        this.#save(messageId);
        break;
      }
      case 'messageReturned':
        this.#change(event.messageId, { attempts: event.attempts, visibleAtMs: event.visibleAtMs });
        break;
      case 'messageDead':
        this.#change(event.messageId, { attempts: event.attempts, deadReason: event.reason });
        break;
      case 'messageRedriven':
        this.#change(event.messageId, { attempts: 0, hops: 0, deadReason: null, visibleAtMs: event.atMs });
        break;
      case 'messageDone':
      case 'messageDiscarded':
        this.#drop(event.messageId);
        break;
      case 'queuePurged':
        for (const [messageId, { queueName }] of [...this.#letters]) {
          if (queueName === event.queueName) this.#drop(messageId);
        }
        break;
      default:
    }
  }

  #change(messageId: string, change: Partial<Letter>): void {
    const letter = this.#letters.get(messageId);
    if (letter === undefined) return;
    Object.assign(letter, change);
    this.#save(messageId);
  }

  #drop(messageId: string): void {
    this.#letters.delete(messageId);
    this.#mail.delete(messageId);
    this.#options.journal.message(messageId, null);
  }

  #save(messageId: string): void {
    const letter = this.#letters.get(messageId);
    const content = this.#mail.get(messageId);
    if (letter === undefined || content === undefined) return;
    const { visibleAtMs, ...rest } = letter;
    const { journal, wallMs, nowMs } = this.#options;
    // A monotonic clock starts anew with the next page: what is kept is the time on the wall.
    const visibleAtWallMs = wallMs() + visibleAtMs - nowMs();
    journal.message(messageId, { messageId, content, visibleAtWallMs, ...rest });
  }
}
