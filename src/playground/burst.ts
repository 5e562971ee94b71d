/** Many calls at once, and what came of them together: how many were answered how, and on how many instances. */
import type { Answer } from '../engine/index.ts';

/** As many as one press of the button sends. */
export const BURST_CALLS = 50;

/** What a reader may set as the concurrency limit; the platform has no more than 50 instances. */
export const CONCURRENCY_CHOICES: readonly number[] = [1, 2, 5, 10, 20, 50];

export interface Burst {
  readonly calls: number;
  /** Of each status how many, in the order of the statuses: what went well comes first. */
  readonly statuses: readonly { readonly status: number; readonly calls: number }[];
  readonly coldStarts: number;
  /** On which at least one call ran. */
  readonly instances: number;
}

export function burstOf(answers: readonly Answer[]): Burst {
  const byStatus = Map.groupBy(answers, ({ status }) => status);
  const statuses = [...byStatus].map(([status, all]) => ({ status, calls: all.length }));
  const ran = answers.flatMap(({ instanceId }) => instanceId ?? []);
  return {
    calls: answers.length,
    statuses: statuses.sort((a, b) => a.status - b.status),
    coldStarts: answers.filter(({ isCold, instanceId }) => isCold && instanceId !== null).length,
    instances: new Set(ran).size,
  };
}
