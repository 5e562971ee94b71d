/** The lessons in the order of the course. */
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
