/**
 * What invocations waited for services of the outside world, as usage that can be billed. That is the same on every machine: what
 * a function computes beside it is not, and is left out.
 *
 * Waiting that no invocation owns (of module scope, or of what goes on after an answer) is billed too, to the first invocation
 * of its instance: nobody waits for nothing.
 */
import type { Entry } from '../../engine/index.ts';
import type { InvocationUsage } from '../../platform/index.ts';

type ServiceCall = Extract<Entry, { type: 'serviceCall' }>;

/** What a busy machine adds between calls that are made at once is less than this. */
const STEP_MS = 10;

/** In the order in which the invocations ended. */
export function waitedUsages(entries: readonly Entry[]): readonly InvocationUsage[] {
  const calls = entries.filter((entry) => entry.type === 'serviceCall');
  const billed = new Set<number>();
  return entries.flatMap((entry) => {
    if (entry.type !== 'invocationEnded') return [];
    const { invocationId, instanceId, usage } = entry;
    const isFirst = !billed.has(instanceId);
    billed.add(instanceId);
    const unowned = isFirst
      ? calls.filter((call) => call.invocationId === null && call.instanceId === instanceId)
      : [];
    const own = waitedMs(calls.filter((call) => call.invocationId === invocationId));
    const { memoryMb } = usage;
    return usage.initMs === undefined
      ? [{ memoryMb, durationMs: own + waitedMs(unowned) }]
      : [{ memoryMb, durationMs: own, initMs: waitedMs(unowned) }];
  });
}

/** As long as at least one of them was under way, in whole steps. */
function waitedMs(calls: readonly ServiceCall[]): number {
  const spans = calls
    .map(({ atMs, waitedMs }) => ({ fromMs: atMs - waitedMs, toMs: atMs }))
    .sort((a, b) => a.fromMs - b.fromMs);
  let totalMs = 0;
  let untilMs = Number.NEGATIVE_INFINITY;
  for (const { fromMs, toMs } of spans) {
    totalMs += Math.max(0, toMs - Math.max(fromMs, untilMs));
    untilMs = Math.max(untilMs, toMs);
  }
  return Math.round(totalMs / STEP_MS) * STEP_MS;
}
