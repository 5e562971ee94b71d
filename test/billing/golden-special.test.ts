/**
 * Rules that only some clouds have: fixed memory sizes, CPU that goes with them, free tiers in money, instances kept ready,
 * active periods. No worked example of these was published, so each figure is reckoned by hand from the price list that the
 * tariff file names, in the comment beside it.
 */
import Big from 'big.js';
import { describe, expect, test } from 'vitest';
import {
  closePeriods,
  createMeter,
  mergeTotals,
  priceTotals,
  type ReceiptLine,
  receipt,
  scaleTotals,
  type Tariff,
  type Totals,
  type UsageRecord,
} from '../../src/billing/index.ts';
import { loadTariff } from './support.ts';

const paid = { freeTier: false };
const amounts = (lines: readonly ReceiptLine[]) =>
  lines.map(({ what, quantity, amountUsd }) => [what, quantity, amountUsd]);

function totalsOf(tariff: Tariff, records: readonly UsageRecord[]): Totals {
  const meter = createMeter(tariff);
  for (const record of records) meter.add(record);
  return meter.totals();
}

describe('memory comes in fixed sizes, and the next one up is paid', () => {
  test.each([
    // Azure Functions pricing, Flex Consumption, read 2026-10-04: instances of 512, 2,048 and 4,096 MB.
    [
      'azure-functions-flex',
      '0.000026',
      [
        [1, 512],
        [512, 512],
        [513, 2_048],
        [2_048, 2_048],
        [2_049, 4_096],
      ],
    ],
    // Cloud Functions pricing, 1st generation, 2021-01: 128 MB to 8 GB, each the double of the one before.
    [
      'gcp-functions-gen1',
      '0.0000025',
      [
        [1, 128],
        [129, 256],
        [1_024, 1_024],
        [1_025, 2_048],
        [4_097, 8_192],
      ],
    ],
    // IBM Code Engine, billing documentation, 2024-08-14: 1, 2 and 4 GB.
    [
      'ibm-code-engine',
      '0.00000356',
      [
        [128, 1_024],
        [1_024, 1_024],
        [1_025, 2_048],
        [3_000, 4_096],
      ],
    ],
    // Scaleway Serverless Functions FAQ, 2025-11-12: 0.0000120 euro, at 1.1133 dollar; sizes up to 4,096 MB, 3,072 among them.
    [
      'scaleway-functions',
      '0.0000133596',
      [
        [64, 128],
        [129, 256],
        [2_049, 3_072],
        [3_073, 4_096],
      ],
    ],
  ] as const)('%s', (id, priceUsd, sizes) => {
    const tariff = loadTariff(id);
    for (const [memoryMb, billedMb] of sizes) {
      // A thousand runs of a second: so many thousand GB·s as there are GB.
      const { lines } = receipt(tariff, [{ count: 1_000, durationMs: 1_000, memoryMb }], paid);
      const memory = lines.find(({ what }) => what === 'duration');
      const gbSeconds = new Big(1_000).times(billedMb).div(1_024);
      expect([memoryMb, memory?.quantity]).toEqual([memoryMb, gbSeconds.toFixed()]);
      expect(memory?.amountUsd).toBe(gbSeconds.times(priceUsd).toFixed());
    }
  });

  test('more than the largest is what it is, and the receipt says that it can not be had', () => {
    const { lines, assumptions } = receipt(
      loadTariff('azure-functions-flex'),
      [{ durationMs: 1_000, memoryMb: 5_120 }],
      paid,
    );
    expect(lines.find(({ what }) => what === 'duration')?.quantity).toBe('5');
    expect(assumptions).toContain('MEMORY_BEYOND_LIMIT');
  });
});

