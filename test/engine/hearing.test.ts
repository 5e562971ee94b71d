/** A host runs beside the learner's code: what it says can be late, twice, or made up. */
import { expect, test } from 'vitest';
import type { HttpResponseData } from '../../src/contract/data.ts';
import type { Failure } from '../../src/contract/failure.ts';
import type { Report } from '../../src/contract/host.ts';
import {
  LOG_LIMIT_BYTES,
  RESPONSE_LIMIT_BYTES,
  RETURNED_LIMIT_BYTES,
} from '../../src/contract/lab-defaults.ts';
import { GET, GREET, openLab, text } from './lab.ts';

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

/** What a host may say although no type allows it. */
const made = (json: string) => JSON.parse(json);

/** What the caller gets when a handler is said to have come to this. */
async function answerTo(result: Extract<Report, { type: 'settled' }>['result']) {
  const { host, invoke } = openLab();
  const answered = invoke();
  host.ready(1, 0);
  host.say({ type: 'settled', instanceId: 1, invocationId: 'i1', durationMs: 0, result });
  return answered;
}

test.each<[string, Partial<HttpResponseData>]>([
  ['the least status', { status: 200 }],
  ['the highest status', { status: 599 }],
  ['a status in words', { statusText: 'Prima' }],
  [
    'headers',
    {
      headers: [
        ['a', 'b'],
        ['c', ''],
      ],
    },
  ],
  ['an empty body', { body: new Uint8Array(0) }],
  ['a body of the limit', { body: new Uint8Array(RESPONSE_LIMIT_BYTES) }],
])('an answer with %s is what the caller gets', async (_what, change) => {
  const response = { ...text('Hoi'), ...change };
  const answer = await answerTo({ ok: true, response });
  expect(answer).toMatchObject({ status: response.status, failure: null });
  expect(answer.response).toBe(response);
});

test.each([
  ['a status of 0', { ...text(''), status: 0 }],
  ['a status under the least', { ...text(''), status: 199 }],
  ['a status over the highest', { ...text(''), status: 600 }],
  ['half a status', { ...text(''), status: 200.5 }],
  ['a status of text', { ...text(''), status: made('"200"') }],
  ['no words for its status', { ...text(''), statusText: made('null') }],
  ['a body of text', { ...text(''), body: made('"tekst"') }],
  ['a body of numbers', { ...text(''), body: made('[1, 2]') }],
  ['no headers', { ...text(''), headers: made('{"length":0}') }],
  ['a header that is no pair', { ...text(''), headers: made('["ab"]') }],
  ['half a header', { ...text(''), headers: made('[["a"]]') }],
  ['a header of three', { ...text(''), headers: made('[["a","b","c"]]') }],
  ['a header with a number', { ...text(''), headers: made('[["a",1]]') }],
  ['one good header and one bad', { ...text(''), headers: made('[["a","b"],[1,"b"]]') }],
  ['nothing', made('null')],
  ['a text', made('"Hoi"')],
])('an answer with %s is no answer', async (_what: string, response: HttpResponseData) => {
  expect(await answerTo({ ok: true, response })).toMatchObject({
    status: 502,
    failure: { code: 'NOT_A_RESPONSE' },
    response: null,
  });
});

test.each([
  ['nothing', made('null')],
  ['a text', made('"klaar"')],
  ['no answer', made('{"ok":true}')],
  ['what an event would come to', { ok: true, returned: '1' } as const],
])('a request that comes to %s has no answer', async (_what, result) => {
  expect(await answerTo(result)).toMatchObject({ status: 502, failure: { code: 'NOT_A_RESPONSE' } });
});

/** What an event function is written down to have come to, and which of its messages come back. */
function resultOf(result: Extract<Report, { type: 'settled' }>['result']) {
  const { host, engine } = openLab();
  const source = { type: 'queue', batchSize: 2, batchWindowMs: 1, visibilityTimeoutMs: 30_000 } as const;
  engine.deploy({ ...GREET, functionName: 'werk', source });
  for (const body of ['1', '2']) engine.bindings.perform({ op: 'queue.send', body, delayMs: 0 });
  host.ready(1, 0);
  host.settleEvent(1, 'event-1', result);
  const [entry] = engine.entries().filter(({ type }) => type === 'result');
  const left = engine.bindings.messages.list().map(({ messageId }) => messageId);
  return { entry, left };
}

