/**
 * What has to be kept so that it outlives the page: written down as it changes, handed over once a step. A keeper
 * saves the changes of one hand-over together or not at all.
 */
import type { KvEntry, StoredObject } from '../../contract/bindings.ts';
import type { CloudEvent } from '../../contract/data.ts';

/** A message of the playground's queue. */
export interface QueueContent {
  readonly kind: 'queue';
  /** JSON text. */
  readonly body: string;
  /** RFC 3339. */
  readonly sentTime: string;
}

/** An event for one function: the same event at every attempt, with the same id. */
export interface EventContent {
  readonly kind: 'event';
  readonly event: CloudEvent;
}

export type MessageContent = QueueContent | EventContent;

export interface SavedMessage {
  readonly messageId: string;
  readonly queueName: string;
  readonly content: MessageContent;
  /** Deliveries that came to an end; one that was under way when the page went does not count. */
  readonly attempts: number;
  readonly hops: number;
  /** When it may be delivered, in ms since 1970. */
  readonly visibleAtWallMs: number;
  /** Why it is among the dead letters; null while it waits. */
  readonly deadReason: 'attempts' | 'loop' | null;
}

/** What was kept, whole. */
export interface Saved {
  readonly kv: readonly KvEntry[];
  readonly objects: readonly StoredObject[];
  /** In the order in which they were sent. */
  readonly messages: readonly SavedMessage[];
}

/** By key; null: it is gone. */
export interface Changes {
  /** Everything from before goes first. */
  readonly isEmptied: boolean;
  readonly kv: ReadonlyMap<string, KvEntry | null>;
  readonly objects: ReadonlyMap<string, StoredObject | null>;
  readonly messages: ReadonlyMap<string, SavedMessage | null>;
}

export type Keep = (changes: Changes) => void;

export class Journal {
  #keep: Keep;
  #changes = nothing();

  constructor(keep: Keep) {
    this.#keep = keep;
  }

  kv(key: string, entry: KvEntry | null): void {
    this.#changes.kv.set(key, entry);
  }

  object(key: string, object: StoredObject | null): void {
    this.#changes.objects.set(key, object);
  }

  message(messageId: string, message: SavedMessage | null): void {
    this.#changes.messages.set(messageId, message);
  }

  empty(): void {
    this.#changes = { ...nothing(), isEmptied: true };
  }

  /** From now on nothing is kept. */
  stop(): void {
    this.#keep = () => {};
  }

  /** Hands over what changed since the last time, if anything did. */
  flush(): void {
    const { isEmptied, kv, objects, messages } = this.#changes;
    if (!isEmptied && kv.size + objects.size + messages.size === 0) return;
    this.#keep(this.#changes);
    this.#changes = nothing();
  }
}

function nothing() {
  return {
    isEmptied: false,
    kv: new Map<string, KvEntry | null>(),
    objects: new Map<string, StoredObject | null>(),
    messages: new Map<string, SavedMessage | null>(),
  };
}
