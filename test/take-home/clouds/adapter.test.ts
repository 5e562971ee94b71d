/** What a function answers around the adapter of a cloud is what it answers on the engine of the lab. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { BindingResult, StoreOrQueueCall } from '../../../src/contract/bindings.ts';
import type { HttpRequestData } from '../../../src/contract/data.ts';
import {
  LONGEST_TIMEOUT_MS,
  REQUEST_LIMIT_BYTES,
  RESPONSE_LIMIT_BYTES,
} from '../../../src/contract/lab-defaults.ts';
import {
  type AnswerCall,
  type CloudFunctionSpec,
  functionWith,
  makeApp,
  messageBody,
  NO_STORES,
  requestDataOf,
  responseOf,
  serveMessages,
  serveRequest,
  serveTimer,
  serveUpload,
  watchingFunctions,
} from '../../../src/take-home/clouds/adapter/index.ts';
import { askLab, handlerOf, watchLab } from './lab.ts';

const HTTP = { type: 'http', routes: null } as const;

function spec(own: Partial<CloudFunctionSpec> = {}): CloudFunctionSpec {
  return {
    name: 'functie',
    entry: 'functie.js',
    trigger: HTTP,
    grants: [],
    memoryMb: 256,
    // A busy machine may take long to start an instance.
    timeoutMs: LONGEST_TIMEOUT_MS,
    env: {},
    ...own,
  };
}

function ask(path: string, method = 'GET', own: Partial<HttpRequestData> = {}): HttpRequestData {
  return { method, url: `https://functie.functie.test${path}`, headers: [], body: null, ...own };
}

async function appOf(
  functions: readonly (readonly [CloudFunctionSpec, string])[],
  { provided = {}, answer = NO_STORES }: { provided?: Record<string, unknown>; answer?: AnswerCall } = {},
) {
  const handlers = await Promise.all(
    functions.map(async ([{ name }, text]) => [name, await handlerOf(text)] as const),
  );
  return makeApp(
    { functions: functions.map(([one]) => one) },
    Object.fromEntries(handlers),
    provided,
    answer,
  );
}

/** What went wrong is told to the log of the provider: here it is only in the way. */
let errors: ReturnType<typeof vi.spyOn>;
beforeEach(() => {
  errors = vi.spyOn(console, 'error').mockImplementation(() => {});
});
afterEach(() => {
  errors.mockRestore();
});

