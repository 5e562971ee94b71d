/**
 * Which instance of a version serves next, of those with a free place. Clouds do not say how they choose, and it matters:
 * what chooses the instance that was busy last lets the others expire, and what spreads requests keeps them all.
 *
 * An idle instance that is kept ready goes first, since it is paid for already. Of the others:
 *
 * Two routings go by use: an idle instance first, the one that was busy last or the one that is idle longest; then one
 * that is busy and has a free place; then one that starts. Three do not care whether an instance is busy, idle or
 * starting: the one that was created last, or first, or any. For these, what has a free place is kept in a heap.
 */
import { pull, push } from './heaps.ts';
import type { Routing } from './inputs.ts';
import { nextRandomState, randomFrom } from './random.ts';
import type { Instance, Version } from './state.ts';

/** For the heap that a version keeps only where its routing needs one, and for checking what a driver asks for. */
export const ROUTING_HAS_POOL: { readonly [Each in Routing]: boolean } = {
  'most-recent': false,
  'least-recent': false,
  'newest-created': true,
  'oldest-created': true,
  random: true,
};

/** The instance that is to serve; null when none has a free place. It draws a number where the routing is `random`. */
export function nextToServe(version: Version): Instance | null {
  const { pool, idle, roomy, keptIdle } = version;
  if (keptIdle.tail !== null) return keptIdle.tail;
  if (pool !== null) return version.routing === 'random' ? anyOf(version, pool) : (pool[0] ?? null);
  const isLast = version.routing === 'most-recent';
  const ready = isLast ? (idle.tail ?? roomy.tail) : (idle.head ?? roomy.head);
  return ready ?? startingWithRoom(version);
}

function anyOf(version: Version, pool: readonly Instance[]): Instance | null {
  if (pool.length === 0) return null;
  version.randomState = nextRandomState(version.randomState);
  return pool[Math.floor(randomFrom(version.randomState) * pool.length)] ?? null;
}

/** Of the instances that start, only the newest can have room: it was started when the others were full, and no place comes free in a start. */
function startingWithRoom({ starting }: Version): Instance | null {
  const newest = starting.tail;
  return newest !== null && hasRoom(newest) ? newest : null;
}

/** May an instance be given one more invocation? */
export function hasRoom(instance: Instance): boolean {
  return !instance.isDraining && instance.invocations.length < instance.version.instanceConcurrency;
}

/** To be called when an instance may have come to have a free place, or may have lost its last one. */
export function notePlaces(instance: Instance): void {
  const { pool } = instance.version;
  if (pool === null) return;
  const isIn = instance.heapIndex >= 0;
  const isReachable = instance.list !== null && !(instance.isKept && instance.state !== 'busy');
  const belongs = isReachable && hasRoom(instance);
  if (belongs && !isIn) push(pool, instance);
  else if (isIn && !belongs) pull(pool, instance);
}
