/** Events from the engine's side: what a function gets, what becomes of it, and who set off whom. */
import { describe, expect, test } from 'vitest';
import type { CloudEvent } from '../../../src/contract/data.ts';
import type { Deployment, Entry } from '../../../src/engine/index.ts';
import { BEGAN_WALL_MS, GET, GREET, openLab } from '../lab.ts';

const QUEUE_SOURCE = { type: 'queue', batchSize: 1, batchWindowMs: 0, visibilityTimeoutMs: 30_000 } as const;

/** An engine with one event function, whose instances are ready at once. */
function withFunction(source: NonNullable<Deployment['source']>, changes: Partial<Deployment> = {}) {
  const lab = openLab({}, { grants: ['kv', 'bucket', 'queue'] });
  lab.engine.deploy({
    ...GREET,
    functionName: 'werk',
    source,
    grants: ['kv', 'bucket', 'queue'],
    ...changes,
  });
  const { host, engine, clock } = lab;
  const send = (body: unknown) =>
    engine.bindings.perform({ op: 'queue.send', body: JSON.stringify(body), delayMs: 0 });
  /** The newest invocation that was handed over, its instance made ready if need be. */
  const newest = () => {
    for (const { instanceId } of host.started) {
      const isStarting =
        engine.instances().find((one) => one.instanceId === instanceId)?.state === 'starting';
      if (isStarting) host.ready(instanceId, 0);
    }
    const found = host.invoked.at(-1);
    if (found === undefined) throw new Error('nothing was invoked');
    const { instanceId, invocation } = found;
    if (!('event' in invocation)) throw new Error('no event was handed over');
    return { instanceId, ...invocation };
  };
  const succeed = (returned: unknown = null) => {
    const { instanceId, invocationId } = newest();
    clock.wait(5);
    host.settleEvent(instanceId, invocationId, { ok: true, returned: JSON.stringify(returned) });
  };
  const fail = () => {
    const { instanceId, invocationId } = newest();
    clock.wait(5);
    host.settleEvent(instanceId, invocationId, { ok: false, failure: { code: 'HANDLER_ERROR' } });
  };
  const types = () => engine.entries().map(({ type }) => type);
  const ofType = <Type extends Entry['type']>(type: Type) =>
    engine.entries().filter((entry): entry is Extract<Entry, { type: Type }> => entry.type === type);
  return { ...lab, send, newest, succeed, fail, types, ofType };
}

describe('a message in the queue', () => {
  test('is a CloudEvent with its body, and done when its function is', () => {
    const { send, newest, succeed, engine, ofType } = withFunction(QUEUE_SOURCE);
    expect(send({ bestelling: 7 })).toEqual({ ok: true, value: 'm1' });
    const { event, attempt, invocationId } = newest();
    expect(event).toEqual({
      specversion: '1.0',
      id: invocationId,
      source: '/queue',
      type: 'test.functie.queue.batch',
      time: new Date(BEGAN_WALL_MS).toISOString(),
      datacontenttype: 'application/json',
      data: {
        messages: [
          { id: 'm1', body: { bestelling: 7 }, attempt: 1, sentTime: new Date(BEGAN_WALL_MS).toISOString() },
        ],
      },
    });
    expect(attempt).toBe(1);
    expect(engine.bindings.messages.list()).toMatchObject([
      { messageId: 'm1', state: 'inFlight', functionName: 'werk' },
    ]);
    succeed({ klaar: true });
    expect(engine.bindings.messages.list()).toEqual([]);
    expect(ofType('result')).toMatchObject([
      { functionName: 'werk', returned: '{"klaar":true}', failure: null },
    ]);
  });

  test('comes again after 2 s and after 4 s with the same id, and is then a dead letter', () => {
    const { send, fail, newest, clock, engine, ofType, host } = withFunction(QUEUE_SOURCE);
    send('x');
    fail();
    clock.wait(1_999);
    expect(host.invoked).toHaveLength(1);
    clock.wait(1);
    expect(newest().attempt).toBe(2);
    fail();
    clock.wait(4_000);
    expect(newest().event.data).toMatchObject({ messages: [{ id: 'm1', attempt: 3 }] });
    fail();
    clock.wait(60_000);
    expect(host.invoked).toHaveLength(3);
    expect(engine.bindings.messages.list()).toMatchObject([
      { messageId: 'm1', state: 'dead', deadReason: 'attempts' },
    ]);
    expect(ofType('result').map(({ failure }) => failure?.code)).toEqual(Array(3).fill('HANDLER_ERROR'));
  });

  test('that is dead can be sent again, or thrown away', () => {
    const { send, fail, succeed, clock, engine } = withFunction(QUEUE_SOURCE);
    send('x');
    for (const waitMs of [2_000, 4_000, 0]) {
      fail();
      clock.wait(waitMs);
    }
    engine.bindings.messages.redrive('m1');
    succeed();
    expect(engine.bindings.messages.list()).toEqual([]);
    send('y');
    for (const waitMs of [2_000, 4_000, 0]) {
      fail();
      clock.wait(waitMs);
    }
    engine.bindings.messages.discard('m2');
    expect(engine.bindings.messages.list()).toEqual([]);
    // Neither is there any more: nothing happens.
    engine.bindings.messages.redrive('m2');
    engine.bindings.messages.discard('m1');
    expect(engine.bindings.messages.list()).toEqual([]);
  });

  test('of a batch that fails comes back alone', () => {
    const { send, succeed, engine, newest, clock } = withFunction({
      ...QUEUE_SOURCE,
      batchSize: 3,
      batchWindowMs: 100,
    });
    for (const body of [1, 2, 3]) send(body);
    expect(newest().event.data).toMatchObject({ messages: [{ body: 1 }, { body: 2 }, { body: 3 }] });
    succeed({ failed: ['m2'] });
    expect(engine.bindings.messages.list()).toMatchObject([
      { messageId: 'm2', attempts: 1, state: 'waiting' },
    ]);
    clock.wait(2_100);
    expect(newest().event.data).toMatchObject({ messages: [{ id: 'm2', body: 2, attempt: 2 }] });
  });

  test('waits where nobody reads the queue, and is delivered once somebody does', () => {
    const { engine, host, invoke, clock } = openLab({}, { grants: ['queue'] });
    void invoke();
    host.ready(1);
    host.call(1, 'i1', { op: 'queue.send', body: '"hoi"', delayMs: 0 });
    clock.wait(60_000);
    expect(engine.bindings.messages.list()).toMatchObject([{ state: 'waiting', functionName: null }]);
    engine.deploy({ ...GREET, functionName: 'werk', source: QUEUE_SOURCE });
    host.ready(2, 0);
    expect(host.invoked.at(-1)?.invocation).toMatchObject({
      event: { data: { messages: [{ body: 'hoi' }] } },
    });
  });

  test('is never refused for the limit: it waits until a place comes free', () => {
    const { send, host, engine, types, clock } = withFunction(QUEUE_SOURCE, { concurrencyLimit: 1 });
    for (let nth = 0; nth < 5; nth += 1) send(nth);
    host.ready(1, 0);
    for (let nth = 1; nth <= 5; nth += 1) {
      expect(host.invoked).toHaveLength(nth);
      clock.wait(5);
      host.settleEvent(1, `event-${nth}`);
    }
    expect(engine.bindings.messages.list()).toEqual([]);
    expect(types()).not.toContain('throttled');
  });
});

