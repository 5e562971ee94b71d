/** What an author begins with is in order from the first minute, and nothing that is there is overwritten. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { exerciseFromDisk } from '../../src/build/exercises/from-disk.ts';
import { validate } from '../../src/build/exercises/validate.ts';
import { newExercise, newLesson } from '../../src/cli/new.ts';
import { PATIENT_MS, patient } from '../exercises/patient.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
/** Inside the project: the checks of an exercise import from `src`. */
const FUNCTIONS = mkdtempSync(join(PROJECT, 'node_modules', '.functielab-test-'));
afterAll(() => rmSync(FUNCTIONS, { recursive: true, force: true }));

test('a new exercise passes and fails where it should', { timeout: 2 * PATIENT_MS }, async () => {
  const made = newExercise(PROJECT, ['proef', 'betalen-per-gebruik', 'Een "proef"']);
  if (typeof made === 'string') throw new Error(made);
  const folder = join(FUNCTIONS, 'content');
  for (const [path, text] of Object.entries(made.files)) {
    const file = join(FUNCTIONS, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const exercise = await exerciseFromDisk('proef', join(folder, 'functions'));
  expect(JSON.parse(made.files['content/functions/proef/function.json'] ?? '').title).toBe('Een "proef"');
  expect((await validate(patient(exercise), { limitMs: PATIENT_MS })).problems).toEqual([]);
});

test('a new lesson comes after the last, under its own name', () => {
  const empty = mkdtempSync(join(tmpdir(), 'functielab-new-'));
  cpSync(join(PROJECT, 'content/lessons'), join(empty, 'content/lessons'), { recursive: true });
  const made = newLesson(empty, ['mijn-les', 'Mijn "les"']);
  if (typeof made === 'string') throw new Error(made);
  const [[path, text] = ['', '']] = Object.entries(made.files);
  expect(path).toMatch(/^content\/lessons\/\d\d-mijn-les\.mdx$/);
  expect(text).toContain('title: "Mijn \\"les\\""');
  const imported = [...text.matchAll(/^import .* from '(.*)';$/gm)].map(([, from = '']) => from);
  expect(imported).not.toEqual([]);
  for (const from of imported) expect(existsSync(join(PROJECT, dirname(path), from)), from).toBe(true);
  rmSync(empty, { recursive: true });
});

test('what is there already, or can not be, is refused in words', () => {
  expect(newLesson(PROJECT, ['betalen-per-gebruik'])).toMatch(/Er is al een les/);
  expect(newLesson(PROJECT, ['../weg'])).toMatch(/kleine letters/);
  expect(newLesson(PROJECT, [])).toMatch(/kleine letters/);
  expect(newExercise(PROJECT, ['groet-iedereen', 'betalen-per-gebruik'])).toMatch(/bestaat al/);
  expect(newExercise(PROJECT, ['nieuw', 'nergens'])).toMatch(/Er is geen les nergens/);
  expect(newExercise(PROJECT, ['nieuw'])).toMatch(/een les/);
});
