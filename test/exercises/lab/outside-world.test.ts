/** What a check sees of the services that a function asks, and how it has them answer otherwise than the manifest shows. */
import { expect, test } from 'vitest';
import type { BindingResult, ServiceCall } from '../../../src/contract/bindings.ts';
import type { ServiceRequest, ServiceSpec } from '../../../src/contract/services.ts';
import { answering, answerOf, servedCall } from '../../../src/exercises/lab/served.ts';
import { code, type FakeFunction, httpSample, openLab, pair, queueSample } from '../fake-platform.ts';

const service = (name: string, latencyMs = 50): ServiceSpec => ({
  name,
  latencyMs: [latencyMs, latencyMs],
  rateLimit: null,
  failures: { errors: 0, drops: 0 },
  seed: 1,
  routes: [
    { method: 'GET', path: '/a/:wat', maxItems: {}, answer: { status: 200, headers: [], body: 'manifest' } },
    { method: 'POST', path: '/a/:wat', maxItems: {}, answer: { status: 201, headers: [], body: '' } },
  ],
});
const WEATHER = service('https://weer.example');
const OTHER = service('https://ander.example');

const fetched = (url: string, more: Partial<ServiceCall> = {}): ServiceCall => ({
  op: 'service.fetch',
  method: 'GET',
  url,
  headers: [],
  body: null,
  timeoutMs: null,
  ...more,
});

/** What it asked of services, answered one line each. */
const told = (results: readonly BindingResult[]) =>
  results
    .map((result) => {
      if (!result.ok) return result.failure.code;
      const { value } = result;
      return typeof value === 'object' && value !== null && 'status' in value
        ? `${value.status} ${new TextDecoder().decode(value.body ?? new Uint8Array())}`
        : 'no answer';
    })
    .join('\n');

/** What a key holds; 0 when it is not there. */
function numberIn(read: BindingResult | undefined): number {
  if (!read?.ok || typeof read.value !== 'object' || read.value === null) return 0;
  return 'value' in read.value ? Number(read.value.value) : 0;
}

const asking =
  (...asks: readonly ServiceCall[]): FakeFunction =>
  () => ({ asks, goOn: (results) => ({ says: told(results), takesMs: 7 }) });

const lab = (functions: Record<string, FakeFunction>, sample = httpSample, files = code('vraagt')) =>
  openLab({ ...sample, services: [WEATHER, OTHER] }, functions, files).lab;

test('each request is seen as it was sent, with who sent it, oldest first', async () => {
  const encoded = (text: string) => new TextEncoder().encode(text);
  const one = lab(
    {
      vraagt: asking(
        fetched('https://weer.example/a/1'),
        fetched('https://weer.example/a/2', { method: 'POST', body: encoded('{"x":1}') }),
        fetched('https://ander.example/a/3', { method: 'POST', body: encoded('Dag €') }),
      ),
    },
    httpSample,
  );
  expect(one.served).toEqual([]);
  const { text } = await one.request('GET', '/');
  expect(text).toBe('200 manifest\n201 \n201 ');
  const from = { functionName: 'proef' };
  expect(one.served).toEqual([
    { ...from, method: 'GET', url: 'https://weer.example/a/1', body: '', json: undefined },
    { ...from, method: 'POST', url: 'https://weer.example/a/2', body: '{"x":1}', json: { x: 1 } },
    { ...from, method: 'POST', url: 'https://ander.example/a/3', body: 'Dag €', json: undefined },
  ]);
  expect(one.counts).toMatchObject({ serviceCalls: 3, kvReads: 0 });
});

test('what a store was asked is no request of a service', async () => {
  const one = lab({
    vraagt: ({ ask }) => {
      ask({ op: 'kv.get', key: 'a' });
      return { asks: [fetched('https://weer.example/a/1')], goOn: () => ({}) };
    },
  });
  await one.request('GET', '/');
  expect(one.served.map(({ url }) => url)).toEqual(['https://weer.example/a/1']);
  expect(one.counts).toMatchObject({ serviceCalls: 1, kvReads: 1 });
});

test('answers are counted by function, and not those of a warm-up', async () => {
  const one = lab(
    {
      vraagt: asking(fetched('https://weer.example/a/1'), fetched('https://weer.example/a/2')),
      werkt: asking(fetched('https://ander.example/a/1')),
    },
    queueSample,
    pair('vraagt', 'werkt'),
  );
  await one.request('GET', '/');
  await one.send('a');
  expect([one.servedFor('proef'), one.servedFor('werk'), one.servedFor('niemand')]).toEqual([2, 1, 0]);
  expect(one.served.map(({ functionName }) => functionName)).toEqual(['proef', 'proef', 'werk']);
  one.countFromHere();
  expect([one.servedFor('proef'), one.servedFor('werk')]).toEqual([0, 0]);
  expect(one.served).toEqual([]);
});