test.each([
  ['a text', { ok: true, returned: '"klaar"' } as const, '"klaar"'],
  ['nothing', { ok: true, returned: null } as const, null],
  [
    'a text of the limit',
    { ok: true, returned: `"${'x'.repeat(RETURNED_LIMIT_BYTES - 2)}"` } as const,
    'as it is',
  ],
  [
    'a text over the limit',
    { ok: true, returned: `"${'x'.repeat(RETURNED_LIMIT_BYTES - 1)}"` } as const,
    null,
  ],
  ['a number where JSON text belongs', made('{"ok":true,"returned":7}'), null],
  ['an answer to a request', { ok: true, response: text('Hoi') } as const, null],
  ['null', made('null'), null],
  ['a word', made('"goed"'), null],
])('an event that comes to %s is done', (_what, result, returned) => {
  const { entry, left } = resultOf(result);
  const expected = returned === 'as it is' ? result.returned : returned;
  expect(entry).toMatchObject({ returned: expected, failure: null, invocationId: 'event-1', instanceId: 1 });
  expect(left).toEqual([]);
});

test.each([
  ['one of its messages', '{"failed":["m2"]}', ['m2']],
  ['both', '{"failed":["m1","m2"]}', ['m1', 'm2']],
  ['none', '{"failed":[]}', []],
  ['what is no list', '{"failed":{"0":"m2"}}', []],
  ['nothing', '{}', []],
  ['what is no object', '"m2"', []],
  ['null', 'null', []],
  ['what is no JSON', '{"failed":["m2"', []],
  ['a message that it was not given', '{"failed":[3]}', ['m1', 'm2']],
])('a batch that names %s as failed', (_what, returned, expected) => {
  expect(resultOf({ ok: true, returned }).left).toEqual(expected);
});

test('an event that fails says why, and comes back', () => {
  const { entry, left } = resultOf({ ok: false, failure: { code: 'HANDLER_ERROR', details: { nth: 1 } } });
  expect(entry).toMatchObject({ returned: null, failure: { code: 'HANDLER_ERROR', details: { nth: 1 } } });
  expect(left).toEqual(['m1', 'm2']);
});

const FRAME = { file: 'begroet.js', line: 2, column: 3 };
const ERROR = { name: 'TypeError', message: 'x is not a function', frames: [FRAME] };

test.each<[string, Failure]>([
  ['a code', { code: 'INIT_ERROR' }],
  ['an error', { code: 'HANDLER_ERROR', error: ERROR }],
  ['an error without frames', { code: 'HANDLER_ERROR', error: { ...ERROR, frames: [] } }],
  [
    'a named frame',
    { code: 'HANDLER_ERROR', error: { ...ERROR, frames: [{ ...FRAME, functionName: 'f' }] } },
  ],
  ['details', { code: 'IMPORT_PACKAGE', details: { specifier: 'left-pad', line: 3, zero: 0 } }],
])('a failure with %s is what the caller gets', async (_what, failure) => {
  expect((await answerTo({ ok: false, failure })).failure).toEqual(failure);
});

test.each([
  ['an error of text', '{"error":"x"}'],
  ['an error that is null', '{"error":null}'],
  ['a name that is a number', JSON.stringify({ error: { ...ERROR, name: 1 } })],
  ['a message that is none', JSON.stringify({ error: { ...ERROR, message: null } })],
  ['frames that are no list', JSON.stringify({ error: { ...ERROR, frames: {} } })],
  ['a frame that is null', JSON.stringify({ error: { ...ERROR, frames: [FRAME, null] } })],
  ['a file that is a number', JSON.stringify({ error: { ...ERROR, frames: [{ ...FRAME, file: 1 }] } })],
  ['half a line', JSON.stringify({ error: { ...ERROR, frames: [{ ...FRAME, line: 1.5 }] } })],
  ['a column of text', JSON.stringify({ error: { ...ERROR, frames: [FRAME, { ...FRAME, column: '3' }] } })],
  [
    'a function without a name',
    JSON.stringify({ error: { ...ERROR, frames: [{ ...FRAME, functionName: 0 }] } }),
  ],
  ['details that are null', '{"details":null}'],
  ['details of text', '{"details":"x"}'],
  ['a detail that is an object', '{"details":{"a":"goed","b":{}}}'],
  ['a detail that is null', '{"details":{"a":null}}'],
  ['a detail beyond all numbers', '{"details":{"a":1e999}}'],
])('of a failure with %s only the code is believed', async (_what, json) => {
  const failure: Failure = { ...made(json), code: 'INIT_ERROR' };
  expect((await answerTo({ ok: false, failure })).failure).toEqual({ code: 'INIT_ERROR' });
});

