/** How messages leave a queue, and what the end of their delivery means for them. */
import { expect, test } from 'vitest';
import {
  messageCount,
  nextWakeMs,
  type QueueConfig,
  snapshotInstances,
  snapshotMessage,
  snapshotMessages,
} from '../../../src/platform/index.ts';
import { Driver } from '../drive.ts';

function connected(config: Partial<QueueConfig> = {}, concurrencyLimit = 10): Driver {
  const driver = new Driver();
  driver.deploy({ concurrencyLimit });
  driver.connect(config);
  return driver;
}

test('a message is sent, delivered as an invocation, and done', () => {
  const driver = connected();
  driver.nowMs = 100;
  driver.send();
  driver.nowMs = 120;
  driver.tell({ type: 'ready', instanceId: 1, initMs: 18 });
  driver.nowMs = 130;
  driver.settle(1, 'event-1');
  expect(driver.types()).toEqual([
    'deployed',
    'messageSent',
    'messagesDelivered',
    'accepted',
    'instanceStarted',
    'instanceReady',
    'invocationStarted',
    'invocationEnded',
    'messageDone',
    'instanceIdle',
  ]);
  const about = { queueName: 'q', functionName: 'f' };
  expect(driver.events.filter(({ type }) => type.startsWith('message'))).toEqual([
    {
      type: 'messageSent',
      atMs: 100,
      ...about,
      messageId: 'm1',
      causedBy: null,
      hops: 0,
      visibleAtMs: 100,
    },
    {
      type: 'messagesDelivered',
      atMs: 100,
      ...about,
      invocationId: 'event-1',
      messages: [{ messageId: 'm1', attempt: 1 }],
    },
    { type: 'messageDone', atMs: 130, ...about, messageId: 'm1', invocationId: 'event-1' },
  ]);
  expect(driver.commands.at(-1)).toEqual({
    type: 'invoke',
    instanceId: 1,
    invocationId: 'event-1',
    isCold: true,
  });
  expect(messageCount(driver.state)).toBe(0);
});

test('a delayed message waits, and the platform asks for a tick', () => {
  const driver = connected();
  driver.send({ delayMs: 1500 });
  expect(nextWakeMs(driver.state)).toBe(1500);
  expect(snapshotMessages(driver.state)).toEqual([
    {
      messageId: 'm1',
      queueName: 'q',
      state: 'waiting',
      attempts: 0,
      hops: 0,
      visibleAtMs: 1500,
      deadReason: null,
    },
  ]);
  driver.waitUntil(1499.999);
  expect(driver.deliveries()).toEqual([]);
  driver.waitUntil(1500);
  expect(driver.deliveries()).toEqual([['m1']]);
});

test('one message can be looked up by its id, in each state, until it is gone', () => {
  const driver = connected({ retryWaitsMs: [] });
  driver.send({ delayMs: 1500 });
  driver.send();
  const waiting = { messageId: 'm1', queueName: 'q', state: 'waiting', attempts: 0, visibleAtMs: 1500 };
  expect(snapshotMessage(driver.state, 'm1')).toEqual({ ...waiting, hops: 0, deadReason: null });
  expect(snapshotMessage(driver.state, 'm2')).toMatchObject({ messageId: 'm2', state: 'inFlight' });
  driver.endLast('error');
  expect(snapshotMessage(driver.state, 'm2')).toMatchObject({ state: 'dead', deadReason: 'attempts' });
  driver.tell({ type: 'discard', messageId: 'm2' });
  expect(snapshotMessage(driver.state, 'm2')).toBeNull();
  expect(snapshotMessage(driver.state, 'never sent')).toBeNull();
});

test('messages leave in the order in which they become visible, then in that of sending', () => {
  const driver = connected({}, 1);
  driver.runningCold();
  driver.send({ delayMs: 20 });
  driver.send({ delayMs: 10 });
  driver.nowMs = 10;
  driver.send();
  driver.waitUntil(30);
  driver.endLast();
  for (let nth = 0; nth < 3; nth++) driver.endLast();
  expect(driver.deliveries()).toEqual([['m2'], ['m3'], ['m1']]);
});

