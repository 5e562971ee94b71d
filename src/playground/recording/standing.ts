/**
 * What stands where at one moment, as the entries up to then tell it. `fold.ts` reads one more entry into it, in place; a
 * copy of it is what a jump to an earlier moment begins with.
 */
import type { UsageRecord } from '../../billing/usage.ts';
import type { GoneReason } from '../../platform/index.ts';

/** An instance that is not gone. */
export interface StandingInstance {
  readonly instanceId: number;
  readonly functionName: string;
  /** In the row of its function, from 0: the lowest that was free when it started. */
  readonly place: number;
  phase: 'starting' | 'busy' | 'idle';
  /** When that phase began. */
  sinceMs: number;
  /** Null unless it is idle. */
  expiresAtMs: number | null;
  /** How long its start took, on the platform's clock; 0 until it is ready. */
  startMs: number;
  /** Of all handlers that came to a good end in it, as measured. */
  workedMs: number;
  /** The same of those that did not. */
  failedMs: number;
  /** How many invocations ended in it. */
  calls: number;
}

/** An invocation that was accepted and has not ended. */
export interface OpenCall {
  readonly invocationId: string;
  readonly functionName: string;
  readonly instanceId: number;
  readonly acceptedAtMs: number;
  /** Null while it waits for its instance to start. */
  readonly startedAtMs: number | null;
  /** Messages that it was given; 0 for HTTP. */
  readonly messages: number;
  /** Of the message in it that was delivered most often; 1 for HTTP. */
  readonly attempt: number;
  /** Name of the function that calls; null when it came from outside, or from a message. */
  readonly calledBy: string | null;
}

export interface FunctionCounts {
  readonly functionName: string;
  /** Null until it is known. */
  concurrencyLimit: number | null;
  open: number;
  ended: number;
  /** Of those that ended: all that are not `ok`. */
  failed: number;
  /** 429: nothing ran. */
  refused: number;
  /** Of all these: what another function called. */
  readonly inner: { ended: number; failed: number; refused: number };
  /** Which places of its row are taken. */
  readonly places: boolean[];
  /** What the receipt printed of it last; null while nothing of it has ended. */
  lastLine: Line | null;
}

/** A message that is still somewhere. */
export interface PresentMessage {
  readonly messageId: string;
  readonly queueName: string;
  readonly state: 'waiting' | 'underWay' | 'dead';
  /** Deliveries so far. */
  readonly attempts: number;
  /** From when on it can be delivered. */
  readonly visibleAtMs: number;
}

export interface QueueCounts {
  readonly queueName: string;
  /** What it feeds; empty when nothing reads it. */
  functionName: string;
  waiting: number;
  /** Of those that wait: all that were delivered before, and came back. */
  again: number;
  underWay: number;
  dead: number;
  done: number;
}

export interface StoredThing {
  readonly store: 'kv' | 'bucket';
  readonly key: string;
  readonly bytes: number;
  /** How often it was written, as far as it was seen: 1 for what is new. */
  readonly writes: number;
  /** The store's own number of what was written last; null for a file. */
  readonly version: number | null;
  /** JSON text of a value in kv; null for a file, and for one that there was no room to keep. */
  readonly value: string | null;
}

/** What the receipt prints of one invocation when it ends. */
export interface Line {
  readonly invocationId: string;
  readonly functionName: string;
  readonly atMs: number;
  readonly isCold: boolean;
  readonly isGood: boolean;
  readonly usage: UsageRecord;
}

/** So much of what was written can be looked back at; of what comes on top only key, size and version. */
export const KEPT_VALUE_BYTES = 5 * 1_024 * 1_024;

/** So many lines of a receipt are looked back at. */
export const SHOWN_LINES = 5;

/** One service of the outside world, by the host of its address. */
export interface ServiceCounts {
  readonly host: string;
  calls: number;
  /** Of these: all that were not answered, or by a 5xx. */
  failed: number;
}

/** What a picture shows for a short while: somebody or something on its way. */
export interface Happening {
  readonly kind:
    | 'accepted'
    | 'ended'
    | 'refused'
    | 'gone'
    | 'sent'
    | 'returned'
    | 'dead'
    | 'stored'
    | 'asked';
  readonly atMs: number;
  readonly functionName: string;
  /** Of the instance in its row; null when there is none in it. */
  readonly place: number | null;
  readonly isGood: boolean;
  /** It was set off by a message, and not by a request. */
  readonly isMessage: boolean;
  /** Name of the function that called; null for what another function did not call. */
  readonly calledBy: string | null;
  /** Only of an instance that is gone. */
  readonly reason: GoneReason | null;
}

/** So long is a happening looked back at, in ms. */
export const RECENT_MS = 600;

export interface State {
  /** Moment of the last entry; what was told later never has an earlier one. */
  lastMs: number;
  readonly instances: Map<number, StandingInstance>;
  readonly calls: Map<string, OpenCall>;
  readonly functions: Map<string, FunctionCounts>;
  readonly messages: Map<string, PresentMessage>;
  readonly queues: Map<string, QueueCounts>;
  /** By store and key. */
  readonly stored: Map<string, StoredThing>;
  readonly services: Map<string, ServiceCounts>;
  /** The last `SHOWN_LINES` that the receipt printed, newest last. */
  lines: readonly Line[];
  /** Of the last `RECENT_MS`, in order of time; perhaps with older ones before them. */
  happenings: Happening[];
  /** By invocation that a function set off and that the platform did not hear of yet: the name of that function. */
  readonly askedBy: Map<string, string>;
  /** What the next invocation to be accepted was given. */
  delivered: { readonly invocationId: string; readonly messages: number; readonly attempt: number } | null;
}

/** @param stored what the stores held when the list of entries began: an earlier visit may have left something */
export function emptyState(stored: readonly StoredThing[] = []): State {
  return {
    lastMs: 0,
    instances: new Map(),
    calls: new Map(),
    functions: new Map(),
    messages: new Map(),
    queues: new Map(),
    stored: new Map(stored.map((thing) => [idOf(thing), thing])),
    services: new Map(),
    lines: [],
    happenings: [],
    askedBy: new Map(),
    delivered: null,
  };
}

export function idOf({ store, key }: Pick<StoredThing, 'store' | 'key'>): string {
  return `${store}:${key}`;
}

/** Shares nothing with the first that is written in place. */
export function copyOf(state: State): State {
  return {
    ...state,
    instances: copied(state.instances, (one) => ({ ...one })),
    calls: new Map(state.calls),
    functions: copied(state.functions, (one) => ({
      ...one,
      places: [...one.places],
      inner: { ...one.inner },
    })),
    messages: new Map(state.messages),
    queues: copied(state.queues, (one) => ({ ...one })),
    stored: new Map(state.stored),
    services: copied(state.services, (one) => ({ ...one })),
    happenings: [...state.happenings],
    askedBy: new Map(state.askedBy),
  };
}

/** How much a copy costs, in things to copy. */
export function sizeOf({ instances, calls, messages, stored, happenings }: State): number {
  return instances.size + calls.size + messages.size + stored.size + happenings.length;
}

function copied<Key, Value>(map: ReadonlyMap<Key, Value>, copy: (value: Value) => Value): Map<Key, Value> {
  const fresh = new Map<Key, Value>();
  for (const [key, value] of map) fresh.set(key, copy(value));
  return fresh;
}
