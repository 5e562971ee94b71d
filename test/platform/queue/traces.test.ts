/** Functions that set off functions, and what stops those that do so without end. */
import { expect, test } from 'vitest';
import type { PlatformLimits } from '../../../src/platform/index.ts';
import { Driver } from '../drive.ts';

function connected(limits: PlatformLimits = {}): Driver {
  const driver = new Driver(limits);
  driver.deploy();
  driver.connect();
  return driver;
}

/** The newest invocation. */
function open(driver: Driver): string {
  return driver.all('accepted').at(-1)?.invocationId ?? 'none';
}

test('a message that a request sends is one hop on, and one that its delivery sends one more', () => {
  const driver = connected();
  driver.send({ causedBy: driver.request() });
  driver.send({ causedBy: open(driver) });
  driver.send();
  expect(driver.all('messageSent')).toMatchObject([
    { causedBy: 'i1', hops: 1 },
    { causedBy: 'event-1', hops: 2 },
    { causedBy: null, hops: 0 },
  ]);
});

test('what an invocation sends that is over begins a trace', () => {
  const driver = connected();
  const { instanceId, invocationId } = driver.runningCold();
  driver.settle(instanceId, invocationId);
  driver.send({ causedBy: invocationId });
  expect(driver.all('messageSent')).toMatchObject([{ causedBy: null, hops: 0 }]);
});

test('what an invocation sent counts for it, although its time was up when the platform heard', () => {
  const driver = connected();
  const { invocationId } = driver.runningCold();
  driver.nowMs = 5000;
  driver.send({ causedBy: invocationId });
  expect(driver.types().slice(-6, -4)).toEqual(['messageSent', 'invocationEnded']);
  expect(driver.all('messageSent')).toMatchObject([{ causedBy: invocationId, hops: 1 }]);
});

test('a function that sends to itself without end is stopped after 16 hops', () => {
  const driver = connected();
  driver.deploy({ concurrencyLimit: 1 });
  driver.send();
  for (let nth = 0; nth < 50 && driver.all('messageDead').length === 0; nth++) {
    driver.send({ causedBy: open(driver) });
    driver.endLast();
  }
  expect(driver.deliveries().length).toBe(17);
  expect(driver.all('messageDead')).toMatchObject([{ reason: 'loop', attempts: 0, hops: 17 }]);
});

test('a request that sends without end is stopped after 1,000 messages, and a trace of its own is not', () => {
  const driver = connected();
  const causedBy = driver.request();
  for (let nth = 0; nth < 1001; nth++) driver.send({ causedBy });
  expect(driver.all('messageDead')).toMatchObject([{ messageId: 'm1001', reason: 'loop', hops: 1 }]);
  driver.send();
  driver.send({ causedBy: driver.request() });
  expect(driver.all('messageDead').length).toBe(1);
});

test('all that a delivery sends counts for the trace that it belongs to', () => {
  const driver = connected({ mostSentPerTrace: 3 });
  driver.send({ causedBy: driver.request() });
  const causedBy = open(driver);
  for (let nth = 0; nth < 3; nth++) driver.send({ causedBy });
  expect(driver.all('messageDead')).toMatchObject([{ messageId: 'm4', hops: 2 }]);
});

test('a batch goes on with the message that has come furthest', () => {
  const driver = connected({ mostSentPerTrace: 2 });
  driver.connect({ batchSize: 3, batchWindowMs: 10 });
  const request = driver.request();
  driver.send();
  driver.send({ causedBy: request });
  driver.waitUntil(10);
  const causedBy = open(driver);
  driver.send({ causedBy });
  driver.send({ causedBy });
  expect(driver.deliveries()[0]).toEqual(['m1', 'm2']);
  expect(driver.all('messageSent').slice(2)).toMatchObject([{ hops: 2 }, { hops: 2 }]);
  expect(driver.all('messageDead')).toMatchObject([{ messageId: 'm4' }]);
});

test('a dead message that is redriven begins a trace of its own', () => {
  const driver = connected({ mostHops: 0, mostSentPerTrace: 1 });
  driver.send({ causedBy: driver.request() });
  expect(driver.whereabouts()).toEqual(['m1 dead']);
  driver.tell({ type: 'redrive', messageId: 'm1' });
  expect(driver.types().slice(-4, -2)).toEqual(['messageRedriven', 'messagesDelivered']);
  driver.send({ causedBy: open(driver) });
  expect(driver.all('messageDead').at(-1)).toMatchObject({ messageId: 'm2', hops: 1 });
});

test.each([
  ['the furthest first', [true, false], 2],
  ['the furthest last', [false, true], 2],
  ['none further than another', [true, true], 2],
] as const)('of a batch with %s, the hops and the trace of the furthest count', (_what, caused, hops) => {
  const driver = connected({ mostSentPerTrace: 2 });
  driver.connect({ batchSize: 2, batchWindowMs: 10 });
  const requests = [driver.request(), driver.request()];
  // The trace of the first request that sends anything has one message already when the batch leaves.
  for (const [nth, isCaused] of caused.entries())
    driver.send(isCaused ? { causedBy: requests[nth] ?? '' } : {});
  const causedBy = open(driver);
  driver.send({ causedBy, queueName: 'q' });
  expect(driver.all('messageSent').at(-1)).toMatchObject({ causedBy, hops });
  // That was the second message of its trace, so a third of the same trace is one too many.
  const furthest = caused.indexOf(true);
  driver.send({ causedBy: requests[furthest] ?? '' });
  expect(driver.all('messageDead')).toMatchObject([{ messageId: 'm4', reason: 'loop' }]);
});
