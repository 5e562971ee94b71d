/** What ran in a visit as durations to simulate with. */
import { expect, test } from 'vitest';
import type { Purchase } from '../../src/till/visit/visit.ts';
import { measuredFunctions } from '../../src/traffic/measured-functions.ts';
import { MOST_SAMPLES } from '../../src/traffic/traffic-address.ts';

const ran = (title: string, count: number, durationMs: number, initMs?: number): Purchase => ({
  title,
  usage: { count, durationMs, memoryMb: 256, ...(initMs !== undefined && { initMs }) },
});

test('warm durations and cold starts are told apart, each as often as it was measured', () => {
  const [first, second] = measuredFunctions([
    ran('Groet', 1, 3.04, 12.26),
    ran('Groet', 2, 1.5),
    ran('Kaart', 5, 500),
    ran('Groet', 1, 0),
  ]);
  expect(first).toEqual({
    title: 'Kaart',
    warm: 5,
    cold: 0,
    memoryMb: 256,
    timing: { kind: 'measured', title: 'Kaart', warmMs: [500, 500, 500, 500, 500], startMs: [] },
  });
  // A clock that read 0 had a step of a tenth of a millisecond at best.
  expect(second?.timing).toEqual({
    kind: 'measured',
    title: 'Groet',
    warmMs: [0.1, 1.5, 1.5],
    startMs: [12.3],
  });
  expect([second?.warm, second?.cold]).toEqual([3, 1]);
});

test('what only ran cold has the durations of its handler, and its starts apart', () => {
  const [only] = measuredFunctions([ran('Groet', 2, 7, 80)]);
  expect(only?.timing).toMatchObject({ warmMs: [7, 7], startMs: [80, 80] });
});

test('of very many a few are taken that keep their shares, and instances kept ready are no calls', () => {
  const [only] = measuredFunctions([
    ran('Druk', 900, 10),
    ran('Druk', 100, 2_000),
    { title: 'Druk', usage: { count: 3, durationMs: 60_000, memoryMb: 256, reserved: true } },
  ]);
  expect(only?.timing.warmMs).toHaveLength(MOST_SAMPLES);
  expect(only?.timing.warmMs.filter((ms) => ms === 2_000)).toHaveLength(MOST_SAMPLES / 10);
  expect(only?.warm).toBe(1_000);
});
