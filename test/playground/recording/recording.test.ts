/** What a recording says of any moment, against what the ledger and the receipt say of the same entries. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { receipt } from '../../../src/billing/index.ts';
import type { Entry } from '../../../src/engine/index.ts';
import { emptyLedger } from '../../../src/playground/entries/ledger.ts';
import { readEntry } from '../../../src/playground/entries/read.ts';
import { createTill } from '../../../src/playground/recording/bill-until.ts';
import { createReader, type Recording } from '../../../src/playground/recording/recording.ts';
import { type Scene, sceneOf } from '../../../src/playground/recording/scene.ts';
import { emptyState, KEPT_VALUE_BYTES, SHOWN_LINES } from '../../../src/playground/recording/standing.ts';
import { storedBefore } from '../../../src/playground/recording/stored-before.ts';
import { choice } from '../../../src/till/prices/lab-choice.ts';
import { cases } from '../../support/laws.ts';
import { steady, tell } from '../timeline/story.ts';
import { anyHistory } from './schedule.ts';

function ledgerOf(entries: readonly Entry[]) {
  const ledger = emptyLedger();
  for (const entry of entries) readEntry(ledger, entry);
  return ledger;
}
const recordingOf = (entries: readonly Entry[]) => ledgerOf(entries).recording;
const sceneAt = (recording: Recording, atMs: number) => sceneOf(createReader(recording).stateAt(atMs), atMs);
/** What is on its way is drawn anew at each moment, and is no part of what stands. */
const standing = ({ onTheirWay: _, ...scene }: Scene) => scene;

const untilMs = (entries: readonly Entry[], atMs: number) => {
  const later = entries.findIndex((entry) => entry.atMs > atMs);
  return later === -1 ? entries : entries.slice(0, later);
};
/** Instances of each function that were there together. */
function mostAtOnce(entries: readonly Entry[]): Map<string, number> {
  const [now, most] = [new Map<string, number>(), new Map<string, number>()];
  for (const entry of entries) {
    if (entry.type !== 'instanceStarted' && entry.type !== 'instanceGone') continue;
    const there = (now.get(entry.functionName) ?? 0) + (entry.type === 'instanceStarted' ? 1 : -1);
    now.set(entry.functionName, there);
    most.set(entry.functionName, Math.max(there, most.get(entry.functionName) ?? 0));
  }
  return most;
}

const momentsOf = (entries: readonly Entry[]) => [...new Set(entries.map(({ atMs }) => atMs))];

test('a moment that is read again is what it was live', () => {
  fc.assert(
    fc.property(anyHistory, (entries) => {
      const recording = recordingOf(entries);
      for (const atMs of momentsOf(entries)) {
        const live = recordingOf(untilMs(entries, atMs)).now ?? emptyState();
        expect(sceneAt(recording, atMs)).toEqual(sceneOf(live, atMs));
      }
    }),
    cases(25),
  );
});

test('a reader that goes back and forth reads what a fresh one reads', () => {
  fc.assert(
    fc.property(anyHistory, fc.array(fc.nat(8_000), { minLength: 20, maxLength: 20 }), (entries, moments) => {
      const recording = recordingOf(entries);
      const reader = createReader(recording);
      for (const atMs of moments) {
        expect(sceneOf(reader.stateAt(atMs), atMs)).toEqual(sceneAt(recording, atMs));
      }
    }),
    cases(25),
  );
});

