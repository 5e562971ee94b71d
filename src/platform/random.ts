/**
 * mulberry32: a generator of which the whole state is one number of 32 bits, so that it is data like the
 * rest of the state and the same seed always gives the same numbers. Not for secrets.
 * Source: Tommy Ettinger, public domain, 2017; in JavaScript by github.com/bryc/code (PRNGs.md).
 */

const WEYL_STEP = 0x6d2b79f5;
const RANGE = 2 ** 32;

/** The state after this one. */
export function nextRandomState(randomState: number): number {
  return (randomState + WEYL_STEP) | 0;
}

/** The number that belongs to a state: at least 0, and less than 1. */
export function randomFrom(randomState: number): number {
  let mixed = Math.imul(randomState ^ (randomState >>> 15), randomState | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / RANGE;
}
