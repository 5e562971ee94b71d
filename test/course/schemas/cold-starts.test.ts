/** The measured cold starts are as their source gives them: dated, whole, and with means that are means. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { coldStartsSchema } from '../../../src/course/schemas/cold-starts.ts';

const file = JSON.parse(
  readFileSync(new URL('../../../content/cold-starts/aws-lambda.json', import.meta.url), 'utf8'),
);
const [first, ...others] = file.rows;
const problemOf = (changed: object) =>
  coldStartsSchema.safeParse({ ...file, ...changed }).error?.issues.map(({ path }) => path.join('.'));

test('the file holds, for every runtime, the same amounts of memory', () => {
  const { rows } = coldStartsSchema.parse(file);
  const byKind = Map.groupBy(rows, ({ runtime, package: packed, architecture }) =>
    [runtime, packed, architecture].join(' '),
  );
  expect(byKind.size).toBe(56);
  for (const [kind, of] of byKind) {
    expect(
      of.map(({ memoryMb }) => memoryMb).sort((a, b) => a - b),
      kind,
    ).toEqual([128, 256, 512, 1024]);
  }
});

// lambda-perf, 22 August 2026: what the course says of memory.
test('starting hardly depends on memory, and the first call of .NET does', () => {
  const { rows } = coldStartsSchema.parse(file);
  const of = (runtime: string, memoryMb: number) =>
    rows.find(
      (row) =>
        row.runtime === runtime &&
        row.memoryMb === memoryMb &&
        row.package === 'zip' &&
        row.architecture === 'x86_64',
    );
  expect(of('dotnet10', 128)?.averageDurationMs).toBeCloseTo(799, 0);
  expect(of('dotnet10', 1024)?.averageDurationMs).toBeCloseTo(78, 0);
  expect(of('java25', 128)?.averageDurationMs).toBeCloseTo(239, 0);
  expect(of('java25', 1024)?.averageDurationMs).toBeCloseTo(7, 0);
});

describe('refused', () => {
  test.each<[string, object, string]>([
    ['no date', { measured: 'augustus' }, 'measured'],
    ['a field that nobody reads', { rows: [{ ...first, cold: true }] }, 'rows.0'],
    ['a row twice', { rows: [first, first] }, 'rows.1'],
    [
      'a mean that is none',
      { rows: [{ ...first, averageColdStartMs: 1 }, ...others] },
      'rows.0.averageColdStartMs',
    ],
    ['a negative time', { rows: [{ ...first, averageDurationMs: -1 }] }, 'rows.0.averageDurationMs'],
  ])('%s', (_, changed, path) => expect(problemOf(changed)).toEqual([path]));
});
