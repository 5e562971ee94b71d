/** Calls from outside, as the page reads what the tool tells of them. */
import { beforeEach, expect, test } from 'vitest';
import type { Entry } from '../../src/engine/index.ts';
import { type OutsideCalls, OutsideCallsModel } from '../../src/tool-page/outside-calls.ts';

let now = 0;
let calls: OutsideCalls;
beforeEach(() => {
  now = 1_000;
  calls = new OutsideCallsModel(() => now);
});

/** What the platform tells of one call, as far as a book of sales needs it. */
const ended = (invocationId: string, atMs: number): Entry => ({
  type: 'invocationEnded',
  atMs,
  functionName: 'hallo',
  instanceId: 1,
  invocationId,
  isCold: false,
  outcome: 'ok',
  phase: 'handler',
  version: 1,
  durationMs: 3,
  initMs: null,
  usage: { durationMs: 3, memoryMb: 128 },
});

const told = (entries: readonly Entry[], more: { engine?: number; nowMs?: number } = {}) =>
  ({ type: 'entries', engine: 1, nowMs: 50, entries, ...more }) as const;

test('are counted, with the receipt of each, on the clock of the engine there', async () => {
  calls.receive(told([ended('a', 40)], { nowMs: 50 }), true);
  calls.receive(told([ended('b', 55)], { nowMs: 60 }), false);
  await expect.poll(() => calls.calls.value).toBe(2);
  expect(calls.sales.value.current.find('b')?.usage).toEqual({ durationMs: 3, memoryMb: 128 });
  now += 5;
  expect(calls.nowMs()).toBe(65);
});

test('are told once, also when a line that broke tells them again', async () => {
  calls.receive(told([ended('a', 40)]), true);
  await expect.poll(() => calls.calls.value).toBe(1);
  calls.receive(told([ended('a', 40), ended('b', 45)]), true);
  await expect.poll(() => calls.calls.value).toBe(2);
});

test('of an engine that is over go with it', async () => {
  calls.receive(told([ended('a', 40)]), true);
  await expect.poll(() => calls.calls.value).toBe(1);
  calls.receive(told([], { engine: 2 }), false);
  await expect.poll(() => calls.calls.value).toBe(0);
  calls.receive(told([ended('c', 1)], { engine: 2, nowMs: 2 }), false);
  await expect.poll(() => calls.sales.value.current.find('c')).not.toBeNull();
  expect(calls.calls.value).toBe(1);
});
