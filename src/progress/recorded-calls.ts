/**
 * Calls of a playground as they are kept: when each came, what it took, and what came of it. Rows of numbers in JSON, since there
 * are many. Whoever wrote them, what is read is bounded.
 */

export interface RecordedCall {
  /** Since the first call of the recording. */
  readonly atMs: number;
  /** Of the handler; 0 for a call that was refused. */
  readonly durationMs: number;
  /** An instance was started for it. */
  readonly isCold: boolean;
  /** What that start took; 0 for a warm call. */
  readonly startMs: number;
  /** 200 for a call that ended well, 429 for one that was refused, 500 for any other. */
  readonly status: number;
}

/** Of one recording: the first ones, since a recording begins with its cold start. */
export const MOST_CALLS = 300;
const LONGEST_RECORDING_MS = 24 * 3_600_000;
/** More than any function of the lab may take. */
const LONGEST_CALL_MS = 900_000;
const US_PER_MS = 1_000;

/** @returns what of it can be read, in order of time and from the first call on; it never throws */
export function readCalls(value: unknown): readonly RecordedCall[] {
  const rows: readonly unknown[] = Array.isArray(value) ? value.slice(0, MOST_CALLS) : [];
  return sinceFirst(rows.flatMap((row) => readCall(row) ?? []));
}

/** @param calls in any order, on any clock */
export function sinceFirst(calls: readonly RecordedCall[]): readonly RecordedCall[] {
  const inOrder = calls.toSorted((a, b) => a.atMs - b.atMs);
  const firstMs = inOrder[0]?.atMs ?? 0;
  return inOrder.map(({ atMs, durationMs, startMs, ...call }) => ({
    ...call,
    atMs: wholeUs(atMs - firstMs),
    durationMs: wholeUs(durationMs),
    startMs: wholeUs(startMs),
  }));
}

export function printCalls(calls: readonly RecordedCall[]): readonly (readonly number[])[] {
  return calls.map(({ atMs, durationMs, isCold, startMs, status }) => [
    atMs,
    durationMs,
    isCold ? 1 : 0,
    startMs,
    status,
  ]);
}

function readCall(row: unknown): RecordedCall | null {
  if (!Array.isArray(row)) return null;
  const [atMs, durationMs, cold, startMs, status]: readonly unknown[] = row;
  if (!isUpTo(LONGEST_RECORDING_MS, atMs) || !isUpTo(LONGEST_CALL_MS, durationMs)) return null;
  if (!isUpTo(LONGEST_CALL_MS, startMs) || !isUpTo(599, status)) return null;
  if (!Number.isInteger(status) || status < 100) return null;
  const isCold = cold === 1;
  return { atMs, durationMs, isCold, startMs: isCold ? startMs : 0, status };
}

function isUpTo(most: number, value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= most;
}

/** As the platform counts time: the noise of a clock's last digits is not kept. */
const wholeUs = (ms: number) => Math.round(ms * US_PER_MS) / US_PER_MS;
