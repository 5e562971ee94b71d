/** What a run used, counted by hand beside what the lab counts. */
import { expect, test } from 'vitest';
import type { BindingCall } from '../../../src/contract/bindings.ts';
import { code, httpSample, openLab, pair, queueSample } from '../fake-platform.ts';

const NONE = {
  invocations: 0,
  coldStarts: 0,
  throttled: 0,
  kvReads: 0,
  kvWrites: 0,
  bucketReads: 0,
  bucketWrites: 0,
  messagesSent: 0,
  serviceCalls: 0,
};

const body = new TextEncoder().encode('x');
const asked: readonly [BindingCall, keyof typeof NONE][] = [
  [{ op: 'kv.get', key: 'a' }, 'kvReads'],
  [{ op: 'kv.list', prefix: '', limit: 10 }, 'kvReads'],
  [{ op: 'kv.put', key: 'a', value: '1' }, 'kvWrites'],
  [{ op: 'kv.delete', key: 'a' }, 'kvWrites'],
  [{ op: 'bucket.get', key: 'a' }, 'bucketReads'],
  [{ op: 'bucket.list', prefix: '' }, 'bucketReads'],
  [{ op: 'bucket.put', key: 'a', body, contentType: 'text/plain' }, 'bucketWrites'],
  [{ op: 'bucket.delete', key: 'a' }, 'bucketWrites'],
  [{ op: 'queue.send', body: '1', delayMs: 900_000 }, 'messagesSent'],
];

test('nothing has been used at the beginning', () => {
  expect(openLab(httpSample, {}, code('niets')).lab.counts).toEqual(NONE);
});

test.for(asked)('%j counts once, with its invocation', async ([call, name]) => {
  const once = pair('vraagt', 'niets');
  const { lab } = openLab(
    queueSample,
    {
      vraagt: ({ ask }) => {
        ask(call);
        return {};
      },
      niets: () => ({}),
    },
    once,
  );
  await lab.request('GET', '/');
  expect(lab.counts).toEqual({ ...NONE, invocations: 1, coldStarts: 1, [name]: 1 });
});

test('a write whose condition is not met is a write: a cloud bills it too', async () => {
  const { lab } = openLab(
    httpSample,
    {
      schrijft: ({ ask }) => {
        ask({ op: 'kv.put', key: 'a', value: '1', ifVersion: 7 });
        return {};
      },
    },
    code('schrijft'),
  );
  await lab.request('GET', '/');
  expect(lab.kv).toEqual({});
  expect(lab.counts.kvWrites).toBe(1);
});

test('what is refused is counted apart, and is no invocation', async () => {
  const { lab } = openLab({ ...httpSample, concurrencyLimit: 2 }, { klaar: () => ({}) }, code('klaar'));
  const answers = await lab.burst(5, 'GET', '/');
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 429, 429, 429]);
  expect(lab.counts).toEqual({ ...NONE, invocations: 2, coldStarts: 2, throttled: 3 });
});

test('a warm invocation is no cold start', async () => {
  const { lab } = openLab(httpSample, { klaar: () => ({}) }, code('klaar'));
  expect((await lab.request('GET', '/')).isCold).toBe(true);
  expect((await lab.request('GET', '/')).isCold).toBe(false);
  expect(lab.counts).toEqual({ ...NONE, invocations: 2, coldStarts: 1 });
});

test('what was used before counting begins is left out of counts and bills; what is stored and logged stays', async () => {
  const { lab } = openLab(
    httpSample,
    {
      werkt: ({ ask, log }) => {
        ask({ op: 'kv.put', key: 'a', value: '1' });
        log('ja');
        return { takesMs: 20 };
      },
    },
    code('werkt'),
  );
  await lab.request('GET', '/');
  expect(lab.usages.map(({ durationMs }) => durationMs)).toEqual([0]);
  lab.countFromHere();
  expect(lab.counts).toEqual(NONE);
  expect(lab.usages).toEqual([]);
  await lab.request('GET', '/');
  expect(lab.counts).toEqual({ ...NONE, invocations: 1, kvWrites: 1 });
  expect(lab.usages.map(({ durationMs }) => durationMs)).toEqual([0]);
  expect(lab.kv).toEqual({ a: 1 });
  expect(lab.logLines).toEqual(['ja', 'ja']);
});