describe('CPU that goes with an instance', () => {
  // Cloud Functions, 1st generation: "128 MB: 200 MHz … 4,096 MB and above: 4.8 GHz". Code Engine: 0.25 vCPU with 1 GB.
  test.each([
    ['gcp-functions-gen1', 128, '0.2'],
    ['gcp-functions-gen1', 129, '0.4'],
    ['gcp-functions-gen1', 512, '0.8'],
    ['gcp-functions-gen1', 1_024, '1.4'],
    ['gcp-functions-gen1', 2_048, '2.4'],
    ['gcp-functions-gen1', 8_192, '4.8'],
    ['gcp-functions-gen1', 9_000, '4.8'],
    ['ibm-code-engine', 1_024, '0.25'],
    ['ibm-code-engine', 1_025, '0.5'],
    ['ibm-code-engine', 4_096, '1'],
  ])('%s of %d MB has %s of it', (id, memoryMb, perSecond) => {
    // What a record says of CPU changes nothing where memory decides.
    for (const vcpu of [{}, { vcpu: 3 }]) {
      const { lines } = receipt(loadTariff(id), [{ durationMs: 1_000, memoryMb, ...vcpu }], paid);
      expect(lines.find(({ what }) => what === 'cpu')?.quantity).toBe(perSecond);
    }
  });

  test('where memory does not decide, the record does, and else the tariff’s standard, and else one', () => {
    const cloudRun = loadTariff('gcp-cloud-run-request');
    const cpuOf = (tariff: Tariff, vcpu?: number) =>
      receipt(tariff, [{ durationMs: 1_000, memoryMb: 512, ...(vcpu && { vcpu }) }], paid).lines.find(
        ({ what }) => what === 'cpu',
      )?.quantity;
    expect([cpuOf(cloudRun), cpuOf(cloudRun, 2), cpuOf(cloudRun, 0.08)]).toEqual(['1', '2', '0.08']);
    expect(cpuOf({ ...cloudRun, cpu: { unit: 'vcpu', standard: '0.5' } })).toBe('0.5');
    expect(cpuOf({ ...cloudRun, cpu: { unit: 'vcpu' } })).toBe('1');
  });
});

describe('a free tier in money', () => {
  // Cloud Run pricing, Tier 2, read 2026-07-17: $0.90 of memory free, 0.0000035 a GiB·s. Requests: $0.80; CPU: $4.32.
  const tier2 = loadTariff('gcp-cloud-run-request-tier2');
  const discounts = (tariff: Tariff, records: readonly UsageRecord[]) =>
    receipt(tariff, records, { freeTier: true })
      .lines.filter(({ unit }) => unit === 'gib-second')
      .map(({ what, tier, discountUsd, amountUsd }) => [what, tier, discountUsd, amountUsd]);

  test('is used up once, by the start and then by the run', () => {
    // 200,000 × 1 s × 1 GiB for each: 0.70 and 0.70, of which 0.90 is free.
    const records = [{ count: 200_000, durationMs: 1_000, initMs: 1_000, memoryMb: 1_024 }];
    expect(discounts(tier2, records)).toEqual([
      ['init', null, '0.7', '0'],
      ['duration', null, '0.2', '0.5'],
    ]);
  });

  test('is used up once over the tiers of a price as well', () => {
    const tiered: Tariff = {
      ...tier2,
      components: tier2.components.map((component) =>
        component.rule !== 'instance-memory-time'
          ? component
          : {
              ...component,
              tiers: [
                { upTo: '100000', priceUsd: '0.000007' },
                { upTo: '150000', priceUsd: '0.000004' },
                { upTo: null, priceUsd: '0.000001' },
              ],
            },
      ),
    };
    // 0.70, 0.20 and 0.05 before the discount: 0.90 takes off the first two whole.
    const records = [{ count: 200_000, durationMs: 1_000, memoryMb: 1_024 }];
    expect(discounts(tiered, records)).toEqual([
      ['duration', 1, '0.7', '0'],
      ['duration', 2, '0.2', '0'],
      ['duration', 3, '0', '0.05'],
    ]);
  });

  test('covers only the parts that its owner says are left', () => {
    const records = [{ count: 3_000_000, durationMs: 100, instanceMs: 100, memoryMb: 1_024, vcpu: 1 }];
    const bill = receipt(tier2, records, { freeTier: ['requests'] });
    // 3 × 0.40 − 0.80; 300,000 vCPU·s × 0.0000336; 300,000 GiB·s × 0.0000035.
    expect(bill.lines.map(({ what, discountUsd, amountUsd }) => [what, discountUsd, amountUsd])).toEqual([
      ['requests', '0.8', '0.4'],
      ['cpu', '0', '10.08'],
      ['duration', '0', '1.05'],
    ]);
    expect([bill.totalUsd, bill.hasFreeTier]).toEqual(['11.53', true]);
  });
});