describe('a file that is uploaded', () => {
  const jpeg = (key: string) =>
    ({ op: 'bucket.put', key, body: new Uint8Array(3), contentType: 'image/jpeg' }) as const;

  test('is an event with its key, size and type: the same event at each attempt', () => {
    const { engine, newest, fail, succeed, clock } = withFunction({ type: 'upload', prefix: 'uploads/' });
    engine.bindings.perform(jpeg('uploads/strand.jpg'));
    const { event } = newest();
    expect(event).toEqual({
      specversion: '1.0',
      id: 'm1',
      source: '/bucket',
      type: 'test.functie.object.created',
      subject: 'uploads/strand.jpg',
      time: new Date(BEGAN_WALL_MS).toISOString(),
      datacontenttype: 'application/json',
      data: { key: 'uploads/strand.jpg', size: 3, contentType: 'image/jpeg' },
    } satisfies CloudEvent);
    fail();
    clock.wait(2_000);
    expect(newest()).toMatchObject({ event, attempt: 2 });
    succeed();
    expect(engine.bindings.messages.list()).toEqual([]);
    expect(engine.bindings.object('uploads/strand.jpg')?.size).toBe(3);
  });

  test('elsewhere sets nothing off', () => {
    const { engine, host } = withFunction({ type: 'upload', prefix: 'uploads/' });
    engine.bindings.perform(jpeg('klein/strand.jpg'));
    expect(host.started).toEqual([]);
    expect(engine.bindings.objects()).toHaveLength(1);
  });

  test('of zero bytes is a file', () => {
    const { engine, newest } = withFunction({ type: 'upload', prefix: '' });
    engine.bindings.perform({
      op: 'bucket.put',
      key: 'leeg.txt',
      body: new Uint8Array(0),
      contentType: 'text/plain',
    });
    expect(newest().event.data).toEqual({ key: 'leeg.txt', size: 0, contentType: 'text/plain' });
  });

  test('by a function sets the next one off; one that sets itself off is stopped', () => {
    const { engine, host, newest, ofType, clock } = withFunction({ type: 'upload', prefix: 'uploads/' });
    engine.bindings.perform(jpeg('uploads/0.jpg'));
    let runs = 0;
    while (engine.bindings.messages.list().some(({ state }) => state === 'inFlight')) {
      runs += 1;
      const { instanceId, invocationId } = newest();
      host.call(instanceId, invocationId, jpeg(`uploads/${runs}.jpg`));
      clock.wait(5);
      host.settleEvent(instanceId, invocationId);
      if (runs > 100) throw new Error('it was not stopped');
    }
    // The reader's own, and 16 that followed from it.
    expect(runs).toBe(17);
    expect(engine.bindings.messages.list()).toMatchObject([{ state: 'dead', deadReason: 'loop' }]);
    expect(
      ofType('messageSent')
        .map(({ causedBy }) => causedBy)
        .slice(0, 3),
    ).toEqual([null, 'event-1', 'event-2']);
  });
});

