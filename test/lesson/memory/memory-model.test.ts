import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  durationWith,
  memoryCurve,
  memorySizesMb,
  ONE_VCPU_MB,
} from '../../../src/lesson/memory/memory-model.ts';
import { tariff } from '../../../src/till/prices/prices.ts';

const anyRun = fc.record({
  measuredMs: fc.double({ min: 0.1, max: 60_000, noNaN: true }),
  waitingShare: fc.double({ min: 0, max: 1, noNaN: true }),
});

test('more memory never makes a run slower, and beyond one vCPU no faster', () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      const durations = memorySizesMb.map((memoryMb) => durationWith(memoryMb, run));
      expect(durations.every((ms, at) => at === 0 || ms <= (durations[at - 1] ?? 0))).toBe(true);
      expect(durationWith(10_240, run)).toBe(durationWith(ONE_VCPU_MB, run));
    }),
  );
});

test('what was measured is a run on one vCPU', () => {
  fc.assert(
    fc.property(anyRun, (run) => {
      expect(durationWith(ONE_VCPU_MB, run)).toBeCloseTo(run.measuredMs, 6);
    }),
  );
});

test('who only computes pays about the same up to one vCPU, who only waits pays least with least', () => {
  const price = (waitingShare: number, memoryMb: number) =>
    Number(
      memoryCurve(tariff, { measuredMs: 1_000, waitingShare }).find((point) => point.memoryMb === memoryMb)
        ?.usd,
    );
  expect(price(0, 128) / price(0, ONE_VCPU_MB)).toBeCloseTo(1, 2);
  expect(price(0, 10_240)).toBeGreaterThan(5 * price(0, ONE_VCPU_MB));
  expect(price(1, 256)).toBeGreaterThan(1.5 * price(1, 128));
});
