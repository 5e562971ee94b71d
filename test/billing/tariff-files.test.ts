/** Tariffs are files: all of ours are right, a wrong one says where, and a new provider needs no code. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { inDollars } from '../../src/billing/in-dollars.ts';
import { printAmount, receipt } from '../../src/billing/index.ts';
import { parsePriceFile } from '../../src/billing/parse-tariff.ts';
import { loadPriceFile, loadRate, loadTariff, tariffsFolder } from './support.ts';

const files = readdirSync(tariffsFolder).filter((name) => name.endsWith('.json'));
const aws = loadTariff('aws-lambda-x86-us-east-1');
const cloudRun = loadTariff('gcp-cloud-run-request');
const netlify = loadTariff('netlify-functions');
const server = loadPriceFile('aws-ec2-t3-micro');

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
  const firstPrices = lab.components.map((one) => ('tiers' in one ? one.tiers[0]?.priceUsd : null));
  expect(firstPrices.slice(0, 2)).toEqual(['0.20', '0.0000166667']);
  expect(loadRate()).toMatchObject({ usdPerEur: '1.1133', date: '2026-10-28' });
});

test.each(files.filter((file) => file.startsWith('aws-lambda-') && !file.includes('2014')))(
  '%s names what AWS bills beside a function and no receipt of ours counts',
  (file) => {
    const { notes } = loadTariff(file.replace('.json', ''));
    expect(notes).toMatch(
      /Tijdelijke schijf.*SnapStart.*Lambda@Edge.*event poller units.* tellen hier niet mee\.$/,
    );
  },
);

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
    [
      'a price in another currency',
      withMemoryTime({ tiers: [{ upTo: null, priceEur: '0.1' }] }),
      'components.1.tiers.0.priceUsd: missing: prices are in USD',
    ],
    [
      'a server in another currency',
      { ...server, currency: 'EUR' },
      'components.0.priceEur: prices are in EUR',
    ],
    [
      'two kinds of memory',
      { ...aws, components: [memoryTime, { ...memoryTime, rule: 'observed-memory-time' }] },
      'components.0.rule: configured-memory-time counts otherwise than observed-memory-time',
    ],
    ['CPU without saying how much', { ...cloudRun, cpu: undefined }, 'cpu: '],
    ['credits without their price', { ...netlify, credits: undefined }, 'credits: '],
    [
      'sizes that go down',
      { ...aws, rounding: { ...aws.rounding, memoryStepMb: null, memorySizesMb: [256, 128] } },
      'rounding.memorySizesMb: from small to large',
    ],
    [
      'sizes and a step',
      { ...aws, rounding: { ...aws.rounding, memorySizesMb: [128] } },
      'rounding.memoryStepMb: sizes or a step, not both',
    ],
    [
      'a free tier of nothing we count',
      { ...aws, freeTier: { quantities: { cats: '1' }, per: 'month', scope: 'x' } },
      'freeTier.quantities',
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
    ['no tier at all', withMemoryTime({ tiers: [] }), 'components.1.tiers: '],
    [
      'a first border at nothing',
      withMemoryTime({
        tiers: [
          { upTo: '0', priceUsd: '2' },
          { upTo: null, priceUsd: '1' },
        ],
      }),
      'components.1.tiers.0.upTo: must be above 0',
    ],
    [
      'the same border twice',
      withMemoryTime({
        tiers: [
          { upTo: '15', priceUsd: '2' },
          { upTo: '15.0', priceUsd: '2' },
          { upTo: null, priceUsd: '1' },
        ],
      }),
      'components.1.tiers.1.upTo: must be above 15',
    ],
    [
      'a price in both currencies',
      withMemoryTime({ tiers: [{ upTo: null, priceUsd: '0.1', priceEur: '0.1' }] }),
      'components.1.tiers.0.priceEur: prices are in USD',
    ],
    [
      'dollars in a file of euros',
      { ...aws, currency: 'EUR' },
      'components.0.tiers.0.priceUsd: prices are in EUR',
    ],
    [
      'no euros in a file of euros',
      { ...aws, currency: 'EUR' },
      'components.0.tiers.0.priceEur: missing: prices are in EUR',
    ],
    [
      'a server in both currencies',
      { ...server, components: [{ what: 'instance', unit: 'hour', priceUsd: '1', priceEur: '1' }] },
      'components.0.priceUsd: prices are in USD',
    ],
    [
      'two kinds of time',
      {
        ...cloudRun,
        components: [
          ...cloudRun.components,
          { rule: 'configured-memory-time', unit: 'gb-second', tiers: [{ upTo: null, priceUsd: '1' }] },
        ],
      },
      'components.1.rule: instance-cpu-time counts otherwise than configured-memory-time',
    ],
    [
      'CPU that goes with the memory, and no pairs',
      {
        ...aws,
        components: [
          ...aws.components,
          { rule: 'allocated-cpu-time', unit: 'ghz-second', tiers: [{ upTo: null, priceUsd: '1' }] },
        ],
      },
      'cpu: allocated-cpu-time needs it',
    ],
    [
      'the same size twice',
      { ...aws, rounding: { ...aws.rounding, memoryStepMb: null, memorySizesMb: [128, 128] } },
      'rounding.memorySizesMb: from small to large',
    ],
    [
      'no sizes at all',
      { ...aws, rounding: { ...aws.rounding, memoryStepMb: null, memorySizesMb: [] } },
      'rounding.memorySizesMb: ',
    ],
    [
      'a size of nothing',
      { ...aws, rounding: { ...aws.rounding, memoryStepMb: null, memorySizesMb: [0] } },
      'rounding.memorySizesMb.0: ',
    ],
    ['no pairs at all', { ...cloudRun, cpu: { unit: 'vcpu', byMemoryMb: [] } }, 'cpu.byMemoryMb: '],
    [
      'a pack of no credits',
      { ...netlify, credits: { included: '1', perPack: '0.0', packUsd: '1' } },
      'credits.perPack: above zero',
    ],
    ['nothing that costs', { ...aws, components: [] }, 'components: '],
    ['a product without a name', { ...aws, product: '' }, 'product: '],
    [
      'a least duration below nothing',
      { ...aws, rounding: { ...aws.rounding, minimumDurationMs: -1 } },
      'rounding.minimumDurationMs: ',
    ],
    [
      'a step longer than a lifetime',
      { ...aws, rounding: { ...aws.rounding, durationStepMs: 1e12 + 1 } },
      'rounding.durationStepMs: ',
    ],
    [
      'a duration step of nothing',
      { ...aws, rounding: { ...aws.rounding, durationStepMs: 0 } },
      'rounding.durationStepMs: ',
    ],
    [
      'a step of ready time of nothing',
      { ...aws, rounding: { ...aws.rounding, readyStepMs: 0 } },
      'rounding.readyStepMs: ',
    ],
    [
      'a part of a megabyte',
      { ...aws, rounding: { ...aws.rounding, minimumMemoryMb: 0.5 } },
      'rounding.minimumMemoryMb: ',
    ],
    ['more memory than there is', { ...aws, limits: { maxMemoryMb: 1e9 + 1 } }, 'limits.maxMemoryMb: '],
    ['no memory to be had', { ...aws, limits: { maxMemoryMb: 0 } }, 'limits.maxMemoryMb: '],
    ['no bytes for nothing', { ...aws, streamedBytesFree: 0 }, 'streamedBytesFree: '],
    ['a server without a CPU', { ...server, limits: { vcpu: 0, memoryMb: 1 } }, 'limits.vcpu: '],
    ['a server of nothing', { ...server, components: [] }, 'components: '],
    ['another name than its id', { ...aws, id: 'other' }, "id: must be the file's name, x"],
  ])('%s', (_, content, message) => {
    const parse = () => parsePriceFile('content/tariffs/x.json', JSON.stringify(content));
    expect(parse).toThrow('content/tariffs/x.json is not a valid tariff:\n');
    expect(parse).toThrow(`  ${message}`);
  });

  test.each([
    'content/tariffs/oracle-functions.json',
    'C:\\tariffs\\oracle-functions.json',
    'oracle-functions',
  ])('and %s is named as its id, wherever it lies', (file) => {
    const json = readFileSync(new URL('oracle-functions.json', tariffsFolder), 'utf8');
    expect(parsePriceFile(file, json).id).toBe('oracle-functions');
  });

  test('each wrong field has a line of its own', () => {
    const wrong = { ...aws, product: '', rounding: { ...aws.rounding, memoryStepMb: 0 } };
    const parse = () => parsePriceFile('x.json', JSON.stringify(wrong));
    expect(parse).toThrow(
      /^x\.json is not a valid tariff:\n {2}product: .+\n {2}rounding\.memoryStepMb: .+$/,
    );
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
  const nimbus = inDollars(parsePriceFile('nimbus-draaischijf.json', file), '1.25');
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

test('so is one that quotes euros, asks a base fee, and counts CPU time', () => {
  const file = JSON.stringify({
    kind: 'faas',
    id: 'wolk',
    provider: 'Wolk',
    product: 'Functies',
    region: 'Terschelling',
    currency: 'EUR',
    readDate: null,
    source: 'https://wolk.example/prijzen',
    seenIn: 'provider page (stored copy)',
    confidence: 'verified',
    components: [
      { rule: 'base-fee', unit: 'month', tiers: [{ upTo: null, priceEur: '3' }] },
      { rule: 'per-request', unit: 'million-requests', tiers: [{ upTo: null, priceEur: '0.3' }] },
      { rule: 'active-cpu-time', unit: 'cpu-hour', tiers: [{ upTo: null, priceEur: '0.1' }] },
    ],
    rounding: { durationStepMs: 1, minimumDurationMs: 0, memoryStepMb: null, minimumMemoryMb: 0 },
    initBilled: { value: true },
    freeTier: null,
    included: { requests: '1000000' },
    plan: { name: 'Duin', feeUsd: '3.75', per: 'account', isCounted: true, freePlan: 'geen' },
  });
  const wolk = inDollars(parsePriceFile('wolk.json', file), '1.25');
  if (wolk.kind !== 'faas') throw new Error('it is a tariff');
  const records = [{ count: 3_000_000, durationMs: 900, cpuMs: 12, memoryMb: 128 }];
  const { totalUsd } = receipt(wolk, records, { freeTier: false });
  // 3 + 2 × 0.3 + 36,000 s ÷ 3,600 × 0.1 = 4.60 euro
  expect(totalUsd).toBe('5.75');
  expect(printAmount(totalUsd, { currency: 'EUR', usdPerEur: '1.25' })).toMatch(/4,60$/);
});

test('no price of a tariff stands in the code', () => {
  const prices = files.flatMap((file) =>
    [...readFileSync(new URL(file, tariffsFolder), 'utf8').matchAll(/"price(?:Usd|Eur)": "([\d.]+)"/g)].map(
      ([, price = '']) => price,
    ),
  );
  // A shorter number may be anything: 0.20 is also a share.
  const telling = prices.filter((price) => price.replaceAll(/^[0.]+|\./g, '').length >= 4);
  expect(telling.length).toBeGreaterThan(5);
  const source = new URL('../../src/', import.meta.url);
  const code = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.(ts|tsx|astro)$/.test(path))
    .map((path) => ({ path, text: readFileSync(new URL(path, source), 'utf8') }));
  expect(
    code.flatMap(({ path, text }) =>
      telling.filter((price) => text.includes(price)).map((price) => `${path}: ${price}`),
    ),
  ).toEqual([]);
});
