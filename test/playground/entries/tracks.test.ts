import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Entry } from '../../../src/engine/index.ts';
import type { Lane } from '../../../src/playground/entries/invocation.ts';
import type { Tracks } from '../../../src/playground/entries/ledger.ts';
import { KEPT_WRITES } from '../../../src/playground/entries/tracks.ts';
import { read, tell } from '../timeline/story.ts';

const lanesOf = (tracks: Tracks, functionName = 'begroet') =>
  tracks.groups.get(functionName)?.lanes.map(({ lives }) => lives.items.map(({ instanceId }) => instanceId));
const stretchesOf = (lane: Lane | undefined) =>
  lane?.stretches.items.map(({ kind, fromMs, toMs }) => [kind, fromMs, toMs]);

test('a cold call and a warm one are three stretches on one lane', () => {
  const tracks = read(tell([{ atMs: 0 }, { atMs: 100 }], { untilMs: 200 }));
  const lane = tracks.groups.get('begroet')?.lanes[0];
  expect(stretchesOf(lane)).toEqual([
    ['init', 0, 14],
    ['busy', 14, 19],
    ['busy', 100, 105],
  ]);
  expect(lane?.lives.items).toMatchObject([
    { instanceId: 1, fromMs: 0, toMs: null, state: 'idle', expiresAtMs: 30_105, goneReason: null },
  ]);
  expect(tracks.invocations.get('i1')).toMatchObject({
    isCold: true,
    acceptedAtMs: 0,
    startedAtMs: 14,
    endedAtMs: 19,
    durationMs: 5,
    initMs: 14,
    outcome: 'ok',
    attempt: 1,
  });
  expect(tracks.invocations.get('i2')).toMatchObject({ isCold: false, initMs: null, instanceId: 1 });
});

test('what is going on is open: a start, work, and an instance that lives', () => {
  const starting = read(tell([{ atMs: 0 }], { untilMs: 5 }));
  expect(stretchesOf(starting.groups.get('begroet')?.lanes[0])).toEqual([['init', 0, null]]);
  expect(starting.invocations.get('i1')).toMatchObject({ outcome: null, startedAtMs: null, isCold: true });
  const busy = read(tell([{ atMs: 0 }], { untilMs: 16 }));
  expect(stretchesOf(busy.groups.get('begroet')?.lanes[0])).toEqual([
    ['init', 0, 14],
    ['busy', 14, null],
  ]);
  expect([...busy.alive.keys()]).toEqual([1]);
});

test('an instance that is gone says how, and its lane goes to the next', () => {
  const tracks = read(tell([{ atMs: 0, outcome: 'timeout' }, { atMs: 50, outcome: 'crash' }, { atMs: 90 }]));
  expect(lanesOf(tracks)).toEqual([[1, 2, 3]]);
  expect(tracks.groups.get('begroet')?.lanes[0]?.lives.items.map(({ goneReason }) => goneReason)).toEqual([
    'timeout',
    'crashed',
    'expired',
  ]);
  expect(tracks.alive.size).toBe(0);
});

test('the lowest free lane is taken first', () => {
  const busy = [0, 1, 2].map((atMs) => ({ atMs, durationMs: 10 }));
  const later = [1_000, 1_001].map((atMs) => ({ atMs, durationMs: 10 }));
  const tracks = read(tell([...busy, ...later], { idleTimeoutMs: 100 }));
  expect(lanesOf(tracks)).toEqual([[1, 4], [2, 5], [3]]);
});

test('each function has lanes of its own, in the order in which they were deployed', () => {
  const config = { memoryMb: 128, timeoutMs: 1, idleTimeoutMs: 1, concurrencyLimit: 1 };
  const deployed = (functionName: string): Entry => ({
    type: 'deployed',
    atMs: 0,
    functionName,
    version: 1,
    config,
  });
  const calls = [
    { atMs: 0, functionName: 'mail' },
    { atMs: 1, functionName: 'bestel' },
  ];
  const tracks = read([deployed('bestel'), deployed('mail'), ...tell(calls)]);
  expect([...tracks.groups.keys()]).toEqual(['bestel', 'mail']);
  expect([lanesOf(tracks, 'bestel'), lanesOf(tracks, 'mail')]).toEqual([[[2]], [[1]]]);
});