describe('a request', () => {
  const FUNCTION = `
let keer = 0;
export default async function functie(request, context) {
  const { pathname, searchParams } = new URL(request.url);
  switch (pathname) {
    case '/tekst': return new Response('Dag ' + searchParams.get('naam') + ' é');
    case '/json': return Response.json({ keer: ++keer, body: await request.text(), soort: request.headers.get('content-type') }, { status: 201 });
    case '/kop': return new Response(null, { status: 204, headers: [['set-cookie', 'a=1'], ['set-cookie', 'b=2'], ['x-een', 'twee, drie']] });
    case '/koek': return new Response(request.headers.get('cookie') + request.headers.get('origin'));
    case '/bytes': return new Response(new Uint8Array([0, 255, 13, 10]), { headers: { 'content-type': 'image/png' } });
    case '/stroom': return new Response(new ReadableStream({ start(to) { to.enqueue(new TextEncoder().encode('een')); to.enqueue(new TextEncoder().encode('twee')); to.close(); } }));
    case '/weg': return Response.redirect('https://elders.example/', 303);
    case '/context': return Response.json([context.functionName, context.memoryMb, context.attempt, context.env, context.params, typeof context.invocationId, context.remainingMs() > 2_000]);
    case '/kv': return context.kv.get('a').then(() => new Response('kan'), (error) => new Response(error.code + error.message));
    case '/fout': throw new Error('geheim');
    case '/niets': return undefined;
    case '/mis': return Response.error();
    case '/groot': return new Response(new Uint8Array(${RESPONSE_LIMIT_BYTES} + 1));
    case '/net': return new Response(new Uint8Array(${RESPONSE_LIMIT_BYTES}));
  }
  return new Response(request.method, { status: 404, statusText: 'Niet hier' });
}`;

  test.each<[string, HttpRequestData[]]>([
    ['text', [ask('/tekst?naam=Mila')]],
    [
      'JSON, twice in one instance',
      [
        ask('/json', 'POST', { headers: [['content-type', 'text/x']], body: new TextEncoder().encode('zó') }),
        ask('/json', 'PUT'),
      ],
    ],
    ['no body, with cookies', [ask('/kop')]],
    [
      'headers that a page may not send',
      [
        ask('/koek', 'GET', {
          headers: [
            ['cookie', 'c=3'],
            ['origin', 'https://a.test'],
          ],
        }),
      ],
    ],
    ['bytes', [ask('/bytes')]],
    ['a stream', [ask('/stroom')]],
    ['a redirect', [ask('/weg')]],
    ['what the context says', [ask('/context')]],
    ['a store that is not granted', [ask('/kv')]],
    ['a function that throws', [ask('/fout')]],
    ['no Response', [ask('/niets')]],
    ['Response.error()', [ask('/mis')]],
    ['an answer that is too large', [ask('/groot')]],
    ['an answer that just fits', [ask('/net')]],
    ['a body with GET', [ask('/elders', 'GET', { body: new Uint8Array(3) })]],
    ['a body that is too large', [ask('/json', 'POST', { body: new Uint8Array(REQUEST_LIMIT_BYTES + 1) })]],
    ['a status of its own', [ask('/elders', 'DELETE')]],
  ])('%s', async (_, requests) => {
    const functions = [[spec({ env: { GROET: 'Dag' } }), FUNCTION]] as const;
    const lab = await askLab(functions, requests);
    const app = await appOf(functions);
    for (const [at, request] of requests.entries()) {
      const answer = await serveRequest(app, request);
      const told = lab[at];
      if (told?.response) expect(answer).toEqual(told.response);
      else expect(answer.status).toBe(told?.status);
    }
  });

  test('a caller hears nothing of what was thrown, and the log does', async () => {
    const app = await appOf([[spec(), FUNCTION]]);
    const { body } = await serveRequest(app, ask('/fout'));
    expect(new TextDecoder().decode(body)).toBe('De functie gaf een fout. In het logboek staat welke.\n');
    expect(errors).toHaveBeenCalledWith(expect.objectContaining({ message: 'geheim' }));
  });

  test('routes, with what their names stand for, 404 and 405', async () => {
    const routed = (name: string, ...routes: string[]) =>
      spec({ name, entry: `${name}.js`, trigger: { type: 'http', routes } });
    const text = (name: string) =>
      `export default (request, { params }) => Response.json({ ${name}: params });`;
    const functions = [
      [routed('lees', 'GET /taken', 'GET /taken/:id'), text('lees')],
      [routed('weg', 'DELETE /taken/:id'), text('weg')],
    ] as const;
    const requests = [
      ask('/taken'),
      ask('/taken/'),
      ask('/taken/a%20b'),
      ask('/taken/3', 'DELETE'),
      ask('/taken/3', 'POST'),
      ask('/taken', 'DELETE'),
      ask('/elders'),
    ];
    const lab = await askLab(functions, requests);
    expect(lab.map(({ status }) => status)).toEqual([200, 200, 200, 200, 405, 405, 404]);
    const app = await appOf(functions);
    for (const [at, request] of requests.entries()) {
      const answer = await serveRequest(app, request);
      const told = lab[at];
      if (told?.response) expect(answer).toEqual(told.response);
      else expect(answer.status).toBe(told?.status);
      if (told?.status === 405)
        expect(answer.headers).toContainEqual(['allow', expect.stringMatching(/^[A-Z, ]+$/)]);
    }
  });

  test('what takes too long is answered with 504, as in the lab', async () => {
    const functions = [[spec({ timeoutMs: 100 }), 'export default () => new Promise(() => {});']] as const;
    const [told] = await askLab(functions, [ask('/')]);
    expect(told?.status).toBe(504);
    expect((await serveRequest(await appOf(functions), ask('/'))).status).toBe(504);
  });

  test('only the first invocation in a process is a cold start', async () => {
    const functions = [[spec(), 'export default (_, { coldStart }) => Response.json(coldStart);']] as const;
    const requests = [ask('/'), ask('/')];
    const lab = await askLab(functions, requests);
    const app = await appOf(functions);
    const answers = [await serveRequest(app, ask('/')), await serveRequest(app, ask('/'))];
    expect(answers).toEqual(lab.map(({ response }) => response));
  });
});

