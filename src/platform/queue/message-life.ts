/**
 * The life of a message, as data, as `transitions.ts` has it for instances.
 *
 *     new ──accepted──▶ delayed ──due──▶ visible ──delivered──▶ inFlight ──acknowledged──▶ gone
 *      │                 ▲  ▲                                    │   │
 *      │                 │  └──────────────returned──────────────┘   │
 *      │                 └redriven─ dead ◀───────────buried──────────┘
 *      └──────────────────buried────▶
 *
 * An older delivery, of which the visibility timeout has passed, may still acknowledge a message that
 * waits, is in flight once more, or is dead. `gone` is the end: the platform forgets the message.
 */
import { PlatformError } from '../errors.ts';

export type MessageState = 'new' | 'delayed' | 'visible' | 'inFlight' | 'dead' | 'gone';

export type MessageCause =
  | 'accepted'
  /** Its delay, or the wait before its next attempt, is over. */
  | 'due'
  | 'delivered'
  /** Its delivery failed or took too long, and it has attempts left. */
  | 'returned'
  /** Its attempts are used up, or its trace is a loop. */
  | 'buried'
  | 'redriven'
  | 'acknowledged'
  | 'discarded'
  | 'purged';

/** From each state, what each cause leads to. What is not here cannot happen. */
export const MESSAGE_TRANSITIONS: {
  readonly [From in MessageState]: { readonly [Why in MessageCause]?: MessageState };
} = {
  new: { accepted: 'delayed', buried: 'dead' },
  delayed: { due: 'visible', acknowledged: 'gone', discarded: 'gone', purged: 'gone' },
  visible: { delivered: 'inFlight', acknowledged: 'gone', discarded: 'gone', purged: 'gone' },
  inFlight: { returned: 'delayed', buried: 'dead', acknowledged: 'gone', purged: 'gone' },
  dead: { redriven: 'delayed', acknowledged: 'gone', discarded: 'gone', purged: 'gone' },
  gone: {},
};

/** @throws PlatformError `ILLEGAL_TRANSITION` */
export function nextMessageState(from: MessageState, cause: MessageCause): MessageState {
  const to = MESSAGE_TRANSITIONS[from][cause];
  if (to === undefined) throw new PlatformError('ILLEGAL_TRANSITION', `${from} message, ${cause}`);
  return to;
}