test('over the concurrency limit a message waits: it is not refused, and it costs no attempt', () => {
  const driver = connected({}, 1);
  const { instanceId, invocationId } = driver.runningCold();
  driver.send();
  expect(driver.whereabouts()).toEqual(['m1 waiting']);
  driver.wait(1000);
  driver.settle(instanceId, invocationId);
  expect(driver.types()).not.toContain('throttled');
  expect(driver.all('messagesDelivered')).toMatchObject([
    { atMs: 1000, messages: [{ messageId: 'm1', attempt: 1 }] },
  ]);
  expect(driver.commands.at(-1)).toMatchObject({ type: 'invoke', instanceId });
});

test('messages for a function that is not there yet wait for it, without a wake-up', () => {
  const driver = new Driver();
  driver.connect({ batchWindowMs: 50, batchSize: 2 });
  driver.send();
  expect(nextWakeMs(driver.state)).toBeNull();
  driver.deploy();
  expect(driver.deliveries()).toEqual([]);
  driver.waitUntil(50);
  expect(driver.deliveries()).toEqual([['m1']]);
});

test('a full platform makes room for a message as for a request, before the delivery is told', () => {
  const driver = new Driver({ maxInstances: 1 });
  driver.deploy({}, 'f');
  driver.deploy({}, 'g');
  driver.connect();
  driver.idle('g');
  driver.send();
  expect(driver.types().slice(-4)).toEqual([
    'instanceGone',
    'messagesDelivered',
    'accepted',
    'instanceStarted',
  ]);
});

test('a full batch leaves at once, and one that is not full when its window is over', () => {
  const driver = connected({ batchSize: 3, batchWindowMs: 200 });
  driver.send();
  driver.nowMs = 50;
  driver.send();
  expect(nextWakeMs(driver.state)).toBe(200);
  driver.waitUntil(199.999);
  expect(driver.deliveries()).toEqual([]);
  driver.waitUntil(200);
  for (let nth = 0; nth < 4; nth++) driver.send();
  expect(driver.deliveries()).toEqual([
    ['m1', 'm2'],
    ['m3', 'm4', 'm5'],
  ]);
  expect(nextWakeMs(driver.state)).toBe(400);
});

test('a message that fails comes back after each wait, and is dead when its attempts are used up', () => {
  const driver = connected();
  driver.send();
  driver.endLast('error');
  driver.waitUntil(2000);
  driver.endLast('error');
  driver.waitUntil(6000);
  driver.endLast('error');
  expect(driver.all('messageReturned')).toMatchObject([
    { atMs: 0, invocationId: 'event-1', reason: 'error', attempts: 1, visibleAtMs: 2000 },
    { atMs: 2000, invocationId: 'event-2', reason: 'error', attempts: 2, visibleAtMs: 6000 },
  ]);
  expect(driver.all('messagesDelivered').flatMap(({ messages }) => messages)).toEqual(
    [1, 2, 3].map((attempt) => ({ messageId: 'm1', attempt })),
  );
  expect(driver.all('messageDead')).toMatchObject([{ atMs: 6000, reason: 'attempts', attempts: 3, hops: 0 }]);
  expect(snapshotMessages(driver.state)).toMatchObject([
    { state: 'dead', deadReason: 'attempts', visibleAtMs: null },
  ]);
});

test('each way in which an invocation can fail returns its messages, with its outcome as the reason', () => {
  const driver = connected();
  const ways: [reason: string, end: (instanceId: number, invocationId: string) => void][] = [
    ['initFailed', (instanceId) => driver.tell({ type: 'ended', instanceId, initMs: 3 })],
    ['crash', (instanceId) => driver.tell({ type: 'ended', instanceId })],
    ['timeout', () => driver.wait(3000)],
    ['cancelled', (_, invocationId) => driver.tell({ type: 'cancel', invocationId })],
    ['cancelled', () => driver.tell({ type: 'clear' })],
  ];
  for (const [, end] of ways) {
    driver.send();
    end(driver.lastStarted(), driver.all('accepted').at(-1)?.invocationId ?? '');
    driver.tell({ type: 'purge' });
  }
  expect(driver.all('messageReturned').map(({ reason }) => reason)).toEqual(ways.map(([reason]) => reason));
});

