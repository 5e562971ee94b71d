/**
 * Reads entries into lanes and invocations: the instances, the calls that were refused, and what set off what.
 *
 *     Entry ──▶ addToTracks ──▶ groups (a function) ▶ lanes ▶ lives and stretches      drawn by `paint.ts`
 *                               invocations ◀─▶ messages                               followed by `causes.ts`
 *
 * Everything is written in place, and an entry costs the same however many came before it.
 */
import { KEPT_INVOCATIONS } from '../../contract/lab-defaults.ts';
import type { Entry } from '../../engine/index.ts';
import { askedOf } from './asked.ts';
import { dropFirst, firstOf, lastOf, sizeOf } from './fifo.ts';
import type { Group, Invocation, Life } from './invocation.ts';
import {
  beginLife,
  beginStretch,
  closeStretch,
  dropEmptyLanes,
  emptyGroup,
  endLife,
  forgetOnLane,
} from './lanes.ts';
import type { Tracks } from './ledger.ts';
import { addToMessages } from './sent.ts';

/** Instances that are gone are kept while there are no more than this. */
const MOST_INSTANCES = 8;
/** More attempts than a reader looks back. */
const KEPT_ATTEMPTS = 50;
/** Of one invocation; of what it wrote beyond that, or asked of services, only the number is kept. */
export const KEPT_WRITES = 100;

type Told<Type extends Entry['type']> = Extract<Entry, { type: Type }>;

/**
 * Reads one entry. What it says of an instance or an invocation that is not known is left out: a list may begin in
 * the middle, and after `Maak leeg` the ends of what was cleared still come in.
 */
export function addToTracks(tracks: Tracks, entry: Entry): void {
  tracks.lastMs = Math.max(tracks.lastMs, entry.atMs);
  addToMessages(tracks.messages, entry);
  switch (entry.type) {
    case 'deployed':
      groupOf(tracks, entry.functionName);
      break;
    case 'messagesDelivered':
      tracks.delivered = entry;
      break;
    case 'messageSent':
      if (entry.causedBy !== null) tracks.invocations.get(entry.causedBy)?.sent.push(entry.messageId);
      break;
    case 'functionAsked':
      if (entry.invocationId !== null) tracks.callers.set(entry.calledId, entry.invocationId);
      break;
    case 'accepted':
      addInvocation(tracks, entry, entry.instanceId);
      break;
    case 'throttled':
      addRefusal(tracks, entry);
      break;
    case 'instanceStarted':
      addInstance(tracks, entry);
      break;
    case 'instanceReady':
      becomeReady(tracks, entry);
      break;
    case 'invocationStarted':
      startInvocation(tracks, entry);
      break;
    case 'invocationEnded':
      endInvocation(tracks, entry);
      break;
    case 'instanceIdle': {
      const life = lifeOf(tracks, entry);
      closeStretch(life.lane, entry.atMs);
      life.state = 'idle';
      life.expiresAtMs = entry.expiresAtMs;
      break;
    }
    case 'instanceGone': {
      const life = tracks.alive.get(entry.instanceId);
      if (life === undefined) break;
      tracks.alive.delete(entry.instanceId);
      endLife(groupOf(tracks, entry.functionName), life, entry.atMs, entry.reason);
      trimInstances(tracks);
      break;
    }
    case 'stored':
      addWrite(tracks, entry);
      break;
    case 'serviceCall':
      addAsked(tracks, entry);
      break;
    case 'result': {
      const invocation = tracks.invocations.get(entry.invocationId);
      if (invocation !== undefined && tracks.attempts.includes(invocation)) invocation.result = entry;
      break;
    }
    default:
  }
}

function groupOf(tracks: Tracks, functionName: string): Group {
  const known = tracks.groups.get(functionName);
  if (known !== undefined) return known;
  const group = emptyGroup(functionName);
  tracks.groups.set(functionName, group);
  return group;
}

/** An instance that is first heard of in mid-life begins there. */
function lifeOf(
  tracks: Tracks,
  entry: { readonly functionName: string; readonly instanceId: number; readonly atMs: number },
): Life {
  const known = tracks.alive.get(entry.instanceId);
  if (known !== undefined) return known;
  const life = beginLife(groupOf(tracks, entry.functionName), entry.instanceId, entry.atMs, false);
  tracks.alive.set(entry.instanceId, life);
  tracks.instances.push(life);
  trimInstances(tracks);
  return life;
}

function trimInstances({ instances }: Tracks): void {
  while (instances.length > MOST_INSTANCES) {
    const oldest = instances.findIndex(({ state }) => state === 'gone');
    if (oldest === -1) break;
    instances.splice(oldest, 1);
  }
}

function addInvocation(
  tracks: Tracks,
  entry: Told<'accepted'> | Told<'invocationStarted'> | Told<'throttled'>,
  instanceId: number | null,
): Invocation {
  const { invocationId, functionName, atMs } = entry;
  const delivered = tracks.delivered?.invocationId === invocationId ? tracks.delivered.messages : [];
  tracks.delivered = null;
  const calledBy = tracks.callers.get(invocationId) ?? null;
  tracks.callers.delete(invocationId);
  if (calledBy !== null) tracks.invocations.get(calledBy)?.called.push(invocationId);
  const invocation: Invocation = {
    invocationId,
    functionName,
    acceptedAtMs: atMs,
    instanceId,
    attempt: Math.max(1, ...delivered.map(({ attempt }) => attempt)),
    messages: delivered.map(({ messageId }) => messageId),
    calledBy,
    isCold: false,
    startedAtMs: null,
    endedAtMs: null,
    outcome: null,
    durationMs: null,
    initMs: null,
    result: null,
    sent: [],
    called: [],
    writes: [],
    writesLeftOut: 0,
    asked: [],
    askedLeftOut: 0,
    lane: null,
    sideLife: null,
  };
  tracks.invocations.set(invocationId, invocation);
  tracks.hasRetries ||= invocation.attempt > 1;
  if (delivered.length > 0) addAttempt(tracks, invocation);
  return invocation;
}