describe('volume tiers', () => {
  // AWS Lambda pricing, us-east-1: 0.0000166667 a GB·s up to 6 billion, 0.000015 for the next 9 billion.
  const aws = loadTariff('aws-lambda-x86-us-east-1');
  const computed = (count: number, initMs?: number) =>
    receipt(aws, [{ count, durationMs: 1_000, memoryMb: 1_024, ...(initMs && { initMs }) }], paid)
      .lines.filter(({ unit }) => unit === 'gb-second')
      .map(({ what, tier, quantity }) => [what, tier, quantity]);

  test('a border belongs to the tier below it', () => {
    expect(computed(6e9)).toEqual([['duration', 1, '6000000000']]);
    expect(computed(6e9 + 1)).toEqual([
      ['duration', 1, '6000000000'],
      ['duration', 2, '1'],
    ]);
    expect(computed(15e9)).toEqual([
      ['duration', 1, '6000000000'],
      ['duration', 2, '9000000000'],
    ]);
  });

  test('the start fills the tiers before the run does', () => {
    expect(computed(4e9, 1_000)).toEqual([
      ['init', 1, '4000000000'],
      ['duration', 1, '2000000000'],
      ['duration', 2, '2000000000'],
    ]);
    expect(computed(6e9, 1_000)).toEqual([
      ['init', 1, '6000000000'],
      ['duration', 2, '6000000000'],
    ]);
  });

  test('what is free is said once, on the first line of it', () => {
    const bill = receipt(aws, [{ count: 6_000_400_001, durationMs: 1_000, memoryMb: 1_024 }], {
      freeTier: true,
    });
    const lines = bill.lines.filter(({ unit }) => unit === 'gb-second');
    expect(lines.map(({ quantity, freeQuantity }) => [quantity, freeQuantity])).toEqual([
      ['6000000000', '400000'],
      ['1', '0'],
    ]);
  });
});

