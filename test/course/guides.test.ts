/** What a guide promises a teacher: a place in the lesson for each question of the sheet, and no surprise at the network. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { CLASS_MINUTES, type Guide } from '../../src/course/schemas/guide.ts';

const lessons = readdirSync('content/lessons')
  .filter((file) => file.endsWith('.mdx'))
  .map((file) => ({ file, text: readFileSync(`content/lessons/${file}`, 'utf8') }));
const guides = readdirSync('content/guides').map((file) => ({
  file,
  guide: parse(readFileSync(`content/guides/${file}`, 'utf8')) as Guide,
}));

/** Numbers of questions that a text names: "vraag 2 en 4 van het werkblad", "Vraag 2 tot en met 5 …". */
function questionsIn(text: string): number[] {
  const named = [...text.matchAll(/[Vv]raag (\d[\d, a-z]*?) van het werkblad/g)];
  return named.flatMap(([, list = '']) =>
    list.split(/, | en (?!met)/).flatMap((part) => {
      const [from = 0, to = from] = part.split(' tot en met ').map(Number);
      return Array.from({ length: to - from + 1 }, (_, at) => from + at);
    }),
  );
}

test('questions are found as they are written', () => {
  expect(questionsIn('Vraag 2 van het werkblad, en later vraag 1, 5 en 6 van het werkblad.')).toEqual([
    2, 1, 5, 6,
  ]);
  expect(questionsIn('vraag 2 tot en met 4 van het werkblad')).toEqual([2, 3, 4]);
  expect(questionsIn('Vraag wat een server doet, in 5 minuten.')).toEqual([]);
});

describe.each(guides)('$file', ({ guide }) => {
  const planned = (column: number) =>
    guide.plan.filter(({ minutes }) => (minutes[column] ?? 0) > 0).map(({ what }) => what);
  const all = guide.sheet.map((_, at) => at + 1);

  test.each(CLASS_MINUTES.map((minutes, column) => ({ minutes, column })))(
    'has a place for each question of the sheet in a lesson of $minutes minutes',
    ({ column, minutes }) => {
      const text = [...planned(column), minutes === 90 ? '' : guide.home].join(' ');
      expect([...new Set(questionsIn(text))].sort()).toEqual(all);
    },
  );

  test('asks about the exercise only where it says so', () => {
    const about = guide.sheet.filter(({ question }) => /oefening/.test(question));
    expect(about.every(({ afterExercise }) => afterExercise === true)).toBe(true);
  });
});

test.each(guides)(
  '$file says WebContainer is needed if and only if its lesson needs Node',
  ({ file, guide }) => {
    const lesson = lessons.find((one) => one.file.endsWith(`-${file.replace('.yaml', '.mdx')}`))?.text ?? '';
    const samples = [...lesson.matchAll(/<Playground [^>]*function="([^"]+)"/g)].map(([, name]) => name);
    const needsNode =
      lesson.includes('<ProgramPlayground') ||
      samples.some((name) =>
        readFileSync(`content/functions/${name}/function.json`, 'utf8').includes('"runtime": "node"'),
      );
    expect(guide.needs.network).toBe(needsNode ? 'webcontainer' : 'page');
  },
);
