/** What takes longest begins first, wherever the project stands. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { HEAVY, rankOf } from '../../src/cli/testing/heavy-first.ts';

test.each(HEAVY)('%s is there', (file) => {
  expect(existsSync(fileURLToPath(new URL(`../${file}`, import.meta.url)))).toBe(true);
});

test('what is named goes first, in that order, and all else is equal', () => {
  const files = [
    '/a/test/kit/dates.test.ts',
    `/a/test/${HEAVY[1]}`,
    '/b/test/till.test.ts',
    `C:\\a\\test\\${HEAVY[0]}`,
  ];
  expect(files.map(rankOf)).toEqual([HEAVY.length, 1, HEAVY.length, 0]);
  expect(rankOf(`/a/test/x-${HEAVY[0]}`)).toBe(HEAVY.length);
});
