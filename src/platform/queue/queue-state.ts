/** What the platform remembers of queues, messages and timers: plain data, like `state.ts`. */
import type { Heap, Heaped } from '../heaps.ts';
import type { Linked } from '../lists.ts';
import type { MessageState } from './message-life.ts';
import type { DeadReason } from './queue-events.ts';

/** A queue's config, with its times in µs. */
export interface QueueRules {
  readonly functionName: string;
  readonly batchSize: number;
  readonly batchWindowUs: number;
  /** `NEVER_US` for none. */
  readonly visibilityTimeoutUs: number;
  readonly retryWaitsUs: readonly number[];
  /** Null when none get lost. */
  readonly lostAcks: { readonly seed: number; readonly chance: number } | null;
}

export interface Queue extends Linked<Queue> {
  readonly name: string;
  rules: QueueRules;
  /** Messages that can be delivered, the one that became visible first at the head. */
  readonly visible: Heap<Message>;
  /** Where its generator of random numbers is. */
  randomState: number;
}

export interface Message extends Heaped {
  readonly id: string;
  readonly queue: Queue;
  state: MessageState;
  trace: Trace;
  hops: number;
  /** Deliveries so far. */
  attempts: number;
  /** The newest delivery, while the message is in flight in it. */
  delivery: Delivery | null;
  /** Null unless dead. */
  deadReason: DeadReason | null;
  /** The heap that it is in, if any; by its state, `atUs` says when it is or was visible, or when its time in flight is up. */
  heap: Heap<Message> | null;
}

/** All that follows from one request, timer or message of the reader's: those who take part share it. */
export interface Trace {
  /** Messages so far. */
  sent: number;
}

/** A batch that one invocation was given. */
export interface Delivery {
  readonly queue: Queue;
  readonly invocationId: string;
  /** The most of its messages, and of which one of those the trace is. */
  readonly hops: number;
  readonly trace: Trace;
  readonly messages: readonly Message[];
}

export interface Timer {
  readonly name: string;
  readonly queue: Queue;
  readonly messageId: string;
  readonly dueUs: number;
}

export const NEVER_US = Number.POSITIVE_INFINITY;
