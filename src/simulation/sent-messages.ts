/**
 * The messages that were sent and are not done with, for a run in which calls come by a queue. Their names are used again, so
 * that a run makes as many as there are at once.
 */
import type { PlatformEvent } from '../platform/index.ts';

interface Sent {
  readonly id: string;
  /** Which arrival it was, from 1. */
  nth: number;
  sentUs: number;
}

/** What became of messages. */
export interface MessageCounts {
  /** Each delivery of each message. */
  readonly attempts: number;
  readonly done: number;
  /** As often as they may be delivered, and never well. */
  readonly dead: number;
  /** Waiting or under way. */
  readonly left: number;
}

export class SentMessages {
  readonly #byId = new Map<string, Sent>();
  readonly #free: Sent[] = [];
  /** Those that died in the last step: somebody has to discard them, or they stay. */
  readonly died: string[] = [];
  #attempts = 0;
  #done = 0;
  #dead = 0;

  /** @returns the name of the new message */
  send(nth: number, sentUs: number): string {
    const sent = this.#free.pop() ?? this.#make();
    sent.nth = nth;
    sent.sentUs = sentUs;
    return sent.id;
  }

  get(id: string): Sent {
    const sent = this.#byId.get(id);
    if (sent === undefined) throw new Error(`no message is named ${id}`);
    return sent;
  }

  note(event: PlatformEvent): void {
    if (event.type === 'messagesDelivered') this.#attempts += event.messages.length;
    else if (event.type === 'messageDone') {
      this.#done += 1;
      this.#free.push(this.get(event.messageId));
    } else if (event.type === 'messageDead') {
      this.#dead += 1;
      this.died.push(event.messageId);
      this.#free.push(this.get(event.messageId));
    }
  }

  counts(): MessageCounts {
    const left = this.#byId.size - this.#free.length;
    return { attempts: this.#attempts, done: this.#done, dead: this.#dead, left };
  }

  #make(): Sent {
    const sent = { id: `m${this.#byId.size}`, nth: 0, sentUs: 0 };
    this.#byId.set(sent.id, sent);
    return sent;
  }
}