test('a call of another function is on its way from that function, and is not counted at the door', () => {
  const told = tell([
    { atMs: 0, functionName: 'bestel', invocationId: 'buiten', durationMs: 500 },
    { atMs: 100, functionName: 'betaal', invocationId: 'binnen', durationMs: 300 },
  ]);
  const asked: Entry = {
    type: 'functionAsked',
    atMs: 100,
    functionName: 'bestel',
    instanceId: 1,
    invocationId: 'buiten',
    calledId: 'binnen',
  };
  const at = told.findIndex((entry) => entry.type === 'accepted' && entry.invocationId === 'binnen');
  const recording = recordingOf(told.toSpliced(at, 0, asked));
  const coming = sceneAt(recording, 150).onTheirWay.filter(({ kind }) => kind === 'accepted');
  expect(coming.map(({ functionName, calledBy }) => [functionName, calledBy])).toEqual([
    ['bestel', null],
    ['betaal', 'bestel'],
  ]);
  const { functions, onTheirWay } = sceneAt(recording, 600);
  expect(functions.map(({ functionName, ended, inner }) => [functionName, ended, inner.ended])).toEqual([
    ['bestel', 1, 0],
    ['betaal', 1, 1],
  ]);
  expect(
    onTheirWay.find(({ kind, functionName }) => kind === 'ended' && functionName === 'betaal'),
  ).toMatchObject({
    calledBy: 'bestel',
  });
});

test('at any moment each invocation is in one place: it waits, works, has ended or was refused', () => {
  fc.assert(
    fc.property(anyHistory, (entries) => {
      const recording = recordingOf(entries);
      for (const atMs of momentsOf(entries)) {
        const until = untilMs(entries, atMs);
        const { functions } = sceneAt(recording, atMs);
        for (const { functionName, waiting, working, ended, refused } of functions) {
          const of = until.filter((entry) => 'functionName' in entry && entry.functionName === functionName);
          const told = (type: Entry['type']) => of.filter((entry) => entry.type === type).length;
          expect(refused).toBe(told('throttled'));
          expect(ended).toBe(told('invocationEnded'));
          expect(waiting + working).toBe(told('accepted') - told('invocationEnded'));
        }
      }
    }),
    cases(25),
  );
});

test('in the end it counts what the ledger counts', () => {
  fc.assert(
    fc.property(anyHistory, (entries) => {
      const { tracks, recording } = ledgerOf(entries);
      const scene = sceneOf(recording.now ?? emptyState(), tracks.lastMs);
      const alive = [...tracks.alive.values()].map(({ instanceId, state }) => [instanceId, state]);
      const vessels = scene.functions.flatMap((one) => one.vessels);
      expect(vessels.map(({ instanceId, phase }) => [instanceId, phase]).sort()).toEqual(alive.sort());
      const invocations = [...tracks.invocations.values()];
      for (const { functionName, waiting, working, failed, refused } of scene.functions) {
        const own = invocations.filter((one) => one.functionName === functionName);
        const open = own.filter(({ outcome }) => outcome === null);
        expect(working).toBe(open.filter(({ startedAtMs }) => startedAtMs !== null).length);
        expect(waiting).toBe(open.filter(({ startedAtMs }) => startedAtMs === null).length);
        expect(refused).toBe(own.filter(({ outcome }) => outcome === 'throttled').length);
        const bad = own.filter(({ outcome }) => !['ok', 'throttled', null].includes(outcome));
        expect(failed).toBe(bad.length);
      }
      const messages = [...tracks.messages.byId.values()];
      const inState = (state: string) => messages.filter((message) => message.state === state).length;
      for (const { waiting, underWay, dead, done } of scene.queues) {
        expect([waiting, underWay, dead, done]).toEqual(['waiting', 'underWay', 'dead', 'done'].map(inState));
      }
    }),
    cases(25),
  );
});

test('no two instances of a function stand in one place, rows grow no longer than needed, vessels never run over', () => {
  fc.assert(
    fc.property(anyHistory, (entries) => {
      const recording = recordingOf(entries);
      const most = mostAtOnce(entries);
      for (const { functionName, places } of sceneAt(recording, Number.POSITIVE_INFINITY).functions) {
        expect(places).toBe(most.get(functionName) ?? 0);
      }
      for (const atMs of momentsOf(entries)) {
        for (const { vessels, places } of sceneAt(recording, atMs).functions) {
          const taken = vessels.map(({ place }) => place);
          expect(new Set(taken).size).toBe(taken.length);
          expect(Math.max(-1, ...taken)).toBeLessThan(places);
          for (const { cold, worked, failed } of vessels) expect(cold + worked + failed).toBeLessThan(1);
        }
      }
    }),
    cases(25),
  );
});

