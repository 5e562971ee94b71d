/** What is in the messages, on a platform without an engine around it; and what is kept of them, with one. */
import { describe, expect, test } from 'vitest';
import type { Changes, Deployment, Saved, SavedMessage } from '../../../src/engine/index.ts';
import { QUEUE } from '../../../src/engine/index.ts';
import { Journal } from '../../../src/engine/messages/journal.ts';
import { PostOffice } from '../../../src/engine/messages/post-office.ts';
import type { Loop } from '../../../src/engine/types.ts';
import { createState, step } from '../../../src/platform/index.ts';
import { BEGAN_WALL_MS, GREET, openLab } from '../lab.ts';

const content = (body: string) => ({ kind: 'queue', body, sentTime: '2026-11-25T00:00:00.000Z' }) as const;

/** A platform with room for three messages, an office, and what was told and kept. */
function openOffice() {
  const state = createState({ maxMessages: 3 });
  const told: string[] = [];
  const kept: (readonly [string, SavedMessage | null])[] = [];
  const journal = new Journal(({ messages }) => kept.push(...messages));
  const at = { nowMs: 0 };
  const loop: Loop = {
    state,
    nowMs: () => at.nowMs,
    wallMs: () => BEGAN_WALL_MS + at.nowMs,
    tell: (input) => {
      told.push(input.type);
      for (const event of step(state, { ...input, atMs: at.nowMs }).events) office.note(event);
      journal.flush();
    },
    append: () => {},
    reply: () => {},
  };
  let nextId = 1;
  const office: PostOffice = new PostOffice(loop, journal, () => `m${nextId++}`);
  const { memoryMb, timeoutMs, idleTimeoutMs, concurrencyLimit } = GREET;
  /** A function that reads the queue `a`, two messages at a time. */
  const read = () => {
    const config = { memoryMb, timeoutMs, idleTimeoutMs, concurrencyLimit };
    loop.tell({ type: 'deploy', functionName: 'werk', config });
    const rules = { functionName: 'werk', batchSize: 2, batchWindowMs: 0, visibilityTimeoutMs: null };
    loop.tell({ type: 'connect', queueName: 'a', config: { ...rules, retryWaitsMs: [10] } });
  };
  const ids = () => office.list().map(({ messageId }) => messageId);
  return { office, loop, at, told, kept, read, ids };
}

