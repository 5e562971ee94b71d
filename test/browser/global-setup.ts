/** Before the browser tests: a built site that is not older than its sources, served with its real headers. */
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { withSlashes } from '../../src/build/base.ts';
import { filesIn } from '../../src/build/html.ts';
import { startServer } from '../../src/cli/serve.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const SITE = join(PROJECT, 'dist');
const SOURCES = ['src', 'content', 'public'];
const SOURCE_FILES = ['astro.config.mjs', 'package-lock.json'];

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the built site's home page; it ends with a slash. */
    siteUrl: string;
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  buildWhenStale();
  const server = await startServer({ root: SITE, port: 0, base: withSlashes(process.env.BASE_PATH ?? '/') });
  project.provide('siteUrl', server.url);
  return () => server.close();
}

/** The last file that a build writes tells when it was made. */
function isFresh(): boolean {
  const mark = join(SITE, 'sw.js');
  if (!existsSync(mark)) return false;
  const builtMs = statSync(mark).mtimeMs;
  const sources = SOURCES.filter((folder) => existsSync(join(PROJECT, folder))).flatMap((folder) =>
    filesIn(join(PROJECT, folder)).map((file) => join(folder, file)),
  );
  return [...sources, ...SOURCE_FILES].every((file) => statSync(join(PROJECT, file)).mtimeMs <= builtMs);
}

/** @throws Error when the build fails */
function buildWhenStale(): void {
  if (isFresh()) return;
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: PROJECT,
    // Vitest says `test` here, with which Astro would build the pages of a developer.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The site does not build');
}
