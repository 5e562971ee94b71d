/** How an instance lives: started, given work, freed, ended. Each change of state goes through the table. */

import { wakeBy } from './deadlines.ts';
import { idleEvent, ofInstance, startOf } from './instance-events.ts';
import { clockedUs, endInvocation, startInvocation } from './invocations.ts';
import { append, type List, remove } from './lists.ts';
import { hasRoom, notePlaces } from './routing.ts';
import type { Version } from './state.ts';
import { type Instance, type Invocation, type Output, type PlatformState, UNKNOWN_US } from './state.ts';
import { msFromUs } from './time.ts';
import { type GoneReason, type InvocationOutcome, nextState } from './transitions.ts';

export function createInstance(state: PlatformState, version: Version, isKept: boolean): Instance {
  const instance: Instance = {
    id: state.nextInstanceId,
    version,
    isKept,
    state: 'starting',
    sinceUs: state.nowUs,
    initUs: UNKNOWN_US,
    isDraining: false,
    list: null,
    invocations: [],
    prev: null,
    next: null,
    atUs: 0,
    order: version.routing === 'newest-created' ? -state.nextInstanceId : state.nextInstanceId,
    heapIndex: -1,
  };
  state.nextInstanceId += 1;
  state.instances.set(instance.id, instance);
  version.instanceCount += 1;
  moveTo(instance, isKept ? version.startingAhead : version.starting);
  wakeBy(state, state.nowUs + version.initTimeoutUs);
  return instance;
}

/** Starts the instances that are to be kept ready and are not there, as far as the platform has room for them. */
export function startAhead(state: PlatformState, version: Version, missing: number, out: Output): void {
  for (let left = missing; left > 0 && state.instances.size < state.maxInstances; left -= 1) {
    const instance = createInstance(state, version, true);
    out.commands.push(startOf(instance));
    out.events.push({ type: 'instanceStartedAhead', ...ofInstance(state, instance) });
  }
}

/** To be called when an invocation was added to an instance that was there already. */
export function noteAssigned(state: PlatformState, instance: Instance): void {
  const wasIdle = instance.state === 'idle';
  instance.state = nextState(instance.state, 'assigned');
  if (wasIdle) instance.sinceUs = state.nowUs;
  if (instance.state === 'busy') moveTo(instance, hasRoom(instance) ? instance.version.roomy : null);
  else notePlaces(instance);
}

/** The instance has started: what waited for it begins. One that started ahead of need is idle. */
export function becomeReady(state: PlatformState, instance: Instance, initUs: number, out: Output): void {
  const { version } = instance;
  const isAwaited = instance.invocations.length > 0;
  instance.initUs = initUs;
  if (isAwaited) {
    instance.state = nextState(instance.state, 'ready');
    instance.sinceUs = state.nowUs;
    moveTo(instance, hasRoom(instance) ? version.roomy : null);
  }
  out.events.push({ type: 'instanceReady', ...ofInstance(state, instance), initMs: msFromUs(initUs) });
  if (!isAwaited) becomeIdle(state, instance, 'readyAhead', out);
  for (const invocation of instance.invocations) startInvocation(state, invocation, out);
}

/** An invocation has ended by itself: its instance stays busy, becomes idle, or has served its time. */
export function release(state: PlatformState, instance: Instance, ended: Invocation, out: Output): void {
  const { version, invocations } = instance;
  dropInvocation(instance, ended);
  if (invocations.length > 0) {
    if (hasRoom(instance)) moveTo(instance, version.roomy);
  } else if (instance.isDraining) {
    endInstance(state, instance, 'cancelled', out);
  } else if (!version.isNewest) {
    endInstance(state, instance, 'replaced', out);
  } else {
    becomeIdle(state, instance, 'freed', out);
  }
}

function becomeIdle(
  state: PlatformState,
  instance: Instance,
  cause: 'freed' | 'readyAhead',
  out: Output,
): void {
  const { version, isKept } = instance;
  instance.state = nextState(instance.state, cause);
  instance.sinceUs = state.nowUs;
  moveTo(instance, isKept ? version.keptIdle : version.idle);
  const expiresUs = state.nowUs + version.idleTimeoutUs;
  if (!isKept) wakeBy(state, expiresUs);
  if (out.isBrief) return;
  const expiresAtMs = isKept ? null : msFromUs(expiresUs);
  out.events.push(idleEvent(state, instance, expiresAtMs));
}

