/** The one list: who is told when, and how much of it is kept. */
import { expect, test } from 'vitest';
import { History } from '../../src/engine/history.ts';
import type { Entry, InvocationOutcome } from '../../src/engine/index.ts';
import { openLab } from './lab.ts';

test('platform and log are one list, in the order in which it happened', async () => {
  const { host, invoke, types } = openLab();
  const answered = invoke();
  host.log(1, null, 'module');
  host.ready(1, 0);
  host.log(1, 'i1', 'handler');
  host.settle(1, 'i1', 0);
  await answered;
  expect(types()).toEqual([
    'deployed',
    'accepted',
    'instanceStarted',
    'log',
    'instanceReady',
    'invocationStarted',
    'log',
    'invocationEnded',
    'instanceIdle',
  ]);
});

test('listeners are told in batches, before the caller has the answer, until they leave', async () => {
  const { host, engine, invoke } = openLab();
  host.answersAtOnce = true;
  const batches: (readonly Entry[])[] = [];
  const leave = engine.subscribe((entries) => batches.push(entries));
  const answered = invoke();
  expect(batches.length).toBe(0);
  await answered;
  expect(batches.map((batch) => batch.map(({ type }) => type))).toEqual([
    ['accepted', 'instanceStarted', 'instanceReady', 'invocationStarted', 'invocationEnded', 'instanceIdle'],
  ]);
  expect(engine.entries().slice(1)).toEqual(batches.flat());
  await invoke();
  expect(batches.length).toBe(2);
  expect(engine.entries().slice(1)).toEqual(batches.flat());
  leave();
  await invoke();
  expect(batches.length).toBe(2);
});

test('the newest invocations are kept entry by entry, older ones as totals', async () => {
  const { host, engine, invoke } = openLab({ keptInvocations: 3 }, { concurrencyLimit: 1 });
  host.answersAtOnce = true;
  for (let nth = 0; nth < 5; nth++) await invoke();
  host.answersAtOnce = false;
  const last = invoke();
  await invoke();
  host.settle(1, 'i6', 0);
  await last;
  const kept = engine
    .entries()
    .flatMap((entry) =>
      entry.type === 'invocationEnded' || entry.type === 'throttled' ? [entry.invocationId] : [],
    );
  expect(kept).toEqual(['i5', 'i7', 'i6']);
  expect(engine.older()).toEqual({
    invocations: 4,
    outcomes: { ok: 4, error: 0, timeout: 0, crash: 0, initFailed: 0, cancelled: 0 },
    throttled: 0,
    coldStarts: 1,
    durationMs: 0,
    initMs: 0,
  });
});

/** The end of invocation `nth`, the first of them cold. */
function end(nth: number, outcome: InvocationOutcome = 'ok', durationMs = 0.125): Entry {
  const isCold = nth === 1;
  return {
    type: 'invocationEnded',
    atMs: nth,
    functionName: 'f',
    version: 1,
    instanceId: 1,
    invocationId: `i${nth}`,
    outcome,
    phase: 'handler',
    isCold,
    durationMs,
    initMs: isCold ? 9.5 : null,
    usage: { durationMs, memoryMb: 128, ...(isCold && { initMs: 9.5 }) },
  };
}

test('unless told otherwise 20,000 are kept, and totals lose nothing', () => {
  const history = new History();
  for (let nth = 1; nth <= 20_500; nth++) history.add(end(nth));
  expect(history.entries()).toHaveLength(20_000);
  expect(history.entries()[0]).toEqual(end(501));
  expect(history.older()).toMatchObject({
    invocations: 500,
    throttled: 0,
    coldStarts: 1,
    durationMs: 62.5,
    initMs: 9.5,
  });
});

test('however much is logged, memory stays bounded: of old lines the number is kept', () => {
  const history = new History(600);
  const text = 'x'.repeat(255 * 1024);
  const of = { functionName: 'f', version: 1, instanceId: 1 } as const;
  for (let nth = 1; nth <= 5000; nth++) {
    const invocationId = `i${nth}`;
    history.add({ type: 'log', atMs: nth, ...of, invocationId, lines: [{ level: 'log', text }], dropped: 0 });
    history.add({ type: 'throttled', atMs: nth, functionName: 'f', invocationId, limit: 'concurrencyLimit' });
  }
  const logs = history.entries().filter((entry) => entry.type === 'log');
  expect(logs.length).toBe(600);
  const withText = logs.filter(({ lines }) => lines.length === 1);
  expect(withText).toEqual(logs.slice(-withText.length));
  expect(withText.length).toBe(Math.floor((32 * 1024 * 1024) / (2 * text.length + 64)));
  expect(logs.every(({ lines, dropped }) => lines.length + dropped === 1)).toBe(true);
  expect(history.older()).toMatchObject({ invocations: 0, throttled: 4400 });
});

test('one listener’s mistake costs the others nothing', async () => {
  const { host, engine, invoke } = openLab();
  const uncaught: unknown[] = [];
  const keep = (error: unknown) => uncaught.push(error);
  const others = process.listeners('uncaughtException');
  process.removeAllListeners('uncaughtException').on('uncaughtException', keep);
  host.answersAtOnce = true;
  let told = 0;
  engine.subscribe(() => {
    throw new Error('verkeerd');
  });
  engine.subscribe((entries) => {
    told += entries.length;
  });
  expect(await invoke()).toMatchObject({ status: 200 });
  await new Promise((resolve) => setImmediate(resolve));
  process.removeAllListeners('uncaughtException');
  for (const other of others) process.on('uncaughtException', other);
  expect(told).toBe(6);
  expect(uncaught).toMatchObject([{ message: 'verkeerd' }]);
});
