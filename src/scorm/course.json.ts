/** The course as a package has to know it: added to the site only when a package is built of it. */
import type { APIRoute } from 'astro';
import { lessons, slugOf } from '../course/lessons.ts';
import { exercises } from '../exercises/list.ts';
import type { LessonFacts } from './report.ts';

export const GET: APIRoute = async () => {
  const all = await exercises();
  const course = (await lessons()).map(
    (one): LessonFacts => ({
      slug: slugOf(one),
      title: one.data.title,
      exercises: all
        .filter(({ lesson }) => lesson.id === one.id)
        .map(({ name, checks }) => ({ name, checks: checks.map((check) => check.id) })),
    }),
  );
  return Response.json(course);
};
