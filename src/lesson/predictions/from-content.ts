/** Reads a prediction from `content/predictions` while the site is built, with what the tariffs make of it. */
import { getEntry } from 'astro:content';
import type { Written } from './begin.tsx';
import { sumOf } from './sums.ts';

/** @throws Error naming the file and the id, when there is no such prediction */
export async function predictionOf(slug: string, id: string): Promise<Written> {
  const prediction = (await getEntry('predictions', slug))?.data[id];
  if (!prediction) throw new Error(`content/predictions/${slug}.yaml: there is no prediction ${id}`);
  return { id, prediction, sum: prediction.sum ? sumOf(prediction.sum) : null };
}
