import { expect, test } from 'vitest';
import { INIT_TIMEOUT_MS, REQUEST_LIMIT_BYTES } from '../../src/contract/lab-defaults.ts';
import { Engine, realClock } from '../../src/engine/index.ts';
import { FakeHost, GET, GREET, openLab, text } from './lab.ts';

test('a cold call, and then a warm one', async () => {
  const { clock, engine, host, invoke, warmUp } = openLab();
  const response = text('Hoi');
  expect(await warmUp()).toEqual({
    invocationId: 'i1',
    functionName: 'begroet',
    status: 200,
    response,
    failure: null,
    isCold: true,
    instanceId: 1,
    initMs: 10,
    durationMs: 5,
    usage: { durationMs: 5, memoryMb: 128, initMs: 10 },
  });
  const { functionName, files, entry, memoryMb, timeoutMs } = GREET;
  expect(host.started).toEqual([{ instanceId: 1, functionName, files, entry, memoryMb, timeoutMs, env: {} }]);
  expect(engine.instances()).toMatchObject([
    { instanceId: 1, state: 'idle', sinceMs: 15, expiresAtMs: 30_015 },
  ]);

  const answered = invoke();
  clock.wait(3);
  host.settle(1, 'i2', 2.5, text('Nee', 404));
  expect(await answered).toMatchObject({
    status: 404,
    isCold: false,
    initMs: null,
    durationMs: 2.5,
    usage: { durationMs: 2.5, memoryMb: 128 },
  });
  expect(host.started.length).toBe(1);
  expect(host.invoked.map(({ invocation }) => [invocation.invocationId, invocation.isCold])).toEqual([
    ['i1', true],
    ['i2', false],
  ]);
});

test('a host may answer within the call', async () => {
  const { host, invoke } = openLab();
  host.answersAtOnce = true;
  expect(await invoke()).toMatchObject({ status: 200, isCold: true });
  expect(await invoke()).toMatchObject({ status: 200, isCold: false });
});

test('an error in the handler is a 500, and the instance lives', async () => {
  const { host, engine, invoke } = openLab();
  const answered = invoke();
  host.ready(1, 0);
  const error = { name: 'TypeError', message: 'x is not a function', frames: [] };
  const failure = { code: 'HANDLER_ERROR', error } as const;
  host.say({
    type: 'settled',
    instanceId: 1,
    invocationId: 'i1',
    durationMs: 0,
    result: { ok: false, failure },
  });
  expect(await answered).toMatchObject({ status: 500, response: null, failure });
  expect(engine.instances()).toMatchObject([{ state: 'idle' }]);
});

test('a return that is no Response is a 502', async () => {
  const { host, invoke } = openLab();
  const answered = invoke();
  host.ready(1, 0);
  const failure = { code: 'NOT_A_RESPONSE', details: { got: 'string' } } as const;
  host.say({
    type: 'settled',
    instanceId: 1,
    invocationId: 'i1',
    durationMs: 0,
    result: { ok: false, failure },
  });
  expect(await answered).toMatchObject({ status: 502, failure });
});

test('a module that cannot load is a 502, with its measured start on the bill', async () => {
  const { clock, host, invoke } = openLab();
  const answered = invoke();
  clock.wait(40);
  host.say({ type: 'ended', instanceId: 1, failure: { code: 'SYNTAX_ERROR' }, initMs: 31 });
  expect(await answered).toMatchObject({
    status: 502,
    failure: { code: 'SYNTAX_ERROR' },
    usage: { durationMs: 0, initMs: 31 },
  });
});

test('without a sandbox there is a 502, and no start on the bill', async () => {
  const { clock, host, invoke } = openLab();
  const answered = invoke();
  clock.wait(2000);
  host.say({ type: 'ended', instanceId: 1, failure: { code: 'HOST_UNAVAILABLE' } });
  expect(await answered).toMatchObject({
    status: 502,
    failure: { code: 'HOST_UNAVAILABLE' },
    usage: { durationMs: 0, initMs: 0 },
  });
});