test('the bill of a moment is the receipt of what had ended by then', () => {
  const by = choice.value;
  fc.assert(
    fc.property(anyHistory, fc.nat(8_000), (entries, atMs) => {
      const ended = untilMs(entries, atMs).flatMap((entry) =>
        entry.type === 'invocationEnded' ? entry.usage : [],
      );
      const { usd, calls } = createTill(recordingOf(entries), by).billAt(atMs);
      expect(calls).toBe(ended.length);
      expect(usd).toBe(receipt(by.tariff, ended, by.options).totalUsd);
    }),
    cases(25),
  );
});

test('over many segments a jump gives the same, and what is forgotten stays on the bill', () => {
  const entries = tell(steady(23_000, 3, 7), { concurrencyLimit: 2, idleTimeoutMs: 50 });
  const recording = recordingOf(entries);
  const by = choice.value;
  const lastMs = entries.at(-1)?.atMs ?? 0;
  const reader = createReader(recording);
  const till = createTill(recording, by);
  expect(recording.segments.length).toBeGreaterThan(8);
  expect(recording.settled).toBeGreaterThanOrEqual(20_000);
  expect(recording.settled).toBeLessThan(23_000);
  for (const share of [0.95, 0.2, 0.5, 0.5001, 0.9]) {
    const atMs = lastMs * share;
    const until = untilMs(entries, atMs);
    const live = sceneOf(recordingOf(until).now ?? emptyState(), atMs);
    expect(standing(sceneOf(reader.stateAt(atMs), atMs))).toEqual(standing(live));
    const ended = until.flatMap((entry) => (entry.type === 'invocationEnded' ? entry.usage : []));
    expect(till.billAt(atMs)).toEqual({
      usd: receipt(by.tariff, ended, by.options).totalUsd,
      calls: ended.length,
    });
  }
});

test('a value in kv is told with the version that it had then, as long as all of them fit in 5 MB', () => {
  const write = (atMs: number, value: string | null, version: number | null): Entry => {
    const byReader = { functionName: null, invocationId: null };
    const op = value === null ? 'kv.delete' : 'kv.put';
    const bytes = value?.length ?? 0;
    return { type: 'stored', atMs, ...byReader, op, key: 'a', bytes, version, value };
  };
  const half = 'x'.repeat(KEPT_VALUE_BYTES / 2);
  const recording = recordingOf([
    write(0, '1', 1),
    write(10, '2', 2),
    write(20, null, null),
    write(30, half, 3),
    write(40, half, 4),
    write(50, '3', 5),
  ]);
  const of = { store: 'kv', key: 'a' };
  const at = (atMs: number) => sceneAt(recording, atMs).stored;
  expect(at(0)).toEqual([{ ...of, bytes: 1, writes: 1, version: 1, value: '1' }]);
  expect(at(10)).toEqual([{ ...of, bytes: 1, writes: 2, version: 2, value: '2' }]);
  expect(at(20)).toEqual([]);
  expect(at(30)).toMatchObject([{ version: 3, value: half }]);
  expect(at(40)).toEqual([{ ...of, bytes: half.length, writes: 2, version: 4, value: null }]);
  expect(at(50)).toMatchObject([{ version: 5, value: '3' }]);
});

test('what an earlier visit left in the stores is there before the first entry, and after it', () => {
  const before = storedBefore(
    [{ key: 'a', value: '"€"', version: 7 }],
    [{ key: 'foto.jpg', size: 9, contentType: 'image/jpeg' }],
  );
  const ledger = emptyLedger(before);
  const held = [
    { store: 'kv', key: 'a', bytes: 5, writes: 1, version: 7, value: '"€"' },
    { store: 'bucket', key: 'foto.jpg', bytes: 9, writes: 1, version: null, value: null },
  ];
  expect(sceneAt(ledger.recording, 0).stored).toEqual(held);
  for (const entry of tell([{ atMs: 0, durationMs: 100 }], {})) readEntry(ledger, entry);
  expect(sceneAt(ledger.recording, 50).stored).toEqual(held);
});

