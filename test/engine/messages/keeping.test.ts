/** What outlives the page: each step hands over what changed, and from all of it the next page has what this one had. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Changes, Saved } from '../../../src/engine/index.ts';
import { cases } from '../../support/laws.ts';
import { GREET, openLab } from '../lab.ts';

/** Keeps as a database would: by key, in the order in which things first came. */
class Keeper {
  readonly kv = new Map<string, Saved['kv'][number]>();
  readonly objects = new Map<string, Saved['objects'][number]>();
  readonly messages = new Map<string, Saved['messages'][number]>();
  handOvers = 0;

  readonly keep = (changes: Changes): void => {
    this.handOvers += 1;
    if (changes.isEmptied) for (const table of [this.kv, this.objects, this.messages]) table.clear();
    apply(this.kv, changes.kv);
    apply(this.objects, changes.objects);
    apply(this.messages, changes.messages);
  };

  saved(): Saved {
    return {
      kv: [...this.kv.values()],
      objects: [...this.objects.values()],
      messages: [...this.messages.values()],
    };
  }
}

function apply<Value>(table: Map<string, Value>, changes: ReadonlyMap<string, Value | null>): void {
  for (const [key, value] of changes) {
    if (value === null) table.delete(key);
    else table.set(key, value);
  }
}

const SOURCE = { type: 'queue', batchSize: 2, batchWindowMs: 0, visibilityTimeoutMs: 30_000 } as const;
const WORKER = { ...GREET, functionName: 'werk', source: SOURCE, concurrencyLimit: 2 };

function open() {
  const keeper = new Keeper();
  const lab = openLab({}, {}, keeper.keep);
  lab.engine.deploy(WORKER);
  return { ...lab, keeper };
}

const send = (body: unknown, delayMs = 0) =>
  ({ op: 'queue.send', body: JSON.stringify(body), delayMs }) as const;

test('a write and the event that it sets off are handed over together', () => {
  const { engine, keeper } = open();
  engine.deploy({ ...GREET, functionName: 'klein', source: { type: 'upload', prefix: 'uploads/' } });
  engine.bindings.perform({
    op: 'bucket.put',
    key: 'uploads/a',
    body: new Uint8Array(1),
    contentType: 'x/y',
  });
  expect(keeper.handOvers).toBe(1);
  expect(keeper.objects.size).toBe(1);
  expect(keeper.messages.size).toBe(1);
});

test('a message that was under way when the page went waits again, and that attempt does not count', () => {
  const { engine, host, keeper } = open();
  engine.bindings.perform(send('x'));
  host.ready(1, 0);
  expect(engine.bindings.messages.list()).toMatchObject([{ state: 'inFlight', attempts: 1 }]);
  const next = open();
  next.engine.restore(keeper.saved());
  next.host.ready(1, 0);
  expect(next.host.invoked[0]?.invocation).toMatchObject({
    attempt: 1,
    event: { data: { messages: [{ id: 'm1', body: 'x' }] } },
  });
});

test('leaving the page by the door keeps it as well', () => {
  const { engine, host, keeper } = open();
  engine.bindings.perform(send('x'));
  host.ready(1, 0);
  engine.dispose();
  expect(keeper.saved().messages).toMatchObject([{ attempts: 0, deadReason: null }]);
});

test('what waits for its moment still waits for it, by the clock on the wall', () => {
  const { engine, keeper, clock } = open();
  engine.bindings.perform(send('later', 10_000));
  clock.wait(4_000);
  const next = open();
  next.clock.wait(4_000);
  next.engine.restore(keeper.saved());
  expect(next.engine.nextPlannedMs()).toBe(10_000);
});

test('nothing restored runs before something is deployed', () => {
  const { engine, keeper } = open();
  engine.bindings.perform(send('x'));
  const next = openLab();
  next.engine.restore(keeper.saved());
  next.clock.wait(60_000);
  expect(next.host.started).toEqual([]);
  expect(next.engine.bindings.messages.list()).toMatchObject([{ state: 'waiting' }]);
});

test('emptied is emptied there too', () => {
  const { engine, keeper } = open();
  engine.bindings.perform({ op: 'kv.put', key: 'a', value: '1' });
  engine.bindings.perform(send('x'));
  engine.empty();
  expect(keeper.saved()).toEqual({ kv: [], objects: [], messages: [] });
});

test('whatever was done, the next page has the stores, and every message that was not done', () => {
  const key = fc.constantFrom('a', 'b', 'c');
  const move = fc.oneof(
    fc.record({ move: fc.constant('put' as const), key, value: fc.nat(9) }),
    fc.record({ move: fc.constant('delete' as const), key }),
    fc.record({ move: fc.constant('object' as const), key, bytes: fc.nat(9) }),
    fc.record({ move: fc.constant('send' as const), delayMs: fc.constantFrom(0, 0, 3_000) }),
    fc.record({ move: fc.constant('settle' as const), ok: fc.boolean() }),
    fc.record({ move: fc.constant('wait' as const), ms: fc.nat(5_000) }),
    fc.record({ move: fc.constant('redrive' as const) }),
  );
  fc.assert(
    fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
      const { engine, host, clock, keeper } = open();
      const settled = new Set<string>();
      for (const one of moves) {
        for (const { instanceId, state } of engine.instances())
          if (state === 'starting') host.ready(instanceId, 0);
        if (one.move === 'put')
          engine.bindings.perform({ op: 'kv.put', key: one.key, value: String(one.value) });
        if (one.move === 'delete') engine.bindings.perform({ op: 'kv.delete', key: one.key });
        if (one.move === 'object') {
          const body = new Uint8Array(one.bytes);
          engine.bindings.perform({ op: 'bucket.put', key: one.key, body, contentType: 'x/y' });
        }
        if (one.move === 'send') engine.bindings.perform(send(1, one.delayMs));
        if (one.move === 'wait') clock.wait(one.ms);
        if (one.move === 'redrive') {
          const dead = engine.bindings.messages.list().find(({ state }) => state === 'dead');
          if (dead) engine.bindings.messages.redrive(dead.messageId);
        }
        if (one.move === 'settle') {
          const open = host.invoked.find(({ invocation }) => !settled.has(invocation.invocationId));
          if (open === undefined) continue;
          settled.add(open.invocation.invocationId);
          host.settleEvent(
            open.instanceId,
            open.invocation.invocationId,
            one.ok ? { ok: true, returned: null } : { ok: false, failure: { code: 'HANDLER_ERROR' } },
          );
        }
      }
      const next = openLab();
      next.engine.restore(keeper.saved());
      expect(next.engine.bindings.kvEntries()).toEqual(engine.bindings.kvEntries());
      expect(next.engine.bindings.objects()).toEqual(engine.bindings.objects());
      const ids = (all: typeof engine) =>
        all.bindings.messages
          .list()
          .map(({ messageId, state }) => `${messageId} ${state === 'dead'}`)
          .sort();
      expect(ids(next.engine)).toEqual(ids(engine));
    }),
    cases(200),
  );
});
