/** What is shown of cold starts: the reader's own among the cloud's, on a scale that does not move with the memory. */
import { describe, expect, test } from 'vitest';
import {
  barsAt,
  effectsOfMemory,
  longestMs,
  median,
  ownStarts,
} from '../../../src/lesson/cold-starts/cold-start-model.ts';
import type { Purchase } from '../../../src/till/visit/visit.ts';

const STARTS = [
  { runtime: 'nodejs24.x', memoryMb: 128, initMs: 134, firstCallMs: 11 },
  { runtime: 'nodejs24.x', memoryMb: 1024, initMs: 130, firstCallMs: 3 },
  { runtime: 'dotnet10', memoryMb: 128, initMs: 249, firstCallMs: 799 },
  { runtime: 'dotnet10', memoryMb: 1024, initMs: 247, firstCallMs: 78 },
];

const run = (title: string, initMs: number | undefined, durationMs: number, count = 1): Purchase => ({
  title,
  usage: { durationMs, memoryMb: 128, count, ...(initMs === undefined ? {} : { initMs }) },
});

test.each([
  [[3], 3],
  [[9, 1, 5], 5],
  [[4, 1, 9, 2], 3],
])('the median of %j is %d', (values, expected) => expect(median(values)).toBe(expected));

describe('of the reader', () => {
  test('each function with cold starts is a bar, and warm runs count for nothing', () => {
    const own = ownStarts([
      run('Wakker', 40, 2),
      run('Wakker', 60, 4, 2),
      run('Wakker', undefined, 900, 50),
      run('Kortingscode', 0, 3),
      run('Golf', 10, 1),
    ]);
    expect(own).toEqual([
      { name: 'Wakker', initMs: 60, firstCallMs: 4, own: 3 },
      { name: 'Golf', initMs: 10, firstCallMs: 1, own: 1 },
    ]);
  });

  test('it stands where its time puts it, whatever the memory of the cloud', () => {
    const own = [{ name: 'Wakker', initMs: 300, firstCallMs: 30, own: 1 }];
    expect(barsAt(STARTS, 128, own).map(({ name }) => name)).toEqual(['Node.js 24', 'Wakker', '.NET 10']);
    expect(barsAt(STARTS, 1024, own).map(({ name }) => name)).toEqual(['Node.js 24', '.NET 10', 'Wakker']);
  });
});

test('the scale holds the longest bar of all amounts of memory, and that of the reader', () => {
  expect(longestMs(STARTS, [])).toBe(1048);
  expect(longestMs(STARTS, [{ name: 'Traag', initMs: 2000, firstCallMs: 1, own: 1 }])).toBe(2001);
});

test('the runtime of which the first call gains most by memory stands above', () => {
  expect(
    effectsOfMemory(STARTS).map(({ name, least, most }) => [name, least.firstCallMs, most.firstCallMs]),
  ).toEqual([
    ['.NET 10', 799, 78],
    ['Node.js 24', 11, 3],
  ]);
});
