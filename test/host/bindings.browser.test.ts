/** `context.kv`, `context.bucket` and `context.queue` as a function sees them: the same on every host. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LabAnswer, LabFunction, LabState } from './lab/engine-lab.ts';
import { hosts, type Lab, openLab } from './lab/lab.ts';

describe.each(hosts)('bindings on the host in %s', (host) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(host);
  });
  afterAll(() => lab?.close());

  /** Calls one function that may use everything, and tells its answer and what is there then. */
  const call = (body: string, before = ''): Promise<{ answer: LabAnswer; state: LabState }> =>
    lab.evaluate(
      async (one) => {
        const engine = pageLab.newEngineLab();
        engine.deploy([one]);
        const answer = await engine.request('GET', '/');
        const state = await engine.quiet();
        engine.dispose();
        return { answer, state };
      },
      {
        functionName: 'proef',
        grants: ['kv', 'bucket', 'queue'],
        code: `${before}
          const codeOf = async (attempt) => { try { return await attempt(); } catch (error) { return error.code ?? error.name; } };
          export default async (request, context) => { const { kv, bucket, queue } = context; ${body} };`,
      } satisfies LabFunction,
    );
  const jsonOf = async (body: string, before?: string) => JSON.parse((await call(body, before)).answer.text);

  test('what JSON can hold comes back as it was, under any decent key', async () => {
    expect(
      await jsonOf(`
        const values = [null, 0, -1.5, '', 'één 😀', true, [], { a: [1, { b: null }] }];
        for (const [at, value] of values.entries()) await kv.put('sleutel/' + at, value);
        const back = [];
        for (const at of values.keys()) back.push(await kv.get('sleutel/' + at));
        await kv.put('😀 é', 1);
        return Response.json({ back, none: await kv.get('niets'), keys: (await kv.list('sleutel/', { limit: 2 })).map(({ key }) => key),
          odd: await kv.get('😀 é'), gone: [await kv.delete('niets'), await kv.delete('😀 é')] });`),
    ).toEqual({
      back: [null, 0, -1.5, '', 'één 😀', true, [], { a: [1, { b: null }] }],
      none: null,
      keys: ['sleutel/0', 'sleutel/1'],
      odd: 1,
      gone: [false, true],
    });
  });

  test('a condition: only when it is new, only when nobody came in between', async () => {
    expect(
      await jsonOf(`
        const first = await kv.put('a', 1, { ifVersion: null });
        const again = await kv.put('a', 2, { ifVersion: null });
        const { value, version } = await kv.getWithVersion('a');
        const mine = await kv.put('a', 3, { ifVersion: version });
        const late = await kv.put('a', 4, { ifVersion: version });
        return Response.json({ first, again, value, mine, late, now: await kv.get('a'),
          none: await kv.getWithVersion('b'), deleted: await kv.delete('a', { ifVersion: version }) });`),
    ).toEqual({
      first: true,
      again: false,
      value: 1,
      mine: true,
      late: false,
      now: 3,
      none: { value: null, version: null },
      deleted: false,
    });
  });

  test('what cannot be stored or sent is refused with its own code, and nothing changes', async () => {
    const { answer, state } = await call(`
      const circle = {}; circle.self = circle;
      return Response.json([
        await codeOf(() => kv.put('a', undefined)), await codeOf(() => kv.put('a', () => 1)), await codeOf(() => kv.put('a', 1n)),
        await codeOf(() => kv.put('a', circle)), await codeOf(() => kv.put('a', 'x'.repeat(500_000))),
        await codeOf(() => kv.put('', 1)), await codeOf(() => kv.put('../a', 1)), await codeOf(() => kv.get('/a')),
        await codeOf(() => bucket.put('a', { geen: 'bytes' })), await codeOf(() => bucket.put('a', new Uint8Array(26_300_000))),
        await codeOf(() => queue.send(undefined)), await codeOf(() => queue.send('x'.repeat(300_000))),
        await codeOf(() => queue.send(1, { delaySeconds: -1 })), await codeOf(() => queue.send(1, { delaySeconds: 901 })),
      ]);`);
    expect(JSON.parse(answer.text)).toEqual([
      'VALUE_NOT_JSON',
      'VALUE_NOT_JSON',
      'VALUE_NOT_JSON',
      'VALUE_NOT_JSON',
      'KV_VALUE_TOO_LARGE',
      'KEY_INVALID',
      'KEY_INVALID',
      'KEY_INVALID',
      'BODY_INVALID',
      'OBJECT_TOO_LARGE',
      'MESSAGE_NOT_JSON',
      'MESSAGE_TOO_LARGE',
      'DELAY_INVALID',
      'DELAY_INVALID',
    ]);
    expect([state.kv, state.objects, state.messages]).toEqual([{}, {}, []]);
  });

  test('bytes come back as they were: text, views, a blob with its type, and five megabytes', async () => {
    expect(
      await jsonOf(`
        const big = new Uint8Array(5_000_000).map((_, at) => at % 251);
        await bucket.put('groot.bin', big);
        const back = (await bucket.get('groot.bin')).bytes();
        await bucket.put('tekst.txt', 'één');
        await bucket.put('deel.bin', new Uint8Array([9, 1, 2, 9]).subarray(1, 3));
        await bucket.put('blob', new Blob(['{"a":1}'], { type: 'application/json' }));
        const blob = await bucket.get('blob');
        return Response.json({ length: back.length, same: back.every((byte, at) => byte === at % 251),
          text: (await bucket.get('tekst.txt')).text(), part: [...(await bucket.get('deel.bin')).bytes()],
          type: blob.contentType, json: blob.json(), list: (await bucket.list()).map(({ key, size }) => key + ' ' + size),
          none: await bucket.get('niets'), deleted: await bucket.delete('blob') });`),
    ).toEqual({
      length: 5_000_000,
      same: true,
      text: 'één',
      part: [1, 2],
      type: 'application/json',
      json: { a: 1 },
      list: ['blob 7', 'deel.bin 2', 'groot.bin 5000000', 'tekst.txt 5'],
      none: null,
      deleted: true,
    });
  });

  test('a write that nobody waited for is there when the answer is', async () => {
    const { answer, state } = await call(`
      kv.put('los', 1); bucket.put('los.txt', new Blob(['dag'])); queue.send('los');
      return new Response('klaar');`);
    expect(answer.text).toBe('klaar');
    expect(state.kv).toEqual({ los: 1 });
    expect(state.objects).toEqual({ 'los.txt': 'dag' });
    expect(state.messages).toMatchObject([{ state: 'waiting' }]);
  });

  test('five hundred calls at once are all done', async () => {
    const { answer, state } = await call(`
      const done = await Promise.all(Array.from({ length: 500 }, (_, nr) => kv.put('k' + nr, nr)));
      return Response.json(done.filter(Boolean).length);`);
    expect(answer.text).toBe('500');
    expect(Object.keys(state.kv)).toHaveLength(500);
  });

  test('a call after the end of its invocation is refused', async () => {
    const texts = await lab.evaluate(
      async (one) => {
        const engine = pageLab.newEngineLab();
        engine.deploy([one]);
        await engine.request('GET', '/');
        const { text } = await engine.request('GET', '/');
        const { kv } = await engine.quiet();
        engine.dispose();
        return { text, kv };
      },
      {
        functionName: 'proef',
        grants: ['kv'],
        code: `let earlier = null;
        export default async (request, { kv }) => {
          if (earlier === null) { earlier = kv; return new Response('eerst'); }
          try { await earlier.put('laat', 1); return new Response('gelukt'); }
          catch (error) { return new Response(error.code); } };`,
      } satisfies LabFunction,
    );
    expect(texts).toEqual({ text: 'INVOCATION_OVER', kv: {} });
  });

  test('a refusal that nobody catches ends the invocation as an error, with its code', async () => {
    const state = await lab.evaluate(
      async (one) => {
        const engine = pageLab.newEngineLab();
        engine.deploy([one]);
        engine.put('a.txt', 'dag');
        const state = await engine.quiet();
        engine.dispose();
        return state;
      },
      {
        functionName: 'proef',
        grants: [],
        source: { type: 'upload', prefix: '' },
        code: `export default (event, { kv }) => kv.put('a', 1);`,
      } satisfies LabFunction,
    );
    expect(state.ends).toHaveLength(3);
    expect(state.ends[0]).toMatchObject({ failure: 'HANDLER_ERROR', refused: 'BINDING_NOT_GRANTED' });
  });

  test('what a handler does to its event and its context, the next attempt does not find', async () => {
    const state = await lab.evaluate(
      async (one) => {
        const engine = pageLab.newEngineLab();
        engine.deploy([one]);
        engine.send({ a: 1 });
        const state = await engine.quiet();
        engine.dispose();
        return state;
      },
      {
        functionName: 'proef',
        grants: [],
        source: { type: 'queue', batchSize: 1, batchWindowMs: 0, visibilityTimeoutMs: 120_000 },
        code: `export default (event, context) => {
          const [message] = event.data.messages;
          const { a } = message.body;
          message.body.a = 99; event.id = 'anders';
          let isFrozen = false;
          try { context.attempt = 7; } catch { isFrozen = true; }
          if (context.attempt < 3) throw new Error(String(a));
          return { a, attempt: context.attempt, isFrozen }; };`,
      } satisfies LabFunction,
    );
    expect(state.ends.map(({ outcome }) => outcome)).toEqual(['error', 'error', 'ok']);
    expect(JSON.parse(state.ends[2]?.returned ?? '')).toEqual({ a: 1, attempt: 3, isFrozen: true });
  });

  test('whoever patches what the runtime shares with him gets no port, no answer of another, and breaks only himself', async () => {
    const { answer } = await call(
      `
        await kv.put('a', { geheim: 1 });
        const back = await kv.get('a');
        await bucket.put('b', 'dag');
        const text = (await bucket.get('b')).text();
        await queue.send('c');
        isOn = false;
        const ports = caught.filter((value) => typeof MessagePort !== 'undefined' && value instanceof MessagePort);
        return Response.json({ back, text, ports: ports.length });`,
      `const caught = []; let isOn = true;
       const keep = (value) => { if (isOn) caught[caught.length] = value; };
       const spy = (owner, name) => {
         const original = owner[name];
         owner[name] = function (...args) { keep(this); keep(args[0]); return Reflect.apply(original, this, args); };
       };
       spy(Map.prototype, 'get'); spy(Map.prototype, 'set'); spy(Promise.prototype, 'then'); spy(Array.prototype, 'push');
       for (const name of ['callId', 'settle', 'result']) {
         Object.defineProperty(Object.prototype, name, { configurable: true, get: () => undefined,
           set(value) { Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true }); keep(this); keep(value); } });
       }`,
    );
    expect(JSON.parse(answer.text)).toEqual({ back: { geheim: 1 }, text: 'dag', ports: 0 });
    expect(await lab.othersStillWork()).toBe(true);
  });
});