describe('instances kept ready', () => {
  // Cloud Run pricing, Tier 1, read 2026-07-17: idle CPU and idle memory each 0.0000025 a second, busy CPU 0.000024.
  const cloudRun = loadTariff('gcp-cloud-run-request');

  test('what ran on them was not idle', () => {
    const records = [
      { reserved: true, count: 10, durationMs: 3_600_000, memoryMb: 512, vcpu: 1 },
      { onReserved: true, count: 1_000, durationMs: 3_600, instanceMs: 3_600, memoryMb: 512, vcpu: 1 },
    ];
    expect(amounts(receipt(cloudRun, records, paid).lines)).toEqual([
      ['requests', '0.001', '0.0004'],
      ['cpu', '3600', '0.0864'],
      ['duration', '1800', '0.0045'],
      // 36,000 vCPU·s ready less 3,600 that ran, and half of that in GiB·s.
      ['ready-cpu', '32400', '0.081'],
      ['ready', '16200', '0.0405'],
    ]);
  });

  test('more that ran than was ready leaves nothing idle, and no line', () => {
    const records = [
      { reserved: true, durationMs: 1_000, memoryMb: 512, vcpu: 1 },
      { onReserved: true, durationMs: 10_000, instanceMs: 10_000, memoryMb: 512, vcpu: 1 },
    ];
    const { lines } = receipt(cloudRun, records, paid);
    expect(lines.map(({ what }) => what)).toEqual(['requests', 'cpu', 'duration']);
  });

  test('a start on one of them is part of what ran there', () => {
    const records = [
      { reserved: true, durationMs: 60_000, memoryMb: 1_024, vcpu: 2 },
      { onReserved: true, durationMs: 4_000, initMs: 6_000, instanceMs: 4_000, memoryMb: 1_024, vcpu: 2 },
    ];
    const { lines } = receipt(cloudRun, records, paid);
    expect(amounts(lines.filter(({ what }) => what.startsWith('ready')))).toEqual([
      // 60 s − 10 s, of two CPUs and of one GiB.
      ['ready-cpu', '100', '0.00025'],
      ['ready', '50', '0.000125'],
    ]);
  });

  test('are billed by their own step: of AWS five minutes', () => {
    // AWS Lambda pricing, "Provisioned Concurrency": "calculated from the time you enable it … rounded up to the nearest
    // five minutes". 2 × 600 s × 1 GB at 0.0000041667.
    const aws = loadTariff('aws-lambda-x86-us-east-1');
    const ready = (durationMs: number) =>
      amounts(receipt(aws, [{ reserved: true, count: 2, durationMs, memoryMb: 1_024 }], paid).lines);
    expect(ready(300_000)).toEqual([['ready', '600', '0.00250002']]);
    expect(ready(300_001)).toEqual([['ready', '1200', '0.00500004']]);
  });

  test('have no free calls: not of AWS', () => {
    // AWS Lambda pricing: "The Lambda free tier does not apply to functions that have Provisioned Concurrency enabled". 1 × 0.20.
    const aws = loadTariff('aws-lambda-x86-us-east-1');
    const million = { count: 1_000_000, durationMs: 1, memoryMb: 128 };
    const requestsOf = (record: UsageRecord) =>
      amounts(receipt(aws, [record], { freeTier: true }).lines).filter(([what]) =>
        /requests/.test(`${what}`),
      );
    expect(requestsOf({ ...million, onReserved: true })).toEqual([['ready-requests', '1', '0.2']]);
    expect(requestsOf(million)).toEqual([['requests', '0', '0']]);
  });

  test('have a price of their own where what runs there has one: Azure’s Flex Consumption', () => {
    // 0.000004 a GB·s ready, 0.000016 a GB·s that ran there, and 0.40 a million: nothing at the price of on demand.
    const flex = loadTariff('azure-functions-flex');
    const records = [
      { reserved: true, durationMs: 3_600_000, memoryMb: 2_048 },
      { onReserved: true, count: 1_000, durationMs: 1_500, instanceMs: 1_500, memoryMb: 2_048 },
    ];
    expect(amounts(receipt(flex, records, { freeTier: true }).lines)).toEqual([
      // "In always ready billing, there are no free grants", MicrosoftDocs.
      ['ready-requests', '0.001', '0.0004'],
      ['ready', '7200', '0.0288'],
      ['ready-run', '3000', '0.048'],
    ]);
  });
});

