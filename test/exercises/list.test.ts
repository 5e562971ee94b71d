/** All exercises as pages list them: with their lesson and their checks, in the order of the course. */
import { beforeEach, expect, test, vi } from 'vitest';
import { exerciseFromDisk } from '../../src/build/exercises/from-disk.ts';
import { lessons } from '../../src/course/lessons.ts';
import { checksOf, exercises, listForSet, stepsAfter } from '../../src/exercises/list.ts';

interface Entry {
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const content = vi.hoisted(() => ({
  docs: [] as Entry[],
  exercises: [] as Entry[],
  functions: [] as Entry[],
}));
// What Astro makes of the folder content/ while it builds.
vi.mock('astro:content', () => ({
  getCollection: async (name: keyof typeof content) => content[name],
  getEntry: async (name: keyof typeof content, id: string) => content[name].find((one) => one.id === id),
}));

vi.mock('../../src/course/samples.ts', () => ({
  loadSample: async (name: string) => (await exerciseFromDisk(name)).sample,
}));

const lesson = (id: string, order: number): Entry => ({
  id: `lessen/${id}`,
  data: { order, title: `De ${id}`, minutes: 20 },
});
const exercise = (id: string, of: string, minutes: number): Entry => ({
  id,
  data: { lesson: of, minutes, level: 'instap', kind: 'build', summary: `Over ${id}` },
});

beforeEach(() => {
  content.docs = [lesson('tweede', 2), lesson('eerste', 1), { id: 'over', data: {} }];
  content.exercises = [
    exercise('golf-weerbericht', 'tweede', 20),
    exercise('kies-geheugen', 'tweede', 10),
    exercise('groet-iedereen', 'eerste', 30),
  ];
  content.functions = [
    { id: 'groet-iedereen', data: { title: 'Groet iedereen' } },
    { id: 'kies-geheugen', data: { title: 'kies-geheugen' } },
    { id: 'golf-weerbericht', data: { title: 'golf-weerbericht' } },
  ];
});

test('by lesson, and in a lesson the shortest first', async () => {
  const all = await exercises();
  expect(all.map(({ name, lesson: of }) => [name, of.id])).toEqual([
    ['groet-iedereen', 'lessen/eerste'],
    ['kies-geheugen', 'lessen/tweede'],
    ['golf-weerbericht', 'lessen/tweede'],
  ]);
  expect(all.map(({ title }) => title)).toEqual(['Groet iedereen', 'kies-geheugen', 'golf-weerbericht']);
});

test('each with what a page knows of its checks before they have run, and no more', async () => {
  for (const { name, checks } of await exercises()) {
    const onDisk = await exerciseFromDisk(name);
    expect(checks).toEqual(onDisk.checks.map(({ id, title: words }) => ({ id, title: words })));
  }
});

test('a lesson that is not there is named, with the file that closes it', async () => {
  content.exercises = [exercise('groet-iedereen', 'derde', 10)];
  await expect(exercises()).rejects.toThrow(
    'content/functions/groet-iedereen/opdracht.mdx: lesson: there is no lesson "derde"',
  );
});

test('and so is a file with checks', async () => {
  content.exercises = [exercise('zonder', 'eerste', 10)];
  await expect(exercises()).rejects.toThrow('content/functions/zonder/checks.ts does not exist');
});

test('for a set each says where it is, how long it takes, and which checks it has', async () => {
  const [first, ...more] = await listForSet();
  const { checks } = await exerciseFromDisk('groet-iedereen');
  expect(first).toEqual({
    name: 'groet-iedereen',
    title: 'Groet iedereen',
    href: '/oefeningen/groet-iedereen/',
    lesson: 'Les 1',
    minutes: 30,
    summary: 'Over groet-iedereen',
    checks: checks.map(({ id }) => id),
    checkTitles: checks.map(({ title }) => title),
    level: 'instap',
    kind: 'build',
    version: expect.stringMatching(/^[0-9a-f]{8}$/),
  });
  expect(new Set([first, ...more].map((one) => one?.version)).size).toBe(3);
  expect(more.map(({ name }) => name)).toEqual(['kies-geheugen', 'golf-weerbericht']);
});

test('for marks of progress each check has an address', () => {
  const of = (name: string, ...ids: readonly string[]) => ({
    name,
    checks: ids.map((id) => ({ id, title: id })),
  });
  expect(checksOf([of('tel', 'a', 'b'), of('golf', 'c')])).toBe('tel/a tel/b golf/c');
  expect(checksOf([])).toBe('');
});

test('after an exercise comes the next of its lesson, then the next lesson, and in the end what was done', async () => {
  const [first, second, third, ...more] = await exercises();
  if (!first || !second || !third || more.length > 0) throw new Error('there are three');
  const after = async (one: typeof first) => stepsAfter(one, [first, second, third], await lessons());
  expect(await after(first)).toEqual([
    { what: 'Les 2', title: 'De tweede', href: '/lessen/tweede/', facts: '20 minuten' },
  ]);
  const end = {
    what: 'Einde van de cursus',
    title: 'Bekijk wat je gedaan hebt',
    href: '/voortgang/',
    facts: 'Je voortgang',
  };
  expect(await after(second)).toEqual([
    {
      what: 'Volgende oefening',
      title: 'golf-weerbericht',
      href: '/oefeningen/golf-weerbericht/',
      facts: 'Instap · 20 minuten',
    },
    end,
  ]);
  expect(await after(third)).toEqual([end]);
});