test.each(['{"code":"THROTTLED"}', '{"code":"toString"}', '{"code":7}', '{}', 'null', '"INIT_ERROR"'])(
  'a failure like %s counts as an error of the handler, or as a crash',
  async (json) => {
    expect(await answerTo({ ok: false, failure: made(json) })).toMatchObject({
      status: 500,
      failure: { code: 'HANDLER_ERROR' },
    });
    const { host, invoke } = openLab();
    const answered = invoke();
    host.say({ type: 'ended', instanceId: 1, failure: made(json) });
    expect((await answered).failure).toEqual({ code: 'INSTANCE_CRASHED' });
  },
);

test.each(['"5"', 'null', '{}'])('a span of %s is none', async (json) => {
  const { clock, host, engine, invoke } = openLab();
  const answered = invoke();
  clock.wait(10);
  host.ready(1, made(json));
  expect(engine.instances()).toMatchObject([{ state: 'starting' }]);
  host.say({ type: 'ended', instanceId: 1, failure: { code: 'INIT_ERROR' }, initMs: made(json) });
  // Without a span that can be true it is no failed start but a crash, and the platform's own clock counts.
  expect(await answered).toMatchObject({ failure: { code: 'INIT_ERROR' }, usage: { initMs: 10 } });
  expect(engine.entries().at(-1)).toMatchObject({ type: 'instanceGone', reason: 'crashed' });
});

