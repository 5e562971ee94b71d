/** The desk in front of the stores: who may do what, what the reader does, and what each write sets off. */
import { describe, expect, test } from 'vitest';
import type { BindingName, StoreOrQueueCall } from '../../../src/contract/bindings.ts';
import type { Changes, Deployment, Entry } from '../../../src/engine/index.ts';
import { BEGAN_WALL_MS, FakeHost, GREET, openLab } from '../lab.ts';

const object = (key: string) =>
  ({ op: 'bucket.put', key, body: new Uint8Array(3), contentType: 'image/jpeg' }) as const;
const SEND = { op: 'queue.send', body: '"hoi"', delayMs: 0 } as const;
const watcher = (functionName: string, prefix = ''): Deployment => ({
  ...GREET,
  functionName,
  source: { type: 'upload', prefix },
});

describe('a grant', () => {
  const calls: Record<BindingName, readonly StoreOrQueueCall[]> = {
    kv: [
      { op: 'kv.put', key: 'a', value: '1' },
      { op: 'kv.get', key: 'a' },
      { op: 'kv.list', prefix: '', limit: 1 },
      { op: 'kv.delete', key: 'a' },
    ],
    bucket: [
      object('a'),
      { op: 'bucket.get', key: 'a' },
      { op: 'bucket.list', prefix: '' },
      { op: 'bucket.delete', key: 'a' },
    ],
    queue: [SEND],
  };

  test.each(['kv', 'bucket', 'queue'] as const)('of %s is for that alone', (granted) => {
    const { host, invoke } = openLab({}, { grants: [granted] });
    void invoke();
    host.ready(1, 0);
    for (const binding of ['kv', 'bucket', 'queue'] as const) {
      const done = calls[binding].map((call) => host.call(1, 'i1', call).ok);
      expect(done).toEqual(calls[binding].map(() => binding === granted));
    }
  });
});

describe('the reader', () => {
  test('does all that a binding does, and is answered as a function is', () => {
    const { bindings } = openLab().engine;
    expect(bindings.perform({ op: 'kv.put', key: 'a', value: '"é"' })).toEqual({ ok: true, value: 1 });
    expect(bindings.perform({ op: 'kv.get', key: 'a' })).toEqual({
      ok: true,
      value: { key: 'a', value: '"é"', version: 1 },
    });
    expect(bindings.perform({ op: 'kv.get', key: '' })).toMatchObject({ failure: { code: 'KEY_INVALID' } });
    expect(bindings.perform(object('b'))).toEqual({
      ok: true,
      value: { key: 'b', size: 3, contentType: 'image/jpeg' },
    });
    expect(bindings.perform(SEND)).toEqual({ ok: true, value: 'm1' });
  });

  test('sees whether anything is held: a value, an object, or a message', () => {
    const holds = (call?: StoreOrQueueCall) => {
      const { bindings } = openLab().engine;
      if (call) bindings.perform(call);
      return bindings.holdsSomething;
    };
    expect([holds(), holds({ op: 'kv.put', key: 'a', value: '1' }), holds(object('a')), holds(SEND)]).toEqual(
      [false, true, true, true],
    );
  });

  test('puts back what was thrown away, and no function hears of it', () => {
    const { engine, host } = openLab();
    engine.deploy(watcher('klein'));
    expect(engine.bindings.putBack(object('a'))).toMatchObject({ ok: true });
    expect(engine.bindings.putBack({ op: 'kv.put', key: 'k', value: '1' })).toMatchObject({ ok: true });
    expect(host.started).toEqual([]);
    expect(engine.bindings.messages.list()).toEqual([]);
    expect(engine.bindings.objects()).toHaveLength(1);
    expect(engine.bindings.kvEntries()).toHaveLength(1);
    expect(engine.entries().filter(({ type }) => type === 'stored')).toMatchObject([
      { op: 'bucket.put', key: 'a', bytes: 3, functionName: null, invocationId: null, atMs: 0 },
      { op: 'kv.put', key: 'k', bytes: 1, functionName: null, invocationId: null },
    ]);
  });

  test('has what was put back kept', () => {
    const kept: Changes[] = [];
    const { engine } = openLab({}, {}, (changes) => kept.push(changes));
    engine.bindings.putBack(object('a'));
    expect(kept.map(({ objects }) => [...objects.keys()])).toEqual([['a']]);
    engine.bindings.putBack({ op: 'kv.put', key: 'k', value: '1' });
    expect(kept.map(({ kv }) => [...kv.keys()])).toEqual([[], ['k']]);
  });
});

