/**
 * The bindings of a function (`kv`, `bucket`, `queue`), and the services of the outside world that the platform plays:
 * what a function can ask of them, what they give, and how they fail.
 */
import type { HeaderList, HttpResponseData } from './data.ts';

export type BindingName = 'kv' | 'bucket' | 'queue';

/**
 * What a function asks of its bindings. `binding-rules.ts` says which calls are in order; the engine, which holds
 * the stores, asks it again, since a call comes out of the learner's realm.
 */
export type BindingCall =
  | { readonly op: 'kv.get'; readonly key: string }
  | {
      readonly op: 'kv.put';
      readonly key: string;
      /** JSON text. */
      readonly value: string;
      /** Only when the key has this version; null: only when it isn't there. */
      readonly ifVersion?: number | null;
    }
  | { readonly op: 'kv.delete'; readonly key: string; readonly ifVersion?: number | null }
  | { readonly op: 'kv.list'; readonly prefix: string; readonly limit: number }
  | {
      readonly op: 'bucket.put';
      readonly key: string;
      readonly body: Uint8Array;
      readonly contentType: string;
    }
  | { readonly op: 'bucket.get'; readonly key: string }
  | { readonly op: 'bucket.list'; readonly prefix: string }
  | { readonly op: 'bucket.delete'; readonly key: string }
  /** `body` is JSON text. */
  | { readonly op: 'queue.send'; readonly body: string; readonly delayMs: number }
  | ServiceCall
  | TimerCall;

/** A `fetch` to a service that the platform plays. It is no binding: no manifest has to grant it. */
export interface ServiceCall {
  readonly op: 'service.fetch';
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  readonly headers: HeaderList;
  /** Null when there is none. */
  readonly body: Uint8Array | null;
  /** What is left of the `AbortSignal.timeout()` that it was given; null without one. */
  readonly timeoutMs: number | null;
}

/** A `setTimeout` of the function, where waiting is counted: the engine says when its time has come. */
export interface TimerCall {
  readonly op: 'timer.wait';
  readonly waitMs: number;
}

/** What is asked of a binding, and done at once. */
export type StoreOrQueueCall = Exclude<BindingCall, ServiceCall | TimerCall>;

export interface KvEntry {
  readonly key: string;
  /** JSON text. */
  readonly value: string;
  /** Another after each write; a key that was deleted and comes back never has an old one again. */
  readonly version: number;
}

export interface ObjectInfo {
  readonly key: string;
  /** In bytes. */
  readonly size: number;
  readonly contentType: string;
}

export interface StoredObject extends ObjectInfo {
  readonly body: Uint8Array;
}

/** What each call gives when it succeeds. */
export interface BindingValues {
  readonly 'kv.get': KvEntry | null;
  /** The new version, or null: the condition was not met, and nothing was written. */
  readonly 'kv.put': number | null;
  /** The key was there, and the condition was met. */
  readonly 'kv.delete': boolean;
  /** By key, in the order of code units. */
  readonly 'kv.list': readonly KvEntry[];
  readonly 'bucket.put': ObjectInfo;
  readonly 'bucket.get': StoredObject | null;
  /** By key, in the order of code units. */
  readonly 'bucket.list': readonly ObjectInfo[];
  readonly 'bucket.delete': boolean;
  /** The id of the message. */
  readonly 'queue.send': string;
  readonly 'service.fetch': HttpResponseData;
  readonly 'timer.wait': null;
}

export type BindingValue = BindingValues[BindingCall['op']];

export type BindingFailureCode =
  /** The manifest does not grant it. `details.binding`. */
  | 'BINDING_NOT_GRANTED'
  /** The invocation that asks is over, or was never there. */
  | 'INVOCATION_OVER'
  /** `details.key`, cut when it is long; `details.problem` is a `KeyProblem` of `binding-rules.ts`. */
  | 'KEY_INVALID'
  /** `details.key`, `details.bytes`, `details.limitBytes`. */
  | 'KV_VALUE_TOO_LARGE'
  /** A value that JSON can't hold: nothing at all, a function, a circle. */
  | 'VALUE_NOT_JSON'
  /** `details.key`, `details.bytes`, `details.limitBytes`. */
  | 'OBJECT_TOO_LARGE'
  /** `details.bytes`, `details.limitBytes`. */
  | 'MESSAGE_TOO_LARGE'
  | 'MESSAGE_NOT_JSON'
  /** Not from 0 to `LONGEST_DELAY_MS`. */
  | 'DELAY_INVALID'
  /** An object that is neither text nor bytes. */
  | 'BODY_INVALID'
  /** `details.store`, `details.limitBytes`. */
  | 'STORE_FULL'
  /** `details.limit`. */
  | 'QUEUE_FULL'
  /** `details.bytes`, `details.limitBytes`: what is sent to a service, headers included. */
  | 'SERVICE_REQUEST_TOO_LARGE'
  /** No such service is played. `details.service`. */
  | 'SERVICE_UNKNOWN'
  /** The service hung up before it had answered. `details.service`. */
  | 'CONNECTION_DROPPED'
  /** The `AbortSignal.timeout()` of a call went off, where waiting is counted and not waited for. */
  | 'CALL_TIMED_OUT'
  /** The function gave the call up. */
  | 'CALL_ABORTED';

export interface BindingFailure {
  readonly code: BindingFailureCode;
  readonly details?: Readonly<Record<string, string | number>>;
}

export type BindingResult =
  | { readonly ok: true; readonly value: BindingValue }
  | { readonly ok: false; readonly failure: BindingFailure };