test('an instance that could not be had is no start to pay for, whatever the host measured', async () => {
  const { clock, host, engine, invoke } = openLab();
  const answered = invoke();
  clock.wait(10);
  host.say({ type: 'ended', instanceId: 1, failure: { code: 'HOST_UNAVAILABLE' }, initMs: 9 });
  expect(await answered).toMatchObject({ usage: { initMs: 0, durationMs: 0 } });
  expect(engine.entries().at(-1)).toMatchObject({ type: 'instanceGone', reason: 'initFailed' });
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

test('a line for an invocation that is not open there belongs to the instance', async () => {
  const { host, invoke, warmUp, logs } = openLab();
  await warmUp();
  void invoke();
  host.log(1, 'i1', 'van toen');
  host.log(1, 'verzonnen', 'van niemand');
  host.log(1, 'i2', 'van nu');
  expect(logs().map(({ invocationId }) => invocationId)).toEqual([null, null, 'i2']);
});

test('a log that is no log is not kept', () => {
  const { host, invoke, logs } = openLab();
  void invoke();
  const lines =
    '[null, "tekst", {"level":"roep","text":"a"}, {"level":"log","text":3}, {"level":"log","text":"goed"}]';
  const log = { type: 'log', instanceId: 1, invocationId: null } as const;
  host.say({ ...log, lines: made(lines), dropped: Number.NaN });
  host.say({ ...log, lines: made('"rij"'), dropped: -5 });
  expect(logs()).toMatchObject([{ lines: [{ level: 'log', text: 'goed' }], dropped: 0 }]);
});

test.each(['log', 'info', 'warn', 'error', 'debug'] as const)('a line of level %s is kept', (level) => {
  const { host, invoke, logs } = openLab();
  void invoke();
  const lines = [{ level, text: '' }];
  host.say({ type: 'log', instanceId: 1, invocationId: null, lines, dropped: 0 });
  expect(logs()).toMatchObject([{ lines, dropped: 0, functionName: 'begroet', instanceId: 1, atMs: 0 }]);
});

test.each([
  [3, 3],
  [0, 0],
  [2.5, 0],
  [-1, 0],
  [Number.POSITIVE_INFINITY, 0],
  [made('"4"'), 0],
])('a host that says it dropped %s lines dropped %s', (told, dropped) => {
  const { host, invoke, logs } = openLab();
  void invoke();
  const lines = [{ level: 'log', text: 'goed' }] as const;
  host.say({ type: 'log', instanceId: 1, invocationId: null, lines, dropped: told });
  expect(logs()).toMatchObject([{ lines, dropped }]);
});

test('a log without lines is an entry only when lines were dropped', () => {
  const { host, invoke, logs } = openLab();
  void invoke();
  const log = { type: 'log', instanceId: 1, invocationId: null, lines: [] } as const;
  host.say({ ...log, dropped: 0 });
  expect(logs()).toEqual([]);
  host.say({ ...log, dropped: 2 });
  expect(logs()).toMatchObject([{ lines: [], dropped: 2 }]);
});

test('lines fill the limit to the last byte, each with its end', () => {
  const { host, invoke, logs } = openLab();
  void invoke();
  host.ready(1, 0);
  host.log(1, 'i1', 'x'.repeat(LOG_LIMIT_BYTES - 3), 'x');
  host.log(1, 'i1', '');
  expect(logs().map(({ lines, dropped }) => [lines.length, dropped])).toEqual([
    [2, 0],
    [0, 1],
  ]);
});

test('what has no bindings granted may use none', () => {
  const { host, invoke, engine } = openLab();
  void invoke();
  host.ready(1, 0);
  expect(host.call(1, 'i1', { op: 'kv.put', key: 'a', value: '1' })).toMatchObject({
    failure: { code: 'BINDING_NOT_GRANTED' },
  });
  expect(engine.bindings.holdsSomething).toBe(false);
});

test('an instance keeps the grants and the timeout that it was started with', async () => {
  const { host, clock, invoke, engine } = openLab({}, { grants: ['kv'] });
  const answered = invoke();
  host.ready(1, 0);
  engine.deploy({ ...GREET, timeoutMs: 100 });
  expect(host.call(1, 'i1', { op: 'kv.put', key: 'a', value: '1' })).toMatchObject({ ok: true });
  clock.wait(3_000);
  expect(await answered).toMatchObject({
    failure: { code: 'HANDLER_TIMEOUT', details: { timeoutMs: 3_000 } },
  });
  const next = engine.invoke('begroet', GET);
  host.ready(2, 0);
  expect(host.call(2, 'i2', { op: 'kv.get', key: 'a' })).toMatchObject({ ok: false });
  clock.wait(100);
  expect(await next).toMatchObject({ failure: { details: { timeoutMs: 100 } } });
});

test('an answer that came too late is none, however good it is', async () => {
  const { clock, host, invoke } = openLab();
  const answered = invoke();
  host.ready(1, 0);
  // The clock moved on, and its timer has not been called yet: the page was busy.
  clock.setBack(3_001);
  host.settle(1, 'i1', 3_001);
  expect(await answered).toMatchObject({
    status: 504,
    response: null,
    failure: { code: 'HANDLER_TIMEOUT', details: { timeoutMs: 3_000 } },
    usage: { durationMs: 3_000 },
  });
});

type Lab = ReturnType<typeof openLab>;

test.each<[string, string, (lab: Lab) => void]>([
  ['takes too long', 'HANDLER_TIMEOUT', ({ clock }) => clock.wait(3_000)],
  [
    'says too late that it is done',
    'HANDLER_TIMEOUT',
    ({ clock, host }) => {
      clock.setBack(3_001);
      host.say({
        type: 'settled',
        instanceId: 1,
        invocationId: 'event-1',
        durationMs: 3_001,
        result: { ok: true, returned: '"klaar"' },
      });
    },
  ],
  [
    'closes its instance',
    'INSTANCE_CLOSED',
    ({ host }) => host.say({ type: 'ended', instanceId: 1, failure: { code: 'INSTANCE_CLOSED' } }),
  ],
  ['is stopped', 'CANCELLED', ({ engine }) => engine.clear()],
])('an event function that %s came to that, and to nothing else', (_what, code, end) => {
  const lab = openLab();
  lab.engine.deploy({ ...GREET, functionName: 'foto', source: { type: 'upload', prefix: '' } });
  lab.engine.bindings.perform({ op: 'bucket.put', key: 'a', body: new Uint8Array(1), contentType: 'x/y' });
  lab.host.ready(1, 0);
  end(lab);
  const types = lab.types();
  expect(lab.engine.entries().filter(({ type }) => type === 'result')).toMatchObject([
    { functionName: 'foto', invocationId: 'event-1', instanceId: 1, returned: null, failure: { code } },
  ]);
  expect(types.indexOf('invocationEnded')).toBe(types.indexOf('result') + 1);
});

test('an event function that cannot be started came to that', () => {
  const { engine, host } = openLab();
  engine.deploy({ ...GREET, functionName: 'foto', source: { type: 'upload', prefix: '' } });
  engine.bindings.perform({ op: 'bucket.put', key: 'a', body: new Uint8Array(1), contentType: 'x/y' });
  host.say({ type: 'ended', instanceId: 1, failure: { code: 'SYNTAX_ERROR' }, initMs: 0 });
  expect(engine.entries().filter(({ type }) => type === 'result')).toMatchObject([
    { returned: null, failure: { code: 'SYNTAX_ERROR' } },
  ]);
});

test('of a request there is no result in the list: its caller has the answer', async () => {
  const { host, invoke, types } = openLab();
  host.answersAtOnce = true;
  await invoke();
  expect(types()).not.toContain('result');
});
