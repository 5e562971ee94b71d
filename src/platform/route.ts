/**
 * Where a request goes:
 *
 * 1. nowhere, when the function has `concurrencyLimit` invocations open (429);
 * 2. to the idle instance of the newest version that was busy last: it is the warmest, and the others
 *    can expire;
 * 3. to an instance with a free place, a ready one before one that starts;
 * 4. to a new instance, for which the oldest idle one of another function makes room if need be;
 * 5. nowhere, when the platform is full of instances at work (429).
 */
import type { Throttled } from './events.ts';
import { createInstance, endInstance, hasRoom, noteAssigned } from './instances.ts';
import { openInvocation, startInvocation } from './invocations.ts';
import type { FunctionState, Instance, Output, PlatformState, Version } from './state.ts';
import { msFromUs } from './time.ts';

export function route(state: PlatformState, called: FunctionState, invocationId: string, out: Output): void {
  const version = called.newest;
  if (called.inFlight >= version.concurrencyLimit) {
    throttle(state, called, invocationId, 'concurrencyLimit', out);
    return;
  }
  const instance = version.idle.tail ?? version.roomy.tail ?? startingWithRoom(version);
  if (instance !== null) {
    const invocation = openInvocation(state, called, invocationId, instance, false, out);
    noteAssigned(state, instance);
    if (instance.state === 'busy') startInvocation(state, invocation, out);
  } else if (makeRoom(state, out)) {
    startCold(state, called, invocationId, out);
  } else {
    throttle(state, called, invocationId, 'maxInstances', out);
  }
}

/** Only the newest can have room: the next is started when it is full, and a place in it never comes free. */
function startingWithRoom(version: Version): Instance | null {
  const newest = version.starting.tail;
  return newest !== null && hasRoom(newest) ? newest : null;
}

function startCold(state: PlatformState, called: FunctionState, invocationId: string, out: Output): void {
  const instance = createInstance(state, called.newest);
  openInvocation(state, called, invocationId, instance, true, out);
  noteAssigned(state, instance);
  const { version } = instance;
  out.commands.push({
    type: 'startInstance',
    instanceId: instance.id,
    functionName: version.functionName,
    version: version.number,
  });
  out.events.push({
    type: 'instanceStarted',
    atMs: msFromUs(state.nowUs),
    functionName: version.functionName,
    version: version.number,
    instanceId: instance.id,
    invocationId,
  });
}

/** @returns whether one more instance may start */
function makeRoom(state: PlatformState, out: Output): boolean {
  if (state.instances.size < state.maxInstances) return true;
  let oldest: Instance | null = null;
  for (const version of state.versions) {
    const candidate = version.idle.head;
    if (candidate !== null && (oldest === null || candidate.sinceUs < oldest.sinceUs)) oldest = candidate;
  }
  if (oldest === null) return false;
  endInstance(state, oldest, 'evicted', out);
  return true;
}

function throttle(
  state: PlatformState,
  called: FunctionState,
  invocationId: string,
  limit: Throttled['limit'],
  out: Output,
): void {
  out.events.push({
    type: 'throttled',
    atMs: msFromUs(state.nowUs),
    functionName: called.name,
    invocationId,
    limit,
  });
}
