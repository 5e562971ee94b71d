import { expect, test } from 'vitest';
import { snapshotInstances } from '../../src/platform/index.ts';
import { Driver } from './drive.ts';

test('a cold start: the instance starts, then the invocation, then the instance is idle', () => {
  const driver = new Driver();
  driver.deploy();
  driver.nowMs = 100;
  const invocationId = driver.request();
  driver.nowMs = 120;
  driver.tell({ type: 'ready', instanceId: 1, initMs: 18.25 });
  driver.nowMs = 130;
  driver.settle(1, invocationId, 9.5);
  expect(driver.types()).toEqual([
    'deployed',
    'accepted',
    'instanceStarted',
    'instanceReady',
    'invocationStarted',
    'invocationEnded',
    'instanceIdle',
  ]);
  expect(driver.commands).toEqual([
    { type: 'startInstance', instanceId: 1, functionName: 'f', version: 1 },
    { type: 'invoke', instanceId: 1, invocationId, isCold: true },
  ]);
  expect(driver.events.at(-1)).toMatchObject({ atMs: 130, expiresAtMs: 30_130 });
  expect(driver.end(invocationId)).toMatchObject({
    outcome: 'ok',
    isCold: true,
    initMs: 18.25,
    durationMs: 9.5,
  });
});

test('a warm start: the invocation goes to the idle instance at once', () => {
  const driver = new Driver();
  driver.deploy();
  const instanceId = driver.idle();
  const invocationId = driver.request();
  expect(driver.commands.at(-1)).toEqual({ type: 'invoke', instanceId, invocationId, isCold: false });
});

test('the newest idle instance is the one that was busy last', () => {
  const driver = new Driver();
  driver.deploy();
  const [first, second, third] = [driver.runningCold(), driver.runningCold(), driver.runningCold()];
  driver.settle(second.instanceId, second.invocationId);
  driver.settle(third.instanceId, third.invocationId);
  driver.settle(first.instanceId, first.invocationId);
  const served = [0, 1, 2].map(() => {
    driver.request();
    return driver.commands.at(-1)?.instanceId;
  });
  expect(served).toEqual([first.instanceId, third.instanceId, second.instanceId]);
});

test('over the concurrency limit a request is refused, and nothing else happens', () => {
  const driver = new Driver();
  driver.deploy({ concurrencyLimit: 2 });
  driver.runningCold();
  driver.request();
  const commands = driver.commands.length;
  const invocationId = driver.request();
  expect(driver.events.at(-1)).toEqual({
    type: 'throttled',
    atMs: 0,
    functionName: 'f',
    invocationId,
    limit: 'concurrencyLimit',
  });
  expect(driver.commands.length).toBe(commands);
  driver.settle(1, 'i1');
  driver.request();
  expect(driver.commands.at(-1)).toMatchObject({ type: 'invoke', instanceId: 1 });
});

test('a concurrency limit of 0 refuses everything', () => {
  const driver = new Driver();
  driver.deploy({ concurrencyLimit: 0 });
  driver.request();
  expect(driver.types()).toEqual(['deployed', 'throttled']);
});

test('with places in an instance: idle first, then a ready place, then a starting one, then a new one', () => {
  const driver = new Driver();
  driver.deploy({ instanceConcurrency: 2 });
  const starting = driver.request();
  driver.request();
  expect(snapshotInstances(driver.state)).toMatchObject([{ state: 'starting', openInvocations: 2 }]);
  driver.tell({ type: 'ready', instanceId: 1, initMs: 20 });
  expect(driver.commands.filter(({ type }) => type === 'invoke')).toMatchObject([
    { invocationId: starting, isCold: true },
    { invocationId: 'i2', isCold: false },
  ]);
  driver.request(); // Instance 1 is full: instance 2 starts.
  driver.settle(1, 'i2'); // A place in a ready instance, beside one in the starting instance 2.
  driver.request();
  expect(driver.commands.at(-1)).toMatchObject({ type: 'invoke', instanceId: 1, invocationId: 'i4' });
  driver.request();
  expect(driver.events.at(-1)).toMatchObject({ type: 'accepted', instanceId: 2, invocationId: 'i5' });
  driver.tell({ type: 'ready', instanceId: 2, initMs: 20 });
  driver.settle(2, 'i3');
  driver.settle(2, 'i5'); // Instance 2 is idle; instance 1 gets a free place.
  driver.settle(1, 'i4');
  driver.request();
  expect(driver.commands.at(-1)).toMatchObject({ type: 'invoke', instanceId: 2, invocationId: 'i6' });
});

test('a full platform ends the oldest idle instance of another function, else refuses', () => {
  const driver = new Driver({ maxInstances: 2 });
  driver.deploy({}, 'f');
  driver.deploy({}, 'g');
  const [first, second] = [driver.runningCold('f'), driver.runningCold('f')];
  driver.settle(second.instanceId, second.invocationId);
  driver.nowMs = 1;
  driver.settle(first.instanceId, first.invocationId);
  driver.request('g');
  expect(driver.gone(second.instanceId)).toBe('evicted');
  expect(driver.commands.slice(-2)).toMatchObject([
    { type: 'killInstance', instanceId: second.instanceId },
    { type: 'startInstance', functionName: 'g' },
  ]);
  driver.request('f');
  driver.request('f');
  expect(driver.events.at(-1)).toMatchObject({ type: 'throttled', limit: 'maxInstances' });
});

