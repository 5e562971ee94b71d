/** What a step does to an alarm for the reader, it also asks of a reader who does it by hand: the form keeps what was set before. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const LESSONS = fileURLToPath(new URL('../../../content/lessons', import.meta.url));

interface AlarmStep {
  readonly stops: boolean;
  readonly words: string;
}

function alarmStepsOf(file: string): readonly AlarmStep[] {
  const found = readFileSync(`${LESSONS}/${file}`, 'utf8').matchAll(
    /<Step do=\{\{[^\n]*?stops: (true|false)[^\n]*?>([^\n]*)<\/Step>/g,
  );
  return [...found].map(([, stops, words = '']) => ({ stops: stops === 'true', words }));
}

test('a step that ticks or unticks what an alarm does says so', () => {
  const lessons = readdirSync(LESSONS).map((file) => alarmStepsOf(file));
  expect(lessons.some((steps) => steps.some(({ stops }) => stops))).toBe(true);
  const silent = lessons.flatMap((steps) =>
    steps.filter(({ stops, words }, i) => stops !== (steps[i - 1]?.stops ?? false) && !/vink/i.test(words)),
  );
  expect(silent).toEqual([]);
});
