/**
 * The lessons in the order of the course.
 *
 * `course/` says what the course is, and what its content looks like. Begin here. `samples.ts` reads the functions and programs
 * that lessons show (`sample.ts` is what a page gets of one), `schemas/function.ts` and its neighbours are what content has to
 * look like, and `paths.ts` is every path into the site. What each lesson needs, and the ways through the course, are in `overview/ways.ts`. Whatever stands above may import it; it stands on
 * contract, billing and kit.
 */
import { type CollectionEntry, getCollection } from 'astro:content';

export type Lesson = CollectionEntry<'docs'>;

export async function lessons(): Promise<Lesson[]> {
  const all = await getCollection('docs');
  return all
    .filter((entry) => entry.data.order !== undefined)
    .sort((a, b) => (a.data.order ?? 0) - (b.data.order ?? 0));
}

/** As it is in addresses, and in what is kept of a reader. */
export const slugOf = (lesson: Lesson) => lesson.id.replace('lessen/', '');
