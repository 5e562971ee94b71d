/**
 * What the platform remembers. Plain data without functions, so that `structuredClone` copies it and a
 * test can compare it whole; only the functions of this folder change it.
 */
import type { Command } from './commands.ts';
import { PlatformError } from './errors.ts';
import type { PlatformEvent } from './events.ts';
import type { Heap, Heaped } from './heaps.ts';
import type { Routing } from './inputs.ts';
import { emptyList, type Linked, type List } from './lists.ts';
import type { Delivery, Message, Queue, Timer, Trace } from './queue/queue-state.ts';
import { msFromUs } from './time.ts';
import type { InstanceState } from './transitions.ts';

export interface PlatformLimits {
  /** Most instances at once, of all functions together; 50 if absent. */
  readonly maxInstances?: number;
  /** Most messages at once, of all queues together, the dead ones included; 10,000 if absent. */
  readonly maxMessages?: number;
  /** Most hops of a message that is delivered; 16 if absent. */
  readonly mostHops?: number;
  /** Most messages of one trace that are delivered; 1,000 if absent. */
  readonly mostSentPerTrace?: number;
}

export interface PlatformState {
  readonly maxInstances: number;
  readonly maxMessages: number;
  readonly mostHops: number;
  readonly mostSentPerTrace: number;
  /** The moment of the newest input. */
  nowUs: number;
  /** No deadline lies before this. It may lie earlier than the first one: a deadline that is met is not looked up. */
  wakeUs: number;
  nextInstanceId: number;
  readonly functions: Map<string, FunctionState>;
  /** The newest version of each function, and older ones that still have instances. */
  readonly versions: Version[];
  readonly instances: Map<number, Instance>;
  /** The open ones: accepted and not ended. */
  readonly invocations: Map<string, Invocation>;
  nextDeliveryNumber: number;
  nextMessageOrder: number;
  readonly queues: Map<string, Queue>;
  /** Those with visible messages, in the order of their turns. */
  readonly ready: List<Queue>;
  /** All that are there: waiting, in flight and dead. */
  readonly messages: Map<string, Message>;
  /** Waiting and not visible yet. */
  readonly delayed: Heap<Message>;
  /** In flight, with a visibility timeout. */
  readonly hidden: Heap<Message>;
  readonly timers: Map<string, Timer>;
}

export interface FunctionState {
  readonly name: string;
  newest: Version;
  /** Open invocations, over all versions. */
  inFlight: number;
  /** How many instances it could start at a moment, in shares of one (see `scaling-rate.ts`). */
  startShares: number;
  sharesAtUs: number;
}

export interface Version {
  readonly functionName: string;
  readonly number: number;
  readonly memoryMb: number;
  readonly timeoutUs: number;
  readonly initTimeoutUs: number;
  readonly idleTimeoutUs: number;
  readonly concurrencyLimit: number;
  readonly instanceConcurrency: number;
  readonly routing: Routing;
  readonly provisioned: number;
  /** Null for no limit. */
  readonly startsPerTenSeconds: number | null;
  /** Where its generator of random numbers is; only the routing `random` asks it. */
  randomState: number;
  isNewest: boolean;
  instanceCount: number;
  /**
   * Lists in the order in which members joined. One version has one timeout of each kind, so the head of `starting`,
   * `startingAhead`, `idle` and `running` is also the one whose time is up first.
   */
  readonly starting: List<Instance>;
  readonly idle: List<Instance>;
  /** Of instances that are kept ready: starting, for nobody yet. */
  readonly startingAhead: List<Instance>;
  /** Of instances that are kept ready: without work, for as long as it takes. */
  readonly keptIdle: List<Instance>;
  /** Busy, with a free place. */
  readonly roomy: List<Instance>;
  /** Invocations in the handler. */
  readonly running: List<Invocation>;
  /** All with a free place, for a routing that chooses by creation or by chance; null for the others. */
  readonly pool: Heap<Instance> | null;
}

