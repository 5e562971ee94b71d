/**
 * Meters for many tariffs at once. Tariffs that round alike count alike, whatever they ask for it, so each way of rounding
 * counts once: a million lines under all tariffs take seconds, and no line is kept.
 */
import { createMeter, type Meter, type Totals } from './meter.ts';
import type { Usage } from './rounding.ts';
import type { Tariff } from './tariff.ts';

export interface Meters {
  /** @param usage as `readUsage` gives it */
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
  return {
    add: (usage) => {
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
