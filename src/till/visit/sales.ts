/**
 * What a playground sold, as a receipt needs it. Equal runs are counted and not listed: how many there are never
 * changes a bill, and a receipt of 20,000 runs is then printed as fast as one of twenty.
 */
import { KEPT_INVOCATIONS } from '../../contract/lab-defaults.ts';
import type { InvocationUsage } from '../../platform/index.ts';

export interface Sale {
  readonly invocationId: string;
  readonly isCold: boolean;
  readonly usage: InvocationUsage;
}

export interface Counted {
  readonly usage: InvocationUsage & { readonly count: number };
}

export interface Sales {
  readonly total: number;
  /** All of them, equal ones together. */
  counted(): readonly Counted[];
  /** One of the newest, or null. */
  find(invocationId: string | null): Sale | null;
  /** The newest that was warm, or null. */
  readonly lastWarm: Sale | null;
  /** The newest that was cold, or null. */
  readonly lastCold: Sale | null;
  readonly last: Sale | null;
}

export class SalesBook implements Sales {
  #total = 0;
  lastWarm: Sale | null = null;
  lastCold: Sale | null = null;
  last: Sale | null = null;
  readonly #counts = new Map<string, { readonly usage: InvocationUsage; count: number }>();
  readonly #kept = new Map<string, Sale>();

  get total(): number {
    return this.#total;
  }

  add(sale: Sale): void {
    this.#total += 1;
    if (sale.isCold) this.lastCold = sale;
    else this.lastWarm = sale;
    this.last = sale;
    const { durationMs, memoryMb, initMs } = sale.usage;
    const key = `${durationMs}|${memoryMb}|${initMs ?? ''}`;
    const known = this.#counts.get(key);
    if (known) known.count += 1;
    else this.#counts.set(key, { usage: sale.usage, count: 1 });
    this.#kept.set(sale.invocationId, sale);
    if (this.#kept.size > KEPT_INVOCATIONS) {
      for (const oldest of this.#kept.keys()) {
        this.#kept.delete(oldest);
        break;
      }
    }
  }

  counted(): readonly Counted[] {
    return [...this.#counts.values()].map(({ usage, count }) => ({ usage: { ...usage, count } }));
  }

  find(invocationId: string | null): Sale | null {
    return invocationId === null ? null : (this.#kept.get(invocationId) ?? null);
  }
}
