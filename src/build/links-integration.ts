/**
 * Fails the build on a dead link, naming the page and the link, in Dutch, since an author reads it.
 *
 * It reads the pages as built, so that a link made by a component, a layout or the home page counts as much as
 * one in a lesson. `starlight-links-validator` 0.26 sees Markdown only, and half of our pages are no Markdown.
 */
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { withSlashes } from './base.ts';
import { type Page, readPages } from './html.ts';

/** Attributes that hold one address. */
const ADDRESSES = [
  'href',
  'src',
  'poster',
  'action',
  'component-url',
  'renderer-url',
  'before-hydration-url',
];

export function links(): AstroIntegration {
  let base = '/';
  return {
    name: 'functielab:links',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = withSlashes(config.base);
      },
      'astro:build:done': ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const pages = readPages(root);
        const dead = deadLinks(pages, root, base);
        if (dead.length > 0) {
          const lines = dead.map(({ file, link, why }) => `  ${file}: ${link} (${why})`);
          throw new Error(
            `${dead.length === 1 ? 'Eén link leidt' : `${dead.length} links leiden`} nergens heen:\n${lines.join('\n')}`,
          );
        }
        logger.info(`every link in ${pages.length} pages leads somewhere`);
      },
    },
  };
}

export interface DeadLink {
  readonly file: string;
  readonly link: string;
  readonly why: string;
}

/** @param root folder of the built site; `base` begins and ends with a slash */
export function deadLinks(pages: readonly Page[], root: string, base: string): DeadLink[] {
  const idsByFile = new Map(pages.map((page) => [page.file, idsOn(page)]));

  const problemWith = (link: string, page: Page): string | null => {
    const here = new URL(base + page.path, 'https://site.invalid');
    if (!URL.canParse(link, here)) return 'dit is geen adres';
    const url = new URL(link, here);
    if (url.origin !== here.origin) return null;
    if (!url.pathname.startsWith(base)) return `dit ligt buiten ${base}`;

    const path = decodeURIComponent(url.pathname.slice(base.length));
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : path;
    const onDisk = join(root, file);
    if (!existsSync(onDisk)) return 'dit bestand is er niet';
    if (statSync(onDisk).isDirectory()) return 'het adres van een pagina eindigt op een schuine streep';
    const ids = idsByFile.get(file);
    const fragment = decodeURIComponent(url.hash.slice(1));
    // `#top` and a text fragment need no element; `#dag=1000` is what the page is to show.
    if (!ids || fragment === '' || fragment === 'top' || /^:~:|^\w+=/.test(fragment)) return null;
    return ids.has(fragment) ? null : `op ${file} heeft niets het id "${fragment}"`;
  };

  return pages.flatMap((page) => {
    const found = new Set(page.elements.flatMap(({ attributes }) => addressesIn(attributes)));
    return [...found].flatMap((link) => {
      const why = problemWith(link, page);
      return why === null ? [] : [{ file: page.file, link, why }];
    });
  });
}

function idsOn(page: Page): ReadonlySet<string> {
  return new Set(
    page.elements.flatMap(({ name, attributes }) =>
      [attributes.get('id'), name === 'a' ? attributes.get('name') : undefined].filter(
        (id) => id !== undefined,
      ),
    ),
  );
}

function addressesIn(attributes: ReadonlyMap<string, string>): string[] {
  const single = ADDRESSES.flatMap((name) => attributes.get(name) ?? []);
  const candidates = (attributes.get('srcset') ?? '')
    .split(',')
    .map((part) => part.trim().split(/\s+/)[0] ?? '');
  return [...single, ...candidates.filter((candidate) => candidate !== '')];
}
