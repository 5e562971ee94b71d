/**
 * One call of a function and the place where it is drawn: the nouns of a timeline, which name each other and are
 * therefore in one file.
 */
import type { ResultEntry, ServiceCallEntry, StoredEntry } from '../../engine/index.ts';
import type { GoneReason, InvocationOutcome } from '../../platform/index.ts';
import type { Fifo } from './fifo.ts';

export interface Write {
  readonly atMs: number;
  readonly op: StoredEntry['op'];
  readonly key: string;
  readonly bytes: number;
}

/** What a service of the outside world was asked, once it is over. */
export interface Asked {
  readonly fromMs: number;
  readonly toMs: number;
  readonly method: string;
  readonly url: string;
  readonly outcome: ServiceCallEntry['outcome'];
  /** Null unless it was answered. */
  readonly status: number | null;
  /** Id of the invocation that it set off, where a function of the lab was asked; null for a service. */
  readonly calledId: string | null;
}

/** One call of a function, from the moment it was accepted or refused. */
export interface Invocation {
  readonly invocationId: string;
  readonly functionName: string;
  readonly acceptedAtMs: number;
  /** Null when it was refused. */
  readonly instanceId: number | null;
  /** Of the message in it that was delivered most often; 1 for HTTP. */
  readonly attempt: number;
  /** Ids of the messages that it was given; none for HTTP. */
  readonly messages: readonly string[];
  /** Id of the invocation that called it over HTTP; null when no function did. */
  readonly calledBy: string | null;
  isCold: boolean;
  /** When its handler began; null when it has not, or never did. */
  startedAtMs: number | null;
  endedAtMs: number | null;
  /** Null while it is open. */
  outcome: InvocationOutcome | 'throttled' | null;
  /** Of the handler, measured; null while it is open. */
  durationMs: number | null;
  /** Of the instance that was started for it; null when warm, or not known yet. */
  initMs: number | null;
  /** What it came to, of the newest that were given messages; null when not known, or no longer. */
  result: ResultEntry | null;
  /** Ids of the messages that it sent. */
  readonly sent: string[];
  /** Ids of the invocations that it set off by calling a function, in order of time. */
  readonly called: string[];
  readonly writes: Write[];
  writesLeftOut: number;
  readonly asked: Asked[];
  askedLeftOut: number;
  /** Where it is drawn; null when nowhere. */
  lane: Lane | null;
  /** Its own place on a lane beside that of its instance, which was taken. */
  sideLife: Life | null;
}

/** From its start until it is gone; where no stretch is, the instance waits. */
export interface Life {
  readonly instanceId: number;
  readonly functionName: string;
  readonly lane: Lane;
  readonly fromMs: number;
  /** Null while it lasts. */
  toMs: number | null;
  state: 'starting' | 'busy' | 'idle' | 'gone';
  /** Null when it is not idle. */
  expiresAtMs: number | null;
  goneReason: GoneReason | null;
  /** Measured beside the instance; null until it is ready. */
  initMs: number | null;
  /** How many began in it. */
  invocations: number;
  /** Holds no instance, but a second invocation of one: those at the same time cannot share a lane. */
  readonly isSide: boolean;
}

/** Time in which an instance starts or works, for one invocation. */
export interface Stretch {
  readonly kind: 'init' | 'busy';
  readonly fromMs: number;
  /** Null while it lasts. */
  toMs: number | null;
  readonly invocation: Invocation;
}

export interface Lane {
  /** In order of time, as are the stretches. */
  readonly lives: Fifo<Life>;
  readonly stretches: Fifo<Stretch>;
  isTaken: boolean;
}

/** The lanes of one function. */
export interface Group {
  readonly functionName: string;
  readonly lanes: Lane[];
  /** No lane below this one is free. */
  lowestFree: number;
}
