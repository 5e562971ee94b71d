import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  durationWith,
  memoryCurve,
  memorySizesMb,
  ONE_VCPU_MB,
} from '../../../src/lesson/memory/memory-model.ts';
import { tariff } from '../../../src/till/prices/lab-tariff.ts';

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

// AWS Lambda pricing, x86 in us-east-1, read 2026-09-28: $0.0000166667 a GB-second, $0.20 a million requests; a duration
// is rounded up to whole milliseconds. One second on one vCPU (1,769 MB) is 13,820.3125 ms of computing on 128 MB.
test.each([
  ['only computing, least memory', 0, 128, '28.9938075875'],
  ['only computing, one vCPU', 0, 1_769, '28.99237529296875'],
  ['only computing, memory that helps nothing', 0, 10_240, '166.867'],
  ['half waiting, least memory', 0.5, 128, '15.6396142125'],
  ['only waiting, least memory', 1, 128, '2.2833375'],
  ['only waiting, twice that', 1, 256, '4.366675'],
])('a million runs of a second: %s', (_, waitingShare, memoryMb, usd) => {
  const curve = memoryCurve(tariff, { measuredMs: 1_000, waitingShare });
  expect(curve.find((point) => point.memoryMb === memoryMb)?.usd).toBe(usd);
});
