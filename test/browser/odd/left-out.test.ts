/** What is left out is a path that there is, once, with a reason. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { filesIn } from '../../../src/build/html.ts';
import { LEFT_OUT } from './left-out.ts';

const BROWSER_TESTS = fileURLToPath(new URL('..', import.meta.url));

test('each path that is left out under a condition is one that there is', () => {
  const sources = filesIn(BROWSER_TESTS)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(join(BROWSER_TESTS, file), 'utf8'));
  const gone = LEFT_OUT.filter(
    ({ path }) =>
      !sources.some((text) => text.includes(`path(\n  '${path}'`) || text.includes(`path('${path}'`)),
  );
  expect(gone.map(({ path }) => path)).toEqual([]);
});

test('nothing is left out twice, or without a reason', () => {
  const keys = LEFT_OUT.map(({ path, under }) => `${under}: ${path}`);
  expect(new Set(keys).size).toBe(keys.length);
  expect(LEFT_OUT.filter(({ because }) => !/^\S.{20,}\.$/.test(because))).toEqual([]);
});
