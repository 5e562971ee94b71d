/**
 * Writes `dist/sw.js`: the service worker of `src/site/offline/`, with the list of this build's files above it. It
 * reads what is built, so it comes after every integration that still adds a file (the search index of Starlight).
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import {
  type BuildList,
  DIGEST_LENGTH_CHARACTERS,
  isNameOfContent,
  LATER_LIST,
  LIST_GLOBAL,
  type ListedFile,
} from '../site/offline/build-list.ts';
import { withSlashes } from './base.ts';
import { filesIn, readPages } from './html.ts';
import { bundleInlineScript } from './inline-script.ts';
import { pageAssets } from './page-assets.ts';

const WORKER_ENTRY = fileURLToPath(new URL('../site/offline/service-worker.ts', import.meta.url));

/** Under the base. */
const TEACHERS = 'docent/';

/** Ends itself and reloads its pages: what `npm run dev` serves, since `npm start` used the same address. */
const LEAVING_WORKER = `
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil((async () => {
  await self.registration.unregister();
  for (const page of await self.clients.matchAll({ type: 'window' })) page.navigate(page.url);
})()));
`;

export function offline(): AstroIntegration {
  let base = '/';
  return {
    name: 'functielab:offline',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = withSlashes(config.base);
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          if (!request.url?.endsWith('/sw.js')) return next();
          response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-store' });
          response.end(LEAVING_WORKER);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        const root = fileURLToPath(dir);
        const list = await writeServiceWorker(root, base);
        logger.info(`build ${list.id}: ${list.shell.length} files at once, the rest when a reader begins`);
      },
    },
  };
}

/**
 * For hosts, search engines and developers, and the ready-made search boxes that Pagefind always writes: we build
 * our own. No page asks for these.
 */
export function isForReaders(file: string): boolean {
  return !NOT_FOR_READERS.some((pattern) => pattern.test(file));
}

const NOT_FOR_READERS = [
  /^(_headers|_redirects|sw\.js|robots\.txt|CNAME|sitemap.*\.xml)$/,
  /^pagefind\/pagefind-(ui|modular-ui|component-ui|highlight)\./,
  // The picture in the README.
  /^images\//,
  /\.map$/,
  /(^|\/)\./,
];

/** @param root folder of the built site; `base` begins and ends with a slash */
export async function writeServiceWorker(root: string, base: string): Promise<BuildList> {
  const { list, later } = await listBuild(root, base);
  writeFileSync(join(root, LATER_LIST), later);
  const code = await bundleInlineScript(WORKER_ENTRY);
  writeFileSync(join(root, 'sw.js'), `self.${LIST_GLOBAL}=${JSON.stringify(list)};\n${code}\n`);
  return list;
}

interface Listed {
  readonly list: BuildList;
  /** Text of `LATER_LIST`. */
  readonly later: string;
}

/** The same parameters. */
export async function listBuild(root: string, base: string): Promise<Listed> {
  const inShell = new Set<string>();
  for (const page of readPages(root)) {
    // Every reader gets a page at installation, but for those of a teacher.
    if (!page.path.startsWith(TEACHERS)) inShell.add(page.file);
    const { scripts, others } = await pageAssets(page, root, base);
    for (const file of [...scripts, ...others]) if (existsSync(join(root, file))) inShell.add(file);
  }

  const shell: ListedFile[] = [];
  const rest: ListedFile[] = [];
  const namesForLater: string[] = [];
  const everything = createHash('sha256').update(base);
  // Kept pages keep their headers, so other headers make another build.
  if (existsSync(join(root, '_headers'))) everything.update(readFileSync(join(root, '_headers')));
  const digestOf = (content: string | Buffer) => createHash('sha256').update(content).digest('base64');
  for (const file of filesIn(root).filter(isForReaders)) {
    if (file === LATER_LIST) continue;
    const sha256 = digestOf(readFileSync(join(root, file)));
    everything.update(`${file}\0${sha256}\n`);
    const path = encodeURI(file.replace(/(^|\/)index\.html$/, '$1'));
    const listed: ListedFile = isNameOfContent(file)
      ? [path]
      : [path, sha256.slice(0, DIGEST_LENGTH_CHARACTERS)];
    if (inShell.has(file)) shell.push(listed);
    else if (isNameOfContent(file)) namesForLater.push(path);
    else rest.push(listed);
  }
  const later = JSON.stringify(namesForLater);
  rest.push([LATER_LIST, digestOf(later).slice(0, DIGEST_LENGTH_CHARACTERS)]);
  return { list: { id: everything.digest('hex').slice(0, 16), base, shell, rest }, later };
}

/** The list in a built `sw.js`, for tests. @throws Error when its first line holds none */
export function readBuildList(worker: string): BuildList {
  const json = new RegExp(`^self\\.${LIST_GLOBAL}=(.*);$`, 'm').exec(worker)?.[1];
  if (json === undefined) throw new Error('sw.js does not begin with its list of files');
  return JSON.parse(json) as BuildList;
}
