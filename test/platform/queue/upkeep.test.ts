/** What is done to messages and timers from outside: restored, redriven, discarded, purged, set, cleared. */
import { describe, expect, test } from 'vitest';
import {
  nextPlannedMs,
  nextWakeMs,
  type PlatformLimits,
  snapshotMessages,
} from '../../../src/platform/index.ts';
import { Driver, QUEUE } from '../drive.ts';

function connected(limits: PlatformLimits = {}): Driver {
  const driver = new Driver(limits);
  driver.deploy();
  driver.connect();
  return driver;
}

const back = { type: 'restore', queueName: 'q', messageId: 'old', attempts: 0, hops: 0, delayMs: 0 } as const;
const timer = { type: 'setTimer', timerName: 't', queueName: 'q', messageId: 't1' } as const;

test('a restored message waits as it did, with the attempts and hops that it had', () => {
  const driver = connected();
  const events = driver.tell({ ...back, attempts: 2, hops: 5, delayMs: 300 });
  expect(events).toEqual([]);
  expect(snapshotMessages(driver.state)).toMatchObject([
    { messageId: 'old', state: 'waiting', attempts: 2, hops: 5, visibleAtMs: 300 },
  ]);
  driver.waitUntil(300);
  expect(driver.all('messagesDelivered')).toMatchObject([{ messages: [{ messageId: 'old', attempt: 3 }] }]);
  driver.send({ causedBy: 'event-1' });
  expect(driver.all('messageSent')).toMatchObject([{ hops: 6 }]);
  driver.tell({ type: 'cancel', invocationId: 'event-1' });
  expect(driver.all('messageDead')).toMatchObject([{ messageId: 'old', attempts: 3 }]);
});

test('a dead message is restored dead, and one that has no attempt left as well', () => {
  const driver = connected();
  driver.tell({ ...back, attempts: 0, hops: 17, deadReason: 'loop' });
  driver.tell({ ...back, messageId: 'other', attempts: 3 });
  expect(snapshotMessages(driver.state)).toMatchObject([
    { messageId: 'old', state: 'dead', deadReason: 'loop', hops: 17 },
    { messageId: 'other', state: 'dead', deadReason: 'attempts', attempts: 3 },
  ]);
  expect(driver.types()).toEqual(['deployed', 'messageDead']);
});

test('a redriven message has all its attempts again', () => {
  const driver = connected();
  driver.tell({ ...back, attempts: 3, hops: 9, deadReason: 'attempts' });
  driver.nowMs = 40;
  driver.tell({ type: 'redrive', messageId: 'old' });
  expect(driver.all('messageRedriven')).toEqual([
    { type: 'messageRedriven', atMs: 40, queueName: 'q', functionName: 'f', messageId: 'old' },
  ]);
  expect(snapshotMessages(driver.state)).toMatchObject([
    { state: 'inFlight', attempts: 1, hops: 0, deadReason: null },
  ]);
});

test('a waiting and a dead message can be discarded', () => {
  const driver = connected();
  const waiting = driver.send({ delayMs: 500 });
  driver.tell({ ...back, deadReason: 'loop' });
  for (const messageId of [waiting, 'old']) driver.tell({ type: 'discard', messageId });
  expect(driver.all('messageDiscarded').map(({ messageId }) => messageId)).toEqual([waiting, 'old']);
  expect(driver.whereabouts()).toEqual([]);
  expect(nextWakeMs(driver.state)).toBeNull();
});

test('a purge takes messages and timers away, and what is under way runs on for nothing', () => {
  const driver = connected();
  driver.connect({}, 'r');
  driver.send();
  driver.send({ delayMs: 500 });
  driver.send({ queueName: 'r', delayMs: 700 });
  driver.tell({ ...timer, dueMs: 100 });
  driver.tell({ type: 'purge', queueName: 'q' });
  expect(driver.events.at(-1)).toEqual({
    type: 'queuePurged',
    atMs: 0,
    queueName: 'q',
    functionName: 'f',
  });
  expect(driver.whereabouts()).toEqual(['m3 waiting']);
  expect(nextPlannedMs(driver.state)).toBe(700);
  const events = driver.endLast('error');
  expect(events.map(({ type }) => type)).toEqual(['invocationEnded', 'instanceIdle']);
  driver.tell({ type: 'purge' });
  expect(driver.all('queuePurged').map(({ queueName }) => queueName)).toEqual(['q', 'q', 'r']);
  driver.rest();
  expect(driver.deliveries().length).toBe(1);
});

test('an older delivery has nothing to say about a message that was sent anew with the same id', () => {
  const driver = connected();
  driver.tell({ ...back, delayMs: 0 });
  driver.tell({ type: 'purge' });
  driver.tell({ ...back, delayMs: 60_000 });
  driver.endLast();
  expect(driver.whereabouts()).toEqual(['old waiting']);
});

test('a timer sends its message once, at its moment', () => {
  const driver = connected();
  driver.tell({ ...timer, dueMs: 250 });
  expect([nextWakeMs(driver.state), nextPlannedMs(driver.state)]).toEqual([250, 250]);
  driver.waitUntil(250);
  const about = { atMs: 250, queueName: 'q', functionName: 'f' };
  expect(driver.events.slice(1, 3)).toEqual([
    { type: 'timerFired', ...about, timerName: 't', messageId: 't1', dueMs: 250 },
    { type: 'messageSent', ...about, messageId: 't1', causedBy: null, hops: 0, visibleAtMs: 250 },
  ]);
  expect(driver.deliveries()).toEqual([['t1']]);
  driver.endLast();
  driver.rest();
  expect(driver.all('timerFired').length).toBe(1);
});

