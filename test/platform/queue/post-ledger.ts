/**
 * A second, slow and obvious bookkeeping of messages, made from nothing but the events. It throws as soon as an event
 * breaks a rule of delivery, and shares no code with the platform.
 */
import type { PlatformEvent, QueueConfig } from '../../../src/platform/index.ts';

type Where = 'waiting' | 'inFlight' | 'dead';

interface Letter {
  queueName: string;
  where: Where;
  attempts: number;
  hops: number;
  /** From when it may be delivered, while it waits. */
  visibleAtMs: number;
  /** Its newest delivery. */
  invocationId: string | null;
  sentAtMs: number;
}

export interface PostRules {
  readonly configOf: (queueName: string) => QueueConfig;
  readonly limitOf: (functionName: string) => number;
  readonly mostHops: number;
}

export class PostLedger {
  readonly #rules: PostRules;
  readonly #letters = new Map<string, Letter>();
  readonly #done = new Set<string>();
  readonly #inFlight = new Map<string, number>();
  readonly #functionOf = new Map<string, string>();
  readonly #hopsOf = new Map<string, number>();
  /** Of each queue the first deliveries that were due, in the order of their moments. */
  readonly #lastFirst = new Map<string, { visibleAtMs: number; order: number }>();
  readonly #order = new Map<string, number>();
  #nextOrder = 0;

  constructor(rules: PostRules) {
    this.#rules = rules;
  }

