/** An input that cannot be is refused with a code, and changes nothing at all. */
import { describe, expect, test } from 'vitest';
import {
  type Input,
  type InstanceState,
  nextState,
  PlatformError,
  step,
  TRANSITIONS,
} from '../../src/platform/index.ts';
import { CONFIG, Driver } from './drive.ts';

/** By then much has fallen due: a refused input does not do that either. */
const atMs = 70_000;
const request = { type: 'request', atMs, functionName: 'f', invocationId: 'new' } as const;
const settled = {
  type: 'settled',
  atMs,
  instanceId: 2,
  invocationId: 'i2',
  durationMs: 5,
  outcome: 'ok',
} as const;
const deploy = { type: 'deploy', atMs, functionName: 'f' } as const;

/** At 20 s: instance 1 idle, 2 busy with i2, 3 starting for i4. */
function prepared(): Driver {
  const driver = new Driver();
  driver.deploy({ timeoutMs: 60_000 });
  const first = driver.runningCold();
  driver.runningCold();
  driver.settle(first.instanceId, first.invocationId);
  driver.nowMs = 20_000;
  const again = driver.request();
  driver.request();
  driver.settle(first.instanceId, again);
  return driver;
}

const illegal: readonly (readonly [what: string, code: string, input: Input])[] = [
  ['a moment in the past', 'TIME_WENT_BACK', { type: 'tick', atMs: 19_999 }],
  ['a moment that is no number', 'INVALID_TIME', { type: 'tick', atMs: Number.NaN }],
  ['a negative moment', 'INVALID_TIME', { type: 'tick', atMs: -1 }],
  ['a moment without end', 'INVALID_TIME', { type: 'tick', atMs: Number.POSITIVE_INFINITY }],
  ['a request to nobody', 'UNKNOWN_FUNCTION', { ...request, functionName: 'nobody' }],
  ['a request twice', 'DUPLICATE_INVOCATION', { ...request, invocationId: 'i2' }],
  ['ready, from nobody', 'UNKNOWN_INSTANCE', { type: 'ready', atMs, instanceId: 99, initMs: 1 }],
  ['ready, twice', 'ILLEGAL_TRANSITION', { type: 'ready', atMs, instanceId: 2, initMs: 1 }],
  ['ready, from an idle one', 'ILLEGAL_TRANSITION', { type: 'ready', atMs, instanceId: 1, initMs: 1 }],
  ['ready, with no time', 'INVALID_TIME', { type: 'ready', atMs, instanceId: 3, initMs: Number.NaN }],
  ['settled, from nobody', 'UNKNOWN_INSTANCE', { ...settled, instanceId: 99 }],
  ['settled, in another instance', 'UNKNOWN_INVOCATION', { ...settled, instanceId: 1 }],
  ['settled, for the second time', 'UNKNOWN_INVOCATION', { ...settled, instanceId: 1, invocationId: 'i1' }],
  ['settled, before it began', 'UNKNOWN_INVOCATION', { ...settled, instanceId: 3, invocationId: 'i4' }],
  ['settled, in negative time', 'INVALID_TIME', { ...settled, durationMs: -1 }],
  ['ended, from nobody', 'UNKNOWN_INSTANCE', { type: 'ended', atMs, instanceId: 99 }],
  ['a failed start of a busy one', 'ILLEGAL_TRANSITION', { type: 'ended', atMs, instanceId: 2, initMs: 1 }],
  ['a failed start in negative time', 'INVALID_TIME', { type: 'ended', atMs, instanceId: 3, initMs: -1 }],
  ['cancel of nothing', 'UNKNOWN_INVOCATION', { type: 'cancel', atMs, invocationId: 'nothing' }],
  ['clear of nobody', 'UNKNOWN_FUNCTION', { type: 'clear', atMs, functionName: 'nobody' }],
  ['no memory', 'INVALID_CONFIG', { ...deploy, config: { ...CONFIG, memoryMb: 0 } }],
  ['no time', 'INVALID_CONFIG', { ...deploy, config: { ...CONFIG, timeoutMs: 0 } }],
  ['negative idle time', 'INVALID_TIME', { ...deploy, config: { ...CONFIG, idleTimeoutMs: -1 } }],
  ['half a request at once', 'INVALID_CONFIG', { ...deploy, config: { ...CONFIG, concurrencyLimit: 0.5 } }],
  ['no place in an instance', 'INVALID_CONFIG', { ...deploy, config: { ...CONFIG, instanceConcurrency: 0 } }],
];

describe('refused, and nothing changed', () => {
  test.each(illegal)('%s: %s', (_what, code, input) => {
    const { state } = prepared();
    const before = structuredClone(state);
    expect(() => step(state, input)).toThrow(expect.objectContaining({ name: 'PlatformError', code }));
    expect(state).toEqual(before);
  });

  test('the comparison would see a change', () => {
    const { state } = prepared();
    const before = structuredClone(state);
    step(state, { type: 'tick', atMs: 20_001 });
    expect(state).not.toEqual(before);
  });
});

test('time goes on for as long as microseconds can be counted', () => {
  const longestMs = Number.MAX_SAFE_INTEGER / 1000;
  const driver = new Driver();
  driver.nowMs = longestMs;
  driver.tell({ type: 'tick' });
  driver.nowMs = longestMs + 1;
  expect(() => driver.tell({ type: 'tick' })).toThrow(expect.objectContaining({ code: 'INVALID_TIME' }));
});

test('a platform without room is no platform', () => {
  expect(() => new Driver({ maxInstances: 0 })).toThrow(PlatformError);
});

test('what is gone stays gone, and only through the table', () => {
  expect(TRANSITIONS.gone).toEqual({});
  const states = Object.keys(TRANSITIONS) as InstanceState[];
  for (const from of states) {
    for (const to of Object.values(TRANSITIONS[from])) expect(states).toContain(to);
  }
  expect(() => nextState('starting', 'freed')).toThrow(PlatformError);
});
