/** What stands beside a function, billed by the request: against worked sums of published prices. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { besideLines, besideUsd, withBeside } from '../../src/billing/beside.ts';
import { decimalOf } from '../../src/billing/index.ts';
import { breakEven, monthOf } from '../../src/billing/month.ts';
import { parsePriceFile } from '../../src/billing/parse-tariff.ts';
import { loadTariff, loadTariffs, tariffsFolder } from './support.ts';

const file = 'aws-beside-us-east-1.json';
const json = readFileSync(new URL(file, tariffsFolder), 'utf8');
const aws = parsePriceFile(file, json);
if (aws.kind !== 'beside') throw new Error('it stands beside functions');

const crud = { gateway: 1, read: 1, write: 1, message: 0 };

test('a million calls through a gateway, with one read and one write each, are 1.00 + 0.125 + 0.625 USD', () => {
  const lines = besideLines(aws, crud, 1_000_000);
  expect(lines.map(({ what, requests, amountUsd }) => [what, requests, amountUsd])).toEqual([
    ['gateway', '1000000', '1'],
    ['read', '1000000', '0.125'],
    ['write', '1000000', '0.625'],
  ]);
});

test('a message is three requests, and one in ten calls is a tenth of that', () => {
  const lines = besideLines(aws, { gateway: 0, read: 0, write: 0, message: 0.1 }, 1_000_000);
  expect(lines.map(({ requests, amountUsd }) => [requests, amountUsd])).toEqual([['300000', '0.12']]);
});

test('nobody who calls is nothing to pay, and no line', () => {
  expect(besideLines(aws, crud, 0)).toEqual([]);
  expect(decimalOf(besideUsd(aws, { gateway: 0, read: 0, write: 0, message: 0 }))).toBe('0');
});

test('the month with it costs that much more, and the server wins sooner', () => {
  const month = monthOf(
    loadTariff('aws-lambda-x86-us-east-1'),
    { durationMs: 120, memoryMb: 128, coldShare: 0 },
    { freeTier: false },
  );
  const whole = withBeside(month, besideUsd(aws, crud));
  // 0.20 + 15,000 GB·s × 0.0000166667 = 0.4500005 USD of functions, and 1.75 USD beside them.
  expect(decimalOf(month.costAt(1_000_000))).toBe('0.4500005');
  expect(decimalOf(whole.costAt(1_000_000))).toBe('2.2000005');
  expect(breakEven(whole, '22.000005')).toBe(10_000_001);
  expect(whole.receiptAt(1_000_000)).toEqual(month.receiptAt(1_000_000));
});

test.each([
  [Number.NaN, 'perCall.write: NOT_A_NUMBER'],
  [-1, 'perCall.write: NEGATIVE'],
  [1e9, 'perCall.write: TOO_LARGE'],
])('%d writes a call: %s', (write, message) => {
  expect(() => besideUsd(aws, { ...crud, write })).toThrow(message);
});

describe('the file', () => {
  test('goes with tariffs that there are, of its own region', () => {
    for (const id of aws.goesWith) {
      expect(loadTariffs().find((tariff) => tariff.id === id)).toMatchObject({
        provider: aws.provider,
        region: aws.region,
      });
    }
  });

  test.each([
    [
      'a price that is a number',
      { components: [{ ...aws.components[0], priceUsd: 1 }] },
      'components.0.priceUsd: ',
    ],
    ['nothing beside', { components: [] }, 'components: '],
    [
      'half a request',
      { components: [{ ...aws.components[0], requestsEach: 0.5 }] },
      'components.0.requestsEach: ',
    ],
  ])('%s is refused with file and field', (_, change, field) => {
    const wrong = JSON.stringify({ ...aws, ...change });
    expect(() => parsePriceFile(file, wrong)).toThrow(`${file} is not a valid tariff:\n  ${field}`);
  });
});
