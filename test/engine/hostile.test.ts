/** A host runs beside the learner's code: what it says can be late, twice, or made up. */
import { expect, test } from 'vitest';
import type { HttpResponseData } from '../../src/contract/data.ts';
import type { Failure } from '../../src/contract/failure.ts';
import { LOG_LIMIT_BYTES, RESPONSE_LIMIT_BYTES } from '../../src/contract/lab-defaults.ts';
import { openLab, text } from './lab.ts';

test('reports of nobody, of the dead, and for the second time are not heard', async () => {
  const { clock, host, engine, invoke, warmUp } = openLab();
  await warmUp();
  const entries = engine.entries();
  host.ready(99);
  host.ready(1);
  host.settle(99, 'i1');
  host.settle(1, 'i1');
  host.settle(1, 'nothing');
  host.say({ type: 'ended', instanceId: 99, failure: { code: 'INSTANCE_CRASHED' } });
  host.log(99, 'i1', 'boe');
  expect(engine.entries()).toEqual(entries);

  const answered = invoke();
  clock.wait(3000);
  host.settle(1, 'i2');
  expect(await answered).toMatchObject({ status: 504 });
  expect(engine.instances()).toEqual([]);
});

test('a handler cannot settle before it was handed over, nor another’s invocation', () => {
  const { host, engine, invoke } = openLab();
  void invoke();
  void invoke();
  host.ready(2, 0);
  host.settle(1, 'i1');
  host.settle(1, 'i2');
  expect(engine.instances()).toMatchObject([{ state: 'starting' }, { state: 'busy' }]);
});

test.each([Number.NaN, -1, Number.NEGATIVE_INFINITY])('a duration of %s is not heard', async (durationMs) => {
  const { clock, host, engine, invoke } = openLab();
  const answered = invoke();
  host.ready(1, durationMs);
  expect(engine.instances()).toMatchObject([{ state: 'starting' }]);
  host.ready(1, 0);
  clock.wait(5);
  host.settle(1, 'i1', durationMs);
  host.settle(1, 'i1', 4);
  expect(await answered).toMatchObject({ status: 200, durationMs: 4 });
});

test('a host cannot claim more time than has passed, but for one step of a coarse clock', async () => {
  const { clock, host, invoke } = openLab();
  const answered = invoke();
  clock.wait(10);
  host.ready(1, 1e9);
  clock.wait(5);
  host.settle(1, 'i1', Number.POSITIVE_INFINITY);
  expect(await answered).toMatchObject({ status: 200, initMs: 11, durationMs: 6 });
});

test('an answer over the limit is a 502, whatever the host thought of it', async () => {
  const { host, engine, invoke } = openLab();
  const answered = invoke();
  host.ready(1, 0);
  host.settle(1, 'i1', 0, { ...text(''), body: new Uint8Array(RESPONSE_LIMIT_BYTES + 1) });
  expect(await answered).toMatchObject({ status: 502, failure: { code: 'RESPONSE_TOO_LARGE' } });
  expect(engine.instances()).toMatchObject([{ state: 'idle' }]);
});

test.each([
  ['status 0', { ...text(''), status: 0 }],
  ['status 1000', { ...text(''), status: 1000 }],
  ['a body of text', { ...text(''), body: JSON.parse('"tekst"') }],
  ['half a header', { ...text(''), headers: JSON.parse('[["a"]]') }],
  ['nothing', JSON.parse('null')],
])('an answer with %s is no answer', async (_what: string, made: HttpResponseData) => {
  const { host, invoke } = openLab();
  const answered = invoke();
  host.ready(1, 0);
  host.settle(1, 'i1', 0, made);
  expect(await answered).toMatchObject({ status: 502, failure: { code: 'NOT_A_RESPONSE' } });
});

