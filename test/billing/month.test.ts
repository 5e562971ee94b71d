/** A month of runs alike: figures by hand from the price lists, borders, and what is refused. */
import Big from 'big.js';
import { describe, expect, test } from 'vitest';
import { decimalOf } from '../../src/billing/index.ts';
import { breakEven, MAX_INVOCATIONS, monthOf, perDay, perMonth } from '../../src/billing/month.ts';
import { loadTariff } from './support.ts';

const aws = loadTariff('aws-lambda-x86-us-east-1');
const workers = loadTariff('cloudflare-workers-paid');
const paid = { freeTier: false };
const use = { durationMs: 120, memoryMb: 128, coldShare: 0 };

test('a month has 730 hours: a number a day and a number a month lead to each other', () => {
  expect([perMonth(1), perMonth(24), perDay(730), perDay(0)]).toEqual([30, 730, 24, 0]);
});

test('the share that starts cold is rounded to whole invocations', () => {
  // 0.20 a million, and 0.0000166667 a GB·s of 120 ms, or of 620 ms cold, at an eighth of a GB.
  const month = monthOf(aws, { ...use, initMs: 500, coldShare: 0.25 }, paid);
  const cost = (warm: number, cold: number) =>
    new Big(warm + cold)
      .times('0.0000002')
      .plus(new Big(warm).times('0.015').plus(new Big(cold).times('0.0775')).times('0.0000166667'))
      .toFixed();
  expect(decimalOf(month.costAt(1_000_000))).toBe(cost(750_000, 250_000));
  // 2.5 of ten are three.
  expect(decimalOf(month.costAt(10))).toBe(cost(7, 3));
  expect(month.receiptAt(10).totalUsd).toBe(cost(7, 3));
  expect(month.receiptAt(0).lines).toEqual([]);
  expect(month.tariff).toBe(aws);
});

describe('what is always on is cheaper', () => {
  test('from the first invocation that costs more than it, and not from one that costs the same', () => {
    // One costs 0.0000002 + 0.015 × 0.0000166667 = 0.0000004500005.
    const each = new Big('0.0000004500005');
    const month = monthOf(aws, use, paid);
    for (const fixedUsd of ['3.066', '7.592', '0.0000004500004']) {
      const first = new Big(fixedUsd).div(each).round(0, Big.roundDown).plus(1);
      expect(breakEven(month, fixedUsd)).toBe(Number(first));
    }
    expect(breakEven(month, each.times(8).toFixed())).toBe(9);
    expect(breakEven(month, each.times(64).toFixed())).toBe(65);
  });

  test('unused, beside a base fee that costs more', () => {
    // Workers Paid: 5 dollar a month with 10 million requests and 30 million CPU-ms in it.
    const month = monthOf(workers, { durationMs: 1, cpuMs: 1, memoryMb: 128, coldShare: 0 }, paid);
    expect(breakEven(month, '4.99')).toBe(0);
    expect(breakEven(month, '5')).toBe(10_000_001);
  });

  test('never, when even the most that a month can hold costs less', () => {
    const month = monthOf(aws, use, paid);
    const most = decimalOf(month.costAt(MAX_INVOCATIONS));
    expect(breakEven(month, most)).toBeNull();
    expect(breakEven(month, new Big(most).minus('0.0000000000001').toFixed())).toBe(MAX_INVOCATIONS);
  });
});

test.each([
  [-1, 'invocations: NEGATIVE'],
  [0.5, 'invocations: NOT_AN_INTEGER'],
  [Number.NaN, 'invocations: NOT_AN_INTEGER'],
  [MAX_INVOCATIONS + 1, 'invocations: TOO_LARGE'],
])('%d invocations are refused: %s', (invocations, message) => {
  const month = monthOf(aws, use, paid);
  expect(() => month.costAt(invocations)).toThrow(message);
  expect(() => month.receiptAt(invocations)).toThrow(message);
});

test('all of them cold, or none, is fine', () => {
  for (const coldShare of [0, 1]) expect(() => monthOf(aws, { ...use, coldShare }, paid)).not.toThrow();
});
