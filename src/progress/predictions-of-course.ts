/** Every prediction of the course with its question, in the order of the lessons: read while the site is built. */
import { getEntry } from 'astro:content';
import { lessons, slugOf } from '../course/lessons.ts';
import { lessonPath } from '../course/paths.ts';
import type { PredictionItem } from './PredictedTable.tsx';

export async function predictionsOfCourse(): Promise<readonly PredictionItem[]> {
  const written = await Promise.all(
    (await lessons()).map(async (lesson) =>
      Object.entries((await getEntry('predictions', slugOf(lesson)))?.data ?? {}).map(
        ([id, { question, unit, close, options }]): PredictionItem => ({
          id,
          question,
          unit,
          close,
          options: options?.map(({ text, is, from, to }) => ({ text, is, from, to })),
          number: lesson.data.order ?? 0,
          href: lessonPath(lesson),
        }),
      ),
    ),
  );
  return written.flat();
}