test('a failure with a code that no host can know, or with rubbish in it, is brought back to what it can be', async () => {
  const { host, invoke } = openLab();
  const [first, second] = [invoke(), invoke()];
  host.ready(1, 0);
  const made: Failure = JSON.parse('{"code":"THROTTLED","details":{"limit":"x"}}');
  host.say({
    type: 'settled',
    instanceId: 1,
    invocationId: 'i1',
    durationMs: 0,
    result: { ok: false, failure: made },
  });
  expect(await first).toMatchObject({ status: 500, failure: { code: 'HANDLER_ERROR' } });
  const rubbish: Failure = JSON.parse('{"code":"INIT_ERROR","error":{"name":1},"details":{"a":{}}}');
  host.say({ type: 'ended', instanceId: 2, failure: rubbish, initMs: 0 });
  expect((await second).failure).toEqual({ code: 'INIT_ERROR' });
});

test('a failed start after a good one is a crash', async () => {
  const { clock, host, engine, invoke } = openLab();
  const answered = invoke();
  host.ready(1, 0);
  clock.wait(8);
  host.say({ type: 'ended', instanceId: 1, failure: { code: 'INSTANCE_CLOSED' }, initMs: 3 });
  expect(await answered).toMatchObject({ status: 502, usage: { durationMs: 8, initMs: 0 } });
  expect(engine.entries().at(-1)).toMatchObject({ type: 'instanceGone', reason: 'crashed' });
});

test('an invocation logs no more than its limit; what comes after is counted', () => {
  const { host, invoke, logs } = openLab();
  void invoke();
  host.ready(1, 0);
  const line = 'x'.repeat(999);
  host.log(1, 'i1', ...Array.from({ length: 300 }, () => line));
  host.log(1, 'i1', 'kort');
  const kept = Math.floor(LOG_LIMIT_BYTES / 1000);
  expect(logs().map(({ lines, dropped }) => [lines.length, dropped])).toEqual([
    [kept, 300 - kept],
    [0, 1],
  ]);
});

test('the limit counts UTF-8, and a line that is too long is not kept in part', () => {
  const { host, invoke, logs } = openLab();
  void invoke();
  host.ready(1, 0);
  host.log(1, 'i1', '€'.repeat(Math.ceil(LOG_LIMIT_BYTES / 3)));
  host.log(1, null, 'x'.repeat(LOG_LIMIT_BYTES * 4));
  expect(logs().map(({ lines, dropped }) => [lines.length, dropped])).toEqual([
    [0, 1],
    [0, 1],
  ]);
});

test('each invocation has a limit of its own, and so has the time between them', () => {
  const { host, invoke, logs } = openLab();
  void invoke();
  const full = 'x'.repeat(LOG_LIMIT_BYTES - 1);
  host.log(1, null, full);
  host.ready(1, 0);
  host.log(1, 'i1', full);
  host.settle(1, 'i1', 0);
  void invoke();
  host.log(1, 'i2', full);
  expect(logs().map(({ invocationId, lines }) => [invocationId, lines.length])).toEqual([
    [null, 1],
    ['i1', 1],
    ['i2', 1],
  ]);
});

test('a line for an invocation that is not open there belongs to the instance', () => {
  const { host, invoke, warmUp, logs } = openLab();
  return warmUp().then(() => {
    void invoke();
    host.log(1, 'i1', 'van toen');
    host.log(1, 'verzonnen', 'van niemand');
    host.log(1, 'i2', 'van nu');
    expect(logs().map(({ invocationId }) => invocationId)).toEqual([null, null, 'i2']);
  });
});

test('a log that is no log is not kept', () => {
  const { host, invoke, logs } = openLab();
  void invoke();
  const lines =
    '[null, {"level":"roep","text":"a"}, {"level":"log","text":3}, {"level":"log","text":"goed"}]';
  const log = { type: 'log', instanceId: 1, invocationId: null } as const;
  host.say({ ...log, lines: JSON.parse(lines), dropped: Number.NaN });
  host.say({ ...log, lines: JSON.parse('"rij"'), dropped: -5 });
  expect(logs()).toMatchObject([{ lines: [{ level: 'log', text: 'goed' }], dropped: 0 }]);
});
