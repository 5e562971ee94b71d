/** A guide names headings of its lesson, and what stands in bold in it: what was given another name there cannot be found. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/** What a page says by itself, which stands in no lesson. */
const OF_PAGES = [
  'Instanties',
  'Maximaal tegelijk',
  'Verkeer',
  'Alle tarieven',
  'Verkoop van week 47',
  'Je eigen rekening',
];

const textOf = (path: string) => readFileSync(path, 'utf8');
const lessons = new Map(
  readdirSync('content/lessons').map((file) => [
    file.replace(/^\d+-|\.mdx$/g, ''),
    textOf(`content/lessons/${file}`),
  ]),
);
const titles = readdirSync('content/functions', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => JSON.parse(textOf(`content/functions/${name}/function.json`)).title as string);

/** With a capital: `*wel*` is only stressed. */
const namesIn = (guide: string) =>
  new Set([...guide.matchAll(/\*(\p{Lu}[^*]*)\*/gu)].map(([, name = '']) => name));

function unknownIn(guide: string, lesson: string): string[] {
  const known = [
    ...OF_PAGES,
    ...titles,
    ...[...lesson.matchAll(/^##+ (.+)$/gm)].map(([, heading = '']) => heading),
    ...[...lesson.matchAll(/\*\*([^*]+?)\.?\*\*/g)].map(([, name = '']) => name),
  ];
  return [...namesIn(guide)].filter((name) => !known.includes(name));
}

test.each(readdirSync('content/guides'))('%s names what is there', (file) => {
  const lesson = lessons.get(file.replace('.yaml', '')) ?? '';
  expect(unknownIn(textOf(`content/guides/${file}`), lesson)).toEqual([]);
});

test('a name that a lesson has no more is found, and a stressed word is no name', () => {
  const lesson = '## Koud en warm\n\nDruk op **Voer uit**.';
  expect(unknownIn('Doe *Koud en warm*, druk op *Voer uit*, en dan *wel*.', lesson)).toEqual([]);
  expect(unknownIn('Doe *Koud of warm*.', lesson)).toEqual(['Koud of warm']);
});
