/** What stands before a line of the log. */
import { expect, test } from 'vitest';
import { logTime } from '../../../src/playground/results/log-time.ts';

test.each([
  [0, '0,0 s'],
  [4_123, '4,1 s'],
  [72_000, '1 min 12 s'],
  [15_066_200, '4 u 11 min'],
])('%i ms after the start is %s', (ms, words) => {
  expect(logTime(ms)).toBe(words);
});
