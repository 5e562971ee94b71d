/**
 * Reads one entry into a state. What it says of an instance, an invocation or a message that is not there is left out, as
 * the ledger does: after `Maak leeg` the ends of what was cleared still come in.
 */
import type { Entry } from '../../engine/index.ts';
import {
  type FunctionCounts,
  type Happening,
  idOf,
  type PresentMessage,
  type QueueCounts,
  RECENT_MS,
  SHOWN_LINES,
  type StandingInstance,
  type State,
} from './standing.ts';

type Told<Type extends Entry['type']> = Extract<Entry, { type: Type }>;

export function fold(state: State, entry: Entry): void {
  state.lastMs = Math.max(state.lastMs, entry.atMs);
  switch (entry.type) {
    case 'deployed':
      functionOf(state, entry.functionName).concurrencyLimit = entry.config.concurrencyLimit;
      break;
    case 'accepted':
      accept(state, entry);
      break;
    case 'throttled':
      refuse(state, entry);
      break;
    case 'instanceStarted':
      arrive(state, entry.invocationId, instanceOf(state, entry));
      break;
    case 'instanceReady': {
      const instance = instanceOf(state, entry);
      instance.startMs = entry.atMs - instance.sinceMs;
      turnTo(instance, 'busy', entry.atMs);
      break;
    }
    case 'invocationStarted':
      begin(state, entry);
      break;
    case 'invocationEnded':
      end(state, entry);
      break;
    case 'instanceIdle': {
      const instance = instanceOf(state, entry);
      turnTo(instance, 'idle', entry.atMs);
      instance.expiresAtMs = entry.expiresAtMs;
      break;
    }
    case 'instanceGone':
      leave(state, entry);
      break;
    case 'stored':
      store(state, entry);
      break;
    case 'serviceCall':
      ask(state, entry);
      break;
    case 'functionAsked':
      state.askedBy.set(entry.calledId, entry.functionName);
      break;
    case 'messageSent':
      queueOf(state, entry);
      put(state, { ...messageOf(entry), state: 'waiting', attempts: 0, visibleAtMs: entry.visibleAtMs });
      happen(state, { kind: 'sent', functionName: entry.functionName, isMessage: true });
      break;
    case 'messagesDelivered':
      deliver(state, entry);
      break;
    case 'messageReturned':
      change(state, entry.messageId, {
        state: 'waiting',
        attempts: entry.attempts,
        visibleAtMs: entry.visibleAtMs,
      });
      happen(state, { kind: 'returned', functionName: entry.functionName, isGood: false, isMessage: true });
      break;
    case 'messageDead':
      change(state, entry.messageId, { state: 'dead' });
      happen(state, { kind: 'dead', functionName: entry.functionName, isGood: false, isMessage: true });
      break;
    case 'messageRedriven':
      change(state, entry.messageId, { state: 'waiting', attempts: 0, visibleAtMs: entry.atMs });
      break;
    case 'messageDone':
      if (state.messages.has(entry.messageId)) queueOf(state, entry).done += 1;
      takeAway(state, entry.messageId);
      break;
    case 'messageDiscarded':
      takeAway(state, entry.messageId);
      break;
    case 'queuePurged':
      for (const { messageId, queueName } of [...state.messages.values()]) {
        if (queueName === entry.queueName) takeAway(state, messageId);
      }
      break;
    default:
  }
}

const ORDINARY = { place: null, isGood: true, isMessage: false, calledBy: null, reason: null } as const;

function happen(
  state: State,
  what: Partial<Happening> & { readonly kind: Happening['kind']; readonly functionName: string },
): void {
  const { happenings, lastMs } = state;
  happenings.push({ ...ORDINARY, ...what, atMs: lastMs });
  const first = happenings[0];
  if (first === undefined || first.atMs >= lastMs - 2 * RECENT_MS) return;
  // Taken off together, so that each costs the same however many there are.
  state.happenings = happenings.filter(({ atMs }) => atMs >= lastMs - RECENT_MS);
}

