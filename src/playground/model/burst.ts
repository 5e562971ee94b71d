/** Many calls at once, and what came of them together: how many were answered how, and on how many instances. */
import type { Answer } from '../../engine/index.ts';

/** As many as one press of the button sends, until the reader chooses more. */
export const BURST_CALLS = 50;

export const BURST_CHOICES: readonly number[] = [BURST_CALLS, 200, 1_000];

export interface Burst {
  readonly calls: number;
  /** Of each status how many, in the order of the statuses: what went well comes first. */
  readonly statuses: readonly { readonly status: number; readonly calls: number }[];
  readonly coldStarts: number;
  /** On which at least one call ran. */
  readonly instances: number;
}

export function burstOf(answers: readonly Answer[]): Burst {
  const all = new BurstCount();
  for (const answer of answers) all.add(answer);
  return all.burst();
}

/** Answers counted one by one, as they come. */
export class BurstCount {
  #calls = 0;
  #coldStarts = 0;
  readonly #byStatus = new Map<number, number>();
  readonly #instances = new Set<number>();

  add({ status, instanceId, isCold }: Answer): void {
    this.#calls += 1;
    this.#byStatus.set(status, (this.#byStatus.get(status) ?? 0) + 1);
    if (instanceId === null) return;
    this.#instances.add(instanceId);
    if (isCold) this.#coldStarts += 1;
  }

  burst(): Burst {
    const statuses = [...this.#byStatus].map(([status, calls]) => ({ status, calls }));
    return {
      calls: this.#calls,
      statuses: statuses.sort((a, b) => a.status - b.status),
      coldStarts: this.#coldStarts,
      instances: this.#instances.size,
    };
  }
}
