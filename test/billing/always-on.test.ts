import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alwaysOnUsd, hourlyUsd, monthlyUsd } from '../../src/billing/index.ts';
import { loadAlwaysOn } from './support.ts';

const server = loadAlwaysOn('aws-ec2-t3-micro');

test('the lab counts the machine and not its public address, which is priced apart', () => {
  expect(hourlyUsd(server)).toBe('0.0104');
  expect(hourlyUsd(server, ['instance', 'public-ipv4'])).toBe('0.0154');
  expect(() => hourlyUsd({ ...server, components: [] })).toThrow('components.instance: MISSING');
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
])('a month of %s costs %s USD', (id, usd) => {
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
