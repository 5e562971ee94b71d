/** What a sum with fresh numbers is: `fresh.ts` makes a question of it. */
import type { Random } from '../exercises/fresh-inputs.ts';

interface Wrong {
  readonly value: number;
  /** What was done wrong by who gets this. */
  readonly hint: string;
}

export interface Sum {
  readonly prompt: string;
  readonly right: number;
  readonly why: string;
  /** What comes of the mistakes that the guides name. */
  readonly wrong: readonly Wrong[];
  readonly show: (value: number) => string;
}

export interface Maker {
  /** Of the lesson that teaches it. */
  readonly slug: string;
  readonly name: string;
  readonly make: (random: Random) => Sum;
}
