/** What holds under every tariff that the project has, for records that say everything a record can say. */
import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  createMeter,
  decimalOf,
  mergeTotals,
  priceTotals,
  receipt,
  sumUsd,
  type Tariff,
  type Totals,
  type UsageRecord,
} from '../../src/billing/index.ts';
import { breakEven, monthOf, perMonth } from '../../src/billing/month.ts';
import { anyWholeRecord, anyWholeRecords, loadTariff, loadTariffs, withoutTiers } from './support.ts';

const anyTariff = fc.constantFrom(...loadTariffs());
const anyOptions = fc.record({ freeTier: fc.boolean() });

function totalsOf(tariff: Tariff, records: readonly UsageRecord[]): Totals {
  const meter = createMeter(tariff);
  for (const record of records) meter.add(record);
  return meter.totals();
}

const isOrdinary = ({ reserved, onReserved }: UsageRecord) => reserved !== true && onReserved !== true;

test('order never changes a receipt', () => {
  fc.assert(
    fc.property(anyTariff, anyOptions, anyWholeRecords, (tariff, options, records) => {
      expect(receipt(tariff, [...records].reverse(), options)).toEqual(receipt(tariff, records, options));
    }),
  );
});

test('`count` stands for that many records alike, also within one active period', () => {
  fc.assert(
    fc.property(anyTariff, anyOptions, anyWholeRecord, fc.nat(12), (tariff, options, record, count) => {
      const one = { ...record, count: 1 };
      const apart = Array.from({ length: count }, () => one);
      expect(receipt(tariff, [{ ...one, count }], options)).toEqual(receipt(tariff, apart, options));
    }),
  );
});

test('totals of parts merge to the bill of the whole, wherever it is cut', () => {
  fc.assert(
    fc.property(anyTariff, anyOptions, anyWholeRecords, fc.nat(12), (tariff, options, records, at) => {
      const merged = mergeTotals(totalsOf(tariff, records.slice(0, at)), totalsOf(tariff, records.slice(at)));
      const bill = priceTotals(tariff, merged, options);
      expect(bill).toEqual(receipt(tariff, records, options));
    }),
  );
});

test('the lines sum to the total, to the last digit', () => {
  fc.assert(
    fc.property(anyTariff, anyOptions, anyWholeRecords, (tariff, options, records) => {
      const { lines, totalUsd } = receipt(tariff, records, options);
      expect(sumUsd(lines.map(({ amountUsd }) => amountUsd))).toBe(totalUsd);
      expect(lines.every(({ amountUsd }) => new Big(amountUsd).gte(0))).toBe(true);
    }),
  );
});

test('each line multiplies out, but for what an hour can not divide', () => {
  fc.assert(
    fc.property(anyTariff, anyOptions, anyWholeRecords, (tariff, options, records) => {
      for (const line of receipt(tariff, records, options).lines) {
        const product = new Big(line.quantity).times(line.unitPriceUsd).minus(line.discountUsd);
        const isHour = line.unit === 'gb-hour' || line.unit === 'cpu-hour';
        // An hour of use is cut at 40 decimals, and so is the amount: they differ by no more than that.
        const most = isHour ? new Big('1e-38') : new Big(0);
        expect(product.minus(line.amountUsd).abs().lte(most)).toBe(true);
      }
    }),
  );
});

test('more use never costs less', () => {
  const anyMore = anyWholeRecord.filter(isOrdinary);
  fc.assert(
    fc.property(anyTariff, anyOptions, anyWholeRecords, anyMore, (tariff, options, records, more) => {
      const before = new Big(receipt(tariff, records, options).totalUsd);
      expect(before.lte(receipt(tariff, [...records, more], options).totalUsd)).toBe(true);
    }),
  );
});

