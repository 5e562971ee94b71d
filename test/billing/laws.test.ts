/** What holds for every bill, whatever was used. */
import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createMeter,
  mergeTotals,
  priceTotals,
  receipt,
  type Tariff,
  type Totals,
  type UsageRecord,
} from '../../src/billing/index.ts';
import { anyRecord, anyRecords, loadTariff, withoutTiers } from './support.ts';

const aws = loadTariff('aws-lambda-x86-us-east-1');
/** Tiers and a free tier that ordinary use reaches, so that the laws meet them. */
const small: Tariff = {
  ...aws,
  components: aws.components.map((component) =>
    component.rule !== 'configured-memory-time'
      ? component
      : {
          ...component,
          tiers: [
            { upTo: '0.3', priceUsd: '0.7' },
            { upTo: '900.25', priceUsd: '0.5' },
            { upTo: null, priceUsd: '0.3' },
          ],
        },
  ),
  freeTier: { quantities: { requests: '3', gbSeconds: '40' }, per: 'month', scope: 'account' },
};

const anyTariff = fc.constantFrom(aws, small);
const anyOptions = fc.record({ freeTier: fc.boolean() });
const totalUsd = (tariff: Tariff, records: readonly UsageRecord[], options = { freeTier: false }) =>
  new Big(receipt(tariff, records, options).totalUsd);

function totalsOf(tariff: Tariff, records: readonly UsageRecord[]): Totals {
  const meter = createMeter(tariff);
  for (const record of records) meter.add(record);
  return meter.totals();
}

test('order never changes a receipt', () => {
  const anyShuffle = anyRecords.chain((records) =>
    fc.tuple(
      fc.constant(records),
      fc.shuffledSubarray(records, { minLength: records.length, maxLength: records.length }),
    ),
  );
  fc.assert(
    fc.property(anyTariff, anyOptions, anyShuffle, (tariff, options, [records, shuffled]) => {
      expect(receipt(tariff, shuffled, options)).toEqual(receipt(tariff, records, options));
    }),
  );
});

test('`count` stands for that many records alike', () => {
  const anyFew = fc.tuple(anyRecord, fc.nat(30));
  fc.assert(
    fc.property(anyTariff, anyOptions, anyFew, (tariff, options, [record, count]) => {
      const one = { ...record, count: 1 };
      const apart = Array.from({ length: count }, () => one);
      expect(receipt(tariff, [{ ...one, count }], options)).toEqual(receipt(tariff, apart, options));
    }),
  );
});

test('splitting a bill in two never changes its total', () => {
  const flat = withoutTiers(aws);
  fc.assert(
    fc.property(anyRecords, fc.array(fc.boolean()), (records, sides) => {
      const left = records.filter((_, i) => sides[i] ?? false);
      const right = records.filter((_, i) => !(sides[i] ?? false));
      const parts = totalUsd(flat, left).plus(totalUsd(flat, right));
      expect(parts.eq(totalUsd(flat, records))).toBe(true);
    }),
  );
});

test('totals of parts merge to the bill of the whole, tiers and free tier and all', () => {
  fc.assert(
    fc.property(anyTariff, anyOptions, anyRecords, anyRecords, (tariff, options, first, second) => {
      const merged = mergeTotals(totalsOf(tariff, first), totalsOf(tariff, second));
      expect(priceTotals(tariff, merged, options)).toEqual(receipt(tariff, [...first, ...second], options));
    }),
  );
});

test('more use never costs less', () => {
  fc.assert(
    fc.property(anyTariff, anyOptions, anyRecords, anyRecord, (tariff, options, records, more) => {
      const before = totalUsd(tariff, records, options);
      expect(totalUsd(tariff, [...records, more], options).gte(before)).toBe(true);
    }),
  );
});

test('a longer run, more memory or a start never costs less', () => {
  fc.assert(
    fc.property(anyRecord, fc.nat(10_000), fc.nat(1_000), fc.nat(10_000), (record, ms, mb, initMs) => {
      const more = {
        ...record,
        durationMs: record.durationMs + ms,
        memoryMb: record.memoryMb + mb,
        initMs: (record.initMs ?? 0) + initMs,
      };
      expect(totalUsd(aws, [more]).gte(totalUsd(aws, [record]))).toBe(true);
    }),
  );
});

