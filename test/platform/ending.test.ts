/** The ways in which invocations and instances end, and what is billed for each. */
import { expect, test } from 'vitest';
import { nextWakeMs, snapshotInstances } from '../../src/platform/index.ts';
import { Driver } from './drive.ts';

test('an instance expires when it was idle for the idle timeout, the oldest idle first', () => {
  const driver = new Driver();
  driver.deploy();
  const [first, second] = [driver.runningCold(), driver.runningCold()];
  driver.nowMs = 10;
  driver.settle(second.instanceId, second.invocationId);
  driver.nowMs = 20;
  driver.settle(first.instanceId, first.invocationId);
  expect(nextWakeMs(driver.state)).toBe(30_010);
  driver.waitUntil(30_019.999);
  expect([driver.gone(first.instanceId), driver.gone(second.instanceId)]).toEqual([undefined, 'expired']);
  driver.waitUntil(30_020);
  expect(driver.gone(first.instanceId)).toBe('expired');
  expect(nextWakeMs(driver.state)).toBeNull();
});

test('an instance whose time is up is not used, tick or no tick', () => {
  const driver = new Driver();
  driver.deploy();
  const instanceId = driver.idle();
  driver.nowMs = 30_000;
  driver.request();
  expect(driver.gone(instanceId)).toBe('expired');
  expect(driver.commands.at(-1)?.type).toBe('startInstance');
});

test('an idle timeout of 0 keeps nothing', () => {
  const driver = new Driver();
  driver.deploy({ idleTimeoutMs: 0 });
  expect(driver.gone(driver.idle())).toBe('expired');
});

test('a handler that takes too long ends with its instance, and is billed up to the timeout', () => {
  const driver = new Driver();
  driver.deploy();
  const { instanceId, invocationId } = driver.runningCold();
  driver.waitUntil(3000);
  expect(driver.end(invocationId)).toMatchObject({
    atMs: 3000,
    outcome: 'timeout',
    phase: 'handler',
    usage: { durationMs: 3000, memoryMb: 128, initMs: 20 },
  });
  expect(driver.gone(instanceId)).toBe('timeout');
  expect(driver.isKilled(instanceId)).toBe(true);
});

test('a start that takes too long ends as well, and is billed as init', () => {
  const driver = new Driver();
  driver.deploy();
  const invocationId = driver.request();
  driver.waitUntil(3000);
  expect(driver.end(invocationId)).toMatchObject({
    outcome: 'timeout',
    phase: 'init',
    usage: { durationMs: 0, initMs: 3000 },
  });
  expect(driver.isKilled(1)).toBe(true);
});

test('a start may have a limit of its own, shorter or longer than the timeout', () => {
  for (const initTimeoutMs of [500, 10_000]) {
    const driver = new Driver();
    driver.deploy({ initTimeoutMs });
    const invocationId = driver.request();
    driver.wait(initTimeoutMs - 1);
    expect(driver.state.instances.size).toBe(1);
    driver.wait(1);
    expect(driver.end(invocationId)).toMatchObject({
      atMs: initTimeoutMs,
      outcome: 'timeout',
      phase: 'init',
      usage: { durationMs: 0, initMs: initTimeoutMs },
    });
  }
  expect(() => new Driver().deploy({ initTimeoutMs: 0 })).toThrow('initTimeoutMs 0');
});

test('the handler has its whole timeout after the start', () => {
  const driver = new Driver();
  driver.deploy();
  const invocationId = driver.request();
  driver.waitUntil(2000);
  driver.tell({ type: 'ready', instanceId: 1, initMs: 1990 });
  driver.waitUntil(4900);
  driver.settle(1, invocationId, 2890);
  expect(driver.end(invocationId).outcome).toBe('ok');
});

test('the measured time decides, in both directions', () => {
  const driver = new Driver();
  driver.deploy();
  const lateReport = driver.runningCold();
  driver.nowMs = 3010;
  driver.settle(lateReport.instanceId, lateReport.invocationId, 2999.999);
  expect(driver.end(lateReport.invocationId).outcome).toBe('ok');

  const tooSlow = driver.request();
  driver.settle(lateReport.instanceId, tooSlow, 3000.001);
  expect(driver.end(tooSlow)).toMatchObject({ outcome: 'timeout', usage: { durationMs: 3000 } });
  expect(driver.gone(lateReport.instanceId)).toBe('timeout');

  const slowStart = driver.request();
  driver.tell({ type: 'ready', instanceId: driver.lastStarted(), initMs: 3001 });
  expect(driver.end(slowStart)).toMatchObject({ outcome: 'timeout', phase: 'init', usage: { initMs: 3000 } });

  const slowFailure = driver.request();
  driver.tell({ type: 'ended', instanceId: driver.lastStarted(), initMs: 3001 });
  expect(driver.end(slowFailure)).toMatchObject({ outcome: 'timeout', phase: 'init' });
});

test('a thrown error does not end the instance', () => {
  const driver = new Driver();
  driver.deploy();
  const { instanceId, invocationId } = driver.runningCold();
  driver.tell({ type: 'settled', instanceId, invocationId, durationMs: 4, outcome: 'error' });
  expect(driver.end(invocationId).outcome).toBe('error');
  expect(snapshotInstances(driver.state)).toMatchObject([{ instanceId, state: 'idle' }]);
});