describe('an office', () => {
  test('counts what there is and what there is room for', () => {
    const { office } = openOffice();
    office.open('a');
    const counts = [1, 2, 3].map(() => {
      office.send('a', office.newMessageId(), content('1'));
      return [office.limit, office.size, office.room];
    });
    expect(counts).toEqual([
      [3, 1, 2],
      [3, 2, 1],
      [3, 3, 0],
    ]);
  });

  test('opens a queue once, and leaves one alone that a function reads', () => {
    const { office, read, told } = openOffice();
    office.open('b');
    office.open('b');
    read();
    office.open('a');
    expect(told).toEqual(['connect', 'deploy', 'connect']);
  });

  test('lists what the platform has, with its content and its reader', () => {
    const { office, at, read } = openOffice();
    office.open('b');
    office.send('b', 'm1', content('1'), { delayMs: 50 });
    read();
    office.send('a', 'm2', content('2'));
    at.nowMs = 20;
    expect(office.list()).toMatchObject([
      { messageId: 'm1', queueName: 'b', functionName: null, state: 'waiting', content: content('1') },
      { messageId: 'm2', queueName: 'a', functionName: 'werk', state: 'inFlight', content: content('2') },
    ]);
  });

  test('hands a delivery what is in its messages, until its invocation has ended', () => {
    const { office, loop, at, read } = openOffice();
    office.open('a');
    office.send('a', 'm1', content('{"nr":1}'));
    office.send('a', 'm2', content('"twee"'));
    at.nowMs = 40;
    read();
    loop.tell({ type: 'tick' });
    expect(office.deliveryOf('event-2')).toBeUndefined();
    expect(office.deliveryOf('event-1')).toEqual({
      attempt: 1,
      event: {
        specversion: '1.0',
        datacontenttype: 'application/json',
        id: 'event-1',
        source: '/queue',
        type: 'test.functie.queue.batch',
        time: new Date(BEGAN_WALL_MS + 40).toISOString(),
        data: {
          messages: [
            { id: 'm1', body: { nr: 1 }, attempt: 1, sentTime: content('').sentTime },
            { id: 'm2', body: 'twee', attempt: 1, sentTime: content('').sentTime },
          ],
        },
      },
    });
    loop.tell({ type: 'clear' });
    expect(office.deliveryOf('event-1')).toBeUndefined();
  });

  test('a delivery under way keeps what it was handed, whatever becomes of its messages', () => {
    const { office, loop, read, ids } = openOffice();
    read();
    office.send('a', 'm1', content('1'));
    loop.tell({ type: 'purge' });
    expect(ids()).toEqual([]);
    expect(office.deliveryOf('event-1')?.event.data).toMatchObject({ messages: [{ id: 'm1', body: 1 }] });
  });

  test('of one queue that is purged forgets its messages alone', () => {
    const { office, loop, kept, ids } = openOffice();
    for (const queueName of ['a', 'b']) office.open(queueName);
    office.send('a', 'm1', content('1'));
    office.send('b', 'm2', content('2'));
    kept.length = 0;
    loop.tell({ type: 'purge', queueName: 'a' });
    expect(ids()).toEqual(['m2']);
    expect(kept).toEqual([['m1', null]]);
  });

  test('redrives what is dead, and discards what is dead or waits', () => {
    const { office, loop, at, told, read, ids } = openOffice();
    office.open('b');
    office.send('b', 'm1', content('1'));
    read();
    office.send('a', 'm2', content('2'));
    told.length = 0;
    for (const messageId of ['m1', 'm2', 'niets']) office.redrive(messageId);
    for (const messageId of ['m2', 'niets']) office.discard(messageId);
    expect(told).toEqual([]);
    for (const nth of [1, 2]) {
      const instanceId = nth;
      loop.tell({ type: 'ended', instanceId });
      at.nowMs += 10;
      loop.tell({ type: 'tick' });
    }
    expect(office.list().map(({ messageId, state }) => [messageId, state])).toEqual([
      ['m1', 'waiting'],
      ['m2', 'dead'],
    ]);
    office.redrive('m2');
    expect(office.list()[1]).toMatchObject({ messageId: 'm2', state: 'inFlight', attempts: 1 });
    office.discard('m1');
    expect(ids()).toEqual(['m2']);
    loop.tell({ type: 'ended', instanceId: 3 });
    at.nowMs += 10;
    loop.tell({ type: 'tick' });
    loop.tell({ type: 'ended', instanceId: 4 });
    office.discard('m2');
    expect(ids()).toEqual([]);
  });

  test('what was prepared for a timer is sent with it, and what was forgotten is not there', () => {
    const { office, loop, at, kept } = openOffice();
    office.open('a');
    for (const [messageId, dueMs] of [
      ['m1', 10],
      ['m2', 20],
    ] as const) {
      office.prepare(messageId, content(`"${messageId}"`));
      loop.tell({ type: 'setTimer', timerName: messageId, queueName: 'a', messageId, dueMs });
    }
    expect(office.list()).toEqual([]);
    office.forget('m2');
    at.nowMs = 30;
    loop.tell({ type: 'tick' });
    expect(office.list().map(({ content: held }) => held)).toEqual([content('"m1"')]);
    expect(kept.map(([messageId]) => messageId)).toEqual(['m1']);
  });

  test('restores as far as there is room, in the order in which they were sent', () => {
    const { office, ids } = openOffice();
    const saved = (messageId: string): SavedMessage => ({
      messageId,
      queueName: 'a',
      content: content('1'),
      attempts: 0,
      hops: 2,
      visibleAtWallMs: BEGAN_WALL_MS,
      deadReason: null,
    });
    office.restore(['m1', 'm2', 'm3', 'm4'].map(saved));
    expect(ids()).toEqual(['m1', 'm2', 'm3']);
    expect(office.list()[0]).toMatchObject({ hops: 2, attempts: 0, queueName: 'a' });
  });

  test.each([
    ['loop', 1],
    ['attempts', 2],
  ] as const)(
    'what was dead (%s) is dead again, and waits again when it is redriven',
    (deadReason, attempts) => {
      const { office, read } = openOffice();
      read();
      const visibleAtWallMs = BEGAN_WALL_MS;
      const saved = { messageId: 'm1', queueName: 'a', content: content('1'), attempts, hops: 16 };
      office.restore([{ ...saved, visibleAtWallMs, deadReason }]);
      expect(office.list()).toMatchObject([{ state: 'dead', deadReason, attempts, hops: 16 }]);
      office.redrive('m1');
      expect(office.list()).toMatchObject([{ state: 'inFlight', deadReason: null, attempts: 1, hops: 0 }]);
    },
  );
});

const SOURCE = { type: 'queue', batchSize: 2, batchWindowMs: 0, visibilityTimeoutMs: 30_000 } as const;
const WORKER: Deployment = {
  ...GREET,
  functionName: 'werk',
  source: SOURCE,
  grants: ['queue'],
  concurrencyLimit: 1,
};

