/**
 * The engine's nouns: what goes in (deployment, clock), what comes out (answer, entries, instances), and what all that
 * stands around the loop holds on to.
 */
import type { BindingName, BindingResult } from '../contract/bindings.ts';
import type { HttpResponseData, LogLine, SourceFile } from '../contract/data.ts';
import type { CreateHost } from '../contract/host.ts';
import type { PlayedService } from '../contract/services.ts';
import type {
  Input,
  InstanceSnapshot,
  InvocationOutcome,
  InvocationUsage,
  MessageSnapshot,
  PlatformEvent,
  PlatformState,
} from '../platform/index.ts';
import type { InvocationFailure } from './invocation-failure.ts';
import type { Keep, MessageContent } from './messages/journal.ts';

/** Where the engine's time comes from. Tests and checks bring one that they move by hand. */
export interface Clock {
  /** A monotonic reading in milliseconds; a fraction is kept. */
  nowMs(): number;
  /** The time on the wall, in ms since 1970: what a cron expression means. */
  wallMs(): number;
  /** Calls `fn` once, at `atMs` or a little later. Returns what takes it back. */
  setTimer(atMs: number, fn: () => void): () => void;
}

/** An input that still has to get its moment. */
export type Untimed<Each> = Each extends Input ? Omit<Each, 'atMs'> : never;

/**
 * The loop as those see it that stand around it. `loop.ts` is the only one there is; that its type is here lets what
 * it calls hold on to it.
 */
export interface Loop {
  /** What the platform remembers: only to be read. After a step, it is what all the step's events led to. */
  readonly state: PlatformState;
  /** The engine's own time in ms, that of its entries: it never goes back. */
  nowMs(): number;
  /** The time on the wall in ms since 1970, as far ahead as the engine's own has jumped. */
  wallMs(): number;
  /**
   * Tells the platform one thing: now, or after the step that is being done.
   *
   * @throws PlatformError when that cannot be
   */
  tell(input: Untimed<Input>): void;
  /** Writes down what the platform does not know of, after what was written down before. */
  append(entry: Entry): void;
  /** Answers what an instance asked of its bindings. */
  reply(instanceId: number, callId: number, result: BindingResult): void;
}

export interface EngineLimits {
  /** Most instances at once; 50 if absent. */
  readonly maxInstances?: number;
  /** Most invocations of which the entries are kept; 20,000 if absent. */
  readonly keptInvocations?: number;
}

/**
 * Whether waiting for a service passes as real time (`real`), or the clock jumps ahead over it and each invocation that
 * waits gets it added to what was measured (`counted`). So does a timer of the function's own (`setTimeout`); an interval is real in both.
 */
export type ServiceWaits = 'real' | 'counted';

export interface EngineOptions {
  readonly createHost: CreateHost;
  /** Tells this host from one that `useHost` is given later; empty if absent. */
  readonly hostName?: string;
  readonly clock: Clock;
  readonly limits?: EngineLimits;
  /** A fresh id at each call; random UUIDs if absent. */
  readonly newInvocationId?: () => string;
  /** The same for messages and events. */
  readonly newMessageId?: () => string;
  /** The outside world that functions can ask by `fetch`; none if absent. */
  readonly services?: readonly PlayedService[];
  /** `real` if absent. */
  readonly serviceWaits?: ServiceWaits;
  /** Hears what the platform is told, each with its moment; see `tape/`. */
  readonly onInput?: (input: Input) => void;
  /** Is handed what has to outlive the page, once a step; nothing is kept if absent. */
  readonly keep?: Keep;
}

/** What sets an event function off, besides a caller. */
export type EventSource =
  /** Every object that is put in the bucket under `prefix`, by the reader or by a function. */
  | { readonly type: 'upload'; readonly prefix: string }
  /** `cron`: see `cron.ts`. Only while the clock is on. */
  | { readonly type: 'timer'; readonly cron: string }
  /** The queue of the playground. A batch leaves when it is full, or when its oldest message waited `batchWindowMs`. */
  | {
      readonly type: 'queue';
      readonly batchSize: number;
      readonly batchWindowMs: number;
      readonly visibilityTimeoutMs: number;
      /** Acknowledgements that get lost, so that a message comes twice: by chance (0 to 1), the same for one seed. */
      readonly lostAcks?: { readonly seed: number; readonly chance: number };
    };

export interface Deployment {
  readonly functionName: string;
  readonly files: readonly SourceFile[];
  /** Path of the file whose default export is the handler. */
  readonly entry: string;
  readonly memoryMb: number;
  readonly timeoutMs: number;
  readonly idleTimeoutMs: number;
  readonly concurrencyLimit: number;
  readonly env?: Readonly<Record<string, string>>;
  /** What it may use; nothing if absent. */
  readonly grants?: readonly BindingName[];
  /** Absent for a function that answers HTTP. */
  readonly source?: EventSource;
  /** Which requests it answers (see `routes.ts`); all of them if absent. */
  readonly routes?: readonly string[];
}