describe('an active period', () => {
  const cloudRun = loadTariff('gcp-cloud-run-request');
  const share = { durationMs: 900, instanceMs: 130, initMs: 50, memoryMb: 512, vcpu: 2, activePeriodId: 'a' };

  test('is rounded as a whole, start and run and CPU and all', () => {
    // Two shares: 260 ms of run are 300, and 100 ms of start with it 360 are 400. CPU twice, memory half of that.
    const expected = [
      ['requests', '0.000002', '0.0000008'],
      ['cpu-init', '0.2', '0.0000048'],
      ['cpu', '0.6', '0.0000144'],
      ['init', '0.05', '0.000000125'],
      ['duration', '0.15', '0.000000375'],
    ];
    expect(amounts(receipt(cloudRun, [share, share], paid).lines)).toEqual(expected);
    expect(amounts(receipt(cloudRun, [{ ...share, count: 2 }], paid).lines)).toEqual(expected);
    const halves = [totalsOf(cloudRun, [share]), totalsOf(cloudRun, [share])] as const;
    expect(amounts(priceTotals(cloudRun, mergeTotals(...halves), paid).lines)).toEqual(expected);
  });

  test('is in the totals as it was billed, once it is closed', () => {
    const { counts, periods } = closePeriods(cloudRun, totalsOf(cloudRun, [share, share]));
    expect([counts.initUs, counts.durationUs, periods.size]).toEqual([100_000n, 300_000n, 0]);
  });

  test('of which nothing ran is none, and has no least duration', () => {
    const none = { ...share, count: 0 };
    expect(totalsOf(cloudRun, [none]).periods.size).toBe(0);
    expect(receipt(cloudRun, [none], paid).totalUsd).toBe('0');
  });

  test('on an instance kept ready is rounded as a whole too, and is another than one that is not', () => {
    const onReady = { ...share, onReserved: true };
    const open = totalsOf(cloudRun, [onReady, onReady, share]);
    expect(open.periods.size).toBe(2);
    const { counts } = closePeriods(cloudRun, open);
    // 360 ms with two starts are 400, and 180 ms with one are 200, of two CPUs.
    expect(counts.readyRunCpuUs).toBe(800_000_000_000n);
    expect(counts.durationCpuUs + counts.initCpuUs).toBe(1_200_000_000_000n);
  });

  test('means nothing to a tariff that bills invocations', () => {
    const aws = loadTariff('aws-lambda-x86-us-east-1');
    expect(totalsOf(aws, [share, share]).periods.size).toBe(0);
    expect(totalsOf(aws, [share, share]).counts.durationUs).toBe(1_800_000n);
  });
});

