/** Tariffs are files: all of ours are right, a wrong one says where, and a new provider needs no code. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { receipt } from '../../src/billing/index.ts';
import { parsePriceFile } from '../../src/billing/parse-tariff.ts';
import { loadPriceFile, loadRate, loadTariff, tariffsFolder } from './support.ts';

const files = readdirSync(tariffsFolder).filter((name) => name.endsWith('.json'));
const aws = loadTariff('aws-lambda-x86-us-east-1');

test('the files that the lab starts with are there', () => {
  expect(files).toEqual(
    expect.arrayContaining([
      'aws-ec2-t3-micro.json',
      'aws-lambda-x86-eu-central-1.json',
      'aws-lambda-x86-us-east-1.json',
      'currency.json',
    ]),
  );
});

test.each(files)('%s is valid, and named by its id', (file) => {
  const id = file.replace('.json', '');
  expect(loadPriceFile(id)).toEqual(JSON.parse(readFileSync(new URL(file, tariffsFolder), 'utf8')));
});

test('the prices that the lab bills by', () => {
  const lab = loadTariff('aws-lambda-x86-eu-central-1');
  const firstPrices = lab.components.map(({ tiers }) => tiers[0]?.priceUsd);
  expect(firstPrices).toEqual(['0.20', '0.0000166667']);
  expect(loadRate()).toMatchObject({ usdPerEur: '1.1133', date: '2026-10-28' });
});

test('a price that we are not sure of says so on the receipt', () => {
  const lab = loadTariff('aws-lambda-x86-eu-central-1');
  const { lines } = receipt(lab, [{ count: 9e9, durationMs: 1_024, memoryMb: 1_024 }], { freeTier: false });
  expect(lines.map((line) => line.confidence)).toEqual(['verified', 'verified', 'doubtful']);
});

describe('a wrong file is refused by file and field', () => {
  const [requests, memoryTime] = aws.components;
  const withMemoryTime = (fields: object) => ({
    ...aws,
    components: [requests, { ...memoryTime, ...fields }],
  });

  test.each([
    [
      'a price as a number',
      withMemoryTime({ tiers: [{ upTo: null, priceUsd: 0.2 }] }),
      'components.1.tiers.0.priceUsd: quote it: "0.20", so that it stays exact',
    ],
    [
      'a price in words',
      withMemoryTime({ tiers: [{ upTo: null, priceUsd: 'free' }] }),
      'components.1.tiers.0.priceUsd: like "0.20"',
    ],
    [
      'a border in words',
      withMemoryTime({
        tiers: [
          { upTo: 'many', priceUsd: '1' },
          { upTo: null, priceUsd: '1' },
        ],
      }),
      'components.1.tiers.0.upTo: like "0.20"',
    ],
    [
      'a last tier with an end',
      withMemoryTime({ tiers: [{ upTo: '15', priceUsd: '1' }] }),
      'components.1.tiers.0.upTo: the last tier has no end: null',
    ],
    [
      'an open tier in the middle',
      withMemoryTime({
        tiers: [
          { upTo: null, priceUsd: '2' },
          { upTo: null, priceUsd: '1' },
        ],
      }),
      'components.1.tiers.0.upTo: only the last tier has no end',
    ],
    [
      'tiers that go down',
      withMemoryTime({
        tiers: [
          { upTo: '15', priceUsd: '2' },
          { upTo: '6.5', priceUsd: '2' },
          { upTo: null, priceUsd: '1' },
        ],
      }),
      'components.1.tiers.1.upTo: must be above 15',
    ],
    ['a rule that is not there', withMemoryTime({ rule: 'per-mood' }), 'components.1.rule: '],
    [
      'a unit of another rule',
      withMemoryTime({ unit: 'million-requests' }),
      'components.1.unit: configured-memory-time is priced per gb-second',
    ],
    [
      'the same rule twice',
      { ...aws, components: [requests, requests] },
      'components.1.rule: per-request is there twice',
    ],
    ['a field too many', { ...aws, discount: '0.1' }, '(top level): '],
    ['a field too few', { ...aws, rounding: undefined }, 'rounding: '],
    [
      'a step of nothing',
      { ...aws, rounding: { ...aws.rounding, memoryStepMb: 0 } },
      'rounding.memoryStepMb: ',
    ],
    ['an unknown currency', { ...aws, currency: 'XYZ' }, 'currency: '],
    ['a date in words', { ...aws, readDate: 'last week' }, 'readDate: a day, month, year or range of years'],
    ['no address as source', { ...aws, source: 'the internet' }, 'source: '],
    ['a kind that is not there', { ...aws, kind: 'faass' }, 'kind: '],
    ['a rate of nothing', { ...loadRate(), usdPerEur: '0.00' }, 'usdPerEur: above zero'],
    ['another name than its id', { ...aws, id: 'other' }, "id: must be the file's name, x"],
  ])('%s', (_, content, message) => {
    const parse = () => parsePriceFile('content/tariffs/x.json', JSON.stringify(content));
    expect(parse).toThrow('content/tariffs/x.json is not a valid tariff:\n');
    expect(parse).toThrow(`  ${message}`);
  });

  test('no JSON at all', () => {
    expect(() => parsePriceFile('content/tariffs/x.json', '{')).toThrow(
      'content/tariffs/x.json is not valid JSON',
    );
  });
});

test('an invented provider is one file and no code', () => {
  const file = JSON.stringify({
    kind: 'faas',
    id: 'nimbus-draaischijf',
    provider: 'Nimbus',
    product: 'Draaischijf',
    region: 'Ameland',
    currency: 'USD',
    readDate: '2026-11',
    source: 'https://nimbus.example/prices',
    seenIn: 'provider page (stored copy)',
    confidence: 'verified',
    components: [
      {
        rule: 'per-request',
        unit: 'million-requests',
        tiers: [
          { upTo: '1', priceUsd: '3' },
          { upTo: null, priceUsd: '1' },
        ],
      },
      {
        rule: 'configured-memory-time',
        unit: 'gb-second',
        tiers: [{ upTo: null, priceUsd: '0.001' }],
        source: 'https://nimbus.example/memory',
      },
    ],
    rounding: { durationStepMs: 100, minimumDurationMs: 200, memoryStepMb: 512, minimumMemoryMb: 512 },
    initBilled: { value: false },
    freeTier: null,
  });
  const nimbus = parsePriceFile('nimbus-draaischijf.json', file);
  if (nimbus.kind !== 'faas') throw new Error('it is a tariff');
  const bill = receipt(nimbus, [{ count: 3_000_000, durationMs: 201, memoryMb: 600, initMs: 500 }], {
    freeTier: true,
  });
  // 3 million × 300 ms × 1,024 MB = 900,000 GB·s
  expect(bill).toMatchObject({
    hasFreeTier: false,
    totalUsd: '905',
    lines: [
      { what: 'requests', quantity: '1', tier: 1, amountUsd: '3', source: 'https://nimbus.example/prices' },
      { what: 'requests', quantity: '2', tier: 2, amountUsd: '2' },
      {
        what: 'duration',
        quantity: '900000',
        tier: null,
        amountUsd: '900',
        source: 'https://nimbus.example/memory',
      },
    ],
  });
});
