/**
 * Rewrites the scripts of the built pages so that a strict policy can stand: one small loader in each page, which the
 * policy names by its hash, adds the page's modules. The policy trusts what a trusted script adds (`'strict-dynamic'`)
 * and nothing else, so that neither a file of ours nor a `data:` address runs because somebody put an element in a page.
 *
 * The list of modules stands in the loader and is never read from the page, where it could be changed. Pages share
 * their loader as far as they have the same modules. Astro's own scripts, which import, come along in a file
 * (`island-runtime.ts`): an `import()` counts as that of the script that calls it, and Chromium trusts one from a script
 * in the page as little as an element in the page, hash or no hash (measured). A guard stands first in each page
 * (`../site/shell/page-guard.ts`), for the browser that trusts too much.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { init, parse } from 'es-module-lexer';
import { ASSETS_FOLDER } from '../site/offline/build-list.ts';
import { withSlashes } from './base.ts';
import { type Page, type PageElement, readPages } from './html.ts';
import { bundleInlineScript } from './inline-script.ts';
import { ISLAND_MODULES, isIslandScript, islandRuntime } from './island-runtime.ts';
import { isScript, pageAssets } from './page-assets.ts';

const GUARD = fileURLToPath(new URL('../site/shell/page-guard.ts', import.meta.url));

export function pageScripts(): AstroIntegration {
  let base = '/';
  return {
    name: 'functielab:page-scripts',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = withSlashes(config.base);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const { pages, loaders } = await loadByLoaders(fileURLToPath(dir), base);
        logger.info(`${pages} pages load their modules by ${loaders} loaders`);
      },
    },
  };
}

/**
 * @param root folder of the built site, whose pages are changed; `base` begins and ends with a slash
 * @returns how many pages have a loader, and how many loaders differ
 * @throws Error naming the page, when a script in it would not run under the policy
 */
export async function loadByLoaders(
  root: string,
  base: string,
): Promise<{ readonly pages: number; readonly loaders: number }> {
  await init;
  const pages = readPages(root).filter(({ elements }) => elements.some(isScript));
  const runtime = writeIslandRuntime(pages, root, base);
  const guard = await bundleInlineScript(GUARD);
  const loaders = new Set<string>();
  for (const page of pages) {
    const moved = page.elements.filter((element) => isScript(element) && isMoved(element, page));
    const modules = moved.flatMap(({ attributes }) => attributes.get('src') ?? []);
    if (runtime !== null && moved.some(({ text }) => isIslandScript(text))) modules.unshift(runtime);
    if (modules.length === 0) continue;
    const loader = loaderOf(modules);
    loaders.add(loader);
    const preloads = await preloadsOf(page, modules, root, base);
    writePage(join(root, page.file), page, { moved, guard, preloads, loader });
  }
  return { pages: pages.length, loaders: loaders.size };
}

/** @returns the script's address, or null when no page has an island */
function writeIslandRuntime(pages: readonly Page[], root: string, base: string): string | null {
  const elements = pages.flatMap((page) => page.elements);
  const scripts = elements.flatMap((element) =>
    isScript(element) && isIslandScript(element.text) ? [element.text] : [],
  );
  if (scripts.length === 0) return null;
  const modules = elements.flatMap(({ name, attributes }) =>
    name === 'astro-island' ? ISLAND_MODULES.flatMap((module) => attributes.get(module) ?? []) : [],
  );
  const text = islandRuntime(distinct(scripts), distinct(modules));
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 8);
  const file = `${ASSETS_FOLDER}island-runtime.${digest}.js`;
  writeFileSync(join(root, file), text);
  return base + file;
}

/** In a fixed order: pages differ in theirs, and the same site has to give the same bytes. */
function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}

/** @returns false: it stays where it is, and the policy names it by its hash */
function isMoved({ attributes, text }: PageElement, { file }: Page): boolean {
  const src = attributes.get('src');
  if (src !== undefined) {
    const others = [...attributes.keys()].filter((name) => name !== 'src' && name !== 'type');
    if (attributes.get('type') === 'module' && others.length === 0) return true;
    throw new Error(`${file}: <script src="${src}"> is no plain module, and a loader adds only these`);
  }
  if (isIslandScript(text)) return true;
  // `import.meta` is no import of anything.
  if (parse(text)[0].some(({ type }) => type !== 'import-meta')) {
    throw new Error(`${file}: a script in the page imports, which the policy does not allow there: ${text}`);
  }
  return false;
}

/** @returns a script that adds the modules, which run in this order */
export function loaderOf(modules: readonly string[]): string {
  return (
    `for(const src of ${JSON.stringify(modules)})` +
    "document.head.append(Object.assign(document.createElement('script'),{type:'module',async:false,src}))"
  );
}

/** Islands that start with the page; the others wait until they are seen. */
const AT_ONCE = ['load', 'only'];

/**
 * A browser looks ahead for what a page will need, and finds no module that a loader will add. So the page names them, and
 * what they import too, which saves a way to the server and back for each.
 *
 * @returns links to stand in the head
 */
async function preloadsOf(
  page: Page,
  modules: readonly string[],
  root: string,
  base: string,
): Promise<string> {
  const starts = page.elements.filter(({ name, attributes }) =>
    name === 'script'
      ? attributes.has('src')
      : name === 'astro-island' && AT_ONCE.includes(attributes.get('client') ?? ''),
  );
  const { scripts } = await pageAssets({ ...page, elements: starts }, root, base);
  const addresses = new Set([...modules, ...[...scripts].map((path) => base + encodeURI(path))]);
  return [...addresses].map((href) => `<link rel="modulepreload" href="${href}">`).join('');
}

interface Parts {
  /** Scripts that go. */
  readonly moved: readonly PageElement[];
  readonly guard: string;
  readonly preloads: string;
  readonly loader: string;
}

/** @throws Error when the page has no head or body of its own to put something in */
function writePage(path: string, { file, elements }: Page, { moved, guard, preloads, loader }: Parts): void {
  const head = elements.find(({ name }) => name === 'head')?.at;
  const body = elements.find(({ name }) => name === 'body')?.at;
  if (!head || !body) throw new Error(`${file}: without <head> and <body> there is no place for its modules`);
  const charset = elements.find(({ name, attributes }) => name === 'meta' && attributes.has('charset'))?.at;
  const first = charset?.end ?? head.innerEnd;
  const changes = [
    { start: first, end: first, text: `<script>${guard}</script>` },
    { start: head.innerEnd, end: head.innerEnd, text: preloads },
    // The last of the body: all that the modules look for is there when they run.
    { start: body.innerEnd, end: body.innerEnd, text: `<script>${loader}</script>` },
    ...moved.flatMap(({ at }) => (at ? [{ start: at.start, end: at.end, text: '' }] : [])),
  ];
  let html = readFileSync(path, 'utf8');
  // From the end, so that what comes before stays where it was.
  for (const { start, end, text } of changes.sort((a, b) => a.start - b.start).reverse()) {
    html = html.slice(0, start) + text + html.slice(end);
  }
  writeFileSync(path, html.replaceAll(NAMED_BY_ITS_FOLDER, '<astro-island'));
}

/**
 * Astro makes a name of the folder in which the project stands, for a page that is changed while somebody looks at it. A built
 * page has no use for it beside the number that Preact gives, and one commit has to give one site wherever it is built.
 */
const NAMED_BY_ITS_FOLDER = /<astro-island uid="[^"]*"(?= data-preact-island-id=)/g;
