/** The figures of an earlier run beside those of now: test/bench/last-run.ts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesOf, figuresOf, type KeptRun, keptWith, toldOf } from '../bench/last-run.ts';

const RUN = { yardstickMs: 100, commit: 'a'.repeat(40), day: '2026-11-30' };
const kept = (name: string, value: number): KeptRun => ({ [name]: { value, ...RUN } });
const ratio = (name: string, before: number, now: number, yardstickMs = 100) =>
  changesOf(kept(name, before), { [name]: now }, yardstickMs)[0]?.ratio;

test('a figure is a speed, a time or a size by its name; the rest is left out', () => {
  const values = {
    platform: { invocationsPerSecond: 5, tariffs: 20 },
    page: {
      firstRunMs: 3,
      deep: [{ scriptBytes: 7 }],
      ratio: 0.4,
      name: 'x',
      none: null,
      brokenMs: Number.NaN,
    },
  };
  expect(figuresOf(values)).toEqual({
    'platform.invocationsPerSecond': 5,
    'page.firstRunMs': 3,
    'page.deep.0.scriptBytes': 7,
  });
});

test('twice the time, half the speed and twice the size are each twice as bad', () => {
  expect(ratio('a.runMs', 10, 20)).toBeCloseTo(2);
  expect(ratio('a.runsPerSecond', 10, 5)).toBeCloseTo(2);
  expect(ratio('a.scriptBytes', 10, 20)).toBeCloseTo(2);
});

test('a machine that is slower at everything has become no worse at anything', () => {
  const positive = fc.double({ min: 0.01, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(positive, fc.double({ min: 0.1, max: 10, noNaN: true }), (value, slower) => {
      expect(ratio('a.runMs', value, value * slower, 100 * slower)).toBeCloseTo(1, 6);
      expect(ratio('a.runsPerSecond', value, value / slower, 100 * slower)).toBeCloseTo(1, 6);
      expect(ratio('a.scriptBytes', value, value, 100 * slower)).toBeCloseTo(1, 6);
    }),
  );
});

test('what is told is what changed by a quarter, the worst first, and what is new is not compared', () => {
  const before = {
    ...kept('a.runMs', 10),
    ...kept('b.runMs', 10),
    ...kept('c.runMs', 10),
    ...kept('d.runMs', 10),
  };
  const changes = changesOf(
    before,
    { 'a.runMs': 13, 'b.runMs': 30, 'c.runMs': 11, 'd.runMs': 5, 'e.runMs': 1 },
    100,
  );
  const told = toldOf(changes);
  expect(told[0]).toContain('4 figures');
  expect(told.slice(1).map((line) => line.slice(0, 7))).toEqual([
    'Slower ',
    'b.runMs',
    'a.runMs',
    'Faster ',
    'd.runMs',
  ]);
});

test('a run of some parts keeps the figures of the others', () => {
  const now = { ...RUN, day: '2026-12-01' };
  const all = keptWith({ ...kept('b.runMs', 1), ...kept('a.runMs', 2) }, { 'b.runMs': 3 }, now);
  expect(Object.keys(all)).toEqual(['a.runMs', 'b.runMs']);
  expect([all['a.runMs']?.day, all['b.runMs']]).toEqual(['2026-11-30', { value: 3, ...now }]);
});
