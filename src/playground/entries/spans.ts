/** What one instance did from moment to moment, waiting included: a view of its lane, which holds work alone. */
import { findFrom } from './fifo.ts';
import type { Life } from './invocation.ts';

export interface Span {
  readonly kind: 'init' | 'busy' | 'idle';
  readonly fromMs: number;
  /** Null while it lasts. */
  readonly toMs: number | null;
  /** Null while it waits. */
  readonly invocationId: string | null;
  /** What it did there went wrong: it failed, broke down or took too long. */
  readonly isBad: boolean;
}

/**
 * @param sinceMs what was over before this moment is left out
 * @returns in order of time, each beginning where the one before it ends
 */
export function spansOf(life: Life, sinceMs: number): readonly Span[] {
  const { instanceId, lane, state, fromMs: bornMs } = life;
  const { items, start } = lane.stretches;
  const spans: Span[] = [];
  let endMs: number | null = bornMs;
  const first = findFrom(lane.stretches, ({ toMs }) => toMs === null || toMs >= Math.max(sinceMs, bornMs));
  for (let at = Math.max(start, first - 1); at < items.length; at++) {
    const stretch = items[at];
    if (stretch === undefined || stretch.invocation.instanceId !== instanceId) continue;
    const { kind, fromMs, toMs, invocation } = stretch;
    if (endMs !== null && endMs < fromMs) spans.push(waiting(endMs, fromMs));
    const { invocationId, outcome, startedAtMs } = invocation;
    // What went wrong is the work, unless it never got that far.
    const isBad = outcome !== null && outcome !== 'ok' && (kind === 'busy' || startedAtMs === null);
    spans.push({ kind, fromMs, toMs, invocationId, isBad });
    endMs = toMs;
  }
  if (endMs !== null && state === 'idle') spans.push(waiting(endMs, null));
  if (endMs !== null && life.toMs !== null && endMs < life.toMs) spans.push(waiting(endMs, life.toMs));
  return spans.filter(({ toMs }) => toMs === null || toMs > sinceMs);
}

const waiting = (fromMs: number, toMs: number | null): Span => ({
  kind: 'idle',
  fromMs,
  toMs,
  invocationId: null,
  isBad: false,
});
