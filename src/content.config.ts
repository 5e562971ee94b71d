/**
 * The collections of the course, each with a schema that names the wrong file and field at build time.
 *
 * - `docs`: the lessons (Starlight's own name for its collection), from `content/lessons`
 * - `functions`: the sample functions, from `content/functions/<name>/function.json`
 * - `exercises`: the tasks of exercises, from `content/functions/<name>/opdracht.mdx`
 * - `guides`: for a teacher, one a lesson, from `content/guides/<slug>.yaml`
 * - `terms`: the words of the field, from `content/terms.yaml`
 * - `predictions`: of a lesson, one file a lesson that has some, from `content/predictions/<slug>.yaml`
 * - `review`: questions of a lesson that only `Herhaal` asks, from `content/review/<slug>.yaml`
 * - `programs`: sample programs that stay on, from `content/programs/<name>/program.json`
 * - `coldStarts`: measured in a real cloud, from `content/cold-starts`
 * - `prices`: tariffs, always-on servers and the exchange rate, from `content/tariffs`
 */

import { defineCollection } from 'astro:content';
import { docsSchema } from '@astrojs/starlight/schema';
import { file, glob } from 'astro/loaders';
import { priceFileSchema } from './billing/parse-tariff.ts';
import { coldStartsSchema } from './course/schemas/cold-starts.ts';
import { exerciseSchema } from './course/schemas/exercise.ts';
import { functionSchema } from './course/schemas/function.ts';
import { guideSchema } from './course/schemas/guide.ts';
import { lessonSchema } from './course/schemas/lesson.ts';
import { predictionsSchema } from './course/schemas/prediction.ts';
import { programSchema } from './course/schemas/program.ts';
import { reviewQuestionsSchema } from './course/schemas/review-questions.ts';
import { termSchema } from './course/schemas/term.ts';

export const collections = {
  docs: defineCollection({
    loader: glob({
      base: './content/lessons',
      pattern: '*.mdx',
      // A lesson's address is its slug, never its number: renumbering breaks no link.
      generateId: ({ entry }) => `lessen/${entry.replace(/^\d+-/, '').replace(/\.mdx$/, '')}`,
    }),
    schema: docsSchema({ extend: lessonSchema }),
  }),
  functions: defineCollection({
    loader: glob({
      base: './content/functions',
      pattern: '*/function.json',
      generateId: ({ entry }) => entry.split('/')[0] ?? entry,
    }),
    schema: functionSchema,
  }),
  exercises: defineCollection({
    loader: glob({
      base: './content/functions',
      pattern: '*/opdracht.mdx',
      generateId: ({ entry }) => entry.split('/')[0] ?? entry,
    }),
    schema: exerciseSchema,
  }),
  guides: defineCollection({
    loader: glob({ base: './content/guides', pattern: '*.yaml' }),
    schema: guideSchema,
  }),
  terms: defineCollection({ loader: file('./content/terms.yaml'), schema: termSchema }),
  predictions: defineCollection({
    loader: glob({ base: './content/predictions', pattern: '*.yaml' }),
    schema: predictionsSchema,
  }),
  review: defineCollection({
    loader: glob({ base: './content/review', pattern: '*.yaml' }),
    schema: reviewQuestionsSchema,
  }),
  programs: defineCollection({
    loader: glob({
      base: './content/programs',
      pattern: '*/program.json',
      generateId: ({ entry }) => entry.split('/')[0] ?? entry,
    }),
    schema: programSchema,
  }),
  coldStarts: defineCollection({
    loader: glob({ base: './content/cold-starts', pattern: '*.json' }),
    schema: coldStartsSchema,
  }),
  /** Pages read these through `prices.ts`; here they are checked. */
  prices: defineCollection({
    loader: glob({ base: './content/tariffs', pattern: '*.json' }),
    schema: priceFileSchema,
  }),
};
