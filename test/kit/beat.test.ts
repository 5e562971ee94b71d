import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { beat } from '../../src/kit/beat.ts';

/** What a beat asks of a document. */
class Shown extends EventTarget {
  hidden = false;

  turn(hidden: boolean): void {
    this.hidden = hidden;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

const document = new Shown();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', document);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what began at other moments goes on at the same: a browser draws once for all of it', () => {
  const momentsMs = new Set<number>();
  let times = 0;
  const act = () => {
    times += 1;
    momentsMs.add(Math.round(performance.now()));
  };
  vi.advanceTimersByTime(70);
  const beats = [beat(250, act)];
  vi.advanceTimersByTime(300);
  beats.push(beat(250, act));
  vi.advanceTimersByTime(110);
  beats.push(beat(1_000, act));
  vi.advanceTimersByTime(2_000);
  momentsMs.clear();
  times = 0;
  vi.advanceTimersByTime(10_000);
  expect({ moments: momentsMs.size, times }).toEqual({ moments: 40, times: 90 });
  for (const { stop } of beats) stop();
});

test('nothing runs in a hidden tab or for what is not seen, and it goes on when it is shown', () => {
  let times = 0;
  let isSeen = true;
  const { follow, stop } = beat(
    250,
    () => {
      times += 1;
    },
    () => isSeen,
  );
  document.turn(true);
  expect(vi.getTimerCount()).toBe(0);
  document.turn(false);
  expect(vi.getTimerCount()).toBe(1);
  isSeen = false;
  follow();
  expect(vi.getTimerCount()).toBe(0);
  isSeen = true;
  vi.advanceTimersByTime(60_000);
  const before = times;
  follow();
  vi.advanceTimersByTime(0);
  expect(times).toBe(before + 1);
  stop();
});

test('what is stopped stays stopped, from within too', () => {
  let times = 0;
  const { follow, stop } = beat(250, (end) => {
    times += 1;
    if (times === 3) end();
  });
  vi.advanceTimersByTime(10_000);
  document.turn(true);
  document.turn(false);
  follow();
  vi.advanceTimersByTime(10_000);
  expect(times).toBe(3);
  stop();
});
