/**
 * No site is built with an exercise that can't be made, or that needs no making: every solution has to pass every check,
 * and every start code to fail one. What passed is remembered by a hash of all that it depends on, so that a build runs
 * only what changed.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { filesIn } from '../html.ts';
import { exerciseFromDisk, exerciseNames } from './from-disk.ts';
import { validate } from './validate.ts';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));
const REMEMBERED = join(PROJECT, 'node_modules', '.cache', 'functielab', 'exercises.json');
/** What decides how a check comes out, besides the exercise's own folder. */
const RUNS_ON = ['src/billing', 'src/engine', 'src/exercises', 'src/host', 'src/platform'];
/** They mostly wait; with more at once, those that measure would measure each other. */
const AT_ONCE = 2;
/** What is measured can go wrong on a machine with a hiccup: only what goes wrong each time, alone too, is in the exercise. */
const TRIES_ALONE = 2;

export function checkedExercises(): AstroIntegration {
  return {
    name: 'functielab:exercises',
    hooks: {
      'astro:build:start': async ({ logger }) => {
        const { checked, remembered } = await checkAll();
        logger.info(`${checked} exercises checked, ${remembered} unchanged since they were`);
      },
    },
  };
}

/** @throws Error with every problem of every exercise */
async function checkAll(): Promise<{ checked: number; remembered: number }> {
  const known = readKnown();
  const common = hashOf(RUNS_ON);
  const names = exerciseNames();
  const hashes = names.map((name) => common + hashOf([`content/functions/${name}`]));
  const unchecked = names.filter((_, at) => !known.has(hashes[at] ?? ''));
  const doubtful: string[] = [];
  const queue = [...unchecked];
  const work = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      if ((await problemsOf(name)).length > 0) doubtful.push(name);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  const problems: string[] = [];
  for (const name of doubtful) {
    let found: readonly string[] = [];
    for (let attempt = 0; attempt < TRIES_ALONE; attempt += 1) {
      found = await problemsOf(name);
      if (found.length === 0) break;
    }
    problems.push(...found.map((problem) => `  content/functions/${name}: ${problem}`));
  }
  if (problems.length > 0) throw new Error(`These exercises are not in order:\n${problems.join('\n')}`);
  remember(hashes);
  return { checked: unchecked.length, remembered: names.length - unchecked.length };
}

const problemsOf = async (name: string) => (await validate(await exerciseFromDisk(name))).problems;

function hashOf(folders: readonly string[]): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const file of filesIn(join(PROJECT, folder))) {
      hash.update(`${relative(PROJECT, join(PROJECT, folder, file))}\0`);
      hash.update(readFileSync(join(PROJECT, folder, file)));
    }
  }
  return hash.digest('hex');
}

function readKnown(): ReadonlySet<string> {
  try {
    return new Set(JSON.parse(readFileSync(REMEMBERED, 'utf8')) as string[]);
  } catch {
    return new Set();
  }
}

function remember(hashes: readonly string[]): void {
  mkdirSync(dirname(REMEMBERED), { recursive: true });
  writeFileSync(REMEMBERED, JSON.stringify(hashes));
}
