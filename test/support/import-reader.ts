/**
 * Reads who imports whom, from the files themselves: TypeScript's own scanner over `.ts`, `.tsx` and `.mjs`, the
 * frontmatter and the scripts of `.astro`, the imports of `.mdx`, and `@import` of `.css`. Types count, so do
 * `import()`, `new URL(…, import.meta.url)` and each file that `import.meta.glob` finds. `test/architecture.test.ts`
 * holds the law over what is read here.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { matchesGlob, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** One file that names another. Both are paths from the root of the project, with `/`. */
export interface Arrow {
  readonly from: string;
  readonly to: string;
}

const READ = /\.(ts|tsx|mjs|astro|mdx|css)$/;

/** Every file under these folders or files, by path from the root of the project. */
export function filesUnder(...places: readonly string[]): string[] {
  return places.flatMap((place) => {
    if (!statSync(PROJECT + place).isDirectory()) return [place];
    const names = readdirSync(PROJECT + place, { recursive: true, encoding: 'utf8', withFileTypes: true });
    return names
      .filter((entry) => entry.isFile())
      .map((entry) => posix.join(entry.parentPath.slice(PROJECT.length).replaceAll('\\', '/'), entry.name))
      .sort();
  });
}

export function textOf(path: string): string {
  return readFileSync(PROJECT + path, 'utf8');
}

/** @returns every arrow out of these files; what leads to no file of the project (a package) is left out */
export function readArrows(files: readonly string[]): Arrow[] {
  const all = filesUnder('src', 'content', 'test');
  return files
    .filter((path) => READ.test(path))
    .flatMap((from) => {
      const targets = new Set([
        ...specifiersIn(from).flatMap((one) => resolve(from, one)),
        ...globbedBy(from, all),
      ]);
      targets.delete(from);
      return [...targets].map((to) => ({ from, to }));
    });
}

/** As written, relative ones and those of packages. */
export function specifiersIn(path: string): string[] {
  const text = textOf(path);
  if (path.endsWith('.css'))
    return [...text.matchAll(/@import\s+["']([^"']+)["']/g)].map(([, one = '']) => one);
  return codeIn(path, text).flatMap((code) => [
    ...ts.preProcessFile(code, true, true).importedFiles.map(({ fileName }) => fileName),
    ...[...code.matchAll(/new URL\(\s*['"]([^'"]+)['"],\s*import\.meta\.url/g)].map(([, one = '']) => one),
  ]);
}

/** The pieces of a file that are TypeScript. */
function codeIn(path: string, text: string): string[] {
  if (path.endsWith('.astro')) {
    const [, frontmatter = ''] = /^---\n([\s\S]*?)\n---/.exec(text) ?? [];
    const scripts = [...text.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)].map(([, code = '']) => code);
    return [frontmatter, ...scripts];
  }
  if (path.endsWith('.mdx')) {
    // MDX reads a paragraph as code when its first line begins so.
    return [[...text.matchAll(/^import\s[\s\S]*?;$/gm)].map(([statement]) => statement).join('\n')];
  }
  return [text];
}

function resolve(from: string, specifier: string): string[] {
  if (!/^\.\.?\//.test(specifier)) return [];
  const path = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
  return existsSync(PROJECT + path) && statSync(PROJECT + path).isFile() ? [path] : [];
}

function globbedBy(from: string, all: readonly string[]): string[] {
  return [...textOf(from).matchAll(/import\.meta\.glob(?:<[^(]*>)?\(\s*(\[[^\]]*\]|'[^']*')/g)].flatMap(
    ([, list = '']) =>
      [...list.matchAll(/'([^']+)'/g)].flatMap(([, glob = '']) => {
        const pattern = posix.join(posix.dirname(from), glob);
        return all.filter((path) => matchesGlob(path, pattern));
      }),
  );
}

/** @returns circles of nodes, each as a path that ends where it began; none for a graph without one */
export function circlesOf(arrows: readonly Arrow[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to]);
  const circles: string[][] = [];
  const done = new Set<string>();
  const walk = (node: string, path: readonly string[]): void => {
    const at = path.indexOf(node);
    if (at >= 0) {
      circles.push([...path.slice(at), node]);
      return;
    }
    if (done.has(node)) return;
    for (const to of next.get(node) ?? []) walk(to, [...path, node]);
    done.add(node);
  };
  for (const node of next.keys()) walk(node, []);
  return circles;
}
