/** What happened to the messages of a queue. The rules are in `queues.ts`. */
import type { InvocationOutcome } from '../transitions.ts';

/** `attempts`: every delivery failed. `loop`: its trace went on for too long. */
export type DeadReason = 'attempts' | 'loop';

/**
 * Why a message came back:
 *
 * - the outcome of its invocation, when that is not `ok`;
 * - `partial`: the function named it as failed, or named a message that it was not given;
 * - `ackLost`: it succeeded, and the word of it got lost, as the queue's `lostAcks` asks;
 * - `visibilityTimeout`: its delivery took too long, and may still run.
 */
export type ReturnReason = Exclude<InvocationOutcome, 'ok'> | 'partial' | 'ackLost' | 'visibilityTimeout';

/** `functionName`: what the queue feeds at that moment. */
interface OfQueue {
  readonly atMs: number;
  readonly queueName: string;
  readonly functionName: string;
}
interface OfMessage extends OfQueue {
  readonly messageId: string;
}

/** Accepted: from now on it is not lost. */
export interface MessageSent extends OfMessage {
  readonly type: 'messageSent';
  /** The invocation in whose course it was sent. */
  readonly causedBy: string | null;
  readonly hops: number;
  readonly visibleAtMs: number;
}
/** A batch left for the function, right before its invocation is `accepted`. */
export interface MessagesDelivered extends OfQueue {
  readonly type: 'messagesDelivered';
  readonly invocationId: string;
  /** `attempt`: 1 for a first delivery. */
  readonly messages: readonly { readonly messageId: string; readonly attempt: number }[];
}
/** Acknowledged by that invocation, and gone. */
export interface MessageDone extends OfMessage {
  readonly type: 'messageDone';
  readonly invocationId: string;
}
/** It waits again, until `visibleAtMs`. */
export interface MessageReturned extends OfMessage {
  readonly type: 'messageReturned';
  readonly invocationId: string;
  readonly reason: ReturnReason;
  /** Deliveries so far. */
  readonly attempts: number;
  readonly visibleAtMs: number;
}
/** It lies with the dead letters, instead of returning or of waiting at all. */
export interface MessageDead extends OfMessage {
  readonly type: 'messageDead';
  readonly reason: DeadReason;
  readonly attempts: number;
  readonly hops: number;
}
/** A dead message waits again, as if it were new. */
export interface MessageRedriven extends OfMessage {
  readonly type: 'messageRedriven';
}
export interface MessageDiscarded extends OfMessage {
  readonly type: 'messageDiscarded';
}
/** All messages and timers of the queue are gone. */
export interface QueuePurged extends OfQueue {
  readonly type: 'queuePurged';
}
/** The moment of a timer came; `messageSent` of its message follows. */
export interface TimerFired extends OfMessage {
  readonly type: 'timerFired';
  readonly timerName: string;
  readonly dueMs: number;
}
/** The moment of a timer came while there was no room for its message, which was not sent. */
export interface TimerSkipped extends OfQueue {
  readonly type: 'timerSkipped';
  readonly timerName: string;
  readonly dueMs: number;
}

export type QueueEvent =
  | MessageSent
  | MessagesDelivered
  | MessageDone
  | MessageReturned
  | MessageDead
  | MessageRedriven
  | MessageDiscarded
  | QueuePurged
  | TimerFired
  | TimerSkipped;
