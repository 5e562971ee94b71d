/** What functions store: granted or not, whole or not at all, and there whatever becomes of the instance. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BindingCall } from '../../../src/contract/bindings.ts';
import { cases } from '../../support/laws.ts';
import { FakeHost, GET, GREET, openLab } from '../lab.ts';

const ALL = { grants: ['kv', 'bucket', 'queue'] } as const;

/** An engine with an invocation that runs in instance 1. */
function running(grants: (typeof ALL)['grants'] | readonly [] = ALL.grants) {
  const lab = openLab({}, { grants });
  const answered = lab.invoke();
  lab.host.ready(1);
  const call = (call: BindingCall) => lab.host.call(1, 'i1', call);
  return { ...lab, answered, call };
}

const put = (key: string, value: unknown, ifVersion?: number | null): BindingCall => ({
  op: 'kv.put',
  key,
  value: JSON.stringify(value),
  ...(ifVersion !== undefined && { ifVersion }),
});

describe('the key-value store', () => {
  test('what is put is got, listed by prefix in order, and deleted', () => {
    const { call } = running();
    call(put('b/2', 2));
    call(put('b/1', 1));
    call(put('c', 3));
    expect(call({ op: 'kv.get', key: 'b/1' })).toMatchObject({ ok: true, value: { key: 'b/1', value: '1' } });
    expect(call({ op: 'kv.get', key: 'x' })).toEqual({ ok: true, value: null });
    expect(call({ op: 'kv.list', prefix: 'b/', limit: 10 })).toMatchObject({
      value: [{ key: 'b/1' }, { key: 'b/2' }],
    });
    expect(call({ op: 'kv.list', prefix: '', limit: 2 })).toMatchObject({
      value: [{ key: 'b/1' }, { key: 'b/2' }],
    });
    expect(call({ op: 'kv.delete', key: 'c' })).toEqual({ ok: true, value: true });
    expect(call({ op: 'kv.delete', key: 'c' })).toEqual({ ok: true, value: false });
  });

  test('a condition that is not met writes nothing', () => {
    const { call, engine } = running();
    expect(call(put('teller', 1, null))).toMatchObject({ ok: true, value: expect.any(Number) });
    expect(call(put('teller', 9, null))).toEqual({ ok: true, value: null });
    const version = engine.bindings.kvEntries()[0]?.version ?? 0;
    expect(call(put('teller', 2, version))).toMatchObject({ ok: true, value: expect.any(Number) });
    expect(call(put('teller', 3, version))).toEqual({ ok: true, value: null });
    expect(call({ op: 'kv.delete', key: 'teller', ifVersion: version })).toEqual({ ok: true, value: false });
    expect(engine.bindings.kvEntries()).toMatchObject([{ key: 'teller', value: '2' }]);
  });

  test('a key that comes back never has an old version again', () => {
    const { call, engine } = running();
    call(put('a', 1));
    const old = engine.bindings.kvEntries()[0]?.version ?? 0;
    call({ op: 'kv.delete', key: 'a' });
    call(put('a', 1));
    expect(call(put('a', 2, old))).toEqual({ ok: true, value: null });
  });

  test('of two that read the same version one writes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ who: fc.nat(2), reads: fc.boolean() }), { maxLength: 60 }),
        (moves) => {
          const { call, engine } = running();
          const read: (number | null)[] = [null, null, null];
          const seen = [0, 0, 0];
          let successes = 0;
          for (const { who, reads } of moves) {
            if (reads) {
              const entry = engine.bindings.kvEntries()[0];
              read[who] = entry?.version ?? null;
              seen[who] = Number(entry?.value ?? 0);
            } else {
              const result = call(put('teller', (seen[who] ?? 0) + 1, read[who] ?? null));
              if (result.ok && result.value !== null) successes += 1;
            }
          }
          expect(Number(engine.bindings.kvEntries()[0]?.value ?? 0)).toBe(successes);
        },
      ),
      cases(50),
    );
  });

  test('beyond its room nothing is written, and what was there stays', () => {
    const { call, engine } = running();
    const big = 'x'.repeat(399 * 1024);
    for (let at = 0; at < 25; at += 1) expect(call(put(`k${at}`, big)).ok).toBe(true);
    expect(call(put('nog', big))).toMatchObject({
      failure: { code: 'STORE_FULL', details: { store: 'kv' } },
    });
    expect(call(put('k0', 'klein')).ok).toBe(true);
    expect(call(put('nog', big)).ok).toBe(true);
    expect(engine.bindings.kvEntries()).toHaveLength(26);
  });
});

