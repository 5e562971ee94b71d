/** What the tests of billing share: the tariff files as they are, and records of every kind. */
import { readdirSync, readFileSync } from 'node:fs';
import Big from 'big.js';
import fc from 'fast-check';
import { inDollars } from '../../src/billing/in-dollars.ts';
import type { AlwaysOn, ExchangeRate, PriceFile, Tariff, UsageRecord } from '../../src/billing/index.ts';
import { type PriceFileContent, parsePriceFile } from '../../src/billing/parse-tariff.ts';

export const tariffsFolder = new URL('../../content/tariffs/', import.meta.url);

/** As the file has it, in the provider's own currency. */
export function loadPriceFile(id: string): PriceFileContent {
  return parsePriceFile(`${id}.json`, readFileSync(new URL(`${id}.json`, tariffsFolder), 'utf8'));
}

function loadInDollars(id: string): PriceFile {
  return inDollars(loadPriceFile(id), loadRate().usdPerEur);
}

/** Every tariff of functions that the project has. */
export function loadTariffs(): readonly Tariff[] {
  return readdirSync(tariffsFolder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => loadInDollars(name.replace('.json', '')))
    .filter((file) => file.kind === 'faas');
}

/** To cents, a half upwards, as price pages print. */
export function inCents(usd: string): string {
  return new Big(usd).round(2, Big.roundHalfUp).toFixed(2);
}

export function loadTariff(id: string): Tariff {
  const file = loadInDollars(id);
  if (file.kind !== 'faas') throw new Error(`${id} is no tariff of functions`);
  return file;
}

export function loadAlwaysOn(id: string): AlwaysOn {
  const file = loadInDollars(id);
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
      if ('credits' in component) return component;
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

/** Everything that a record can say, on an instance that may be shared. */
export const anyWholeRecord: fc.Arbitrary<UsageRecord> = fc
  .record(
    {
      durationMs: anySpanMs,
      memoryMb: fc.integer({ min: 1, max: 10_240 }),
      count: fc.integer({ min: 0, max: 100_000 }),
      initMs: anySpanMs,
      cpuMs: anySpanMs,
      memoryUsedMb: fc.integer({ min: 0, max: 10_240 }),
      instanceMs: anySpanMs,
      vcpu: fc.constantFrom(0.08, 0.25, 1, 2, 6),
      responseBytes: fc.nat(20_000_000),
      activePeriodId: fc.constantFrom('a', 'b', 'c'),
      onReserved: fc.boolean(),
    },
    { requiredKeys: ['durationMs', 'memoryMb'] },
  )
  .chain((record) => fc.boolean().map((reserved) => (reserved ? { ...record, reserved } : record)));

export const anyWholeRecords = fc.array(anyWholeRecord, { maxLength: 12 });
