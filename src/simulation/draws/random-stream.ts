/**
 * Streams of random numbers. Each purpose has a stream of its own, so that a change in one shape (other durations) leaves
 * the numbers of another (the same arrivals) as they were.
 */
import { nextRandomState, randomFrom } from '../../platform/index.ts';

export interface Stream {
  /** The next number: a whole number of 2^-32, at least 0 and less than 1. */
  next(): number;
}

/**
 * The platform's own generator, mulberry32, whose period is 2^32.
 *
 * @param seed a whole number; the generator's state before the first number
 */
export function stream(seed: number): Stream {
  let state = seed | 0;
  return {
    next() {
      state = nextRandomState(state);
      return randomFrom(state);
    },
  };
}
