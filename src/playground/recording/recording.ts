/**
 * The engine's one list of entries, kept so that any moment of it can be looked at: in segments, each with the state in
 * which it begins. A jump copies one such state and reads what of its segment came before that moment.
 *
 *     entry ──▶ record ──┬─▶ now: the state after all of them
 *                        └─▶ segments: [start, entries] [start, entries] [start, entries …]
 *                                                 stateAt ──▶ copy of start, + entries until then
 */
import { sameUseKey, type UsageRecord } from '../../billing/usage.ts';
import { KEPT_INVOCATIONS } from '../../contract/lab-defaults.ts';
import type { Entry } from '../../engine/index.ts';
import { fold } from './fold.ts';
import { copyOf, emptyState, KEPT_VALUE_BYTES, type State, sizeOf } from './standing.ts';
import type { StoredBefore } from './stored-before.ts';

export interface Segment {
  readonly start: State;
  readonly entries: Entry[];
  /** Invocations that ended in it, or were refused. */
  settled: number;
  /** Of the values that were written in it, and are kept. */
  valueBytes: number;
}

export interface Recording {
  /** Null before the first entry. */
  now: State | null;
  /** In order of time. */
  segments: Segment[];
  /** What was used by invocations that are no longer in it, equal uses together: a bill is never short of them. */
  readonly older: Map<string, UsageRecord & { readonly count: number }>;
  /** Moment of the first entry that is kept. */
  firstMs: number;
  /** Invocations that ended or were refused, of those that are kept. */
  settled: number;
  /** Of all values that are kept. */
  valueBytes: number;
  /** Before the first entry. */
  readonly stored: StoredBefore['stored'];
}

/** A segment has at least so many entries: copying a state seldom is worth more than a shorter way from one. */
const SHORTEST_SEGMENT = 2_048;

/** Nothing of these is drawn, and they may be large. */
const LEFT_OUT: ReadonlySet<Entry['type']> = new Set(['log', 'result']);

export function record(recording: Recording, told: Entry): void {
  if (LEFT_OUT.has(told.type)) return;
  if (recording.now === null) recording.firstMs = told.atMs;
  recording.now ??= emptyState(recording.stored);
  let segment = recording.segments.at(-1);
  if (segment === undefined || segment.entries.length >= longest(segment)) {
    segment = { start: copyOf(recording.now), entries: [], settled: 0, valueBytes: 0 };
    recording.segments.push(segment);
    forgetOldest(recording);
  }
  const entry = withRoomFor(told, recording, segment);
  segment.entries.push(entry);
  fold(recording.now, entry);
  if (entry.type !== 'invocationEnded' && entry.type !== 'throttled') return;
  segment.settled += 1;
  recording.settled += 1;
}

/** A value for which there is no room is left out: what is drawn live is then what is drawn of that moment later. */
function withRoomFor(entry: Entry, recording: Recording, segment: Segment): Entry {
  if (entry.type !== 'stored' || entry.value === null) return entry;
  if (recording.valueBytes + entry.bytes > KEPT_VALUE_BYTES) return { ...entry, value: null };
  recording.valueBytes += entry.bytes;
  segment.valueBytes += entry.bytes;
  return entry;
}

/** As many entries as it cost to copy its start, so that copies never cost more than what is read. */
const longest = ({ start }: Segment) => Math.max(SHORTEST_SEGMENT, sizeOf(start));

function forgetOldest(recording: Recording): void {
  const { segments, older } = recording;
  for (
    let [first, second] = segments;
    first !== undefined && second !== undefined;
    [first, second] = segments
  ) {
    if (recording.settled - first.settled < KEPT_INVOCATIONS) return;
    for (const entry of first.entries) {
      if (entry.type !== 'invocationEnded') continue;
      const key = sameUseKey(entry.usage);
      older.set(key, { ...entry.usage, count: (older.get(key)?.count ?? 0) + 1 });
    }
    segments.shift();
    recording.settled -= first.settled;
    recording.valueBytes -= first.valueBytes;
    recording.firstMs = second.start.lastMs;
  }
}

/** Where in a recording a moment lies: the entries before it are all of `segments` before `at`, and `count` of that one. */
export interface Position {
  readonly at: number;
  readonly count: number;
}

/** Entries of one moment belong together: all of them come before it, or none. */
export function positionOf({ segments }: Recording, atMs: number): Position {
  let at = segments.length - 1;
  while (at > 0 && (segments[at]?.start.lastMs ?? 0) > atMs) at -= 1;
  const entries = segments[at]?.entries ?? [];
  const later = entries.findIndex((entry) => entry.atMs > atMs);
  return { at: Math.max(at, 0), count: later === -1 ? entries.length : later };
}

/** When something is told for the first time after a moment; null when nothing is, so far. */
export function nextMs(recording: Recording, atMs: number): number | null {
  const { at, count } = positionOf(recording, atMs);
  const next = recording.segments[at]?.entries[count] ?? recording.segments[at + 1]?.entries[0];
  return next?.atMs ?? null;
}

/**
 * Looks at a recording at one moment after another. A moment that lies a little after the one before it costs what happened
 * between them; any other costs one segment.
 */
export function createReader(recording: Recording): { readonly stateAt: (atMs: number) => State } {
  let held: { readonly segment: Segment; count: number; readonly state: State } | null = null;

  function stateAt(atMs: number): State {
    const { now, segments, stored } = recording;
    if (now === null) return emptyState(stored);
    if (atMs >= now.lastMs) return now;
    const { at, count } = positionOf(recording, atMs);
    const segment = segments[at];
    if (segment === undefined) return now;
    if (held === null || held.segment !== segment || held.count > count) {
      held = { segment, count: 0, state: copyOf(segment.start) };
    }
    for (; held.count < count; held.count += 1) {
      const entry = segment.entries[held.count];
      if (entry !== undefined) fold(held.state, entry);
    }
    return held.state;
  }

  return { stateAt };
}
