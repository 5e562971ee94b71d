/** The meter: usage records in, totals and a receipt out. */
import { Counter } from './counter.ts';
import { mergeQuantities, noQuantities, quantitiesOf } from './quantities.ts';
import { type PricingOptions, priceQuantities, type Receipt } from './receipt.ts';
import { billedMemoryMb, billedTime, termsOf } from './rounding.ts';
import type { Quantities, Tariff } from './tariff.ts';
import { readUsage, type UsageRecord } from './usage.ts';

export interface Meter {
  /**
   * Counts a record. A wrong one changes nothing.
   *
   * @throws UsageError see `readUsage`
   */
  add(record: UsageRecord): void;
  /** Totals so far, as data. */
  quantities(): Quantities;
  /** Prices the totals so far. */
  receipt(options: PricingOptions): Receipt;
}

/**
 * @param start totals to go on from, such as those of the previous page
 * @throws UsageError `OTHER_TARIFF` for a start under another tariff
 */
export function createMeter(tariff: Tariff, start: Quantities = noQuantities(tariff.id)): Meter {
  const before = mergeQuantities(noQuantities(tariff.id), start);
  const terms = termsOf(tariff);
  const counters = {
    requests: new Counter(),
    initUs: new Counter(),
    durationUs: new Counter(),
    initMbUs: new Counter(),
    durationMbUs: new Counter(),
  };

  function add(record: UsageRecord): void {
    const usage = readUsage(record);
    const { count } = usage;
    const memoryMb = billedMemoryMb(terms, usage.memoryMb);
    const billed = billedTime(terms, usage);
    counters.requests.add(count);
    counters.durationUs.add(count, billed.durationUs);
    counters.durationMbUs.add(count, billed.durationUs, memoryMb);
    if (billed.initUs === 0) return;
    counters.initUs.add(count, billed.initUs);
    counters.initMbUs.add(count, billed.initUs, memoryMb);
  }

  function quantities(): Quantities {
    return quantitiesOf(tariff.id, (name) => BigInt(before.counts[name]) + counters[name].value);
  }

  return { add, quantities, receipt: (options) => priceQuantities(tariff, quantities(), options) };
}

/**
 * The receipt of a set of records. Order, grouping and `count` never change it.
 *
 * @throws UsageError see `readUsage`
 */
export function receipt(tariff: Tariff, records: Iterable<UsageRecord>, options: PricingOptions): Receipt {
  const meter = createMeter(tariff);
  for (const record of records) meter.add(record);
  return meter.receipt(options);
}
