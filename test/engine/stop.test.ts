/** Stopping, clearing, deploying again and disposing, in the middle of things. */
import { getEventListeners } from 'node:events';
import { expect, test } from 'vitest';
import type { Deployment } from '../../src/engine/index.ts';
import { GET, GREET, openLab } from './lab.ts';

test('abort stops a running handler and ends its instance', async () => {
  const { clock, host, invoke } = openLab();
  const stop = new AbortController();
  const answered = invoke(stop.signal);
  clock.wait(10);
  host.ready(1);
  clock.wait(700);
  stop.abort();
  expect(await answered).toMatchObject({
    status: 499,
    failure: { code: 'CANCELLED' },
    usage: { durationMs: 700, initMs: 10 },
  });
  expect(host.killed).toEqual([1]);
});

test('abort stops a start', async () => {
  const { clock, host, invoke } = openLab();
  const stop = new AbortController();
  const answered = invoke(stop.signal);
  clock.wait(50);
  stop.abort();
  expect(await answered).toMatchObject({ status: 499, usage: { durationMs: 0, initMs: 50 } });
  expect(host.killed).toEqual([1]);
});

test('who has left before calling starts nothing', async () => {
  const { host, invoke } = openLab();
  expect(await invoke(AbortSignal.abort())).toMatchObject({ status: 499, usage: null });
  expect(host.started).toEqual([]);
});

test('abort after the answer does nothing', async () => {
  const { host, engine, invoke } = openLab();
  host.answersAtOnce = true;
  const stop = new AbortController();
  await invoke(stop.signal);
  expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
  stop.abort();
  expect(engine.instances()).toMatchObject([{ state: 'idle' }]);
});

test('deploying the same again keeps the warm instances', async () => {
  const { host, engine, warmUp } = openLab();
  await warmUp();
  expect(engine.deploy({ ...GREET, files: [...GREET.files], env: {} })).toBe(1);
  expect(engine.instances().length).toBe(1);
  expect(host.killed).toEqual([]);
});

const FILES = [
  { path: 'begroet.js', text: 'export default 1' },
  { path: 'lib/b.js', text: 'export const b = 2;' },
];

test.each<[string, Partial<Deployment>]>([
  ['code', { files: [{ path: 'begroet.js', text: 'export default 1' }] }],
  ['files', { files: FILES }],
  ['entry', { entry: 'lib/b.js' }],
  ['memory', { memoryMb: 256 }],
  ['timeout', { timeoutMs: 1000 }],
  ['environment', { env: { TAAL: 'nl' } }],
])('deploying other %s is a new version, without the idle instances', async (_what, change) => {
  const { host, engine, invoke, warmUp } = openLab();
  await warmUp();
  expect(engine.deploy({ ...GREET, ...change })).toBe(2);
  expect(host.killed).toEqual([1]);
  void invoke();
  expect(host.started.at(-1)).toMatchObject({ instanceId: 2, ...change });
});

test.each<[string, Partial<Deployment>]>([
  ['idle timeout', { idleTimeoutMs: 5 }],
  ['concurrency limit', { concurrencyLimit: 1 }],
  ['grants', { grants: ['kv'] }],
  ['routes', { routes: ['GET /'] }],
  ['source', { source: { type: 'upload', prefix: 'a/' } }],
])('another %s is a new version too', (_what, change) => {
  const { engine } = openLab();
  expect(engine.deploy({ ...GREET, ...change })).toBe(2);
  expect(engine.deploy({ ...GREET, ...change })).toBe(2);
  expect(engine.deploy(GREET)).toBe(3);
});

test('in which order files and settings stand is no difference', () => {
  const { engine } = openLab();
  const names = { A: '1', B: '2', C: '3' };
  expect(engine.deploy({ ...GREET, files: FILES, env: names })).toBe(2);
  const turned = Object.fromEntries(Object.entries(names).reverse());
  expect(engine.deploy({ ...GREET, files: [...FILES].reverse(), env: turned })).toBe(2);
  expect(engine.deploy({ ...GREET, files: FILES, env: { ...names, C: '4' } })).toBe(3);
});

test('clear of one function leaves the others as they are', async () => {
  const { engine, host, invoke } = openLab();
  engine.deploy({ ...GREET, functionName: 'ander' });
  const [mine, others] = [invoke(), engine.invoke('ander', GET)];
  for (const instanceId of [1, 2]) host.ready(instanceId, 0);
  engine.clear('begroet');
  expect(await mine).toMatchObject({ status: 499, failure: { code: 'CANCELLED' } });
  expect(engine.instances()).toMatchObject([{ functionName: 'ander', state: 'busy' }]);
  host.settle(2, 'i2', 0);
  expect(await others).toMatchObject({ status: 200 });
});