function functionOf(state: State, functionName: string): FunctionCounts {
  const known = state.functions.get(functionName);
  if (known !== undefined) return known;
  const counts = {
    functionName,
    concurrencyLimit: null,
    open: 0,
    ended: 0,
    failed: 0,
    refused: 0,
    inner: { ended: 0, failed: 0, refused: 0 },
    places: [],
    lastLine: null,
  };
  state.functions.set(functionName, counts);
  return counts;
}

/** An instance that is first heard of in mid-life begins there. */
function instanceOf(
  state: State,
  entry: { readonly functionName: string; readonly instanceId: number; readonly atMs: number },
): StandingInstance {
  const { instanceId, functionName, atMs } = entry;
  const known = state.instances.get(instanceId);
  if (known !== undefined) return known;
  const { places } = functionOf(state, functionName);
  const free = places.indexOf(false);
  const place = free === -1 ? places.length : free;
  places[place] = true;
  const instance: StandingInstance = {
    instanceId,
    functionName,
    place,
    phase: 'starting',
    sinceMs: atMs,
    expiresAtMs: null,
    startMs: 0,
    workedMs: 0,
    failedMs: 0,
    calls: 0,
  };
  state.instances.set(instanceId, instance);
  return instance;
}

function turnTo(instance: StandingInstance, phase: StandingInstance['phase'], atMs: number): void {
  instance.phase = phase;
  instance.sinceMs = atMs;
  instance.expiresAtMs = null;
}

function accept(state: State, { invocationId, functionName, instanceId, atMs }: Told<'accepted'>): void {
  const delivered = state.delivered?.invocationId === invocationId ? state.delivered : null;
  state.delivered = null;
  const { messages, attempt } = delivered ?? { messages: 0, attempt: 1 };
  const calledBy = callerOf(state, invocationId);
  const call = { invocationId, functionName, instanceId, acceptedAtMs: atMs, startedAtMs: null, calledBy };
  state.calls.set(invocationId, { ...call, messages, attempt });
  functionOf(state, functionName).open += 1;
  const instance = state.instances.get(instanceId);
  // One that is still to be started comes right after this, and is where the call goes then.
  if (instance !== undefined) arrive(state, invocationId, instance);
}

function arrive(state: State, invocationId: string, { functionName, place }: StandingInstance): void {
  const { messages = 0, calledBy = null } = state.calls.get(invocationId) ?? {};
  happen(state, { kind: 'accepted', functionName, place, isMessage: messages > 0, calledBy });
}

function refuse(state: State, { invocationId, functionName }: Told<'throttled'>): void {
  const calledBy = callerOf(state, invocationId);
  const counts = functionOf(state, functionName);
  counts.refused += 1;
  counts.inner.refused += calledBy === null ? 0 : 1;
  happen(state, { kind: 'refused', functionName, isGood: false, calledBy });
}

/** Once: after this the invocation is known. */
function callerOf({ askedBy }: State, invocationId: string): string | null {
  const name = askedBy.get(invocationId) ?? null;
  askedBy.delete(invocationId);
  return name;
}

function begin(state: State, entry: Told<'invocationStarted'>): void {
  const { invocationId, functionName, instanceId, atMs } = entry;
  const instance = instanceOf(state, entry);
  const call = state.calls.get(invocationId);
  if (call === undefined) functionOf(state, functionName).open += 1;
  const unknown = { messages: 0, attempt: 1, calledBy: null };
  const fresh = { invocationId, functionName, instanceId, acceptedAtMs: atMs, ...unknown };
  state.calls.set(invocationId, { ...(call ?? fresh), startedAtMs: atMs });
  if (instance.phase !== 'busy') turnTo(instance, 'busy', atMs);
}

function end(state: State, entry: Told<'invocationEnded'>): void {
  const { invocationId, functionName, instanceId, outcome, durationMs } = entry;
  const call = state.calls.get(invocationId);
  if (call === undefined) return;
  state.calls.delete(invocationId);
  const isGood = outcome === 'ok';
  const { atMs, isCold, usage } = entry;
  const line = { invocationId, functionName, atMs, isCold, isGood, usage };
  state.lines = [...state.lines, line].slice(-SHOWN_LINES);
  const counts = functionOf(state, functionName);
  counts.open -= 1;
  counts.ended += 1;
  counts.failed += isGood ? 0 : 1;
  const { messages, calledBy } = call;
  counts.inner.ended += calledBy === null ? 0 : 1;
  counts.inner.failed += calledBy === null || isGood ? 0 : 1;
  counts.lastLine = line;
  const instance = state.instances.get(instanceId);
  if (instance !== undefined) {
    instance.calls += 1;
    if (isGood) instance.workedMs += durationMs;
    else instance.failedMs += durationMs;
  }
  const place = instance?.place ?? null;
  happen(state, { kind: 'ended', functionName, place, isGood, isMessage: messages > 0, calledBy });
}

