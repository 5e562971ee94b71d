/**
 * What a playground knows of what happened, read from the engine's one list of entries (`read.ts`): nothing is counted
 * a second time. Log, instances, timeline, trace and attempts are views of it. Written in place.
 *
 * Here is what it looks like, and what it is before anything happened; what reads entries into it is fetched with the
 * engine. The folder knows no playground, and is imported by its model, its results and its timeline. Begin here, then
 * `tracks.ts` and `log-rows.ts`.
 */
import type { LogLevel } from '../../contract/data.ts';
import type { Entry, StoredEntry } from '../../engine/index.ts';
import type { DeadReason, GoneReason, InvocationEnded, ReturnReason } from '../../platform/index.ts';
import type { Recording } from '../recording/recording.ts';
import { NOTHING_STORED, type StoredBefore } from '../recording/stored-before.ts';
import type { Fifo } from './fifo.ts';
import type { Asked, Group, Invocation, Life } from './invocation.ts';

export interface Ledger {
  readonly tracks: Tracks;
  readonly log: Log;
  /** The entries themselves, for whoever wants to look at an earlier moment. */
  readonly recording: Recording;
}

export interface Tracks {
  /** By name of function, in the order in which they were deployed. */
  readonly groups: Map<string, Group>;
  /** In the order in which they were accepted. */
  readonly invocations: Map<string, Invocation>;
  /** Calls that were refused (429), in order of time. */
  readonly refusals: Fifo<Invocation>;
  /** Invocations that ended or were refused, in that order: the first is forgotten first. */
  readonly settled: Fifo<Invocation>;
  readonly messages: Messages;
  /** Instances that are not gone, by id. */
  readonly alive: Map<number, Life>;
  /** Instances in the order in which they started: all that are alive, and the newest of those that are gone. */
  readonly instances: Life[];
  /** The newest invocations that were given messages, newest last; only of these the result is kept. */
  readonly attempts: Invocation[];
  /** What the next invocation to be accepted is given. */
  delivered: Extract<Entry, { type: 'messagesDelivered' }> | null;
  /** Who set off an invocation that is still to be accepted: id of the one that calls, by id of the one that is called. */
  readonly callers: Map<string, string>;
  /** Whether any delivery was a second attempt, or a later one. */
  hasRetries: boolean;
  /** Whether any invocation asked a service. */
  hasAsked: boolean;
  /** Moment of the last entry. */
  lastMs: number;
  /** Older invocations that are no longer kept. */
  forgotten: number;
  /** Of what ended before this moment, nothing is kept; null while everything is. */
  forgottenUntilMs: number | null;
}

/**
 * What a message is to a reader. `message`: sent by a function or by the reader; `object`: an object was put in the
 * bucket; `timer`: the clock struck.
 */
export type Origin = 'message' | 'object' | 'timer';

export interface Delivery {
  readonly invocationId: string;
  readonly attempt: number;
  /** Why the message came back from it; null when it did not. */
  cameBack: ReturnReason | null;
  /** From when on it can be delivered again; null unless it came back. */
  backAtMs: number | null;
  /** With this attempt it was given up. */
  isDead: boolean;
}

export interface Message {
  readonly messageId: string;
  readonly queueName: string;
  /** What its queue feeds; empty when nothing reads it. */
  readonly functionName: string;
  /** When it was sent, or first heard of. */
  readonly atMs: number;
  /** The invocation that sent it; null for the reader and for a clock. */
  readonly causedBy: string | null;
  readonly origin: Origin;
  /** Of the object that it tells of, where that is known. */
  readonly objectKey: string | null;
  /** It was sent before this list of entries began. */
  readonly isFromEarlier: boolean;
  readonly deliveries: Delivery[];
  state: 'waiting' | 'underWay' | 'done' | 'dead' | 'discarded' | 'purged';
  /** Null unless it is dead. */
  deadReason: DeadReason | null;
}

export interface Messages {
  readonly byId: Map<string, Message>;
  readonly inOrder: Fifo<string>;
  /** The message of the timer that fired last: it is sent next. */
  firedId: string | null;
  /** The last object that was put in the bucket: messages about it are sent next. */
  lastPut: { readonly key: string; readonly invocationId: string | null } | null;
}

export interface Log {
  readonly rows: LogRow[];
  /** Rows that were taken off the top. */
  rowsLost: number;
  nextKey: number;
}

interface OfRow {
  readonly key: number;
  readonly atMs: number;
  readonly instanceId: number | null;
  readonly invocationId: string | null;
}
export type LogRow = OfRow &
  (
    | { readonly kind: 'line'; readonly level: LogLevel; readonly text: string }
    | { readonly kind: 'dropped'; readonly count: number }
    | { readonly kind: 'cold'; readonly initMs: number }
    | { readonly kind: 'ended'; readonly outcome: InvocationEnded['outcome'] }
    /** `count` in a row: the fortieth refusal of one burst tells no more than the first. */
    | { readonly kind: 'throttled'; readonly count: number }
    | { readonly kind: 'gone'; readonly reason: GoneReason }
    /** A write in a store; `bytes` is 0 when something was taken away. */
    | {
        readonly kind: 'stored';
        readonly op: StoredEntry['op'];
        readonly storeKey: string;
        readonly bytes: number;
      }
    /** What a service was asked, and what came of it. */
    | { readonly kind: 'service'; readonly asked: Asked }
    | { readonly kind: 'timer' }
    /** Comes again after `waitMs`. */
    | {
        readonly kind: 'returned';
        readonly reason: ReturnReason;
        readonly attempts: number;
        readonly waitMs: number;
        /** Messages of one batch. */
        readonly count: number;
      }
    | {
        readonly kind: 'dead';
        readonly reason: DeadReason;
        readonly attempts: number;
        readonly hops: number;
        readonly count: number;
      }
  );

export function emptyTracks(): Tracks {
  return {
    groups: new Map(),
    invocations: new Map(),
    refusals: { items: [], start: 0 },
    settled: { items: [], start: 0 },
    messages: { byId: new Map(), inOrder: { items: [], start: 0 }, firedId: null, lastPut: null },
    alive: new Map(),
    instances: [],
    attempts: [],
    delivered: null,
    callers: new Map(),
    hasRetries: false,
    hasAsked: false,
    lastMs: 0,
    forgotten: 0,
    forgottenUntilMs: null,
  };
}

/** @param before what the stores hold already */
export function emptyLedger(before: StoredBefore = NOTHING_STORED): Ledger {
  return {
    tracks: emptyTracks(),
    log: { rows: [], rowsLost: 0, nextKey: 0 },
    recording: {
      now: null,
      segments: [],
      older: new Map(),
      firstMs: 0,
      settled: 0,
      ...before,
    },
  };
}
