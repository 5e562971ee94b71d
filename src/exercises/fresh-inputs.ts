/**
 * Fresh inputs for checks: random, and yet the same for everybody who draws with the same seed, so that a whole class is asked
 * the same and a teacher can ask it again.
 */
import { nextRandomState, randomFrom } from '../platform/index.ts';
import { hashOf } from './fingerprint.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

export class Random {
  #state: number;

  /** @param seed and what is drawn for: each place in the course gets numbers of its own */
  constructor(seed: number, ...place: readonly (string | number)[]) {
    this.#state = hashOf([seed, ...place].join('\0'));
  }

  /** At least 0, and less than 1. */
  next(): number {
    this.#state = nextRandomState(this.#state);
    return randomFrom(this.#state);
  }

  /** A whole number, both ends included. */
  whole(least: number, most: number): number {
    return least + Math.floor(this.next() * (most - least + 1));
  }

  /** @param chance 0.25 is one time in four */
  isTrue(chance = 0.5): boolean {
    return this.next() < chance;
  }

  /** @throws RangeError for an empty list */
  pick<T>(list: readonly T[]): T {
    const at = this.whole(0, list.length - 1);
    const found = list[at];
    if (found === undefined) throw new RangeError('there is nothing to pick from');
    return found;
  }

  /** From `least` to `most` of what `make` makes. */
  list<T>(least: number, most: number, make: (at: number) => T): T[] {
    return Array.from({ length: this.whole(least, most) }, (_, at) => make(at));
  }

  /** The same in another order, each order as likely as any. */
  shuffled<T>(list: readonly T[]): T[] {
    return list
      .map((one) => ({ one, rank: this.next() }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ one }) => one);
  }

  /** Small letters of the alphabet: long enough not to be met twice. */
  word(least = 6, most = 10): string {
    return this.list(least, most, () => LETTERS[this.whole(0, LETTERS.length - 1)] ?? '').join('');
  }
}

/** A seed that nobody can know beforehand: drawn when a check or a marking begins. */
export function drawSeed(): number {
  return crypto.getRandomValues(new Uint32Array(1))[0] ?? 0;
}
