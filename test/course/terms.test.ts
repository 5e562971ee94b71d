/** The words of the field as the course has them now, and as a wrong file would have them. */
import { readdirSync, readFileSync } from 'node:fs';
import { beforeEach, expect, test, vi } from 'vitest';
import { readWritten } from '../../src/build/content/located.ts';
import { termId } from '../../src/course/paths.ts';
import { termOf, terms } from '../../src/course/terms.ts';

interface Entry {
  readonly id: string;
  readonly body?: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const content = vi.hoisted(() => ({ docs: [] as Entry[], terms: [] as Entry[] }));
// What Astro makes of the folder content/ while it builds.
vi.mock('astro:content', () => ({ getCollection: async (name: keyof typeof content) => content[name] }));

const lessons = readdirSync('content/lessons').flatMap((file): Entry[] => {
  const [, order, slug] = /^(\d+)-(.+)\.mdx$/.exec(file) ?? [];
  const body = readFileSync(`content/lessons/${file}`, 'utf8');
  return slug === undefined ? [] : [{ id: `lessen/${slug}`, body, data: { order: Number(order) } }];
});
const written = readWritten('.', 'content/terms.yaml').data as Readonly<Record<string, Entry['data']>>;

beforeEach(() => {
  content.docs = lessons;
  content.terms = Object.entries(written).map(([id, data]) => ({ id, data }));
});

test('every word that a lesson explains has a definition, and every definition has a lesson', async () => {
  const tags = lessons.flatMap(({ body = '' }) => body.match(/<Term\b/g) ?? []);
  const said = lessons.flatMap(({ body = '' }) =>
    [...body.matchAll(/<Term\b[^>]*>([^<]*)<\/Term>/g)].map(([, name = '']) => name),
  );
  expect(said).toHaveLength(tags.length);
  expect(said.length).toBeGreaterThan(70);
  for (const name of said) expect((await termOf(name)).definition).toMatch(/\S/);
  const all = await terms();
  expect(all).toHaveLength(content.terms.length);
  for (const { name, lesson } of all)
    expect(lesson.body?.toLowerCase()).toContain(`>${name.toLowerCase()}</term>`);
});

test('a definition is one or two sentences, and does not only say the word again', async () => {
  for (const { name, definition } of await terms()) {
    const sentences = definition.match(/[.!?](?=\s|$)/g) ?? [];
    expect([name, sentences.length]).toEqual([name, sentences.length === 1 ? 1 : 2]);
    expect(definition.toLowerCase().startsWith(name.toLowerCase())).toBe(false);
  }
});

test('a lesson explains a word once', () => {
  for (const { id, body = '' } of lessons) {
    const said = [...body.matchAll(/<Term\b[^>]*>([^<]*)<\/Term>/g)].map(([, name = '']) => termId(name));
    expect([id, said]).toEqual([id, [...new Set(said)]]);
  }
});

test('a word stands with the first lesson that explains it, and with its English where that differs', async () => {
  const { lesson, english, id } = await termOf('Koude Start');
  expect([lesson.id, english, id]).toEqual([
    'lessen/wat-zijn-serverless-functions',
    'cold start',
    'koude-start',
  ]);
  expect((await termOf('cache')).lesson.id).toBe('lessen/toestand-bewaar-je-ergens-anders');
  // Said in English for who reads the lesson, but it is the same word.
  expect((await termOf('idempotent')).english).toBeNull();
});

test('they stand in the order of the alphabet, whatever letters they begin with', async () => {
  const names = (await terms()).map(({ name }) => name);
  expect(names).toEqual([...names].sort((a, b) => a.localeCompare(b, 'nl')));
  expect(names.indexOf('API') === -1 && names.indexOf('JSON') < names.indexOf('kring')).toBe(true);
});

test('a word without a definition, and a definition without a lesson, end the build by name', async () => {
  await expect(termOf('wolk')).rejects.toThrow('"wolk" is not in it');
  content.terms = [...content.terms, { id: 'wolk', data: { definition: 'Een wolk.' } }];
  await expect(terms()).rejects.toThrow('no lesson has <Term>wolk</Term>');
});

test.each([
  ['minstens één keer', 'minstens-een-keer'],
  ['csv-bestand', 'csv-bestand'],
  ['Functions as a Service', 'functions-as-a-service'],
])('%s has the address %s', (name, id) => expect(termId(name)).toBe(id));

/** In every paragraph of the course, so nobody has to be told again; one that is always open is one that nobody sees. */
const EVERYWHERE = ['platform', 'aanroep'];
/** What is no running text, or would be a button in a link: code, stress, links, tags, figures that are reckoned. */
const APART =
  /`[^`]*`|\*\*[^*]*\*\*|\*[^*]*\*|\[[^\]]*\]\([^)]*\)|<([A-Z]\w*)[^>]*>[^<]*<\/\1>|<[^>]*>|\{[^}]*\}/g;

/** The paragraphs and lists of a lesson, each at the place where it stood. */
function runningText(body: string): string {
  const code = body.replaceAll(/^```[\s\S]*?^```/gm, (block) => block.replaceAll(/\S/g, ' '));
  const blank = (text: string) => ' '.repeat(text.length);
  return code
    .split('\n')
    .map((line) => (/^[A-Z0-9`*[]/.test(line) ? line.replaceAll(APART, blank) : blank(line)))
    .join('\n');
}

test('a word that an earlier lesson explained opens where a later one first uses it', async () => {
  const found: string[] = [];
  for (const { name, lesson } of await terms()) {
    if (EVERYWHERE.includes(name)) continue;
    const word = new RegExp(`(?<![\\w-])${name}(?![\\w-])`, 'i');
    for (const { id, body = '', data } of lessons) {
      if (Number(data['order']) <= Number(lesson.data.order)) continue;
      const used = word.exec(runningText(body))?.index ?? Number.POSITIVE_INFINITY;
      const opened =
        new RegExp(`<Term[^>]*>${name}</Term>`, 'i').exec(body)?.index ?? Number.POSITIVE_INFINITY;
      if (used < opened) found.push(`${id}: ${name}`);
    }
  }
  expect(found).toEqual([]);
});
