/** The month as columns of a picture, and the money between two amounts. */
import { expect, test } from 'vitest';
import { columnsOf, scaleFor } from '../../../src/traffic/picture/lane-columns.ts';
import { lanePlan, momentAt, xOf } from '../../../src/traffic/picture/lane-plan.ts';
import { spentAt } from '../../../src/traffic/picture/spent-at.ts';
import { COLUMNS, SliceStore } from '../../../src/traffic/slice-store.ts';

/** A minute each; one call in every slice, and in one of them six hundred. */
function month(slices: number, busyAt: number): SliceStore {
  const store = new SliceStore(0, 60_000);
  for (let at = 0; at < slices; at++) {
    const row = COLUMNS.map(() => 0);
    row[COLUMNS.indexOf('arrived')] = at === busyAt ? 600 : 1;
    row[COLUMNS.indexOf('busy')] = at === busyAt ? 9 : 0;
    store.add(new Float64Array(row));
  }
  return store;
}

const plan = lanePlan(1_016, 400);

test('columns lie side by side, miss no slice, and show the busiest minute of each', () => {
  const store = month(10_000, 4_321);
  const view = { fromMs: 0, toMs: 10_000 * 60_000 };
  const columns = columnsOf(store, plan, view);
  expect(columns.reduce((sum, { stretch }) => sum + stretch.arrived, 0)).toBe(9_999 + 600);
  for (const [at, { x, width }] of columns.entries()) {
    expect(x + width).toBeGreaterThanOrEqual(columns[at + 1]?.x ?? 0);
  }
  expect(Math.max(...columns.map(({ mostPerSecond }) => mostPerSecond))).toBe(10);
  expect(columns.at(-1)?.x).toBeLessThanOrEqual(plan.right);
});

test('closer than a slice, a slice is one column', () => {
  const columns = columnsOf(month(100, 50), plan, { fromMs: 49 * 60_000, toMs: 52 * 60_000 });
  expect(columns.map(({ stretch }) => stretch.arrived)).toEqual([1, 600, 1]);
});

test('a place on the picture and a moment of the month are each other’s way back', () => {
  const view = { fromMs: 1_000, toMs: 61_000 };
  for (const atMs of [1_000, 12_345, 61_000]) {
    expect(momentAt(plan, view, xOf(plan, view, atMs))).toBeCloseTo(atMs, 6);
  }
  expect(momentAt(plan, view, -50)).toBe(1_000);
});

test('a scale is even, unless one value would leave nothing of the others', () => {
  const even = scaleFor([5, 6, 10], 10);
  expect([even.isLog, even.partOf(5)]).toEqual([false, 0.5]);
  const log = scaleFor([1, 1, 100], 100);
  expect([log.isLog, log.partOf(0), log.partOf(100)]).toEqual([true, 0, 1]);
  expect(log.partOf(1)).toBeCloseTo(Math.log(10) / Math.log(901), 9);
});

test('between two amounts money goes as the work does', () => {
  const store = month(100, 50);
  const spent = [
    { atMs: 40 * 60_000, usd: '1' },
    { atMs: 60 * 60_000, usd: '3' },
  ];
  const at = (minute: number, kept = 0) => spentAt({ spent, whole: store, kept }, minute * 60_000);
  expect([at(0), at(20), at(40), at(50), at(50.5), at(51), at(60), at(99)]).toEqual([
    0, 0.5, 1, 1, 2, 3, 3, 3,
  ]);
  // Nine that work for a minute, and nine that are kept ready all the time.
  expect(at(50, 9)).toBeCloseTo(1 + 2 * (10 / 21), 9);
});