describe('settings', () => {
  test('those of the provider stand over those that were declared, and others stay out', async () => {
    const functions = [
      [spec({ env: { GROET: 'Dag', STAD: 'Gent' } }), 'export default (_, { env }) => Response.json(env);'],
    ] as const;
    const app = await appOf(functions, { provided: { GROET: 'Hoi', PATH: '/bin', STAD: undefined } });
    const { body } = await serveRequest(app, ask('/'));
    expect(JSON.parse(new TextDecoder().decode(body))).toEqual({ GROET: 'Hoi', STAD: 'Gent' });
  });

  test('a file without a default export is named', () => {
    expect(() => makeApp({ functions: [spec()] }, { functie: 3 }, {}, NO_STORES)).toThrow('functie.js');
  });
});

describe('bindings', () => {
  const recording = () => {
    const calls: StoreOrQueueCall[] = [];
    const answer: AnswerCall = async (call) => {
      calls.push(call);
      const result: BindingResult = { ok: true, value: call.op === 'kv.put' ? 7 : null };
      return result;
    };
    return { calls, answer };
  };

  test('are asked of the provider only when a call is in order', async () => {
    const { calls, answer } = recording();
    const text = `export default async (_, { kv }) => {
      const found = await kv.getWithVersion('a');
      const put = await kv.put('a', { n: 1 }, { ifVersion: null });
      const wrong = await kv.put('/a', 1).catch((error) => error.code);
      return Response.json([found, put, wrong]);
    };`;
    const app = await appOf([[spec({ grants: ['kv'] }), text]], { answer });
    const { body } = await serveRequest(app, ask('/'));
    expect(JSON.parse(new TextDecoder().decode(body))).toEqual([
      { value: null, version: null },
      true,
      'KEY_INVALID',
    ]);
    expect(calls).toEqual([
      { op: 'kv.get', key: 'a' },
      { op: 'kv.put', key: 'a', value: '{"n":1}', ifVersion: null },
    ]);
  });

  test('what the function did not wait for is done before its answer goes out', async () => {
    const done: string[] = [];
    const answer: AnswerCall = async ({ op }) => {
      await new Promise((resolve) => setImmediate(resolve));
      done.push(op);
      return { ok: true, value: 1 };
    };
    const text = `export default (_, { kv }) => { void kv.put('a', 1); return new Response('klaar'); };`;
    const app = await appOf([[spec({ grants: ['kv'] }), text]], { answer });
    await serveRequest(app, ask('/'));
    expect(done).toEqual(['kv.put']);
  });

  test('a call after the end is refused, as in the lab', async () => {
    const { calls, answer } = recording();
    const text = `export const later = {};
      globalThis.functielabLater = later;
      export default (_, { kv }) => { later.kv = kv; return new Response('klaar'); };`;
    const app = await appOf([[spec({ grants: ['kv'] }), text]], { answer });
    await serveRequest(app, ask('/'));
    const { kv } = Reflect.get(globalThis, 'functielabLater') as {
      kv: { get(key: string): Promise<unknown> };
    };
    await expect(kv.get('a')).rejects.toMatchObject({ code: 'INVOCATION_OVER' });
    expect(calls).toEqual([]);
  });
});

