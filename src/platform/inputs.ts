/** What the driver can tell the platform. */
import type { DeadReason } from './queue/queue-events.ts';

/** Which instance with a free place serves, by its last use, its creation or chance: see `routing.ts`. */
export type Routing = 'most-recent' | 'least-recent' | 'newest-created' | 'oldest-created' | 'random';

/** How one version of a function runs. */
export interface FunctionConfig {
  readonly memoryMb: number;
  /** Longest time for one invocation. */
  readonly timeoutMs: number;
  /** Longest time for the start of an instance; `timeoutMs` if absent. */
  readonly initTimeoutMs?: number;
  /** How long an instance without work is kept. */
  readonly idleTimeoutMs: number;
  /** Most invocations of the function, over all its versions, that are open at once; 0 refuses all. */
  readonly concurrencyLimit: number;
  /** Most invocations at once in one instance; 1 if absent. */
  readonly instanceConcurrency?: number;
  /** Which of its instances with a free place serves; `most-recent` if absent. */
  readonly routing?: Routing;
  /** What the numbers of the routing `random` follow from, an integer; 0 if absent. */
  readonly routingSeed?: number;
  /** Instances that are started ahead of need and do not expire; 0 if absent. */
  readonly provisioned?: number;
  /** Most instances that are started for invocations in ten seconds (see `scaling-rate.ts`); no limit if absent. */
  readonly startsPerTenSeconds?: number;
}

/** How a queue feeds its function. */
export interface QueueConfig {
  /** It need not be deployed yet: messages wait until it is. */
  readonly functionName: string;
  /** Most messages in one delivery. */
  readonly batchSize: number;
  /** How long a message waits for others to fill its batch; 0: not at all. */
  readonly batchWindowMs: number;
  /** After how long in flight a message is visible again; null: when its delivery ends, and not before. */
  readonly visibilityTimeoutMs: number | null;
  /** The wait before each next attempt, `[2000, 4000]`: a message has 1 + length attempts. */
  readonly retryWaitsMs: readonly number[];
  /** Each acknowledgement gets lost with this chance (0 to 1), by numbers that follow from `seed` (an integer). */
  readonly lostAcks?: { readonly seed: number; readonly chance: number };
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
      /** Messages of its batch that did not succeed although it is `ok`. */
      readonly failed?: readonly string[];
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
  | { readonly type: 'tick'; readonly atMs: number }
  | QueueInput;

/** What the driver can tell of queues and timers; the rules are in `queue/queues.ts`. */
export type QueueInput =
  /** There is a queue, and what it feeds. A queue that is told of again has a new config, and keeps its messages. */
  | {
      readonly type: 'connect';
      readonly atMs: number;
      readonly queueName: string;
      readonly config: QueueConfig;
    }
  /**
   * Somebody sends a message. `messageId` is unique among the messages that are there, of all queues
   * together. `causedBy`: the open invocation in whose course it was sent.
   */
  | {
      readonly type: 'send';
      readonly atMs: number;
      readonly queueName: string;
      readonly messageId: string;
      readonly delayMs: number;
      readonly causedBy?: string;
    }
  /** A message of an earlier life of this platform is back: waiting, or dead with a `deadReason`. */
  | {
      readonly type: 'restore';
      readonly atMs: number;
      readonly queueName: string;
      readonly messageId: string;
      /** Deliveries so far. */
      readonly attempts: number;
      readonly hops: number;
      readonly delayMs: number;
      readonly deadReason?: DeadReason;
    }
  /** A dead message waits again, as if it were new. */
  | { readonly type: 'redrive'; readonly atMs: number; readonly messageId: string }
  /** A dead or waiting message is to go. */
  | { readonly type: 'discard'; readonly atMs: number; readonly messageId: string }
  /** All messages and timers of a queue, or of all, are to go. Deliveries under way run on. */
  | { readonly type: 'purge'; readonly atMs: number; readonly queueName?: string }
  /** At `dueMs`, once, the message is to be sent. A timer of that name that was set before is replaced. */
  | {
      readonly type: 'setTimer';
      readonly atMs: number;
      readonly timerName: string;
      readonly queueName: string;
      readonly messageId: string;
      readonly dueMs: number;
    }
  /** The timer is no longer wanted; nothing happens when it has fired already. */
  | { readonly type: 'clearTimer'; readonly atMs: number; readonly timerName: string };

export type Told<Type extends Input['type']> = Extract<Input, { type: Type }>;
