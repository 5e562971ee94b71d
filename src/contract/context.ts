/**
 * The function contract, as the author of a function sees it. Sample functions are type-checked against this
 * file, and the runtime in `runtime.ts` keeps it: on every host the same file runs unchanged.
 */
import type { BindingFailureCode, ObjectInfo } from './bindings.ts';
import type { CloudEvent } from './data.ts';

export type { BindingFailureCode, CloudEvent, ObjectInfo };

/** What a function is told about itself and about this invocation, and what it may use. */
export interface Context {
  readonly functionName: string;
  /** Different for each invocation; also stands in the log. */
  readonly invocationId: string;
  readonly memoryMb: number;
  /** True for the invocation that this instance was started for. */
  readonly coldStart: boolean;
  /** The settings of the function. Frozen: what one invocation changes, the next must not find. */
  readonly env: Readonly<Record<string, string>>;
  /** What the `:name` parts of the route matched: `{ id: '3' }` for `/taken/:id`. Empty for an event. */
  readonly params: Readonly<Record<string, string>>;
  /** 1 for the first delivery of an event, 2 and 3 for its retries; always 1 for a request. */
  readonly attempt: number;
  readonly kv: Kv;
  readonly bucket: Bucket;
  readonly queue: Queue;
  /** Milliseconds until the platform ends the invocation, never below 0. */
  remainingMs(): number;
}

/** What was put is what comes back; the author knows what that was, and need not prove it. */
// biome-ignore lint/suspicious/noExplicitAny: see above
export type Json = any;

/**
 * A store of values by key, which outlives every instance. A value is anything that JSON can hold. Every call is
 * refused with a `BindingError` when it can't be done, also when the manifest does not grant the store.
 */
export interface Kv {
  /** @returns null when there is none */
  get(key: string): Promise<Json>;
  /** @returns both null when there is none */
  getWithVersion(key: string): Promise<{ value: Json; version: number | null }>;
  /**
   * @param options `ifVersion`: write only when the key still has this version; null: only when it isn't there yet
   * @returns false when that was not so, and nothing was written
   */
  put(key: string, value: unknown, options?: Condition): Promise<boolean>;
  /** @returns true when something was deleted */
  delete(key: string, options?: Condition): Promise<boolean>;
  /** Sorted by key. @param options `limit`: at most this many, 1,000 unless told otherwise */
  list(
    prefix?: string,
    options?: { limit?: number },
  ): Promise<{ key: string; value: Json; version: number }[]>;
}

export interface Condition {
  readonly ifVersion?: number | null;
}

/** A store of files, called objects. */
export interface Bucket {
  /** @param options `contentType`: that of a `Blob`, else text or bytes, unless told otherwise */
  put(
    key: string,
    body: string | ArrayBuffer | Uint8Array | Blob,
    options?: { contentType?: string },
  ): Promise<ObjectInfo>;
  /** @returns null when there is none */
  get(key: string): Promise<BucketObject | null>;
  /** Sorted by key. */
  list(prefix?: string): Promise<ObjectInfo[]>;
  /** @returns true when something was deleted */
  delete(key: string): Promise<boolean>;
}

/** An object with all that is in it: it is here already, so nothing of it has to be waited for. */
export interface BucketObject extends ObjectInfo {
  /** A copy of its own each time. */
  bytes(): Uint8Array<ArrayBuffer>;
  text(): string;
  /** @throws SyntaxError when it holds no JSON */
  json(): Json;
  blob(): Blob;
}

export interface Queue {
  /** @param options `delaySeconds`: from 0 to 900, how long nobody gets it */
  send(body: unknown, options?: { delaySeconds?: number }): Promise<{ messageId: string }>;
}

/** What a refused call of a binding is rejected with. */
export interface BindingError extends Error {
  readonly name: 'BindingError';
  readonly code: BindingFailureCode;
}

/** The default export of a function with an HTTP trigger. */
export type HttpFunction = (request: Request, context: Context) => Response | Promise<Response>;
/** The default export of a function with any other trigger. */
export type EventFunction<Data = unknown> = (event: CloudEvent<Data>, context: Context) => unknown;
