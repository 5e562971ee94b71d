import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SalesBook } from '../../../src/playground/model/feed.ts';
import { printPlayground, type Sale } from '../../../src/till/receipt/receipts.ts';
import { functionsUsd } from '../../../src/till/visit/pricing.ts';

const sale = fc.record({
  isCold: fc.boolean(),
  durationMs: fc.constantFrom(0.1, 1, 1.1, 250),
  memoryMb: fc.constantFrom(128, 1024),
});

function bookOf(sales: readonly Sale[]): SalesBook {
  const book = new SalesBook();
  for (const one of sales) book.add(one);
  return book;
}

const sales = fc.array(sale, { minLength: 1, maxLength: 40 }).map((all) =>
  all.map(({ isCold, durationMs, memoryMb }, at): Sale => {
    const usage = isCold ? { durationMs, memoryMb, initMs: 20 } : { durationMs, memoryMb };
    return { invocationId: `i${at}`, isCold, usage };
  }),
);

describe('a receipt of counted sales', () => {
  test('costs what the sales cost one by one', () => {
    fc.assert(
      fc.property(sales, (all) => {
        const book = bookOf(all);
        expect(book.total).toBe(all.length);
        expect(functionsUsd(book.counted())).toBe(functionsUsd(all));
        expect(printPlayground(book, null).totalUsd).toBe(functionsUsd(all));
      }),
    );
  });

  test('with one of them picked has the same total, and that one’s lines apart', () => {
    fc.assert(
      fc.property(sales, fc.nat(), (all, nth) => {
        const picked = all[nth % all.length];
        const printed = printPlayground(bookOf(all), picked?.invocationId ?? null);
        expect(printed.totalUsd).toBe(functionsUsd(all));
        const own = printed.lines.filter(({ isPicked }) => isPicked);
        expect(own).toHaveLength(picked?.isCold ? 3 : 2);
        const others = printed.lines.filter(({ isPicked }) => !isPicked);
        expect(others.map(({ what }) => what)).toEqual(
          all.length === 1 ? [] : [`${all.length - 1} andere aanroep${all.length === 2 ? '' : 'en'}`],
        );
      }),
    );
  });
});

test('of the newest 20,000 each can be found, of older ones only the sum is left', () => {
  const usage = { durationMs: 1, memoryMb: 128 };
  const book = new SalesBook();
  for (let at = 0; at < 20_001; at += 1) book.add({ invocationId: `i${at}`, isCold: false, usage });
  expect(book.find('i0')).toBeNull();
  expect(book.find('i1')).toMatchObject({ invocationId: 'i1' });
  expect(book.counted()).toEqual([{ usage: { ...usage, count: 20_001 } }]);
  expect(book.lastWarm?.invocationId).toBe('i20000');
});

test('runs that differ only in what a tariff of another cloud counts are not one', () => {
  const run = { durationMs: 10, memoryMb: 128 };
  const usages = [run, { ...run, cpuMs: 4 }, { ...run, responseBytes: 900 }, { ...run, cpuMs: 4 }];
  const book = bookOf(usages.map((usage, at) => ({ invocationId: `i${at}`, isCold: false, usage })));
  expect(book.counted()).toEqual([
    { usage: { ...run, count: 1 } },
    { usage: { ...run, cpuMs: 4, count: 2 } },
    { usage: { ...run, responseBytes: 900, count: 1 } },
  ]);
});
