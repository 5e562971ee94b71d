import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SteadyTrafficModel } from '../../../src/playground/model/steady-traffic.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open() {
  let sent = 0;
  const traffic = new SteadyTrafficModel(() => {
    sent += 1;
  });
  return { traffic, sent: () => sent };
}

test('so many calls a second, evenly', () => {
  const { traffic, sent } = open();
  traffic.set(4);
  vi.advanceTimersByTime(1_000);
  expect(sent()).toBe(4);
  vi.advanceTimersByTime(500);
  expect(sent()).toBe(6);
});

test('another rate counts anew, and off sends nothing and leaves no timer', () => {
  const { traffic, sent } = open();
  traffic.set(20);
  vi.advanceTimersByTime(1_000);
  traffic.set(1);
  vi.advanceTimersByTime(1_000);
  expect(sent()).toBe(21);
  traffic.stop();
  vi.advanceTimersByTime(10_000);
  expect(sent()).toBe(21);
  expect(vi.getTimerCount()).toBe(0);
});
