import { expect, test } from 'vitest';
import { KEPT_INVOCATIONS } from '../../../src/contract/lab-defaults.ts';
import type { Entry } from '../../../src/engine/index.ts';
import { sizeOf } from '../../../src/playground/entries/fifo.ts';
import { emptyTracks } from '../../../src/playground/entries/ledger.ts';
import { KEPT_MESSAGES } from '../../../src/playground/entries/sent.ts';
import { addToTracks } from '../../../src/playground/entries/tracks.ts';
import { traceOf } from '../../../src/playground/timeline/causes.ts';
import { read, steady, tell } from '../timeline/story.ts';

const OLDER = 5_000;

test('the newest 20,000 invocations are kept with what is drawn of them; of older ones the number', () => {
  const tracks = read(tell(steady(KEPT_INVOCATIONS + OLDER, 10, 5), { initMs: 2 }));
  expect(tracks.invocations.size).toBe(KEPT_INVOCATIONS);
  expect(tracks.forgotten).toBe(OLDER);
  expect(tracks.invocations.has(`i${OLDER}`)).toBe(false);
  expect(tracks.invocations.has(`i${OLDER + 1}`)).toBe(true);
  const [lane] = tracks.groups.get('begroet')?.lanes ?? [];
  if (lane === undefined) throw new Error('no lane');
  expect(sizeOf(lane.stretches)).toBe(KEPT_INVOCATIONS);
  // Forgotten places are given back in the end.
  expect(lane.stretches.items.length).toBeLessThanOrEqual(2 * KEPT_INVOCATIONS);
  expect(lane.stretches.items[lane.stretches.start]?.invocation.invocationId).toBe(`i${OLDER + 1}`);
  expect(tracks.forgottenUntilMs).toBe((OLDER - 1) * 10 + 5);
});

test('instances, lanes and refusals go with their invocations', () => {
  // Ten lanes and ninety refusals in the beginning, then one call at a time.
  const burst = Array.from({ length: 100 }, () => ({ atMs: 0, durationMs: 50 }));
  const calm = steady(KEPT_INVOCATIONS + OLDER, 10, 5).map((call) => ({ ...call, atMs: call.atMs + 5_000 }));
  const before = read(tell(burst, { idleTimeoutMs: 1_000 }));
  expect(before.groups.get('begroet')?.lanes.length).toBe(10);
  expect(sizeOf(before.refusals)).toBe(90);
  const tracks = read(tell([...burst, ...calm], { idleTimeoutMs: 1_000, initMs: 2 }));
  expect(tracks.forgotten).toBe(OLDER + 100);
  expect(sizeOf(tracks.refusals)).toBe(0);
  const lanes = tracks.groups.get('begroet')?.lanes ?? [];
  expect(lanes.map(({ lives }) => sizeOf(lives))).toEqual([1]);
});

test('an invocation that takes very long is not forgotten while it runs, and holds up nothing', () => {
  const long = { atMs: 0, durationMs: 1_000_000, invocationId: 'lang' };
  const calls = [
    long,
    ...steady(KEPT_INVOCATIONS + OLDER, 10, 5).map((call) => ({ ...call, atMs: call.atMs + 100 })),
  ];
  const tracks = read(tell(calls, { untilMs: 900_000 }));
  expect(tracks.invocations.size).toBe(KEPT_INVOCATIONS + 1);
  expect(tracks.invocations.get('lang')).toMatchObject({ outcome: null });
  expect(tracks.forgotten).toBe(OLDER);
});

test('messages do not pile up either, and a trace says what is gone', () => {
  const tracks = read(tell([{ atMs: 0, invocationId: 'bron' }], { untilMs: 14 }));
  const sent = (at: number): Entry => ({
    type: 'messageSent',
    atMs: 15,
    queueName: 'wachtrij',
    functionName: 'begroet',
    messageId: `m${at}`,
    causedBy: at === 0 ? 'bron' : null,
    hops: 0,
    visibleAtMs: 15,
  });
  addToTracks(tracks, sent(0));
  const delivers = [{ messageId: 'm0', attempt: 1 }];
  read(tell([{ atMs: 20, delivers, invocationId: 'werk' }], { untilMs: 14 + 20 }), tracks);
  for (let at = 1; at < KEPT_MESSAGES; at++) addToTracks(tracks, sent(at));
  expect(traceOf(tracks, 'werk')?.roots[0]?.step.kind).toBe('http');
  addToTracks(tracks, sent(KEPT_MESSAGES));
  expect(tracks.messages.byId.size).toBe(KEPT_MESSAGES);
  expect(traceOf(tracks, 'werk')?.roots.map(({ step }) => step.kind)).toEqual(['forgotten']);
  expect(traceOf(emptyTracks(), 'werk')).toBeNull();
});
