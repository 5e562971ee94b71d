/** Few records with a count, and the bill of the many, to the last digit, under every tariff of the course. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { receipt, type UsageRecord } from '../../src/billing/index.ts';
import { UsageClasses } from '../../src/simulation/usage-classes.ts';
import { loadPrices } from '../../src/tool/bill/tariff-folder.ts';
import { cases } from '../support/laws.ts';

const { tariffs } = loadPrices();
const MEMORY_MB = 512;

/** Whole microseconds, thick around the moments at which some tariff rounds. */
const spanUs = fc.oneof(
  fc.integer({ min: 0, max: 3000 }),
  fc.integer({ min: 0, max: 5_000_000 }),
  fc.integer({ min: 0, max: 20_000_000_000 }),
  fc.tuple(fc.constantFrom(1000, 100_000, 1_000_000), fc.integer({ min: -2, max: 2 })).map(([a, b]) => a + b),
);
const anyCall = fc.record({
  durationUs: spanUs,
  initUs: fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: spanUs }),
  isOnReserved: fc.boolean(),
});
const manyCalls = fc.array(anyCall, { minLength: 1, maxLength: 200, size: 'max' });
/** Like a run: much of the same length, so that classes hold many. */
const alikeCalls = fc
  .tuple(fc.integer({ min: 1, max: 400_000 }), fc.integer({ min: 0, max: 300_000 }), fc.nat())
  .map(([aboutUs, initUs, seed]) =>
    Array.from({ length: 120 }, (_, nth) => ({
      durationUs: Math.floor((aboutUs * ((seed + 7919 * nth) % 1009)) / 1009),
      initUs: nth % 3 === 0 ? Math.floor((initUs * ((seed + 104_729 * nth) % 997)) / 997) : 0,
      isOnReserved: false,
    })),
  );

type Calls = readonly { durationUs: number; initUs: number; isOnReserved: boolean }[];

const oneByOne = (calls: Calls): UsageRecord[] =>
  calls.map(({ durationUs, initUs, isOnReserved }) => ({
    durationMs: durationUs / 1000,
    memoryMb: MEMORY_MB,
    ...(initUs > 0 && { initMs: initUs / 1000 }),
    ...(isOnReserved && { onReserved: true }),
  }));

function grouped(calls: Calls): UsageRecord[] {
  const classes = new UsageClasses(MEMORY_MB);
  for (const { durationUs, initUs, isOnReserved } of calls) classes.add(durationUs, initUs, isOnReserved);
  return classes.records();
}

describe.each(tariffs.map((tariff) => ({ id: tariff.id, tariff })))('$id', ({ tariff }) => {
  test.each([
    ['of any length', manyCalls],
    ['that are alike', alikeCalls],
  ])('calls %s', (_, calls) => {
    const holds = (each: Calls) => {
      for (const freeTier of [false, true]) {
        const expected = receipt(tariff, oneByOne(each), { freeTier });
        expect(receipt(tariff, grouped(each), { freeTier })).toEqual(expected);
      }
    };
    fc.assert(fc.property(calls, holds), cases(15));
  });
});

test('a million calls make few records', () => {
  const classes = new UsageClasses(MEMORY_MB);
  for (let nth = 0; nth < 1_000_000; nth += 1)
    classes.add((nth * 7919) % 30_000_000, ((nth * 31) % 997) * 1000, false);
  expect(classes.records().length).toBeLessThan(20_000);
  const calls = classes.records().reduce((sum, { count = 1 }) => sum + count, 0);
  expect(calls).toBe(1_000_000);
});

test('nobody’s time is less than nothing, and all of it is there', () => {
  fc.assert(
    fc.property(alikeCalls, (calls) => {
      const records = grouped(calls);
      for (const { durationMs, initMs = 1 } of records) {
        expect(durationMs).toBeGreaterThanOrEqual(0);
        expect(initMs).toBeGreaterThan(0);
      }
      const us = (of: (record: UsageRecord) => number) =>
        records.reduce((sum, record) => sum + (record.count ?? 1) * Math.round(of(record) * 1000), 0);
      expect(us(({ durationMs }) => durationMs)).toBe(
        calls.reduce((sum, { durationUs }) => sum + durationUs, 0),
      );
      expect(us(({ initMs = 0 }) => initMs)).toBe(calls.reduce((sum, { initUs }) => sum + initUs, 0));
    }),
  );
});
