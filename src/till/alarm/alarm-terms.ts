/** The nouns of an alarm: what it watches, what it hears, and how it stands. */
import type { Decimal, UsageRecord } from '../../billing/index.ts';

/**
 * What is watched. `usd`: the whole bill; `failed` and `refused`: how many calls in the last minute; `p95`: what 95 of 100 calls
 * of the last minute stayed within, in ms.
 */
export type AlarmOn = 'usd' | 'failed' | 'refused' | 'p95';

export interface AlarmTerms {
  readonly on: AlarmOn;
  /** It goes off above this, and not at it: dollars, calls or milliseconds, to the last digit. */
  readonly above: Decimal;
  /** So much later than it happened the figures come in. */
  readonly lateMs: number;
  /** What rings also sets the limit of calls at once to 0. */
  readonly stops: boolean;
}

/** One call that ended or was refused. */
export interface Heard {
  readonly atMs: number;
  readonly outcome: 'ok' | 'failed' | 'refused';
  /** Null when nothing is billed. */
  readonly usage: UsageRecord | null;
}

/** How the bill stood at a moment: what ended at that very moment is on it. */
export interface AlarmMoment {
  readonly atMs: number;
  /** That are billed. */
  readonly calls: number;
  readonly usd: Decimal;
}

export interface AlarmStanding {
  readonly crossed: AlarmMoment | null;
  /** Exactly as much later as the terms say, however late anybody looked. */
  readonly rung: AlarmMoment | null;
}

export const QUIET: AlarmStanding = { crossed: null, rung: null };