test('what is thrown away is gone, there and where it is kept, and cannot be thrown away twice', () => {
  const kept: Changes[] = [];
  const { bindings } = openLab({}, {}, (changes) => kept.push(changes)).engine;
  bindings.perform(object('o'));
  bindings.perform({ op: 'kv.put', key: 'k', value: '1' });
  kept.length = 0;
  const remove = [
    { op: 'bucket.delete', key: 'o' },
    { op: 'kv.delete', key: 'k' },
  ] as const;
  expect(remove.map((call) => bindings.perform(call))).toEqual([
    { ok: true, value: true },
    { ok: true, value: true },
  ]);
  expect(kept.map(({ kv, objects }) => [...kv, ...objects])).toEqual([[['o', null]], [['k', null]]]);
  expect(remove.map((call) => bindings.perform(call))).toEqual([
    { ok: true, value: false },
    { ok: true, value: false },
  ]);
  expect(bindings.holdsSomething).toBe(false);
});

describe('what has no effect', () => {
  test('is no entry of the list: reading, a condition that is not met, throwing away what is not there', () => {
    const { engine } = openLab();
    for (const call of [
      { op: 'kv.get', key: 'a' },
      { op: 'kv.list', prefix: '', limit: 9 },
      { op: 'kv.put', key: 'a', value: '1', ifVersion: 3 },
      { op: 'kv.delete', key: 'a' },
      { op: 'bucket.get', key: 'a' },
      { op: 'bucket.list', prefix: '' },
      { op: 'bucket.delete', key: 'a' },
    ] as const)
      engine.bindings.perform(call);
    expect(engine.entries().filter(({ type }) => type === 'stored')).toEqual([]);
  });

  test('is not handed over to be kept either', () => {
    const kept: Changes[] = [];
    const { engine } = openLab({}, {}, (changes) => kept.push(changes));
    engine.bindings.perform({ op: 'kv.delete', key: 'a' });
    engine.bindings.perform({ op: 'bucket.delete', key: 'a' });
    engine.bindings.perform({ op: 'kv.get', key: 'a' });
    expect(kept).toEqual([]);
  });
});

test('each write is an entry with its size in UTF-8, and each that is taken away has none', async () => {
  const { engine, clock } = openLab();
  const told: Entry[] = [];
  engine.subscribe((entries) => told.push(...entries));
  clock.wait(7);
  engine.bindings.perform({ op: 'kv.put', key: 'a', value: '"€"' });
  engine.bindings.perform({ op: 'kv.delete', key: 'a' });
  engine.bindings.perform(object('b'));
  engine.bindings.perform({ op: 'bucket.delete', key: 'b' });
  // What happens together is told together, right after it.
  await Promise.resolve();
  const writes = (entries: readonly Entry[]) =>
    entries.flatMap((entry) => (entry.type === 'stored' ? [entry] : []));
  const expected = [
    { op: 'kv.put', key: 'a', bytes: 5, version: 1, value: '"€"' },
    { op: 'kv.delete', key: 'a', bytes: 0, version: null, value: null },
    { op: 'bucket.put', key: 'b', bytes: 3, version: null, value: null },
    { op: 'bucket.delete', key: 'b', bytes: 0, version: null, value: null },
  ].map((written) => ({ type: 'stored', atMs: 7, functionName: null, invocationId: null, ...written }));
  expect(writes(told)).toEqual(expected);
  // Values are told, and not kept: there may be 20,000 of 400 KB.
  expect(writes(engine.entries())).toEqual(expected.map((write) => ({ ...write, value: null })));
});

