/**
 * What every host does for the engine, in the engine's own terms.
 *
 * A host starts instances, hands them invocations, passes on what comes back and kills them. It decides
 * nothing: which instance serves which invocation, when a timeout has passed and what is billed are the
 * platform's. All times in a report are measured by the host beside the instance, never told by the
 * learner's code.
 */
import type { Failure } from './failure.ts';

/** One file of a function. `path` is relative to the function's folder: `begroet.js`, `lib/prijs.js`. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** Everything that an instance needs to start: it is never changed afterwards, a redeploy starts another. */
export interface InstanceSpec {
  readonly instanceId: number;
  readonly functionName: string;
  readonly files: readonly SourceFile[];
  /** Path of the file whose default export is the handler. */
  readonly entry: string;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly env: Readonly<Record<string, string>>;
}

export type HeaderList = readonly (readonly [name: string, value: string])[];

/** An HTTP request as it crosses to an instance: plain data, cloneable. `body` is null when there is none. */
export interface HttpRequestData {
  readonly method: string;
  /** Absolute, on the function's own invented host, such as `https://begroet.functie.test/begroet?naam=Mila`. */
  readonly url: string;
  readonly headers: HeaderList;
  readonly body: Uint8Array | null;
}

export interface HttpResponseData {
  readonly status: number;
  readonly statusText: string;
  readonly headers: HeaderList;
  readonly body: Uint8Array;
}

interface OfInvocation {
  readonly invocationId: string;
  /** True for the invocation that an instance was started for. */
  readonly isCold: boolean;
  /** 1 for the first delivery of an event, 2 and 3 for its retries; 1 for HTTP. */
  readonly attempt: number;
}

export interface HttpInvocation extends OfInvocation {
  readonly request: HttpRequestData;
  /** What the route's `:name` segments matched: `{ id: '3' }` for `/taken/:id`. */
  readonly params: Readonly<Record<string, string>>;
}

export interface EventInvocation extends OfInvocation {
  readonly event: CloudEvent;
}

export type InvocationSpec = HttpInvocation | EventInvocation;

/** CloudEvents 1.0, in its JSON shape. */
export interface CloudEvent<Data = unknown> {
  readonly specversion: '1.0';
  /** The same over all retries of one event. */
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject?: string;
  /** RFC 3339. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  /** What JSON can hold, and nothing else. */
  readonly data: Data;
}

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
  | { readonly op: 'queue.send'; readonly body: string; readonly delayMs: number };

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
  | 'QUEUE_FULL';

export interface BindingFailure {
  readonly code: BindingFailureCode;
  readonly details?: Readonly<Record<string, string | number>>;
}

export type BindingResult =
  | { readonly ok: true; readonly value: BindingValue }
  | { readonly ok: false; readonly failure: BindingFailure };

export type LogLevel = 'log' | 'info' | 'warn' | 'error' | 'debug';

export interface LogLine {
  readonly level: LogLevel;
  readonly text: string;
}

export type SettledResult =
  /** Of HTTP. */
  | { readonly ok: true; readonly response: HttpResponseData }
  /** Of an event: what the handler returned as JSON text; null for nothing, or for what JSON can't hold. */
  | { readonly ok: true; readonly returned: string | null }
  | { readonly ok: false; readonly failure: Failure };

/** What a host tells the engine. An instance reports `ready` or `ended` once before anything else but `log`. */
export type Report =
  /** The module has loaded. `initMs`: from the start of the worker until its module scope had run. */
  | { readonly type: 'ready'; readonly instanceId: number; readonly initMs: number }
  /** The handler came to an end and its whole body was read. `durationMs`: from handing it over until then. */
  | {
      readonly type: 'settled';
      readonly instanceId: number;
      readonly invocationId: string;
      readonly durationMs: number;
      readonly result: SettledResult;
    }
  /**
   * The instance is gone without having been killed: its module could not load (`initMs` given), it closed
   * itself, it crashed, or its host was lost.
   */
  | {
      readonly type: 'ended';
      readonly instanceId: number;
      readonly failure: Failure;
      readonly initMs?: number;
    }
  /**
   * Lines that the function logged. `invocationId` is null for module scope, and for lines between invocations.
   * `dropped` counts lines that fell outside the limit of `LOG_LIMIT_BYTES` an invocation.
   */
  | {
      readonly type: 'log';
      readonly instanceId: number;
      readonly invocationId: string | null;
      readonly lines: readonly LogLine[];
      readonly dropped: number;
    }
  /**
   * A function asks something of its bindings; `Host.reply` answers. `invocationId` is null when the invocation
   * that asks is not open. All calls of an invocation that came before its end are reported before `settled`.
   */
  | {
      readonly type: 'call';
      readonly instanceId: number;
      readonly invocationId: string | null;
      /** Different for each call of this instance. */
      readonly callId: number;
      readonly call: BindingCall;
    };

export interface Host {
  /** Starts an instance; answers with a report `ready` or `ended`, however long that takes. */
  start(spec: InstanceSpec): void;
  /** Hands a ready instance an invocation; answers with a report `settled` or `ended`. */
  invoke(instanceId: number, invocation: InvocationSpec): void;
  /** Answers a `call`. Does nothing when the instance is gone, or this call has been answered. */
  reply(instanceId: number, callId: number, result: BindingResult): void;
  /** Ends an instance at once, whatever it is doing. Nothing is reported of it after this. */
  kill(instanceId: number): void;
  /** Kills everything and releases what the host holds. */
  dispose(): void;
}

export type CreateHost = (report: (report: Report) => void) => Host;

/** Limits of the lab; the lessons say which real platforms have similar ones. */
export const REQUEST_LIMIT_BYTES = 6 * 1024 * 1024;
export const RESPONSE_LIMIT_BYTES = 6 * 1024 * 1024;
export const LOG_LIMIT_BYTES = 256 * 1024;
/** What a handler of an event may return, as JSON text; what is longer counts as nothing. */
export const RETURNED_LIMIT_BYTES = 256 * 1024;
/** A key of a store, in UTF-8. */
export const KEY_LIMIT_BYTES = 512;
export const KV_VALUE_LIMIT_BYTES = 400 * 1024;
export const OBJECT_LIMIT_BYTES = 25 * 1024 * 1024;
export const MESSAGE_LIMIT_BYTES = 256 * 1024;
export const LONGEST_DELAY_MS = 900_000;