test('HTTP, queue, worker and bucket are one chain in the list of entries', async () => {
  const { engine, host, newest, succeed, ofType, clock } = withFunction(QUEUE_SOURCE);
  const answered = engine.invoke('begroet', GET);
  host.ready(1, 0);
  host.call(1, 'i1', { op: 'queue.send', body: '1', delayMs: 0 });
  clock.wait(5);
  host.settle(1, 'i1');
  expect(await answered).toMatchObject({ status: 200 });
  const { instanceId, invocationId } = newest();
  host.call(instanceId, invocationId, {
    op: 'bucket.put',
    key: 'bon.txt',
    body: new Uint8Array(2),
    contentType: 'text/plain',
  });
  succeed();
  expect(ofType('messageSent')).toMatchObject([{ causedBy: 'i1', messageId: 'm1' }]);
  expect(ofType('messagesDelivered')).toMatchObject([{ invocationId, messages: [{ messageId: 'm1' }] }]);
  expect(ofType('stored')).toMatchObject([{ op: 'bucket.put', key: 'bon.txt', invocationId }]);
});

test('a redeploy in mid-burst loses nothing', () => {
  const { send, engine, host, clock, ofType } = withFunction(QUEUE_SOURCE);
  for (let nth = 0; nth < 30; nth += 1) send(nth);
  for (let instanceId = 1; instanceId <= 10; instanceId += 1) host.ready(instanceId, 0);
  engine.deploy({ ...GREET, functionName: 'werk', source: QUEUE_SOURCE, memoryMb: 256 });
  let settled = 0;
  for (let round = 0; round < 100 && engine.bindings.messages.list().length > 0; round += 1) {
    for (const { instanceId, state } of engine.instances())
      if (state === 'starting') host.ready(instanceId, 0);
    clock.wait(1);
    const open = host.invoked.slice(settled);
    settled = host.invoked.length;
    for (const { instanceId, invocation } of open) host.settleEvent(instanceId, invocation.invocationId);
  }
  expect(engine.bindings.messages.list()).toEqual([]);
  expect(ofType('messageDone').map(({ messageId }) => messageId)).toHaveLength(30);
});

test('what a batch says of its messages is looked at: nonsense changes nothing, another’s message fails it all', () => {
  const { send, succeed, engine } = withFunction(QUEUE_SOURCE);
  send(1);
  succeed({ failed: 'alles' });
  expect(engine.bindings.messages.list()).toEqual([]);
  send(2);
  succeed({ failed: ['onbekend'] });
  expect(engine.bindings.messages.list()).toMatchObject([{ messageId: 'm2', state: 'waiting' }]);
});

test('`empty` leaves nothing, and what runs then is cancelled', async () => {
  const { send, engine, host, clock } = withFunction(QUEUE_SOURCE);
  engine.bindings.perform({ op: 'kv.put', key: 'a', value: '1' });
  engine.bindings.perform({ op: 'bucket.put', key: 'b', body: new Uint8Array(1), contentType: 'x/y' });
  const answered = engine.invoke('begroet', GET);
  send(1);
  engine.empty();
  expect(await answered).toMatchObject({ failure: { code: 'CANCELLED' } });
  clock.wait(60_000);
  expect([
    engine.bindings.kvEntries(),
    engine.bindings.objects(),
    engine.bindings.messages.list(),
    engine.instances(),
  ]).toEqual([[], [], [], []]);
  expect(clock.timers.size).toBe(0);
  expect(host.invoked.length).toBeLessThanOrEqual(1);
});

test('a request finds its function by its route, with what the names in it stand for', async () => {
  const { engine, host } = openLab();
  const api = (functionName: string, routes: string[]) => engine.deploy({ ...GREET, functionName, routes });
  api('lijst', ['GET /taken']);
  api('weg', ['DELETE /taken/:id']);
  engine.deploy({ ...GREET, routes: ['GET /anders'] });
  host.answersAtOnce = true;
  const ask = (method: string, path: string) =>
    engine.request({ ...GET, method, url: `https://x.functie.test${path}` });
  expect(await ask('DELETE', '/taken/7')).toMatchObject({ functionName: 'weg', status: 200 });
  expect(host.invoked.at(-1)?.invocation).toMatchObject({ params: { id: '7' } });
  expect(await ask('GET', '/nergens')).toMatchObject({ status: 404, failure: { code: 'NO_ROUTE' } });
  expect(await ask('POST', '/taken')).toMatchObject({
    status: 405,
    failure: { code: 'METHOD_NOT_ALLOWED', details: { allowed: 'GET' } },
    usage: null,
  });
});
