/**
 * How each lesson reads, counted: the length of its sentences, the minutes it takes, and how long a reader only reads. A count proves
 * no good prose, but prose that breaks these was, each time, prose that sounded clipped or a lesson that took too long.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lessonTexts, plainText, readLesson } from './reading/lesson-text.ts';
import { failing, type Measures, measure, sentencesIn, wordsIn } from './reading/measures.ts';
import { paragraphsOfMarkdown, wrongOf } from './reading/page-text.ts';

/** What a lesson does not meet yet. A lesson that meets it comes off: this list only grows shorter. */
const NOT_YET: { readonly [slug: string]: readonly (keyof Measures)[] } = {};

/** So many minutes may the frontmatter be off: a reader plans by it, and rounds. */
const CLOSE_MINUTES = 1.5;

const texts = lessonTexts();

test.each(texts.map((text) => [text.slug, text] as const))('%s reads as it should', (slug, text) => {
  const measures = measure(text);
  expect([failing(measures), measures]).toEqual([NOT_YET[slug] ?? [], measures]);
});

test('what is not met yet is of a lesson that exists', () => {
  const slugs = texts.map(({ slug }) => slug);
  expect(Object.keys(NOT_YET).filter((slug) => !slugs.includes(slug))).toEqual([]);
});

test('a lesson says how many minutes it takes', () => {
  const wrong = texts.filter((text) => Math.abs(text.minutes - measure(text).minutes) > CLOSE_MINUTES);
  expect(
    wrong.map((text) => `${text.slug}: ${text.minutes}, takes ${measure(text).minutes.toFixed(1)}`),
  ).toEqual([]);
});

test.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md'])('%s reads as it should', (file) => {
  expect(wrongOf(paragraphsOfMarkdown(readFileSync(file, 'utf8')))).toEqual([]);
});

test('of a page only its sentences count, and what is clipped is told', () => {
  const page = [
    '# Kop',
    '**In English**: this is left out.',
    '```sh\nnpm start # dit is code\n```',
    '| tabel | rij |',
    '- **Kop van een rij.** Het is druk. Dat kost geld. Jij betaalt het.',
  ].join('\n\n');
  expect(paragraphsOfMarkdown(page)).toEqual(['Het is druk. Dat kost geld. Jij betaalt het.']);
  expect(wrongOf(paragraphsOfMarkdown(page))).toEqual([
    'mean: 3',
    'short: 1',
    'clipped: Het is druk. Dat kost geld. Jij betaalt het.',
  ]);
});

test('an amount, a figure and a piece of code are one word each, and what marks a word up is none', () => {
  const paragraph =
    'Dat kost <Bill count={aanroepen * (2 + 1)} durationMs={20} memoryMb={128} /> bij {nl(aanroepen)} keer `a b c`: **niet** [veel](https://voorbeeld.example/).';
  expect(plainText(paragraph)).toBe('Dat kost x1 bij x1 keer x1: niet veel.');
  expect(sentencesIn(plainText(paragraph)).map(wordsIn)).toEqual([7, 2]);
  expect(plainText('Een <Term en="cold start">koude start</Term> (<em lang="en">batch</em>).')).toBe(
    'Een koude start (batch).',
  );
});

const STEPS = `<Try for="a">

<Step do={{ run: 5 }}>Druk vijf keer.</Step>

<Step>Lees het Logboek.</Step>

</Try>`;
const lesson = (...parts: readonly string[]) =>
  measure(readLesson('les', ['---\nminutes: 8\nlead: "Een twee drie."\n---', ...parts].join('\n\n')));

test('reading, steps, predictions and questions each take their minutes', () => {
  const nine = 'Een twee drie vier vijf zes zeven acht negen.';
  const { minutes, steps, before, between } = lesson(
    "import { Try } from 'les';",
    `${nine} ${nine}`,
    '<Playground function="a" />',
    '<Predict id="b" />',
    STEPS,
    '```js\nvan een twee drie\n```',
    nine,
    '<SelfCheck>\n\n<Question prompt="Wat?" />\n\n</SelfCheck>',
    '## Wat kun je nu proberen?',
    nine,
  );
  expect(minutes).toBeCloseTo((3 + 18 + 9) / 180 + 3 + 1 + 4);
  expect([steps, before, between]).toEqual([2, 3 + 18, (18 + 9) / 2]);
});

test('three short sentences in a row are clipped, and so are two that begin with the word that should join them', () => {
  const clipped = (paragraph: string) => lesson(paragraph).clipped.length;
  expect(
    clipped('Het is druk. Dat kost geld. Jij betaalt het. Zo gaat dat nu eenmaal elke dag van het jaar.'),
  ).toBe(1);
  expect(
    clipped('Het is druk. Dat kost geld. Zo gaat dat nu eenmaal elke dag van het jaar. Jij betaalt.'),
  ).toBe(0);
  expect(clipped('Maar het is druk op deze dag van het jaar. Dus kost het jou en mij daar geld.')).toBe(1);
  expect(clipped('- Het is druk.\n- Dat kost geld.\n- Jij betaalt het.')).toBe(0);
});
