/** Billing beside a calculator that was written without it: the same amount, to the last digit, under every tariff. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { receipt, type UsageRecord } from '../../src/billing/index.ts';
import { loadTariffs } from '../billing/support.ts';
import { cases } from '../support/laws.ts';
import { isPrinted } from './fraction.ts';
import { type Calculator, calculators, type Use } from './index.ts';

const tariffs = loadTariffs();

/** From what no clock sees to an hour; around the steps in which clouds round. */
const anyUs = fc.oneof(
  fc.constantFrom(0, 1, 999, 1_000, 1_001, 99_999, 100_000, 100_001, 1_000_000, 300_000_000),
  fc.integer({ min: 0, max: 2_000_000 }),
  fc.integer({ min: 0, max: 3_600_000_000 }),
);
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const anyMb = fc.oneof(
  fc.constantFrom(1, 64, 128, 129, 512, 1_024, 1_769, 2_048, 4_096, 10_240, 32_768),
  fc.integer({ min: 1, max: 40_000 }),
);
/** Few, or so many that every free tier and each step of a price is passed. */
const anyCount = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.integer({ min: 0, max: 3_000_000 }),
  fc.integer({ min: 0, max: 1e10 }),
);
const kinds = ['run', 'run on a ready instance', 'ready'] as const;
const STRETCHES = [null, null, 'a', 'b', 'c'];

const anyUse: fc.Arbitrary<Use> = fc
  .record({
    kind: fc.constantFrom('run', 'run', 'run', ...kinds),
    count: anyCount,
    ranUs: anyUs,
    startedUs: fc.oneof(fc.constant(0), anyUs),
    memoryMb: anyMb,
    cpuUs: maybe(anyUs),
    usedMb: maybe(fc.integer({ min: 0, max: 40_000 })),
    activeUs: maybe(anyUs),
    vcpu: maybe(fc.constantFrom('0.08', '0.25', '1', '2', '6')),
    answerBytes: maybe(fc.integer({ min: 0, max: 20_000_000 })),
    stretch: fc.constantFrom(...STRETCHES),
  })
  .map((use) => ({
    ...use,
    count: BigInt(use.count),
    ranUs: BigInt(use.ranUs),
    startedUs: use.kind === 'ready' ? 0n : BigInt(use.startedUs),
    memoryMb: BigInt(use.memoryMb),
    cpuUs: use.cpuUs === null ? null : BigInt(use.cpuUs),
    usedMb: use.usedMb === null ? null : BigInt(use.usedMb),
    activeUs: use.activeUs === null || use.kind === 'ready' ? null : BigInt(use.activeUs),
    answerBytes: use.answerBytes === null ? null : BigInt(use.answerBytes),
    stretch: use.kind === 'ready' ? null : use.stretch,
  }));

/** One stretch is one instance: of one size, kept ready or not, and no longer than some years. */
const anyUses = fc.array(anyUse, { maxLength: 8 }).map((uses) => {
  const first = new Map<string, Use>();
  return uses.map((use) => {
    if (use.stretch === null) return use;
    const { memoryMb, vcpu, kind } = first.get(use.stretch) ?? use;
    if (!first.has(use.stretch)) first.set(use.stretch, use);
    return { ...use, memoryMb, vcpu, kind, count: use.count % 1_000n };
  });
});

function recordOf(use: Use): UsageRecord {
  const ms = (us: bigint) => Number(us) / 1_000;
  return {
    count: Number(use.count),
    durationMs: ms(use.ranUs),
    memoryMb: Number(use.memoryMb),
    ...(use.startedUs > 0n && { initMs: ms(use.startedUs) }),
    ...(use.cpuUs !== null && { cpuMs: ms(use.cpuUs) }),
    ...(use.usedMb !== null && { memoryUsedMb: Number(use.usedMb) }),
    ...(use.activeUs !== null && { instanceMs: ms(use.activeUs) }),
    ...(use.vcpu !== null && { vcpu: Number(use.vcpu) }),
    ...(use.answerBytes !== null && { responseBytes: Number(use.answerBytes) }),
    ...(use.stretch !== null && { activePeriodId: use.stretch }),
    ...(use.kind === 'ready' && { reserved: true }),
    ...(use.kind === 'run on a ready instance' && { onReserved: true }),
  };
}

function calculatorOf(id: string): Calculator {
  const found = calculators[id];
  if (found === undefined)
    throw new Error(`test/second-calculator/index.ts: nothing reckons ${id} a second time`);
  return found;
}

test('every tariff is reckoned twice, and no other', () => {
  expect(Object.keys(calculators).toSorted()).toEqual(tariffs.map(({ id }) => id).toSorted());
});

describe('billing and the second calculator agree to the last digit', () => {
  // In `npm test` 250 receipts a tariff, 20 times as many in `npm run test:deep`: 100,000 over all of them.
  test.each(tariffs.map((tariff) => [tariff.id, tariff] as const))('%s', (id, tariff) => {
    const second = calculatorOf(id);
    fc.assert(
      fc.property(anyUses, fc.boolean(), (uses, freeTier) => {
        const { totalUsd } = receipt(tariff, uses.map(recordOf), { freeTier });
        expect([totalUsd, isPrinted(totalUsd, second(uses, freeTier))]).toEqual([totalUsd, true]);
      }),
      cases(250),
    );
  });
});

test('a calculator that rounded otherwise would be caught', () => {
  const [aws] = tariffs.filter(({ id }) => id === 'aws-lambda-x86-us-east-1');
  if (!aws) throw new Error('the lab’s tariff is there');
  const use: Use = {
    kind: 'run',
    count: 1n,
    ranUs: 1_001n,
    startedUs: 0n,
    memoryMb: 128n,
    cpuUs: null,
    usedMb: null,
    activeUs: null,
    vcpu: null,
    answerBytes: null,
    stretch: null,
  };
  const { totalUsd } = receipt(aws, [recordOf(use)], { freeTier: false });
  expect(isPrinted(totalUsd, calculatorOf(aws.id)([use], false))).toBe(true);
  expect(isPrinted(totalUsd, calculatorOf(aws.id)([{ ...use, ranUs: 2_001n }], false))).toBe(false);
});
