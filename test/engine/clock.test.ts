/** Timers: one at a time, at the platform's moment, also far away and on a clock that misbehaves. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { realClock } from '../../src/engine/index.ts';
import { openLab } from './lab.ts';

test('one wake-up is pending, never later than the platform needs it', async () => {
  const { clock, host, invoke } = openLab();
  expect(clock.timers.size).toBe(0);
  const first = invoke();
  expect([...clock.timers].map(({ atMs }) => atMs)).toEqual([3000]);
  host.ready(1, 0);
  clock.wait(10);
  host.settle(1, 'i1', 10);
  await first;
  const [timer] = clock.timers;
  expect(timer).toBeDefined();
  for (let nth = 2; nth < 50; nth++) {
    const answered = invoke();
    expect([...clock.timers][0]).toBe(timer);
    host.settle(1, `i${nth}`, 0);
    await answered;
  }
  expect(clock.timers.size).toBe(1);
});

test('an idle instance goes at its moment, and then no timer is left', async () => {
  const { clock, engine, host, warmUp } = openLab();
  await warmUp();
  clock.moveTo(30_014.9);
  expect(engine.instances().length).toBe(1);
  clock.moveTo(30_015);
  expect(engine.instances()).toEqual([]);
  expect(host.killed).toEqual([1]);
  expect(clock.timers.size).toBe(0);
});

test('a clock that goes back stands still', async () => {
  const { clock, host, engine, invoke, warmUp } = openLab();
  await warmUp();
  clock.setBack(2);
  host.answersAtOnce = true;
  expect(await invoke()).toMatchObject({ status: 200 });
  expect(engine.entries().at(-1)?.atMs).toBe(15);
});

describe('the real clock', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('never fires early, and a timer can be taken back', () => {
    const fired: number[] = [];
    const startMs = realClock.nowMs();
    realClock.setTimer(startMs + 10.25, () => fired.push(realClock.nowMs()));
    const cancel = realClock.setTimer(startMs + 5, () => fired.push(-1));
    cancel();
    vi.advanceTimersByTime(10);
    expect(fired).toEqual([]);
    vi.advanceTimersByTime(1);
    expect(fired.length).toBe(1);
    expect(fired[0]).toBeGreaterThanOrEqual(startMs + 10.25);
  });

  test('a moment that is further away than a timer can count is reached in steps', () => {
    const monthMs = 31 * 24 * 3600 * 1000;
    const fired = vi.fn();
    realClock.setTimer(realClock.nowMs() + monthMs, fired);
    vi.advanceTimersByTime(monthMs - 1);
    expect(fired).not.toHaveBeenCalled();
    vi.advanceTimersByTime(2);
    expect(fired).toHaveBeenCalledTimes(1);
  });

  test('it can be taken back after such a step too', () => {
    const monthMs = 31 * 24 * 3600 * 1000;
    const fired = vi.fn();
    const cancel = realClock.setTimer(realClock.nowMs() + monthMs, fired);
    vi.advanceTimersByTime(28 * 24 * 3600 * 1000);
    cancel();
    vi.advanceTimersByTime(monthMs);
    expect(fired).not.toHaveBeenCalled();
  });
});