test('a file is an event for each function that watches its place, and for no other', () => {
  const { engine } = openLab();
  engine.deploy(watcher('alles'));
  engine.deploy(watcher('foto', 'uploads/'));
  engine.deploy(watcher('tekst', 'teksten/'));
  engine.deploy({ ...GREET, functionName: 'uur', source: { type: 'timer', cron: '0 * * * *' } });
  engine.bindings.perform(object('uploads/strand.jpg'));
  const messages = engine.bindings.messages.list();
  expect(messages.map(({ functionName }) => functionName)).toEqual(['alles', 'foto']);
  expect(messages.map(({ content }) => content.kind === 'event' && content.event)).toMatchObject([
    { id: 'm1', subject: 'uploads/strand.jpg', time: new Date(BEGAN_WALL_MS).toISOString() },
    { id: 'm2', subject: 'uploads/strand.jpg' },
  ]);
});

test('a function says in whose course it sent and wrote; the reader is nobody’s', () => {
  const { engine, host, invoke } = openLab({}, { grants: ['bucket', 'queue'] });
  engine.deploy(watcher('klein'));
  void invoke();
  host.ready(1, 0);
  host.call(1, 'i1', SEND);
  host.call(1, 'i1', object('a'));
  engine.bindings.perform(SEND);
  engine.bindings.perform(object('b'));
  const causes = engine.entries().flatMap((entry) => (entry.type === 'messageSent' ? [entry.causedBy] : []));
  expect(causes).toEqual(['i1', 'i1', null, null]);
  const writers = engine.entries().flatMap((entry) => (entry.type === 'stored' ? [entry.functionName] : []));
  expect(writers).toEqual(['begroet', null]);
});

describe('a full queue', () => {
  const MOST = 10_000;

  /** An engine in which `left` more messages fit. */
  function almostFull(left: number) {
    const lab = openLab();
    for (let nth = 0; nth < MOST - left; nth += 1) lab.engine.bindings.perform(SEND);
    return lab.engine;
  }

  test('takes no message, and says how many there can be', () => {
    const { bindings } = almostFull(1);
    expect(bindings.perform(SEND)).toEqual({ ok: true, value: `m${MOST}` });
    expect(bindings.perform(SEND)).toEqual({
      ok: false,
      failure: { code: 'QUEUE_FULL', details: { limit: MOST } },
    });
    expect(bindings.messages.list()).toHaveLength(MOST);
  });

  test('takes a file only with room for all its events, and then stores it', () => {
    const engine = almostFull(2);
    for (const name of ['een', 'twee']) engine.deploy(watcher(name, 'uploads/'));
    expect(engine.bindings.perform(object('uploads/a')).ok).toBe(true);
    expect(engine.bindings.perform(object('uploads/b'))).toMatchObject({ failure: { code: 'QUEUE_FULL' } });
    expect(engine.bindings.perform(object('elders')).ok).toBe(true);
    expect(engine.bindings.objects().map(({ key }) => key)).toEqual(['elders', 'uploads/a']);
  });
});

test('a file for which there is no room is no event', () => {
  const { engine } = openLab();
  const body = new Uint8Array(25 * 1024 * 1024);
  for (const key of ['1', '2', '3', '4'])
    engine.bindings.perform({ op: 'bucket.put', key, body, contentType: 'x/y' });
  engine.deploy(watcher('klein'));
  expect(engine.bindings.perform(object('a'))).toMatchObject({
    failure: { code: 'STORE_FULL', details: { store: 'bucket', limitBytes: 100 * 1024 * 1024 } },
  });
  expect(engine.bindings.messages.list()).toEqual([]);
});

test('a change of host leaves the desk where it is', () => {
  const { engine } = openLab();
  const { bindings } = engine;
  bindings.perform({ op: 'kv.put', key: 'a', value: '1' });
  engine.useHost('ander', (report) => new FakeHost(report));
  expect(engine.bindings).toBe(bindings);
  expect(bindings.kvEntries()).toHaveLength(1);
});
