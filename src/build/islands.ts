/**
 * The parts that start by themselves on some page, read from the pages: whatever an `.astro` file marks with `client:`.
 * A list by hand would forget the next one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * @param source folder of the project's source
 * @returns absolute paths of the modules whose components are islands
 * @throws Error naming the file, when a component with `client:` is not imported there by a relative path
 */
export function islandModules(source: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const path of readdirSync(source, { recursive: true, encoding: 'utf8' })) {
    if (!path.endsWith('.astro')) continue;
    const file = join(source, path);
    const text = readFileSync(file, 'utf8');
    for (const [, name = ''] of text.matchAll(/<(\w+)\s[^>]*?client:/g)) {
      const specifier = importOf(text, name);
      if (specifier === undefined) throw new Error(`${file}: <${name} client:…> is not imported there`);
      found.add(resolve(dirname(file), specifier));
    }
  }
  return found;
}

/** @returns the specifier under which a frontmatter imports a name, also `{ X as name }` */
function importOf(text: string, name: string): string | undefined {
  for (const [, names = '', specifier] of text.matchAll(/import\s+([^;]*?)\s+from\s+'(\.[^']+)'/g)) {
    if (new RegExp(`\\b${name}\\b`).test(names)) return specifier;
  }
  return undefined;
}
