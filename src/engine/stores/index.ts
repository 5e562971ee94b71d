/**
 * What `context.kv`, `context.bucket` and `context.queue` ask is looked at here, and done. The runtime beside the
 * learner's code has looked at it too, so that the words come at once; here nothing of that is believed.
 *
 * The stores belong to the engine: an instance that dies, a redeploy and a change of host leave them as they are. A
 * write is done before it is answered, all of it or nothing. For the engine only; a page does what a binding does by
 * `engine.bindings`. Begin reading at `perform`; each store has a file of its own.
 */
import { bindingOf, checkCall } from '../../contract/binding-rules.ts';
import type {
  BindingFailure,
  BindingName,
  BindingResult,
  BindingValue,
  KvEntry,
  ObjectInfo,
  StoredObject,
  StoreOrQueueCall,
} from '../../contract/bindings.ts';
import { utf8Length } from '../../contract/utf8.ts';
import { type Deployments, QUEUE } from '../deployments.ts';
import { objectCreated } from '../messages/event-data.ts';
import type { Journal, Saved } from '../messages/journal.ts';
import type { PostOffice } from '../messages/post-office.ts';
import type { Loop, StoredEntry } from '../types.ts';
import { BUCKET_LIMIT_BYTES, BucketStore, infoOf } from './bucket-store.ts';
import { KV_LIMIT_BYTES, KvStore } from './kv-store.ts';

export type StoreCall = Exclude<StoreOrQueueCall, { op: 'queue.send' }>;

/** Who calls. */
export interface Caller {
  /** Null for the reader. */
  readonly functionName: string | null;
  readonly invocationId: string | null;
  readonly grants: readonly BindingName[];
}

const READER: Caller = { functionName: null, invocationId: null, grants: ['kv', 'bucket', 'queue'] };

/** A write that happened. */
type Written = Pick<StoredEntry, 'op' | 'key' | 'bytes' | 'version' | 'value'>;

const TAKEN_AWAY = { bytes: 0, version: null, value: null } as const;

interface Performed {
  readonly result: BindingResult;
  readonly written: Written | null;
}

export class Desk {
  readonly #loop: Loop;
  readonly #deployments: Deployments;
  readonly #journal: Journal;
  readonly #kv = new KvStore();
  readonly #bucket = new BucketStore();
  /** The messages that are not done: a reader can look at them, redrive them and throw them away. */
  readonly messages: PostOffice;

  constructor(loop: Loop, deployments: Deployments, journal: Journal, office: PostOffice) {
    this.#loop = loop;
    this.#deployments = deployments;
    this.#journal = journal;
    this.messages = office;
  }

  /**
   * Does what a binding does: on behalf of the reader, unless told otherwise. Whatever is wrong with the call, it is
   * answered; a write that is refused has changed nothing, and one that is not has been handed over to be kept.
   */
  perform(call: StoreOrQueueCall, caller: Caller = READER): BindingResult {
    const binding = bindingOf(call);
    if (!caller.grants.includes(binding))
      return refused({ code: 'BINDING_NOT_GRANTED', details: { binding } });
    const failure = checkCall(call);
    if (failure !== null) return refused(failure);
    const result = this.#perform(call, caller);
    this.#journal.flush();
    return result;
  }

  /** Undoes that the reader threw something away: no function hears of it, for one did when it came. */
  putBack(call: StoreCall): BindingResult {
    const { result } = this.#store(call, READER);
    this.#journal.flush();
    return result;
  }

  /** Whether anything is stored, or on its way. */
  get holdsSomething(): boolean {
    return this.#kv.size + this.#bucket.size + this.messages.size > 0;
  }

  /** What is in the key-value store, by key. */
  kvEntries(): readonly KvEntry[] {
    return this.#kv.list();
  }

  /** What is in the bucket, by key. */
  objects(): readonly ObjectInfo[] {
    return this.#bucket.list();
  }

  /** The object itself, not a copy: only to be read. */
  object(key: string): StoredObject | null {
    return this.#bucket.get(key);
  }

  /** Puts back what an earlier page kept. */
  restore({ kv, objects, messages }: Saved): void {
    for (const entry of kv) this.#kv.restore(entry);
    for (const { key, body, contentType } of objects) this.#bucket.put(key, body, contentType);
    this.messages.restore(messages);
  }

  /** Nothing is stored any more, and nothing kept. Messages go by a `purge` of the platform. */
  clear(): void {
    this.#kv.clear();
    this.#bucket.clear();
    this.#journal.empty();
    this.#journal.flush();
  }