test('keeping more ready never costs less either', () => {
  fc.assert(
    fc.property(anyTariff, anyWholeRecords, anyWholeRecord, (tariff, records, more) => {
      const options = { freeTier: false };
      const before = new Big(receipt(tariff, records, options).totalUsd);
      const after = receipt(tariff, [...records, { ...more, reserved: true, onReserved: false }], options);
      expect(before.lte(after.totalUsd)).toBe(true);
    }),
  );
});

test('a free tier makes no bill dearer and none negative', () => {
  fc.assert(
    fc.property(anyTariff, anyWholeRecords, (tariff, records) => {
      const free = receipt(tariff, records, { freeTier: true });
      expect(new Big(free.totalUsd).lte(receipt(tariff, records, { freeTier: false }).totalUsd)).toBe(true);
      expect(new Big(free.totalUsd).gte(0)).toBe(true);
    }),
  );
});

test('bills of parts sum to the bill of the whole where nothing is counted for the account as a whole', () => {
  const simple = loadTariffs()
    .filter((tariff) => tariff.credits === undefined && tariff.included === undefined)
    .map(withoutTiers);
  const inOnePiece = anyWholeRecord.map(({ activePeriodId: _, ...record }) => record).filter(isOrdinary);
  const anyRecords = fc.array(inOnePiece, { maxLength: 10 });
  fc.assert(
    fc.property(fc.constantFrom(...simple), anyRecords, fc.nat(10), (tariff, records, at) => {
      const options = { freeTier: false };
      const parts = [records.slice(0, at), records.slice(at)].map((some) => totalsOf(tariff, some));
      const amounts = parts.map((totals) => priceTotals(tariff, totals, options));
      const sum = amounts.reduce((total, { totalUsd }) => total.plus(totalUsd), new Big(0));
      const whole = new Big(receipt(tariff, records, options).totalUsd);
      // Where hours do not end, each of the three is cut at 40 decimals.
      expect(sum.minus(whole).abs().lte('1e-38')).toBe(true);
    }),
  );
});

describe('instance time', () => {
  const flex = loadTariff('azure-functions-flex');
  const half = { durationMs: 400, instanceMs: 130, memoryMb: 512 };
  const seconds = (records: readonly UsageRecord[]) =>
    receipt(flex, records, { freeTier: false }).lines.find(({ what }) => what === 'duration')?.quantity;

  test('minimum and step are those of the active period, not of its shares', () => {
    // 130 + 130 ms: less than a second, so one second of half a GB.
    expect(
      seconds([
        { ...half, activePeriodId: 'a' },
        { ...half, activePeriodId: 'a' },
      ]),
    ).toBe('0.5');
    expect(seconds([half, half])).toBe('1');
    // 9 × 130 = 1,170 ms: up to 1,200.
    expect(seconds([{ ...half, activePeriodId: 'a', count: 9 }])).toBe('0.6');
  });

  test('another size is another instance', () => {
    const larger = { ...half, memoryMb: 2_048, activePeriodId: 'a' };
    expect(seconds([{ ...half, activePeriodId: 'a' }, larger])).toBe('2.5');
  });
});

