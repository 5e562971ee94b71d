import { expect, test } from 'vitest';
import type { Entry } from '../../../src/engine/index.ts';
import { outcomeOf } from '../../../src/playground/entries/attempts.ts';
import { emptyTracks, type Tracks } from '../../../src/playground/entries/ledger.ts';
import { read } from '../timeline/story.ts';

const of = { queueName: 'wachtrij', functionName: 'werk' };

const delivered = (invocationId: string, attempt: number, ...messageIds: string[]): Entry[] => [
  {
    ...of,
    type: 'messagesDelivered',
    atMs: 0,
    invocationId,
    messages: messageIds.map((messageId) => ({ messageId, attempt })),
  },
  { type: 'accepted', atMs: 0, functionName: 'werk', version: 1, instanceId: 1, invocationId },
];
const returned = (invocationId: string, messageId: string, visibleAtMs: number): Entry => ({
  ...of,
  type: 'messageReturned',
  atMs: 5,
  invocationId,
  messageId,
  reason: 'error',
  attempts: 1,
  visibleAtMs,
});
const result = (invocationId: string): Entry => ({
  type: 'result',
  atMs: 5,
  functionName: 'werk',
  instanceId: 1,
  invocationId,
  returned: '1',
  failure: null,
});
const dead: Entry = {
  ...of,
  type: 'messageDead',
  atMs: 9,
  messageId: 'm1',
  reason: 'attempts',
  attempts: 3,
  hops: 0,
};

const outcomes = (tracks: Tracks) => tracks.attempts.map((attempt) => outcomeOf(tracks, attempt));

test('each attempt is told apart, with what became of its messages', () => {
  const tracks = read([
    ...delivered('event-1', 1, 'm1', 'm2'),
    returned('event-1', 'm1', 2_015),
    returned('event-1', 'm2', 2_005),
    ...delivered('event-2', 3, 'm1'),
    dead,
  ]);
  expect(tracks.attempts).toMatchObject([
    { invocationId: 'event-1', attempt: 1 },
    { invocationId: 'event-2', attempt: 3 },
  ]);
  expect(outcomes(tracks)).toEqual([
    { returned: { messages: 2, atMs: 2_005 }, dead: 0 },
    { returned: null, dead: 1 },
  ]);
});

test('that a message was given up stays with its attempt, also when it is sent again', () => {
  const tracks = read([...delivered('event-1', 3, 'm1'), dead]);
  read([{ ...of, type: 'messageRedriven', atMs: 20, messageId: 'm1' }], tracks);
  expect(outcomes(tracks)).toEqual([{ returned: null, dead: 1 }]);
});

test('no more are kept than a reader looks back, and no result of those before', () => {
  const events = Array.from({ length: 80 }, (_, at) => `event-${at}`);
  const tracks = read(
    events.flatMap((id, at) => [...delivered(id, 1, `m${at}`), result(id)]),
    emptyTracks(),
  );
  expect(tracks.attempts).toHaveLength(50);
  expect(tracks.attempts[0]?.invocationId).toBe('event-30');
  expect([29, 30].map((at) => tracks.invocations.get(`event-${at}`)?.result !== null)).toEqual([false, true]);
  read([result('event-0')], tracks);
  expect(tracks.invocations.get('event-0')?.result).toBeNull();
});
