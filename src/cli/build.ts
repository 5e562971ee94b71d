/**
 * `npm run build`: builds the site, and puts it in `dist` when it is whole. What Astro and Vite tell of their work goes to
 * a file; on the screen come one line, and what is wrong, if anything is.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import { contentProblems, listed } from '../build/content/index.ts';
import { freshFolder, putInPlace, tidyUp } from '../build/place.ts';
import { ASTRO, WITHOUT_TELEMETRY } from './astro.ts';
import { startProgress } from './progress.mjs';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(PROJECT, 'dist');
/** Where a tool may leave what a next run may miss. */
const LOG = join(PROJECT, 'node_modules', '.cache', 'functielab', 'bouw.log');
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * @param log all that the build wrote, as one text
 * @returns its warnings about files of this project; those about other people's code tell a reader nothing to do
 */
export function ownWarnings(log: string): string[] {
  return stripVTControlCharacters(log)
    .split('\n')
    .filter(
      (line) => /\bwarn/i.test(line) && /\b(src|content)\//.test(line) && !line.includes('node_modules/'),
    );
}

/** @returns the exit status for this process */
async function main(args: readonly string[]): Promise<number> {
  const problems = contentProblems(PROJECT);
  if (problems.length > 0) {
    console.error(`${listed(problems)}\n\nDe site is niet gebouwd.`);
    return 1;
  }
  tidyUp(DIST);
  const fresh = freshFolder(DIST);
  const progress = startProgress('De site bouwen', 'meestal een halve minuut');
  try {
    const { isBuilt, reason, signal } = await runAstro(fresh, args);
    if (signal !== null) {
      progress.fail();
      console.error('Gestopt. De site in dist is nog die van de vorige keer.');
      return 130;
    }
    if (!isBuilt) {
      progress.fail();
      console.error(
        `${reason.trim()}\n\nDe site is niet gebouwd. Alles wat de bouw zei, staat in ${relative(PROJECT, LOG)}.`,
      );
      return 1;
    }
    await putInPlace(fresh, DIST);
    progress.done('De site is gebouwd');
    for (const line of ownWarnings(readFileSync(LOG, 'utf8'))) console.error(line);
    return 0;
  } catch (error) {
    progress.fail();
    console.error(error instanceof Error ? error.message : error);
    return 1;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

interface Ended {
  readonly isBuilt: boolean;
  /** What it wrote to standard error. */
  readonly reason: string;
  /** What ended it from outside. */
  readonly signal: NodeJS.Signals | null;
}

async function runAstro(outDir: string, args: readonly string[]): Promise<Ended> {
  mkdirSync(dirname(LOG), { recursive: true });
  const log = openSync(LOG, 'w');
  let stopped: NodeJS.Signals | null = null;
  try {
    const child = spawn(process.execPath, [ASTRO, 'build', '--outDir', outDir, ...args], {
      cwd: PROJECT,
      env: { ...process.env, ...WITHOUT_TELEMETRY },
      stdio: ['ignore', log, 'pipe'],
    });
    const stop = (signal: NodeJS.Signals) => {
      stopped = signal;
      child.kill(signal);
    };
    for (const signal of SIGNALS) process.on(signal, stop);
    let reason = '';
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      reason += text;
    });
    const status = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    for (const signal of SIGNALS) process.off(signal, stop);
    writeSync(log, reason);
    return { isBuilt: status === 0, reason, signal: stopped };
  } finally {
    closeSync(log);
  }
}

if (import.meta.main) process.exitCode = await main(process.argv.slice(2));
