/**
 * The two roundings on the way to an amount: a reading of a clock to whole microseconds, at the narrow door through which
 * records come in, and the tariff's own, in whole numbers. There is no other.
 */
import { checkUsage } from './check-usage.ts';
import { type MemoryBasis, rules, type TimeBasis } from './rules.ts';
import type { Decimal, Tariff } from './tariff.ts';
import { CPU_PARTS, microseconds, type UsageRecord, wholeMicroseconds } from './usage.ts';

/** A record inside: whole numbers only; null for what it does not say. */
export interface Usage {
  readonly count: number;
  readonly durationUs: number;
  readonly initUs: number;
  readonly memoryMb: number;
  readonly cpuUs: number | null;
  readonly memoryUsedMb: number | null;
  readonly instanceUs: number | null;
  /** Millionths of a virtual CPU. */
  readonly vcpuParts: number | null;
  readonly responseBytes: number | null;
  readonly activePeriodId: string | null;
  readonly kind: 'invocation' | 'onReserved' | 'reserved';
}

/**
 * Takes a record in. A clock reading becomes a whole number of microseconds here, since
 * `Math.ceil(1100.4 - 915.4)` is 186 and a bill must not hang on that.
 *
 * @throws UsageError see `checkUsage`
 */
export function readUsage(record: UsageRecord): Usage {
  checkUsage(record);
  const { count = 1, initMs = 0, durationMs, memoryMb, cpuMs, memoryUsedMb } = record;
  const { instanceMs, vcpu, responseBytes, activePeriodId } = record;
  return {
    count,
    durationUs: wholeMicroseconds(durationMs),
    initUs: wholeMicroseconds(initMs),
    memoryMb,
    cpuUs: cpuMs === undefined ? null : wholeMicroseconds(cpuMs),
    memoryUsedMb: memoryUsedMb === undefined ? null : Math.ceil(memoryUsedMb),
    instanceUs: instanceMs === undefined ? null : wholeMicroseconds(instanceMs),
    vcpuParts: vcpu === undefined ? null : Math.round(vcpu * CPU_PARTS),
    responseBytes: responseBytes ?? null,
    activePeriodId: activePeriodId ?? null,
    kind: kindOf(record),
  };
}

function kindOf({ reserved, onReserved }: UsageRecord): Usage['kind'] {
  if (reserved === true) return 'reserved';
  return onReserved === true ? 'onReserved' : 'invocation';
}

/** A tariff's rounding, made ready for the one loop that matters. */
export interface Terms {
  readonly time: TimeBasis;
  readonly memory: MemoryBasis;
  /** At least 1: microseconds are as fine as we measure. */
  readonly stepUs: number;
  /** Least that is billed for a span, even one that a coarse clock measured as 0; 0 where the provider names no step. */
  readonly minimumUs: number;
  readonly memoryStepMb: number;
  readonly memorySizesMb: readonly number[];
  readonly minimumMemoryMb: number;
  readonly readyStepUs: number;
  readonly isInitBilled: boolean;
  /** What ran on instances kept ready has a price of its own. */
  readonly hasReadyRunPrice: boolean;
  /** The free tier is not for instances that are kept ready. */
  readonly isReadyNeverFree: boolean;
  readonly streamedBytesFree: number;
  /** Which facts it counts with at all. */
  readonly countsMemory: boolean;
  readonly countsCpu: boolean;
  readonly countsActiveCpu: boolean;
  readonly countsResponses: boolean;
  readonly countsReady: boolean;
  readonly maxMemoryMb: number;
  readonly maxDurationUs: number;
  /** Millionths of a CPU that go with a billed memory size; null when CPU has no price. */
  readonly cpuPartsOf: ((memoryMb: number, vcpuParts: number | null) => number) | null;
  readonly isCpuFromRecord: boolean;
}

/** Billed time of one invocation, split for show. The sum is the span that is paid. */
export interface BilledTime {
  /** What the same invocation would have been billed warm. */
  readonly durationUs: number;
  /** What the cold start added to that. */
  readonly initUs: number;
}

