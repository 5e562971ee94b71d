/** `fetch` to the outside world that the platform plays, as a function meets it: the same on every host. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ServiceAnswer, ServiceSpec } from '../../src/contract/services.ts';
import type { LabAnswer, LabFunction, Measured } from './lab/engine-lab.ts';
import { hosts, isNode, type Lab, openLab } from './lab/lab.ts';

const json = (status: number, value: unknown, headers: ServiceAnswer['headers'] = []): ServiceAnswer => ({
  status,
  headers: [['content-type', 'application/json'], ...headers],
  body: JSON.stringify(value),
});
const route = (method: string, path: string, answer: ServiceAnswer) => ({
  method,
  path,
  maxItems: {},
  answer,
});

const WAIT_MS = 80;
const WEATHER: ServiceSpec = {
  name: 'https://weer.example',
  latencyMs: [WAIT_MS, WAIT_MS],
  rateLimit: null,
  failures: { errors: 0, drops: 0 },
  seed: 1,
  routes: [
    route('GET', '/metingen/:plaats', json(200, { graden: 14 }, [['x-bron', 'dak']])),
    route('GET', '/niets', { status: 204, headers: [], body: '' }),
    ...['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => route(method, '/in', json(201, { goed: true }))),
  ],
};
/** Longer than any machine takes to compute what a test asks. */
const SLOW_MS = 20_000;
const SLOW: ServiceSpec = { ...WEATHER, name: 'https://traag.test', latencyMs: [SLOW_MS, SLOW_MS] };
const DROPS: ServiceSpec = { ...WEATHER, name: 'https://stuk.invalid', failures: { errors: 0, drops: 1 } };
const STRICT: ServiceSpec = {
  ...WEATHER,
  name: 'https://streng.example',
  rateLimit: { requests: 2, windowMs: 60_000 },
};
const SERVICES = [WEATHER, SLOW, DROPS, STRICT];

/** Runs in a function: what an attempt came to, in words. */
const HELP = `
  const sorry = async (attempt) => { try { return await attempt(); } catch (error) { return error.name + ': ' + error.message; } };
  const weer = 'https://weer.example/metingen/Gent';
`;

/**
 * Puts nothing in the place of everything that can be asked or called, before the function runs. Node keeps its own machinery in
 * the same realm, so what that stands on stays.
 */
function patched(isInNode: boolean): string {
  // Node makes its own Request and Headers with these.
  const ofNode = ['Math', 'Map.prototype', 'URL.prototype', 'Request.prototype'];
  const worlds = ['performance', 'Date', 'JSON', ...(isInNode ? [] : [...ofNode, 'globalThis'])];
  const kinds = [
    'MessagePort',
    'MessageChannel',
    'EventTarget',
    'MessageEvent',
    'AbortSignal',
    'Headers',
    'Set',
    'ReadableStream',
    'WeakMap',
    'TextEncoder',
    'TextDecoder',
  ];
  const kept = [
    'fetch',
    'Promise',
    'Response',
    'Object',
    'Function',
    'Array',
    'String',
    'Symbol',
    'Reflect',
    'Error',
    'TypeError',
  ];
  return `
    const { defineProperty, getOwnPropertyDescriptor, getOwnPropertyNames } = Object;
    const kept = ${JSON.stringify(kept)};
    const noop = () => undefined;
    if (${isInNode}) for (const name of ['setTimeout', 'setInterval', 'queueMicrotask', 'structuredClone']) globalThis[name] = noop;
    for (const world of [${[...kinds.map((kind) => `${kind}.prototype`), ...worlds].join()}]) {
      for (const name of getOwnPropertyNames(world)) {
        if (world === globalThis && kept.includes(name)) continue;
        const found = getOwnPropertyDescriptor(world, name);
        try {
          if (typeof found.value === 'function') defineProperty(world, name, { value: name === 'now' ? () => 0 : noop, configurable: true, writable: true });
          else if (found.get && world !== globalThis) defineProperty(world, name, { get: noop, configurable: true });
        } catch {}
      }
    }
  `;
}