function leave(state: State, { instanceId, functionName, reason }: Told<'instanceGone'>): void {
  const instance = state.instances.get(instanceId);
  if (instance === undefined) return;
  state.instances.delete(instanceId);
  functionOf(state, functionName).places[instance.place] = false;
  const isGood =
    reason === 'expired' || reason === 'replaced' || reason === 'evicted' || reason === 'cleared';
  happen(state, { kind: 'gone', functionName, place: instance.place, isGood, reason });
}

function store(state: State, { op, key, bytes, version, value, functionName }: Told<'stored'>): void {
  const name = op.startsWith('kv.') ? 'kv' : 'bucket';
  const id = idOf({ store: name, key });
  const writes = (state.stored.get(id)?.writes ?? 0) + 1;
  // What was written last comes last.
  state.stored.delete(id);
  if (!op.endsWith('.delete')) state.stored.set(id, { store: name, key, bytes, writes, version, value });
  happen(state, { kind: 'stored', functionName: functionName ?? '' });
}

function ask(state: State, { url, functionName, outcome, status, calledId }: Told<'serviceCall'>): void {
  if (calledId !== undefined) return; // A function of the lab: its own call was seen.
  const host = /^\w+:\/\/([^/?#]*)/.exec(url)?.[1] ?? url;
  const counts = state.services.get(host) ?? { host, calls: 0, failed: 0 };
  state.services.set(host, counts);
  const isGood = outcome === 'answered' && (status ?? 0) < 500;
  counts.calls += 1;
  counts.failed += isGood ? 0 : 1;
  happen(state, { kind: 'asked', functionName, isGood });
}

type OfQueue = { readonly queueName: string; readonly functionName: string };

function queueOf(state: State, { queueName, functionName }: OfQueue): QueueCounts {
  const known = state.queues.get(queueName);
  const counts = known ?? { queueName, functionName, waiting: 0, again: 0, underWay: 0, dead: 0, done: 0 };
  if (known === undefined) state.queues.set(queueName, counts);
  counts.functionName = functionName;
  return counts;
}

const messageOf = ({ messageId, queueName }: { readonly messageId: string; readonly queueName: string }) => ({
  messageId,
  queueName,
});

/** A message that was sent before this list of entries began is first heard of when it is delivered. */
function deliver(state: State, entry: Told<'messagesDelivered'>): void {
  const { queueName, invocationId, messages } = entry;
  queueOf(state, entry);
  for (const { messageId, attempt } of messages) {
    put(state, { messageId, queueName, state: 'underWay', attempts: attempt, visibleAtMs: entry.atMs });
  }
  const attempt = Math.max(1, ...messages.map((one) => one.attempt));
  state.delivered = { invocationId, messages: messages.length, attempt };
}

function change(state: State, messageId: string, to: Partial<PresentMessage>): void {
  const message = state.messages.get(messageId);
  if (message !== undefined) put(state, { ...message, ...to });
}

/** Puts a message where it is now, and counts it there and no longer where it was. */
function put(state: State, message: PresentMessage): void {
  count(state, state.messages.get(message.messageId), -1);
  state.messages.set(message.messageId, message);
  count(state, message, 1);
}

function takeAway(state: State, messageId: string): void {
  count(state, state.messages.get(messageId), -1);
  state.messages.delete(messageId);
}

function count(state: State, message: PresentMessage | undefined, by: 1 | -1): void {
  const queue = message && state.queues.get(message.queueName);
  if (queue === undefined || message === undefined) return;
  queue[message.state] += by;
  if (message.state === 'waiting' && message.attempts > 0) queue.again += by;
}
