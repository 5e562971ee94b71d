/** The twelve as a page shows them: data that a page can carry, made while the site is built. */

import type { LessonLink } from '../../course/lesson-links.ts';
import { fingerprintOf } from '../../exercises/fingerprint.ts';
import { Random } from '../../exercises/fresh-inputs.ts';
import { BELIEFS } from './beliefs.ts';
import { RIGHT } from './kept-twelve.ts';
import type { Asked, Misconception } from './two-forms.ts';
import { WHAT_IT_COSTS } from './what-it-costs.ts';
import { WHAT_RUNS } from './what-runs.ts';

/** In the order in which they are asked: the easiest word of the field first, and money between the rest. */
export const TWELVE: readonly Misconception[] = WHAT_RUNS.flatMap((one, at) => [
  one,
  ...WHAT_IT_COSTS.slice(at, at + 1),
]);

interface ShownOption {
  /** As it is kept: `RIGHT`, or the place of a wrong answer, the same in both forms. */
  readonly choice: number;
  readonly text: string;
  /** Of a wrong answer: what its chooser believes, and why that is not so; empty for the right one. */
  readonly belief: string;
  readonly reason: string;
}

export interface ShownForm {
  /** Of the question as it is asked: an answer to another one does not count for it. */
  readonly print: string;
  readonly prompt: string;
  readonly why: string;
  /** Mixed, and the same each time: who comes back, or has it on paper, finds each where it was. */
  readonly options: readonly ShownOption[];
}

export interface TwelveQuestion {
  readonly id: string;
  /** What is believed, in a sentence. */
  readonly belief: string;
  readonly lesson: LessonLink;
  readonly a: ShownForm;
  readonly b: ShownForm;
}

/** @throws Error when the lesson of a question is not there */
export function twelveQuestions(lessons: readonly LessonLink[]): readonly TwelveQuestion[] {
  return TWELVE.map(({ id, slug, a, b }) => {
    const lesson = lessons.find((one) => one.slug === slug);
    if (lesson === undefined)
      throw new Error(`${id}, of the twelve, is taught by ${slug}, which is no lesson`);
    return { id, belief: BELIEFS[id], lesson, a: shown(a, `${id} a`), b: shown(b, `${id} b`) };
  });
}

function shown({ prompt, right, why, wrong }: Asked, place: string): ShownForm {
  const options: readonly ShownOption[] = [
    { choice: RIGHT, text: right, belief: '', reason: '' },
    ...wrong.map(({ text, belief, reason }, at) => ({
      choice: at + 1,
      text,
      belief: BELIEFS[belief],
      reason,
    })),
  ];
  return {
    // What is explained may be put better without making it another question.
    print: fingerprintOf([prompt, right, wrong.map(({ text, belief }) => [text, belief])]),
    prompt,
    why,
    options: new Random(0, place).shuffled(options),
  };
}

/** As much of it as counting a class takes. */
export interface ClassItem {
  readonly id: string;
  readonly belief: string;
  readonly lesson: LessonLink;
  readonly prints: { readonly a: string; readonly b: string };
  /** What each wrong answer comes of, the same in both forms: choice 1 is the first. */
  readonly wrong: readonly string[];
}

export function classItem({ id, belief, lesson, a, b }: TwelveQuestion): ClassItem {
  const wrong = a.options
    .filter(({ choice }) => choice !== RIGHT)
    .toSorted((one, other) => one.choice - other.choice)
    .map((option) => option.belief);
  return { id, belief, lesson, prints: { a: a.print, b: b.print }, wrong };
}