/** @throws UsageError `NOT_A_NUMBER`, `NEGATIVE`, `TOO_LARGE`, naming the field of the tariff's rounding */
export function termsOf(tariff: Tariff): Terms {
  const { rounding, limits = {} } = tariff;
  const names = tariff.components.map(({ rule }) => rule);
  const statedStepUs = microseconds(rounding.durationStepMs ?? 0, 'rounding.durationStepMs');
  const has = (...wanted: readonly string[]) => names.some((name) => wanted.includes(name));
  return {
    time: names.map((name) => rules[name].time).find((time) => time !== undefined) ?? 'duration',
    memory: names.map((name) => rules[name].memory).find((memory) => memory !== undefined) ?? 'configured',
    stepUs: Math.max(1, statedStepUs),
    minimumUs: Math.max(statedStepUs, microseconds(rounding.minimumDurationMs, 'rounding.minimumDurationMs')),
    memoryStepMb: rounding.memoryStepMb ?? 1,
    memorySizesMb: rounding.memorySizesMb ?? [],
    minimumMemoryMb: rounding.minimumMemoryMb,
    readyStepUs: Math.max(1, microseconds(rounding.readyStepMs ?? 0, 'rounding.readyStepMs')),
    isInitBilled: tariff.initBilled.value === true,
    hasReadyRunPrice: has('ready-run-memory-time'),
    isReadyNeverFree: tariff.freeTier?.isReadyExcluded === true,
    streamedBytesFree: tariff.streamedBytesFree ?? 0,
    countsMemory: names.some((name) => rules[name].memory !== undefined),
    countsCpu: has('allocated-cpu-time', 'instance-cpu-time'),
    countsActiveCpu: has('active-cpu-time'),
    countsResponses: has('response-data'),
    countsReady: has('ready-memory-time', 'idle-memory-time', 'idle-cpu-time'),
    maxMemoryMb: limits.maxMemoryMb ?? Number.POSITIVE_INFINITY,
    maxDurationUs: limits.timeoutMs === undefined ? Number.POSITIVE_INFINITY : limits.timeoutMs * 1_000,
    cpuPartsOf: cpuPartsOf(tariff),
    isCpuFromRecord: tariff.cpu !== undefined && tariff.cpu.byMemoryMb === undefined,
  };
}

function cpuPartsOf({ cpu }: Tariff): Terms['cpuPartsOf'] {
  if (cpu === undefined) return null;
  const parts = (text: Decimal) => Math.round(Number(text) * CPU_PARTS);
  if (cpu.byMemoryMb === undefined) {
    const standard = parts(cpu.standard ?? '1');
    return (_, vcpuParts) => vcpuParts ?? standard;
  }
  const pairs = cpu.byMemoryMb.map((pair) => ({ memoryMb: pair.memoryMb, cpu: parts(pair.cpu) }));
  const last = pairs.at(-1)?.cpu ?? 0;
  return (memoryMb) => pairs.find((pair) => pair.memoryMb >= memoryMb)?.cpu ?? last;
}

/**
 * A cold start is one span, rounded once: ceil(init + duration). What the start added is the difference
 * with the warm bill, so that the two parts always sum to the span.
 *
 * A run that a coarse clock measured as 0 is billed as the smallest step: it did run. Without a step it is nothing.
 *
 * Source: AWS Lambda logs, as published: init 1307.68 ms + duration 1058.15 ms → billed 2366 ms.
 */
export function billedTime(terms: Terms, measuredUs: { durationUs: number; initUs: number }): BilledTime {
  const durationUs = billedSpanUs(terms, measuredUs.durationUs);
  if (measuredUs.initUs === 0 || !terms.isInitBilled) return { durationUs, initUs: 0 };
  const spanUs = billedSpanUs(terms, measuredUs.initUs + measuredUs.durationUs);
  return { durationUs, initUs: spanUs - durationUs };
}

/** Up to the next size or step. More than the largest size is what it is: the receipt says that it is too much. */
export function billedMemoryMb(terms: Terms, memoryMb: number): number {
  const least = Math.max(terms.minimumMemoryMb, memoryMb);
  if (terms.memorySizesMb.length > 0) return terms.memorySizesMb.find((size) => size >= least) ?? least;
  return roundUp(least, terms.memoryStepMb);
}

export function billedReadyUs(terms: Terms, durationUs: number): number {
  return roundUp(durationUs, terms.readyStepUs);
}

function billedSpanUs(terms: Terms, spanUs: number): number {
  return Math.max(terms.minimumUs, roundUp(spanUs, terms.stepUs));
}

/**
 * Up to a multiple of `step`, exactly. Below 2^51 the quotient of two whole numbers can't be so close to a
 * whole number that a double mistakes it for one, and `MAX_DURATION_MS` keeps us there.
 */
function roundUp(quantity: number, step: number): number {
  return step === 1 ? quantity : Math.ceil(quantity / step) * step;
}
