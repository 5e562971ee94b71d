/** What a check can do between two steps of the code: write what the code just read, and have a service refuse. */
import { expect, test } from 'vitest';
import type { BindingCall, BindingResult } from '../../../src/contract/bindings.ts';
import type { ServiceSpec } from '../../../src/contract/services.ts';
import { code, type FakeFunction, httpSample, openLab } from '../fake-platform.ts';

const SERVICE: ServiceSpec = {
  name: 'https://druk.example',
  latencyMs: [50, 50],
  rateLimit: { requests: 1, windowMs: 60_000 },
  failures: { errors: 0, drops: 1 },
  seed: 1,
  routes: [
    { method: 'GET', path: '/a', maxItems: {}, answer: { status: 200, headers: [], body: 'manifest' } },
  ],
};
const FETCH: BindingCall = {
  op: 'service.fetch',
  method: 'GET',
  url: 'https://druk.example/a',
  headers: [],
  body: null,
  timeoutMs: null,
};

const lab = (run: FakeFunction) =>
  openLab({ ...httpSample, services: [SERVICE] }, { proef: run }, code('proef')).lab;

const versionIn = (read: BindingResult | undefined) =>
  read?.ok && typeof read.value === 'object' && read.value !== null && 'version' in read.value
    ? read.value.version
    : null;

/** Reads `a`, writes `"mijn"` there as `options` say, and tells whether that was done. */
const writes =
  (withVersion: boolean): FakeFunction =>
  () => ({
    asks: [{ op: 'kv.get', key: 'a' }],
    goOn: ([read]) => ({
      asks: [{ op: 'kv.put', key: 'a', value: '"mijn"', ...(withVersion && { ifVersion: versionIn(read) }) }],
      goOn: ([written]) => ({ says: written?.ok && written.value !== null ? 'geschreven' : 'te laat' }),
    }),
  });

test('somebody else writes after the code has read: who gives no version loses it, who gives one is told', async () => {
  const careless = lab(writes(false));
  careless.overtakes(1, 'a', () => 'ander');
  expect((await careless.request('GET', '/')).text).toBe('geschreven');
  expect(careless.kv).toEqual({ a: 'mijn' });

  const careful = lab(writes(true));
  careful.overtakes(1, 'a', () => 'ander');
  expect((await careful.request('GET', '/')).text).toBe('te laat');
  expect(careful.kv).toEqual({ a: 'ander' });
  // Once was planned.
  expect((await careful.request('GET', '/')).text).toBe('geschreven');
  // What the other one did is on no bill.
  expect(careful.counts).toMatchObject({ kvReads: 2, kvWrites: 2 });
});

test('the other one changes what is there, and no other key', async () => {
  const one = lab(() => ({
    asks: [
      { op: 'kv.get', key: 'b' },
      { op: 'kv.list', prefix: '', limit: 10 },
    ],
    goOn: () => ({}),
  }));
  one.store('a', [1]);
  one.overtakes(5, 'a', (value) => [...(value as number[]), 2]);
  await one.request('GET', '/');
  expect(one.kv).toEqual({ a: [1, 2] });
  expect(one.steps).toContain('5 keer schrijft een ander in kv bij "a"');
  one.begin(code('proef'));
  await one.request('GET', '/');
  expect(one.kv).toEqual({});
});

test('a service says what a check has it say, with its own time, and no limit or failure comes between', async () => {
  const one = lab(() => ({
    asks: [FETCH],
    goOn: ([first]) => ({
      asks: [{ op: 'timer.wait', waitMs: 400 }],
      goOn: () => ({ asks: [FETCH], goOn: ([second]) => ({ says: JSON.stringify([first, second]) }) }),
    }),
  }));
  let times = 0;
  one.replies(SERVICE.name, 'GET /a', () => {
    times += 1;
    return times === 1
      ? { status: 429, headers: { 'retry-after': '7' }, latencyMs: 900 }
      : { status: 200, json: { vrij: 1 } };
  });
  const { text } = await one.request('GET', '/');
  const said = JSON.parse(text) as { value: { status: number; headers: unknown } }[];
  expect(said.map(({ value }) => [value.status, value.headers])).toEqual([
    [
      429,
      [
        ['content-type', 'application/json'],
        ['retry-after', '7'],
      ],
    ],
    [200, [['content-type', 'application/json']]],
  ]);
  expect(one.timers).toEqual([{ waitMs: 400, afterCalls: 1 }]);
  expect(one.pausesMs).toEqual([400, 0]);
  expect(one.usages).toMatchObject([{ durationMs: 950 }]);
});