test('refused calls are on no lane, and are invocations that ended at once', () => {
  const calls = [0, 1, 2].map((atMs) => ({ atMs, durationMs: 50 }));
  const tracks = read(tell(calls, { concurrencyLimit: 1 }));
  expect(tracks.refusals.items).toMatchObject([
    { invocationId: 'i2', acceptedAtMs: 1, endedAtMs: 1, outcome: 'throttled', instanceId: null, lane: null },
    { invocationId: 'i3', acceptedAtMs: 2, outcome: 'throttled' },
  ]);
  expect(lanesOf(tracks)).toEqual([[1]]);
});

test('a delivery carries its messages, and the highest attempt among them', () => {
  const delivers = [
    { messageId: 'm1', attempt: 1 },
    { messageId: 'm2', attempt: 3 },
  ];
  const tracks = read(tell([{ atMs: 0, delivers }, { atMs: 100 }]));
  expect(tracks.invocations.get('i1')).toMatchObject({ attempt: 3, messages: ['m1', 'm2'] });
  expect(tracks.invocations.get('i2')).toMatchObject({ attempt: 1, messages: [] });
  expect(tracks.hasRetries).toBe(true);
});

test('two invocations at once in one instance lie on two lanes', () => {
  const of = { functionName: 'begroet', version: 1, instanceId: 1 };
  const end = {
    outcome: 'ok',
    phase: 'handler',
    initMs: null,
    usage: { durationMs: 9, memoryMb: 128 },
  } as const;
  const tracks = read([
    { ...of, type: 'accepted', atMs: 0, invocationId: 'a' },
    { ...of, type: 'instanceStarted', atMs: 0, invocationId: 'a' },
    { ...of, type: 'instanceReady', atMs: 10, initMs: 10 },
    { ...of, type: 'invocationStarted', atMs: 10, invocationId: 'a', isCold: true },
    { ...of, type: 'accepted', atMs: 12, invocationId: 'b' },
    { ...of, type: 'invocationStarted', atMs: 12, invocationId: 'b', isCold: false },
    { ...of, ...end, type: 'invocationEnded', atMs: 20, invocationId: 'a', isCold: true, durationMs: 10 },
    { ...of, ...end, type: 'invocationEnded', atMs: 30, invocationId: 'b', isCold: false, durationMs: 18 },
    { ...of, type: 'instanceIdle', atMs: 30, expiresAtMs: 60 },
  ]);
  const [own, side] = tracks.groups.get('begroet')?.lanes ?? [];
  expect(stretchesOf(own)).toEqual([
    ['init', 0, 10],
    ['busy', 10, 20],
  ]);
  expect(stretchesOf(side)).toEqual([['busy', 12, 30]]);
  expect(side?.lives.items).toMatchObject([{ instanceId: 1, isSide: true, toMs: 30 }]);
  expect(side?.isTaken).toBe(false);
});

test('a start that fails is a stretch that ends with its invocation', () => {
  const of = { functionName: 'begroet', version: 1, instanceId: 1 };
  const tracks = read([
    { ...of, type: 'accepted', atMs: 0, invocationId: 'a' },
    { ...of, type: 'instanceStarted', atMs: 0, invocationId: 'a' },
    {
      ...of,
      type: 'invocationEnded',
      atMs: 8,
      invocationId: 'a',
      outcome: 'initFailed',
      phase: 'init',
      isCold: true,
      durationMs: 0,
      initMs: 8,
      usage: { durationMs: 0, memoryMb: 128, initMs: 8 },
    },
    { ...of, type: 'instanceGone', atMs: 8, reason: 'initFailed' },
  ]);
  expect(stretchesOf(tracks.groups.get('begroet')?.lanes[0])).toEqual([['init', 0, 8]]);
  expect(tracks.invocations.get('a')).toMatchObject({ outcome: 'initFailed', startedAtMs: null, initMs: 8 });
});

