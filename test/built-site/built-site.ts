/** The site as `astro build` left it. These tests come after the build and change nothing. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { withSlashes } from '../../src/build/base.ts';
import { readPages } from '../../src/build/html.ts';

export const root = fileURLToPath(new URL('../../dist', import.meta.url));
export const base = withSlashes(process.env.BASE_PATH ?? '/');

if (!existsSync(join(root, 'index.html')))
  throw new Error('There is no built site: run `npm run build` first');

export const pages = readPages(root);

export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
