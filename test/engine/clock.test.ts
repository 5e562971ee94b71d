/** Timers: one at a time, at the platform's moment, also far away and on a clock that misbehaves. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { INIT_TIMEOUT_MS } from '../../src/contract/lab-defaults.ts';
import { Alarm, JumpingClock } from '../../src/engine/clock.ts';
import { realClock } from '../../src/engine/index.ts';
import { BEGAN_WALL_MS, ManualClock, openLab } from './lab.ts';

test('one wake-up is pending, never later than the platform needs it', async () => {
  const { clock, host, invoke } = openLab();
  expect(clock.timers.size).toBe(0);
  const first = invoke();
  expect([...clock.timers].map(({ atMs }) => atMs)).toEqual([INIT_TIMEOUT_MS]);
  host.ready(1, 0);
  expect([...clock.timers].map(({ atMs }) => atMs)).toEqual([3000]);
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

test('a jumping clock is ahead of its own by the jumps that it made, and never goes back', () => {
  const clock = new ManualClock();
  const jumping = new JumpingClock(clock);
  clock.wait(10);
  jumping.jumpTo(100);
  expect([jumping.nowMs(), jumping.wallMs(), clock.nowMs()]).toEqual([100, BEGAN_WALL_MS + 100, 10]);
  jumping.jumpTo(50);
  expect(jumping.nowMs()).toBe(100);
  clock.wait(5);
  jumping.jumpTo(120);
  expect(jumping.nowMs()).toBe(120);
  const fired: number[] = [];
  const cancel = jumping.setTimer(130, () => fired.push(-1));
  jumping.setTimer(140, () => fired.push(jumping.nowMs()));
  cancel();
  clock.wait(20);
  expect(fired).toEqual([140]);
});

test('an alarm keeps an earlier wake-up, moves to an earlier one, and is off when there is none', () => {
  const clock = new ManualClock();
  let wakes = 0;
  const alarm = new Alarm(clock, () => {
    wakes += 1;
  });
  const pending = () => [...clock.timers].map(({ atMs }) => atMs);
  alarm.set(100);
  alarm.set(100);
  alarm.set(200);
  expect(pending()).toEqual([100]);
  alarm.set(50);
  expect(pending()).toEqual([50]);
  alarm.set(null);
  expect(pending()).toEqual([]);
  alarm.set(80);
  clock.wait(80);
  expect([wakes, pending()]).toEqual([1, []]);
  alarm.set(300);
  expect(pending()).toEqual([300]);
  alarm.reset();
  expect(pending()).toEqual([]);
  alarm.set(400);
  expect(pending()).toEqual([400]);
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
