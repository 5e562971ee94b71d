/**
 * Totals: what was used under one tariff, as whole numbers. They merge and scale, and a bill is always priced
 * from totals, never from two bills: whole numbers don't care about order or grouping.
 */
import { Counter } from './counter.ts';
import { billedTime, type Terms } from './rounding.ts';
import { countNames } from './rules.ts';
import type { Counts } from './tariff.ts';
import { UsageError } from './usage-error.ts';

/** What some record did not say, or had more of than can be had: a receipt has to name it. */
export type Gap =
  | 'CPU_TIME_IS_DURATION'
  | 'MEMORY_USED_IS_CONFIGURED'
  | 'INSTANCE_TIME_IS_DURATION'
  | 'VCPU_IS_STANDARD'
  | 'RESPONSE_SIZE_UNKNOWN'
  | 'READY_HAS_NO_PRICE'
  | 'MEMORY_BEYOND_LIMIT'
  | 'DURATION_BEYOND_LIMIT';

/** One stretch in which an instance was active, as far as it was recorded. It is rounded as a whole. */
export interface ActivePeriod {
  readonly memoryMb: number;
  readonly cpuParts: number;
  /** Microseconds, not yet rounded. */
  readonly durationUs: bigint;
  readonly initUs: bigint;
}

export interface Totals {
  readonly tariffId: string;
  /** All but what is in `periods`. */
  readonly counts: Counts;
  readonly periods: ReadonlyMap<string, ActivePeriod>;
  readonly gaps: ReadonlySet<Gap>;
}

export function countsOf(totalOf: (name: keyof Counts) => bigint): Counts {
  return Object.fromEntries(countNames.map((name) => [name, totalOf(name)])) as unknown as Counts;
}

/**
 * The same as billing all records of both at once.
 *
 * @throws UsageError `OTHER_TARIFF`: another tariff rounded otherwise, its totals mean something else
 */
export function mergeTotals(a: Totals, b: Totals): Totals {
  if (a.tariffId !== b.tariffId) throw new UsageError('OTHER_TARIFF', 'tariffId');
  const periods = new Map(a.periods);
  for (const [id, period] of b.periods) periods.set(id, mergePeriods(periods.get(id), period));
  return {
    tariffId: a.tariffId,
    counts: countsOf((name) => a.counts[name] + b.counts[name]),
    periods,
    gaps: new Set([...a.gaps, ...b.gaps]),
  };
}

export function mergePeriods(a: ActivePeriod | undefined, b: ActivePeriod): ActivePeriod {
  if (a === undefined) return b;
  return { ...b, durationUs: a.durationUs + b.durationUs, initUs: a.initUs + b.initUs };
}

/**
 * Totals of `times` such uses shared by `over`, to the whole count below: "a million runs like the average".
 *
 * @param times whole, not negative
 * @param over whole, above zero
 */
export function scaleTotals(totals: Totals, times: bigint, over = 1n): Totals {
  return {
    ...totals,
    counts: countsOf((name) => (totals.counts[name] * times) / over),
  };
}

/** Totals in which each active period is rounded and counted: what can be priced. */
export function closePeriods(terms: Terms, totals: Totals): Totals {
  if (totals.periods.size === 0) return totals;
  const added = {
    initUs: new Counter(),
    durationUs: new Counter(),
    initMbUs: new Counter(),
    durationMbUs: new Counter(),
    initCpuUs: new Counter(),
    durationCpuUs: new Counter(),
  };
  for (const { memoryMb, cpuParts, ...raw } of totals.periods.values()) {
    const billed = billedTime(terms, { durationUs: Number(raw.durationUs), initUs: Number(raw.initUs) });
    added.initUs.add(billed.initUs);
    added.durationUs.add(billed.durationUs);
    added.initMbUs.add(billed.initUs, memoryMb);
    added.durationMbUs.add(billed.durationUs, memoryMb);
    added.initCpuUs.add(billed.initUs, cpuParts);
    added.durationCpuUs.add(billed.durationUs, cpuParts);
  }
  const isAdded = (name: string): name is keyof typeof added => name in added;
  return {
    ...totals,
    periods: new Map(),
    counts: countsOf((name) => totals.counts[name] + (isAdded(name) ? added[name].value : 0n)),
  };
}
