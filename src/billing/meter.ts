/** The meter: usage records in, totals and a receipt out. */
import { Counter } from './counter.ts';
import { type PricingOptions, priceTotals, type Receipt } from './receipt.ts';
import { billedMemoryMb, billedReadyUs, billedTime, type Terms, termsOf } from './rounding.ts';
import { type CountName, countNames } from './rules.ts';
import type { Tariff } from './tariff.ts';
import { type ActivePeriod, closePeriods, countsOf, type Gap, mergePeriods, type Totals } from './totals.ts';
import { readUsage, type Usage, type UsageRecord } from './usage.ts';

export interface Meter {
  /**
   * Counts a record. A wrong one changes nothing.
   *
   * @throws UsageError see `readUsage`
   */
  add(record: UsageRecord): void;
  /** Totals so far, with active periods that later records may still be part of. */
  totals(): Totals;
  /** Prices the totals so far. */
  receipt(options: PricingOptions): Receipt;
}

export function createMeter(tariff: Tariff): Meter {
  const terms = termsOf(tariff);
  const counters = Object.fromEntries(countNames.map((name) => [name, new Counter()])) as Record<
    CountName,
    Counter
  >;
  const periods = new Map<string, ActivePeriod>();
  const gaps = new Set<Gap>();

  function add(record: UsageRecord): void {
    const usage = readUsage(record);
    noteGaps(terms, usage, gaps);
    const memoryMb = billedMemoryMb(terms, basisMemoryMb(terms, usage));
    const cpuParts = terms.cpuPartsOf?.(memoryMb, usage.vcpuParts) ?? 0;
    if (usage.kind === 'reserved') addReady(usage, memoryMb, cpuParts);
    else addInvocation(usage, memoryMb, cpuParts);
  }

  function addReady({ count, durationUs }: Usage, memoryMb: number, cpuParts: number): void {
    const readyUs = billedReadyUs(terms, durationUs);
    counters.readyMbUs.add(count, readyUs, memoryMb);
    counters.readyCpuUs.add(count, readyUs, cpuParts);
  }

  function addInvocation(usage: Usage, memoryMb: number, cpuParts: number): void {
    const { count } = usage;
    counters.requests.add(count);
    if (terms.countsActiveCpu) counters.activeCpuUs.add(count, Math.max(1, usage.cpuUs ?? usage.durationUs));
    if (usage.responseBytes !== null) {
      counters.responseBytes.add(count, usage.responseBytes);
      counters.streamedBytes.add(count, Math.max(0, usage.responseBytes - terms.streamedBytesFree));
    }
    const measured = {
      durationUs: terms.time === 'instance' ? (usage.instanceUs ?? usage.durationUs) : usage.durationUs,
      initUs: usage.initUs,
    };
    if (terms.time === 'instance' && usage.activePeriodId !== null && usage.kind === 'invocation') {
      addToPeriod(usage, measured, memoryMb, cpuParts);
      return;
    }
    const billed = billedTime(terms, measured);
    if (usage.kind === 'onReserved') {
      const spanUs = billed.durationUs + billed.initUs;
      counters.readyRunMbUs.add(count, spanUs, memoryMb);
      counters.readyRunCpuUs.add(count, spanUs, cpuParts);
      if (terms.hasReadyRunPrice) return;
    }
    counters.durationUs.add(count, billed.durationUs);
    counters.durationMbUs.add(count, billed.durationUs, memoryMb);
    if (cpuParts > 0) counters.durationCpuUs.add(count, billed.durationUs, cpuParts);
    if (billed.initUs === 0) return;
    counters.initUs.add(count, billed.initUs);
    counters.initMbUs.add(count, billed.initUs, memoryMb);
    if (cpuParts > 0) counters.initCpuUs.add(count, billed.initUs, cpuParts);
  }

  function addToPeriod(
    usage: Usage,
    measured: { durationUs: number; initUs: number },
    memoryMb: number,
    cpuParts: number,
  ): void {
    // A change of size is another instance, whatever its name.
    const id = `${memoryMb}/${cpuParts}/${usage.activePeriodId}`;
    const count = BigInt(usage.count);
    const part = {
      memoryMb,
      cpuParts,
      durationUs: count * BigInt(measured.durationUs),
      initUs: count * BigInt(measured.initUs),
    };
    if (usage.count > 0) periods.set(id, mergePeriods(periods.get(id), part));
  }

  function totals(): Totals {
    return {
      tariffId: tariff.id,
      counts: countsOf((name) => counters[name].value),
      periods: new Map(periods),
      gaps: new Set(gaps),
    };
  }

  return {
    add,
    totals,
    receipt: (options) => priceTotals(tariff, closePeriods(terms, totals()), options),
  };
}

function basisMemoryMb(terms: Terms, usage: Usage): number {
  if (terms.memory === 'observed' && usage.kind !== 'reserved') return usage.memoryUsedMb ?? usage.memoryMb;
  return usage.memoryMb;
}

function noteGaps(terms: Terms, usage: Usage, gaps: Set<Gap>): void {
  if (usage.count === 0) return;
  if (basisMemoryMb(terms, usage) > terms.maxMemoryMb) gaps.add('MEMORY_BEYOND_LIMIT');
  if (terms.isCpuFromRecord && usage.vcpuParts === null) gaps.add('VCPU_IS_STANDARD');
  if (usage.kind === 'reserved') {
    if (!terms.countsReady) gaps.add('READY_HAS_NO_PRICE');
    return;
  }
  if (usage.durationUs > terms.maxDurationUs) gaps.add('DURATION_BEYOND_LIMIT');
  if (terms.countsActiveCpu && usage.cpuUs === null) gaps.add('CPU_TIME_IS_DURATION');
  if (terms.memory === 'observed' && usage.memoryUsedMb === null) gaps.add('MEMORY_USED_IS_CONFIGURED');
  if (terms.time === 'instance' && usage.instanceUs === null) gaps.add('INSTANCE_TIME_IS_DURATION');
  if (terms.countsResponses && usage.responseBytes === null) gaps.add('RESPONSE_SIZE_UNKNOWN');
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
