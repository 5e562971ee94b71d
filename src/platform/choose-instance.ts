/**
 * Where a request goes:
 *
 * 1. nowhere, when the function has `concurrencyLimit` invocations open (429);
 * 2. to the idle instance of the newest version that was busy last: it is the warmest, and the others
 *    can expire;
 * 3. to an instance with a free place, a ready one before one that starts; another routing than `most-recent` has
 *    other words for 2 and 3 (`routing.ts`);
 * 4. nowhere, when the function has started as many instances as it may at this moment (429, `scaling-rate.ts`);
 * 5. to a new instance, for which the oldest idle one of another function makes room if need be;
 * 6. nowhere, when the platform is full of instances at work (429).
 *
 * A batch of messages goes the same way, except that it waits where a request is refused: see `queue/queues.ts`.
 */
import type { Throttled } from './events.ts';
import { ofInstance, startOf } from './instance-events.ts';
import { createInstance, endInstance, noteAssigned } from './instances.ts';
import { openInvocation, startInvocation } from './invocations.ts';
import type { Delivery } from './queue/queue-state.ts';
import { nextToServe, notePlaces } from './routing.ts';
import { mayStart, noteStart } from './scaling-rate.ts';
import type { FunctionState, Instance, Output, PlatformState } from './state.ts';
import { msFromUs } from './time.ts';

/** Where the next invocation of a function would go: to an instance, to a new one, or nowhere because of a limit. */
export type Place = Instance | 'newInstance' | Throttled['limit'];

export function route(state: PlatformState, called: FunctionState, invocationId: string, out: Output): void {
  const place = findPlace(state, called);
  if (isPlace(place)) occupy(state, called, place, invocationId, null, out);
  else throttle(state, called, invocationId, place, out);
}

/** Whether it is a place, and not what stands in the way of one. */
export function isPlace(place: Place): place is Exclude<Place, Throttled['limit']> {
  return typeof place !== 'string' || place === 'newInstance';
}

export function findPlace(state: PlatformState, called: FunctionState): Place {
  const version = called.newest;
  if (called.inFlight >= version.concurrencyLimit) return 'concurrencyLimit';
  const instance = nextToServe(version);
  if (instance !== null) return instance;
  if (!mayStart(state, called)) return 'scalingRate';
  const canStart = state.instances.size < state.maxInstances || oldestIdle(state) !== null;
  return canStart ? 'newInstance' : 'maxInstances';
}

/** Opens an invocation in a place that was just found. `delivery`: what it is for, unless it is a request. */
export function occupy(
  state: PlatformState,
  called: FunctionState,
  place: Exclude<Place, Throttled['limit']>,
  invocationId: string,
  delivery: Delivery | null,
  out: Output,
): void {
  if (place === 'newInstance') {
    makeRoom(state, out);
    startCold(state, called, invocationId, delivery, out);
    return;
  }
  const invocation = openInvocation(state, called, invocationId, place, false, delivery, out);
  noteAssigned(state, place);
  if (place.state === 'busy') startInvocation(state, invocation, out);
}

function startCold(
  state: PlatformState,
  called: FunctionState,
  invocationId: string,
  delivery: Delivery | null,
  out: Output,
): void {
  noteStart(state, called);
  const instance = createInstance(state, called.newest, false);
  openInvocation(state, called, invocationId, instance, true, delivery, out);
  notePlaces(instance);
  out.commands.push(startOf(instance));
  out.events.push({ type: 'instanceStarted', ...ofInstance(state, instance), invocationId });
}

/** On a full platform the instance that is idle longest goes. */
function makeRoom(state: PlatformState, out: Output): void {
  const oldest = state.instances.size < state.maxInstances ? null : oldestIdle(state);
  if (oldest !== null) endInstance(state, oldest, 'evicted', out);
}

function oldestIdle(state: PlatformState): Instance | null {
  let oldest: Instance | null = null;
  for (const version of state.versions) {
    const candidate = version.idle.head;
    if (candidate !== null && (oldest === null || candidate.sinceUs < oldest.sinceUs)) oldest = candidate;
  }
  return oldest;
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