test('a module that cannot load ends the instance, and its measured start is billed', () => {
  const driver = new Driver();
  driver.deploy();
  const invocationId = driver.request();
  driver.tell({ type: 'ended', instanceId: 1, initMs: 31.5 });
  expect(driver.end(invocationId)).toMatchObject({
    outcome: 'initFailed',
    usage: { durationMs: 0, memoryMb: 128, initMs: 31.5 },
  });
  expect(driver.gone(1)).toBe('initFailed');
  expect(driver.isKilled(1)).toBe(false);
});

test('a crash is billed until then, in the handler and in the start', () => {
  const driver = new Driver();
  driver.deploy();
  const running = driver.runningCold();
  driver.nowMs = 40;
  const waiting = driver.request();
  driver.nowMs = 55.5;
  driver.tell({ type: 'ended', instanceId: running.instanceId });
  driver.tell({ type: 'ended', instanceId: driver.lastStarted() });
  expect(driver.end(running.invocationId)).toMatchObject({
    outcome: 'crash',
    usage: { durationMs: 55.5, initMs: 20 },
  });
  expect(driver.end(waiting)).toMatchObject({ outcome: 'crash', usage: { durationMs: 0, initMs: 15.5 } });
});

test('an idle instance may crash too', () => {
  const driver = new Driver();
  driver.deploy();
  const instanceId = driver.idle();
  driver.tell({ type: 'ended', instanceId });
  expect(driver.gone(instanceId)).toBe('crashed');
});

test('who leaves alone takes the instance along', () => {
  const driver = new Driver();
  driver.deploy();
  const { instanceId, invocationId } = driver.runningCold();
  driver.nowMs = 250;
  driver.tell({ type: 'cancel', invocationId });
  expect(driver.end(invocationId)).toMatchObject({
    outcome: 'cancelled',
    usage: { durationMs: 250, initMs: 20 },
  });
  expect(driver.gone(instanceId)).toBe('cancelled');
  expect(driver.isKilled(instanceId)).toBe(true);
});

test('a cancel that comes after the timeout changes nothing about it', () => {
  const driver = new Driver();
  driver.deploy();
  const { invocationId } = driver.runningCold();
  driver.nowMs = 5000;
  driver.tell({ type: 'cancel', invocationId });
  expect(driver.end(invocationId).outcome).toBe('timeout');
});

test('who leaves a shared instance leaves the others their work: it drains', () => {
  const driver = new Driver();
  driver.deploy({ instanceConcurrency: 3 });
  const { instanceId, invocationId } = driver.runningCold();
  const neighbour = driver.request();
  driver.tell({ type: 'cancel', invocationId });
  expect(driver.gone(instanceId)).toBeUndefined();
  driver.request();
  expect(driver.lastStarted()).not.toBe(instanceId);
  driver.settle(instanceId, neighbour);
  expect(driver.end(neighbour).outcome).toBe('ok');
  expect(driver.gone(instanceId)).toBe('cancelled');
});

test('a timeout in a shared instance costs the neighbours their work, unless they are late as well', () => {
  const driver = new Driver();
  driver.deploy({ instanceConcurrency: 3 });
  const { invocationId: first } = driver.runningCold();
  const second = driver.request();
  driver.nowMs = 1000;
  const third = driver.request();
  driver.waitUntil(3000);
  expect([first, second, third].map((id) => driver.end(id).outcome)).toEqual(['timeout', 'timeout', 'crash']);
  expect(driver.end(third).usage).toEqual({ durationMs: 2000, memoryMb: 128 });
});

test('clear ends the instances of one function, or of all', () => {
  const driver = new Driver();
  driver.deploy({}, 'f');
  driver.deploy({}, 'g');
  const idle = driver.idle('f');
  const busy = driver.runningCold('g');
  driver.tell({ type: 'clear', functionName: 'f' });
  expect([driver.gone(idle), driver.gone(busy.instanceId)]).toEqual(['cleared', undefined]);
  driver.tell({ type: 'clear' });
  expect(driver.gone(busy.instanceId)).toBe('cleared');
  expect(driver.end(busy.invocationId).outcome).toBe('cancelled');
  expect(nextWakeMs(driver.state)).toBeNull();
});

test('a float clock is rounded once, where it enters', () => {
  const driver = new Driver();
  driver.deploy();
  driver.nowMs = 915.4;
  const { invocationId } = driver.runningCold();
  driver.nowMs = 1100.4;
  driver.tell({ type: 'cancel', invocationId });
  expect(driver.end(invocationId).durationMs).toBe(185);
});

