/** Many meters at once count as each tariff's own meter does. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  createMeter,
  createMeters,
  LONGEST_PERIOD_ID,
  MOST_PERIODS,
  readUsage,
  type UsageRecord,
} from '../../src/billing/index.ts';
import { loadPrices } from '../../src/tool/bill/tariff-folder.ts';

const { tariffs } = loadPrices();
const ms = fc.integer({ min: 0, max: 3_000_000 }).map((hundredths) => hundredths / 100);
const anyRecord: fc.Arbitrary<UsageRecord> = fc.record(
  {
    durationMs: ms,
    memoryMb: fc.constantFrom(128, 200, 512, 1_769, 4_096),
    count: fc.integer({ min: 0, max: 1_000 }),
    initMs: ms,
    cpuMs: ms,
    memoryUsedMb: fc.integer({ min: 1, max: 4_096 }),
    responseBytes: fc.integer({ min: 0, max: 30_000_000 }),
    activePeriodId: fc.constantFrom('a', 'b'),
    reserved: fc.boolean(),
    onReserved: fc.boolean(),
  },
  { requiredKeys: ['durationMs', 'memoryMb'] },
);

test('the totals of every tariff are those of its own meter', () => {
  fc.assert(
    fc.property(fc.array(anyRecord, { maxLength: 20 }), (records) => {
      const meters = createMeters(tariffs);
      for (const record of records) meters.add(readUsage(record));
      for (const tariff of tariffs) {
        const meter = createMeter(tariff);
        for (const record of records) meter.add(record);
        expect(meters.totalsOf(tariff)).toEqual(meter.totals());
      }
    }),
  );
});

test('a tariff that it was not made for has no totals', () => {
  const [first, second] = tariffs;
  if (first === undefined || second === undefined) return expect.fail('two tariffs');
  expect(() => createMeters([first]).totalsOf(second)).toThrow(RangeError);
});

test('a period too many counts under no tariff, and one that is known still counts under all', () => {
  const meters = createMeters(tariffs);
  const use = (id: string) => readUsage({ durationMs: 10, memoryMb: 128, activePeriodId: id });
  for (let at = 0; at < MOST_PERIODS; at += 1) meters.add(use(`p${at}`));
  expect(() => meters.add(use('another'))).toThrow(
    expect.objectContaining({ code: 'TOO_MANY_PERIODS', field: 'activePeriodId' }),
  );
  expect(() => meters.add(use('x'.repeat(LONGEST_PERIOD_ID + 1)))).toThrow(
    expect.objectContaining({ code: 'TOO_LONG', field: 'activePeriodId' }),
  );
  meters.add(use('p0'));
  for (const tariff of tariffs)
    expect(meters.totalsOf(tariff).counts.requests).toBe(BigInt(MOST_PERIODS + 1));
});
