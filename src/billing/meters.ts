/**
 * Meters for many tariffs at once. Tariffs that round alike count alike, whatever they ask for it, so each way of rounding
 * counts once: a million lines under all tariffs take seconds, and no line is kept.
 */
import { createMeter, type Meter, type Totals } from './meter.ts';
import { termsOf, type Usage } from './rounding.ts';
import type { Tariff } from './tariff.ts';
import { UsageError } from './usage-error.ts';

/**
 * Different active periods that are kept at most. Each is rounded as a whole, and any later line may belong to it, so none can be
 * let go of before the end; and a log of any size has to fit.
 */
export const MOST_PERIODS = 50_000;
/** No name that a provider gives is longer. */
export const LONGEST_PERIOD_ID = 300;

export interface Meters {
  /**
   * Counts a use under all tariffs, or under none.
   *
   * @param usage as `readUsage` gives it
   * @throws UsageError `TOO_MANY_PERIODS`, `TOO_LONG` (`activePeriodId`)
   */
  add(usage: Usage): void;
  /** @throws RangeError for a tariff that it was not made for */
  totalsOf(tariff: Tariff): Totals;
}

export function createMeters(tariffs: readonly Tariff[]): Meters {
  const byRounding = new Map<string, Meter>();
  const byId = new Map<string, Meter>();
  for (const tariff of tariffs) {
    const key = roundingKey(tariff);
    const meter = byRounding.get(key) ?? createMeter(tariff);
    byRounding.set(key, meter);
    byId.set(tariff.id, meter);
  }
  const meters = [...byRounding.values()];
  const areKept = tariffs.some((tariff) => termsOf(tariff).time === 'instance');
  const periods = new Set<string>();

  /** Whatever a meter tells periods apart by is in the key. */
  function notePeriod({ activePeriodId, kind, memoryMb, memoryUsedMb, vcpuParts }: Usage): void {
    if (activePeriodId === null || !areKept) return;
    if (activePeriodId.length > LONGEST_PERIOD_ID) throw new UsageError('TOO_LONG', 'activePeriodId');
    const key = `${kind}/${memoryMb}/${memoryUsedMb}/${vcpuParts}/${activePeriodId}`;
    if (periods.size === MOST_PERIODS && !periods.has(key)) {
      throw new UsageError('TOO_MANY_PERIODS', 'activePeriodId');
    }
    periods.add(key);
  }

  return {
    add: (usage) => {
      notePeriod(usage);
      for (const meter of meters) meter.addRead(usage);
    },
    totalsOf: (tariff) => {
      const meter = byId.get(tariff.id);
      if (meter === undefined) throw new RangeError(`no meter for ${tariff.id}`);
      return { ...meter.totals(), tariffId: tariff.id };
    },
  };
}

/** All of a tariff that decides what is counted; the rest decides what it costs. */
function roundingKey({ components, rounding, cpu, streamedBytesFree, initBilled, limits }: Tariff): string {
  const rules = components.map(({ rule }) => rule).sort();
  return JSON.stringify([rules, rounding, cpu, streamedBytesFree, initBilled.value, limits]);
}
