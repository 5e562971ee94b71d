/**
 * Quantities: what was used under one tariff, as totals. They are plain data, so that a page can keep them
 * through a page change, and they merge: the bill of two visits is priced from the sum, never from two bills.
 */
import { type CountName, countNames } from './rules.ts';
import type { Quantities } from './tariff.ts';
import { UsageError } from './usage-error.ts';

/** @param totalOf the total of one count */
export function quantitiesOf(tariffId: string, totalOf: (name: CountName) => bigint): Quantities {
  const counts = Object.fromEntries(countNames.map((name) => [name, String(totalOf(name))]));
  return { tariffId, counts: counts as Record<CountName, string> };
}

/** Nothing used yet. */
export function noQuantities(tariffId: string): Quantities {
  return quantitiesOf(tariffId, () => 0n);
}

/**
 * The same as billing all records of both at once, since quantities are whole numbers.
 *
 * @throws UsageError `OTHER_TARIFF`: another tariff rounded otherwise, its totals mean something else
 */
export function mergeQuantities(a: Quantities, b: Quantities): Quantities {
  if (a.tariffId !== b.tariffId) throw new UsageError('OTHER_TARIFF', 'tariffId');
  return quantitiesOf(a.tariffId, (name) => BigInt(a.counts[name]) + BigInt(b.counts[name]));
}

/**
 * Takes in quantities that were kept as JSON, where anything can have happened to them.
 *
 * @throws UsageError `MISSING`, `NOT_AN_INTEGER`, naming the count
 */
export function readQuantities(kept: unknown): Quantities {
  const tariffId = fieldOf(kept, 'tariffId');
  if (typeof tariffId !== 'string') throw new UsageError('MISSING', 'tariffId');
  const counts = fieldOf(kept, 'counts');
  return quantitiesOf(tariffId, (name) => {
    const count = fieldOf(counts, name);
    if (count === undefined) throw new UsageError('MISSING', `counts.${name}`);
    if (typeof count !== 'string' || !/^\d+$/.test(count)) {
      throw new UsageError('NOT_AN_INTEGER', `counts.${name}`);
    }
    return BigInt(count);
  });
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}
