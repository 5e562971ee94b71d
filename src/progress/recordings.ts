/**
 * Of each exercise that was used here lately, the calls of the last visit to it: kept on this device alone, for a student who
 * lets them go with a hand-in. Fetched when a playground has something to keep, and by the page that hands in.
 */
import { computed } from '@preact/signals';
import { shareAcrossTabs } from '../kit/shared.ts';
import { printCalls, type RecordedCall, readCalls } from './recorded-calls.ts';

export interface Recording {
  /** Of the first call, on the wall's clock. */
  readonly startedAtMs: number;
  readonly calls: readonly RecordedCall[];
}

/** By name of the exercise. */
export type Recordings = Readonly<Record<string, Recording>>;

interface Kept {
  /** How often all was wiped: what was known before the last time does not come back from another tab. */
  readonly wipes: number;
  readonly recordings: Recordings;
}

/** A term of sets; the oldest recordings make place. */
export const MOST_RECORDINGS = 24;
const NAME = /^[a-z0-9][a-z0-9-]{0,60}$/;

const kept = shareAcrossTabs<Kept>({
  key: 'functielab:aanroepen',
  nothing: { wipes: 0, recordings: {} },
  merge: mergeKept,
  parse: parseKept,
  print: printKept,
});

export const recordings = computed(() => kept.known.value.recordings);

export function keepRecording(exercise: string, recording: Recording): void {
  kept.add((known) => ({
    ...known,
    recordings: mergeRecordings(known.recordings, { [exercise]: recording }),
  }));
}

/** @returns what brings them back */
export function wipeRecordings(): () => void {
  const before = recordings.peek();
  kept.add(({ wipes }) => ({ wipes: wipes + 1, recordings: {} }));
  return () => kept.add((known) => ({ ...known, recordings: mergeRecordings(known.recordings, before) }));
}

/** In any order and any number of times: the newest recording of each exercise, of the newest ones. */
export function mergeRecordings(a: Recordings, b: Recordings): Recordings {
  const all = new Map(Object.entries(a));
  for (const [exercise, theirs] of Object.entries(b)) {
    const mine = all.get(exercise);
    all.set(exercise, mine === undefined ? theirs : newerOf(mine, theirs));
  }
  const newestFirst = [...all].sort(
    ([one, { startedAtMs: a }], [other, { startedAtMs: b }]) => b - a || (one < other ? -1 : 1),
  );
  return Object.fromEntries(newestFirst.slice(0, MOST_RECORDINGS));
}

function newerOf(a: Recording, b: Recording): Recording {
  if (a.startedAtMs !== b.startedAtMs) return a.startedAtMs > b.startedAtMs ? a : b;
  if (a.calls.length !== b.calls.length) return a.calls.length > b.calls.length ? a : b;
  return JSON.stringify(printCalls(a.calls)) <= JSON.stringify(printCalls(b.calls)) ? a : b;
}

export function mergeKept(a: Kept, b: Kept): Kept {
  if (a.wipes !== b.wipes) return a.wipes > b.wipes ? a : b;
  return { wipes: a.wipes, recordings: mergeRecordings(a.recordings, b.recordings) };
}

export function printKept({ wipes, recordings }: Kept): string {
  const sorted = Object.entries(recordings)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, { startedAtMs, calls }]) => [name, { startedAtMs, calls: printCalls(calls) }] as const);
  return JSON.stringify({ v: 1, recordings: Object.fromEntries(sorted), ...(wipes > 0 && { wipes }) });
}

export function parseKept(value: unknown): Kept | null {
  if (!isRecord(value) || value['v'] !== 1) return null;
  const { wipes, recordings } = value;
  const isCount = Number.isSafeInteger(wipes) && Number(wipes) > 0 && Number(wipes) < Number.MAX_SAFE_INTEGER;
  const read = Object.entries(isRecord(recordings) ? recordings : {}).flatMap(([name, one]) => {
    const recording = NAME.test(name) && isRecord(one) ? parseOne(one) : null;
    return recording === null ? [] : [[name, recording] as const];
  });
  return {
    wipes: isCount ? Number(wipes) : 0,
    recordings: mergeRecordings(Object.fromEntries(read), {}),
  };
}

function parseOne({ startedAtMs, calls }: Readonly<Record<string, unknown>>): Recording | null {
  const read = readCalls(calls);
  const isMoment = Number.isSafeInteger(startedAtMs) && Number(startedAtMs) >= 0;
  return read.length === 0 || !isMoment ? null : { startedAtMs: Number(startedAtMs), calls: read };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
