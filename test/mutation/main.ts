/**
 * `npm run mutation`: breaks the code in thousands of small ways, and counts which of them the tests notice. On demand,
 * for hours: `npm run mutation -- billing` takes one room, `npm run mutation -- src/billing/cents.ts` one file of it.
 *
 * Stryker makes the mutants, of all sorts but texts, literals of objects and arrays, and regular expressions. It has its
 * own lockfile here and is installed at the first use, so that the course itself stays without it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { readScore, scoreLine } from './report.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const STRYKER = join(HERE, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
const ROOMS = ['platform', 'billing', 'engine', 'exercises'];

/** Files by their room; an empty list is the whole room. */
type Work = Map<string, string[]>;

/** @returns null for an argument that is neither a room nor a file of one */
function workOf(names: readonly string[]): Work | null {
  const work: Work = new Map();
  for (const name of names.length === 0 ? ROOMS : names) {
    const room = ROOMS.find((one) => name === one || name.startsWith(`src/${one}/`));
    if (room === undefined || (name !== room && !existsSync(join(PROJECT, name)))) return null;
    work.set(room, [...(work.get(room) ?? []), ...(name === room ? [] : [name])]);
  }
  return work;
}

function install(): boolean {
  if (existsSync(join(HERE, 'node_modules', '.package-lock.json'))) return true;
  console.log('Installing Stryker in test/mutation …');
  const options = { cwd: HERE, stdio: 'inherit', shell: process.platform === 'win32' } as const;
  return spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], options).status === 0;
}

function mutate(room: string, files: readonly string[], folder: string): string | null {
  const { resolve } = createRequire(import.meta.url);
  const report = join(folder, `${room}.json`);
  const config = join(folder, `${room}.config.json`);
  const settings = {
    mutate: files.length > 0 ? files : [`src/${room}/**/*.ts`, `src/${room}/**/*.tsx`],
    mutator: { excludedMutations: ['StringLiteral', 'ObjectLiteral', 'ArrayDeclaration', 'Regex'] },
    plugins: [resolve('@stryker-mutator/vitest-runner')],
    testRunner: 'vitest',
    vitest: { configFile: 'test/mutation/vitest.config.ts' },
    coverageAnalysis: 'perTest',
    // A mutant may be slow on a busy machine without being endless.
    timeoutMS: 20_000,
    timeoutFactor: 3,
    tempDirName: join(folder, 'copy'),
    ignorePatterns: ['dist', 'dist-scorm', '.astro', 'public'],
    disableTypeChecks: false,
    reporters: ['json', 'progress-append-only'],
    jsonReporter: { fileName: report },
  };
  writeFileSync(config, JSON.stringify(settings));
  const { status } = spawnSync(process.execPath, [STRYKER, 'run', config], {
    cwd: PROJECT,
    stdio: 'inherit',
    env: { ...process.env, MUTATED_ROOM: room },
  });
  return status === 0 ? report : null;
}

function main(): void {
  const work = workOf(process.argv.slice(2));
  if (work === null) {
    console.error(`Usage: npm run mutation -- [${ROOMS.join(' | ')} | src/…/file.ts] …`);
    process.exitCode = 2;
    return;
  }
  if (!install()) {
    process.exitCode = 1;
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), 'functielab-mutation-'));
  try {
    const lines = [...work].map(([room, files]) => {
      const report = mutate(room, files, folder);
      if (report === null) {
        process.exitCode = 1;
        return `${room.padEnd(10)} failed`;
      }
      const score = readScore(report);
      console.log(`\n── ${room}: what lives ──\n${score.living.join('\n')}\n`);
      return scoreLine(room, score);
    });
    console.log(lines.join('\n'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

main();
