/** What learners tend to think, as the guides have it, beside the question that it can be wrong in and the run that shows it. */
import { getCollection } from 'astro:content';
import { type Lesson, lessons, slugOf } from './lessons.ts';
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

export interface NamedMistake {
  readonly mistake: string;
  /** What helps, for a teacher. */
  readonly answer: string;
  /** Null when no question is wrong in this way. */
  readonly asked: Asked | null;
  /** The question of the prediction that shows it, and the lesson where it stands; null where none does. */
  readonly shown: { readonly question: string; readonly lesson: Lesson } | null;
  /** What disproves it, where no prediction does; may hold `code` and *stress*. */
  readonly disproved: string | null;
}

export interface LessonMistakes {
  readonly lesson: Lesson;
  readonly mistakes: readonly NamedMistake[];
}

/** In the order of the course. @param questions of all lessons, also those whose numbers are drawn */
export async function mistakesOfCourse(
  questions: readonly LessonQuestion[],
): Promise<readonly LessonMistakes[]> {
  const all = await lessons();
  const guides = await getCollection('guides');
  const predictions = (await getCollection('predictions')).flatMap(({ id: slug, data }) =>
    Object.entries(data).map(([id, { question }]) => ({ id, slug, question })),
  );
  const shownBy = (name: string | undefined) => {
    const found = predictions.find(({ id }) => id === name);
    const lesson = all.find((one) => slugOf(one) === found?.slug);
    return found && lesson ? { question: found.question, lesson } : null;
  };
  return all.map((lesson) => {
    const slug = slugOf(lesson);
    const own = questions.filter((question) => question.slug === slug);
    const named = guides.find(({ id }) => id === slug)?.data.mistakes ?? [];
    return {
      lesson,
      mistakes: named.map(({ mistake, answer, asked, shown, disproved = null }) => ({
        mistake,
        answer,
        asked: asked === undefined ? null : (askedIn(asked, own)[0] ?? null),
        shown: shownBy(shown),
        disproved,
      })),
    };
  });
}
