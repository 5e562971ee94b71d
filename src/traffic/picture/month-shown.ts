/** What the lanes of a month are drawn from. */
import type { Spent } from '../side-run.ts';
import type { SliceStore } from '../slice-store.ts';
import type { LanePlan } from './lane-plan.ts';
import type { ViewWindow } from './view-window.ts';

export interface MonthShown {
  readonly plan: LanePlan;
  readonly view: ViewWindow;
  readonly untilMs: number;
  readonly atMs: number;
  readonly slices: SliceStore;
  /** All of the month, for the strip below. */
  readonly whole: SliceStore;
  readonly limit: number;
  readonly spent: readonly Spent[];
  /** Instances that are kept ready. */
  readonly kept: number;
  /** What servers that are always on would have cost in all of the month; null: not known. */
  readonly serversUsd: number | null;
  /** An amount as it is shown. */
  readonly amount: (usd: number) => string;
  /** What was set has changed since. */
  readonly isStale: boolean;
}
