/**
 * What a playground sold, as a receipt needs it. Equal runs are counted and not listed: how many there are never
 * changes a bill, and a receipt of 20,000 runs is then printed as fast as one of twenty.
 */
import { sameUseKey, type UsageRecord } from '../../billing/usage.ts';
import { KEPT_INVOCATIONS } from '../../contract/lab-defaults.ts';
import type { Counted, Sale, Sales } from '../receipt/receipts.ts';

export class SalesBook implements Sales {
  #total = 0;
  lastWarm: Sale | null = null;
  lastCold: Sale | null = null;
  last: Sale | null = null;
  readonly #counts = new Map<string, { readonly usage: UsageRecord; count: number }>();
  readonly #kept = new Map<string, Sale>();

  get total(): number {
    return this.#total;
  }

  add(sale: Sale): void {
    this.#total += 1;
    if (sale.isCold) this.lastCold = sale;
    else this.lastWarm = sale;
    this.last = sale;
    const key = sameUseKey(sale.usage);
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