export interface InvokeOptions {
  /** What the names in its route stand for. */
  readonly params?: Readonly<Record<string, string>>;
  /** Aborting it stops the invocation and ends its instance; the answer is then a failure `CANCELLED`. */
  readonly signal?: AbortSignal;
  /** For who has to know it beforehand; a fresh one if absent. */
  readonly invocationId?: string;
}

/** How an invocation came out, for whoever called. */
export interface Answer {
  readonly invocationId: string;
  readonly functionName: string;
  /** The function's own, or the one of `failure` (see `STATUS_OF_FAILURE`). */
  readonly status: number;
  /** Null exactly when `failure` is not. */
  readonly response: HttpResponseData | null;
  readonly failure: InvocationFailure | null;
  readonly isCold: boolean;
  /** Null when no instance was given the invocation. */
  readonly instanceId: number | null;
  /** Null when warm. */
  readonly initMs: number | null;
  /** Of the handler; 0 when it never ran. */
  readonly durationMs: number;
  /** Null when it was refused before the platform accepted it: nothing is billed. */
  readonly usage: InvocationUsage | null;
}

/** Lines that a function logged; see `Report` in the host's contract. */
export interface LogEntry {
  readonly type: 'log';
  readonly atMs: number;
  readonly functionName: string;
  readonly instanceId: number;
  /** Null for module scope, and for lines between invocations. */
  readonly invocationId: string | null;
  readonly lines: readonly LogLine[];
  /** Lines that fell outside `LOG_LIMIT_BYTES`. */
  readonly dropped: number;
}

/** What an event function came to, right before its `invocationEnded`; of HTTP the caller has it in an `Answer`. */
export interface ResultEntry {
  readonly type: 'result';
  readonly atMs: number;
  readonly functionName: string;
  readonly instanceId: number;
  readonly invocationId: string;
  /** JSON text of what it returned; null for nothing. */
  readonly returned: string | null;
  readonly failure: InvocationFailure | null;
}

/** A write that happened in a store. */
export interface StoredEntry {
  readonly type: 'stored';
  readonly atMs: number;
  /** Null: by the reader. */
  readonly functionName: string | null;
  readonly invocationId: string | null;
  readonly op: 'kv.put' | 'kv.delete' | 'bucket.put' | 'bucket.delete';
  readonly key: string;
  /** Of what was written; 0 when something was taken away. */
  readonly bytes: number;
  /** What the value in kv has now; null for a file, and for what was taken away. */
  readonly version: number | null;
  /** JSON text of the value in kv, told as it happens and not kept; null for a file, and for what was taken away. */
  readonly value: string | null;
}

/** A call of a service of the outside world, when it came to its end. */
export interface ServiceCallEntry {
  readonly type: 'serviceCall';
  readonly atMs: number;
  readonly functionName: string;
  readonly instanceId: number;
  /** Null for module scope, and for a call that nobody waited for. */
  readonly invocationId: string | null;
  readonly method: string;
  readonly url: string;
  /**
   * `dropped`: the service hung up; `aborted`: the function gave it up; `timedOut`: its `AbortSignal.timeout()` went off,
   * where waiting is counted; `lost`: its instance went before there was an answer.
   */
  readonly outcome: 'answered' | 'dropped' | 'aborted' | 'timedOut' | 'lost';
  /** Null unless it was answered. */
  readonly status: number | null;
  /** From asking until `atMs`. */
  readonly waitedMs: number;
  /** Of the invocation that it set off, where the name leads to the lab's own functions. */
  readonly calledId?: string;
}

/** A function calls another of the lab: told before the platform hears of that call, and again at its end (`ServiceCallEntry`). */
export interface FunctionAskedEntry {
  readonly type: 'functionAsked';
  readonly atMs: number;
  /** That calls. */
  readonly functionName: string;
  readonly instanceId: number;
  /** Null for module scope, and for a call that nobody waits for. */
  readonly invocationId: string | null;
  /** Of the invocation that it sets off. */
  readonly calledId: string;
}

/** One list tells everything: what the platform did, with the log and what functions wrote and asked woven in. */
export type Entry =
  | PlatformEvent
  | LogEntry
  | ResultEntry
  | StoredEntry
  | ServiceCallEntry
  | FunctionAskedEntry;

/** A message where it is now, with what is in it. */
export interface MessageView extends MessageSnapshot {
  /** Null while no function reads its queue. */
  readonly functionName: string | null;
  readonly content: MessageContent;
}

export type Listener = (entries: readonly Entry[]) => void;

/** What is left of the invocations of which the entries are no longer kept. */
export interface OlderTotals {
  /** Accepted, and ended. */
  readonly invocations: number;
  readonly outcomes: Readonly<Record<InvocationOutcome, number>>;
  readonly throttled: number;
  readonly coldStarts: number;
  /** Sums of what the usage records say, exact to the microsecond. */
  readonly durationMs: number;
  readonly initMs: number;
}

export type { InstanceSnapshot, InvocationOutcome, InvocationUsage, PlatformEvent };
