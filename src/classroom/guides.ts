/** What a teacher gets with each lesson: its guide, its exercises and their solutions. For pages. */
import { getEntry } from 'astro:content';
import { type Lesson, slugOf } from '../course/lessons.ts';
import type { Guide } from '../course/schemas/guide.ts';
import { exercises } from '../exercises/list.ts';

const solutions = import.meta.glob<string>('../../content/functions/*/oplossing/**/*.{js,json}', {
  query: '?raw',
  import: 'default',
});

/** @throws Error naming the file, when a lesson has no guide */
export async function guideOf(lesson: Lesson): Promise<Guide> {
  const guide = await getEntry('guides', slugOf(lesson));
  if (!guide) throw new Error(`content/guides/${slugOf(lesson)}.yaml does not exist`);
  return guide.data;
}

export interface SolvedExercise {
  readonly name: string;
  readonly title: string;
  readonly minutes: number;
  readonly summary: string;
  /** The files that the solution changes. */
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

export async function solvedExercises(lesson: Lesson): Promise<SolvedExercise[]> {
  const own = (await exercises()).filter((exercise) => exercise.lesson.id === lesson.id);
  return Promise.all(
    own.map(async ({ name, title, entry }) => {
      const folder = `../../content/functions/${name}/oplossing/`;
      const paths = Object.keys(solutions).filter((path) => path.startsWith(folder));
      const files = paths.map(async (path) => ({
        path: path.slice(folder.length),
        text: (await solutions[path]?.()) ?? '',
      }));
      const { minutes, summary } = entry.data;
      return { name, title, minutes, summary, files: await Promise.all(files) };
    }),
  );
}