test('a free tier never makes a bill negative, nor dearer, and covers no more than it gives', () => {
  fc.assert(
    fc.property(anyRecords, (records) => {
      const bill = receipt(small, records, { freeTier: true });
      const free = (what: string) =>
        bill.lines
          .filter((line) => (what === 'requests') === (line.what === 'requests'))
          .reduce((sum, line) => sum.plus(line.freeQuantity), new Big(0));
      expect(bill.lines.every((line) => new Big(line.amountUsd).gte(0))).toBe(true);
      expect(new Big(bill.totalUsd).lte(totalUsd(small, records))).toBe(true);
      expect(free('requests').lte('0.000003')).toBe(true);
      expect(free('compute').lte('40')).toBe(true);
    }),
  );
});

test('each line multiplies out, and the lines sum to the total', () => {
  fc.assert(
    fc.property(anyTariff, anyOptions, anyRecords, (tariff, options, records) => {
      const bill = receipt(tariff, records, options);
      let sum = new Big(0);
      for (const { quantity, unitPriceUsd, amountUsd } of bill.lines) {
        expect(new Big(quantity).times(unitPriceUsd).eq(amountUsd)).toBe(true);
        sum = sum.plus(amountUsd);
      }
      expect(sum.eq(bill.totalUsd)).toBe(true);
    }),
  );
});

test('what is paid and what is free is all that was used, in whole numbers', () => {
  fc.assert(
    fc.property(anyTariff, anyOptions, anyRecords, (tariff, options, records) => {
      const { counts } = totalsOf(tariff, records);
      let gbSeconds = new Big(0);
      for (const line of receipt(tariff, records, options).lines) {
        if (line.unit === 'gb-second') gbSeconds = gbSeconds.plus(line.quantity).plus(line.freeQuantity);
      }
      const mbUs = counts.initMbUs + counts.durationMbUs;
      expect(gbSeconds.times('1024000000').eq(mbUs)).toBe(true);
    }),
  );
});

test('the two parts of a cold start are the bill of its span', () => {
  fc.assert(
    fc.property(anyRecord, (record) => {
      const spanMs = (Math.round(record.durationMs * 1000) + Math.round((record.initMs ?? 0) * 1000)) / 1000;
      const { initMs: _, ...warm } = { ...record, durationMs: spanMs };
      expect(totalUsd(aws, [record]).eq(totalUsd(aws, [warm]))).toBe(true);
    }),
  );
});

describe('no drift', () => {
  const smallest = { durationMs: 0, memoryMb: 128 };
  const largest = { durationMs: 899_999.5, initMs: 0.4, memoryMb: 10_240 };
  const billion = 10 ** 9;

  test('10^9 records of the smallest unit, at once and merged from halves', () => {
    // 128 MB·ms × 10^9 = 125,000 GB·s at 0.0000166667, and 1,000 million requests at 0.20
    const bill = receipt(aws, [{ ...smallest, count: billion }], { freeTier: false });
    expect(bill.totalUsd).toBe('202.0833375');

    let merged = totalsOf(aws, []);
    let doubled = totalsOf(aws, [smallest]);
    for (let left = billion; left > 0; left = Math.floor(left / 2)) {
      if (left % 2 === 1) merged = mergeTotals(merged, doubled);
      doubled = mergeTotals(doubled, doubled);
    }
    expect(priceTotals(aws, merged, { freeTier: false })).toEqual(bill);
  });

  test('10^9 of the largest record leave the safe integers, and nothing is lost', () => {
    const { counts } = totalsOf(aws, [{ ...largest, count: billion }]);
    expect(counts.durationMbUs).toBe(900_000_000n * 10_240n * 10n ** 9n);
  });

  test('one by one across the border of the safe integers', () => {
    const meter = createMeter(aws);
    const records = 2_000;
    for (let i = 0; i < records; i += 1) meter.add({ ...largest, durationMs: 899_999 + i });
    // Each rounds the span of start and run up: (899,999 + i + 0.4) ms → 900,000 + i, of which 1 ms is the start.
    const ms = BigInt(records) * 899_999n + BigInt((records * (records - 1)) / 2);
    const { counts } = meter.totals();
    expect(BigInt(counts.durationMbUs)).toBe(ms * 1000n * 10_240n);
    expect(BigInt(counts.initMbUs)).toBe(BigInt(records) * 1000n * 10_240n);
    expect(BigInt(counts.durationMbUs)).toBeGreaterThan(BigInt(Number.MAX_SAFE_INTEGER));
  });
});
