/**
 * What leads to what. A trace begins with a request, a timer or a message that nobody's invocation sent,
 * and goes on with every message that is sent in its course. It is one small object that its invocations
 * and messages share by reference, so it is gone when the last of them is: there is nothing to clean up.
 *
 * Functions that set off functions can go on without end. Two limits stop that: a message may be only so
 * many hops from where its trace began (a chain), and a trace may have only so many messages (a fan-out).
 */

import type { Invocation, PlatformState } from '../state.ts';
import type { Trace } from './queue-state.ts';

export function newTrace(): Trace {
  return { sent: 0 };
}

/** The trace of an invocation; that of a request begins when something is first sent in its course. */
export function traceOf(invocation: Invocation): Trace {
  invocation.trace ??= newTrace();
  return invocation.trace;
}

/** How far a message is that is sent in the course of an invocation. */
export function hopsAfter(invocation: Invocation): number {
  return (invocation.delivery?.hops ?? 0) + 1;
}

export function isLoop(state: PlatformState, hops: number, trace: Trace): boolean {
  return hops > state.mostHops || trace.sent > state.mostSentPerTrace;
}
