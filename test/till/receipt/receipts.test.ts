/** Receipts under every tariff: what is printed adds up, and each amount says how it came about. */
import { describe, expect, test } from 'vitest';
import { SalesBook } from '../../../src/playground/model/feed.ts';
import { comparedTariffs, findTariff } from '../../../src/till/prices/all-prices.ts';
import { labChoice } from '../../../src/till/prices/lab-choice.ts';
import { tillEuro } from '../../../src/till/prices/server-price.ts';
import { planRemarks } from '../../../src/till/receipt/reasons.ts';
import { printPlayground, printRun, printVisit } from '../../../src/till/receipt/receipts.ts';
import { functionsUsd, perMillionEuro } from '../../../src/till/visit/pricing.ts';

const bought = [
  { title: 'Een', usage: { durationMs: 12.4, memoryMb: 128, initMs: 30, count: 1 } },
  { title: 'Een', usage: { durationMs: 3.2, memoryMb: 128, count: 7 } },
  { title: 'Twee', usage: { durationMs: 800, memoryMb: 1_024, count: 2 } },
];
const digits = (printed: string) => BigInt(printed.replace(/\D/g, ''));
const choices = comparedTariffs.flatMap((tariff) =>
  [false, true].map((freeTier) => ({ tariff, options: { freeTier } })),
);

describe.each(choices)('$tariff.id, free tier $options.freeTier', (by) => {
  const book = new SalesBook();
  for (const [at, { usage }] of bought.entries()) {
    book.add({ invocationId: `i${at}`, isCold: usage.initMs !== undefined, usage });
  }

  test.each([
    ['a visit', () => printVisit(bought, by)],
    ['a playground', () => printPlayground(book, 'i1', by)],
    ['a run', () => printRun({ durationMs: 5, memoryMb: 256, count: 1_000_000 }, by)],
  ])('%s adds up as printed, and explains each line', (_, print) => {
    const printed = print();
    expect(printed.lines.map(({ euro }) => digits(euro)).reduce((a, b) => a + b, 0n)).toBe(
      digits(printed.totalEuro),
    );
    for (const line of printed.lines) expect(line.reasons().length).toBeGreaterThan(0);
    expect(printed.reasons().length).toBeGreaterThan(0);
    for (const { source } of printed.reasons()) expect(() => new URL(source)).not.toThrow();
    expect(JSON.stringify(printed)).not.toMatch(/undefined|NaN|null/);
  });

  test('the till says what the receipt says', () => {
    expect(printVisit(bought, by).totalUsd).toBe(functionsUsd(bought, by));
  });
});

test('what one call costs reads the same on every receipt and by itself, and the lines still add up', () => {
  for (let durationMs = 1; durationMs <= 60; durationMs += 1) {
    for (const initMs of [undefined, 10.5, 25, 57]) {
      const usage = { durationMs, memoryMb: 128, ...(initMs !== undefined && { initMs }) };
      const book = new SalesBook();
      book.add({ invocationId: 'before', isCold: false, usage: { durationMs: 3, memoryMb: 128 } });
      book.add({ invocationId: 'i', isCold: initMs !== undefined, usage });
      const { lines, totalEuro } = printPlayground(book, 'i', labChoice);
      const call = lines.find(({ what }) => what === '1 aanroep');
      expect(digits(call?.euro ?? '')).toBe(digits(tillEuro(call?.usd ?? '')));
      expect(lines.map(({ euro }) => digits(euro)).reduce((a, b) => a + b, 0n)).toBe(digits(totalEuro));
    }
  }
});

test('a function has a line of its own where bills add up, and else what it used has', () => {
  const titles = (id: string) => {
    const tariff = findTariff(id);
    if (!tariff) throw new Error(id);
    return printVisit(bought, { tariff, options: { freeTier: false } }).lines.map(({ what }) => what);
  };
  expect(titles('oracle-functions')).toEqual(['8 × Een', '2 × Twee']);
  expect(titles('cloudflare-workers-paid')[0]).toBe('Vast bedrag per maand');
});

test('a million like the average is a month of a million', () => {
  expect(perMillionEuro([], labChoice)).toMatch(/0,00$/);
  const one = [{ usage: { durationMs: 120, memoryMb: 128 } }];
  const two = [{ usage: { durationMs: 120, memoryMb: 128, count: 2 } }];
  expect(perMillionEuro(one, labChoice)).toBe(perMillionEuro(two, labChoice));
  // 0.20 + 15,000 GB·s × 0.0000166667 = 0.4500005 USD
  expect(perMillionEuro(one, labChoice)).toMatch(/0,40$/);
});

