/** A site of three pages that can be built as `A` and as `B`, served on one address, and taken off the network. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContext, Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { onTestFinished } from 'vitest';
import { writeServiceWorker } from '../../../src/build/offline-integration.ts';
import { startServer } from '../../../src/cli/serve.ts';
import { html, writeSite } from '../../build/site-folder.ts';
import { launchQuickChromium } from '../../support/quick-chromium.ts';

const REGISTER = fileURLToPath(new URL('../../../src/site/offline/register.ts', import.meta.url));

export interface OfflineSite {
  readonly context: BrowserContext;
  readonly url: string;
  /** Puts this build in the place of the one that was there. */
  deploy(build: 'A' | 'B'): Promise<void>;
  goOffline(): Promise<void>;
  goOnline(): Promise<void>;
  open(path: string): Promise<Page>;
}

async function bundleRegister(base: string): Promise<string> {
  const bundle = await rolldown({
    input: REGISTER,
    platform: 'browser',
    transform: {
      define: {
        'import.meta.env.PROD': 'true',
        'import.meta.env.MODE': JSON.stringify('production'),
        'import.meta.env.BASE_URL': JSON.stringify(base),
      },
    },
  });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  return output[0].code;
}

function filesOf(build: 'A' | 'B', base: string, register: string): Record<string, string> {
  const page = (name: string) =>
    html(
      `<h1>${name} ${build}</h1><p id="picture"></p><button>Begin</button>
       <script type="module" src="${base}_astro/page.${build}.js"></script>`,
    );
  return {
    'index.html': page('Thuis'),
    'lessen/een/index.html': page('Les'),
    '404.html': page('Weg'),
    [`_astro/page.${build}.js`]: `import { registerOffline } from './register.js'; registerOffline();
      globalThis.proef = {
        outdated: 0,
        loadEditor: () => import('./editor.${build}.js').then((module) => module.name),
        loadIndex: () => fetch('${base}pagefind/index.json?ts=1').then((answer) => answer.text()),
      };
      document.addEventListener('functielab:verouderd', () => { proef.outdated += 1; });`,
    '_astro/register.js': register,
    [`_astro/editor.${build}.js`]: `export const name = 'editor ${build}';`,
    'pagefind/index.json': `"index ${build}"`,
  };
}

export async function openOfflineSite(base = '/'): Promise<OfflineSite> {
  const root = mkdtempSync(join(tmpdir(), 'functielab-offline-'));
  const register = await bundleRegister(base);
  const deploy = async (build: 'A' | 'B') => {
    rmSync(root, { recursive: true, force: true });
    writeSite(root, filesOf(build, base, register));
    await writeServiceWorker(root, base);
  };
  await deploy('A');

  let server: Awaited<ReturnType<typeof startServer>> | null = await startServer({ root, base, port: 0 });
  const { url } = server;
  const port = Number(new URL(url).port);
  const browser = await launchQuickChromium();
  const context = await browser.newContext();
  onTestFinished(async () => {
    await browser.close();
    await server?.close();
    rmSync(root, { recursive: true, force: true });
  });

  return {
    context,
    url,
    deploy,
    // A closed server, not the browser's own switch: that one does not reach a service worker everywhere.
    async goOffline() {
      await server?.close();
      server = null;
    },
    async goOnline() {
      server ??= await startServer({ root, base, port });
    },
    async open(path) {
      const page = await context.newPage();
      await page.goto(url + path);
      return page;
    },
  };
}

/** Names of the files that the browser keeps, by build. */
export function keptFiles(page: Page): Promise<string[][]> {
  return page.evaluate(async () => {
    const names = await caches.keys();
    return Promise.all(
      names.map(async (name) => {
        const requests = await (await caches.open(name)).keys();
        return requests.map((request) => new URL(request.url).pathname).sort();
      }),
    );
  });
}

/** The worker of the page's build is installed and active. */
export async function isReady(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** How many pages of the site its workers know of. */
export async function pagesSeen(context: BrowserContext): Promise<number> {
  const count = `clients.matchAll({ type: 'window', includeUncontrolled: true }).then((pages) => pages.length)`;
  const counts = context.serviceWorkers().map((worker) => worker.evaluate<number>(count));
  return Math.max(0, ...(await Promise.all(counts)));
}

/** Makes the browser look for a new build, as it does by itself a while after a page has opened. */
export async function findNewBuild(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    const worker = registration.installing;
    if (!worker) return;
    await new Promise<void>((resolve) => {
      worker.addEventListener('statechange', () => {
        if (worker.state !== 'installing') resolve();
      });
    });
  });
}
