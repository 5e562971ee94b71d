/** What is billed of waiting: counted once for each millisecond, by somebody who ticks them off one by one. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry, ServiceCallEntry } from '../../../src/engine/index.ts';
import { waitedUsages } from '../../../src/exercises/lab/waited.ts';

const called = (
  fromMs: number,
  toMs: number,
  invocationId: string | null = 'i1',
  instanceId = 1,
): ServiceCallEntry => ({
  type: 'serviceCall',
  atMs: toMs,
  functionName: 'proef',
  instanceId,
  invocationId,
  method: 'GET',
  url: 'https://weer.example/',
  outcome: 'answered',
  status: 200,
  waitedMs: toMs - fromMs,
});

const ended = (invocationId: string, { isCold = false, instanceId = 1, memoryMb = 128 } = {}): Entry => ({
  type: 'invocationEnded',
  atMs: 1_000,
  functionName: 'proef',
  version: 1,
  instanceId,
  invocationId,
  outcome: 'ok',
  phase: 'handler',
  isCold,
  durationMs: 77,
  initMs: isCold ? 33 : null,
  usage: { durationMs: 77, memoryMb, ...(isCold && { initMs: 33 }) },
});

const durations = (...entries: readonly Entry[]) => waitedUsages(entries).map(({ durationMs }) => durationMs);

test.for<[what: string, spans: readonly [from: number, to: number][], waitedMs: number]>([
  ['nothing', [], 0],
  ['one', [[100, 150]], 50],
  [
    'one after another',
    [
      [0, 50],
      [50, 100],
    ],
    100,
  ],
  [
    'with a pause between, which is no waiting',
    [
      [0, 50],
      [200, 230],
    ],
    80,
  ],
  [
    'at once',
    [
      [0, 50],
      [0, 50],
      [0, 50],
    ],
    50,
  ],
  [
    'overlapping',
    [
      [0, 50],
      [30, 90],
    ],
    90,
  ],
  [
    'one within another, and then another',
    [
      [0, 100],
      [20, 30],
      [90, 120],
    ],
    120,
  ],
  [
    'told in another order than they began',
    [
      [90, 120],
      [0, 100],
    ],
    120,
  ],
  ['rounded to the step of 10 ms: down', [[0, 54]], 50],
  ['rounded to the step of 10 ms: up', [[0, 55]], 60],
  [
    'rounded once, over all of it',
    [
      [0, 4],
      [10, 14],
      [20, 24],
    ],
    10,
  ],
])('waiting for %s', ([, spans, waitedMs]) => {
  expect(durations(...spans.map(([from, to]) => called(from, to)), ended('i1'))).toEqual([waitedMs]);
});

test('is each millisecond in which at least one call was under way, in whatever order they ended', () => {
  const span = fc.tuple(fc.nat(300), fc.nat(100)).map(([from, long]) => called(from, from + long));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 8 }), (calls) => {
      const ticked = new Set<number>();
      for (const { atMs, waitedMs } of calls) {
        for (let ms = atMs - waitedMs; ms < atMs; ms += 1) ticked.add(ms);
      }
      const [durationMs = Number.NaN] = durations(...calls, ended('i1'));
      expect(durationMs % 10).toBe(0);
      expect(Math.abs(durationMs - ticked.size)).toBeLessThanOrEqual(5);
    }),
  );
});

test('each invocation pays its own waiting, and with its own memory; what else took time is left out', () => {
  expect(
    waitedUsages([
      called(0, 50, 'i1'),
      called(0, 80, 'i2', 2),
      ended('i1', { memoryMb: 256 }),
      ended('i2', { instanceId: 2 }),
      ended('i3', { instanceId: 3 }),
    ]),
  ).toEqual([
    { memoryMb: 256, durationMs: 50 },
    { memoryMb: 128, durationMs: 80 },
    { memoryMb: 128, durationMs: 0 },
  ]);
});

test('waiting that no invocation owns is paid once, by the first invocation of its instance', () => {
  const entries = [
    called(0, 30, null),
    called(0, 200, null, 2),
    called(100, 150, 'i1'),
    ended('i1'),
    ended('i2'),
    ended('i3', { instanceId: 2 }),
  ];
  expect(waitedUsages(entries)).toEqual([
    { memoryMb: 128, durationMs: 80 },
    { memoryMb: 128, durationMs: 0 },
    { memoryMb: 128, durationMs: 200 },
  ]);
});

test('of a cold start that waiting is its start, and not mixed with the work', () => {
  expect(waitedUsages([called(0, 30, null), called(10, 50, 'i1'), ended('i1', { isCold: true })])).toEqual([
    { memoryMb: 128, durationMs: 40, initMs: 30 },
  ]);
  expect(waitedUsages([ended('i1', { isCold: true })])).toEqual([
    { memoryMb: 128, durationMs: 0, initMs: 0 },
  ]);
});

test('without an invocation that ended there is nobody to bill', () => {
  expect(waitedUsages([called(0, 50)])).toEqual([]);
});
