/** What learners tend to think, as the guides have it, beside the question that it can be wrong in and the run that shows it. */
import type { LessonQuestion } from './questions.ts';

export interface Asked {
  readonly question: LessonQuestion;
  /** Index of the wrong answer that somebody with the mistake gives. */
  readonly option: number;
}

/**
 * Where a mistake is asked.
 *
 * @param asked how the wrong answer begins, or its hint: an answer with numbers that are drawn has no words that stay
 * @param questions of the lesson
 * @returns each that fits; a guide that is right has one
 */
export function askedIn(asked: string, questions: readonly LessonQuestion[]): readonly Asked[] {
  return questions.flatMap((question) =>
    question.options.flatMap((text, option) =>
      option !== question.answer &&
      [text, question.hints[option] ?? ''].some((said) => said.startsWith(asked))
        ? [{ question, option }]
        : [],
    ),
  );
}
