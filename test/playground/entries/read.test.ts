import { expect, test } from 'vitest';
import type { Entry } from '../../../src/engine/index.ts';
import { emptyLedger } from '../../../src/playground/entries/ledger.ts';
import { readEntry } from '../../../src/playground/entries/read.ts';
import { spansOf } from '../../../src/playground/entries/spans.ts';

const of = { functionName: 'begroet', version: 1, instanceId: 1 };
const usage = { durationMs: 2, memoryMb: 128, initMs: 14 };

const coldRun: Entry[] = [
  { ...of, type: 'accepted', atMs: 0, invocationId: 'a' },
  { ...of, type: 'instanceStarted', atMs: 0, invocationId: 'a' },
  { ...of, type: 'instanceReady', atMs: 14, initMs: 14 },
  { ...of, type: 'invocationStarted', atMs: 14, invocationId: 'a', isCold: true },
  {
    type: 'log',
    atMs: 15,
    functionName: 'begroet',
    instanceId: 1,
    invocationId: 'a',
    lines: [{ level: 'log', text: 'dag' }],
    dropped: 0,
  },
  {
    ...of,
    type: 'invocationEnded',
    atMs: 16,
    invocationId: 'a',
    outcome: 'ok',
    phase: 'handler',
    isCold: true,
    durationMs: 2,
    initMs: 14,
    usage,
  },
  { ...of, type: 'instanceIdle', atMs: 16, expiresAtMs: 30_016 },
];

function read(entries: readonly Entry[]) {
  const ledger = emptyLedger();
  for (const entry of entries) readEntry(ledger, entry);
  return { ...ledger.log, instances: ledger.tracks.instances };
}

test('a cold run is one instance and its log, all of the same invocation', () => {
  const { instances, rows } = read(coldRun);
  expect(instances).toHaveLength(1);
  expect(instances[0]).toMatchObject({ state: 'idle', expiresAtMs: 30_016, invocations: 1, initMs: 14 });
  const spans = instances.flatMap((life) => spansOf(life, 0));
  expect(spans.map(({ kind, fromMs, toMs }) => [kind, fromMs, toMs])).toEqual([
    ['init', 0, 14],
    ['busy', 14, 16],
    ['idle', 16, null],
  ]);
  expect(rows.map((row) => [row.kind, row.invocationId])).toEqual([
    ['cold', 'a'],
    ['line', 'a'],
  ]);
});

test('an instance that goes ends what it did, and says why', () => {
  const { instances, rows } = read([
    ...coldRun,
    { ...of, type: 'instanceGone', atMs: 30_016, reason: 'expired' },
  ]);
  expect(instances[0]).toMatchObject({
    state: 'gone',
    goneReason: 'expired',
    toMs: 30_016,
    expiresAtMs: null,
  });
  expect(instances.flatMap((life) => spansOf(life, 0)).at(-1)).toMatchObject({ kind: 'idle', toMs: 30_016 });
  expect(rows.at(-1)).toMatchObject({ kind: 'gone', reason: 'expired' });
});

test('the log keeps its newest rows and counts the ones it lost', () => {
  const lines = Array.from({ length: 1_000 }, (_, at) => ({ level: 'log' as const, text: String(at) }));
  const ledger = read([
    { type: 'log', atMs: 0, functionName: 'f', instanceId: 1, invocationId: 'a', lines, dropped: 7 },
  ]);
  expect(ledger.rows).toHaveLength(400);
  expect(ledger.rows.at(-1)).toMatchObject({ kind: 'dropped', count: 7 });
  expect(ledger.rows.at(-2)).toMatchObject({ text: '999' });
  expect(ledger.rowsLost).toBe(601);
});

test('refusals in a row are one row that counts them', () => {
  const refused = (invocationId: string): Entry => ({
    type: 'throttled',
    atMs: 1,
    functionName: 'begroet',
    invocationId,
    limit: 'concurrencyLimit',
  });
  const { rows } = read([refused('a'), refused('b'), refused('c'), ...coldRun, refused('d')]);
  const throttled = rows.filter(({ kind }) => kind === 'throttled');
  expect(throttled).toMatchObject([
    { count: 3, invocationId: null },
    { count: 1, invocationId: 'd' },
  ]);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
});

test('a batch that comes back is one row with how many, after the error that its function gave', () => {
  const event = { queueName: 'wachtrij', functionName: 'werk' };
  const returned = (messageId: string): Entry => ({
    ...event,
    type: 'messageReturned',
    atMs: 20,
    messageId,
    invocationId: 'event-1',
    reason: 'error',
    attempts: 1,
    visibleAtMs: 2_020,
  });
  const { rows } = read([
    {
      ...event,
      type: 'messagesDelivered',
      atMs: 0,
      invocationId: 'event-1',
      messages: [
        { messageId: 'm1', attempt: 1 },
        { messageId: 'm2', attempt: 1 },
      ],
    },
    { type: 'accepted', atMs: 0, functionName: 'werk', version: 1, instanceId: 1, invocationId: 'event-1' },
    {
      type: 'result',
      atMs: 20,
      functionName: 'werk',
      instanceId: 1,
      invocationId: 'event-1',
      returned: null,
      failure: {
        code: 'HANDLER_ERROR',
        error: { name: 'Error', message: 'stuk', frames: [{ file: 'werk.js', line: 3, column: 1 }] },
      },
    },
    {
      ...of,
      type: 'invocationEnded',
      atMs: 20,
      invocationId: 'event-1',
      outcome: 'error',
      phase: 'handler',
      isCold: false,
      durationMs: 2,
      initMs: null,
      usage: { durationMs: 2, memoryMb: 128 },
    },
    returned('m1'),
    returned('m2'),
  ]);
  expect(rows).toMatchObject([
    { kind: 'line', level: 'error', text: 'Error: stuk (werk.js, regel 3)' },
    { kind: 'returned', count: 2, waitMs: 2_000, invocationId: 'event-1' },
  ]);
});

test('instances that are gone stay while there are no more than eight, those that are alive always', () => {
  const started = (instanceId: number): Entry => ({
    ...of,
    type: 'instanceStarted',
    atMs: instanceId,
    instanceId,
    invocationId: `i${instanceId}`,
  });
  const gone = (instanceId: number): Entry => ({
    ...of,
    type: 'instanceGone',
    atMs: 100,
    instanceId,
    reason: 'expired',
  });
  const ids = Array.from({ length: 12 }, (_, at) => at + 1);
  const alive = read(ids.map(started));
  expect(alive.instances).toHaveLength(12);
  const some = read([...ids.map(started), ...[3, 1, 12, 5, 7, 9].map(gone)]);
  expect(some.instances.map(({ instanceId }) => instanceId)).toEqual([2, 4, 6, 7, 8, 9, 10, 11]);
});
