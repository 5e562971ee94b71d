/** What a lesson says of money is computed from the tariffs: here by hand, from the prices in the file. */
import { expect, test } from 'vitest';
import { billOf, breakEven, figure, freeCallsFigure, times } from '../../src/lesson/figures.ts';
import { loadTariff } from '../billing/support.ts';

const AWS = 'aws-lambda-x86-us-east-1';
/** 0.20 USD a million requests, 0.0000166667 USD a GB-second; 128 MB are an eighth of a GB. */
const RUN_USD = 0.000_000_2 + 0.05 * 0.125 * 0.000_016_666_7;

test('a price is that of the file, with its source and the day on which it was read', () => {
  const { source, readDate } = loadTariff(AWS);
  expect(figure('gb-second', AWS)).toMatchObject({ amount: { usd: '0.0000166667' }, source, readDate });
  expect(figure('requests-per-million', AWS)).toMatchObject({ amount: { usd: '0.20' } });
  expect(figure('free-requests', AWS)).toMatchObject({ kind: 'quantity', text: '1.000.000' });
});

test('a bill is what the runs cost, with the free tier when it is asked for', () => {
  const use = { count: 3_000_000, durationMs: 120, memoryMb: 1_536, tariff: AWS };
  // 3 × 0.20, and 3,000,000 × 0.12 s × 1.5 GB × 0.0000166667; AWS prints the second as its example "mobile backend".
  expect(billOf(use).usd).toBe('9.600018');
  expect(billOf({ ...use, freeTier: true }).usd).toBe('2.733338');
});

test.each([
  // 1,000,000 requests are used up long before 400,000 GB-seconds: a run takes 0.02 × 0.125 = 0.0025 of them.
  [20, 128, AWS, '1.000.000'],
  // 400,000 GB-seconds, and 1 of them a run.
  [1_000, 1_024, AWS, '400.000'],
  // A fixed price a month is never nothing.
  [20, 128, 'cloudflare-workers-paid', '0'],
])(
  '%i ms with %i MB at %s: so many are free as the gift that is used up first allows',
  (durationMs, memoryMb, tariff, text) => {
    const { source, readDate } = loadTariff(tariff);
    expect(freeCallsFigure({ durationMs, memoryMb, tariff })).toEqual({
      kind: 'quantity',
      text,
      source,
      readDate,
    });
  },
);

test('a free plan is told in the words of the file, a number on one line with its unit, and is not made up', () => {
  expect(figure('free-plan', 'cloudflare-workers-paid')).toMatchObject({
    // The file has a plain space there.
    text: loadTariff('cloudflare-workers-paid').plan?.freePlan?.replace('10 ms', '10\u00a0ms'),
  });
  expect(() => figure('free-plan', AWS)).toThrow(`content/tariffs/${AWS}.json: no plan that is free`);
});

test('the server is cheaper from the first run on that makes the functions dearer than it', () => {
  const server = figure('server-month');
  if (server.kind !== 'amount') throw new Error('a month of a server is an amount');
  const point = breakEven({ durationMs: 50, memoryMb: 128, tariff: AWS });
  expect(point?.perMonth).toBe(Math.floor(Number(server.amount.usd) / RUN_USD) + 1);
});

test('how many times as dear, in Dutch, and not where there is nothing to compare with', () => {
  const use = { durationMs: 50, memoryMb: 128, tariff: AWS };
  // Only the memory counts four times: (0.0000002 + 4 × 0.000000104166875) ÷ 0.000000304166875.
  expect(times({ ...use, memoryMb: 512 }, use)).toBe('2');
  expect(times({ ...use, memoryMb: 1_024 }, use)).toBe('3,4');
  expect(() => times(use, { ...use, count: 0 })).toThrow('b costs nothing');
});

test('a tariff that is not there is named', () => {
  expect(() => billOf({ durationMs: 1, memoryMb: 128, tariff: 'nergens' })).toThrow(
    'content/tariffs/nergens.json: no such tariff of functions',
  );
});
