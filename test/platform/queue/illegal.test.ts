/** An input about a queue that cannot be is refused with a code, and changes nothing at all. */
import { describe, expect, test } from 'vitest';
import { type Input, PlatformError, type QueueConfig, step } from '../../../src/platform/index.ts';
import { Driver, QUEUE } from '../drive.ts';

/** By then much has fallen due: a refused input does not do that either. */
const atMs = 70_000;
const send = { type: 'send', atMs, queueName: 'q', messageId: 'new', delayMs: 0 } as const;
const restore = { ...send, type: 'restore', attempts: 0, hops: 0 } as const;
const setTimer = {
  type: 'setTimer',
  atMs,
  timerName: 'u',
  queueName: 'q',
  messageId: 'new',
  dueMs: 90_000,
} as const;
const connect = (config: Partial<QueueConfig>) =>
  ({ type: 'connect', atMs, queueName: 'q', config: { ...QUEUE, ...config } }) as const;

/** At 20 s: m1 in flight, m2 waiting for a place, `old` dead, and timer `t` set for 80 s with message t1. */
function prepared(): Driver {
  const driver = new Driver();
  driver.deploy({ concurrencyLimit: 1, timeoutMs: 60_000 });
  driver.connect();
  driver.nowMs = 20_000;
  driver.send();
  driver.send();
  const back = { queueName: 'q', messageId: 'old', attempts: 3, hops: 0, delayMs: 0 };
  driver.tell({ type: 'restore', ...back, deadReason: 'attempts' });
  driver.tell({ type: 'setTimer', timerName: 't', queueName: 'q', messageId: 't1', dueMs: 80_000 });
  expect(driver.whereabouts()).toEqual(['m1 inFlight', 'm2 waiting', 'old dead']);
  return driver;
}

const illegal: readonly (readonly [what: string, code: string, input: Input])[] = [
  ['sent to no queue', 'UNKNOWN_QUEUE', { ...send, queueName: 'nowhere' }],
  ['restored to no queue', 'UNKNOWN_QUEUE', { ...restore, queueName: 'nowhere' }],
  ['a purge of no queue', 'UNKNOWN_QUEUE', { type: 'purge', atMs, queueName: 'nowhere' }],
  ['a timer for no queue', 'UNKNOWN_QUEUE', { ...setTimer, queueName: 'nowhere' }],
  ['redriven, but not there', 'UNKNOWN_MESSAGE', { type: 'redrive', atMs, messageId: 'new' }],
  ['discarded, but not there', 'UNKNOWN_MESSAGE', { type: 'discard', atMs, messageId: 'new' }],
  ['sent twice', 'DUPLICATE_MESSAGE', { ...send, messageId: 'm1' }],
  ['sent although it is dead', 'DUPLICATE_MESSAGE', { ...send, messageId: 'old' }],
  ['sent although a timer will', 'DUPLICATE_MESSAGE', { ...send, messageId: 't1' }],
  ['restored twice', 'DUPLICATE_MESSAGE', { ...restore, messageId: 'm2' }],
  ['a timer for a message that is there', 'DUPLICATE_MESSAGE', { ...setTimer, messageId: 'm1' }],
  ['two timers for one message', 'DUPLICATE_MESSAGE', { ...setTimer, messageId: 't1' }],
  ['sent into the past', 'INVALID_TIME', { ...send, delayMs: -1 }],
  ['restored into the past', 'INVALID_TIME', { ...restore, delayMs: -1 }],
  ['a timer at no time', 'INVALID_TIME', { ...setTimer, dueMs: Number.NaN }],
  ['fewer than no attempts', 'INVALID_CONFIG', { ...restore, attempts: -1 }],
  ['half a hop', 'INVALID_CONFIG', { ...restore, hops: 0.5 }],
  ['redriven while it waits', 'ILLEGAL_TRANSITION', { type: 'redrive', atMs, messageId: 'm2' }],
  ['redriven in flight', 'ILLEGAL_TRANSITION', { type: 'redrive', atMs, messageId: 'm1' }],
  ['discarded in flight', 'ILLEGAL_TRANSITION', { type: 'discard', atMs, messageId: 'm1' }],
  ['an empty batch', 'INVALID_CONFIG', connect({ batchSize: 0 })],
  ['a negative window', 'INVALID_TIME', connect({ batchWindowMs: -1 })],
  ['visible while in flight', 'INVALID_CONFIG', connect({ visibilityTimeoutMs: 0 })],
  ['visible before it left', 'INVALID_TIME', connect({ visibilityTimeoutMs: -1 })],
  ['a wait that is no number', 'INVALID_TIME', connect({ retryWaitsMs: [1, Number.NaN] })],
  ['a seed that is not whole', 'INVALID_CONFIG', connect({ lostAcks: { seed: 0.5, chance: 0.5 } })],
  ['a chance below 0', 'INVALID_CONFIG', connect({ lostAcks: { seed: 1, chance: -0.1 } })],
  ['a chance above 1', 'INVALID_CONFIG', connect({ lostAcks: { seed: 1, chance: 1.1 } })],
  ['a chance that is no number', 'INVALID_CONFIG', connect({ lostAcks: { seed: 1, chance: Number.NaN } })],
  ['an input of another world', 'UNKNOWN_INPUT', { type: 'explode', atMs } as unknown as Input],
];

