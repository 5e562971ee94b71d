import { expect, test } from 'vitest';
import { dateInWords } from '../../src/kit/dates.ts';

test.each([
  ['2026-09-28', '28 september 2026'],
  ['2026-01-01', '1 januari 2026'],
  ['2026-12', 'december 2026'],
  ['2019', '2019'],
  ['2019-2020', '2019–2020'],
  [null, 'op een onbekende dag'],
])('%s is %s', (date, words) => {
  expect(dateInWords(date)).toBe(words);
});
