/** What became of events and batches of messages: one delivery an attempt, with what its function came to. */
import type { Entry, ResultEntry } from '../../engine/index.ts';
import type { InvocationEnded } from '../../platform/index.ts';

/** More than a reader looks back. */
const KEPT = 50;

export interface Delivery {
  readonly invocationId: string;
  readonly functionName: string;
  /** Of a batch the highest of its messages. */
  readonly attempt: number;
  readonly messageIds: readonly string[];
  /** Null while it runs. */
  readonly result: ResultEntry | null;
  readonly ended: InvocationEnded | null;
  /** Messages of it that come again, and when the first of them does; null when none does. */
  readonly returned: { readonly messages: number; readonly atMs: number } | null;
  /** Messages of it that went to the dead letters. */
  readonly dead: number;
}

/** Reads one entry into the list, newest last. A delivery of which more is known is another object: views compare. */
export function noteDelivery(deliveries: Delivery[], entry: Entry): void {
  switch (entry.type) {
    case 'messagesDelivered': {
      const { invocationId, functionName, messages } = entry;
      deliveries.push({
        invocationId,
        functionName,
        attempt: Math.max(...messages.map(({ attempt }) => attempt)),
        messageIds: messages.map(({ messageId }) => messageId),
        result: null,
        ended: null,
        returned: null,
        dead: 0,
      });
      if (deliveries.length > KEPT) deliveries.shift();
      break;
    }
    case 'result':
      change(deliveries, isOf(entry.invocationId), () => ({ result: entry }));
      break;
    case 'invocationEnded':
      change(deliveries, isOf(entry.invocationId), () => ({ ended: entry }));
      break;
    case 'messageReturned':
      change(deliveries, isOf(entry.invocationId), ({ returned }) => {
        const { messages = 0, atMs = entry.visibleAtMs } = returned ?? {};
        return { returned: { messages: messages + 1, atMs: Math.min(atMs, entry.visibleAtMs) } };
      });
      break;
    case 'messageDead':
      change(
        deliveries,
        ({ messageIds }) => messageIds.includes(entry.messageId),
        ({ dead }) => ({ dead: dead + 1 }),
      );
      break;
    default:
  }
}

function isOf(invocationId: string) {
  return (delivery: Delivery) => delivery.invocationId === invocationId;
}

/** The newest that fits. */
function change(
  deliveries: Delivery[],
  fits: (delivery: Delivery) => boolean,
  how: (delivery: Delivery) => Partial<Delivery>,
): void {
  const at = deliveries.findLastIndex(fits);
  const before = deliveries[at];
  if (before !== undefined) deliveries[at] = { ...before, ...how(before) };
}