/** An engine with a function that reads the queue, and what was kept last of each message. */
function withKeeper() {
  const kept = new Map<string, SavedMessage | null>();
  const keep = ({ messages }: Changes) => {
    for (const [messageId, message] of messages) kept.set(messageId, message);
  };
  const lab = openLab({}, { grants: ['queue'] }, keep);
  lab.engine.deploy(WORKER);
  const send = (delayMs = 0) => lab.engine.bindings.perform({ op: 'queue.send', body: '1', delayMs });
  /** Ends the newest delivery. */
  const end = (ok: boolean) => {
    for (const { instanceId, state } of lab.engine.instances())
      if (state === 'starting') lab.host.ready(instanceId, 0);
    const newest = lab.host.invoked.at(-1);
    if (newest === undefined) throw new Error('nothing is under way');
    const failed = { ok: false, failure: { code: 'HANDLER_ERROR' } } as const;
    lab.host.settleEvent(
      newest.instanceId,
      newest.invocation.invocationId,
      ok ? { ok: true, returned: null } : failed,
    );
  };
  return { ...lab, kept, send, end };
}

describe('what is kept of a message', () => {
  test('is when it may be delivered, how often it was, and why it is dead', () => {
    const { engine, clock, kept, send, end } = withKeeper();
    clock.wait(100);
    send();
    const first = {
      messageId: 'm1',
      queueName: QUEUE,
      content: { kind: 'queue', body: '1', sentTime: new Date(BEGAN_WALL_MS + 100).toISOString() },
      attempts: 0,
      hops: 0,
      visibleAtWallMs: BEGAN_WALL_MS + 100,
      deadReason: null,
    };
    expect(kept.get('m1')).toEqual(first);
    clock.wait(50);
    end(false);
    expect(kept.get('m1')).toEqual({ ...first, attempts: 1, visibleAtWallMs: BEGAN_WALL_MS + 2_150 });
    clock.wait(2_000);
    end(false);
    expect(kept.get('m1')).toEqual({ ...first, attempts: 2, visibleAtWallMs: BEGAN_WALL_MS + 6_150 });
    clock.wait(4_000);
    end(false);
    const dead = { attempts: 3, deadReason: 'attempts', visibleAtWallMs: BEGAN_WALL_MS + 6_150 };
    expect(kept.get('m1')).toEqual({ ...first, ...dead });
    clock.wait(50);
    engine.bindings.messages.redrive('m1');
    expect(kept.get('m1')).toEqual({ ...first, visibleAtWallMs: BEGAN_WALL_MS + 6_200 });
    end(true);
    expect(kept.get('m1')).toBeNull();
  });

  test('is a delay that still has to pass, and nothing once it was thrown away', () => {
    const { engine, clock, kept, send } = withKeeper();
    clock.wait(100);
    send(10_000);
    expect(kept.get('m1')?.visibleAtWallMs).toBe(BEGAN_WALL_MS + 10_100);
    engine.bindings.messages.discard('m1');
    expect(kept.get('m1')).toBeNull();
  });

  test('is how many hops it is away from the reader', () => {
    const { host, kept, send } = withKeeper();
    send();
    host.ready(1, 0);
    host.call(1, 'event-1', { op: 'queue.send', body: '2', delayMs: 0 });
    expect([...kept.values()].map((message) => message?.hops)).toEqual([0, 1]);
  });

  test('says after a reload how often it was tried, and a moment that passed meanwhile is now', () => {
    const { clock, kept, send, end } = withKeeper();
    send();
    end(false);
    clock.wait(1_000);
    const messages = [...kept.values()].flatMap((message) => message ?? []);
    const saved: Saved = { kv: [], objects: [], messages };

    const soon = withKeeper();
    soon.engine.restore(saved);
    expect(soon.engine.bindings.messages.list()).toMatchObject([{ attempts: 1, visibleAtMs: 2_000 }]);
    soon.clock.wait(2_000);
    soon.host.ready(1, 0);
    expect(soon.host.invoked[0]?.invocation).toMatchObject({ attempt: 2 });

    const late = withKeeper();
    late.clock.wait(60_000);
    late.engine.restore(saved);
    late.host.ready(1, 0);
    expect(late.host.invoked[0]?.invocation).toMatchObject({ attempt: 2 });
  });
});

test('a batch counts as the attempt of its message that was tried most', () => {
  const { clock, host, send, end } = withKeeper();
  send();
  end(false);
  clock.wait(1_999);
  send(1);
  clock.wait(1);
  const { invocation } = host.invoked.at(-1) ?? {};
  expect(invocation).toMatchObject({ attempt: 2 });
  expect(invocation).toMatchObject({
    event: {
      data: {
        messages: [
          { id: 'm1', attempt: 2 },
          { id: 'm2', attempt: 1 },
        ],
      },
    },
  });
});
