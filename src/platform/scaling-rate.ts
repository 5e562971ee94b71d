/**
 * How fast a function may grow: so many new instances in ten seconds, and no more. What is allowed comes back little by
 * little, and what is not used is not saved up beyond those ten seconds. In the hydraulic picture: a bucket that is full
 * at first, from which each new instance takes one measure, and into which a tap runs that fills it in ten seconds.
 *
 * What is in the bucket is counted in shares of a start so small that each microsecond brings a whole number of them.
 *
 * Source: AWS Lambda developer guide, "Lambda function scaling": 1,000 environments every 10 seconds for each function.
 */
import type { FunctionState, PlatformState } from './state.ts';

/** In microseconds; and as many shares are one start. */
const WINDOW_US = 10_000_000;

/** May a function start one more instance now? */
export function mayStart(state: PlatformState, owner: FunctionState): boolean {
  const { startsPerTenSeconds } = owner.newest;
  return startsPerTenSeconds === null || sharesNow(state, owner, startsPerTenSeconds) >= WINDOW_US;
}

/** To be called when a function starts an instance for an invocation. */
export function noteStart(state: PlatformState, owner: FunctionState): void {
  const { startsPerTenSeconds } = owner.newest;
  if (startsPerTenSeconds === null) return;
  owner.startShares = sharesNow(state, owner, startsPerTenSeconds) - WINDOW_US;
  owner.sharesAtUs = state.nowUs;
}

/** From when on a function may start an instance again; it may not now. */
export function mayStartUs({ newest, startShares, sharesAtUs }: FunctionState): number {
  const { startsPerTenSeconds } = newest;
  if (startsPerTenSeconds === null) return sharesAtUs;
  return sharesAtUs + Math.ceil((WINDOW_US - startShares) / startsPerTenSeconds);
}

function sharesNow(state: PlatformState, owner: FunctionState, startsPerTenSeconds: number): number {
  const us = Math.min(state.nowUs - owner.sharesAtUs, WINDOW_US);
  return Math.min(owner.startShares + us * startsPerTenSeconds, WINDOW_US * startsPerTenSeconds);
}