interface Asked {
  readonly answer: LabAnswer;
  readonly measured: Measured;
}

describe.each(hosts)('the outside world in %s', (host) => {
  let lab: Lab;
  beforeAll(async () => {
    lab = await openLab(host);
  });
  afterAll(() => lab?.close());

  const ask = (
    body: string,
    { before = '', waits = 'counted' }: { before?: string; waits?: 'real' | 'counted' } = {},
  ): Promise<Asked> =>
    lab.evaluate(
      async ({ one, services, waits }) => {
        const engine = pageLab.newEngineLab({ services, serviceWaits: waits });
        engine.deploy([one]);
        const answer = await engine.request('GET', '/');
        const measured = engine.measured();
        engine.dispose();
        return { answer, measured };
      },
      {
        services: SERVICES,
        waits,
        one: {
          functionName: 'proef',
          grants: ['kv'],
          code: `${before}${HELP} export default async (request, context) => { ${body} };`,
        } satisfies LabFunction,
      },
    );
  const jsonOf = async (...args: Parameters<typeof ask>) => {
    const { answer } = await ask(...args);
    if (answer.failure !== null) throw new Error(`${answer.failure} ${answer.text}`);
    return JSON.parse(answer.text);
  };

  test('an answer has its status, its headers, its address and its body, to be read once', async () => {
    expect(
      await jsonOf(`
        const response = await fetch(weer + '?dag=1#hier');
        const copy = response.clone();
        const bytes = new Uint8Array(await copy.arrayBuffer());
        return Response.json({
          is: [response instanceof Response, response.constructor.name, response.ok, response.status, response.type, response.url],
          headers: [response.headers.get('X-Bron'), response.headers.get('content-type')],
          used: [response.bodyUsed, copy.bodyUsed],
          json: await response.json(), bytes: bytes.length,
          again: await sorry(() => response.text()),
          none: [(await fetch('https://weer.example/niets')).status, (await fetch(new URL('/elders', weer))).status],
        });`),
    ).toEqual({
      is: [true, 'Response', true, 200, 'basic', 'https://weer.example/metingen/Gent?dag=1#hier'],
      headers: ['dak', 'application/json'],
      used: [false, true],
      json: { graden: 14 },
      bytes: 13,
      again: 'TypeError: The body of this Response was already read',
      none: [204, 404],
    });
  });

  test('what is sent: every method, every kind of body, headers, a Request, a stream', async () => {
    const { measured } = await ask(`
      const to = 'https://weer.example/in';
      const stream = new ReadableStream({ start(c) { c.enqueue(new TextEncoder().encode('een ')); c.enqueue(new TextEncoder().encode('twee')); c.close(); } });
      const all = [
        fetch(to, { method: 'POST', body: 'tekst' }), fetch(to, { method: 'PUT', body: JSON.stringify({ a: 1 }), headers: { 'content-type': 'application/json' } }),
        fetch(new Request(to, { method: 'PATCH', body: 'in een Request' })), fetch(new Request(to, { method: 'POST' }), { body: new Uint8Array([1, 2]) }),
        fetch(to, { method: 'POST', body: new Blob(['blob']) }), fetch(new Request(to, { method: 'POST', body: new Blob(['blob']) }).clone()), fetch(to, { method: 'POST', body: new URLSearchParams({ a: 'b' }) }),
        fetch(to, { method: 'POST', body: stream, duplex: 'half' }), fetch(to, { method: 'DELETE' }),
      ];
      return Response.json((await Promise.all(all)).map(({ status }) => status));`);
    expect(measured.calls.map(({ asked, status }) => `${asked} ${status}`).sort()).toEqual(
      ['DELETE', 'PATCH', 'POST', 'POST', 'POST', 'POST', 'POST', 'POST', 'PUT'].map(
        (method) => `${method} https://weer.example/in 201`,
      ),
    );
  });

  test('what cannot be sent fails as it does on the web', async () => {
    expect(
      await jsonOf(`
        return Response.json({
          get: await sorry(() => fetch(weer, { body: 'x' })).then((text) => text.startsWith('TypeError')),
          large: await sorry(() => fetch('https://weer.example/in', { method: 'POST', body: 'x'.repeat(6 * 1024 * 1024 + 1) })),
          endless: await sorry(() => fetch('https://weer.example/in', { method: 'POST', duplex: 'half',
            body: new ReadableStream({ pull(c) { c.enqueue(new Uint8Array(1024 * 1024)); } }) })),
        });`),
    ).toEqual({
      get: true,
      large: expect.stringMatching(/^TypeError: fetch: Dit verzoek aan een dienst is 6,1 MB\. /),
      endless: expect.stringMatching(/^TypeError: fetch: Dit verzoek aan een dienst is 6,1 MB\. /),
    });
  });

  test('a connection that drops is a TypeError in Dutch, on the learner’s own line; a limit says how long to wait', async () => {
    expect(
      await jsonOf(`
        const codes = [];
        for (let time = 0; time < 3; time += 1) {
          const { status, headers } = await fetch('https://streng.example/metingen/Gent');
          codes.push([status, headers.get('Retry-After')]);
        }
        const error = await fetch('https://stuk.invalid/niets').catch((error) => error);
        return Response.json({ codes, is: error instanceof TypeError, message: error.message, code: error.code, stack: error.stack.includes('functie.js') });`),
    ).toEqual({
      codes: [
        [200, null],
        [200, null],
        // A minute after the first, less what a busy machine took since.
        [429, expect.stringMatching(/^(?:60|5\d)$/)],
      ],
      is: true,
      message:
        'fetch: De verbinding met https://stuk.invalid is verbroken voordat er een antwoord was. Vang de fout op met try en catch, en probeer het opnieuw.',
      code: 'CONNECTION_DROPPED',
      stack: true,
    });
  });

  test('an AbortSignal ends the waiting: by hand, by a timeout, and before it began', async () => {
    const { answer, measured } = await ask(
      `
        const slow = 'https://traag.test/niets';
        const hand = new AbortController();
        setTimeout(() => hand.abort(new Error('genoeg')), 20);
        const gone = AbortSignal.abort();
        return Response.json({
          hand: await sorry(() => fetch(slow, { signal: hand.signal })),
          timeout: await sorry(() => fetch(new Request(slow, { signal: AbortSignal.timeout(20) }))).then((text) => text.split(':')[0]),
          either: await sorry(() => fetch(slow, { signal: AbortSignal.any([AbortSignal.timeout(20), new AbortController().signal]) })).then((text) => text.split(':')[0]),
          before: await sorry(() => fetch(slow, { signal: gone })).then((text) => text.split(':')[0]),
        });`,
      { waits: 'real' },
    );
    expect(JSON.parse(answer.text)).toEqual({
      hand: 'Error: genoeg',
      timeout: 'TimeoutError',
      either: 'TimeoutError',
      before: 'AbortError',
    });
    expect(measured.calls.map(({ outcome }) => outcome)).toEqual(['aborted', 'aborted', 'aborted']);
  });

  test('where waiting is counted, a timer of the function is counted as well, and one that is cleared never runs', async () => {
    const { answer, measured } = await ask(`
      const hand = new AbortController();
      setTimeout((why) => hand.abort(new Error(why)), 2_000, 'genoeg');
      clearTimeout(setTimeout(() => hand.abort(new Error('te vroeg')), 1_000));
      return Response.json(await sorry(() => fetch('https://traag.test/niets', { signal: hand.signal })));`);
    expect(JSON.parse(answer.text)).toBe('Error: genoeg');
    expect(measured.calls.map(({ outcome }) => outcome)).toEqual(['aborted']);
    const [durationMs = 0] = measured.durationsMs;
    expect(durationMs).toBeGreaterThanOrEqual(2_000);
    expect(durationMs).toBeLessThan(SLOW_MS);
  });

  test('where waiting is counted, a timeout is counted as well', async () => {
    const { answer, measured } = await ask(`
      const slow = 'https://traag.test/niets';
      return Response.json([
        await sorry(() => fetch(slow, { signal: AbortSignal.timeout(8_000) })).then((text) => text.split(':')[0]),
        await sorry(() => fetch(slow, { signal: AbortSignal.any([AbortSignal.timeout(9_000), new AbortController().signal]) })).then((text) => text.split(':')[0]),
      ]);`);
    expect(JSON.parse(answer.text)).toEqual(['TimeoutError', 'TimeoutError']);
    expect(measured.calls.map(({ outcome }) => outcome)).toEqual(['timedOut', 'timedOut']);
    const [durationMs = 0] = measured.durationsMs;
    expect(durationMs).toBeGreaterThanOrEqual(17_000);
    expect(durationMs).toBeLessThan(SLOW_MS);
  });

  test('waiting beside each other costs one wait, after each other all of them: real or counted', async () => {
    for (const [waits, service, waitMs] of [
      ['real', 'https://weer.example', WAIT_MS],
      ['counted', 'https://traag.test', SLOW_MS],
    ] as const) {
      const url = `const url = '${service}/metingen/Gent';`;
      const beside = await ask(
        `${url} await Promise.all([fetch(url), fetch(url), fetch(url)]); return new Response();`,
        {
          waits,
        },
      );
      const inTurn = await ask(
        `${url} for (const at of [1, 2, 3]) await (await fetch(url)).json(); return new Response();`,
        { waits },
      );
      const [besideMs = 0] = beside.measured.durationsMs;
      const [inTurnMs = 0] = inTurn.measured.durationsMs;
      expect(besideMs).toBeGreaterThanOrEqual(waitMs - 1);
      expect(inTurnMs).toBeGreaterThanOrEqual(3 * waitMs - 1);
      // What computing takes is the machine's own: only waiting that is counted can be so long that it does not matter.
      if (waits === 'counted') expect(besideMs).toBeLessThan(2 * waitMs);
      expect(inTurn.measured.calls).toHaveLength(3);
    }
  });

  test('module scope may ask as well, and a later await reads it', async () => {
    expect(
      await jsonOf(`return Response.json({ vooraf, later: await later });`, {
        before: `
          const vooraf = await (await fetch('https://weer.example/metingen/Gent')).json();
          const later = fetch('https://weer.example/metingen/Utrecht').then((response) => response.status);`,
      }),
    ).toEqual({ vooraf: { graden: 14 }, later: 200 });
  });

  test('a world in which everything is patched is measured as any other', async () => {
    const { answer, measured } = await ask(
      `
        const first = await fetch(weer);
        const [second, third] = await Promise.all([fetch(weer), fetch(weer)]);
        return new Response([first.status, second.status, third.status].join());`,
      {
        waits: 'real',
        before: patched(isNode(host)),
      },
    );
    expect(measured.calls.map(({ status, outcome }) => `${outcome} ${status}`)).toEqual(
      Array.from({ length: 3 }, () => 'answered 200'),
    );
    for (const { waitedMs } of measured.calls) expect(waitedMs).toBeGreaterThanOrEqual(WAIT_MS);
    // Once in turn, then two beside each other: whatever the function itself came to.
    expect(measured.durationsMs[0]).toBeGreaterThanOrEqual(2 * WAIT_MS - 1);
    expect(answer.failure).toBeNull();
  });

  test('another address is refused, with the names of those that are there', async () => {
    const addresses = [
      'https://elders.example/x',
      ...(isNode(host) ? [] : ['https://functielab.nl/', '/hier', 'weer.example']),
    ];
    for (const address of addresses) {
      expect(
        await jsonOf(`return Response.json(await sorry(() => fetch(${JSON.stringify(address)})));`),
      ).toBe(
        'SandboxError: fetch werkt hier niet voor dit adres: je functie draait in een afgesloten sandbox, zonder netwerk. ' +
          'Ze bereikt hier alleen https://weer.example, https://traag.test, https://stuk.invalid en https://streng.example. ' +
          'Vraag het daar, of zet de gegevens in je code.',
      );
    }
  });
});