test('of a batch, only the messages that failed come back', () => {
  const driver = connected({ batchSize: 3, batchWindowMs: 10 });
  for (let nth = 0; nth < 3; nth++) driver.send();
  driver.endLast('ok', ['m2', 'm2']);
  expect(driver.all('messageDone').map(({ messageId }) => messageId)).toEqual(['m1', 'm3']);
  expect(driver.all('messageReturned')).toMatchObject([{ messageId: 'm2', reason: 'partial' }]);
  driver.waitUntil(2010);
  expect(driver.deliveries().at(-1)).toEqual(['m2']);
});

test('a batch of which a message failed that was not in it has failed', () => {
  const driver = connected({ batchSize: 2, batchWindowMs: 10 });
  driver.send();
  driver.send();
  driver.endLast('ok', ['m1', 'stranger']);
  expect(driver.all('messageReturned')).toMatchObject([
    { messageId: 'm1', reason: 'partial' },
    { messageId: 'm2', reason: 'partial' },
  ]);
});

test('queues that feed the same function take turns', () => {
  const driver = connected({}, 1);
  driver.connect({}, 'r');
  driver.runningCold();
  for (const queueName of ['q', 'q', 'q', 'r', 'r', 'r']) driver.send({ queueName });
  for (let nth = 0; nth < 7; nth++) driver.endLast();
  expect(driver.deliveries().flat()).toEqual(['m1', 'm4', 'm2', 'm5', 'm3', 'm6']);
});

test('queues that need the same instances take turns', () => {
  const driver = new Driver({ maxInstances: 1 });
  driver.deploy({}, 'f');
  driver.deploy({}, 'g');
  driver.connect({ functionName: 'f' }, 'q');
  driver.connect({ functionName: 'g' }, 'r');
  for (const queueName of ['q', 'q', 'q', 'r', 'r']) driver.send({ queueName });
  for (let nth = 0; nth < 5; nth++) driver.endLast();
  // `q` stood in line already when `r` had its first message.
  expect(driver.deliveries().flat()).toEqual(['m1', 'm2', 'm4', 'm3', 'm5']);
});

test('a queue that is connected again has its new config, and keeps its messages', () => {
  const driver = connected({}, 1);
  driver.deploy({}, 'g');
  driver.runningCold();
  driver.send();
  driver.send();
  driver.connect({ functionName: 'g', batchSize: 2 });
  expect(driver.deliveries()).toEqual([['m1', 'm2']]);
  expect(driver.all('accepted').at(-1)?.functionName).toBe('g');
});

test('a delivery never takes an id that the driver uses', () => {
  const driver = connected();
  driver.tell({ type: 'request', functionName: 'f', invocationId: 'event-1' });
  driver.send();
  expect(driver.all('messagesDelivered')).toMatchObject([{ invocationId: 'event-2' }]);
});

test('10,000 messages are delivered, and their state can be copied', () => {
  const driver = connected({ batchSize: 10 });
  driver.connect({ functionName: 'later' }, 'late');
  for (let nth = 0; nth < 5000; nth++) {
    driver.send({ queueName: 'late' });
    driver.send({ delayMs: 10 + (nth % 100) });
  }
  expect(structuredClone(driver.state)).toHaveProperty('messages.size', 10_000);
  driver.waitUntil(200);
  for (const { instanceId } of snapshotInstances(driver.state))
    driver.tell({ type: 'ready', instanceId, initMs: 20 });
  while (messageCount(driver.state) > 5000) {
    for (const { id, instance } of [...driver.state.invocations.values()]) driver.settle(instance.id, id);
  }
  expect(driver.all('messageDone').length).toBe(5000);
});

test('the messages of one queue can be asked for', () => {
  const driver = connected();
  driver.connect({}, 'r');
  for (const queueName of ['q', 'r', 'q']) driver.send({ queueName, delayMs: 10 });
  const ids = (queueName?: string) =>
    snapshotMessages(driver.state, queueName).map(({ messageId }) => messageId);
  expect([ids('q'), ids('r'), ids('nowhere'), ids()]).toEqual([['m1', 'm3'], ['m2'], [], ['m1', 'm2', 'm3']]);
});

test('what becomes visible is what is due, and no more, even if there is room for it in the batch', () => {
  const driver = connected({ batchSize: 2 });
  driver.send({ delayMs: 1500 });
  driver.send({ delayMs: 1499.999 });
  driver.waitUntil(1499.999);
  expect(driver.deliveries()).toEqual([['m2']]);
  driver.waitUntil(1500);
  expect(driver.deliveries()).toEqual([['m2'], ['m1']]);
});
