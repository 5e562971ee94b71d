/** The course as a package has to know it: the build puts it into `docent/pakket.json`. */
import type { APIRoute } from 'astro';
import { lessons, slugOf } from '../../course/lessons.ts';
import { exercises } from '../../exercises/list.ts';
import type { LessonFacts } from '../../scorm/index.ts';

export const GET: APIRoute = async () => {
  const all = await exercises();
  const course = (await lessons()).map(
    (one): LessonFacts => ({
      slug: slugOf(one),
      title: one.data.title,
      exercises: all
        .filter(({ lesson }) => lesson.id === one.id)
        .map(({ name, title, checks }) => ({ name, title, checks })),
    }),
  );
  return Response.json(course);
};
