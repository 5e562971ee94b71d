/** The one list: who is told when, and how much of it is kept. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { History } from '../../src/engine/history.ts';
import type { Entry, InvocationOutcome } from '../../src/engine/index.ts';
import { cases } from '../support/laws.ts';
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

const OUTCOMES = ['ok', 'error', 'timeout', 'crash', 'initFailed', 'cancelled'] as const;

test('whatever came, the newest invocations are there and the rest is in the totals', () => {
  const of = { functionName: 'f', version: 1, instanceId: 1 } as const;
  const some = fc.oneof(
    fc.record({
      kind: fc.constant('end' as const),
      outcome: fc.constantFrom(...OUTCOMES),
      us: fc.nat(9_999),
    }),
    fc.constant({ kind: 'throttled' as const }),
    fc.record({ kind: fc.constant('log' as const), lines: fc.nat(3) }),
    fc.constant({ kind: 'idle' as const }),
    fc.constant({ kind: 'forget' as const }),
  );
  fc.assert(
    fc.property(fc.nat(6), fc.array(some, { maxLength: 60 }), (most, moves) => {
      const history = new History(most);
      let all: Entry[] = [];
      const older: Entry[] = [];
      const isLast = (entry: Entry) => entry.type === 'invocationEnded' || entry.type === 'throttled';
      for (const [index, one] of moves.entries()) {
        const nth = index + 1;
        const invocationId = `i${nth}`;
        const entry = {
          end: () =>
            end(nth, one.kind === 'end' ? one.outcome : 'ok', one.kind === 'end' ? one.us / 1_000 : 0),
          throttled: (): Entry => ({
            type: 'throttled',
            atMs: nth,
            functionName: 'f',
            invocationId,
            limit: 'maxInstances',
          }),
          log: (): Entry => ({
            type: 'log',
            atMs: nth,
            ...of,
            invocationId,
            lines: Array.from({ length: one.kind === 'log' ? one.lines : 0 }, () => ({
              level: 'log',
              text: 'x',
            })),
            dropped: 0,
          }),
          idle: (): Entry => ({ type: 'instanceIdle', atMs: nth, ...of, expiresAtMs: nth }),
          forget: () => null,
        }[one.kind]();
        if (entry === null) {
          history.forgetAll();
          older.push(...all);
          all = [];
          continue;
        }
        history.add(entry);
        all.push(entry);
        while (all.filter(isLast).length > most) older.push(...all.splice(0, 1));
      }
      expect(history.entries()).toEqual(all);
      const ends = older.flatMap((entry) => (entry.type === 'invocationEnded' ? [entry] : []));
      const sumUs = (numbers: number[]) => numbers.reduce((sum, ms) => sum + Math.round(ms * 1_000), 0);
      expect(history.older()).toEqual({
        invocations: ends.length,
        throttled: older.filter(({ type }) => type === 'throttled').length,
        coldStarts: ends.filter(({ isCold }) => isCold).length,
        outcomes: Object.fromEntries(
          OUTCOMES.map((outcome) => [outcome, ends.filter((one) => one.outcome === outcome).length]),
        ),
        durationMs: sumUs(ends.map(({ durationMs }) => durationMs)) / 1_000,
        initMs: sumUs(ends.map(({ initMs }) => initMs ?? 0)) / 1_000,
      });
    }),
    cases(200),
  );
});

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

test('after much was forgotten, what was logged is still counted right', () => {
  const text = 'x'.repeat(1024 * 1024 - 32);
  const history = new History(3_000);
  const log = (nth: number): Entry => ({
    type: 'log',
    atMs: nth,
    functionName: 'f',
    instanceId: 1,
    invocationId: `i${nth}`,
    lines: [{ level: 'log', text }],
    dropped: 0,
  });
  for (let nth = 1; nth <= 10_000; nth += 1) {
    if (nth % 100 === 0) history.add(log(nth));
    history.add(end(nth));
  }
  // Each of these lines weighs 2 MB, and there is room for 32 MB.
  const logs = history.entries().flatMap((entry) => (entry.type === 'log' ? [entry] : []));
  expect(logs).toHaveLength(30);
  expect(logs.map(({ lines }) => lines.length)).toEqual([...Array(14).fill(0), ...Array(16).fill(1)]);
  history.forgetAll();
  for (let nth = 1; nth <= 17; nth += 1) history.add(log(nth));
  const again = history.entries().flatMap((entry) => (entry.type === 'log' ? [entry] : []));
  expect(again.map(({ lines, dropped }) => [lines.length, dropped])).toEqual([
    [0, 1],
    ...Array(16).fill([1, 0]),
  ]);
});

test('who comes later is not told of what was before, and who comes twice is told twice', async () => {
  const { engine, invoke } = openLab();
  const told: string[] = [];
  const listener = (entries: readonly Entry[]) => told.push(...entries.map(({ type }) => type));
  const leave = engine.subscribe(listener);
  await Promise.resolve();
  expect(told).toEqual([]);
  engine.subscribe(listener);
  engine.clear();
  void invoke();
  await Promise.resolve();
  expect(told).toEqual(['accepted', 'instanceStarted', 'accepted', 'instanceStarted']);
  leave();
  told.length = 0;
  void invoke();
  await Promise.resolve();
  expect(told).toEqual(['accepted', 'instanceStarted']);
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