test('a list that begins in the middle is read from there', () => {
  const entries = tell([{ atMs: 0 }, { atMs: 100 }], { untilMs: 200 });
  const from = entries.findIndex((entry) => entry.type === 'instanceIdle');
  const tracks = read(entries.slice(from));
  expect(lanesOf(tracks)).toEqual([[1]]);
  expect([...tracks.invocations.keys()]).toEqual(['i2']);
});

test('the ends of what was cleared are no beginning of anything', () => {
  const of = { functionName: 'begroet', version: 1, instanceId: 1 };
  const tracks = read([
    {
      ...of,
      type: 'invocationEnded',
      atMs: 8,
      invocationId: 'a',
      outcome: 'cancelled',
      phase: 'handler',
      isCold: false,
      durationMs: 3,
      initMs: null,
      usage: { durationMs: 3, memoryMb: 128 },
    },
    { ...of, type: 'instanceGone', atMs: 8, reason: 'cleared' },
  ]);
  expect([tracks.invocations.size, tracks.alive.size, tracks.groups.size]).toEqual([0, 0, 0]);
});

test('of an invocation that writes without end, the first writes are kept and the rest are counted', () => {
  const stored: Entry = {
    type: 'stored',
    atMs: 15,
    functionName: 'begroet',
    invocationId: 'i1',
    op: 'kv.put',
    key: 'teller',
    bytes: 1,
    version: 1,
    value: '1',
  };
  const tracks = read([
    ...tell([{ atMs: 0 }], { untilMs: 14 }),
    ...Array.from({ length: KEPT_WRITES + 7 }, () => stored),
    { ...stored, functionName: null, invocationId: null },
  ]);
  const invocation = tracks.invocations.get('i1');
  expect([invocation?.writes.length, invocation?.writesLeftOut]).toEqual([KEPT_WRITES, 7]);
});

const anyCalls = fc.array(
  fc.record({
    atMs: fc.nat(4_000),
    durationMs: fc.integer({ min: 1, max: 600 }),
    functionName: fc.constantFrom('bestel', 'mail'),
    outcome: fc.constantFrom(
      'ok' as const,
      'ok' as const,
      'error' as const,
      'timeout' as const,
      'crash' as const,
    ),
  }),
  { maxLength: 60 },
);

test('nothing on a lane lies over anything else, and there are no more lanes than instances at once', () => {
  fc.assert(
    fc.property(anyCalls, fc.integer({ min: 50, max: 900 }), (calls, idleTimeoutMs) => {
      const entries = tell(calls, { idleTimeoutMs, concurrencyLimit: 6 });
      const tracks = read(entries);
      for (const [functionName, { lanes }] of tracks.groups) {
        expect(lanes.length).toBe(mostAtOnce(entries, functionName));
        for (const { lives, stretches } of lanes) {
          for (const list of [lives.items, stretches.items]) {
            for (const [at, { fromMs, toMs }] of list.entries()) {
              expect(toMs).toBeGreaterThanOrEqual(fromMs);
              expect(fromMs).toBeGreaterThanOrEqual(list[at - 1]?.toMs ?? 0);
            }
          }
        }
      }
      const instances = entries.filter(({ type }) => type === 'instanceStarted').length;
      const lives = [...tracks.groups.values()].flatMap(({ lanes }) =>
        lanes.flatMap((lane) => lane.lives.items),
      );
      expect(lives.length).toBe(instances);
      expect(tracks.invocations.size).toBe(calls.length);
    }),
  );
});

function mostAtOnce(entries: readonly Entry[], functionName: string): number {
  let alive = 0;
  let most = 0;
  for (const entry of entries) {
    if (!('functionName' in entry) || entry.functionName !== functionName) continue;
    if (entry.type === 'instanceStarted') alive += 1;
    if (entry.type === 'instanceGone') alive -= 1;
    most = Math.max(most, alive);
  }
  return most;
}