describe('the bucket', () => {
  test('bytes come back as they were, with their type, and nobody can change what is stored', () => {
    const { call, engine } = running();
    const body = new Uint8Array([0, 255, 128]);
    const info = { key: 'a/b.bin', size: 3, contentType: 'application/x-iets' };
    expect(call({ op: 'bucket.put', key: 'a/b.bin', body, contentType: 'application/x-iets' })).toEqual({
      ok: true,
      value: info,
    });
    const got = call({ op: 'bucket.get', key: 'a/b.bin' });
    expect(got).toEqual({ ok: true, value: { ...info, body: new Uint8Array([0, 255, 128]) } });
    if (got.ok && got.value !== null && typeof got.value === 'object' && 'body' in got.value)
      got.value.body[0] = 9;
    expect(engine.bindings.object('a/b.bin')?.body[0]).toBe(0);
    expect(call({ op: 'bucket.list', prefix: 'a/' })).toEqual({ ok: true, value: [info] });
    expect(call({ op: 'bucket.delete', key: 'a/b.bin' })).toEqual({ ok: true, value: true });
    expect(call({ op: 'bucket.get', key: 'a/b.bin' })).toEqual({ ok: true, value: null });
  });

  test('beyond its room nothing is written', () => {
    const { call, engine } = running();
    const body = new Uint8Array(25 * 1024 * 1024);
    const all = [0, 1, 2, 3, 4].map(
      (at) => call({ op: 'bucket.put', key: `b${at}`, body, contentType: 'application/octet-stream' }).ok,
    );
    expect(all).toEqual([true, true, true, true, false]);
    expect(engine.bindings.objects()).toHaveLength(4);
  });
});

describe('refused', () => {
  test.each<BindingCall>([
    put('a', 1),
    { op: 'bucket.list', prefix: '' },
    { op: 'queue.send', body: '1', delayMs: 0 },
  ])('what is not granted: $op', (asked) => {
    const { call, engine } = running([]);
    const [binding = ''] = asked.op.split('.');
    expect(call(asked)).toEqual({
      ok: false,
      failure: { code: 'BINDING_NOT_GRANTED', details: { binding } },
    });
    expect(engine.bindings.kvEntries()).toEqual([]);
    expect(engine.bindings.messages.list()).toEqual([]);
  });

  test.each(['', '/a', 'a/../b', '..', 'a\\b', 'a\u0000', 'x'.repeat(513)])('a key like "%s"', (key) => {
    const { call, engine } = running();
    expect(call(put(key, 1))).toMatchObject({ ok: false, failure: { code: 'KEY_INVALID' } });
    expect(engine.bindings.kvEntries()).toEqual([]);
  });

  test('what is too large or no JSON, also when the runtime let it through', () => {
    const { call } = running();
    const failures = [
      call(put('a', 'x'.repeat(400 * 1024))),
      call({ op: 'kv.put', key: 'a', value: '{' }),
      call({ op: 'queue.send', body: JSON.stringify('x'.repeat(256 * 1024)), delayMs: 0 }),
      call({ op: 'queue.send', body: 'geen json', delayMs: 0 }),
      call({ op: 'queue.send', body: '1', delayMs: 900_001 }),
      call({ op: 'bucket.put', key: 'a', body: new Uint8Array(25 * 1024 * 1024 + 1), contentType: 'x/y' }),
    ].map((result) => (result.ok ? null : result.failure.code));
    expect(failures).toEqual([
      'KV_VALUE_TOO_LARGE',
      'VALUE_NOT_JSON',
      'MESSAGE_TOO_LARGE',
      'MESSAGE_NOT_JSON',
      'DELAY_INVALID',
      'OBJECT_TOO_LARGE',
    ]);
  });

  test('a call of an invocation that is over, of another instance, or of none', async () => {
    const { clock, host, engine, invoke, answered, call } = running();
    const second = invoke();
    host.ready(2);
    expect(host.call(1, 'i2', put('a', 1))).toMatchObject({ failure: { code: 'INVOCATION_OVER' } });
    expect(host.call(1, null, put('a', 1))).toMatchObject({ failure: { code: 'INVOCATION_OVER' } });
    clock.wait(5);
    host.settle(1, 'i1');
    await answered;
    expect(call(put('a', 1))).toMatchObject({ failure: { code: 'INVOCATION_OVER' } });
    expect(host.call(2, 'i2', put('a', 1)).ok).toBe(true);
    expect(engine.bindings.kvEntries()).toHaveLength(1);
    void second;
  });
});

