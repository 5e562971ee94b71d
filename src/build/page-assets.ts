/**
 * What a page loads before its reader has done anything: the files that it names, and the files that those
 * import. The offline list and the test of the JavaScript budget are both made from this.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { init, parse } from 'es-module-lexer';
import type { Page, PageElement } from './html.ts';

/** Scripts of these types run; any other is data for a script. */
const JAVASCRIPT = new Set(['', 'module', 'text/javascript', 'application/javascript']);

/** The moment at which Astro starts an island. All but these wait for the reader. */
const WITHOUT_READER = new Set(['load', 'idle', 'only', 'visible', 'media']);

export function isScript(element: PageElement): boolean {
  return element.name === 'script' && JAVASCRIPT.has((element.attributes.get('type') ?? '').toLowerCase());
}

/** @returns the path in the site without its base, or null when `href` points elsewhere or at no file */
export function localPath(href: string, from: string, base: string): string | null {
  const here = new URL(base + from, 'https://site.invalid');
  if (!URL.canParse(href, here)) return null;
  const url = new URL(href, here);
  if (url.origin !== here.origin || !url.pathname.startsWith(base)) return null;
  return decodeURIComponent(url.pathname.slice(base.length));
}

export interface PageAssets {
  /** Modules and scripts, imports included. */
  readonly scripts: ReadonlySet<string>;
  /** Style sheets, fonts with Latin letters, pictures, icons. */
  readonly others: ReadonlySet<string>;
  /** Bytes of JavaScript that stand in the page itself are in no file; this is their text. */
  readonly inlineScripts: readonly string[];
}

/** @param root folder of the built site; `base` begins and ends with a slash */
export async function pageAssets(page: Page, root: string, base: string): Promise<PageAssets> {
  await init;
  const scripts = new Set<string>();
  const others = new Set<string>();
  const inlineScripts: string[] = [];

  const addScript = (path: string | null): void => {
    if (path === null || scripts.has(path)) return;
    scripts.add(path);
    for (const imported of staticImports(readFileSync(join(root, path), 'utf8'))) {
      addScript(localPath(imported, path, base));
    }
  };
  const addOther = (path: string | null): void => {
    if (path !== null && !isPagePath(path)) others.add(path);
  };

  for (const element of page.elements) {
    const value = (name: string) => element.attributes.get(name);
    const linked = (name: string) => {
      const href = value(name);
      return href === undefined ? null : localPath(href, page.path, base);
    };
    if (isScript(element)) {
      if (value('src') !== undefined) addScript(linked('src'));
      else {
        inlineScripts.push(element.text);
        if (value('type') === 'module') {
          for (const imported of staticImports(element.text)) addScript(localPath(imported, page.path, base));
        }
      }
    } else if (element.name === 'astro-island') {
      if (!WITHOUT_READER.has(value('client') ?? '')) continue;
      for (const name of ['component-url', 'renderer-url', 'before-hydration-url']) addScript(linked(name));
    } else if (element.name === 'link') {
      const kinds = (value('rel') ?? '').toLowerCase().split(/\s+/);
      if (kinds.includes('modulepreload')) addScript(linked('href'));
      if (kinds.includes('preload') && value('as') === 'script') addScript(linked('href'));
      else if (
        kinds.some((kind) => ['stylesheet', 'icon', 'manifest', 'apple-touch-icon', 'preload'].includes(kind))
      ) {
        addOther(linked('href'));
      }
    } else if (['img', 'source', 'video', 'audio', 'track'].includes(element.name)) {
      addOther(linked('src'));
      addOther(linked('poster'));
      for (const candidate of (value('srcset') ?? '').split(',')) {
        const [href = ''] = candidate.trim().split(/\s+/);
        if (href) addOther(localPath(href, page.path, base));
      }
    } else if (element.name === 'style') {
      for (const href of cssUrls(element.text)) addOther(localPath(href, page.path, base));
    }
  }
  for (const sheet of [...others].filter((path) => path.endsWith('.css'))) {
    for (const href of cssUrls(readFileSync(join(root, sheet), 'utf8')))
      addOther(localPath(href, sheet, base));
  }
  return { scripts, others, inlineScripts };
}

function isPagePath(path: string): boolean {
  return path === '' || path.endsWith('/') || path.endsWith('.html');
}

function staticImports(code: string): string[] {
  const [imports] = parse(code);
  return imports.flatMap((found) =>
    found.type === 'static' || found.type === 'reexport-star' ? [found.specifier] : [],
  );
}

/**
 * Files that a style sheet needs for Dutch text. A font often comes as a file an alphabet; a browser fetches
 * those that the page has letters of, so the Greek one is never part of it.
 */
export function cssUrls(css: string): string[] {
  const withoutOtherAlphabets = css.replace(/@font-face\s*\{[^}]*\}/g, (face) =>
    hasLatin(face) ? face : '',
  );
  return [...withoutOtherAlphabets.matchAll(/url\(\s*(?:"([^"]*)"|'([^']*)'|([^)'"\s]+))\s*\)/g)]
    .map((match) => match[1] ?? match[2] ?? match[3] ?? '')
    .filter((href) => href !== '' && !href.startsWith('#') && !href.startsWith('data:'));
}

function hasLatin(fontFace: string): boolean {
  const ranges = /unicode-range\s*:\s*([^;}]*)/i.exec(fontFace)?.[1];
  if (ranges === undefined) return true;
  const letter = 'a'.charCodeAt(0);
  return ranges.split(',').some((range) => {
    const [first = '', last = first] = range.trim().replace(/^u\+/i, '').split('-');
    const low = Number.parseInt(first.replaceAll('?', '0'), 16);
    const high = Number.parseInt(last.replaceAll('?', 'F'), 16);
    return low <= letter && letter <= high;
  });
}
