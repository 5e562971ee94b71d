/** The only rounding on the way to an amount: that of the tariff itself, in whole numbers. */
import type { Tariff } from './tariff.ts';
import { microseconds } from './usage.ts';

/** A tariff's rounding, made ready for the one loop that matters. */
export interface Terms {
  /** At least 1: microseconds are as fine as we measure, and nothing that ran is free of time. */
  readonly stepUs: number;
  readonly minimumUs: number;
  readonly memoryStepMb: number;
  readonly minimumMemoryMb: number;
  readonly isInitBilled: boolean;
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
  const { durationStepMs, minimumDurationMs, memoryStepMb, minimumMemoryMb } = tariff.rounding;
  return {
    stepUs: Math.max(1, microseconds(durationStepMs ?? 0, 'rounding.durationStepMs')),
    minimumUs: microseconds(minimumDurationMs, 'rounding.minimumDurationMs'),
    memoryStepMb: memoryStepMb ?? 1,
    minimumMemoryMb,
    isInitBilled: tariff.initBilled.value === true,
  };
}

/**
 * A cold start is one span, rounded once: ceil(init + duration). What the start added is the difference
 * with the warm bill, so that the two parts always sum to the span.
 *
 * A run that a coarse clock measured as 0 is billed as the smallest step: it did run.
 *
 * Source: AWS Lambda logs, as published: init 1307.68 ms + duration 1058.15 ms → billed 2366 ms.
 */
export function billedTime(terms: Terms, measuredUs: { durationUs: number; initUs: number }): BilledTime {
  const durationUs = billedSpanUs(terms, measuredUs.durationUs);
  if (measuredUs.initUs === 0 || !terms.isInitBilled) return { durationUs, initUs: 0 };
  const spanUs = billedSpanUs(terms, measuredUs.initUs + measuredUs.durationUs);
  return { durationUs, initUs: spanUs - durationUs };
}

export function billedMemoryMb(terms: Terms, memoryMb: number): number {
  return Math.max(terms.minimumMemoryMb, roundUp(memoryMb, terms.memoryStepMb));
}

function billedSpanUs(terms: Terms, spanUs: number): number {
  return Math.max(terms.minimumUs, terms.stepUs, roundUp(spanUs, terms.stepUs));
}

/**
 * Up to a multiple of `step`, exactly. Below 2^51 the quotient of two whole numbers can't be so close to a
 * whole number that a double mistakes it for one, and `MAX_DURATION_MS` keeps us there.
 */
function roundUp(quantity: number, step: number): number {
  return step === 1 ? quantity : Math.ceil(quantity / step) * step;
}