test('a timer that is set again has its new moment, and one that is cleared none', () => {
  const driver = connected();
  driver.tell({ ...timer, dueMs: 250 });
  driver.tell({ ...timer, dueMs: 400 });
  driver.tell({ ...timer, timerName: 'u', messageId: 'u1', dueMs: 300 });
  driver.tell({ type: 'clearTimer', timerName: 'u' });
  driver.tell({ type: 'clearTimer', timerName: 'never set' });
  driver.waitUntil(1000);
  expect(driver.all('timerFired')).toMatchObject([{ atMs: 400, timerName: 't' }]);
});

test('timers that are due together fire in the order of their moments, a past one at once', () => {
  const driver = connected();
  driver.nowMs = 100;
  driver.tell({ ...timer, dueMs: 150 });
  driver.tell({ ...timer, timerName: 'u', messageId: 'u1', dueMs: 120 });
  driver.tell({ ...timer, timerName: 'v', messageId: 'v1', dueMs: 60 });
  driver.nowMs = 200;
  driver.tell({ type: 'tick' });
  expect(driver.all('timerFired')).toMatchObject([
    { timerName: 'v', atMs: 100, dueMs: 60 },
    { timerName: 'u', atMs: 200 },
    { timerName: 't', atMs: 200 },
  ]);
});

test('where there is no room for its message, a timer says so', () => {
  const driver = connected({ maxMessages: 1 });
  driver.tell({ ...timer, dueMs: 10 });
  driver.send({ delayMs: 500 });
  driver.waitUntil(10);
  expect(driver.events.at(-1)).toEqual({
    type: 'timerSkipped',
    atMs: 10,
    queueName: 'q',
    functionName: 'f',
    timerName: 't',
    dueMs: 10,
  });
  expect(driver.whereabouts()).toEqual(['m1 waiting']);
});

test('planned is what begins by itself: not the end of a batch window or of a visibility timeout', () => {
  const driver = connected();
  driver.connect({ visibilityTimeoutMs: 1000 });
  driver.connect({ batchSize: 2, batchWindowMs: 50 }, 'r');
  driver.send();
  driver.send({ queueName: 'r' });
  expect([nextWakeMs(driver.state), nextPlannedMs(driver.state)]).toEqual([50, null]);
  driver.endLast('error');
  expect(nextPlannedMs(driver.state)).toBe(2000);
});

describe('what fell due before an input about queues happens before it', () => {
  /** At 40 s, untold so far: at 30,005 ms instance 1 expired, and at 35 s timer `t` was due. */
  function late(): Driver {
    const driver = connected();
    driver.nowMs = 5;
    driver.idle();
    driver.tell({ ...back, messageId: 'dead', attempts: 3, deadReason: 'attempts' });
    driver.tell({ ...timer, dueMs: 35_000 });
    driver.nowMs = 40_000;
    return driver;
  }
  const sent = ['timerFired', 'messageSent', 'instanceGone'];
  const delivered = ['messagesDelivered', 'accepted', 'instanceStarted'];

  test.each<[string, Parameters<Driver['tell']>[0], readonly string[]]>([
    ['connect', { type: 'connect', queueName: 'r', config: QUEUE }, [...sent, ...delivered]],
    [
      'send',
      { type: 'send', queueName: 'q', messageId: 'new', delayMs: 9 },
      [...sent, 'messageSent', ...delivered],
    ],
    ['restore', { ...back, attempts: 3 }, [...sent, 'messageDead', ...delivered]],
    [
      'redrive',
      { type: 'redrive', messageId: 'dead' },
      [...sent, 'messageRedriven', ...delivered, ...delivered],
    ],
    ['discard', { type: 'discard', messageId: 'dead' }, [...sent, 'messageDiscarded', ...delivered]],
    ['purge', { type: 'purge' }, [...sent, 'queuePurged']],
    ['set a timer', { ...timer, messageId: 't2', dueMs: 99_000 }, [...sent, ...delivered]],
    ['clear a timer', { type: 'clearTimer', timerName: 't' }, [...sent, ...delivered]],
  ])('%s', (_what, input, types) => {
    const driver = late();
    const events = driver.tell(input);
    expect(events.map(({ type }) => type)).toEqual(types);
    expect(new Set(events.map(({ atMs }) => atMs))).toEqual(new Set([40_000]));
    expect(driver.state.nowUs).toBe(40_000_000);
  });
});

test('a purge of one queue leaves the timers of others set', () => {
  const driver = connected();
  driver.connect({}, 'r');
  driver.tell({ ...timer, dueMs: 100 });
  driver.tell({ ...timer, timerName: 'u', queueName: 'r', messageId: 'u1', dueMs: 200 });
  driver.tell({ type: 'purge', queueName: 'q' });
  driver.waitUntil(300);
  expect(driver.all('timerFired')).toMatchObject([{ timerName: 'u', queueName: 'r' }]);
});
