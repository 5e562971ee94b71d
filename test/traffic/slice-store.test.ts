/** Slices put together: what is counted adds up, instances are averages over time, peaks and waits the highest. */
import { expect, test } from 'vitest';
import type { Slice } from '../../src/simulation/index.ts';
import { rowOf, SliceStore } from '../../src/traffic/slice-store.ts';

const slice = (at: number, arrived: number, busy: number, wait: number): Slice => ({
  fromMs: at * 1_000,
  toMs: (at + 1) * 1_000,
  arrived,
  cold: 1,
  warm: arrived - 2,
  rejected: 1,
  queued: 4,
  instances: { cold: 0.5, busy, idle: 1 },
  peak: busy + 2,
  waitP50: 0,
  waitP95: wait / 2,
  waitP99: wait,
});

function filled(count: number): SliceStore {
  const store = new SliceStore(0, 1_000);
  store.add(
    new Float64Array(Array.from({ length: count }, (_, at) => rowOf(slice(at, 10 + at, at, at * 5))).flat()),
  );
  return store;
}

test('a stretch is the sum of what was counted, the mean of what stood, and the highest of what peaked', () => {
  expect(filled(4).stretch(1_000, 3_000)).toEqual({
    fromMs: 1_000,
    toMs: 3_000,
    arrived: 23,
    cold: 2,
    warm: 19,
    rejected: 2,
    queued: 4,
    starting: 0.5,
    busy: 1.5,
    idle: 1,
    peak: 4,
    waitP50: 0,
    waitP95: 5,
    waitP99: 10,
  });
});

test('a moment is the slice in which it lies, and beyond what is known there is nothing', () => {
  const store = filled(4);
  expect(store.stretch(2_500, 2_500.001)?.fromMs).toBe(2_000);
  expect(store.stretch(4_000, 5_000)).toBeNull();
  expect(new SliceStore(0, 1_000).stretch(0, 1_000)).toBeNull();
});

test('it holds far more than it began with, however it comes in', () => {
  const store = new SliceStore(0, 1_000);
  for (let at = 0; at < 5_000; at++) store.add(new Float64Array(rowOf(slice(at, 3, 2, 1))));
  expect(store.count).toBe(5_000);
  expect(store.stretch(0, 5_000_000)?.arrived).toBe(15_000);
  expect(store.stretch(4_999_000, 5_000_000)?.busy).toBe(2);
});

test('work adds up over time, and within a slice it is even', () => {
  const store = filled(4);
  // Half an instance that starts, and 0, 1, 2 and 3 that work.
  expect([0, 1_000, 2_500, 4_000, 9_000].map((atMs) => store.workedMs(atMs))).toEqual([
    0, 500, 3_250, 8_000, 8_000,
  ]);
});