describe('an event', () => {
  const TELLS = 'export default (event, { attempt, params }) => ({ event, attempt, params });';
  const returnedIn = (entries: Awaited<ReturnType<typeof watchLab>>) => {
    const result = entries.find((entry) => entry.type === 'result');
    return JSON.parse((result?.type === 'result' && result.returned) || 'null');
  };
  const came = { id: 'm1', time: '2026-11-29T10:00:00.000Z', attempt: 2 };
  /** What is drawn or read from a clock. */
  const anyId = { id: expect.any(String), time: expect.any(String) };

  test('of an upload is the event of the lab', async () => {
    const uploads = spec({ trigger: { type: 'upload', prefix: 'in/' } });
    const body = new TextEncoder().encode('hé');
    const lab = returnedIn(
      await watchLab(uploads, TELLS, ({ bindings }) =>
        bindings.perform({ op: 'bucket.put', key: 'in/a.txt', body, contentType: 'text/plain' }),
      ),
    );
    const app = await appOf([[uploads, TELLS]]);
    const [fn, ...others] = watchingFunctions(app, 'in/a.txt');
    expect(others).toEqual([]);
    expect(watchingFunctions(app, 'uit/a.txt')).toEqual([]);
    if (fn === undefined) return expect.fail('no function watches');
    const object = { key: 'in/a.txt', size: 3, contentType: 'text/plain' };
    const outcome = await serveUpload(app, fn, came, object);
    const returned = JSON.parse((outcome.isOk && outcome.returned) || 'null');
    expect(returned).toEqual({ ...lab, attempt: 2, event: { ...lab.event, id: came.id, time: came.time } });
    expect(lab.event).toMatchObject(anyId);
  });

  test('of a timer is the event of the lab', async () => {
    const timed = spec({ trigger: { type: 'timer', cron: '0 3 * * *' } });
    const lab = returnedIn(
      await watchLab(timed, TELLS, (engine) => {
        engine.startClock();
        engine.skipToNext();
        engine.stopClock();
      }),
    );
    const app = await appOf([[timed, TELLS]]);
    const { time } = lab.event;
    const outcome = await serveTimer(app, functionWith(app, 'timer'), { id: lab.event.id, time, attempt: 1 });
    expect(JSON.parse((outcome.isOk && outcome.returned) || 'null')).toEqual(lab);
  });

  test('of a queue is the batch of the lab', async () => {
    const queued = spec({
      trigger: { type: 'queue', batchSize: 2, batchWindowMs: 5_000, visibilityTimeoutMs: 30_000 },
    });
    const lab = returnedIn(
      await watchLab(queued, TELLS, ({ bindings }) => {
        for (const body of ['{"n":1}', '"twee"']) bindings.perform({ op: 'queue.send', body, delayMs: 0 });
      }),
    );
    let told: unknown = null;
    const app = await appOf([[queued, TELLS]]);
    const [fn] = app.functions;
    if (fn === undefined) return expect.fail('no function');
    const keeps = {
      ...fn,
      handler: (...given: Parameters<typeof fn.handler>) => (told = fn.handler(...given)),
    };
    const messages = ['{"n":1}', '"twee"'].map((body, at) => ({
      id: lab.event.data.messages[at].id,
      body: messageBody(body),
      attempt: 1,
      sentTime: lab.event.data.messages[at].sentTime,
    }));
    expect(await serveMessages(app, keeps, messages)).toEqual([]);
    expect(told).toEqual({ ...lab, event: { ...lab.event, ...anyId } });
  });

  test.each([
    ['a handler that throws', 'throw new Error("nee")', ['a', 'b']],
    ['one that names a message', 'return { failed: ["b"] }', ['b']],
    ['one that names what it was not given', 'return { failed: ["b", "c"] }', ['a', 'b']],
    ['one that returns something else', 'return { failed: "b" }', []],
    ['one that returns nothing', 'return', []],
  ])('of a queue comes again as the lab has it: %s', async (_, statement, again) => {
    const queued = spec({
      trigger: { type: 'queue', batchSize: 5, batchWindowMs: 0, visibilityTimeoutMs: 30_000 },
    });
    const app = await appOf([[queued, `export default () => { ${statement}; };`]]);
    const messages = ['a', 'b'].map((id) => ({ id, body: id, attempt: 1, sentTime: came.time }));
    expect(await serveMessages(app, functionWith(app, 'queue'), messages)).toEqual(again);
  });

  test('that takes too long has failed', async () => {
    const timed = spec({ trigger: { type: 'timer', cron: '0 3 * * *' }, timeoutMs: 100 });
    const app = await appOf([[timed, 'export default () => new Promise(() => {});']]);
    expect(await serveTimer(app, functionWith(app, 'timer'), came)).toMatchObject({ isOk: false });
  });

  test('text on the queue that is no JSON is handed over as it is', () => {
    expect([messageBody('{"a":1}'), messageBody('hallo {')]).toEqual([{ a: 1 }, 'hallo {']);
  });
});

test('the web’s own Request and Response go there and back', async () => {
  const request = new Request('https://a.test/x', { method: 'POST', body: 'é', headers: { 'x-a': '1' } });
  const data = await requestDataOf(request);
  expect(data).toMatchObject({
    method: 'POST',
    url: 'https://a.test/x',
    body: new TextEncoder().encode('é'),
  });
  expect(data.headers).toContainEqual(['x-a', '1']);
  const response = responseOf({
    status: 201,
    statusText: '',
    headers: [
      ['set-cookie', 'a=1'],
      ['set-cookie', 'b=2'],
    ],
    body: new Uint8Array([1]),
  });
  expect([response.status, response.headers.getSetCookie(), await response.bytes()]).toEqual([
    201,
    ['a=1', 'b=2'],
    new Uint8Array([1]),
  ]);
  expect(responseOf({ status: 204, statusText: '', headers: [], body: new Uint8Array() }).body).toBe(null);
});
