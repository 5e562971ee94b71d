/** Triggers and delivery, the same on every host: what sets a function off, and what becomes of it when it fails. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LabFunction, LabState } from './lab/engine-lab.ts';
import { hosts, type Lab, openLab } from './lab/lab.ts';

/** A message stays away longer than its function may take: who waits for it jumps there. */
const QUEUE = { type: 'queue', batchSize: 1, batchWindowMs: 0, visibilityTimeoutMs: 120_000 } as const;
const ALL = ['kv', 'bucket', 'queue'] as const;

const worker = (code: string, source: LabFunction['source'] = QUEUE): LabFunction => ({
  functionName: 'werk',
  grants: ALL,
  ...(source && { source }),
  code,
});

describe.each(hosts)('events on the host in %s', (host) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(host);
  });
  afterAll(() => lab?.close());

  /** Deploys, sends messages, and tells what is there when all is quiet. */
  const sendAll = (functions: readonly LabFunction[], bodies: readonly unknown[]): Promise<LabState> =>
    lab.evaluate(
      async ([functions, bodies]) => {
        const engine = pageLab.newEngineLab();
        engine.deploy(functions);
        for (const body of bodies) engine.send(body);
        const state = await engine.quiet();
        engine.dispose();
        return state;
      },
      [functions, bodies] as const,
    );

  test('one playground is a whole CRUD API: routes, their names, and a store', async () => {
    const api: LabFunction[] = [
      {
        functionName: 'maak',
        routes: ['POST /taken'],
        grants: ['kv'],
        code: `export default async (request, { kv }) => {
          const { tekst } = await request.json();
          const id = String((await kv.list('taak/')).length + 1);
          await kv.put('taak/' + id, { tekst });
          return Response.json({ id }, { status: 201 }); };`,
      },
      {
        functionName: 'een',
        routes: ['GET /taken/:id', 'DELETE /taken/:id'],
        grants: ['kv'],
        code: `export default async (request, { kv, params }) => {
          const taak = await kv.get('taak/' + params.id);
          if (taak === null) return new Response('weg', { status: 404 });
          if (request.method === 'DELETE') await kv.delete('taak/' + params.id);
          return Response.json(taak); };`,
      },
    ];
    const answers = await lab.evaluate(async (api) => {
      const engine = pageLab.newEngineLab();
      engine.deploy(api);
      const all = [
        await engine.request('POST', '/taken', '{"tekst":"Brood"}'),
        await engine.request('GET', '/taken/1'),
        await engine.request('DELETE', '/taken/1'),
        await engine.request('GET', '/taken/1'),
        await engine.request('PUT', '/taken/1'),
        await engine.request('GET', '/nergens'),
      ];
      engine.dispose();
      return all;
    }, api);
    expect(answers).toEqual([
      { status: 201, text: '{"id":"1"}', failure: null },
      { status: 200, text: '{"tekst":"Brood"}', failure: null },
      { status: 200, text: '{"tekst":"Brood"}', failure: null },
      { status: 404, text: 'weg', failure: null },
      { status: 405, text: '', failure: 'METHOD_NOT_ALLOWED' },
      { status: 404, text: '', failure: 'NO_ROUTE' },
    ]);
  });

  test('an upload is an event with key, size and type; what the function makes of it lands elsewhere', async () => {
    const code = `export default async (event, { bucket, attempt }) => {
      const { key, size, contentType } = event.data;
      const file = await bucket.get(event.subject);
      await bucket.put('groot/' + key, file.text().toUpperCase(), { contentType });
      return { type: event.type, source: event.source, size, contentType, attempt }; };`;
    const state = await lab.evaluate(
      async (upload) => {
        const engine = pageLab.newEngineLab();
        engine.deploy([upload]);
        engine.put('uploads/brief.txt', 'dag');
        engine.put('elders/brief.txt', 'stil');
        const state = await engine.quiet();
        engine.dispose();
        return state;
      },
      worker(code, { type: 'upload', prefix: 'uploads/' }),
    );
    expect(state.objects).toEqual({
      'uploads/brief.txt': 'dag',
      'elders/brief.txt': 'stil',
      'groot/uploads/brief.txt': 'DAG',
    });
    expect(state.ends.map(({ returned }) => JSON.parse(returned ?? ''))).toEqual([
      {
        type: 'test.functie.object.created',
        source: '/bucket',
        size: 3,
        contentType: 'text/plain',
        attempt: 1,
      },
    ]);
  });

  test('a timer fires at its moments once the clock is on, and an hour later the instance is gone', async () => {
    const code = `export default (event) => ({ cron: event.data.cron, at: event.data.scheduledTime, time: event.time });`;
    const state = await lab.evaluate(
      async (timer) => {
        const engine = pageLab.newEngineLab();
        engine.deploy([timer]);
        engine.engine.startClock();
        for (let hour = 0; hour < 3; hour += 1) {
          engine.engine.skipToNext();
          while (engine.engine.instances().some(({ openInvocations }) => openInvocations > 0)) {
            await new Promise((resolve) => engine.engine.subscribe(resolve));
          }
        }
        const state = engine.state();
        engine.dispose();
        return state;
      },
      worker(code, { type: 'timer', cron: '0 * * * *' }),
    );
    expect(state.ends.map(({ outcome, isCold }) => [outcome, isCold])).toEqual(Array(3).fill(['ok', true]));
    const moments = state.ends.map(({ returned }) => JSON.parse(returned ?? ''));
    const [first, second, third] = moments.map(({ at }) => Date.parse(at));
    expect([Number(second) - Number(first), Number(third) - Number(second)]).toEqual([3_600_000, 3_600_000]);
    expect(moments.every(({ at, time, cron }) => at === time && cron === '0 * * * *')).toBe(true);
  });

  test('HTTP, queue, worker and bucket: one chain, each step knows what caused it', async () => {
    const order: LabFunction = {
      functionName: 'bestel',
      routes: ['POST /'],
      grants: ['queue'],
      code: `export default async (request, { queue }) => {
        const { messageId } = await queue.send(await request.json(), { delaySeconds: 60 });
        return Response.json({ messageId }, { status: 202 }); };`,
    };
    const handle = worker(`export default async (event, { bucket }) => {
      for (const { body } of event.data.messages) await bucket.put('bon-' + body.nr + '.txt', 'Bon ' + body.nr); };`);
    const { answer, state } = await lab.evaluate(
      async (functions) => {
        const engine = pageLab.newEngineLab();
        engine.deploy(functions);
        const answer = await engine.request('POST', '/', '{"nr":7}');
        const state = await engine.quiet();
        engine.dispose();
        return { answer, state };
      },
      [order, handle],
    );
    const { messageId } = JSON.parse(answer.text);
    expect(answer.status).toBe(202);
    expect(state.objects).toEqual({ 'bon-7.txt': 'Bon 7' });
    expect(state.sent).toEqual([{ messageId, causedBy: expect.any(String) }]);
    expect(state.delivered).toEqual([{ messageId, attempt: 1, invocationId: 'event-1' }]);
  });

  test('what fails is tried three times with one id, and is then a dead letter that can be sent again', async () => {
    const broken = worker(`export default (event, { attempt }) => {
      console.log(attempt + ' ' + event.data.messages[0].id);
      throw new Error('stuk'); };`);
    const mended = worker(`export default (event) => 'gelukt ' + event.data.messages[0].attempt;`);
    const { before, after } = await lab.evaluate(
      async ([broken, mended]) => {
        const engine = pageLab.newEngineLab();
        engine.deploy([broken]);
        engine.send('x');
        const before = await engine.quiet();
        engine.deploy([mended]);
        for (const { messageId } of before.messages) engine.engine.bindings.messages.redrive(messageId);
        const after = await engine.quiet();
        engine.dispose();
        return { before, after };
      },
      [broken, mended] as const,
    );
    const id = before.messages[0]?.messageId;
    expect(before.messages).toEqual([{ messageId: id, state: 'dead', reason: 'attempts' }]);
    expect(before.lines).toEqual([`1 ${id}`, `2 ${id}`, `3 ${id}`]);
    expect(after.messages).toEqual([]);
    expect(after.ends.at(-1)?.returned).toBe('"gelukt 1"');
  });

  test('a crash and a thrown error are failures like any other', async () => {
    const state = await sendAll(
      [
        worker(`export default async (event, { attempt }) => {
          if (attempt === 1) close();
          if (attempt === 2) throw new Error('nog niet');
          return 'derde keer'; };`),
      ],
      ['x'],
    );
    expect(state.messages).toEqual([]);
    expect(state.ends.map(({ outcome, failure }) => [outcome, failure])).toEqual([
      ['crash', 'INSTANCE_CLOSED'],
      ['error', 'HANDLER_ERROR'],
      ['ok', null],
    ]);
  });

  test('of a batch only the message that failed comes back', async () => {
    const source = { ...QUEUE, batchSize: 4, batchWindowMs: 200 };
    const state = await sendAll(
      [
        worker(
          `export default async (event, { kv }) => {
            const failed = [];
            for (const { id, body, attempt } of event.data.messages) {
              if (body === 3 && attempt < 3) failed.push(id);
              else await kv.put('gedaan/' + body, attempt); }
            return { failed }; };`,
          source,
        ),
      ],
      [1, 2, 3, 4],
    );
    expect(state.kv).toEqual({ 'gedaan/1': 1, 'gedaan/2': 1, 'gedaan/3': 3, 'gedaan/4': 1 });
    expect(state.messages).toEqual([]);
    expect(state.delivered).toHaveLength(6);
  });

  test('acknowledgements that get lost bring messages twice; who looks at the id does the work once', async () => {
    const source = { ...QUEUE, lostAcks: { seed: 7, chance: 0.5 } };
    const state = await sendAll(
      [
        worker(
          `export default async (event, { kv }) => {
            for (const { id, body } of event.data.messages) {
              await kv.put('keer/' + body, ((await kv.get('keer/' + body)) ?? 0) + 1);
              if (await kv.put('gezien/' + id, true, { ifVersion: null })) await kv.put('punten/' + body, 10); } };`,
          source,
        ),
      ],
      Array.from({ length: 12 }, (_, nth) => nth),
    );
    const times = Object.entries(state.kv).filter(([key]) => key.startsWith('keer/'));
    expect(times).toHaveLength(12);
    expect(times.some(([, keer]) => Number(keer) > 1)).toBe(true);
    expect(Object.keys(state.kv).filter((key) => key.startsWith('gezien/'))).toHaveLength(12);
    expect(state.messages).toEqual([]);
  });

  test('a function that queues to itself without end is stopped', async () => {
    const state = await sendAll(
      [
        worker(
          `export default async (event, { queue }) => { await queue.send(event.data.messages[0].body + 1); };`,
        ),
      ],
      [0],
    );
    expect(state.ends).toHaveLength(17);
    expect(state.messages).toMatchObject([{ state: 'dead', reason: 'loop' }]);
  });

  test('a redeploy in mid-burst loses nothing', async () => {
    const state = await lab.evaluate(
      async (functions) => {
        const engine = pageLab.newEngineLab();
        engine.deploy(functions);
        for (let nth = 0; nth < 60; nth += 1) {
          engine.send(nth);
          if (nth % 20 === 10) engine.deploy(functions, { memoryMb: 256 + nth });
        }
        const state = await engine.quiet();
        engine.dispose();
        return state;
      },
      [
        worker(
          `export default async (event, { kv }) => { await kv.put('n/' + event.data.messages[0].body, 1); };`,
        ),
      ],
    );
    expect(Object.keys(state.kv)).toHaveLength(60);
    expect(state.messages).toEqual([]);
  });
});
