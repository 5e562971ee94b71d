/** Lists of entries as the engine tells them, from calls whose times are given: a small platform for tests. */
import type { Entry, InvocationOutcome } from '../../../src/engine/index.ts';
import { emptyTracks, type Tracks } from '../../../src/playground/entries/ledger.ts';
import { addToTracks } from '../../../src/playground/entries/tracks.ts';

export interface Call {
  readonly atMs: number;
  readonly functionName?: string;
  readonly durationMs?: number;
  readonly outcome?: 'ok' | 'error' | 'timeout' | 'crash';
  /** Messages of which this is the delivery. */
  readonly delivers?: readonly { readonly messageId: string; readonly attempt: number }[];
  readonly invocationId?: string;
}

export interface StoryOptions {
  readonly initMs?: number;
  readonly idleTimeoutMs?: number;
  readonly concurrencyLimit?: number;
  /** Number of the first instance; 1 if absent. */
  readonly firstInstance?: number;
  /** Nothing is told of what happens later. */
  readonly untilMs?: number;
}

interface Instance {
  readonly instanceId: number;
  readonly functionName: string;
  isGone: boolean;
  idleSinceMs: number | null;
}

interface Moment {
  readonly atMs: number;
  readonly run: () => void;
}

const goneReasons = { timeout: 'timeout', crash: 'crashed' } as const;

/** Newest idle instance first, else a cold start, else a refusal; one call at a time in an instance. */
export function tell(calls: readonly Call[], options: StoryOptions = {}): Entry[] {
  const { initMs = 14, idleTimeoutMs = 30_000, concurrencyLimit = 10 } = options;
  const { untilMs = Number.POSITIVE_INFINITY } = options;
  const entries: Entry[] = [];
  const planned: Moment[] = [];
  const instances: Instance[] = [];
  const inFlight = new Map<string, number>();
  let nextInstance = options.firstInstance ?? 1;
  let nextCall = 1;

  const plan = (atMs: number, run: () => void) => {
    let low = 0;
    let high = planned.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((planned[middle] as Moment).atMs <= atMs) high = middle;
      else low = middle + 1;
    }
    planned.splice(low, 0, { atMs, run });
  };

  function arrive({ atMs, functionName = 'begroet', durationMs = 5, outcome = 'ok', ...call }: Call): void {
    const invocationId = call.invocationId ?? `i${nextCall++}`;
    const open = inFlight.get(functionName) ?? 0;
    if (open >= concurrencyLimit) {
      entries.push({ type: 'throttled', atMs, functionName, invocationId, limit: 'concurrencyLimit' });
      return;
    }
    inFlight.set(functionName, open + 1);
    const idle = instances
      .filter((each) => !each.isGone && each.idleSinceMs !== null && each.functionName === functionName)
      .sort((a, b) => (b.idleSinceMs ?? 0) - (a.idleSinceMs ?? 0))[0];
    const instance = idle ?? { instanceId: nextInstance++, functionName, isGone: false, idleSinceMs: null };
    const of = { functionName, version: 1, instanceId: instance.instanceId };
    if (call.delivers) {
      const messages = call.delivers;
      entries.push({
        type: 'messagesDelivered',
        atMs,
        functionName,
        queueName: 'wachtrij',
        invocationId,
        messages,
      });
    }
    entries.push({ ...of, type: 'accepted', atMs, invocationId });
    instance.idleSinceMs = null;
    const isCold = idle === undefined;
    if (isCold) {
      instances.push(instance);
      entries.push({ ...of, type: 'instanceStarted', atMs, invocationId });
    }
    const begin = (startMs: number) => {
      entries.push({ ...of, type: 'invocationStarted', atMs: startMs, invocationId, isCold });
      plan(startMs + durationMs, () => end(instance, startMs, { invocationId, durationMs, outcome, isCold }));
    };
    if (!isCold) begin(atMs);
    else {
      plan(atMs + initMs, () => {
        entries.push({ ...of, type: 'instanceReady', atMs: atMs + initMs, initMs });
        begin(atMs + initMs);
      });
    }
  }

  function end(
    instance: Instance,
    startMs: number,
    done: {
      invocationId: string;
      durationMs: number;
      outcome: NonNullable<Call['outcome']> & InvocationOutcome;
      isCold: boolean;
    },
  ): void {
    const { functionName } = instance;
    const atMs = startMs + done.durationMs;
    const of = { functionName, version: 1, instanceId: instance.instanceId, atMs };
    const usage = { durationMs: done.durationMs, memoryMb: 128, ...(done.isCold && { initMs }) };
    const ended = { ...done, initMs: done.isCold ? initMs : null, phase: 'handler', usage } as const;
    entries.push({ ...of, type: 'invocationEnded', ...ended });
    inFlight.set(functionName, (inFlight.get(functionName) ?? 1) - 1);
    if (done.outcome === 'timeout' || done.outcome === 'crash') {
      instance.isGone = true;
      entries.push({ ...of, type: 'instanceGone', reason: goneReasons[done.outcome] });
      return;
    }
    instance.idleSinceMs = atMs;
    const expiresAtMs = atMs + idleTimeoutMs;
    entries.push({ ...of, type: 'instanceIdle', expiresAtMs });
    plan(expiresAtMs, () => {
      if (instance.isGone || instance.idleSinceMs !== atMs) return;
      instance.isGone = true;
      instances.splice(instances.indexOf(instance), 1);
      entries.push({ ...of, atMs: expiresAtMs, type: 'instanceGone', reason: 'expired' });
    });
  }

  for (const call of calls) plan(call.atMs, () => arrive(call));
  for (let next = planned.pop(); next !== undefined && next.atMs <= untilMs; next = planned.pop()) next.run();
  return entries;
}

export function read(entries: readonly Entry[], tracks: Tracks = emptyTracks()): Tracks {
  for (const entry of entries) addToTracks(tracks, entry);
  return tracks;
}

/** `count` calls, one every `everyMs`. */
export function steady(count: number, everyMs: number, durationMs: number): Call[] {
  return Array.from({ length: count }, (_, at) => ({ atMs: at * everyMs, durationMs }));
}