test('to make room, the instance that is idle longest goes, whichever function it is of', () => {
  const driver = new Driver({ maxInstances: 2 });
  for (const functionName of ['f', 'g', 'h']) driver.deploy({}, functionName);
  const newer = driver.runningCold('f');
  const older = driver.idle('g');
  driver.nowMs = 5;
  driver.settle(newer.instanceId, newer.invocationId);
  driver.request('h');
  expect(driver.gone(older)).toBe('evicted');
});

test('the one that is idle longest may be of a function that was deployed earlier or later', () => {
  for (const [first, second] of [
    ['f', 'g'],
    ['g', 'f'],
  ] as const) {
    const driver = new Driver({ maxInstances: 2 });
    for (const functionName of ['f', 'g', 'h']) driver.deploy({}, functionName);
    const [older, newer] = [driver.runningCold(first), driver.runningCold(second)];
    driver.settle(older.instanceId, older.invocationId);
    driver.nowMs = 5;
    driver.settle(newer.instanceId, newer.invocationId);
    driver.request('h');
    expect([driver.gone(older.instanceId), driver.gone(newer.instanceId)]).toEqual(['evicted', undefined]);
  }
});

test('a platform that is told nothing else has room for 50 instances', () => {
  const driver = new Driver();
  driver.deploy({ concurrencyLimit: 1000 });
  for (let nth = 0; nth < 51; nth++) driver.request();
  expect(snapshotInstances(driver.state).length).toBe(50);
  expect(driver.events.at(-1)).toMatchObject({ type: 'throttled', limit: 'maxInstances' });
});

test('a redeploy ends idle instances at once, busy ones when they come free, and routes to the new version', () => {
  const driver = new Driver();
  driver.deploy();
  const busy = driver.runningCold();
  const idle = driver.idle();
  driver.deploy({ memoryMb: 256 });
  expect(driver.gone(idle)).toBe('replaced');
  expect(driver.gone(busy.instanceId)).toBeUndefined();
  driver.request();
  expect(driver.commands.at(-1)).toMatchObject({ type: 'startInstance', version: 2 });
  driver.settle(busy.instanceId, busy.invocationId);
  expect(driver.gone(busy.instanceId)).toBe('replaced');
  expect(driver.end(busy.invocationId)).toMatchObject({ version: 1, usage: { memoryMb: 128 } });
});

test('the versions of a function share its concurrency', () => {
  const driver = new Driver();
  driver.deploy({ concurrencyLimit: 1 });
  driver.runningCold();
  driver.deploy({ concurrencyLimit: 1, memoryMb: 256 });
  driver.request();
  expect(driver.types().at(-1)).toBe('throttled');
});

test('an old version without instances is forgotten', () => {
  const driver = new Driver();
  driver.deploy();
  const { instanceId, invocationId } = driver.runningCold();
  driver.deploy();
  driver.deploy();
  expect(driver.state.versions.map(({ number }) => number)).toEqual([1, 3]);
  driver.settle(instanceId, invocationId);
  expect(driver.state.versions.map(({ number }) => number)).toEqual([3]);
});

test('an instance that drains gets no more work, however much room it has', () => {
  const driver = new Driver();
  driver.deploy({ instanceConcurrency: 3 });
  const { instanceId, invocationId } = driver.runningCold();
  const [second, third] = [driver.request(), driver.request()];
  driver.tell({ type: 'cancel', invocationId });
  driver.settle(instanceId, second);
  driver.request();
  expect(driver.events.at(-1)).toMatchObject({ type: 'instanceStarted' });
  expect(driver.lastStarted()).not.toBe(instanceId);
  driver.settle(instanceId, third);
  expect(driver.gone(instanceId)).toBe('cancelled');
});

test('of the instances with a free place, the one that came to have one last is used', () => {
  const driver = new Driver();
  driver.deploy({ instanceConcurrency: 3 });
  const older = driver.runningCold();
  const leaves = driver.request();
  driver.request();
  const newer = driver.runningCold();
  const leavesToo = driver.request();
  // The older one was full until now; the newer one had room already, and only has more.
  driver.settle(older.instanceId, leaves);
  driver.settle(newer.instanceId, leavesToo);
  driver.request();
  expect(driver.commands.at(-1)).toMatchObject({ type: 'invoke', instanceId: older.instanceId });
  driver.request();
  expect(driver.commands.at(-1)).toMatchObject({ type: 'invoke', instanceId: newer.instanceId });
});

test('an instance says since when it is what it is', () => {
  const driver = new Driver();
  driver.deploy({ instanceConcurrency: 2 });
  const since = () => snapshotInstances(driver.state)[0];
  driver.nowMs = 10;
  const first = driver.request();
  driver.nowMs = 20;
  driver.request();
  expect(since()).toMatchObject({ state: 'starting', sinceMs: 10, expiresAtMs: null, openInvocations: 2 });
  driver.nowMs = 30;
  driver.tell({ type: 'ready', instanceId: 1, initMs: 20 });
  driver.nowMs = 40;
  driver.settle(1, first);
  expect(since()).toMatchObject({ state: 'busy', sinceMs: 30, expiresAtMs: null });
  driver.nowMs = 50;
  driver.settle(1, 'i2');
  expect(since()).toMatchObject({ state: 'idle', sinceMs: 50, expiresAtMs: 30_050, openInvocations: 0 });
  driver.nowMs = 60;
  driver.request();
  driver.nowMs = 70;
  driver.request();
  expect(since()).toMatchObject({ state: 'busy', sinceMs: 60, openInvocations: 2 });
});
