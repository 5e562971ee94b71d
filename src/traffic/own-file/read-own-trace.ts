/**
 * Reads traffic out of a file of the reader's own, piece by piece and in the worker: a file of 500 MB holds no page up, and never
 * lies in memory whole. Without a worker a test drives it.
 */
import { MAX_UNTIL_MS, ScenarioError, sayScenarioError, traceReader } from '../../simulation/index.ts';
import type { News } from '../protocol.ts';

const MINUTE_MS = 60_000;
const TELL_EVERY_MS = 80;

/** @param nowMs a clock that only goes on. @throws what reading the file throws */
export async function readOwnTrace(
  file: Blob,
  tell: (news: News) => void,
  nowMs: () => number,
): Promise<void> {
  const bytes = file.stream().getReader();
  const decoder = new TextDecoder();
  const trace = traceReader();
  let read = 0;
  let nextTellMs = nowMs();
  try {
    for (let next = await bytes.read(); !next.done; next = await bytes.read()) {
      trace.push(decoder.decode(next.value, { stream: true }));
      read += next.value.length;
      if (nowMs() < nextTellMs) continue;
      tell({ type: 'read', bytes: read });
      nextTellMs = nowMs() + TELL_EVERY_MS;
    }
    trace.push(decoder.decode());
    const calls = trace.end();
    const atMs = Float64Array.from(calls.atMs);
    const durationsMs = calls.durationsMs === undefined ? null : Float64Array.from(calls.durationsMs);
    tell({ type: 'trace', atMs, durationsMs, untilMs: untilOf(atMs, durationsMs) });
  } catch (error) {
    // Whoever refused a file needs no more of it.
    await bytes.cancel().catch(() => {});
    if (!(error instanceof ScenarioError)) throw error;
    tell({ type: 'refused', message: sayScenarioError(error) });
  }
}

/** Long enough for the last call to end: the longest duration after it, and on to a whole minute. */
function untilOf(atMs: Float64Array, durationsMs: Float64Array | null): number {
  const longestMs = durationsMs?.reduce((most, one) => Math.max(most, one), 0) ?? MINUTE_MS;
  const endMs = (atMs.at(-1) ?? 0) + longestMs;
  return Math.min(MAX_UNTIL_MS, (Math.floor(endMs / MINUTE_MS) + 1) * MINUTE_MS);
}
