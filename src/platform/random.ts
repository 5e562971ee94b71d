/** Random numbers that follow from a seed: the same ones wherever a lesson or a check needs the same luck again. */

const WEYL_STEP = 0x6d2b79f5;
const RANGE = 2 ** 32;

/**
 * The next state of a generator of random numbers, mulberry32: its whole state is one number of 32 bits, so that it is
 * data like the rest of the platform's state, and the same seed always gives the same numbers. Not for secrets.
 * Source: Tommy Ettinger, public domain, 2017; in JavaScript by github.com/bryc/code (PRNGs.md).
 */
export function nextRandomState(randomState: number): number {
  return (randomState + WEYL_STEP) | 0;
}

/** The random number that belongs to a state of the generator: at least 0, and less than 1. */
export function randomFrom(randomState: number): number {
  let mixed = Math.imul(randomState ^ (randomState >>> 15), randomState | 1);
  mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
  return ((mixed ^ (mixed >>> 14)) >>> 0) / RANGE;
}
