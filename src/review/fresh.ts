/**
 * Questions with numbers that are drawn anew each time. The right answer comes from `billing` or from the arithmetic that the
 * lesson teaches; each wrong option is what somebody gets who makes a mistake that a guide names, and says which.
 */
import { Random } from '../exercises/fresh-inputs.ts';
import type { Maker } from './maker.ts';
import { MONEY_SUMS } from './money-sums.ts';
import type { ReviewQuestion } from './question.ts';
import { TIME_SUMS } from './time-sums.ts';

export const MAKERS: readonly Maker[] = [...TIME_SUMS, ...MONEY_SUMS];

/**
 * One question of each maker.
 *
 * @param seed the same gives the same numbers: a question must not change while its reader thinks
 */
export function freshQuestions(seed: number): readonly ReviewQuestion[] {
  return MAKERS.map(({ slug, name, make }) => {
    const random = new Random(seed, slug, name);
    const { prompt, right, why, wrong, show } = make(random);
    const options = [
      { text: show(right), hint: '' },
      ...wrong.map(({ value, hint }) => ({ text: show(value), hint })),
    ];
    // Two mistakes may come to the same: then one of them is enough.
    const different = options.filter(
      ({ text }, at) => options.findIndex((other) => other.text === text) === at,
    );
    const mixed = random.shuffled(different);
    return {
      id: `${slug}/som-${name}`,
      slug,
      prompt,
      options: mixed.map(({ text }) => text),
      answer: mixed.findIndex(({ text }) => text === show(right)),
      why,
      hints: mixed.map(({ hint }) => hint),
    };
  });
}