describe('totals', () => {
  const aws = loadTariff('aws-lambda-x86-us-east-1');

  test('scale to the whole count below', () => {
    const totals = totalsOf(aws, [{ count: 3, durationMs: 7, memoryMb: 128 }]);
    const scaled = scaleTotals(totals, 5n, 2n);
    // 3 × 5 ÷ 2 = 7.5, and 3 × 7 ms × 128 MB × 5 ÷ 2.
    expect([scaled.counts.requests, scaled.counts.durationMbUs]).toEqual([7n, 6_720_000n]);
    expect(scaleTotals(totals, 5n).counts.requests).toBe(15n);
  });

  test('one by one past what a double can hold, odd numbers and all', () => {
    // Oracle rounds nothing: 899,999,999 µs × 10,239 MB is odd, and a thousand and one of them are past 2^53.
    const records = Array.from({ length: 1_001 }, () => ({ durationMs: 899_999.999, memoryMb: 10_239 }));
    const { counts } = totalsOf(loadTariff('oracle-functions'), records);
    expect(counts.durationMbUs).toBe(1_001n * 899_999_999n * 10_239n);
    expect(counts.durationMbUs > 2n ** 53n).toBe(true);
  });

  test('of the longest run that can be had are no reason to doubt, nor of what is ready where that has a price', () => {
    const gaps = (id: string, record: UsageRecord) => [...totalsOf(loadTariff(id), [record]).gaps];
    const longest = { durationMs: 900_000, memoryMb: 10_240 };
    expect(gaps('aws-lambda-x86-us-east-1', longest)).toEqual([]);
    expect(gaps('aws-lambda-x86-us-east-1', { ...longest, durationMs: 900_000.001 })).toEqual([
      'DURATION_BEYOND_LIMIT',
    ]);
    const ready = { reserved: true, durationMs: 1_000, memoryMb: 512, vcpu: 1 };
    expect(gaps('gcp-cloud-run-request', ready)).toEqual([]);
  });

  test('are free of charge only when their owner says so, and the tariff has something free', () => {
    const hasFreeTier = (freeTier: boolean, tariff: Tariff) => receipt(tariff, [], { freeTier }).hasFreeTier;
    const none = { ...aws, freeTier: null };
    expect([hasFreeTier(true, aws), hasFreeTier(false, aws), hasFreeTier(true, none)]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('merge what each had to suppose', () => {
    const flex = loadTariff('azure-functions-flex');
    const merged = mergeTotals(
      totalsOf(flex, [{ durationMs: 1, memoryMb: 512 }]),
      totalsOf(flex, [{ durationMs: 1, instanceMs: 1, memoryMb: 5_000 }]),
    );
    expect([...merged.gaps].sort()).toEqual(['INSTANCE_TIME_IS_DURATION', 'MEMORY_BEYOND_LIMIT']);
  });
});

describe('what is counted of an invocation', () => {
  const workers = loadTariff('cloudflare-workers-paid');
  const aws = loadTariff('aws-lambda-x86-us-east-1');

  test('CPU that worked, or the duration when nobody says; none is nothing', () => {
    const cpuUs = (record: Partial<UsageRecord>) =>
      totalsOf(workers, [{ count: 3, durationMs: 80, memoryMb: 128, ...record }]).counts.activeCpuUs;
    expect([cpuUs({ cpuMs: 7 }), cpuUs({}), cpuUs({ cpuMs: 0 })]).toEqual([21_000n, 240_000n, 0n]);
    expect(totalsOf(aws, [{ cpuMs: 7, durationMs: 80, memoryMb: 128 }]).counts.activeCpuUs).toBe(0n);
  });

  test('answers whole, and of each the part beyond 6 MB once more where streaming has a price', () => {
    const bytes = (responseBytes: number) => {
      const { counts } = totalsOf(aws, [{ count: 2, durationMs: 1, memoryMb: 128, responseBytes }]);
      return [counts.responseBytes, counts.streamedBytes];
    };
    const free = 6 * 1_048_576;
    expect(bytes(free)).toEqual([2n * BigInt(free), 0n]);
    expect(bytes(free + 5)).toEqual([2n * BigInt(free + 5), 10n]);
    expect(bytes(0)).toEqual([0n, 0n]);
  });

  test('memory as observed where the tariff asks for that, and of what is kept ready as configured', () => {
    const azure = loadTariff('azure-functions-consumption');
    const mbUs = (record: Partial<UsageRecord>) =>
      totalsOf(azure, [{ durationMs: 1_000, memoryMb: 1_536, ...record }]).counts;
    expect(mbUs({ memoryUsedMb: 200.1 }).durationMbUs).toBe(256_000_000n);
    expect(mbUs({}).durationMbUs).toBe(1_536_000_000n);
    expect(mbUs({ memoryUsedMb: 200, reserved: true }).readyMbUs).toBe(1_536_000_000n);
  });

  test('memory as configured where the tariff asks for that, whatever was observed', () => {
    const run = { durationMs: 1_000, memoryMb: 512, memoryUsedMb: 300 };
    expect(totalsOf(aws, [run]).counts.durationMbUs).toBe(512_000_000n);
    expect([...totalsOf(aws, [{ ...run, memoryUsedMb: 20_000 }]).gaps]).toEqual([]);
  });

  test('the CPU of a start beside that of the run', () => {
    const cloudRun = loadTariff('gcp-cloud-run-request');
    const start = { durationMs: 100, instanceMs: 100, initMs: 150, memoryMb: 1_024, vcpu: 2 };
    // 250 ms are 300, of which a warm run would have been 100.
    expect(amounts(receipt(cloudRun, [start], paid).lines)).toEqual([
      ['requests', '0.000001', '0.0000004'],
      ['cpu-init', '0.4', '0.0000096'],
      ['cpu', '0.2', '0.0000048'],
      ['init', '0.2', '0.0000005'],
      ['duration', '0.1', '0.00000025'],
    ]);
  });

  test('nothing of CPU where it has no price', () => {
    const { counts } = totalsOf(aws, [{ durationMs: 5, initMs: 5, vcpu: 2, memoryMb: 128 }]);
    expect([counts.durationCpuUs, counts.initCpuUs]).toEqual([0n, 0n]);
  });
});