test('a host that is lost takes its instances along as crashed', async () => {
  const { clock, host, engine, invoke } = openLab();
  const both = [invoke(), invoke()];
  host.ready(1, 0);
  clock.wait(100);
  for (const instanceId of [1, 2]) {
    host.say({ type: 'ended', instanceId, failure: { code: 'HOST_LOST' } });
  }
  const answers = await Promise.all(both);
  for (const answer of answers) expect(answer).toMatchObject({ status: 502, failure: { code: 'HOST_LOST' } });
  expect(answers.map(({ usage }) => usage)).toEqual([
    { durationMs: 100, memoryMb: 128, initMs: 0 },
    { durationMs: 0, memoryMb: 128, initMs: 100 },
  ]);
  expect(engine.entries().filter(({ type }) => type === 'instanceGone')).toMatchObject([
    { reason: 'crashed' },
    { reason: 'crashed' },
  ]);
  expect(host.killed).toEqual([]);
});

test.each([
  ['start', 'HOST_UNAVAILABLE', 'initFailed'],
  ['invoke', 'HOST_LOST', 'crashed'],
] as const)('a host that throws at %s has lost the instance', async (at, code, reason) => {
  const { host, engine, invoke } = openLab();
  host.throwsAt = at;
  const answered = invoke();
  if (at === 'invoke') host.ready(1, 0);
  expect(await answered).toMatchObject({ status: 502, failure: { code } });
  expect(engine.instances()).toEqual([]);
  expect(engine.entries().at(-1)).toMatchObject({ type: 'instanceGone', reason });
});

test('a host that throws at the end of an instance changes nothing: it is gone for the platform', async () => {
  const { host, engine, invoke, warmUp } = openLab();
  await warmUp();
  host.throwsAt = 'kill';
  engine.clear();
  expect(engine.instances()).toEqual([]);
  host.throwsAt = null;
  const answered = invoke();
  host.ready(2, 0);
  host.settle(2, 'i2', 0);
  expect(await answered).toMatchObject({ status: 200, isCold: true });
});

test('a handler without end is stopped at its timeout', async () => {
  const { clock, host, invoke } = openLab();
  const answered = invoke();
  clock.wait(10);
  host.ready(1);
  clock.wait(3000);
  expect(await answered).toMatchObject({
    status: 504,
    failure: { code: 'HANDLER_TIMEOUT', details: { timeoutMs: 3000 } },
    usage: { durationMs: 3000, initMs: 10 },
  });
  expect(host.killed).toEqual([1]);
});

test.each([
  [3_000, INIT_TIMEOUT_MS],
  [30_000, 30_000],
])(
  'a module without end is stopped where a timeout of %i ms leaves a start %i',
  async (timeoutMs, limitMs) => {
    const { clock, host, invoke } = openLab({}, { timeoutMs });
    const answered = invoke();
    clock.wait(limitMs - 1);
    expect(host.killed).toEqual([]);
    clock.wait(1);
    expect(await answered).toMatchObject({
      status: 504,
      failure: { code: 'INIT_TIMEOUT', details: { timeoutMs: limitMs } },
      usage: { durationMs: 0, initMs: limitMs },
    });
    expect(host.killed).toEqual([1]);
  },
);

test('a slow start leaves the handler all of its own time', async () => {
  const { clock, host, invoke } = openLab();
  const answered = invoke();
  clock.wait(9_000);
  host.ready(1, 9_000);
  clock.wait(2_900);
  host.settle(1, 'i1', 2_900, text('Hoi'));
  expect(await answered).toMatchObject({ status: 200, initMs: 9_000, durationMs: 2_900 });
});

