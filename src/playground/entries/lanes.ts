/**
 * The lanes of one function. An instance takes the lowest lane that is free when it starts and gives it back
 * when it is gone, so that there are never more lanes than there were instances at once, and nothing on a
 * lane lies over anything else.
 */
import type { GoneReason } from '../../platform/index.ts';
import { dropFirst, emptyFifo, firstOf, lastOf } from './fifo.ts';
import type { Group, Invocation, Lane, Life, Stretch } from './invocation.ts';

export function emptyGroup(functionName: string): Group {
  return { functionName, lanes: [], lowestFree: 0 };
}

export function beginLife(group: Group, instanceId: number, fromMs: number, isSide: boolean): Life {
  const lane = takeLane(group);
  const life: Life = {
    instanceId,
    functionName: group.functionName,
    lane,
    fromMs,
    toMs: null,
    state: isSide ? 'busy' : 'starting',
    expiresAtMs: null,
    goneReason: null,
    initMs: null,
    invocations: 0,
    isSide,
  };
  lane.lives.items.push(life);
  return life;
}

export function endLife(group: Group, life: Life, atMs: number, reason: GoneReason | null): void {
  const last = lastOf(life.lane.stretches);
  if (last !== undefined && last.toMs === null) last.toMs = atMs;
  life.toMs = atMs;
  life.state = 'gone';
  life.expiresAtMs = null;
  life.goneReason = reason;
  life.lane.isTaken = false;
  group.lowestFree = Math.min(group.lowestFree, group.lanes.indexOf(life.lane));
}

export function beginStretch(lane: Lane, kind: Stretch['kind'], atMs: number, invocation: Invocation): void {
  closeStretch(lane, atMs);
  lane.stretches.items.push({ kind, fromMs: atMs, toMs: null, invocation });
}

export function closeStretch(lane: Lane, atMs: number): void {
  const last = lastOf(lane.stretches);
  if (last !== undefined && last.toMs === null) last.toMs = atMs;
}

function takeLane(group: Group): Lane {
  const { lanes } = group;
  let at = group.lowestFree;
  while (lanes[at]?.isTaken === true) at += 1;
  group.lowestFree = at + 1;
  const free = lanes[at] ?? { lives: emptyFifo(), stretches: emptyFifo(), isTaken: false };
  free.isTaken = true;
  lanes[at] = free;
  return free;
}

/** Takes off a lane what ended at or before `untilMs`. */
export function forgetOnLane(lane: Lane, untilMs: number): void {
  const isOver = (item: { readonly toMs: number | null } | undefined) =>
    item !== undefined && item.toMs !== null && item.toMs <= untilMs;
  while (isOver(firstOf(lane.stretches))) dropFirst(lane.stretches);
  while (isOver(firstOf(lane.lives))) dropFirst(lane.lives);
}

/** Takes lanes off the bottom of which nothing is left. */
export function dropEmptyLanes(group: Group, untilMs: number): void {
  const { lanes } = group;
  for (let last = lanes.at(-1); last !== undefined && !last.isTaken; last = lanes.at(-1)) {
    forgetOnLane(last, untilMs);
    if (firstOf(last.lives) !== undefined) break;
    lanes.pop();
  }
  group.lowestFree = Math.min(group.lowestFree, lanes.length);
}
