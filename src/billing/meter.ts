/**
 * The meter: usage records in, totals out. Totals are what was used under one tariff, as whole numbers. They merge and
 * scale, and a bill is always priced from totals, never from two bills: whole numbers don't care about order or grouping.
 */
import {
  billedMemoryMb,
  billedReadyUs,
  billedTime,
  readUsage,
  type Terms,
  termsOf,
  type Usage,
} from './rounding.ts';
import { type CountName, countNames } from './rules.ts';
import type { Counts, Tariff } from './tariff.ts';
import type { UsageRecord } from './usage.ts';
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
interface ActivePeriod {
  readonly memoryMb: number;
  readonly cpuParts: number;
  /** On an instance that is kept ready. */
  readonly isOnReady: boolean;
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

export interface Meter {
  /**
   * Counts a record. A wrong one changes nothing.
   *
   * @throws UsageError see `readUsage`
   */
  add(record: UsageRecord): void;
  /** Counts a record that `readUsage` took in before, for whoever counts the same one by several meters. */
  addRead(usage: Usage): void;
  /** Totals so far, with active periods that later records may still be part of. */
  totals(): Totals;
}

export function createMeter(tariff: Tariff): Meter {
  const terms = termsOf(tariff);
  const counters = Object.fromEntries(countNames.map((name) => [name, new Counter()])) as Record<
    CountName,
    Counter
  >;
  const periods = new Map<string, ActivePeriod>();
  const gaps = new Set<Gap>();

  function addRead(usage: Usage): void {
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
    const isNeverFree = usage.kind === 'onReserved' && terms.isReadyNeverFree;
    counters[isNeverFree ? 'readyRunRequests' : 'requests'].add(count);
    if (terms.countsActiveCpu) counters.activeCpuUs.add(count, usage.cpuUs ?? usage.durationUs);
    if (usage.responseBytes !== null) {
      counters.responseBytes.add(count, usage.responseBytes);
      const streamedBytes = Math.max(0, usage.responseBytes - terms.streamedBytesFree);
      counters[isNeverFree ? 'readyRunStreamedBytes' : 'streamedBytes'].add(count, streamedBytes);
    }
    const measured = {
      durationUs: terms.time === 'instance' ? (usage.instanceUs ?? usage.durationUs) : usage.durationUs,
      initUs: usage.initUs,
    };
    if (terms.time === 'instance' && usage.activePeriodId !== null) {
      addToPeriod(usage, measured, memoryMb, cpuParts);
      return;
    }
    const isOnReady = usage.kind === 'onReserved';
    addTime(counters, terms, { count, ...billedTime(terms, measured), memoryMb, cpuParts, isOnReady });
  }

  function addToPeriod(
    usage: Usage,
    measured: { durationUs: number; initUs: number },
    memoryMb: number,
    cpuParts: number,
  ): void {
    // A change of size is another instance, whatever its name, and so is one that is kept ready.
    const isOnReady = usage.kind === 'onReserved';
    const id = `${isOnReady ? 'ready/' : ''}${memoryMb}/${cpuParts}/${usage.activePeriodId}`;
    const count = BigInt(usage.count);
    const part = {
      memoryMb,
      cpuParts,
      isOnReady,
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

  return { add: (record) => addRead(readUsage(record)), addRead, totals };
}

type TimeCount = (typeof timeCounts)[number];
const timeCounts = [
  'initUs',
  'durationUs',
  'initMbUs',
  'durationMbUs',
  'initCpuUs',
  'durationCpuUs',
  'readyRunMbUs',
  'readyRunCpuUs',
] as const satisfies readonly CountName[];

interface Spent {
  readonly count: number;
  readonly durationUs: number;
  readonly initUs: number;
  readonly memoryMb: number;
  readonly cpuParts: number;
  readonly isOnReady: boolean;
}

/** Billed time, of an invocation or of a whole active period. */
function addTime(
  counters: Readonly<Record<TimeCount, Counter>>,
  terms: Terms,
  { count, durationUs, initUs, memoryMb, cpuParts, isOnReady }: Spent,
): void {
  if (isOnReady) {
    counters.readyRunMbUs.add(count, durationUs + initUs, memoryMb);
    counters.readyRunCpuUs.add(count, durationUs + initUs, cpuParts);
    if (terms.hasReadyRunPrice) return;
  }
  counters.durationUs.add(count, durationUs);
  counters.durationMbUs.add(count, durationUs, memoryMb);
  if (cpuParts > 0) counters.durationCpuUs.add(count, durationUs, cpuParts);
  if (initUs === 0) return;
  counters.initUs.add(count, initUs);
  counters.initMbUs.add(count, initUs, memoryMb);
  if (cpuParts > 0) counters.initCpuUs.add(count, initUs, cpuParts);
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

function countsOf(totalOf: (name: keyof Counts) => bigint): Counts {
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

function mergePeriods(a: ActivePeriod | undefined, b: ActivePeriod): ActivePeriod {
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

/**
 * Totals in which each active period is rounded and counted. A bill does it by itself; whoever scales totals does it first,
 * since a period is rounded once and not as often as it is scaled.
 */
export function closePeriods(tariff: Tariff, totals: Totals): Totals {
  if (totals.periods.size === 0) return totals;
  const terms = termsOf(tariff);
  const added = Object.fromEntries(timeCounts.map((name) => [name, new Counter()])) as Record<
    TimeCount,
    Counter
  >;
  for (const { durationUs, initUs, ...period } of totals.periods.values()) {
    const billed = billedTime(terms, { durationUs: Number(durationUs), initUs: Number(initUs) });
    addTime(added, terms, { ...period, ...billed, count: 1 });
  }
  const isAdded = (name: string): name is keyof typeof added => name in added;
  return {
    ...totals,
    periods: new Map(),
    counts: countsOf((name) => totals.counts[name] + (isAdded(name) ? added[name].value : 0n)),
  };
}

/**
 * A whole number that only grows: as fast as a plain number while it is small, exact when it is not.
 *
 * A double holds every whole number up to 2^53. What would pass that moves into a BigInt, so that 10^9
 * records of the largest kind lose nothing and the common case allocates nothing.
 */
export class Counter {
  #small = 0;
  #large = 0n;

  /** Adds a × b × c. All three are whole, safe and not negative. */
  add(a: number, b = 1, c = 1): void {
    const product = a * b * c;
    // A product beyond 2^53 can't round to one below it, so this test is exact.
    if (product > Number.MAX_SAFE_INTEGER) this.#large += BigInt(a) * BigInt(b) * BigInt(c);
    else this.#addSmall(product);
  }

  get value(): bigint {
    return this.#large + BigInt(this.#small);
  }

  #addSmall(quantity: number): void {
    const sum = this.#small + quantity;
    if (sum <= Number.MAX_SAFE_INTEGER) {
      this.#small = sum;
      return;
    }
    this.#large += BigInt(this.#small);
    this.#small = quantity;
  }
}
