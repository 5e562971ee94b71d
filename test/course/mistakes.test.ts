/**
 * Every mistake that a guide names can be made in a question that comes back, and is shown wrong by a prediction with a run, or by
 * what the guide says instead. A mistake that nothing asks about stays with who has it.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { readWritten } from '../../src/build/content/located.ts';
import { askedIn } from '../../src/course/mistakes.ts';
import { onlyInReview, questionsOf } from '../../src/course/questions.ts';
import type { Guide } from '../../src/course/schemas/guide.ts';
import { reviewQuestionsSchema } from '../../src/course/schemas/review-questions.ts';
import { freshQuestions } from '../../src/review/fresh.ts';
import { mistakesInReadme, placedMistakes } from '../support/mistakes-table.ts';

vi.mock('astro:content', () => ({ getCollection: async () => [] }));

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const read = (file: string) => readWritten(PROJECT, file);
const slugsIn = (folder: string, name: RegExp) =>
  readdirSync(`${PROJECT}/${folder}`).flatMap((file) => {
    const slug = name.exec(file)?.[1];
    return slug === undefined ? [] : [{ slug, file: `${folder}/${file}` }];
  });

const written = slugsIn('content/lessons', /^\d+-(.+)\.mdx$/).flatMap(({ slug, file }) =>
  questionsOf({ id: `lessen/${slug}`, body: read(file).text }),
);
const only = slugsIn('content/review', /^(.+)\.yaml$/).flatMap(({ slug, file }) =>
  onlyInReview(slug, reviewQuestionsSchema.parse(read(file).data)),
);
/** An option that another draw makes equal to the right answer is not there that time. */
const drawn = [1, 2, 3, 4, 5].flatMap(freshQuestions);
const everyQuestion = [...written, ...only, ...drawn];

const mistakes = placedMistakes();

function problemsOf({ slug, mistake }: { slug: string; mistake: Guide['mistakes'][number] }): string[] {
  const { asked, shown, disproved } = mistake;
  const found = askedIn(
    asked ?? '',
    everyQuestion.filter((question) => question.slug === slug),
  );
  const ids = new Set(found.map(({ question }) => question.id));
  return [
    ...(asked === undefined ? ['asked ontbreekt: hoe begint het foute antwoord, of de hint daarbij?'] : []),
    ...(asked !== undefined && ids.size === 0 ? [`geen fout antwoord of hint begint met "${asked}"`] : []),
    ...(asked !== undefined && ids.size > 1 ? [`"${asked}" past bij ${[...ids].join(' en ')}`] : []),
    ...(asked !== undefined && found.some(({ question, option }) => !question.hints[option])
      ? [`het antwoord "${asked}" heeft geen hint die zegt waarom het fout is`]
      : []),
    ...(shown === undefined && disproved === undefined
      ? ['noem shown, een voorspelling, of disproved: wat laat zien dat dit niet klopt?']
      : []),
  ];
}

describe.each(Object.entries(Object.groupBy(mistakes, ({ slug }) => slug)))('%s', (_, some = []) => {
  test('each mistake is asked, and shown wrong', () => {
    const wrong = some.flatMap((one) => problemsOf(one).map((problem) => `${one.place}: ${problem}`));
    expect(wrong).toEqual([]);
  });
});

test('no two mistakes of a lesson are the same wrong answer', () => {
  const places = mistakes.flatMap(({ slug, mistake }) =>
    mistake.asked ? [`${slug}: ${mistake.asked}`] : [],
  );
  expect(places.filter((place, at) => places.indexOf(place) !== at)).toEqual([]);
});

test('what only Herhaal asks is a question of a lesson, and asks what a guide names', () => {
  const lessons = new Set(written.map(({ slug }) => slug));
  expect(only.filter(({ slug }) => !lessons.has(slug)).map(({ id }) => id)).toEqual([]);
  const named = new Set(
    mistakes.flatMap(({ slug, mistake: { asked } }) =>
      asked === undefined
        ? []
        : askedIn(
            asked,
            only.filter((question) => question.slug === slug),
          ).map(({ question }) => question.id),
    ),
  );
  expect(only.map(({ id }) => id).filter((id) => !named.has(id))).toEqual([]);
});

test('a guide that is wrong is told what is wrong', () => {
  const answer = 'Wat een docent daarop zegt.';
  const slug = 'wat-zijn-serverless-functions';
  const told = (fields: Partial<Guide['mistakes'][number]>) =>
    problemsOf({ slug, mistake: { mistake: 'Wat iemand denkt.', answer, ...fields } });
  expect(told({})).toEqual([
    'asked ontbreekt: hoe begint het foute antwoord, of de hint daarbij?',
    'noem shown, een voorspelling, of disproved: wat laat zien dat dit niet klopt?',
  ]);
  expect(told({ asked: 'Er zijn wel servers', shown: 'teller-na-stilte' })).toEqual([
    'geen fout antwoord of hint begint met "Er zijn wel servers"',
  ]);
  expect(told({ asked: 'D', shown: 'teller-na-stilte' })[0]).toMatch(/^"D" past bij/);
});

test('the README counts them, and says of each that no run shows what disproves it', () => {
  const { counts, rows } = mistakesInReadme(mistakes);
  const [, chapter = ''] = /^## Misvattingen$([\s\S]*?)^## /m.exec(readFileSync('README.md', 'utf8')) ?? [];
  // `node test/support/mistakes-table.ts` prints what has to stand there.
  const said = chapter.replaceAll(/\s+/g, ' ');
  for (const sentence of counts.split(/(?<=\.) /)) expect(said).toContain(sentence);
  expect(chapter.split('\n').filter((line) => /^\| \d/.test(line))).toEqual(rows);
});
