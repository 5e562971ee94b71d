/** A sample has as many files as its places for highlighted code, which `.astro` files can only list one by one. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { filesSchema, MOST_FILES } from '../../../src/course/schemas/files.ts';

const SOURCE = new URL('../../../src/', import.meta.url);
const files = (count: number) => Array.from({ length: count }, (_, at) => `bestand${at}.js`);

test('a file more than there are places is refused', () => {
  expect(filesSchema.safeParse(files(MOST_FILES)).success).toBe(true);
  expect(filesSchema.safeParse(files(MOST_FILES + 1)).success).toBe(false);
});

test('every playground has a place for each of the files', () => {
  const places = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.astro'))
    .map((file) => [
      ...readFileSync(new URL(file, SOURCE), 'utf8').matchAll(/slot="file(\d+)"[^>]*code\[(\d+)\]/g),
    ])
    .filter((found) => found.length > 0);
  expect(places.length).toBeGreaterThanOrEqual(3);
  const all = files(MOST_FILES).map((_, at) => [`${at}`, `${at}`]);
  for (const found of places) expect(found.map(([, slot, code]) => [slot, code])).toEqual(all);
});
