/**
 * What a month had cost at any moment, to be drawn: between two amounts that were reckoned, money goes as the work does, and evenly as
 * far as instances are kept ready. Pure.
 */
import type { Spent } from '../side-run.ts';
import type { SliceStore } from '../slice-store.ts';

export interface SpentSoFar {
  readonly spent: readonly Spent[];
  /** All slices of that month. */
  readonly whole: SliceStore;
  /** Instances that are kept ready, and paid for while nothing happens. */
  readonly kept: number;
}

/** @returns dollars */
export function spentAt({ spent, whole, kept }: SpentSoFar, atMs: number): number {
  const next = spent.findIndex((one) => one.atMs >= atMs);
  const after = spent[next];
  if (after === undefined) return Number(spent.at(-1)?.usd ?? 0);
  const before = spent[next - 1] ?? { atMs: 0, usd: '0' };
  const paidMs = (ms: number) => whole.workedMs(ms) + kept * ms;
  const span = paidMs(after.atMs) - paidMs(before.atMs);
  const part =
    span > 0
      ? (paidMs(atMs) - paidMs(before.atMs)) / span
      : (atMs - before.atMs) / Math.max(1, after.atMs - before.atMs);
  return Number(before.usd) + (Number(after.usd) - Number(before.usd)) * Math.min(1, Math.max(0, part));
}
