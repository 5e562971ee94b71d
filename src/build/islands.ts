/**
 * The parts of pages that come to life, read from the pages: whatever an `.astro` file marks with `client:`. A list by hand would
 * forget the next one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export interface IslandModules {
  /** They start with some page, or when they are seen. */
  readonly early: ReadonlySet<string>;
  /** They wait for a reader: `../site/shell/touch.ts`. What is both is early. */
  readonly touched: ReadonlySet<string>;
}

/**
 * @param source folder of the project's source
 * @returns absolute paths of the modules whose components are islands
 * @throws Error naming the file, when a component with `client:` is not imported there by a relative path
 */
export function islandModules(source: string): IslandModules {
  const early = new Set<string>();
  const touched = new Set<string>();
  for (const path of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.astro')) continue;
    const file = join(source, path);
    const text = readFileSync(file, 'utf8');
    for (const [, name = '', moment] of text.matchAll(/<(\w+)\s[^>]*?client:(\w+)/g)) {
      const specifier = importOf(text, name);
      if (specifier === undefined) throw new Error(`${file}: <${name} client:…> is not imported there`);
      (moment === 'touch' ? touched : early).add(resolve(dirname(file), specifier));
    }
  }
  return { early, touched: new Set([...touched].filter((module) => !early.has(module))) };
}

/** @returns the specifier under which a frontmatter imports a name, also `{ X as name }` */
function importOf(text: string, name: string): string | undefined {
  for (const [, names = '', specifier] of text.matchAll(/import\s+([^;]*?)\s+from\s+'(\.[^']+)'/g)) {
    if (new RegExp(`\\b${name}\\b`).test(names)) return specifier;
  }
  return undefined;
}