function addAttempt({ attempts }: Tracks, invocation: Invocation): void {
  attempts.push(invocation);
  if (attempts.length <= KEPT_ATTEMPTS) return;
  const oldest = attempts.shift();
  // What a function returned may be large.
  if (oldest !== undefined) oldest.result = null;
}

function addRefusal(tracks: Tracks, entry: Told<'throttled'>): void {
  const refusal = addInvocation(tracks, entry, null);
  refusal.endedAtMs = entry.atMs;
  refusal.outcome = 'throttled';
  tracks.refusals.items.push(refusal);
  settle(tracks, refusal);
}

function addInstance(tracks: Tracks, entry: Told<'instanceStarted'>): void {
  const life = lifeOf(tracks, entry);
  const invocation = tracks.invocations.get(entry.invocationId);
  if (invocation === undefined) return;
  invocation.isCold = true;
  invocation.lane = life.lane;
  beginStretch(life.lane, 'init', entry.atMs, invocation);
}

function becomeReady(tracks: Tracks, entry: Told<'instanceReady'>): void {
  const life = lifeOf(tracks, entry);
  const starting = lastOf(life.lane.stretches);
  closeStretch(life.lane, entry.atMs);
  life.state = 'busy';
  life.initMs = entry.initMs;
  if (starting?.kind === 'init') starting.invocation.initMs = entry.initMs;
}

function startInvocation(tracks: Tracks, entry: Told<'invocationStarted'>): void {
  const { invocationId, functionName, instanceId, atMs, isCold } = entry;
  const life = lifeOf(tracks, entry);
  const known = tracks.invocations.get(invocationId);
  const invocation = known ?? addInvocation(tracks, entry, instanceId);
  invocation.startedAtMs = atMs;
  invocation.isCold = isCold;
  life.state = 'busy';
  life.expiresAtMs = null;
  life.invocations += 1;
  const last = lastOf(life.lane.stretches);
  const isTaken = last !== undefined && last.toMs === null && last.kind === 'busy';
  if (isTaken) invocation.sideLife = beginLife(groupOf(tracks, functionName), instanceId, atMs, true);
  invocation.lane = (invocation.sideLife ?? life).lane;
  beginStretch(invocation.lane, 'busy', atMs, invocation);
}

function endInvocation(tracks: Tracks, entry: Told<'invocationEnded'>): void {
  const invocation = tracks.invocations.get(entry.invocationId);
  if (invocation === undefined || invocation.outcome !== null) return;
  const { lane, sideLife } = invocation;
  invocation.endedAtMs = entry.atMs;
  invocation.outcome = entry.outcome;
  invocation.durationMs = entry.durationMs;
  invocation.initMs = entry.initMs;
  invocation.isCold = entry.isCold;
  const last = lane === null ? undefined : lastOf(lane.stretches);
  if (last !== undefined && last.invocation === invocation) last.toMs ??= entry.atMs;
  if (sideLife !== null) endLife(groupOf(tracks, entry.functionName), sideLife, entry.atMs, null);
  settle(tracks, invocation);
}

function addWrite(tracks: Tracks, entry: Told<'stored'>): void {
  if (entry.invocationId === null) return;
  const invocation = tracks.invocations.get(entry.invocationId);
  if (invocation === undefined) return;
  const { atMs, op, key, bytes } = entry;
  if (invocation.writes.length < KEPT_WRITES) invocation.writes.push({ atMs, op, key, bytes });
  else invocation.writesLeftOut += 1;
}

function addAsked(tracks: Tracks, entry: Told<'serviceCall'>): void {
  // An address that leads to no function was asked too, and is never accepted.
  if (entry.calledId !== undefined) tracks.callers.delete(entry.calledId);
  const invocation = entry.invocationId === null ? undefined : tracks.invocations.get(entry.invocationId);
  if (invocation === undefined) return;
  tracks.hasAsked = true;
  if (invocation.asked.length < KEPT_WRITES) invocation.asked.push(askedOf(entry));
  else invocation.askedLeftOut += 1;
}

function settle(tracks: Tracks, invocation: Invocation): void {
  tracks.settled.items.push(invocation);
  while (sizeOf(tracks.settled) > KEPT_INVOCATIONS) forgetOldest(tracks);
}

function forgetOldest(tracks: Tracks): void {
  const oldest = dropFirst(tracks.settled);
  if (oldest === undefined) return;
  tracks.invocations.delete(oldest.invocationId);
  tracks.forgotten += 1;
  const untilMs = oldest.endedAtMs ?? oldest.acceptedAtMs;
  tracks.forgottenUntilMs = untilMs;
  if (firstOf(tracks.refusals) === oldest) dropFirst(tracks.refusals);
  if (oldest.lane !== null) {
    forgetOnLane(oldest.lane, untilMs);
    const group = tracks.groups.get(oldest.functionName);
    if (group !== undefined) dropEmptyLanes(group, untilMs);
  }
}