test('the receipt prints a line when an invocation ends, and at an earlier moment it is not there yet', () => {
  const calls = [0, 1, 2, 3, 4, 5, 6].map((at) => ({ atMs: at * 1_000, durationMs: 100 }));
  const entries = tell(calls, { initMs: 200 });
  const recording = recordingOf(entries);
  const ends = entries.flatMap((entry) => (entry.type === 'invocationEnded' ? [entry] : []));
  for (const [at, { atMs }] of ends.entries()) {
    const { lines, functions } = sceneAt(recording, atMs);
    const printed = ends.slice(0, at + 1).map(({ invocationId }) => invocationId);
    expect(lines.map(({ invocationId }) => invocationId)).toEqual(printed.slice(-SHOWN_LINES));
    expect(functions[0]?.lastLine).toEqual(lines.at(-1));
    expect(sceneAt(recording, atMs - 1).lines.map(({ invocationId }) => invocationId)).toEqual(
      printed.slice(0, -1).slice(-SHOWN_LINES),
    );
  }
  const { lines } = sceneAt(recording, ends.at(-1)?.atMs ?? 0);
  const till = createTill(recording, choice.peek());
  const one = receipt(
    choice.peek().tariff,
    [lines[0]?.usage ?? ends[0]?.usage].flatMap((usage) => usage ?? []),
    {
      freeTier: false,
    },
  );
  expect(lines.map(({ usage }) => till.usdOf(usage))[0]).toBe(one.totalUsd);
});

test('what a store holds is told by key, size and how often it was written', () => {
  const write = (atMs: number, key: string, bytes: number): Entry => {
    const op = bytes === 0 ? 'bucket.delete' : 'bucket.put';
    const file = { key, bytes, version: null, value: null };
    return { type: 'stored', atMs, functionName: 'f', invocationId: 'i1', op, ...file };
  };
  const recording = recordingOf([write(0, 'a', 3), write(10, 'a', 5), write(10, 'b', 7), write(20, 'a', 0)]);
  const of = { store: 'bucket', version: null, value: null };
  expect(sceneAt(recording, 9).stored).toEqual([{ ...of, key: 'a', bytes: 3, writes: 1 }]);
  expect(sceneAt(recording, 10).stored).toEqual([
    { ...of, key: 'a', bytes: 5, writes: 2 },
    { ...of, key: 'b', bytes: 7, writes: 1 },
  ]);
  expect(sceneAt(recording, 20).stored).toEqual([{ ...of, key: 'b', bytes: 7, writes: 1 }]);
});

test('a start fills cold, work fills on top of it, and the rod of a wait grows until the instance goes', () => {
  const recording = recordingOf(tell([{ atMs: 0, durationMs: 100 }], { initMs: 200, idleTimeoutMs: 1_000 }));
  const vesselAt = (atMs: number) => sceneAt(recording, atMs).functions[0]?.vessels[0];
  expect(vesselAt(100)).toMatchObject({ phase: 'starting', worked: 0, waiting: 1, working: 0, waited: null });
  expect(vesselAt(100)?.cold).toBeGreaterThan(0);
  expect(vesselAt(200)?.cold).toBeGreaterThan(vesselAt(100)?.cold ?? 1);
  expect(vesselAt(250)).toMatchObject({ phase: 'busy', waiting: 0, working: 1 });
  expect(vesselAt(250)?.worked).toBeGreaterThan(0);
  expect(vesselAt(250)?.cold).toBe(vesselAt(200)?.cold);
  expect(vesselAt(800)).toMatchObject({ phase: 'idle', waited: 0.5 });
  expect(vesselAt(1_300)).toBeUndefined();
});
