/** One input in, commands and events out. */

import { route } from './choose-instance.ts';
import { endDue } from './due.ts';
import {
  checkMoment,
  checkNewInvocation,
  findFunction,
  findInstance,
  findInvocation,
  findRunning,
  makeVersion,
} from './input-check.ts';
import type { FunctionConfig, Input, Told } from './inputs.ts';
import {
  becomeReady,
  endAtInitTimeout,
  endAtTimeout,
  endCancelled,
  endInstance,
  endWithAll,
  forgetVersionIfDone,
  release,
  startAhead,
} from './instances.ts';
import { endInvocation } from './invocations.ts';
import { dispatch, queueStep } from './queue/queues.ts';
import type { FunctionState, Instance, Output, PlatformState, Version } from './state.ts';
import { msFromUs, usFromMs } from './time.ts';
import { nextState } from './transitions.ts';

/**
 * Tells the platform one thing and answers what to do, in order, and what happened, in order.
 *
 * What fell due before an input happens before it, whether or not a `tick` came in time; except that a
 * report from an instance (`ready`, `settled`, `ended`) goes first, since it tells of something that is
 * past, with a time that was measured there: a handler that took 2,990 of its 3,000 ms is not late
 * because its report was. What a function sends (`causedBy`) is such a report as well.
 *
 * What is to be delivered is delivered last, so that a place which came free serves in the same step.
 *
 * @param out where the answer is written, for a driver that empties and reuses it; a new one if absent
 * @throws PlatformError when the input cannot be; the state is then as it was
 */
export function step(state: PlatformState, input: Input, out: Output = { commands: [], events: [] }): Output {
  const nowUs = checkMoment(state, input.atMs);
  switch (input.type) {
    case 'request':
      request(state, input, nowUs, out);
      break;
    case 'settled':
      settled(state, input, nowUs, out);
      break;
    case 'ready':
      ready(state, input, nowUs, out);
      break;
    case 'ended':
      ended(state, input, nowUs, out);
      break;
    case 'cancel':
      cancel(state, input, nowUs, out);
      break;
    case 'clear':
      clear(state, input, nowUs, out);
      break;
    case 'deploy':
      deploy(state, input, nowUs, out);
      break;
    case 'tick':
      state.nowUs = nowUs;
      break;
    default:
      queueStep(state, input, nowUs, out);
  }
  endDue(state, out);
  dispatch(state, out);
  return out;
}

function request(state: PlatformState, input: Told<'request'>, nowUs: number, out: Output): void {
  const called = findFunction(state, input.functionName);
  checkNewInvocation(state, input.invocationId);
  state.nowUs = nowUs;
  endDue(state, out);
  route(state, called, input.invocationId, out);
}

function ready(state: PlatformState, input: Told<'ready'>, nowUs: number, out: Output): void {
  const instance = findInstance(state, input.instanceId);
  nextState(instance.state, 'ready');
  const initUs = usFromMs(input.initMs, 'initMs');
  state.nowUs = nowUs;
  if (initUs > instance.version.initTimeoutUs) endAtInitTimeout(state, instance, out);
  else becomeReady(state, instance, initUs, out);
}

function settled(state: PlatformState, input: Told<'settled'>, nowUs: number, out: Output): void {
  const instance = findInstance(state, input.instanceId);
  const invocation = findRunning(instance, input.invocationId);
  const durationUs = usFromMs(input.durationMs, 'durationMs');
  state.nowUs = nowUs;
  if (durationUs > instance.version.timeoutUs) {
    endAtTimeout(state, invocation, out);
  } else {
    endInvocation(state, invocation, input.outcome, durationUs, out, input.failed);
    release(state, instance, invocation, out);
  }
}

function ended(state: PlatformState, input: Told<'ended'>, nowUs: number, out: Output): void {
  const instance = findInstance(state, input.instanceId);
  if (input.initMs === undefined) {
    // Whatever an instance is doing, it can crash: there is nothing to check.
    state.nowUs = nowUs;
    endWithAll(state, instance, 'crash', 'crashed', out);
    return;
  }
  nextState(instance.state, 'initFailed');
  const initUs = usFromMs(input.initMs, 'initMs');
  state.nowUs = nowUs;
  endFailedInit(state, instance, initUs, out);
}

function endFailedInit(state: PlatformState, instance: Instance, initUs: number, out: Output): void {
  if (initUs > instance.version.initTimeoutUs) {
    endAtInitTimeout(state, instance, out);
  } else {
    instance.initUs = initUs;
    endWithAll(state, instance, 'initFailed', 'initFailed', out);
  }
}

function cancel(state: PlatformState, input: Told<'cancel'>, nowUs: number, out: Output): void {
  const invocation = findInvocation(state, input.invocationId);
  state.nowUs = nowUs;
  endDue(state, out);
  const isStillOpen = state.invocations.get(input.invocationId) === invocation;
  if (isStillOpen) endCancelled(state, invocation, out);
}

function clear(state: PlatformState, input: Told<'clear'>, nowUs: number, out: Output): void {
  const { functionName } = input;
  if (functionName !== undefined) findFunction(state, functionName);
  state.nowUs = nowUs;
  endDue(state, out);
  for (const instance of state.instances.values()) {
    if (functionName === undefined || instance.version.functionName === functionName) {
      endWithAll(state, instance, 'cancelled', 'cleared', out);
    }
  }
}

function deploy(state: PlatformState, input: Told<'deploy'>, nowUs: number, out: Output): void {
  const { functionName } = input;
  const before = state.functions.get(functionName);
  const config: FunctionConfig = { ...input.config };
  const version = makeVersion(functionName, (before?.newest.number ?? 0) + 1, config);
  state.nowUs = nowUs;
  endDue(state, out);
  state.versions.push(version);
  out.events.push({
    type: 'deployed',
    atMs: msFromUs(nowUs),
    functionName,
    version: version.number,
    config,
  });
  if (before === undefined) state.functions.set(functionName, newFunction(functionName, version));
  else replaceNewest(state, before, version, out);
  startAhead(state, version, version.provisioned, out);
}

function newFunction(name: string, newest: Version): FunctionState {
  return { name, newest, inFlight: 0, startShares: Number.POSITIVE_INFINITY, sharesAtUs: 0 };
}

/** Idle instances of the old version go now, busy ones when they come free. */
function replaceNewest(state: PlatformState, owner: FunctionState, version: Version, out: Output): void {
  const old = owner.newest;
  owner.newest = version;
  for (const list of [old.idle, old.keptIdle, old.startingAhead]) {
    while (list.head !== null) endInstance(state, list.head, 'replaced', out);
  }
  old.isNewest = false;
  forgetVersionIfDone(state, old);
}
