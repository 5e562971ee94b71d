import { expect, test } from 'vitest';
import { roundStepMs, secondsText, ticksOf } from '../../../../src/playground/timeline/picture/axis.ts';

test('steps are round', () => {
  expect([0.03, 1, 1.1, 3, 60, 700, 12_000].map(roundStepMs)).toEqual([0.05, 1, 2, 5, 100, 1_000, 20_000]);
});

test('seconds have the decimals that their step needs, with a comma', () => {
  expect(secondsText(12_500, 500)).toBe('12,5 s');
  expect(secondsText(12_000, 1_000)).toBe('12 s');
  expect(secondsText(1_234_000, 2_000)).toBe('1.234 s');
  expect(secondsText(5, 1)).toBe('0,005 s');
  expect(secondsText(0.2, 0.1)).toBe('0,0002 s');
  expect(secondsText(0, 20)).toBe('0,00 s');
});

test('ticks stand at round moments since the beginning, and not before it', () => {
  const texts = ticksOf({ fromMs: 900, toMs: 4_100 }, 1_000, 900).map(({ text }) => text);
  expect(texts).toEqual(['0 s', '1 s', '2 s', '3 s']);
  expect(ticksOf({ fromMs: 6_100, toMs: 8_100 }, 1_000, 900).map(({ atMs }) => atMs)).toEqual([7_000, 8_000]);
});
