import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alwaysOnUsd,
  hourlyUsd,
  monthlyUsd,
  partsOf,
  surplusUsd,
  unpricedExtras,
} from '../../src/billing/index.ts';
import { loadAlwaysOn } from './support.ts';

const server = loadAlwaysOn('aws-ec2-t3-micro');

test('a server is counted with its public address, and the parts are priced apart', () => {
  expect(hourlyUsd(server)).toBe('0.0154');
  expect(hourlyUsd(server, ['instance'])).toBe('0.0104');
  expect(hourlyUsd(server, ['public-ipv4'])).toBe('0.005');
  expect(() => hourlyUsd({ ...server, components: [] }, ['instance'])).toThrow(
    'components.instance: MISSING',
  );
  expect(() => hourlyUsd(server, ['disk'])).toThrow('components.disk: MISSING');
});

describe('what a server needs beside itself', () => {
  const with8Gb = { 'public-ipv4': true, disk: true };

  // Price list AmazonEC2, us-east-1, 2026-08-17: 8 GB × 0.08; a text of that day adds up 3.07 + 3.65 + 0.64 = 7.36.
  test('t4g.nano with address and disk is 7.356 USD a month', () => {
    const nano = loadAlwaysOn('aws-ec2-t4g-nano');
    expect(monthlyUsd(nano, ['instance', 'public-ipv4', 'disk'])).toBe('7.356');
    expect(partsOf(nano, with8Gb)).toEqual(['instance', 'public-ipv4', 'disk']);
    expect(unpricedExtras(nano, with8Gb)).toEqual([]);
  });

  test('what has no price with a source is named and counts for nothing', () => {
    const azure = loadAlwaysOn('azure-vm-b1s');
    expect(partsOf(azure, with8Gb)).toEqual(['instance']);
    expect(unpricedExtras(azure, with8Gb)).toEqual(['public-ipv4', 'disk']);
    expect(unpricedExtras(azure)).toEqual(['public-ipv4']);
    expect(unpricedExtras(azure, { 'public-ipv4': false, disk: false })).toEqual([]);
  });

  test('what is in the price of the machine is neither added nor missing', () => {
    const droplet = loadAlwaysOn('do-droplet-4');
    expect(partsOf(droplet, with8Gb)).toEqual(['instance']);
    expect(unpricedExtras(droplet, with8Gb)).toEqual([]);
  });
});

describe('a burstable machine', () => {
  test.each([
    ['0', '0'],
    ['0.2', '0'],
    // (0.58 − 0.2) × 730 h × 0.05 USD.
    ['0.58', '13.87'],
    ['2', '65.7'],
  ])('busy with %s vCPU all month costs %s USD above its price', (busy, usd) => {
    expect(surplusUsd(server, busy)).toBe(usd);
  });

  test('of which no source says enough has no such price', () => {
    expect(surplusUsd(loadAlwaysOn('aws-ec2-t4g-nano'), '1')).toBeNull();
    expect(surplusUsd(loadAlwaysOn('gcp-e2-micro'), '1')).toBeNull();
    expect(surplusUsd(loadAlwaysOn('hetzner-cx23'), '1')).toBeNull();
    expect(() => surplusUsd(server, 'veel')).toThrow('busyVcpu: NOT_A_DECIMAL');
  });
});

test.each([
  [0, '0.000000000000'],
  [1, '0.000000002889'],
  [1000, '0.000002888889'],
  [72_000, '0.000208000000'],
  [3_600_000, '0.010400000000'],
  [365 * 24 * 3_600_000, '91.104000000000'],
])('%d ms of 0.0104 USD an hour', (elapsedMs, usd) => {
  expect(alwaysOnUsd('0.0104', elapsedMs)).toBe(usd);
});

test('never turns back, and whole hours are exact', () => {
  const anyMs = fc.double({ min: 0, max: 1e10, noNaN: true });
  fc.assert(
    fc.property(anyMs, anyMs, (a, b) => {
      const [early, late] = [Math.min(a, b), Math.max(a, b)].map((ms) => alwaysOnUsd('0.0104', ms));
      expect(Number(late)).toBeGreaterThanOrEqual(Number(early));
    }),
  );
  fc.assert(
    fc.property(fc.nat(200_000), (hours) => {
      const usd = String(104n * BigInt(hours)).padStart(5, '0');
      expect(alwaysOnUsd('0.0104', hours * 3_600_000, 4)).toBe(`${usd.slice(0, -4)}.${usd.slice(-4)}`);
    }),
  );
});

test.each([
  ['0.0104', Number.NaN, 12, 'elapsedMs: NOT_A_NUMBER'],
  ['0.0104', -1, 12, 'elapsedMs: NEGATIVE'],
  ['-0.0104', 1, 12, 'priceUsdPerHour: NEGATIVE'],
  ['1e-2', 1, 12, 'priceUsdPerHour: NOT_A_DECIMAL'],
  ['0.0104', 1, 1.5, 'decimals: NOT_AN_INTEGER'],
  ['0.0104', 1, -1, 'decimals: NEGATIVE'],
  ['0.0104', 1, 101, 'decimals: TOO_LARGE'],
])('%s an hour for %d ms in %d decimals: %s', (price, elapsedMs, decimals, message) => {
  expect(() => alwaysOnUsd(price, elapsedMs, decimals)).toThrow(message);
});

// The month of 730 hours that cloud price lists print beside the hour.
test.each([
  // EC2 on demand: "t3.micro | $0.0104 | $7.59 (730h)".
  ['aws-ec2-t3-micro', '7.592'],
  // "t4g.nano $0.0042 $3.07 (730h)".
  ['aws-ec2-t4g-nano', '3.066'],
  // A Droplet of $0.00595 an hour costs at most $4.00 a month.
  ['do-droplet-4', '4'],
  ['do-managed-postgres-1', '15.15'],
  // 5.49 euro at 1.1133 dollar.
  ['hetzner-cx23', '6.112017'],
])('a month of %s, the machine alone, costs %s USD', (id, usd) => {
  expect(monthlyUsd(loadAlwaysOn(id), ['instance'])).toBe(usd);
});

test.each([
  // 0.0154 × 730.
  ['aws-ec2-t3-micro', '11.242'],
  // 5.99 euro at 1.1133 dollar.
  ['hetzner-cx23', '6.668667'],
  ['do-droplet-4', '4'],
])('a month of %s with its address costs %s USD', (id, usd) => {
  expect(monthlyUsd(loadAlwaysOn(id))).toBe(usd);
});

test('a cap that a month does not reach is not paid', () => {
  const capped = (monthCapUsd: string) =>
    monthlyUsd({
      ...server,
      components: [{ what: 'instance', unit: 'hour', priceUsd: '0.001', monthCapUsd }],
    });
  expect([capped('4'), capped('0.73'), capped('0.7')]).toEqual(['0.73', '0.73', '0.7']);
});

test('a server by the month has no price by the hour', () => {
  expect(() => hourlyUsd(loadAlwaysOn('hetzner-cx23'))).toThrow('components.instance: MISSING');
});
