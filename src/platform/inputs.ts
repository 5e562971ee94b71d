/** What the driver can tell the platform. */

/** How one version of a function runs. */
export interface FunctionConfig {
  readonly memoryMb: number;
  /** Longest time for one invocation, and separately for the start of an instance. */
  readonly timeoutMs: number;
  /** How long an instance without work is kept. */
  readonly idleTimeoutMs: number;
  /** Most invocations of the function, over all its versions, that are open at once; 0 refuses all. */
  readonly concurrencyLimit: number;
  /** Most invocations at once in one instance; 1 if absent. */
  readonly instanceConcurrency?: number;
}

/**
 * One fact about the world. `atMs` is the moment at which the driver learnt it, in milliseconds on the
 * driver's clock, and never lies before that of the input before it.
 */
export type Input =
  /** A new version of a function; the platform gives it the next number. */
  | {
      readonly type: 'deploy';
      readonly atMs: number;
      readonly functionName: string;
      readonly config: FunctionConfig;
    }
  /** Somebody calls a function. `invocationId` is the caller's, and unique among open invocations. */
  | {
      readonly type: 'request';
      readonly atMs: number;
      readonly functionName: string;
      readonly invocationId: string;
    }
  /** An instance has started. `initMs`: measured beside it. */
  | { readonly type: 'ready'; readonly atMs: number; readonly instanceId: number; readonly initMs: number }
  /** A handler came to an end. `durationMs`: measured beside it. */
  | {
      readonly type: 'settled';
      readonly atMs: number;
      readonly instanceId: number;
      readonly invocationId: string;
      readonly durationMs: number;
      readonly outcome: 'ok' | 'error';
    }
  /**
   * An instance is gone that nobody killed. With `initMs` its module could not load, which is possible
   * only while it starts; without, it crashed, closed itself or was lost with its host.
   */
  | { readonly type: 'ended'; readonly atMs: number; readonly instanceId: number; readonly initMs?: number }
  /** The caller no longer wants an answer. */
  | { readonly type: 'cancel'; readonly atMs: number; readonly invocationId: string }
  /** End all instances of one function, or of all; what they were doing ends as cancelled. */
  | { readonly type: 'clear'; readonly atMs: number; readonly functionName?: string }
  /** Time has passed. */
  | { readonly type: 'tick'; readonly atMs: number };