describe('what was written stays', () => {
  test('after a crash, a redeploy, a change of host and a clear', () => {
    const { call, engine, host } = running();
    call(put('a', 1));
    host.say({ type: 'ended', instanceId: 1, failure: { code: 'INSTANCE_CRASHED' } });
    engine.deploy({ ...GREET, memoryMb: 256, ...ALL });
    engine.useHost('ander', (report) => new FakeHost(report));
    engine.clear();
    expect(engine.bindings.kvEntries()).toMatchObject([{ key: 'a', value: '1' }]);
  });

  test('whatever moment an instance is killed at: each write that was answered is there, each other not', () => {
    const move = fc.oneof(
      { weight: 6, arbitrary: fc.constant('write' as const) },
      { weight: 2, arbitrary: fc.constant('kill' as const) },
      { weight: 1, arbitrary: fc.constant('timeout' as const) },
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 80 }), (moves) => {
        const { engine, host, clock } = openLab({}, ALL);
        const acknowledged: string[] = [];
        let instanceId = 0;
        let invocationId = '';
        const start = () => {
          void engine.invoke('begroet', GET);
          instanceId = host.started.at(-1)?.instanceId ?? 0;
          host.ready(instanceId, 0);
          invocationId = host.invoked.at(-1)?.invocation.invocationId ?? '';
        };
        start();
        for (const [at, what] of moves.entries()) {
          if (what === 'write') {
            const result = host.call(instanceId, invocationId, put(`k${at}`, at, null));
            if (result.ok && result.value !== null) acknowledged.push(`k${at}`);
          } else {
            if (what === 'kill') {
              host.say({ type: 'ended', instanceId, failure: { code: 'INSTANCE_CRASHED' } });
            } else clock.wait(3_000);
            // A dead instance is not heard: its late write is neither done nor answered.
            host.say({
              type: 'call',
              instanceId,
              invocationId,
              callId: 1_000 + at,
              call: put(`laat${at}`, 1),
            });
            start();
          }
        }
        expect(engine.bindings.kvEntries().map(({ key }) => key)).toEqual(acknowledged.sort());
        expect(host.replies.filter(({ callId }) => callId >= 1_000)).toEqual([]);
      }),
      cases(100),
    );
  });
});

test('a host that cannot be answered has lost the instance; the write is there', async () => {
  const { host, engine, answered } = running();
  host.throwsAt = 'reply';
  host.say({ type: 'call', instanceId: 1, invocationId: 'i1', callId: 1, call: put('a', 1) });
  expect(await answered).toMatchObject({ status: 502, failure: { code: 'HOST_LOST' } });
  expect(engine.bindings.kvEntries()).toHaveLength(1);
});

test('the reader does what a binding does, and writes are entries of the one list', () => {
  const { call, engine } = running();
  call(put('a', 1));
  engine.bindings.perform({ op: 'kv.delete', key: 'a' });
  const stored = engine.entries().filter(({ type }) => type === 'stored');
  expect(stored).toMatchObject([
    { op: 'kv.put', key: 'a', bytes: 1, functionName: 'begroet', invocationId: 'i1' },
    { op: 'kv.delete', key: 'a', bytes: 0, functionName: null, invocationId: null },
  ]);
});
