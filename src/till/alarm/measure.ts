/** What an alarm can watch: the bill as a whole, and three figures of the last minute. Each answers one question: over the border? */
import {
  closePeriods,
  compareRatios,
  type Meter,
  type Ratio,
  ratioOf,
  totalRatio,
} from '../../billing/index.ts';
import type { TariffChoice } from '../prices/tariff-choice.ts';
import type { AlarmTerms, Heard } from './alarm-terms.ts';

export interface Measure {
  add(heard: Heard): void;
  isOver(): boolean;
}

const MINUTE_MS = 60_000;
/** Of fewer, the 95th of a hundred is the slowest one, and says nothing about the others. */
const FEWEST_FOR_P95 = 20;

/** @param meter of the bill, which is written elsewhere */
export function measureOf({ on, above }: AlarmTerms, by: TariffChoice, meter: Meter): Measure {
  const border = ratioOf(above, 'above');
  switch (on) {
    case 'usd':
      return { add: () => {}, isOver: () => compareRatios(billNow(by, meter), border) > 0 };
    case 'failed':
    case 'refused':
      return inLastMinute(
        ({ outcome }) => (outcome === on ? 0 : null),
        (calls) => calls.length,
        border,
      );
    case 'p95':
      return inLastMinute(({ usage }) => usage?.durationMs ?? null, p95Of, border);
  }
}

function billNow({ tariff, options }: TariffChoice, meter: Meter): Ratio {
  return totalRatio(tariff, closePeriods(tariff, meter.totals()).counts, options);
}

/** Nearest rank; 0 while there are too few. */
function p95Of(sorted: readonly number[]): number {
  return sorted.length < FEWEST_FOR_P95 ? 0 : (sorted[Math.ceil(sorted.length * 0.95) - 1] ?? 0);
}

/**
 * @param countedOf null for a call that does not count
 * @param figureOf of the values of the last minute, the smallest first
 */
function inLastMinute(
  countedOf: (heard: Heard) => number | null,
  figureOf: (sorted: readonly number[]) => number,
  border: Ratio,
): Measure {
  const inOrder: { readonly atMs: number; readonly value: number }[] = [];
  const sorted: number[] = [];
  let start = 0;

  function forgetBefore(atMs: number): void {
    for (let first = inOrder[start]; first !== undefined && first.atMs <= atMs; first = inOrder[start]) {
      sorted.splice(placeOf(sorted, first.value), 1);
      start += 1;
    }
    // So that a playground that runs all day holds a minute of it.
    if (start > 1_000) start -= inOrder.splice(0, start).length;
  }

  return {
    add(heard) {
      forgetBefore(heard.atMs - MINUTE_MS);
      const value = countedOf(heard);
      if (value === null) return;
      inOrder.push({ atMs: heard.atMs, value });
      sorted.splice(placeOf(sorted, value), 0, value);
    },
    isOver: () => figureOf(sorted) * Number(border.denominator) > Number(border.numerator),
  };
}

/** Where the value is, or would be, among sorted ones. */
function placeOf(sorted: readonly number[], value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
