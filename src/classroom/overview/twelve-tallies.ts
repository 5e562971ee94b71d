/** What a class knew before the course and after it, for each of the twelve: counts of what hand-ins claim, and nobody's name. */

import type { ClassItem } from '../../review/twelve/index.ts';
import type { FormName } from '../../review/twelve/kept-twelve.ts';
import { RIGHT } from '../../review/twelve/kept-twelve.ts';
import type { ClaimedAnswer, Claims } from '../hand-in/claims.ts';

interface Share {
  readonly right: number;
  /** Who answered the question as it is now. */
  readonly of: number;
}

export interface TwelveTally {
  readonly item: ClassItem;
  readonly before: Share;
  readonly after: Share;
  readonly pairs: Pairs;
  /** The wrong answer that was chosen most, in each form: the belief and how many; null when nobody chose any. */
  readonly believedBefore: Believed | null;
  readonly believedAfter: Believed | null;
}

/** Those who answered before and after: only they say what changed. */
export interface Pairs {
  readonly of: number;
  readonly before: number;
  readonly after: number;
}

interface Believed {
  readonly belief: string;
  readonly count: number;
}

/** With fewer, one student more or less makes another gain of it. */
export const LEAST_PAIRS = 5;

/**
 * How much of what a class could still gain it did gain: (after − before) / (100 − before), over the same students.
 *
 * @returns from 0 to 1; null when it says nothing: too few, nothing left to gain, or less known than before
 * Source: R. R. Hake, "Interactive-engagement versus traditional methods", American Journal of Physics 66 (1998), 64–74
 */
export function gainOf({ of, before, after }: Pairs): number | null {
  if (of < LEAST_PAIRS || before >= of || after < before) return null;
  return (after - before) / (of - before);
}

/**
 * In the order of the questions. An answer to a question that has changed since is not counted.
 *
 * @param claims of each student
 * @returns nothing when no answer counts
 */
export function twelveTallies(
  claims: readonly Claims[],
  items: readonly ClassItem[],
): readonly TwelveTally[] {
  const tallies = items.map((item) => tallyOf(item, claims));
  return tallies.some(({ before, after }) => before.of + after.of > 0) ? tallies : [];
}

/** Over all questions together. */
export function allPairs(tallies: readonly TwelveTally[]): Pairs {
  const sum = (pick: (pairs: Pairs) => number) =>
    tallies.reduce((total, { pairs }) => total + pick(pairs), 0);
  return { of: sum(({ of }) => of), before: sum(({ before }) => before), after: sum(({ after }) => after) };
}

function tallyOf(item: ClassItem, claims: readonly Claims[]): TwelveTally {
  const found = claims.map(({ twelve }) => ({
    before: answerIn(twelve, item, 'a'),
    after: answerIn(twelve, item, 'b'),
  }));
  const all = (when: 'before' | 'after') => found.flatMap((one) => one[when] ?? []);
  const both = found.filter(({ before, after }) => before !== undefined && after !== undefined);
  return {
    item,
    before: shareOf(all('before')),
    after: shareOf(all('after')),
    pairs: {
      of: both.length,
      before: both.filter(({ before }) => before === RIGHT).length,
      after: both.filter(({ after }) => after === RIGHT).length,
    },
    believedBefore: believedMost(all('before'), item),
    believedAfter: believedMost(all('after'), item),
  };
}

/** @returns what was chosen; undefined when it does not count */
function answerIn(twelve: readonly ClaimedAnswer[], item: ClassItem, form: FormName): number | undefined {
  return twelve.find((one) => one.id === item.id && one.form === form && one.print === item.prints[form])
    ?.choice;
}

const shareOf = (choices: readonly number[]): Share => ({
  right: choices.filter((choice) => choice === RIGHT).length,
  of: choices.length,
});

function believedMost(choices: readonly number[], { wrong }: ClassItem): Believed | null {
  const counts = wrong.map((belief, at) => ({
    belief,
    count: choices.filter((choice) => choice === at + 1).length,
  }));
  const [most] = counts.toSorted((a, b) => b.count - a.count);
  return most !== undefined && most.count > 0 ? most : null;
}