test('waiting is billed as the service takes it, and neither the machine nor what is computed beside it', async () => {
  const one = lab({
    vraagt: asking(fetched('https://weer.example/a/1'), fetched('https://weer.example/a/2')),
  });
  await one.request('GET', '/');
  expect(one.usages).toEqual([{ memoryMb: 128, durationMs: 50, initMs: 0 }]);
});

test('of requests at once each is held at its first call until all have come so far', async () => {
  const order: string[] = [];
  let at = 0;
  const one = lab({
    vraagt: () => {
      at += 1;
      const own = at;
      order.push(`${own} vraagt`);
      return {
        // As on a slow machine, where one has its answer before the next has begun.
        afterMs: own * 100,
        asks: [{ op: 'kv.get', key: 'a' }],
        goOn: () => {
          order.push(`${own} hoort`);
          return {};
        },
      };
    },
  });
  await one.burst(3, 'GET', '/');
  expect(order.slice(0, 3)).toEqual(['1 vraagt', '2 vraagt', '3 vraagt']);
  expect(order.slice(3).sort()).toEqual(['1 hoort', '2 hoort', '3 hoort']);
});

test('two that read before either writes lose an update; one after another they do not', async () => {
  let at = 0;
  const counts: FakeFunction = () => ({
    asks: [{ op: 'kv.get', key: 'n' }],
    afterMs: (at++ % 2) * 100,
    goOn: ([read]) => ({
      asks: [{ op: 'kv.put', key: 'n', value: String(numberIn(read) + 1) }],
      goOn: () => ({}),
    }),
  });
  const one = lab({ telt: counts }, httpSample, code('telt'));
  await one.burst(2, 'GET', '/');
  expect(one.kv).toEqual({ n: 1 });
  await one.request('GET', '/');
  await one.request('GET', '/');
  expect(one.kv).toEqual({ n: 3 });
  const queue = lab({ telt: counts }, queueSample, pair('niets', 'telt'));
  // Four messages are two batches, each in an instance of its own.
  await queue.send('a', 'b', 'c', 'd');
  expect(queue.kv).toEqual({ n: 1 });
});

test('a fresh beginning holds nobody who comes alone', async () => {
  const reads: FakeFunction = () => ({ asks: [{ op: 'kv.get', key: 'n' }], goOn: () => ({ says: 'ja' }) });
  const one = lab({ leest: reads }, httpSample, code('leest'));
  await one.burst(2, 'GET', '/');
  one.begin(code('leest'));
  expect((await one.request('GET', '/')).text).toBe('ja');
});

test('a check has a service answer otherwise on one route, from what it is asked, until the next beginning', async () => {
  const asked: ServiceRequest[] = [];
  const one = lab({
    vraagt: asking(
      fetched('https://weer.example/a/Gent'),
      fetched('https://weer.example/a/Gent', { method: 'POST' }),
      fetched('https://ander.example/a/Gent'),
    ),
  });
  one.answers('https://weer.example', 'GET /a/:wat', (request) => {
    asked.push(request);
    return { plaats: request.params['wat'] };
  });
  expect((await one.request('GET', '/')).text).toBe('200 {"plaats":"Gent"}\n201 \n200 manifest');
  expect(asked).toHaveLength(1);
  one.answers('https://ander.example', 'GET /a/:wat', () => 7);
  expect((await one.request('GET', '/')).text).toBe('200 {"plaats":"Gent"}\n201 \n200 7');
  one.begin(code('vraagt'));
  expect((await one.request('GET', '/')).text).toBe('200 manifest\n201 \n200 manifest');
});

test('an answer of a check says that it is JSON', () => {
  const [weather] = answering([WEATHER], 'https://weer.example', 'GET /a', () =>
    answerOf({ status: 200, json: [1] }),
  );
  const answer = weather?.routes[0]?.answer;
  if (typeof answer !== 'function') throw new Error('the answer is not made from what is asked');
  expect(answer({ method: 'GET', url: '', headers: [], body: null, params: {} })).toEqual({
    status: 200,
    headers: [['content-type', 'application/json']],
    body: '[1]',
  });
  expect(weather?.routes.slice(1)).toEqual(WEATHER.routes);
});

test('a service that is not played is a mistake of the check, and says so', () => {
  expect(() =>
    answering([WEATHER], 'https://niets.example', 'GET /', () => answerOf({ status: 200 })),
  ).toThrow('No service https://niets.example is played');
});

test('a body that is no text is told as text all the same', () => {
  expect(servedCall(fetched('https://a.example/', { body: new Uint8Array([0xff]) }), 'f')).toEqual({
    functionName: 'f',
    method: 'GET',
    url: 'https://a.example/',
    body: '\uFFFD',
    json: undefined,
  });
});
