/**
 * The stores behind `context.kv` and `context.bucket`. They belong to the engine: an instance that dies, a redeploy
 * and a change of host leave them as they are. A write is done before it is answered, all of it or nothing.
 */
import type { BindingCall, BindingFailure, BindingResult, BindingValue } from '../../contract/bindings.ts';
import type { Journal, Saved } from '../messages/journal.ts';
import { BUCKET_LIMIT_BYTES, BucketStore, infoOf } from './bucket-store.ts';
import { KV_LIMIT_BYTES, KvStore } from './kv-store.ts';
import { utf8Bytes } from './utf8-bytes.ts';

export type StoreCall = Exclude<BindingCall, { op: 'queue.send' }>;

/** A write that happened. */
export interface Written {
  readonly op: 'kv.put' | 'kv.delete' | 'bucket.put' | 'bucket.delete';
  readonly key: string;
  /** Of what was written; 0 when something was taken away. */
  readonly bytes: number;
}

export interface Performed {
  readonly result: BindingResult;
  readonly written: Written | null;
}

export class Stores {
  readonly kv = new KvStore();
  readonly bucket = new BucketStore();
  readonly #journal: Journal;

  constructor(journal: Journal) {
    this.#journal = journal;
  }

  restore({ kv, objects }: Saved): void {
    for (const entry of kv) this.kv.restore(entry);
    for (const { key, body, contentType } of objects) this.bucket.put(key, body, contentType);
  }

  clear(): void {
    this.kv.clear();
    this.bucket.clear();
  }

  /** @param call of which the sizes and the key have been looked at */
  perform(call: StoreCall): Performed {
    switch (call.op) {
      case 'kv.get':
        return read(this.kv.get(call.key));
      case 'kv.list':
        return read(this.kv.list(call.prefix, call.limit));
      case 'kv.put':
        return this.#putValue(call);
      case 'kv.delete':
        return this.#deleteValue(call);
      case 'bucket.get': {
        const object = this.bucket.get(call.key);
        // A copy: what leaves here may be moved to another realm, and read there for ever.
        return read(object && { ...infoOf(object), body: object.body.slice() });
      }
      case 'bucket.list':
        return read(this.bucket.list(call.prefix));
      case 'bucket.put':
        return this.#putObject(call);
      case 'bucket.delete':
        return this.#deleteObject(call.key);
    }
  }

  #putValue({ key, value, ifVersion }: Extract<StoreCall, { op: 'kv.put' }>): Performed {
    if (!this.kv.isMet(key, ifVersion)) return read(null);
    if (!this.kv.hasRoom(key, value)) return full('kv', KV_LIMIT_BYTES);
    const entry = this.kv.put(key, value);
    this.#journal.kv(key, entry);
    return done(entry.version, { op: 'kv.put', key, bytes: utf8Bytes(value) });
  }

  #deleteValue({ key, ifVersion }: Extract<StoreCall, { op: 'kv.delete' }>): Performed {
    if (!this.kv.isMet(key, ifVersion) || !this.kv.delete(key)) return read(false);
    this.#journal.kv(key, null);
    return done(true, { op: 'kv.delete', key, bytes: 0 });
  }

  #putObject({ key, body, contentType }: Extract<StoreCall, { op: 'bucket.put' }>): Performed {
    if (!this.bucket.hasRoom(key, body.byteLength)) return full('bucket', BUCKET_LIMIT_BYTES);
    const object = this.bucket.put(key, body, contentType);
    this.#journal.object(key, object);
    return done(infoOf(object), { op: 'bucket.put', key, bytes: object.size });
  }

  #deleteObject(key: string): Performed {
    if (!this.bucket.delete(key)) return read(false);
    this.#journal.object(key, null);
    return done(true, { op: 'bucket.delete', key, bytes: 0 });
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
