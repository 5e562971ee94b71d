/** The recipes for nginx, Caddy and Apache give every address what our own server gives it. */
import { describe, expect, onTestFinished, test } from 'vitest';
import { headersFor } from '../../src/build/headers-file.ts';
import { filesIn } from '../../src/build/html.ts';
import { writeServiceWorker } from '../../src/build/offline-integration.ts';
import { hosting, RECIPES } from '../../src/cli/hosting.ts';
import { type HostedSite, readBuild } from '../../src/cli/recipes/hosting-site.ts';
import { startServer } from '../../src/cli/serve.ts';
import { html, siteFolder } from '../build/site-folder.ts';
import { root } from './built-site.ts';
import { findServer } from './find-server.ts';
import { type ServerName, startRealServer } from './real-server.ts';

const SERVERS = ['nginx', 'caddy', 'apache'] as const satisfies readonly ServerName[];
const SERVER_LIMIT_MS = 60_000;

/** Every address that the site has, in each way to ask for it, and some that it has not. */
function addresses(folder: string, base: string): string[] {
  const files = filesIn(folder);
  const pages = files.filter((file) => /(^|\/)index\.html$/.test(file)).map((file) => file.slice(0, -10));
  const folders = files.flatMap((file) => {
    const parts = file.split('/').slice(0, -1);
    return parts.map((_, at) => `${parts.slice(0, at + 1).join('/')}/`);
  });
  const relative = [
    ...files,
    ...pages,
    ...pages.map((page) => page.slice(0, -1)),
    ...pages.map((page) => `${page.slice(0, -1)}?q=a%20b&r=/`),
    ...folders,
    'weg',
    'weg/',
    'weg/weg.js?q=1',
    '_astro/weg.js',
    'LESSEN/',
    '%6Cessen/',
    'lessen/%E2%82%AC/',
  ];
  const inSite = relative.filter((path) => path !== '' && !path.startsWith('?')).map((path) => base + path);
  const bare = base.slice(0, -1);
  return [...new Set([base, ...inSite, ...(bare === '' ? [] : [bare, `${bare}?q=1`])])];
}

interface Seen {
  readonly address: string;
  readonly status: number;
  readonly location: string | null;
  /** Of those headers that the rules set for this path. */
  readonly headers: Readonly<Record<string, string | null>>;
  readonly isolation: readonly (string | null)[];
  readonly type: string | undefined;
  readonly cacheControl: string | null;
  readonly body: string;
}

async function look(url: string, address: string, names: readonly string[]): Promise<Seen> {
  const answer = await fetch(url + address, { redirect: 'manual' });
  const body = Buffer.from(await answer.arrayBuffer()).toString('base64');
  const isRedirect = answer.status === 308;
  return {
    address,
    status: answer.status,
    // A server may name itself in it, but no other.
    location: pathOf(answer.headers.get('location'), url),
    headers: Object.fromEntries(names.map((name) => [name, answer.headers.get(name)])),
    isolation: ['cross-origin-opener-policy', 'cross-origin-embedder-policy'].map((name) =>
      answer.headers.get(name),
    ),
    // A redirect has no content, and nobody keeps it.
    type: isRedirect ? undefined : answer.headers.get('content-type')?.split(';')[0],
    cacheControl: isRedirect ? null : answer.headers.get('cache-control'),
    body: isRedirect ? '' : body,
  };
}

function pathOf(location: string | null, url: string): string | null {
  if (location === null) return null;
  const { href, origin } = new URL(location, url);
  return origin === url ? href.slice(origin.length) : href;
}

async function compare(
  server: ServerName,
  program: string,
  site: Pick<HostedSite, 'root' | 'base' | 'rules'>,
) {
  const ours = await startServer({ root: site.root, base: site.base, port: 0 });
  onTestFinished(() => ours.close());
  const theirs = await startRealServer(server, program, site);
  onTestFinished(() => theirs.stop());

  const headersOf = headersFor(site.rules);
  const host = new URL(ours.url).origin;
  for (const address of addresses(site.root, site.base)) {
    const path = decodeURIComponent(new URL(address, host).pathname);
    const names = [...headersOf(path).keys()].filter((name) => name !== 'cache-control');
    const expected = await look(host, address, names);
    expect(await look(theirs.url, address, names), address).toEqual(expected);
    expect(expected.headers, address).toEqual(
      Object.fromEntries(names.map((name) => [name, headersOf(path).get(name)])),
    );
  }
}

async function smallSite(base: string): Promise<string> {
  const folder = siteFolder({
    'index.html': html('Thuis'),
    '404.html': html('Weg'),
    // A page with the name of the folder in which the site is.
    'cursus/index.html': html('Les'),
    '_astro/a.js': 'export {}',
    'app.webmanifest': '{}',
    'a.mjs': 'export {}',
    _headers: `${base}*\n  X-A: a "b" 'c'; d\n${base}cursus/\n  X-B: 1\n${base}cursus/\n  X-B: 2\n${base}:een/\n  X-C: ja\n${base}_astro/*\n  Cache-Control: immutable\n`,
  });
  await writeServiceWorker(folder, base);
  return folder;
}

describe.each(SERVERS)('%s', (server) => {
  const program = findServer(server);

  test('its recipe names each header, value and path of this build', () => {
    const { stdout, status } = hosting([server], {}, root);
    expect(status).toBe(0);
    for (const { path, headers } of readBuild(root).rules) {
      for (const [name, value] of headers) {
        if (name !== 'Cache-Control') expect(stdout).toContain(name);
        expect(stdout).toContain(value);
      }
      if (!path.endsWith('*')) expect(stdout).toContain(path.replaceAll('.', '\\.'));
    }
    expect(stdout).toBe(
      RECIPES[server]({ ...readBuild(root), root, name: 'functielab.example', port: null }),
    );
  });

  // The text is tested above and in test/cli, also where the program itself is not.
  test.skipIf(!program)(
    'answers for this build as our own server does',
    async () => {
      await compare(server, program ?? '', { root, ...readBuild(root) });
    },
    SERVER_LIMIT_MS,
  );

  test.skipIf(!program).each(['/', '/cursus/'])(
    'answers as our own server does for a site in %s',
    async (base) => {
      const folder = await smallSite(base);
      await compare(server, program ?? '', { root: folder, ...readBuild(folder) });
    },
    SERVER_LIMIT_MS,
  );
});