/** It is in a list, and perhaps in the pool of its version: `order` is by creation, and `atUs` says nothing there. */
export interface Instance extends Linked<Instance>, Heaped {
  readonly id: number;
  readonly version: Version;
  /** It was started ahead of need, and does not expire. */
  readonly isKept: boolean;
  state: InstanceState;
  /** Since when it is in this state. */
  sinceUs: number;
  /** Measured, once it has started; `UNKNOWN_US` until then. */
  initUs: number;
  /** Work in it was cancelled and cannot be stopped: it gets no more, and ends with its last open invocation. */
  isDraining: boolean;
  /** The list that it is in, if any. */
  list: List<Instance> | null;
  /** Open ones, at most `instanceConcurrency`. */
  readonly invocations: Invocation[];
}

export interface Invocation extends Linked<Invocation> {
  readonly id: string;
  readonly owner: FunctionState;
  readonly instance: Instance;
  /** Its instance was started for it. */
  readonly isCold: boolean;
  /** When it was handed to its instance; `UNKNOWN_US` while that starts. */
  startedUs: number;
  /** Null for a request in the course of which nothing was sent yet. */
  trace: Trace | null;
  /** Null for a request. */
  readonly delivery: Delivery | null;
}

export const UNKNOWN_US = -1;

/** What one step answers. */
export interface Output {
  /** To do, in this order. */
  readonly commands: Command[];
  /** What happened, in this order. */
  readonly events: PlatformEvent[];
  /**
   * Leaves out the events that tell how an invocation that goes well comes along: `accepted`, `invocationStarted` and
   * `instanceIdle`. For a driver that makes millions of steps and counts what has ended. Absent: all are told.
   */
  readonly isBrief?: boolean;
}

/** @throws PlatformError `INVALID_CONFIG` */
export function createState(limits: PlatformLimits = {}): PlatformState {
  return {
    maxInstances: limitOf(limits, 'maxInstances', 50, 1),
    maxMessages: limitOf(limits, 'maxMessages', 10_000, 1),
    mostHops: limitOf(limits, 'mostHops', 16, 0),
    mostSentPerTrace: limitOf(limits, 'mostSentPerTrace', 1000, 1),
    nowUs: 0,
    wakeUs: Number.POSITIVE_INFINITY,
    nextInstanceId: 1,
    functions: new Map(),
    versions: [],
    instances: new Map(),
    invocations: new Map(),
    nextDeliveryNumber: 1,
    nextMessageOrder: 1,
    queues: new Map(),
    ready: emptyList(),
    messages: new Map(),
    delayed: [],
    hidden: [],
    timers: new Map(),
  };
}

function limitOf(limits: PlatformLimits, field: keyof PlatformLimits, absent: number, least: number): number {
  const limit = limits[field] ?? absent;
  if (!Number.isSafeInteger(limit) || limit < least) {
    throw new PlatformError('INVALID_CONFIG', `${field} ${limit}`);
  }
  return limit;
}

/** One instance as an onlooker sees it. */
export interface InstanceSnapshot {
  readonly instanceId: number;
  readonly functionName: string;
  readonly version: number;
  readonly state: 'starting' | 'busy' | 'idle';
  /** Since when it is in this state. */
  readonly sinceMs: number;
  /** When it goes if nobody calls; null unless it is idle, and for one that is kept ready. */
  readonly expiresAtMs: number | null;
  /** Open invocations, waiting for it to start or in it. */
  readonly openInvocations: number;
}

/** All living instances, the oldest first. */
export function snapshotInstances(state: PlatformState): InstanceSnapshot[] {
  const snapshots: InstanceSnapshot[] = [];
  for (const instance of state.instances.values()) {
    const expires = instance.state === 'idle' && !instance.isKept;
    snapshots.push({
      instanceId: instance.id,
      functionName: instance.version.functionName,
      version: instance.version.number,
      // One that is gone is not in the map any more.
      state: instance.state as InstanceSnapshot['state'],
      sinceMs: msFromUs(instance.sinceUs),
      expiresAtMs: expires ? msFromUs(instance.sinceUs + instance.version.idleTimeoutUs) : null,
      openInvocations: instance.invocations.length,
    });
  }
  return snapshots;
}
