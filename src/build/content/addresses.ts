/** Which addresses the site will have, known from its pages and its content before it is built. */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesIn } from '../html.ts';

const PAGES = 'src/pages';
const PUBLIC = 'public';

export interface Named {
  /** Slugs. */
  readonly lessons: readonly string[];
  readonly exercises: readonly string[];
}

/** @returns whether a path that begins with a slash, from the base of the site, is that of a page or a file */
export function siteAddresses(project: string, { lessons, exercises }: Named): (address: string) => boolean {
  /** What stands for the part between brackets in the name of a page. */
  const parts: Readonly<Record<string, readonly string[]>> = { slug: lessons, name: exercises };
  const pages = new Set(lessons.map((slug) => `/lessen/${slug}/`));
  for (const file of existsSync(join(project, PAGES)) ? filesIn(join(project, PAGES)) : []) {
    const path = `/${file}`
      .replace(/\/index\.astro$/, '/')
      .replace(/\.astro$/, '/')
      .replace(/\.ts$/, '');
    const part = /\[(\w+)\]/.exec(path);
    const names = part ? (parts[part[1] ?? ''] ?? []) : [''];
    for (const name of names) pages.add(part ? path.replace(part[0], name) : path);
  }
  return (address) => {
    const file = join(project, PUBLIC, decodeURIComponent(address));
    return pages.has(address) || (existsSync(file) && statSync(file).isFile());
  };
}
