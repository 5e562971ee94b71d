/** Every lesson as something to link to, in the order of the course: read while the site is built. */
import { lessons, slugOf } from './lessons.ts';
import { lessonPath } from './paths.ts';

export interface LessonLink {
  readonly slug: string;
  readonly number: number;
  readonly title: string;
  readonly href: string;
}

export async function lessonLinks(): Promise<readonly LessonLink[]> {
  return (await lessons()).map((lesson) => ({
    slug: slugOf(lesson),
    number: lesson.data.order ?? 0,
    title: lesson.data.menuTitle ?? lesson.data.title,
    href: lessonPath(lesson),
  }));
}
