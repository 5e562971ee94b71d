/** An exercise of a teacher's own as it is offered to the course: the course's own checking of exercises takes it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { courseFolder } from '../../src/authoring/course-folder.ts';
import { exerciseFromDisk } from '../../src/build/exercises/from-disk.ts';
import { validate } from '../../src/build/exercises/validate.ts';
import { exerciseSchema } from '../../src/course/schemas/exercise.ts';
import { ownOf, plainOwn } from '../exercises/own-support.ts';
import { PATIENT_MS, patient } from '../exercises/patient.ts';

const FACTS = {
  lesson: 'wat-zijn-serverless-functions',
  summary: 'Groet wie er komt: "Mila", en tel hem mee.',
  learned: 'Wat in het adres staat, is invoer van buiten. Wat blijft, staat in een opslag.',
};

/** As deep below the project as `content/functions/<name>/` is, so that its imports lead to the same files. */
const PLACE = fileURLToPath(new URL('../../.astro/', import.meta.url));

test('its folder stands the test that every exercise of the course stands', {
  timeout: 2 * PATIENT_MS,
}, async () => {
  const plain = plainOwn();
  const [first, second, third] = plain.checks;
  const own = ownOf({
    ...plain,
    task: 'Groet met `{ "groet": … }`, {zo} en <zo>.\n\nimport x from "y"',
    hints: ['Kijk naar `naam`.', 'Zeg "dag": en tel.'],
    checks: [first, { ...second, passesAtStart: false }, third],
  });
  mkdirSync(PLACE, { recursive: true });
  const folder = mkdtempSync(join(PLACE, 'aangeboden-'));
  try {
    for (const { path, text } of courseFolder(own, FACTS)) {
      const place = join(folder, path.replace('content/functions/', ''));
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, text);
    }
    const exercise = await exerciseFromDisk('groet-met-een-teller', folder);
    expect(exercise.checks.map(({ id }) => id)).toEqual(['naam', 'elke-naam', 'telt']);
    expect((await validate(patient(exercise), { limitMs: PATIENT_MS })).problems).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('its task has the frontmatter that the course asks for, and the way to offer it is told', () => {
  const own = ownOf({ ...plainOwn(), hints: ['Een: "hint"', 'Twee # hint'] });
  const files = new Map(courseFolder(own, FACTS).map(({ path, text }) => [path, text]));
  const task = files.get('content/functions/groet-met-een-teller/opdracht.mdx') ?? '';
  const [, front = '', body = ''] = task.split('---\n');
  expect(exerciseSchema.parse(parse(front))).toMatchObject({
    ...FACTS,
    level: 'instap',
    minutes: 10,
    hints: ['Een: "hint"', 'Twee # hint'],
  });
  expect(body).toContain('1. Noem de naam.');
  expect(files.get('LEESMIJ.md')).toContain('npm run oefening groet-met-een-teller');
  expect([...files.keys()]).toContain('content/functions/groet-met-een-teller/oplossing/groet.js');
});
