import { expect, test } from 'vitest';
import type { Entry } from '../../../src/engine/index.ts';
import { type Delivery, noteDelivery } from '../../../src/playground/entries/attempts.ts';

const of = { queueName: 'wachtrij', functionName: 'werk' };

function read(entries: readonly Entry[]): Delivery[] {
  const deliveries: Delivery[] = [];
  for (const entry of entries) noteDelivery(deliveries, entry);
  return deliveries;
}

const delivered = (invocationId: string, attempt: number, ...messageIds: string[]): Entry => ({
  ...of,
  type: 'messagesDelivered',
  atMs: 0,
  invocationId,
  messages: messageIds.map((messageId) => ({ messageId, attempt })),
});
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

test('each attempt is a delivery of its own, with what became of its messages', () => {
  const deliveries = read([
    delivered('event-1', 1, 'm1', 'm2'),
    returned('event-1', 'm1', 2_005),
    returned('event-1', 'm2', 2_005),
    delivered('event-2', 3, 'm1'),
    { ...of, type: 'messageDead', atMs: 9, messageId: 'm1', reason: 'attempts', attempts: 3, hops: 0 },
  ]);
  expect(deliveries).toMatchObject([
    { invocationId: 'event-1', attempt: 1, returned: { messages: 2, atMs: 2_005 }, dead: 0 },
    { invocationId: 'event-2', attempt: 3, returned: null, dead: 1 },
  ]);
});

test('no more are kept than a reader looks back', () => {
  const deliveries = read(Array.from({ length: 80 }, (_, at) => delivered(`event-${at}`, 1, `m${at}`)));
  expect(deliveries).toHaveLength(50);
  expect(deliveries[0]?.invocationId).toBe('event-30');
});
