import { expect, test } from 'vitest';
import { createMeter, receipt, type Tariff, type UsageRecord } from '../../src/billing/index.ts';
import { loadTariff } from './support.ts';

const aws = loadTariff('aws-lambda-x86-us-east-1');

function counts(tariff: Tariff, record: UsageRecord) {
  const meter = createMeter(tariff);
  meter.add(record);
  return meter.totals().counts;
}

const billedMs = (tariff: Tariff, record: UsageRecord) => {
  const { initUs, durationUs } = counts(tariff, record);
  return [Number(initUs) / 1000, Number(durationUs) / 1000];
};

test('the noise of a clock never costs a millisecond', () => {
  expect(Math.ceil(1100.4 - 915.4)).toBe(186);
  expect(billedMs(aws, { durationMs: 1100.4 - 915.4, memoryMb: 128 })).toEqual([0, 185]);
});

test.each([
  [0, 1],
  [0.0001, 1],
  [0.4, 1],
  [1, 1],
  [1.001, 2],
  [99.999, 100],
])('%d ms is billed as %d ms: up to the next, and at least one', (durationMs, billed) => {
  expect(billedMs(aws, { durationMs, memoryMb: 128 })).toEqual([0, billed]);
});

test('a run that was measured as 0 ms costs the smallest step', () => {
  const [, duration] = receipt(aws, [{ durationMs: 0, memoryMb: 128 }], { freeTier: false }).lines;
  expect(duration?.amountUsd).toBe('0.0000000020833375');
});

test('a start that fits in the millisecond of the run adds nothing', () => {
  const cold = { durationMs: 0.5, initMs: 0.3, memoryMb: 128 };
  expect(billedMs(aws, cold)).toEqual([0, 1]);
  expect(receipt(aws, [cold], { freeTier: false }).lines.map((line) => line.what)).toEqual([
    'requests',
    'duration',
  ]);
});

test('a start that timed out is billed though nothing ran', () => {
  expect(billedMs(aws, { durationMs: 0, initMs: 3_000, memoryMb: 128 })).toEqual([2_999, 1]);
});

test('a tariff with steps of 100 ms rounds the whole span of a cold start to it', () => {
  const rounding = { ...aws.rounding, durationStepMs: 100, minimumDurationMs: 100 };
  expect(billedMs({ ...aws, rounding }, { durationMs: 120, initMs: 30, memoryMb: 128 })).toEqual([0, 200]);
  expect(billedMs({ ...aws, rounding }, { durationMs: 120, initMs: 90, memoryMb: 128 })).toEqual([100, 200]);
  expect(billedMs({ ...aws, rounding }, { durationMs: 0, memoryMb: 128 })).toEqual([0, 100]);
});

test('a minimum is not a step: beyond it every millisecond counts', () => {
  const rounding = { ...aws.rounding, minimumDurationMs: 100 };
  expect(billedMs({ ...aws, rounding }, { durationMs: 7, memoryMb: 128 })).toEqual([0, 100]);
  expect(billedMs({ ...aws, rounding }, { durationMs: 101, memoryMb: 128 })).toEqual([0, 101]);
});

test('memory has a least size and steps', () => {
  const rounding = { ...aws.rounding, memoryStepMb: 64 };
  const mbUs = (memoryMb: number) => counts({ ...aws, rounding }, { durationMs: 1, memoryMb }).durationMbUs;
  expect([64, 128, 129, 192].map(mbUs)).toEqual([128_000n, 128_000n, 192_000n, 192_000n]);
});

test('init that is not billed costs nothing, and init that nobody mentions is an assumption', () => {
  const cold = { durationMs: 10, initMs: 90, memoryMb: 128 };
  expect(billedMs({ ...aws, initBilled: { value: false } }, cold)).toEqual([0, 10]);
  const silent: Tariff = { ...aws, initBilled: { value: 'unknown' } };
  expect(billedMs(silent, cold)).toEqual([0, 10]);
  expect(receipt(silent, [cold], { freeTier: false }).assumptions).toEqual(['INIT_NOT_BILLED']);
  expect(receipt(aws, [cold], { freeTier: false }).assumptions).toEqual([]);
});

test('a step that nobody mentions is none: exact microseconds, and nothing for nothing', () => {
  const rounding = { durationStepMs: null, minimumDurationMs: 0, memoryStepMb: null, minimumMemoryMb: 0 };
  const silent: Tariff = { ...aws, rounding };
  expect(counts(silent, { durationMs: 1.2345, memoryMb: 3 }).durationMbUs).toBe(3705n);
  expect(counts(silent, { durationMs: 0, memoryMb: 3 }).durationMbUs).toBe(0n);
  expect(receipt(silent, [], { freeTier: false }).assumptions).toEqual([
    'DURATION_NOT_ROUNDED',
    'MEMORY_NOT_ROUNDED',
  ]);
});
