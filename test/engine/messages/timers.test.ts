/** The clock of a playground: off until it is started, and able to jump to the next planned moment. */
import { describe, expect, test } from 'vitest';
import { BEGAN_WALL_MS, GREET, openLab } from '../lab.ts';

const MINUTE_MS = 60_000;

function withTimer(cron = '*/5 * * * *') {
  const lab = openLab();
  const deploy = (expression: string) =>
    lab.engine.deploy({ ...GREET, functionName: 'klok', source: { type: 'timer', cron: expression } });
  deploy(cron);
  /** Makes what starts ready, and ends what runs. */
  const work = () => {
    for (const { instanceId, state } of lab.engine.instances())
      if (state === 'starting') lab.host.ready(instanceId, 0);
    lab.clock.wait(1);
    for (const { instanceId, invocation } of lab.host.invoked)
      lab.host.settleEvent(instanceId, invocation.invocationId);
  };
  const fired = () =>
    lab.engine
      .entries()
      .flatMap((entry) => (entry.type === 'timerFired' ? [Math.round(entry.atMs / MINUTE_MS)] : []));
  return { ...lab, deploy, work, fired };
}

test('nothing fires before the clock is started, nor after it is stopped', () => {
  const { engine, clock, work, fired } = withTimer();
  clock.wait(20 * MINUTE_MS);
  expect(fired()).toEqual([]);
  engine.startClock();
  clock.wait(5 * MINUTE_MS);
  work();
  expect(fired()).toEqual([25]);
  engine.stopClock();
  clock.wait(60 * MINUTE_MS);
  expect(fired()).toEqual([25]);
  expect(engine.bindings.messages.list()).toEqual([]);
});

test('each moment comes once, as an event that names the moment it was planned for', () => {
  const { engine, clock, host, work, fired } = withTimer();
  engine.startClock();
  for (let minute = 0; minute < 16; minute += 1) {
    clock.wait(MINUTE_MS);
    work();
  }
  expect(fired()).toEqual([5, 10, 15]);
  const [first] = host.invoked;
  const scheduledTime = new Date(BEGAN_WALL_MS + 5 * MINUTE_MS).toISOString();
  expect(first?.invocation).toMatchObject({
    event: {
      type: 'test.functie.timer.fired',
      source: '/timer',
      time: scheduledTime,
      data: { cron: '*/5 * * * *', scheduledTime },
    },
  });
});

test('another expression counts from its deployment on; one that cannot be read plans nothing', () => {
  const { engine, clock, deploy, work, fired } = withTimer();
  engine.startClock();
  deploy('*/7 * * * *');
  clock.wait(7 * MINUTE_MS);
  work();
  expect(fired()).toEqual([7]);
  deploy('onzin');
  clock.wait(60 * MINUTE_MS);
  expect(fired()).toEqual([7]);
  expect(engine.nextPlannedMs()).toBeNull();
});

test('the same expression again changes nothing: the moment, and the event that is ready for it', () => {
  const { engine, clock, host, work } = withTimer();
  engine.startClock();
  clock.wait(MINUTE_MS);
  engine.deploy({
    ...GREET,
    functionName: 'klok',
    memoryMb: 256,
    source: { type: 'timer', cron: '*/5 * * * *' },
  });
  expect(engine.nextPlannedMs()).toBe(5 * MINUTE_MS);
  clock.wait(4 * MINUTE_MS);
  work();
  expect(host.invoked[0]?.invocation).toMatchObject({ event: { id: 'm1' } });
});

test('a clock that was stopped starts anew, and what was deployed meanwhile has waited for it', () => {
  const { engine, clock, work, fired } = withTimer();
  engine.startClock();
  engine.stopClock();
  engine.deploy({ ...GREET, functionName: 'uur', source: { type: 'timer', cron: '*/10 * * * *' } });
  expect(engine.nextPlannedMs()).toBeNull();
  clock.wait(7 * MINUTE_MS);
  engine.startClock();
  expect(engine.nextPlannedMs()).toBe(10 * MINUTE_MS);
  clock.wait(3 * MINUTE_MS);
  work();
  expect(fired()).toEqual([10, 10]);
});

test('a moment that has come is not to come again, though the wall says just after it that it has', () => {
  const { engine, clock, work, fired } = withTimer();
  engine.startClock();
  expect(engine.skipToNext()).toBe(true);
  engine.stopClock();
  work();
  // The next start is at once, and by the wall it is just before five.
  clock.wallIsBehindMs = 2;
  engine.startClock();
  expect(fired()).toEqual([5]);
  expect(Math.round((engine.nextPlannedMs() ?? 0) / MINUTE_MS)).toBe(10);
});

test('every function has a timer of its own, and one without has none', () => {
  const { engine, clock, work } = withTimer();
  engine.startClock();
  engine.deploy({ ...GREET, functionName: 'uur', source: { type: 'timer', cron: '*/10 * * * *' } });
  engine.deploy({ ...GREET, functionName: 'foto', source: { type: 'upload', prefix: '' } });
  for (const _ of [1, 2]) {
    clock.wait(5 * MINUTE_MS);
    work();
  }
  const timers = engine.entries().flatMap((entry) => (entry.type === 'timerFired' ? [entry.timerName] : []));
  expect(timers.sort()).toEqual(['klok', 'klok', 'uur']);
});