  #perform(call: StoreOrQueueCall, caller: Caller): BindingResult {
    switch (call.op) {
      case 'queue.send':
        return this.#send(call, caller);
      case 'bucket.put':
        return this.#putAndTell(call, caller);
      default:
        return this.#store(call, caller).result;
    }
  }

  #send({ body, delayMs }: Extract<StoreOrQueueCall, { op: 'queue.send' }>, caller: Caller): BindingResult {
    const { messages } = this;
    if (messages.room < 1) return this.#queueFull();
    messages.open(QUEUE);
    const messageId = messages.newMessageId();
    const content = { kind: 'queue', body, sentTime: this.#time() } as const;
    messages.send(QUEUE, messageId, content, { delayMs, causedBy: caller.invocationId ?? undefined });
    return { ok: true, value: messageId };
  }

  /** An object that arrives is an event for every function that watches its place: the same for a reader and a function. */
  #putAndTell(call: Extract<StoreOrQueueCall, { op: 'bucket.put' }>, caller: Caller): BindingResult {
    const { messages } = this;
    const watching = this.#deployments.watching(call.key);
    if (messages.room < watching.length) return this.#queueFull();
    const { result, written } = this.#store(call, caller);
    if (written === null) return result;
    const time = this.#time();
    const object = { key: call.key, size: call.body.byteLength, contentType: call.contentType };
    for (const queueName of watching) {
      const messageId = messages.newMessageId();
      const causedBy = caller.invocationId ?? undefined;
      const event = objectCreated(messageId, time, object);
      messages.send(queueName, messageId, { kind: 'event', event }, { causedBy });
    }
    return result;
  }

  #store(call: StoreCall, { functionName, invocationId }: Caller): Performed {
    const performed = this.#do(call);
    const { written } = performed;
    if (written !== null) {
      this.#loop.append({
        type: 'stored',
        atMs: this.#loop.nowMs(),
        functionName,
        invocationId,
        ...written,
      });
    }
    return performed;
  }

  #do(call: StoreCall): Performed {
    switch (call.op) {
      case 'kv.get':
        return read(this.#kv.get(call.key));
      case 'kv.list':
        return read(this.#kv.list(call.prefix, call.limit));
      case 'kv.put':
        return this.#putValue(call);
      case 'kv.delete':
        return this.#deleteValue(call);
      case 'bucket.get': {
        const object = this.#bucket.get(call.key);
        // A copy: what leaves here may be moved to another realm, and read there for ever.
        return read(object && { ...infoOf(object), body: object.body.slice() });
      }
      case 'bucket.list':
        return read(this.#bucket.list(call.prefix));
      case 'bucket.put':
        return this.#putObject(call);
      case 'bucket.delete':
        return this.#deleteObject(call.key);
    }
  }

  #putValue({ key, value, ifVersion }: Extract<StoreCall, { op: 'kv.put' }>): Performed {
    if (!this.#kv.isMet(key, ifVersion)) return read(null);
    if (!this.#kv.hasRoom(key, value)) return full('kv', KV_LIMIT_BYTES);
    const entry = this.#kv.put(key, value);
    this.#journal.kv(key, entry);
    const { version } = entry;
    return done(version, { op: 'kv.put', key, bytes: utf8Length(value), version, value });
  }

  #deleteValue({ key, ifVersion }: Extract<StoreCall, { op: 'kv.delete' }>): Performed {
    if (!this.#kv.isMet(key, ifVersion) || !this.#kv.delete(key)) return read(false);
    this.#journal.kv(key, null);
    return done(true, { op: 'kv.delete', key, ...TAKEN_AWAY });
  }

  #putObject({ key, body, contentType }: Extract<StoreCall, { op: 'bucket.put' }>): Performed {
    if (!this.#bucket.hasRoom(key, body.byteLength)) return full('bucket', BUCKET_LIMIT_BYTES);
    const object = this.#bucket.put(key, body, contentType);
    this.#journal.object(key, object);
    const written = { key, bytes: object.size, version: null, value: null };
    return done(infoOf(object), { op: 'bucket.put', ...written });
  }

  #deleteObject(key: string): Performed {
    if (!this.#bucket.delete(key)) return read(false);
    this.#journal.object(key, null);
    return done(true, { op: 'bucket.delete', key, ...TAKEN_AWAY });
  }

  #queueFull(): BindingResult {
    return refused({ code: 'QUEUE_FULL', details: { limit: this.messages.limit } });
  }

  /** RFC 3339. */
  #time(): string {
    return new Date(this.#loop.wallMs()).toISOString();
  }
}

export function refused(failure: BindingFailure): BindingResult {
  return { ok: false, failure };
}

function read(value: BindingValue): Performed {
  return { result: { ok: true, value }, written: null };
}

function done(value: BindingValue, written: Written): Performed {
  return { result: { ok: true, value }, written };
}

function full(store: string, limitBytes: number): Performed {
  return { result: refused({ code: 'STORE_FULL', details: { store, limitBytes } }), written: null };
}