test('an instance that dies when its time was up is billed for that time and no more', () => {
  const driver = new Driver();
  driver.deploy();
  const { instanceId, invocationId } = driver.runningCold();
  const waiting = driver.request();
  driver.nowMs = 5000;
  driver.tell({ type: 'ended', instanceId: driver.lastStarted() });
  expect(driver.end(waiting)).toMatchObject({ outcome: 'crash', usage: { durationMs: 0, initMs: 3000 } });
  // The step that told of the one has ended the other.
  expect(driver.end(invocationId)).toMatchObject({ outcome: 'timeout', usage: { durationMs: 3000 } });
  expect(driver.gone(instanceId)).toBe('timeout');

  const alone = new Driver();
  alone.deploy();
  const running = alone.runningCold();
  alone.nowMs = 5000;
  alone.tell({ type: 'ended', instanceId: running.instanceId });
  expect(alone.end(running.invocationId)).toMatchObject({
    outcome: 'crash',
    usage: { durationMs: 3000, initMs: 20 },
  });
});

test('what went by itself is not killed, and what went otherwise is', () => {
  const driver = new Driver();
  driver.deploy();
  const crashed = driver.idle();
  driver.tell({ type: 'ended', instanceId: crashed });
  driver.request();
  const failed = driver.lastStarted();
  driver.tell({ type: 'ended', instanceId: failed, initMs: 3 });
  const cleared = driver.idle();
  driver.tell({ type: 'clear' });
  expect([crashed, failed, cleared].map((id) => driver.isKilled(id))).toEqual([false, false, true]);
});

test('a start that somebody left is still too slow when its time is up', () => {
  const driver = new Driver();
  driver.deploy({ instanceConcurrency: 2 });
  const leaves = driver.request();
  const stays = driver.request();
  driver.tell({ type: 'cancel', invocationId: leaves });
  driver.waitUntil(3000);
  expect(driver.end(stays)).toMatchObject({ atMs: 3000, outcome: 'timeout', phase: 'init' });
});

test('who leaves a start does not take the time limit of others along', () => {
  const driver = new Driver();
  driver.deploy();
  const { invocationId } = driver.runningCold();
  driver.tell({ type: 'cancel', invocationId: driver.request() });
  driver.waitUntil(3000);
  expect(driver.end(invocationId)).toMatchObject({ atMs: 3000, outcome: 'timeout' });
});

test('in a shared instance, it is the one that is named that settles', () => {
  const driver = new Driver();
  driver.deploy({ instanceConcurrency: 2 });
  const { instanceId, invocationId: first } = driver.runningCold();
  const second = driver.request();
  expect(() => driver.settle(instanceId, 'nothing')).toThrow(
    expect.objectContaining({ code: 'UNKNOWN_INVOCATION' }),
  );
  driver.settle(instanceId, second);
  expect(driver.ends().map(({ invocationId }) => invocationId)).toEqual([second]);
  driver.settle(instanceId, first);
  expect(driver.ends().map(({ invocationId }) => invocationId)).toEqual([second, first]);
});

test.each([
  [3000, 'ok', 'idle', 'initFailed'],
  [3000.001, 'timeout', undefined, 'timeout'],
] as const)('what was measured as %d ms of 3,000 is in time or not', (measuredMs, outcome, state, failed) => {
  const driver = new Driver();
  driver.deploy();
  const { instanceId, invocationId } = driver.runningCold();
  driver.settle(instanceId, invocationId, measuredMs);
  expect(driver.end(invocationId).outcome).toBe(outcome);
  expect(snapshotInstances(driver.state)[0]?.state).toBe(state);

  driver.deploy({}, 'g');
  driver.request('g');
  driver.tell({ type: 'ready', instanceId: driver.lastStarted(), initMs: measuredMs });
  expect(driver.gone(driver.lastStarted())).toBe(outcome === 'ok' ? undefined : 'timeout');

  driver.deploy({}, 'h');
  const failing = driver.request('h');
  driver.tell({ type: 'ended', instanceId: driver.lastStarted(), initMs: measuredMs });
  expect(driver.end(failing).outcome).toBe(failed);
});

test('what fell due before a clear, a cancel or a new version ended as it would have without', () => {
  const cleared = new Driver();
  cleared.deploy();
  const { instanceId, invocationId } = cleared.runningCold();
  cleared.nowMs = 5000;
  cleared.tell({ type: 'clear' });
  expect([cleared.end(invocationId).outcome, cleared.gone(instanceId)]).toEqual(['timeout', 'timeout']);

  const cancelled = new Driver();
  cancelled.deploy();
  const late = cancelled.runningCold();
  cancelled.nowMs = 5000;
  cancelled.tell({ type: 'cancel', invocationId: late.invocationId });
  expect(cancelled.end(late.invocationId)).toMatchObject({ atMs: 5000, outcome: 'timeout' });

  const replaced = new Driver();
  replaced.deploy();
  const idle = replaced.idle();
  replaced.nowMs = 30_000;
  replaced.deploy();
  expect(replaced.gone(idle)).toBe('expired');
});

test.each([0, 0.001, 0.002])('%d ms is a moment and a span like any other', (ms) => {
  const driver = new Driver();
  driver.deploy();
  driver.nowMs = ms;
  const invocationId = driver.request();
  driver.tell({ type: 'ready', instanceId: 1, initMs: ms });
  driver.settle(1, invocationId, ms);
  expect(driver.end(invocationId).usage).toEqual({ durationMs: ms, memoryMb: 128, initMs: ms });
});
