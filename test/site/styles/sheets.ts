/** The style sheets and the source that they dress, as these tests read them. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface File {
  /** From the root that it was read from, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** @param folder from the root of the project */
function read(folder: string, kind: RegExp): File[] {
  const root = fileURLToPath(new URL(`../../../${folder}`, import.meta.url));
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => kind.test(file))
    .map((file) => ({ path: file.replaceAll('\\', '/'), text: readFileSync(join(root, file), 'utf8') }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

export const INDEX = 'index.css';
export const sheets = read('src/site/styles', /\.css$/);
export const source = read('src', /\.(astro|tsx?)$/);
export const lessons = read('content', /\.mdx$/);
export const tests = read('test', /\.ts$/);

/** The rules alone. */
export function withoutComments(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '');
}
