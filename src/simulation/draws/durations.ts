/** Draws how long something takes, from each shape of `shapes.ts`. */
import type { Durations } from '../shapes.ts';
import { exp, ln } from './elementary.ts';
import { normalBelow } from './normal.ts';
import type { Stream } from './random-stream.ts';

const MS_PER_SECOND = 1000;
/** Longer than any run: with a heavy tail, a draw could be beyond what a moment can be. */
const LONGEST_MS = 4e12;
/** Half of the grid on which a stream's numbers lie: in the middle of their step, no share is 0 or 1. */
const HALF_STEP = 2 ** -33;

/**
 * The first phase of `h2` is taken with this chance, and has the rate 2 p / mean; the other 2 (1 − p) / mean. Both make up
 * half of the mean ("balanced"), and the variance is 4 times the square of the mean: p = (1 + √(3/5)) / 2.
 */
const FIRST_PHASE = (1 + Math.sqrt(0.6)) / 2;

/**
 * A function that draws the next duration each time it is called. It takes one number from the stream, `h2` two, and
 * `constant` none.
 *
 * @param durations as `readScenario` lets them through
 * @returns draws in milliseconds, with more digits than the whole microseconds of the platform
 */
export function sampler(durations: Durations, random: Stream): () => number {
  switch (durations.kind) {
    case 'constant': {
      const { mean } = durations;
      return () => mean;
    }
    case 'exponential': {
      const { mean } = durations;
      return () => -mean * ln(1 - random.next());
    }
    case 'h2': {
      const first = durations.mean / (2 * FIRST_PHASE);
      const second = durations.mean / (2 * (1 - FIRST_PHASE));
      return () => {
        const mean = random.next() < FIRST_PHASE ? first : second;
        return -mean * ln(1 - random.next());
      };
    }
    case 'lognormal': {
      const { mu, sigma } = durations;
      return () => {
        const seconds = exp(mu + sigma * normalBelow(random.next() + HALF_STEP));
        return Math.min(MS_PER_SECOND * seconds, LONGEST_MS);
      };
    }
    case 'weibull': {
      // λ E^(1/k), with E exponential; the power is taken by its logarithm.
      const scale = durations.lambda * MS_PER_SECOND;
      const power = 1 / durations.k;
      return () => {
        const waited = -ln(1 - (random.next() + HALF_STEP));
        return Math.min(scale * exp(power * ln(waited)), LONGEST_MS);
      };
    }
    case 'samples': {
      const { values } = durations;
      const count = values.length;
      return () => values[Math.floor(random.next() * count)] as number;
    }
  }
}

/**
 * What the draws are on average, in milliseconds; infinite when it is more than a double holds.
 */
export function meanMs(durations: Durations): number {
  switch (durations.kind) {
    case 'constant':
    case 'exponential':
    case 'h2':
      return durations.mean;
    case 'lognormal':
      return MS_PER_SECOND * exp(durations.mu + (durations.sigma * durations.sigma) / 2);
    case 'weibull':
      return MS_PER_SECOND * durations.lambda * exp(lnGamma(1 + 1 / durations.k));
    case 'samples':
      return durations.values.reduce((sum, value) => sum + value / durations.values.length, 0);
  }
}

/**
 * The logarithm of the gamma function by Stirling's series, for 1 and more: beyond 10 its error is less than 1e-10, and
 * below that Γ(x) = Γ(x + 1) / x leads there.
 */
function lnGamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < 10; at += 1) shift += ln(at);
  const square = at * at;
  const series = (1 / 12 - (1 / 360 - 1 / (1260 * square)) / square) / at;
  return (at - 0.5) * ln(at) - at + 0.5 * ln(2 * Math.PI) + series - shift;
}
