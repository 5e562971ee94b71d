/** What ran in this visit, in a lesson or a workplace, as durations to simulate with. Pure. */
import type { Purchase } from '../till/visit/visit.ts';
import { MOST_SAMPLES } from './traffic-address.ts';
import { durationRange, type Timing } from './traffic-state.ts';

export type MeasuredTiming = Extract<Timing, { kind: 'measured' }>;

export interface MeasuredFunction {
  readonly title: string;
  readonly warm: number;
  readonly cold: number;
  /** Of the last that ran. */
  readonly memoryMb: number;
  readonly timing: MeasuredTiming;
}

/** One for each playground that ran something, the one with most calls first. */
export function measuredFunctions(purchases: readonly Purchase[]): readonly MeasuredFunction[] {
  const byTitle = Map.groupBy(
    purchases.filter(({ usage }) => usage.reserved !== true),
    ({ title }) => title,
  );
  return [...byTitle]
    .map(([title, own]) => {
      const isCold = ({ usage }: Purchase) => usage.initMs !== undefined;
      const warm = own.filter((one) => !isCold(one));
      const cold = own.filter(isCold);
      return {
        title,
        warm: timesOf(warm),
        cold: timesOf(cold),
        memoryMb: own.at(-1)?.usage.memoryMb ?? 0,
        timing: {
          kind: 'measured' as const,
          title,
          // The handler of a cold call ran like any other, once its instance was there.
          warmMs: samplesOf(warm.length > 0 ? warm : cold, ({ usage }) => usage.durationMs),
          startMs: samplesOf(cold, ({ usage }) => usage.initMs ?? 0),
        },
      };
    })
    .sort((a, b) => b.warm + b.cold - (a.warm + a.cold));
}

function timesOf(purchases: readonly Purchase[]): number {
  return purchases.reduce((sum, { usage }) => sum + usage.count, 0);
}

/**
 * Each duration as often as it was measured, from short to long. Of more than `MOST_SAMPLES` so many are taken, each from the middle
 * of an equal part, so that long ones keep their share. A clock that read 0 had a step of a tenth of a millisecond at best.
 */
function samplesOf(purchases: readonly Purchase[], msOf: (purchase: Purchase) => number): readonly number[] {
  const sorted = purchases
    .map((purchase) => ({ ms: tenths(msOf(purchase)), count: purchase.usage.count }))
    .sort((a, b) => a.ms - b.ms);
  const total = sorted.reduce((sum, { count }) => sum + count, 0);
  const wanted = Math.min(total, MOST_SAMPLES);
  const samples: number[] = [];
  let passed = 0;
  for (const { ms, count } of sorted) {
    passed += count;
    while (samples.length < wanted && ((samples.length + 0.5) * total) / wanted <= passed) samples.push(ms);
  }
  return samples;
}

function tenths(ms: number): number {
  return Math.min(durationRange.most, Math.max(durationRange.least, Math.round(ms * 10) / 10));
}