describe('refused, and nothing changed', () => {
  test.each(illegal)('%s: %s', (_what, code, input) => {
    const { state } = prepared();
    const before = structuredClone(state);
    expect(() => step(state, input)).toThrow(expect.objectContaining({ name: 'PlatformError', code }));
    expect(state).toEqual(before);
  });
});

test('at the edge of what can be, a config is accepted', () => {
  const driver = prepared();
  driver.connect({ batchSize: 1, batchWindowMs: 0, visibilityTimeoutMs: 0.001, retryWaitsMs: [] });
  driver.connect({ lostAcks: { seed: -1, chance: 0 } });
  driver.connect({ lostAcks: { seed: 0, chance: 1 } });
  expect(driver.whereabouts()).toEqual(['m1 inFlight', 'm2 waiting', 'old dead']);
});

test('for a message there must be room, and a timer that is due by then takes its place first', () => {
  const driver = new Driver({ maxMessages: 1 });
  driver.connect();
  driver.tell({ type: 'setTimer', timerName: 't', queueName: 'q', messageId: 't1', dueMs: 100 });
  driver.nowMs = 100;
  const full = expect.objectContaining({ code: 'TOO_MANY_MESSAGES' });
  expect(() => driver.send()).toThrow(full);
  expect(() => driver.tell({ ...restore })).toThrow(full);
  driver.nowMs = 99.999;
  driver.send({ delayMs: 1000 });
  expect(driver.whereabouts()).toEqual(['m2 waiting']);
  expect(() => driver.send()).toThrow(full);
});

test('what a function sends goes before a timer that has fallen due meanwhile, also into the last place', () => {
  const driver = new Driver({ maxMessages: 1 });
  driver.deploy();
  driver.connect();
  const { invocationId: causedBy } = driver.runningCold();
  driver.tell({ type: 'setTimer', timerName: 't', queueName: 'q', messageId: 't1', dueMs: 100 });
  driver.nowMs = 100;
  driver.send({ causedBy, delayMs: 5 });
  expect(driver.types().slice(-2)).toEqual(['messageSent', 'timerSkipped']);
});

test('a timer that is due may not be replaced by one for the same message: that is sent already', () => {
  const set = { type: 'setTimer', timerName: 't', queueName: 'q', messageId: 't1' } as const;
  for (const nowMs of [100, 150]) {
    const driver = new Driver();
    driver.connect();
    driver.tell({ ...set, dueMs: 100 });
    driver.nowMs = nowMs;
    const before = structuredClone(driver.state);
    expect(() => driver.tell({ ...set, dueMs: 300 })).toThrow(
      expect.objectContaining({ code: 'DUPLICATE_MESSAGE' }),
    );
    expect(driver.state).toEqual(before);
  }
});

test('a limit that makes no sense is refused', () => {
  const illegalLimits = [{ maxMessages: 0 }, { mostHops: -1 }, { mostSentPerTrace: 0 }, { maxMessages: 1.5 }];
  for (const limits of illegalLimits) {
    expect(() => new Driver(limits)).toThrow(PlatformError);
  }
});

test('where there is no room, what a function sends is refused as well', () => {
  const driver = new Driver({ maxMessages: 1 });
  driver.deploy();
  driver.connect();
  const { invocationId: causedBy } = driver.runningCold();
  driver.send({ delayMs: 1000 });
  const before = structuredClone(driver.state);
  expect(() => driver.send({ causedBy })).toThrow(expect.objectContaining({ code: 'TOO_MANY_MESSAGES' }));
  expect(driver.state).toEqual(before);
});