test('a price in euro is told in euro, and an old tariff says until when it held', () => {
  const by = (id: string) => {
    const tariff = findTariff(id);
    if (!tariff) throw new Error(id);
    return { tariff, options: { freeTier: false } };
  };
  const scaleway = printRun({ durationMs: 100, memoryMb: 128 }, by('scaleway-functions'));
  expect(scaleway.reasons()[1]?.sum).toMatch(/× €\s0,000\s012 =/);
  const then = printRun({ durationMs: 100, memoryMb: 128 }, by('aws-lambda-x86-us-east-1-2014'));
  expect(then.remarks.join(' ')).toContain('Dit tarief gold tot 1 december 2020');
});

test('what a new function gets instead of an old plan is a tariff of the same provider', () => {
  const old = comparedTariffs.filter(({ replacedBy }) => replacedBy !== undefined);
  expect(old.map(({ id }) => id)).toEqual(['azure-functions-consumption']);
  for (const { provider, replacedBy } of old) {
    expect(
      comparedTariffs.filter((one) => one.provider === provider).map(({ product }) => product),
    ).toContain(replacedBy);
  }
});

test('fixed fees are told alike: which plan, whether its fee is counted, and what there is for nothing', () => {
  const plans = comparedTariffs.flatMap((tariff) => planRemarks(tariff));
  expect(plans).toEqual([
    'Dit is het betaalde plan Workers Paid. Het vaste bedrag van $\u00a05,00 per maand telt mee, voor de hele maand. Er is ook een gratis plan: 100.000 aanroepen per dag, met 10 ms processortijd per aanroep.',
    'Dit is een oud plan. Een nieuwe functie krijgt Functions, Flex Consumption.',
    'Dit is het betaalde plan Pro. Het vaste bedrag van $\u00a020,00 per maand telt mee, voor de hele maand. Er is ook een gratis plan: 300 credits per maand; daarna stopt alles tot de volgende maand.',
    'Dit is het betaalde plan Pro. Het vaste bedrag van $\u00a020,00 per persoon per maand telt niet mee, omdat er tegoed voor gebruik in zit. Er is ook een gratis plan: Hobby, voor wie er niets mee verdient.',
  ]);
  const vercel = findTariff('vercel-functions-fluid');
  if (!vercel) throw new Error('it is there');
  const { remarks } = printRun(
    { durationMs: 100, memoryMb: 128 },
    { tariff: vercel, options: { freeTier: false } },
  );
  expect(remarks).toContain(plans.at(-1));
});

test('a number agrees with its unit, and money has at least two decimals', () => {
  const sums = (count: number) =>
    printRun({ count, durationMs: 1_000, memoryMb: 1_024 }, labChoice)
      .reasons()
      .map(({ sum }) => sum.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' '));
  expect(sums(1)[1]).toBe('1 GB-seconde × $ 0,000 016 666 7 = $ 0,000 016 666 7');
  expect(sums(1_000_000)).toEqual([
    '1 miljoen aanroepen × $ 0,20 = $ 0,20',
    '1.000.000 GB-seconden × $ 0,000 016 666 7 = $ 16,666 7',
  ]);
});

test('credits say what used them up', () => {
  const tariff = findTariff('netlify-functions');
  if (!tariff) throw new Error('it is there');
  const by = { tariff, options: { freeTier: false } };
  const { lines } = printRun({ durationMs: 360, memoryMb: 1_024, count: 1_000_000 }, by);
  const credits = lines.find(({ what }) => what === 'Extra credits');
  expect(credits?.reasons().map(({ what }) => what)).toEqual([
    'Extra credits',
    'Credits voor aanroepen',
    'Credits voor bezig zijn',
  ]);
  // A million requests of 200 credits a million, and 100 GB-hours of 10.
  expect(credits?.reasons()[1]?.sum).toMatch(/= 200 credits$/);
  expect(credits?.reasons()[2]?.sum).toMatch(/= 1\.000 credits$/);
});

test('an invoice that rounds each line says another amount, and the receipt tells which', () => {
  // 70,000 requests are 0.014 USD, and so are 840 GB·s: 0.03 together, and 0.02 when each is rounded first.
  const { remarks } = printRun({ durationMs: 96, memoryMb: 128, count: 70_000 }, labChoice);
  const told = remarks.filter((remark) => remark.startsWith('In centen'));
  expect(told).toHaveLength(1);
  expect(told[0]).toMatch(/\$\s0,03\D.*\$\s0,02\D/);
});
