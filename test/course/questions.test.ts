/** The questions of every lesson as data, laid beside the lesson. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';
import { lessonQuestions, questionsOf } from '../../src/course/questions.ts';

const content = vi.hoisted(() => ({ docs: [] as unknown[] }));
// What Astro makes of the folder content/ while it builds.
vi.mock('astro:content', () => ({ getCollection: async () => content.docs }));

const lessons = readdirSync('content/lessons').map((file) => {
  const body = readFileSync(`content/lessons/${file}`, 'utf8');
  return { id: `lessen/${file.slice(3, -'.mdx'.length)}`, body, data: { order: Number(file.slice(0, 2)) } };
});

test('each question of each lesson can be read, with as many reactions as it has options', async () => {
  content.docs = lessons;
  const all = await lessonQuestions();
  const written = lessons.flatMap(({ body }) => body.match(/<Question$/gm) ?? []);
  expect(all).toHaveLength(written.length);
  expect(all.length).toBeGreaterThan(90);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { id, options, hints, answer, why } of all) {
    expect([id, hints.length]).toEqual([id, hints.length === 0 ? 0 : options.length]);
    expect([id, new Set(options).size]).toEqual([id, options.length]);
    expect([id, why.length > 10, options.length > answer]).toEqual([id, true, true]);
  }
});

test('a question that can’t be read is named with its lesson', () => {
  const body = '<Question\n  prompt="Wat?"\n  options={["a", "b"]}\n  answer={2}\n  why="Omdat."\n/>';
  expect(() => questionsOf({ id: 'lessen/proef', body })).toThrow('proef: question 1');
  const counted = '<Question\n  prompt={wat}\n  options={["a", "b"]}\n  answer={1}\n  why="Omdat."\n/>';
  expect(() => questionsOf({ id: 'lessen/proef', body: counted })).toThrow('no prompt');
});

/** What stands in a lesson beside its questions, and not in `Herhaal`. */
const BESIDE =
  /hierboven|hieronder|daarnet|(in|naar) de tabel\b|[Mm]anier \d|[Ss]tap \d|[Kk]ijk (nog |eens |nog eens )?(in|bij|op) |je proef|zag je|Mila|de les\b/;

test('each question is understood without its lesson beside it', () => {
  const said = lessons
    .flatMap(questionsOf)
    .flatMap(({ id, prompt, options, why, hints }) =>
      [prompt, ...options, why, ...hints].map((text) => ({ id, text })),
    );
  expect(said.filter(({ text }) => BESIDE.test(text))).toEqual([]);
  expect(BESIDE.test('Kijk nog eens in de tabel.')).toBe(true);
});
