/** When a lesson counts as read in a learning environment. */
import { expect, test } from 'vitest';
import { readingMs, readingOf } from '../../src/progress/reading.ts';

/** A page that a test scrolls, hides and works on by hand. */
function page(words: number) {
  const now = { isEndSeen: false, isInView: true, hasDone: false };
  const look = readingOf({
    isEndSeen: () => now.isEndSeen,
    isInView: () => now.isInView,
    hasDone: () => now.hasDone,
    words: () => words,
  });
  return { now, look, after: (seconds: number) => Array.from({ length: seconds }, look).at(-1) };
}

test('a second in view for ten words, three minutes at most', () => {
  expect(readingMs(450)).toBe(45_000);
  expect(readingMs(9_000)).toBe(180_000);
});

test('scrolling to the end is not reading', () => {
  const { now, after } = page(400);
  now.isEndSeen = true;
  expect(after(39)).toBe(false);
  expect(after(1)).toBe(true);
});

test('time alone is not reading either: the end has to have been seen', () => {
  const { now, look, after } = page(400);
  expect(after(500)).toBe(false);
  now.isEndSeen = true;
  expect(look()).toBe(true);
});

test('a page in a tab that nobody sees is not read', () => {
  const { now, after } = page(400);
  now.isEndSeen = true;
  now.isInView = false;
  expect(after(500)).toBe(false);
});

test('who has done a step or a check does not have to wait, but has to see the end', () => {
  const { now, look } = page(4_000);
  now.hasDone = true;
  expect(look()).toBe(false);
  now.isEndSeen = true;
  expect(look()).toBe(true);
});