  whereabouts(): string[] {
    return [...this.#letters].map(([id, { where, attempts }]) => `${id} ${where} ${attempts}`).sort();
  }

  done(): ReadonlySet<string> {
    return this.#done;
  }

  read(events: readonly PlatformEvent[]): void {
    for (const event of events) this.#readOne(event);
  }

  #readOne(event: PlatformEvent): void {
    switch (event.type) {
      case 'messageSent': {
        const { messageId, queueName, hops, causedBy, visibleAtMs, atMs } = event;
        must(!this.#letters.has(messageId) && !this.#done.has(messageId), 'sent once', event);
        const from = causedBy === null ? -1 : (this.#hopsOf.get(causedBy) ?? 0);
        must(hops === from + 1, 'one hop on from what sent it', event);
        must(visibleAtMs >= atMs, 'not visible before it is sent', event);
        this.#order.set(messageId, this.#nextOrder++);
        this.#letters.set(messageId, {
          queueName,
          where: 'waiting',
          attempts: 0,
          hops,
          visibleAtMs,
          invocationId: null,
          sentAtMs: atMs,
        });
        break;
      }
      case 'messagesDelivered': {
        const { invocationId, queueName, functionName, messages, atMs } = event;
        const config = this.#rules.configOf(queueName);
        must(messages.length >= 1 && messages.length <= config.batchSize, 'no more than a batch', event);
        for (const { messageId, attempt } of messages) {
          const letter = this.#letter(messageId, event);
          must(
            letter.where === 'waiting' && letter.queueName === queueName,
            'delivered where it waits',
            event,
          );
          must(letter.visibleAtMs <= atMs, 'never before it is visible', event);
          must(letter.hops <= this.#rules.mostHops, 'a loop is not delivered', event);
          letter.attempts += 1;
          must(attempt === letter.attempts, 'attempts count up', event);
          must(attempt <= 1 + config.retryWaitsMs.length, 'no more attempts than there are', event);
          if (attempt === 1) this.#checkOrder(messageId, letter, event);
          letter.where = 'inFlight';
          letter.invocationId = invocationId;
        }
        const isFull = messages.length === config.batchSize;
        const first = this.#letter(messages[0]?.messageId ?? '', event);
        must(
          isFull || atMs - first.visibleAtMs >= config.batchWindowMs,
          'a batch is full, or has waited',
          event,
        );
        this.#functionOf.set(invocationId, functionName);
        this.#hopsOf.set(
          invocationId,
          Math.max(...messages.map(({ messageId }) => this.#letter(messageId, event).hops)),
        );
        break;
      }
      case 'accepted': {
        const { functionName, invocationId } = event;
        this.#functionOf.set(invocationId, functionName);
        const open = (this.#inFlight.get(functionName) ?? 0) + 1;
        this.#inFlight.set(functionName, open);
        must(open <= this.#rules.limitOf(functionName), 'deliveries keep to the concurrency limit', event);
        break;
      }
      case 'throttled':
        must(!event.invocationId.startsWith('event-'), 'a delivery is never refused', event);
        break;
      case 'invocationEnded': {
        const { functionName } = event;
        this.#inFlight.set(functionName, (this.#inFlight.get(functionName) ?? 0) - 1);
        break;
      }
      case 'messageDone': {
        this.#letter(event.messageId, event);
        this.#letters.delete(event.messageId);
        this.#done.add(event.messageId);
        break;
      }
      case 'messageReturned': {
        const letter = this.#letter(event.messageId, event);
        const { retryWaitsMs, lostAcks } = this.#rules.configOf(letter.queueName);
        must(
          letter.where === 'inFlight' && letter.invocationId === event.invocationId,
          'returned from flight',
          event,
        );
        must(event.attempts === letter.attempts, 'attempts are what they were', event);
        must(event.reason !== 'ackLost' || lostAcks !== undefined, 'no word gets lost unasked', event);
        const waitMs =
          event.reason === 'visibilityTimeout' ? 0 : (retryWaitsMs[letter.attempts - 1] ?? Number.NaN);
        must(
          Math.abs(event.visibleAtMs - event.atMs - waitMs) < 0.001,
          'it waits as long as it has to',
          event,
        );
        letter.where = 'waiting';
        letter.visibleAtMs = event.visibleAtMs;
        break;
      }
      case 'messageDead': {
        const letter = this.#letter(event.messageId, event);
        const { retryWaitsMs } = this.#rules.configOf(letter.queueName);
        if (event.reason === 'loop') must(letter.attempts === 0, 'a loop ends before it is delivered', event);
        else must(letter.attempts === 1 + retryWaitsMs.length, 'dead only when all attempts are used', event);
        must(letter.where !== 'dead', 'dead once', event);
        letter.where = 'dead';
        break;
      }
      case 'messageRedriven': {
        const letter = this.#letter(event.messageId, event);
        must(letter.where === 'dead', 'only the dead are redriven', event);
        Object.assign(letter, { where: 'waiting', attempts: 0, hops: 0, visibleAtMs: event.atMs });
        // No order is promised for what was delivered before.
        this.#order.delete(event.messageId);
        break;
      }
      case 'messageDiscarded': {
        const letter = this.#letter(event.messageId, event);
        must(letter.where !== 'inFlight', 'what is under way is not thrown away', event);
        this.#letters.delete(event.messageId);
        break;
      }
      case 'queuePurged':
        for (const [id, { queueName }] of [...this.#letters]) {
          if (queueName === event.queueName) this.#letters.delete(id);
        }
        break;
      default:
    }
  }

  #checkOrder(messageId: string, { queueName, visibleAtMs }: Letter, event: PlatformEvent): void {
    const last = this.#lastFirst.get(queueName);
    const order = this.#order.get(messageId);
    if (order === undefined) return;
    if (last !== undefined) {
      const isLater =
        visibleAtMs > last.visibleAtMs || (visibleAtMs === last.visibleAtMs && order > last.order);
      must(isLater, 'first deliveries in the order of their moments', event);
    }
    this.#lastFirst.set(queueName, { visibleAtMs, order });
  }

  #letter(messageId: string, event: PlatformEvent): Letter {
    const letter = this.#letters.get(messageId);
    if (letter === undefined) throw new Error(`${messageId} is not there any more: ${JSON.stringify(event)}`);
    return letter;
  }
}

function must(holds: boolean, rule: string, event: PlatformEvent): void {
  if (!holds) throw new Error(`${rule}: ${JSON.stringify(event)}`);
}