describe('what a receipt has to name', () => {
  const run = { durationMs: 120, memoryMb: 128 };
  const named = (id: string, record: UsageRecord) =>
    receipt(loadTariff(id), [record], { freeTier: false }).assumptions;

  test.each([
    ['aws-lambda-x86-eu-central-1', run, []],
    ['cloudflare-workers-paid', run, ['DURATION_NOT_ROUNDED', 'CPU_TIME_IS_DURATION']],
    ['cloudflare-workers-paid', { ...run, cpuMs: 7 }, ['DURATION_NOT_ROUNDED']],
    ['azure-functions-consumption', run, ['INIT_NOT_BILLED', 'MEMORY_USED_IS_CONFIGURED']],
    ['azure-functions-consumption', { ...run, memoryUsedMb: 60 }, ['INIT_NOT_BILLED']],
    ['gcp-cloud-run-request', run, ['INSTANCE_TIME_IS_DURATION', 'VCPU_IS_STANDARD']],
    ['gcp-cloud-run-request', { ...run, instanceMs: 60, vcpu: 1 }, []],
    ['gcp-functions-gen1', run, ['INIT_NOT_BILLED']],
    ['gcp-functions-gen1', { ...run, responseBytes: 1 }, ['INIT_NOT_BILLED', 'DATA_OUT_NOT_COUNTED']],
    ['aws-lambda-x86-eu-central-1', { ...run, memoryMb: 10_241 }, ['MEMORY_BEYOND_LIMIT']],
    ['aws-lambda-x86-eu-central-1', { ...run, durationMs: 900_001 }, ['DURATION_BEYOND_LIMIT']],
    [
      'oracle-functions',
      { ...run, reserved: true },
      ['INIT_NOT_BILLED', 'DURATION_NOT_ROUNDED', 'MEMORY_NOT_ROUNDED', 'READY_HAS_NO_PRICE'],
    ],
    // Nothing that ran is nothing to doubt.
    ['aws-lambda-x86-eu-central-1', { ...run, memoryMb: 10_241, count: 0 }, []],
  ])('%s with %o: %o', (id, record, assumptions) => {
    expect(named(id, record)).toEqual(assumptions);
  });
});

describe('a month', () => {
  const anyUse = fc.record({
    durationMs: fc.double({ min: 0, max: 60_000, noNaN: true }),
    memoryMb: fc.integer({ min: 128, max: 4_096 }),
    initMs: fc.double({ min: 0, max: 5_000, noNaN: true }),
    coldShare: fc.double({ min: 0, max: 1, noNaN: true }),
  });

  test('costs what its invocations cost, cold and warm', () => {
    fc.assert(
      fc.property(anyTariff, anyOptions, anyUse, fc.nat(1e9), (tariff, options, use, invocations) => {
        const { coldShare, initMs, ...run } = use;
        const cold = Math.round(invocations * coldShare);
        const records = [
          { ...run, count: invocations - cold },
          { ...run, initMs, count: cold },
        ];
        const { totalUsd } = receipt(tariff, records, options);
        const month = monthOf(tariff, use, options);
        expect(decimalOf(month.costAt(invocations))).toBe(totalUsd);
        expect(month.receiptAt(invocations).totalUsd).toBe(totalUsd);
      }),
    );
  });

  test('is dearer than a fixed price from exactly one number on', () => {
    const anyPrice = fc.constantFrom('0.01', '3.066', '7.592', '15.15', '120');
    fc.assert(
      fc.property(anyTariff, anyOptions, anyUse, anyPrice, (tariff, options, use, fixedUsd) => {
        const month = monthOf(tariff, use, options);
        const point = breakEven(month, fixedUsd);
        const costAt = (invocations: number) => new Big(decimalOf(month.costAt(invocations)));
        if (point === null) throw new Error('every tariff of ours charges for use');
        expect(costAt(point).gt(fixedUsd)).toBe(true);
        if (point > 0) expect(costAt(point - 1).lte(fixedUsd)).toBe(true);
      }),
    );
  });

  test('has 730 hours', () => {
    expect([perMonth(24), perMonth(1), perMonth(1_000)]).toEqual([730, 30, 30_417]);
  });

  test.each([
    [{ coldShare: -0.1 }, 'coldShare: NEGATIVE'],
    [{ coldShare: 1.1 }, 'coldShare: TOO_LARGE'],
    [{ coldShare: Number.NaN }, 'coldShare: NOT_A_NUMBER'],
    [{ durationMs: -1 }, 'durationMs: NEGATIVE'],
  ])('%o is refused: %s', (fields, message) => {
    const use = { durationMs: 1, memoryMb: 128, coldShare: 0, ...fields };
    expect(() => monthOf(loadTariff('oracle-functions'), use, { freeTier: false })).toThrow(message);
  });
});
