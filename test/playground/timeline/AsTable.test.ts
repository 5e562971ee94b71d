import { expect, test } from 'vitest';
import { MOST_ROWS, rowsOf } from '../../../src/playground/timeline/AsTable.tsx';
import { read, steady, tell } from './story.ts';

const ALWAYS = Number.POSITIVE_INFINITY;
const ids = ({ rows }: ReturnType<typeof rowsOf>) => rows.map(({ invocationId }) => invocationId);

test('the rows are what was going on in the window, the newest first', () => {
  const tracks = read(tell([{ atMs: 0, durationMs: 500 }, { atMs: 300 }, { atMs: 900 }, { atMs: 2_000 }]));
  expect(ids(rowsOf(tracks, { fromMs: 400, toMs: 1_000 }, ALWAYS))).toEqual(['i3', 'i1']);
  expect(rowsOf(tracks, { fromMs: 1_200, toMs: 1_400 }, ALWAYS)).toEqual({ rows: [], count: 0 });
});

test('what came after the picture stood still has no row', () => {
  const tracks = read(tell([{ atMs: 0 }, { atMs: 300 }]));
  expect(ids(rowsOf(tracks, { fromMs: 0, toMs: 1_000 }, 200))).toEqual(['i1']);
});

test('there are at most 200 rows, and the number of all', () => {
  const tracks = read(tell(steady(3_000, 10, 5)));
  const found = rowsOf(tracks, { fromMs: 0, toMs: 20_005 }, ALWAYS);
  expect(found.count).toBe(2_001);
  expect(found.rows).toHaveLength(MOST_ROWS);
  expect(found.rows[0]?.invocationId).toBe('i2001');
});
