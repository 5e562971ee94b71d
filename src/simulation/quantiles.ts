/**
 * Quantiles of any number of durations in constant memory. Durations are counted in buckets, of which the width grows
 * with the duration: each power of two is cut in 256 equal pieces. A quantile is the middle of its bucket, and so at
 * most 1/512 (0.2 %) away from the duration that really stands there; below half a millisecond it is exact. Counts add
 * up, so that sketches of parts merge to the sketch of the whole, in any order.
 */

/** What a quantile can differ from the exact one, as a share of that one. */
export const QUANTILE_ERROR = 1 / 512;

const US_PER_MS = 1000;
const PIECES_BITS = 8;
const PIECES = 2 ** PIECES_BITS;
/** Whole microseconds stay exact up to 2^53. */
const MOST_BITS = 53;
const WORD_BITS = 32;
/** As far as a shift stays positive. */
const HALF_BITS = 30;
const WORD = 2 ** WORD_BITS;
const BUCKETS = PIECES * (MOST_BITS - PIECES_BITS + 1);
const MOST_US = 2 ** MOST_BITS - 1;

export interface QuantileSketch {
  /** How many durations it has heard of. */
  readonly count: number;
  /** @param ms 0 or more; kept to the microsecond. @param times how many of them; 1 if absent */
  add(ms: number, times?: number): void;
  /** Adds what another has heard of; that one stays as it is. */
  merge(other: QuantileSketch): void;
  /**
   * The duration, in milliseconds, that at least this share of all stays at or below (nearest rank); null when it has
   * heard of none.
   *
   * @param share from 0 (the shortest, exact) to 1 (the longest, exact)
   */
  quantile(share: number): number | null;
  /** Forgets everything, and keeps its memory. */
  reset(): void;
  /** Its counters, for another sketch to merge. */
  readonly counters: Readonly<SketchCounters>;
}

interface SketchCounters {
  readonly buckets: Float64Array;
  readonly shortestUs: number;
  readonly longestUs: number;
}

export function createSketch(): QuantileSketch {
  const buckets = new Float64Array(BUCKETS);
  let count = 0;
  let shortestUs = Number.POSITIVE_INFINITY;
  let longestUs = 0;

  return {
    get count() {
      return count;
    },
    get counters() {
      return { buckets, shortestUs, longestUs };
    },
    add(ms, times = 1) {
      if (times === 0) return;
      const us = Math.min(Math.floor(ms * US_PER_MS + 0.5), MOST_US);
      const at = bucketOf(us);
      buckets[at] = (buckets[at] as number) + times;
      count += times;
      if (us < shortestUs) shortestUs = us;
      if (us > longestUs) longestUs = us;
    },
    merge(other) {
      const more = other.counters;
      for (let at = 0; at < BUCKETS; at += 1) {
        buckets[at] = (buckets[at] as number) + (more.buckets[at] as number);
      }
      count += other.count;
      shortestUs = Math.min(shortestUs, more.shortestUs);
      longestUs = Math.max(longestUs, more.longestUs);
    },
    quantile(share) {
      if (count === 0) return null;
      const rank = Math.max(1, Math.ceil(share * count));
      // The ends are known exactly; a bucket's middle could lie beyond them.
      if (rank === 1) return shortestUs / US_PER_MS;
      if (rank >= count) return longestUs / US_PER_MS;
      let at = 0;
      for (let seen = buckets[0] as number; seen < rank; seen += buckets[at] as number) at += 1;
      return Math.min(Math.max(middleOf(at), shortestUs), longestUs) / US_PER_MS;
    },
    reset() {
      buckets.fill(0);
      count = 0;
      shortestUs = Number.POSITIVE_INFINITY;
      longestUs = 0;
    },
  };
}

/** Below 2 × PIECES a bucket is one microsecond wide; each next power of two has PIECES buckets of twice the width. */
function bucketOf(us: number): number {
  if (us < PIECES) return us;
  const isLong = us >= WORD;
  // Only 32 bits are counted at once.
  const bits = isLong ? 2 * WORD_BITS - Math.clz32(us / WORD) : WORD_BITS - Math.clz32(us);
  const doublings = bits - PIECES_BITS - 1;
  const piece = isLong ? Math.floor(us / powerOfTwo(doublings)) : us >>> doublings;
  return doublings * PIECES + piece;
}

function middleOf(bucket: number): number {
  if (bucket < 2 * PIECES) return bucket;
  const doublings = Math.floor(bucket / PIECES) - 1;
  const width = powerOfTwo(doublings);
  return (bucket - doublings * PIECES) * width + (width - 1) / 2;
}

/** Without the engine's own power, for 0 to 60. */
function powerOfTwo(exponent: number): number {
  return exponent <= HALF_BITS ? 1 << exponent : (1 << (exponent - HALF_BITS)) * (1 << HALF_BITS);
}
