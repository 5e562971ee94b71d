/** The engine's nouns: what goes in (deployment, clock), what comes out (answer, entries, instances). */
import type { CreateHost, HttpResponseData, LogLine, SourceFile } from '../host/contract.ts';
import type {
  InstanceSnapshot,
  InvocationOutcome,
  InvocationUsage,
  PlatformEvent,
} from '../platform/index.ts';
import type { InvocationFailure } from './failure.ts';

/** Where the engine's time comes from. Tests and checks bring one that they move by hand. */
export interface Clock {
  /** A monotonic reading in milliseconds; a fraction is kept. */
  nowMs(): number;
  /** Calls `fn` once, at `atMs` or a little later. Returns what takes it back. */
  setTimer(atMs: number, fn: () => void): () => void;
}

export interface EngineLimits {
  /** Most instances at once; 50 if absent. */
  readonly maxInstances?: number;
  /** Most invocations of which the entries are kept; 20,000 if absent. */
  readonly keptInvocations?: number;
}

export interface EngineOptions {
  readonly createHost: CreateHost;
  /** Tells this host from one that `useHost` is given later; empty if absent. */
  readonly hostName?: string;
  readonly clock: Clock;
  readonly limits?: EngineLimits;
  /** A fresh id at each call; random UUIDs if absent. */
  readonly newInvocationId?: () => string;
}

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
}

export interface InvokeOptions {
  /** Aborting it stops the invocation and ends its instance; the answer is then a failure `CANCELLED`. */
  readonly signal?: AbortSignal;
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

/** One list tells everything: what the platform did, with the log woven in. */
export type Entry = PlatformEvent | LogEntry;

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
