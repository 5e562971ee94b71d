/**
 * Questions with numbers that are drawn anew each time. The right answer comes from `billing`, from the platform in virtual time,
 * or from the arithmetic that the lesson teaches; each wrong option is what somebody gets who makes a mistake that a guide names,
 * and says which.
 */
import { Random } from '../exercises/fresh-inputs.ts';
import { INSTANCE_SUMS } from './instance-sums.ts';
import type { Maker } from './maker.ts';
import { MONEY_SUMS } from './money-sums.ts';
import type { ReviewQuestion } from './question.ts';
import { TIME_SUMS } from './time-sums.ts';

export const MAKERS: readonly Maker[] = [...TIME_SUMS, ...MONEY_SUMS, ...INSTANCE_SUMS];

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
    return mixed(
      {
        id: `${slug}/som-${name}`,
        slug,
        prompt,
        options: different.map(({ text }) => text),
        answer: 0,
        why,
        hints: different.map(({ hint }) => hint),
      },
      random,
    );
  });
}

/** The same questions, each with its options in another order: who knew only the place of the answer is asked what it says. */
export function inAnotherOrder(
  questions: readonly ReviewQuestion[],
  seed: number,
): readonly ReviewQuestion[] {
  return questions.map((question) => mixed(question, new Random(seed, question.id)));
}

function mixed(question: ReviewQuestion, random: Random): ReviewQuestion {
  const { options, hints, answer } = question;
  const order = random.shuffled(options.map((_, at) => at));
  return {
    ...question,
    options: order.map((at) => options[at] ?? ''),
    hints: order.map((at) => hints[at] ?? ''),
    answer: order.indexOf(answer),
  };
}
