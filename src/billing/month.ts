/**
 * From one run to a month: what so many runs like it cost, and from how many on something that is always on
 * costs less. A month is 730 hours, as on the price lists of clouds.
 */
import { HOURS_PER_MONTH } from './always-on.ts';
import { compareRatios, type Ratio, ratioOf } from './exact.ts';
import { closePeriods, createMeter, mergeTotals, scaleTotals, type Totals } from './meter.ts';
import { priceTotals, type Receipt, totalRatio } from './receipt.ts';
import type { Decimal, PricingOptions, Tariff } from './tariff.ts';
import type { UsageRecord } from './usage.ts';
import { UsageError } from './usage-error.ts';

/** What every invocation of the month is like; times in ms, memory in MB. */
export interface MonthlyUse
  extends Omit<UsageRecord, 'count' | 'activePeriodId' | 'reserved' | 'onReserved'> {
  /** Of all invocations, the share that starts cold, 0 to 1; `initMs` is for those. */
  readonly coldShare: number;
}

export interface Month {
  /** What so many invocations a month cost. @param invocations whole, not negative */
  costAt(invocations: number): Ratio;
  receiptAt(invocations: number): Receipt;
  /** The same, with the line of each thing used. */
  readonly tariff: Tariff;
}

/** Most invocations of a month: 380 million a second. */
export const MAX_INVOCATIONS = 1e15;

/** Invocations a month, from a number a day, to the nearest. */
export function perMonth(invocationsPerDay: number): number {
  return Math.round((invocationsPerDay * HOURS_PER_MONTH) / 24);
}

/** The other way about, for show: parts of an invocation and all. */
export function perDay(invocationsPerMonth: number): number {
  return (invocationsPerMonth * 24) / HOURS_PER_MONTH;
}

/** @throws UsageError see `readUsage`; `TOO_LARGE`, `NEGATIVE` (`coldShare`, invocations) */
export function monthOf(tariff: Tariff, use: MonthlyUse, options: PricingOptions): Month {
  const { coldShare, initMs = 0, ...run } = use;
  if (!(coldShare >= 0))
    throw new UsageError(Number.isNaN(coldShare) ? 'NOT_A_NUMBER' : 'NEGATIVE', 'coldShare');
  if (coldShare > 1) throw new UsageError('TOO_LARGE', 'coldShare');
  const warm = totalsOf(tariff, run);
  const cold = totalsOf(tariff, { ...run, initMs });

  function totalsAt(invocations: number): Totals {
    if (!Number.isInteger(invocations)) throw new UsageError('NOT_AN_INTEGER', 'invocations');
    if (invocations < 0) throw new UsageError('NEGATIVE', 'invocations');
    if (invocations > MAX_INVOCATIONS) throw new UsageError('TOO_LARGE', 'invocations');
    const coldOnes = Math.round(invocations * coldShare);
    return mergeTotals(
      scaleTotals(warm, BigInt(invocations - coldOnes)),
      scaleTotals(cold, BigInt(coldOnes)),
    );
  }

  return {
    tariff,
    costAt: (invocations) => totalRatio(tariff, totalsAt(invocations).counts, options),
    receiptAt: (invocations) => priceTotals(tariff, totalsAt(invocations), options),
  };
}

function totalsOf(tariff: Tariff, record: UsageRecord): Totals {
  const meter = createMeter(tariff);
  meter.add(record);
  return closePeriods(tariff, meter.totals());
}

/**
 * From how many invocations a month the tariff costs more than a fixed amount: what is always on is cheaper
 * from there. More use never costs less, so there is one such number, or none.
 *
 * @param fixedUsd price of the month beside it
 * @returns null when it never does, up to `MAX_INVOCATIONS`; 0 when it does unused
 */
export function breakEven(month: Month, fixedUsd: Decimal): number | null {
  const fixed = ratioOf(fixedUsd, 'fixedUsd');
  const isDearer = (invocations: number) => compareRatios(month.costAt(invocations), fixed) > 0;
  if (isDearer(0)) return 0;
  let high = 1;
  while (!isDearer(high)) {
    if (high >= MAX_INVOCATIONS) return null;
    high = Math.min(MAX_INVOCATIONS, high * 8);
  }
  let low = Math.floor(high / 8);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isDearer(middle)) high = middle;
    else low = middle;
  }
  return high;
}
