/**
 * The questions of a lesson as data, to be asked again elsewhere: what `<Question>` shows at its end, and what only `Herhaal` asks.
 */
import { getCollection } from 'astro:content';
import { type Lesson, lessons, slugOf } from './lessons.ts';
import type { ReviewQuestions } from './schemas/review-questions.ts';

export interface LessonQuestion {
  /** Of the lesson, and its place or its name there: it stays when the words of the question change. */
  readonly id: string;
  readonly slug: string;
  readonly prompt: string;
  readonly options: readonly string[];
  /** Index of the right option. */
  readonly answer: number;
  readonly why: string;
  /** A reaction an option; empty where `why` says it. */
  readonly hints: readonly string[];
}

/**
 * In the order of the course: of each lesson those at its end, and then those that only `Herhaal` asks.
 *
 * @throws Error naming the lesson, when a question in it can't be read
 */
export async function lessonQuestions(): Promise<readonly LessonQuestion[]> {
  const only = await getCollection('review');
  return (await lessons()).flatMap((lesson) => {
    const slug = slugOf(lesson);
    const more = only.find(({ id }) => id === slug);
    return [...questionsOf(lesson), ...(more ? onlyInReview(slug, more.data) : [])];
  });
}

export function onlyInReview(slug: string, all: ReviewQuestions): readonly LessonQuestion[] {
  return Object.entries(all).map(([name, { question, options, why }]) => ({
    id: `${slug}/${name}`,
    slug,
    prompt: question,
    options: options.map(({ text }) => text),
    answer: options.findIndex(({ right }) => right),
    why,
    hints: options.map(({ hint = '' }) => hint),
  }));
}

export function questionsOf(lesson: Pick<Lesson, 'id' | 'body'>): readonly LessonQuestion[] {
  const slug = slugOf(lesson as Lesson);
  const tags = lesson.body?.match(/^<Question\b[\s\S]*?^\/>/gm) ?? [];
  return tags.map((tag, at) => {
    const problem = (name: string) =>
      new Error(`content/lessons, ${slug}: question ${at + 1} has no ${name} that can be read`);
    const text = (name: string) => {
      const found = new RegExp(`^ {2}${name}="([^"&]*)"$`, 'm').exec(tag)?.[1];
      if (found === undefined) throw problem(name);
      return found;
    };
    const list = (name: string): readonly string[] | null => {
      const found = new RegExp(`^ {2}${name}=\\{(\\[[\\s\\S]*?\\])\\}$`, 'm').exec(tag)?.[1];
      if (found === undefined) return null;
      // A list of MDX ends with a comma, and one of JSON does not.
      const value: unknown = JSON.parse(found.replace(/,\s*\]$/, ']'));
      if (!Array.isArray(value) || !value.every((one) => typeof one === 'string')) throw problem(name);
      return value;
    };
    const options = list('options');
    const answer = Number(/^ {2}answer=\{(\d+)\}$/m.exec(tag)?.[1]);
    if (options?.[answer] === undefined) throw problem('options with an answer');
    return {
      id: `${slug}/${at + 1}`,
      slug,
      prompt: text('prompt'),
      options,
      answer,
      why: text('why'),
      hints: list('hints') ?? [],
    };
  });
}
