/** How an invocation begins and ends: the only place where one is opened, started or closed. */

import { wakeBy } from './deadlines.ts';
import type { Accepted, InvocationStarted, InvocationUsage } from './events.ts';
import { append, remove } from './lists.ts';
import { endDelivery, tellDelivered } from './queue/messages.ts';
import type { Delivery } from './queue/queue-state.ts';
import type { FunctionState, Instance, Invocation, Output, PlatformState } from './state.ts';
import { UNKNOWN_US } from './state.ts';
import { msFromUs } from './time.ts';
import type { InvocationOutcome } from './transitions.ts';

const NONE: readonly string[] = [];

export function openInvocation(
  state: PlatformState,
  owner: FunctionState,
  id: string,
  instance: Instance,
  isCold: boolean,
  delivery: Delivery | null,
  out: Output,
): Invocation {
  const invocation: Invocation = {
    id,
    owner,
    instance,
    isCold,
    startedUs: UNKNOWN_US,
    trace: delivery === null ? null : delivery.trace,
    delivery,
    prev: null,
    next: null,
  };
  state.invocations.set(id, invocation);
  owner.inFlight += 1;
  instance.invocations.push(invocation);
  if (delivery !== null) tellDelivered(state, delivery, out);
  if (!out.isBrief) out.events.push(acceptedEvent(state, invocation));
  return invocation;
}

/** Hands an invocation to its instance, which has started. */
export function startInvocation(state: PlatformState, invocation: Invocation, out: Output): void {
  const { id, instance, isCold } = invocation;
  const { version } = instance;
  invocation.startedUs = state.nowUs;
  append(version.running, invocation);
  wakeBy(state, state.nowUs + version.timeoutUs);
  out.commands.push({ type: 'invoke', instanceId: instance.id, invocationId: id, isCold });
  if (!out.isBrief) out.events.push(startedEvent(state, invocation));
}

// The events of every invocation are written out: a spread takes several times as long as the rest of a step.

function acceptedEvent(state: PlatformState, { id, instance }: Invocation): Accepted {
  const { version } = instance;
  return {
    type: 'accepted',
    atMs: msFromUs(state.nowUs),
    functionName: version.functionName,
    version: version.number,
    instanceId: instance.id,
    invocationId: id,
  };
}

function startedEvent(state: PlatformState, { id, instance, isCold }: Invocation): InvocationStarted {
  const { version } = instance;
  return {
    type: 'invocationStarted',
    atMs: msFromUs(state.nowUs),
    functionName: version.functionName,
    version: version.number,
    instanceId: instance.id,
    invocationId: id,
    isCold,
  };
}

/**
 * Closes an invocation for everybody but its instance, whose list of open invocations is the caller's to shorten.
 * `failed`: messages of its batch that did not succeed although the outcome is `ok`.
 */
export function endInvocation(
  state: PlatformState,
  invocation: Invocation,
  outcome: InvocationOutcome,
  durationUs: number,
  out: Output,
  failed: readonly string[] = NONE,
): void {
  const { id, instance, owner, isCold, startedUs, delivery } = invocation;
  const { version } = instance;
  const isRunning = startedUs !== UNKNOWN_US;
  if (isRunning) remove(version.running, invocation);
  state.invocations.delete(id);
  owner.inFlight -= 1;
  const durationMs = msFromUs(durationUs);
  const initMs = isCold ? msFromUs(initSoFarUs(state, instance)) : null;
  out.events.push({
    type: 'invocationEnded',
    atMs: msFromUs(state.nowUs),
    functionName: version.functionName,
    version: version.number,
    instanceId: instance.id,
    invocationId: id,
    outcome,
    phase: isRunning ? 'handler' : 'init',
    isCold,
    durationMs,
    initMs,
    usage: usageOf(instance, durationMs, initMs),
  });
  if (delivery !== null) endDelivery(state, delivery, outcome, failed, out);
}

function usageOf({ version, isKept }: Instance, durationMs: number, initMs: number | null): InvocationUsage {
  const { memoryMb } = version;
  if (isKept) return { durationMs, memoryMb, onReserved: true };
  return initMs === null ? { durationMs, memoryMb } : { durationMs, memoryMb, initMs };
}

/** How long the handler has had an invocation, by the platform's own clock: what counts when nobody measured. */
export function clockedUs(state: PlatformState, invocation: Invocation): number {
  if (invocation.startedUs === UNKNOWN_US) return 0;
  return Math.min(state.nowUs - invocation.startedUs, invocation.instance.version.timeoutUs);
}

function initSoFarUs(state: PlatformState, instance: Instance): number {
  if (instance.initUs !== UNKNOWN_US) return instance.initUs;
  return Math.min(state.nowUs - instance.sinceUs, instance.version.initTimeoutUs);
}
