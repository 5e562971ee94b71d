/** What became of the messages that an invocation was given: a view of the tracks. */
import type { Invocation } from './invocation.ts';
import type { Tracks } from './ledger.ts';

export interface Outcome {
  /** Messages of it that came back, and when the first of them can be delivered again; null when none did. */
  readonly returned: { readonly messages: number; readonly atMs: number } | null;
  /** Messages of it that went to the dead letters. */
  readonly dead: number;
}

export function outcomeOf({ messages }: Tracks, { invocationId, messages: ids }: Invocation): Outcome {
  const deliveries = ids.flatMap(
    (id) => messages.byId.get(id)?.deliveries.findLast((each) => each.invocationId === invocationId) ?? [],
  );
  const backMs = deliveries.flatMap(({ backAtMs }) => backAtMs ?? []);
  return {
    returned: backMs.length === 0 ? null : { messages: backMs.length, atMs: Math.min(...backMs) },
    dead: deliveries.filter(({ isDead }) => isDead).length,
  };
}