test('a disposed engine is told nothing more, and keeps nothing more', () => {
  const kept: unknown[] = [];
  const { engine, clock } = openLab({}, {}, (changes) => kept.push(changes));
  engine.bindings.perform({ op: 'queue.send', body: '1', delayMs: 1_000 });
  engine.dispose();
  const [entries, handed] = [engine.entries().length, kept.length];
  clock.wait(60_000);
  engine.clear();
  engine.bindings.perform({ op: 'queue.send', body: '2', delayMs: 0 });
  expect(engine.entries()).toHaveLength(entries);
  expect(kept).toHaveLength(handed);
});

test('a redeploy lets what runs run, on the old code and its timeout', async () => {
  const { clock, host, engine, invoke } = openLab();
  const old = invoke();
  host.ready(1, 0);
  engine.deploy({ ...GREET, timeoutMs: 100 });
  const fresh = invoke();
  host.ready(2, 0);
  clock.wait(500);
  expect(await fresh).toMatchObject({ failure: { code: 'HANDLER_TIMEOUT', details: { timeoutMs: 100 } } });
  host.settle(1, 'i1', 499);
  expect(await old).toMatchObject({ status: 200, durationMs: 499 });
  expect(host.killed).toEqual([2, 1]);
});

test('what a host says while commands are done waits for the last of them', () => {
  const { host, engine, invoke } = openLab();
  for (let nth = 1; nth <= 3; nth++) void invoke();
  for (const instanceId of [1, 2, 3]) host.ready(instanceId, 0);
  host.settle(1, 'i1', 0);
  host.settle(2, 'i2', 0);
  host.onKill = () => host.settle(3, 'i3', 0);
  engine.deploy({ ...GREET, memoryMb: 256 });
  expect(host.killed).toEqual([1, 2, 3]);
});

test('a deployment that makes no sense is refused, and what was there stays', async () => {
  const { engine, host, invoke } = openLab();
  expect(() => engine.deploy({ ...GREET, timeoutMs: 0 })).toThrow(
    expect.objectContaining({ code: 'INVALID_CONFIG' }),
  );
  expect(engine.deploy(GREET)).toBe(1);
  host.answersAtOnce = true;
  expect(await invoke()).toMatchObject({ status: 200 });
});

test('clear ends everything, and the next call is cold', async () => {
  const { host, engine, invoke, warmUp } = openLab();
  await warmUp();
  const running = invoke();
  engine.clear();
  expect(await running).toMatchObject({ status: 499 });
  expect(host.killed).toEqual([1]);
  expect(engine.instances()).toEqual([]);
  void invoke();
  expect(host.started.length).toBe(2);
});

test('dispose answers who waits, leaves no timer, and refuses who comes later', async () => {
  const { clock, host, engine, invoke, warmUp } = openLab();
  await warmUp();
  const running = invoke();
  engine.dispose();
  engine.dispose();
  expect(await running).toMatchObject({ status: 499 });
  expect(host.isDisposed).toBe(true);
  expect(clock.timers.size).toBe(0);
  host.ready(7);
  expect(await engine.invoke('begroet', GET)).toMatchObject({ status: 499, usage: null });
});

test('`empty` turns the clock off, and of the entries leaves only the totals', async () => {
  const { engine, clock, warmUp } = openLab();
  const timer = { ...GREET, functionName: 'klok', source: { type: 'timer', cron: '* * * * *' } } as const;
  engine.deploy(timer);
  engine.startClock();
  await warmUp();
  expect(engine.nextPlannedMs()).not.toBeNull();
  engine.empty();
  expect(engine.entries()).toEqual([]);
  expect(engine.older()).toMatchObject({ invocations: 1, coldStarts: 1, durationMs: 5, initMs: 10 });
  expect(engine.instances()).toEqual([]);
  engine.deploy({ ...timer, memoryMb: 256 });
  expect(engine.nextPlannedMs()).toBeNull();
  clock.wait(120_000);
  expect(engine.entries().map(({ type }) => type)).toEqual(['deployed']);
});

test('who leaves after a refusal stops nothing', async () => {
  const { engine, invoke } = openLab({}, { concurrencyLimit: 0 });
  const stop = new AbortController();
  const answered = invoke(stop.signal);
  const entries = engine.entries().length;
  stop.abort();
  expect(await answered).toMatchObject({ status: 429 });
  expect(engine.entries()).toHaveLength(entries);
});
