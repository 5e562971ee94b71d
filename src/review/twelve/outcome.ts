/** What came of the twelve for one reader. */
import { DONT_KNOW, type FormName, type Given, type KeptTwelve, RIGHT } from './kept-twelve.ts';
import type { TwelveQuestion } from './shown.ts';

/** `changed`: the question is another one now, and the answer of then does not count. `absent`: not answered. */
export type Verdict = 'right' | 'wrong' | 'unknown' | 'changed' | 'absent';

export function verdictOf(given: Given | undefined, print: string): Verdict {
  if (given === undefined) return 'absent';
  if (given.print !== print) return 'changed';
  if (given.choice === DONT_KNOW) return 'unknown';
  return given.choice === RIGHT ? 'right' : 'wrong';
}

/** Of a form that was not handed in nothing is told. */
export function verdictIn(kept: KeptTwelve, form: FormName, question: TwelveQuestion): Verdict {
  const { handedInAtMs, answers } = kept[form];
  if (handedInAtMs === null || !Object.hasOwn(answers, question.id)) return 'absent';
  return verdictOf(answers[question.id], question[form].print);
}

/** @returns numbers of the questions that have no answer yet, from 1 on: an answer to what has changed is none */
export function openIn(
  kept: KeptTwelve,
  form: FormName,
  questions: readonly TwelveQuestion[],
): readonly number[] {
  return questions.flatMap((question, at) => {
    const given = Object.hasOwn(kept[form].answers, question.id)
      ? kept[form].answers[question.id]
      : undefined;
    return given?.print === question[form].print ? [] : [at + 1];
  });
}

/** Of one form, over the questions that count in it. */
export function scoreIn(
  kept: KeptTwelve,
  form: FormName,
  questions: readonly TwelveQuestion[],
): { readonly right: number; readonly of: number } {
  const verdicts = questions
    .map((question) => verdictIn(kept, form, question))
    .filter((verdict) => verdict !== 'absent' && verdict !== 'changed');
  return { right: verdicts.filter((verdict) => verdict === 'right').length, of: verdicts.length };
}
