/** What a month had cost at any moment, to be drawn: between two amounts that were reckoned, money goes as the work does. Pure. */
import type { Spent } from '../side-run.ts';
import type { SliceStore } from '../slice-store.ts';

/** @returns dollars @param whole all slices of that month */
export function spentAt(spent: readonly Spent[], whole: SliceStore, atMs: number): number {
  const next = spent.findIndex((one) => one.atMs >= atMs);
  const after = spent[next];
  if (after === undefined) return Number(spent.at(-1)?.usd ?? 0);
  const before = spent[next - 1] ?? { atMs: 0, usd: '0' };
  const span = Number(after.usd) - Number(before.usd);
  const worked = whole.workedMs(after.atMs) - whole.workedMs(before.atMs);
  const part =
    worked > 0
      ? (whole.workedMs(atMs) - whole.workedMs(before.atMs)) / worked
      : (atMs - before.atMs) / Math.max(1, after.atMs - before.atMs);
  return Number(before.usd) + span * Math.min(1, Math.max(0, part));
}
