/**
 * The life of an instance, as data, and the ways in which an invocation in it ends. Whatever changes the state of an instance asks this table first.
 *
 *     starting ──ready──▶ busy ◀──assigned── idle ──expired──▶ gone
 *         │                └─────────freed───▶ │
 *         └─────────readyAhead────────────────▶┘
 *
 * A starting instance has an invocation that waits for it, unless it is one that is kept ready and starts ahead of need:
 * only that one is idle when it is ready. `gone` is the end: the platform forgets the instance.
 */
import { PlatformError } from './errors.ts';

export type InstanceState = 'starting' | 'busy' | 'idle' | 'gone';

/** Why an instance is gone. */
export type GoneReason =
  /** It was idle for `idleTimeoutMs`. */
  | 'expired'
  /** A newer version of its function was deployed. */
  | 'replaced'
  /** It was idle, and the platform was full when another function needed an instance. */
  | 'evicted'
  /** An invocation in it took longer than `timeoutMs`, or its start longer than `initTimeoutMs`. */
  | 'timeout'
  | 'crashed'
  | 'initFailed'
  /** The caller of its invocation left, and only ending it stops the work. */
  | 'cancelled'
  | 'cleared';

export type Cause =
  /** An invocation was given to it. */
  | 'assigned'
  | 'ready'
  /** It has started, and nobody waits for it. */
  | 'readyAhead'
  /** Its last open invocation ended. */
  | 'freed'
  | GoneReason;

/**
 * How an invocation ended:
 *
 * - `ok`, `error`: the handler came to an end, by returning or by throwing;
 * - `timeout`: the handler took longer than `timeoutMs`, or the start of its instance longer than `initTimeoutMs`;
 * - `crash`: its instance went while it ran or started, or was ended because of a neighbour in it;
 * - `initFailed`: the module of its instance could not load;
 * - `cancelled`: the caller, or a `clear`, no longer wanted it.
 */
export type InvocationOutcome = 'ok' | 'error' | 'timeout' | 'crash' | 'initFailed' | 'cancelled';

/** From each state, what each cause leads to. What is not here cannot happen. */
export const TRANSITIONS: {
  readonly [From in InstanceState]: { readonly [Why in Cause]?: InstanceState };
} = {
  starting: {
    assigned: 'starting',
    ready: 'busy',
    readyAhead: 'idle',
    replaced: 'gone',
    timeout: 'gone',
    initFailed: 'gone',
    crashed: 'gone',
    cancelled: 'gone',
    cleared: 'gone',
  },
  busy: {
    assigned: 'busy',
    freed: 'idle',
    replaced: 'gone',
    timeout: 'gone',
    crashed: 'gone',
    cancelled: 'gone',
    cleared: 'gone',
  },
  idle: {
    assigned: 'busy',
    expired: 'gone',
    replaced: 'gone',
    evicted: 'gone',
    crashed: 'gone',
    cleared: 'gone',
  },
  gone: {},
};

/** @throws PlatformError `ILLEGAL_TRANSITION` */
export function nextState(from: InstanceState, cause: Cause): InstanceState {
  const to = TRANSITIONS[from][cause];
  if (to === undefined) throw new PlatformError('ILLEGAL_TRANSITION', `${from} instance, ${cause}`);
  return to;
}
