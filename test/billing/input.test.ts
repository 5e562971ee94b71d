/** Bad input is refused by code and field, and changes nothing. */
import { describe, expect, test } from 'vitest';
import {
  createMeter,
  mergeQuantities,
  noQuantities,
  priceQuantities,
  readQuantities,
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
    [{ reserved: true }, 'NOT_SUPPORTED', 'reserved'],
    [{ onReserved: true }, 'NOT_SUPPORTED', 'onReserved'],
  ])('%o is refused as %s of %s, and the bill stays as it was', (fields, code, field) => {
    const meter = createMeter(aws);
    meter.add(good);
    const before = meter.quantities();
    expect(problem(() => meter.add(fromJson(fields)))).toEqual([code, field]);
    expect(meter.quantities()).toEqual(before);
  });

  test('none of it at all is fine, and costs nothing', () => {
    const meter = createMeter(aws);
    meter.add({ ...good, count: 0 });
    expect(meter.receipt({ freeTier: false })).toMatchObject({ lines: [], totalUsd: '0' });
  });

  test('a record that says what it is not is an invocation like others', () => {
    const meter = createMeter(aws);
    meter.add(fromJson({ reserved: false, onReserved: false }));
    expect(meter.quantities().counts.requests).toBe('1');
  });
});

describe('kept quantities', () => {
  const kept = noQuantities(aws.id);

  test.each([
    [null, 'MISSING', 'tariffId'],
    ['[]', 'MISSING', 'tariffId'],
    [{ tariffId: aws.id }, 'MISSING', 'counts.requests'],
    [{ tariffId: aws.id, counts: null }, 'MISSING', 'counts.requests'],
    [{ ...kept, counts: { ...kept.counts, initUs: '-1' } }, 'NOT_AN_INTEGER', 'counts.initUs'],
    [{ ...kept, counts: { ...kept.counts, durationMbUs: 5 } }, 'NOT_AN_INTEGER', 'counts.durationMbUs'],
    [{ ...kept, counts: { ...kept.counts, requests: '1e3' } }, 'NOT_AN_INTEGER', 'counts.requests'],
  ])('%o is refused as %s of %s', (value, code, field) => {
    expect(problem(() => readQuantities(value))).toEqual([code, field]);
  });

  test('come back as they were', () => {
    const meter = createMeter(aws);
    meter.add({ ...good, count: 10 ** 9, initMs: 33.3 });
    const text = JSON.stringify(meter.quantities());
    expect(readQuantities(JSON.parse(text))).toEqual(meter.quantities());
  });

  test('of one tariff are never billed under another', () => {
    const other = noQuantities('aws-lambda-x86-eu-central-1');
    const refused = ['OTHER_TARIFF', 'tariffId'];
    expect(problem(() => mergeQuantities(kept, other))).toEqual(refused);
    expect(problem(() => priceQuantities(aws, other, { freeTier: false }))).toEqual(refused);
    expect(problem(() => createMeter(aws, other))).toEqual(refused);
  });
});