/** Ends what is open in an instance, all with one outcome and by the platform's clock, and then the instance. */
export function endWithAll(
  state: PlatformState,
  instance: Instance,
  outcome: InvocationOutcome,
  reason: GoneReason,
  out: Output,
): void {
  for (const invocation of instance.invocations) {
    endInvocation(state, invocation, outcome, clockedUs(state, invocation), out);
  }
  instance.invocations.length = 0;
  endInstance(state, instance, reason, out);
}

/** An instance took too long to start. All that waited for its start end with it. */
export function endAtInitTimeout(state: PlatformState, instance: Instance, out: Output): void {
  instance.initUs = instance.version.initTimeoutUs;
  endWithAll(state, instance, 'timeout', 'timeout', out);
}

/**
 * One invocation took too long. Only ending the instance stops it. Neighbours whose time is up as well
 * end like it; the work of the others is lost as in a crash.
 */
export function endAtTimeout(state: PlatformState, late: Invocation, out: Output): void {
  const { instance } = late;
  const { timeoutUs } = instance.version;
  for (const invocation of instance.invocations) {
    const isLate = invocation === late || state.nowUs - invocation.startedUs >= timeoutUs;
    if (isLate) endInvocation(state, invocation, 'timeout', timeoutUs, out);
    else endInvocation(state, invocation, 'crash', clockedUs(state, invocation), out);
  }
  instance.invocations.length = 0;
  endInstance(state, instance, 'timeout', out);
}

/**
 * The caller has left. Alone in its instance, it takes the instance along: nothing else stops the work.
 * With others it does not cost them theirs: the instance drains.
 */
export function endCancelled(state: PlatformState, invocation: Invocation, out: Output): void {
  const { instance } = invocation;
  endInvocation(state, invocation, 'cancelled', clockedUs(state, invocation), out);
  dropInvocation(instance, invocation);
  if (instance.invocations.length === 0) {
    endInstance(state, instance, 'cancelled', out);
  } else {
    instance.isDraining = true;
    if (instance.state === 'busy') moveTo(instance, null);
    else notePlaces(instance);
  }
}

/** The end of an instance without open invocations. The driver kills it unless it went by itself. */
export function endInstance(state: PlatformState, instance: Instance, reason: GoneReason, out: Output): void {
  const { version } = instance;
  const hadStarted = instance.state !== 'starting';
  instance.state = nextState(instance.state, reason);
  moveTo(instance, null);
  state.instances.delete(instance.id);
  version.instanceCount -= 1;
  forgetVersionIfDone(state, version);
  const wentByItself = reason === 'crashed' || reason === 'initFailed';
  if (!wentByItself) out.commands.push({ type: 'killInstance', instanceId: instance.id });
  out.events.push({ type: 'instanceGone', ...ofInstance(state, instance), reason });
  if (instance.isKept && hadStarted && isReplaced(version, reason)) startAhead(state, version, 1, out);
}

/**
 * Is another instance to be kept ready in the place of one that is gone? Not when somebody wants them all gone, and not
 * (says who asks) after a start that failed, since the next would fail as well.
 */
function isReplaced(version: Version, reason: GoneReason): boolean {
  return version.isNewest && reason !== 'replaced' && reason !== 'cleared';
}

export function forgetVersionIfDone(state: PlatformState, version: Version): void {
  if (version.isNewest || version.instanceCount > 0) return;
  state.versions.splice(state.versions.indexOf(version), 1);
}

function dropInvocation(instance: Instance, invocation: Invocation): void {
  const { invocations } = instance;
  // The last one is popped, since an array that is told to be empty gives its memory away.
  if (invocations.length === 1) invocations.pop();
  else invocations.splice(invocations.indexOf(invocation), 1);
}

function moveTo(instance: Instance, list: List<Instance> | null): void {
  if (instance.list === list) return;
  if (instance.list !== null) remove(instance.list, instance);
  instance.list = list;
  if (list !== null) append(list, instance);
  notePlaces(instance);
}
