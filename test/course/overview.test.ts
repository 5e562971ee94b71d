/** The map of the course and the ways through it, laid beside the lessons as they are. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { drawMap, MAP } from '../../src/course/overview/draw-map.ts';
import { mappedLessons, ways } from '../../src/course/overview/ways.ts';
import { parts } from '../../src/course/parts.ts';

interface Entry {
  readonly id: string;
  readonly body: string;
  readonly data: { readonly order: number; readonly minutes: number };
}

const content = vi.hoisted(() => ({ docs: [] as Entry[] }));
// What Astro makes of the folder content/ while it builds.
vi.mock('astro:content', () => ({ getCollection: async () => content.docs }));

const lessons = readdirSync('content/lessons').map((file): Entry => {
  const body = readFileSync(`content/lessons/${file}`, 'utf8');
  const number = (name: string) => Number(new RegExp(`^${name}: (\\d+)$`, 'm').exec(body)?.[1]);
  return {
    id: `lessen/${file.slice(3, -'.mdx'.length)}`,
    body,
    data: { order: number('order'), minutes: number('minutes') },
  };
});
content.docs = lessons;

const termsOf = ({ body }: Entry) =>
  [...body.matchAll(/<Term[^>]*>([^<]*)<\/Term>/g)].map(([, term = '']) => term.toLowerCase());
const inOrder = [...lessons].sort((a, b) => a.data.order - b.data.order);
/** Where a word is explained: the first lesson that has it. */
const homeOf = new Map<string, string>();
for (const lesson of inOrder)
  for (const term of termsOf(lesson)) if (!homeOf.has(term)) homeOf.set(term, lesson.id);
const slugOf = ({ id }: { readonly id: string }) => id.replace('lessen/', '');

test('every lesson is on the map, and what it needs comes before it and is used in it', async () => {
  const mapped = await mappedLessons();
  expect(mapped.map(({ lesson }) => lesson.id)).toEqual(inOrder.map(({ id }) => id));
  const wrong = mapped.flatMap(({ lesson, needs }) =>
    needs.flatMap((need) => {
      const { body, data } = lessons.find(({ id }) => id === lesson.id) as Entry;
      const refers = body.includes(`/${slugOf(need)}/`);
      const uses = termsOf({ body } as Entry).some((term) => homeOf.get(term) === need.id);
      const saysNumber = body.includes(`les ${need.data.order}`);
      const isEarlier = Number(need.data.order) < data.order;
      return isEarlier && (refers || uses || saysNumber) ? [] : [`${slugOf(lesson)} needs ${slugOf(need)}?`];
    }),
  );
  expect(wrong).toEqual([]);
});

test('only the first lesson needs nothing, and no need is said that another of its needs has already', async () => {
  const mapped = await mappedLessons();
  expect(mapped.filter(({ needs }) => needs.length === 0).map(({ lesson }) => lesson.data.order)).toEqual([
    1,
  ]);
  const needsOf = new Map(mapped.map(({ lesson, needs }) => [lesson.id, needs.map(({ id }) => id)]));
  const all = (id: string): readonly string[] =>
    (needsOf.get(id) ?? []).flatMap((need) => [need, ...all(need)]);
  const twice = mapped.flatMap(({ lesson, needs }) =>
    needs
      .filter(({ id }) => needs.some((other) => other.id !== id && all(other.id).includes(id)))
      .map(({ id }) => `${lesson.id}: ${id}`),
  );
  expect(twice).toEqual([]);
});

test('a way has what each of its lessons needs before it, and no sitting is longer than it says', async () => {
  const mapped = await mappedLessons();
  const [afternoon, week, term] = await ways();
  for (const way of [afternoon, week, term]) {
    const done: string[] = [];
    for (const lesson of way?.sittings.flatMap(({ lessons }) => lessons) ?? []) {
      const needs = mapped.find((one) => one.lesson.id === lesson.id)?.needs.map(({ id }) => id) ?? [];
      expect([lesson.id, needs.filter((need) => !done.includes(need))]).toEqual([lesson.id, []]);
      done.push(lesson.id);
    }
    expect(way?.minutes).toBe(
      lessons.filter(({ id }) => done.includes(id)).reduce((sum, { data }) => sum + data.minutes, 0),
    );
  }
  expect(afternoon?.minutes).toBeLessThanOrEqual(180);
  // About an hour a day, as the page says.
  expect(week?.sittings.filter(({ minutes }) => minutes > 70).map(({ title }) => title)).toEqual([]);
  expect(week?.sittings).toHaveLength(5);
  expect(term?.sittings.flatMap(({ lessons }) => lessons.map(({ id }) => id))).toEqual(
    inOrder.map(({ id }) => id),
  );
  expect(term?.sittings.filter(({ minutes, lessons }) => minutes > 60 && lessons.length > 1)).toEqual([]);
});

test('a lesson without a place and a place without a lesson end the build by name', async () => {
  content.docs = [...lessons, { id: 'lessen/nieuw', body: '', data: { order: 99, minutes: 1 } }];
  await expect(mappedLessons()).rejects.toThrow('"nieuw"');
  content.docs = lessons.filter(({ id }) => id !== 'lessen/als-het-misgaat');
  await expect(mappedLessons()).rejects.toThrow('"als-het-misgaat"');
  content.docs = lessons.filter(({ id }) => id !== 'lessen/van-server-naar-functies');
  await expect(ways()).rejects.toThrow('"van-server-naar-functies"');
  content.docs = lessons;
});

test('no two lessons lie over each other, all are in the picture, and a line runs for each need', async () => {
  const needs = new Map((await mappedLessons()).map(({ lesson, needs }) => [lesson.id, needs.map(slugOf)]));
  const map = drawMap(
    (await parts()).map(({ title, lessons }) => ({
      title,
      lessons: lessons.map((lesson) => ({
        slug: slugOf(lesson),
        number: lesson.data.order ?? 0,
        needs: needs.get(lesson.id) ?? [],
      })),
    })),
  );
  expect(map.stops).toHaveLength(lessons.length);
  expect(map.lines).toHaveLength([...needs.values()].flat().length);
  for (const { x, y, slug } of map.stops) {
    expect([slug, x > MAP.dot && x + MAP.step / 2 <= map.width && y + MAP.dot < map.height]).toEqual([
      slug,
      true,
    ]);
    const near = map.stops.filter(
      (other) => other.slug !== slug && Math.hypot(other.x - x, other.y - y) < 4 * MAP.dot,
    );
    expect(near).toEqual([]);
  }
});
