/** The parts of the course, made of the lessons that are there. */
import { readdirSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { parts } from '../../src/course/parts.ts';

interface Entry {
  readonly id: string;
  readonly data: { readonly order: number };
}

const content = vi.hoisted(() => ({ docs: [] as Entry[] }));
// What Astro makes of the folder content/ while it builds.
vi.mock('astro:content', () => ({ getCollection: async () => content.docs }));

const lessons = readdirSync('content/lessons').flatMap((file) => {
  const [, order, slug] = /^(\d+)-(.+)\.mdx$/.exec(file) ?? [];
  return slug === undefined ? [] : [{ id: `lessen/${slug}`, data: { order: Number(order) } }];
});

test('each lesson of the course is in one part, and the parts follow each other', async () => {
  content.docs = lessons;
  const all = await parts();
  expect(all.length).toBeGreaterThan(3);
  expect(all.every((part) => part.lessons.length > 0)).toBe(true);
  const inParts = all.flatMap((part) => part.lessons.map(({ data }) => data.order));
  expect(inParts).toEqual(lessons.map(({ data }) => data.order).sort((a, b) => a - b));
});

test('a part that begins with a lesson that is gone is named', async () => {
  content.docs = lessons.filter(({ id }) => id !== 'lessen/koude-en-warme-starts');
  await expect(parts()).rejects.toThrow('can\'t begin with the lesson "koude-en-warme-starts"');
});

test('so is one that would begin before the part above it, and a lesson before the first part', async () => {
  const moved = (slug: string, order: number) =>
    lessons.map((one) => (one.id === `lessen/${slug}` ? { ...one, data: { order } } : one));
  content.docs = moved('koude-en-warme-starts', 2.5);
  await expect(parts()).rejects.toThrow('"gebeurtenisgedreven-applicaties"');
  content.docs = moved('schalen-ook-naar-nul', 0);
  await expect(parts()).rejects.toThrow('"wat-zijn-serverless-functions"');
});