test('over the concurrency limit: 429, nothing billed', async () => {
  const { invoke } = openLab({}, { concurrencyLimit: 1 });
  invoke();
  expect(await invoke()).toEqual({
    invocationId: 'i2',
    functionName: 'begroet',
    status: 429,
    response: null,
    failure: { code: 'THROTTLED', details: { limit: 'concurrencyLimit' } },
    isCold: false,
    instanceId: null,
    initMs: null,
    durationMs: 0,
    usage: null,
  });
});

test('over the limit of instances, of all functions together: 429', async () => {
  const { engine, invoke } = openLab({ maxInstances: 2 });
  engine.deploy({ ...GREET, functionName: 'ander' });
  void invoke();
  void engine.invoke('ander', GET);
  expect(await invoke()).toMatchObject({
    status: 429,
    failure: { code: 'THROTTLED', details: { limit: 'maxInstances' } },
  });
  expect(() => openLab({ maxInstances: 0 })).toThrow(expect.objectContaining({ code: 'INVALID_CONFIG' }));
});

test('1,000 at once with a limit of 10: each ends in 200 or 429', async () => {
  const { clock, host, invoke } = openLab();
  const all = Array.from({ length: 1000 }, () => invoke());
  clock.wait(20);
  for (const { instanceId } of host.started) host.ready(instanceId, 20);
  clock.wait(5);
  for (const { instanceId, invocation } of [...host.invoked])
    host.settle(instanceId, invocation.invocationId);
  const answers = await Promise.all(all);
  const count = (status: number) => answers.filter((answer) => answer.status === status).length;
  expect([count(200), count(429)]).toEqual([10, 990]);
  expect(host.started.length).toBe(10);
});

test('a body over the limit is refused before the platform sees it', async () => {
  const { engine, host } = openLab();
  const entries = engine.entries().length;
  const tooMuch = new Uint8Array(REQUEST_LIMIT_BYTES + 1);
  expect(await engine.invoke('begroet', { ...GET, method: 'POST', body: tooMuch })).toMatchObject({
    status: 413,
    failure: { code: 'REQUEST_TOO_LARGE', details: { bytes: REQUEST_LIMIT_BYTES + 1 } },
    usage: null,
  });
  expect(engine.entries().length).toBe(entries);
  void engine.invoke('begroet', { ...GET, body: tooMuch.subarray(1) });
  expect(host.started.length).toBe(1);
});

test('a call of what was never deployed is the page’s own mistake', async () => {
  const { engine } = openLab();
  await expect(engine.invoke('niemand', GET)).rejects.toMatchObject({ code: 'UNKNOWN_FUNCTION' });
});

test('an id is a UUID unless told otherwise, also when the random bytes of one reading are used up', async () => {
  const engine = new Engine({ createHost: (report) => new FakeHost(report), clock: realClock });
  engine.deploy({ ...GREET, concurrencyLimit: 0 });
  const ids = new Set<string>();
  for (let nth = 0; nth < 200; nth++) {
    const { invocationId } = await engine.invoke('begroet', GET);
    expect(invocationId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    ids.add(invocationId);
  }
  expect(ids.size).toBe(200);
  // Every place but the version's takes every value that it can.
  const valuesAt = (place: number) => new Set([...ids].map((id) => id[place])).size;
  const places = [0, 1, 9, 10, 15, 16, 17, 20, 22, 24, 25, 34, 35];
  expect(places.filter((place) => valuesAt(place) < 8)).toEqual([]);
  expect(valuesAt(19)).toBe(4);
});

test('what never was deployed because it was refused is not there', async () => {
  const { engine } = openLab();
  expect(() => engine.deploy({ ...GREET, functionName: 'nieuw', memoryMb: 0 })).toThrow(
    expect.objectContaining({ code: 'INVALID_CONFIG' }),
  );
  await expect(engine.invoke('nieuw', GET)).rejects.toMatchObject({ code: 'UNKNOWN_FUNCTION' });
  expect(engine.deploy({ ...GREET, functionName: 'nieuw' })).toBe(1);
});
