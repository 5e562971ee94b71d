/** What the tests of billing share: the tariff files as they are, and records of every kind. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { AlwaysOn, ExchangeRate, PriceFile, Tariff, UsageRecord } from '../../src/billing/index.ts';
import { parsePriceFile } from '../../src/billing/parse-tariff.ts';

export const tariffsFolder = new URL('../../content/tariffs/', import.meta.url);

export function loadPriceFile(id: string): PriceFile {
  return parsePriceFile(`${id}.json`, readFileSync(new URL(`${id}.json`, tariffsFolder), 'utf8'));
}

export function loadTariff(id: string): Tariff {
  const file = loadPriceFile(id);
  if (file.kind !== 'faas') throw new Error(`${id} is no tariff of functions`);
  return file;
}

export function loadAlwaysOn(id: string): AlwaysOn {
  const file = loadPriceFile(id);
  if (file.kind !== 'always-on') throw new Error(`${id} is no server`);
  return file;
}

export function loadRate(): ExchangeRate {
  const file = loadPriceFile('currency');
  if (file.kind !== 'currency') throw new Error('currency is no exchange rate');
  return file;
}

/** A tariff whose price does not change with the volume, so that bills of parts add up. */
export function withoutTiers(tariff: Tariff): Tariff {
  return {
    ...tariff,
    components: tariff.components.map((component) => {
      const [first] = component.tiers;
      if (!first) throw new Error('a component has a price');
      return { ...component, tiers: [{ ...first, upTo: null }] };
    }),
  };
}

/** From what a clock can't see to the 15 minutes that a platform allows, with noise in the last digits. */
const anySpanMs = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0, max: 900_000, noNaN: true }),
  fc.integer({ min: 0, max: 900_000 }),
);

const anyOneRecord: fc.Arbitrary<UsageRecord> = fc.record(
  { durationMs: anySpanMs, initMs: anySpanMs, memoryMb: fc.integer({ min: 1, max: 10_240 }) },
  { requiredKeys: ['durationMs', 'memoryMb'] },
);

/** Few like it, or far more than a double can add up. */
export const anyRecord: fc.Arbitrary<UsageRecord> = fc
  .tuple(anyOneRecord, fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 10 ** 9 })))
  .map(([record, count]) => ({ ...record, count }));

export const anyRecords = fc.array(anyRecord, { maxLength: 20 });
