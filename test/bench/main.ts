/**
 * `npm run bench`: what the issues ask to be measured, as one JSON object on standard output at the end, and as a table on
 * standard error that grows with each part: who stops it half-way has what was measured so far. Ratios compare within one
 * run; nothing here passes or fails, except that a part which breaks is named and makes the exit status 1.
 *
 *     npm run bench -- platform billing     only these parts, on the site as it was last built unless `build` is one of them
 *     npm run bench -- --keep               keeps the figures in `last.json`, beside which the next run lays its own
 *
 * At the end it says what became slower or larger than the figures that are kept (`last-run.ts`).
 */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { ensureBrowser } from '../../src/cli/ensure-browser.ts';
import { chromiumFlags } from '../../src/cli/find-browser.ts';
import { startServer } from '../../src/cli/serve.ts';
import { changesOf, figuresOf, type KeptRun, keptWith, toldOf, yardstick } from './last-run.ts';
import { type Finding, type Ground, type Part, parts } from './parts.ts';

const LAST = new URL('./last.json', import.meta.url);
const isKept = process.argv.includes('--keep');
const asked = process.argv.slice(2).filter((word) => word !== '--keep');
const unknown = asked.filter((name) => !parts.some((part) => part.name === name));
if (unknown.length > 0) {
  console.error(
    `No part is called ${unknown.join(', ')}; there are ${parts.map((part) => part.name).join(', ')}.`,
  );
  process.exit(2);
}
const chosen = asked.length === 0 ? parts : parts.filter((part) => asked.includes(part.name));

const values: Record<string, unknown> = {};
const toClose: (() => Promise<void>)[] = [];
let ground: Promise<Ground> | null = null;
try {
  for (const part of chosen) await run(part);
} finally {
  for (const close of toClose.reverse()) await close();
}
compareAndKeep();
console.log(JSON.stringify(values, null, 2));

function compareAndKeep(): void {
  const before: KeptRun = existsSync(LAST) ? JSON.parse(readFileSync(LAST, 'utf8')) : {};
  const now = figuresOf(values);
  const yardstickMs = yardstick();
  for (const line of toldOf(changesOf(before, now, yardstickMs))) console.error(line);
  if (!isKept) return;
  const commit = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: project(), encoding: 'utf8' }).trim();
  const run = { yardstickMs, commit, day: new Date().toISOString().slice(0, 10) };
  writeFileSync(LAST, `${JSON.stringify(keptWith(before, now, run), null, 2)}\n`);
}

async function run(part: Part): Promise<void> {
  const started = performance.now();
  try {
    const { value, rows } = await measure(part);
    values[part.name] = value;
    for (const { what, measured, goal } of rows) {
      console.error(`${what.padEnd(64)} ${measured.padEnd(60)} ${goal}`);
    }
  } catch (broken) {
    process.exitCode = 1;
    console.error(`${part.name} broke: ${broken instanceof Error ? broken.stack : broken}`);
  }
  console.error(`  (${part.name}: ${Math.round((performance.now() - started) / 1_000)} s)`);
}

async function measure(part: Part): Promise<Finding> {
  if (!part.needsBrowser) return part.measure(project());
  ground ??= openGround();
  return part.measure(await ground);
}

async function openGround(): Promise<Ground> {
  const executablePath = ensureBrowser();
  if (!executablePath) throw new Error('No Chromium was found');
  const server = await startServer({ root: fileURLToPath(new URL('../../dist', import.meta.url)), port: 0 });
  toClose.push(() => server.close());
  const browser = await chromium.launch({ executablePath, args: chromiumFlags() });
  toClose.push(() => browser.close());
  return { project: project(), browser, url: server.url };
}

function project(): string {
  return fileURLToPath(new URL('../..', import.meta.url));
}
