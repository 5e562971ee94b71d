import { describe, expect, test } from 'vitest';
import { RESPONSE_LIMIT_BYTES } from '../../../src/contract/lab-defaults.ts';
import { checkMessage } from '../../../src/host/common/check-message.ts';
import type { FromInstance } from '../../../src/host/instance/protocol.ts';

const response = { status: 200, statusText: '', headers: [['a', 'b'] as const], body: new Uint8Array(3) };
const error = { name: 'E', message: 'm', frames: [{ file: 'a.js', line: 1, column: 2, functionName: 'f' }] };
const messages: FromInstance[] = [
  { type: 'loaded' },
  { type: 'closing' },
  { type: 'loadFailed', failure: { code: 'INIT_ERROR', error } },
  { type: 'loadFailed', failure: { code: 'DEFAULT_NOT_FUNCTION', details: { got: 'string' } } },
  { type: 'failed', invocationId: 'i', failure: { code: 'HANDLER_ERROR', error, details: { refused: 'X' } } },
  { type: 'answered', invocationId: 'i', response },
  { type: 'returned', invocationId: 'i', returned: '{"failed":[]}' },
  { type: 'returned', invocationId: 'i', returned: null },
  {
    type: 'call',
    invocationId: 'i',
    callId: 1,
    call: { op: 'kv.put', key: 'a', value: '1', ifVersion: null },
  },
  { type: 'call', invocationId: 'i', callId: 2, call: { op: 'queue.send', body: '1', delayMs: 0 } },
  { type: 'log', invocationId: null, lines: [{ level: 'warn', text: 'x' }], dropped: 3 },
];

describe('checkMessage', () => {
  test.each(messages)('passes on what the runtime sends: $type', (message) => {
    expect(checkMessage(message)).toEqual(message);
  });

  test.each([
    ['another operation', { op: 'kv.stelen', key: 'a' }],
    ['a key that is no text', { op: 'kv.get', key: 1 }],
    ['a key that leads elsewhere', { op: 'kv.get', key: '../a' }],
    ['a value that is no JSON', { op: 'kv.put', key: 'a', value: '{' }],
    ['a version that is no number', { op: 'kv.put', key: 'a', value: '1', ifVersion: '1' }],
    ['a body that is no memory', { op: 'bucket.put', key: 'a', body: [1], contentType: 'x/y' }],
    ['a delay without end', { op: 'queue.send', body: '1', delayMs: Number.POSITIVE_INFINITY }],
    ['no call at all', null],
  ])('refuses a call with %s', (_, call) => {
    expect(checkMessage({ type: 'call', invocationId: 'i', callId: 1, call })).toBeNull();
  });

  test('a call brings along nothing that does not belong to it', () => {
    const call = { op: 'kv.get', key: 'a', geheim: 1, ifVersion: 3 };
    expect(checkMessage({ type: 'call', invocationId: 'i', callId: 1, call, geheim: 1 })).toEqual({
      type: 'call',
      invocationId: 'i',
      callId: 1,
      call: { op: 'kv.get', key: 'a' },
    });
  });

  test('adds nothing and leaves out what does not belong', () => {
    expect(checkMessage({ type: 'loaded', durationMs: 0, initMs: 0 })).toEqual({ type: 'loaded' });
    expect(
      checkMessage({
        type: 'answered',
        invocationId: 'i',
        response: { ...response, extra: 1 },
        durationMs: 0,
      }),
    ).toEqual({
      type: 'answered',
      invocationId: 'i',
      response,
    });
  });

  const answered = (changes: object) => ({
    type: 'answered',
    invocationId: 'i',
    response: { ...response, ...changes },
  });
  test.each([
    [null],
    ['loaded'],
    [{}],
    [{ type: 'ready', initMs: 0 }],
    [{ type: 'settled' }],
    [{ type: 'answered', invocationId: 7, response }],
    [answered({ status: 0 })],
    [answered({ status: 200.5 })],
    [answered({ status: '200' })],
    [answered({ headers: [['a']] })],
    [answered({ headers: [['a', 'x'.repeat(300_000)]] })],
    [answered({ headers: Array.from({ length: 300_000 }, () => ['a', 'b']) })],
    [answered({ body: [1] })],
    [answered({ body: new Uint8Array(RESPONSE_LIMIT_BYTES + 1) })],
    [answered({ body: new Uint8Array(RESPONSE_LIMIT_BYTES + 1).subarray(0, 1) })],
    [{ type: 'failed', invocationId: 'i', failure: { code: 'HOST_LOST' } }],
    [{ type: 'failed', invocationId: 'i', failure: { code: 'NO_DEFAULT_EXPORT' } }],
    [
      {
        type: 'failed',
        invocationId: 'i',
        failure: { code: 'HANDLER_ERROR', error: { ...error, frames: [{}] } },
      },
    ],
    [
      {
        type: 'failed',
        invocationId: 'i',
        failure: { code: 'HANDLER_ERROR', error: { ...error, message: 'x'.repeat(20_000) } },
      },
    ],
    [{ type: 'failed', invocationId: 'i', failure: { code: 'HANDLER_ERROR', details: { a: {} } } }],
    [{ type: 'log', invocationId: null, lines: [{ level: 'trace', text: 'x' }], dropped: 0 }],
    [{ type: 'log', invocationId: null, lines: [{ level: 'log', text: 1 }], dropped: 0 }],
    [{ type: 'log', invocationId: null, lines: [{ level: 'log', text: 'x'.repeat(300_000) }], dropped: 0 }],
    [{ type: 'log', invocationId: null, lines: [], dropped: -1 }],
  ])('refuses what the runtime never sends (%#)', (message) => {
    expect(checkMessage(message)).toBeNull();
  });
});
