/** Bad input is refused by code and field, and changes nothing. */
import { describe, expect, test } from 'vitest';
import {
  createMeter,
  mergeTotals,
  priceTotals,
  UsageError,
  type UsageRecord,
} from '../../src/billing/index.ts';
import { loadTariff } from './support.ts';

const aws = loadTariff('aws-lambda-x86-us-east-1');
const good = { durationMs: 10, memoryMb: 128 };

function problem(act: () => unknown): [code: string, field: string] {
  try {
    act();
  } catch (error) {
    if (error instanceof UsageError) return [error.code, error.field];
    throw error;
  }
  throw new Error('nothing was refused');
}

/** As it would come from JSON, where no compiler looks. */
const fromJson = (fields: object): UsageRecord => ({ ...good, ...fields });

describe('a record', () => {
  test.each([
    [{ durationMs: Number.NaN }, 'NOT_A_NUMBER', 'durationMs'],
    [{ durationMs: Number.POSITIVE_INFINITY }, 'NOT_A_NUMBER', 'durationMs'],
    [{ durationMs: -0.001 }, 'NEGATIVE', 'durationMs'],
    [{ durationMs: Number.NEGATIVE_INFINITY }, 'NOT_A_NUMBER', 'durationMs'],
    [{ durationMs: 1.1e12 }, 'TOO_LARGE', 'durationMs'],
    [{ durationMs: undefined }, 'MISSING', 'durationMs'],
    [{ durationMs: null }, 'MISSING', 'durationMs'],
    [{ durationMs: '10' }, 'NOT_A_NUMBER', 'durationMs'],
    [{ initMs: Number.NaN }, 'NOT_A_NUMBER', 'initMs'],
    [{ initMs: -1 }, 'NEGATIVE', 'initMs'],
    [{ memoryMb: 0 }, 'ZERO', 'memoryMb'],
    [{ memoryMb: 128.5 }, 'NOT_AN_INTEGER', 'memoryMb'],
    [{ memoryMb: 2e9 }, 'TOO_LARGE', 'memoryMb'],
    [{ memoryMb: undefined }, 'MISSING', 'memoryMb'],
    [{ count: 1.5 }, 'NOT_AN_INTEGER', 'count'],
    [{ count: -1 }, 'NEGATIVE', 'count'],
    [{ count: 2 ** 53 }, 'TOO_LARGE', 'count'],
    [{ count: null }, 'MISSING', 'count'],
    [{ cpuMs: -1 }, 'NEGATIVE', 'cpuMs'],
    [{ memoryUsedMb: Number.NaN }, 'NOT_A_NUMBER', 'memoryUsedMb'],
    [{ instanceMs: Number.NaN }, 'NOT_A_NUMBER', 'instanceMs'],
    [{ vcpu: -0.5 }, 'NEGATIVE', 'vcpu'],
    [{ responseBytes: 0.5 }, 'NOT_AN_INTEGER', 'responseBytes'],
    [{ reserved: 'yes' }, 'NOT_A_CLAIM', 'reserved'],
    [{ onReserved: 1 }, 'NOT_A_CLAIM', 'onReserved'],
    [{ activePeriodId: 7 }, 'NOT_TEXT', 'activePeriodId'],
  ])('%o is refused as %s of %s, and the bill stays as it was', (fields, code, field) => {
    const meter = createMeter(aws);
    meter.add(good);
    const before = meter.totals();
    expect(problem(() => meter.add(fromJson(fields)))).toEqual([code, field]);
    expect(meter.totals()).toEqual(before);
  });

  test('none of it at all is fine, and costs nothing', () => {
    const meter = createMeter(aws);
    meter.add({ ...good, count: 0 });
    expect(priceTotals(aws, meter.totals(), { freeTier: false })).toMatchObject({ lines: [], totalUsd: '0' });
  });

  test('a record that says what it is not is an invocation like others', () => {
    const meter = createMeter(aws);
    meter.add(fromJson({ reserved: false, onReserved: false }));
    expect(meter.totals().counts.requests).toBe(1n);
  });
});

test('totals of one tariff are never billed under another', () => {
  const mine = createMeter(aws).totals();
  const other = createMeter(loadTariff('aws-lambda-x86-eu-central-1')).totals();
  const refused = ['OTHER_TARIFF', 'tariffId'];
  expect(problem(() => mergeTotals(mine, other))).toEqual(refused);
  expect(problem(() => priceTotals(aws, other, { freeTier: false }))).toEqual(refused);
});