test('a moment for which there is no room is skipped, and the next one comes', () => {
  const { engine, clock, host, work, fired } = withTimer();
  const send = { op: 'queue.send', body: '1', delayMs: 0 } as const;
  while (engine.bindings.perform(send).ok);
  engine.startClock();
  clock.wait(5 * MINUTE_MS);
  expect(fired()).toEqual([]);
  expect(engine.entries().filter(({ type }) => type === 'timerSkipped')).toHaveLength(1);
  const [oldest] = engine.bindings.messages.list();
  engine.bindings.messages.discard(oldest?.messageId ?? '');
  clock.wait(5 * MINUTE_MS);
  work();
  expect(fired()).toEqual([10]);
  expect(host.invoked[0]?.invocation).toMatchObject({ event: { source: '/timer' } });
});

test('a clock on the wall that is set back brings no moment twice', () => {
  const { engine, clock, work, fired } = withTimer();
  engine.startClock();
  const wallMs = clock.wallMs.bind(clock);
  clock.wallMs = () => wallMs() - 2_000;
  clock.wait(5 * MINUTE_MS);
  work();
  expect(fired()).toEqual([5]);
  expect(engine.nextPlannedMs()).toBe(10 * MINUTE_MS + 2_000);
});

test('moments that passed while the computer slept are not made up for', () => {
  const { engine, clock, work, fired } = withTimer();
  engine.startClock();
  const wallMs = clock.wallMs.bind(clock);
  clock.wallMs = () => wallMs() + 61 * MINUTE_MS;
  clock.wait(5 * MINUTE_MS);
  work();
  expect(fired()).toEqual([5]);
  // On the wall it is 1:06, so the next moment is at 1:10.
  expect(engine.nextPlannedMs()).toBe(9 * MINUTE_MS);
});

describe('a jump', () => {
  test('goes to the next moment, and an instance that would be gone by then is gone', () => {
    const { engine, work, fired, clock } = withTimer('0 * * * *');
    engine.startClock();
    for (let hour = 1; hour <= 3; hour += 1) {
      expect(engine.skipToNext()).toBe(true);
      work();
      expect(engine.wallMs() - BEGAN_WALL_MS).toBeGreaterThanOrEqual(hour * 60 * MINUTE_MS);
    }
    expect(fired()).toEqual([60, 120, 180]);
    // The world outside did not move along.
    expect(clock.nowMs()).toBeLessThan(1_000);
    const ends = engine
      .entries()
      .flatMap((entry) => (entry.type === 'invocationEnded' ? [entry.isCold] : []));
    expect(ends).toEqual([true, true, true]);
    const gone = engine.entries().flatMap((entry) => (entry.type === 'instanceGone' ? [entry.reason] : []));
    expect(gone).toEqual(['expired', 'expired']);
    const goneMs = engine.entries().flatMap((entry) => (entry.type === 'instanceGone' ? [entry.atMs] : []));
    // Each at its own moment on the way, and not at that of the jump.
    expect(goneMs.map((atMs, nth) => atMs - (nth + 1) * 60 * MINUTE_MS)).toEqual([30_001, 30_001]);
  });

  test('is not made while something runs, or when nothing is planned', () => {
    const { engine, host, invoke } = withTimer();
    expect(engine.skipToNext()).toBe(false);
    engine.startClock();
    void invoke();
    host.ready(1, 0);
    expect(engine.skipToNext()).toBe(false);
    expect(engine.nowMs()).toBeLessThan(1_000);
  });

  test('leaves measured times alone, and what waits for a timeout is not late because of it', async () => {
    const { engine, host, clock, work, invoke } = withTimer();
    engine.startClock();
    engine.skipToNext();
    work();
    const answered = invoke();
    host.ready(host.started.at(-1)?.instanceId ?? 0, 0);
    clock.wait(40);
    const last = host.invoked.at(-1);
    host.settle(last?.instanceId ?? 0, last?.invocation.invocationId ?? '', 37);
    expect(await answered).toMatchObject({ status: 200, durationMs: 37, usage: { durationMs: 37 } });
  });

  test('stops where something begins to run on the way', () => {
    const { engine, host } = withTimer();
    const source = {
      type: 'queue',
      batchSize: 5,
      batchWindowMs: 1_000,
      visibilityTimeoutMs: 30_000,
    } as const;
    engine.deploy({ ...GREET, functionName: 'werk', source });
    engine.startClock();
    engine.bindings.perform({ op: 'queue.send', body: '1', delayMs: 0 });
    expect(engine.skipToNext()).toBe(true);
    expect(engine.nowMs()).toBe(1_000);
    expect(engine.skipToNext()).toBe(false);
    expect(host.started).toHaveLength(1);
    expect(engine.nextPlannedMs()).toBe(5 * MINUTE_MS);
  });

  test('brings a retry forward', () => {
    const { engine, host, clock } = openLab();
    engine.deploy({ ...GREET, functionName: 'werk', source: { type: 'upload', prefix: '' } });
    engine.bindings.perform({ op: 'bucket.put', key: 'a', body: new Uint8Array(1), contentType: 'x/y' });
    host.ready(1, 0);
    clock.wait(5);
    host.settleEvent(1, 'event-1', { ok: false, failure: { code: 'HANDLER_ERROR' } });
    expect(engine.nextPlannedMs()).toBe(2_005);
    expect(engine.skipToNext()).toBe(true);
    expect(host.invoked).toHaveLength(2);
    expect(clock.nowMs()).toBe(5);
  });

  test('sets the alarm anew: what falls due after it is not late', () => {
    const { engine, host, clock, work } = withTimer();
    engine.startClock();
    engine.skipToNext();
    work();
    clock.wait(30_000);
    expect(engine.instances()).toEqual([]);
    expect(host.killed).toEqual([1]);
  });
});
