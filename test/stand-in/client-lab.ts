/** Opens the real client in Chromium, on a cross-origin isolated page of another origin than the stand-in. */
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchQuickChromium } from '../support/quick-chromium.ts';
import { type StandIn, startStandIn } from './index.ts';
import { listenOn } from './listen.ts';

export interface ClientLab {
  readonly standIn: StandIn;
  /** The page of this test; `page` is there. */
  readonly tab: Page;
  /** A fresh page that has not asked for anything. */
  open(): Promise<void>;
  /** A fresh page with a container. */
  boot(): Promise<void>;
}

/** For the top of a test file: what it opens is closed again. */
export function useClientLab(): ClientLab {
  let standIn: StandIn;
  let site: Awaited<ReturnType<typeof serveClientPage>>;
  let browser: Browser;
  let tab: Page;

  beforeAll(async () => {
    standIn = await startStandIn();
    site = await serveClientPage();
    browser = await launchQuickChromium();
  });
  afterEach(async () => {
    standIn.reset();
    await tab?.close();
    // A page is gone before the stand-in hears of it: the next test finds nothing of this one.
    await expect.poll(() => standIn.processes()).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
    await standIn?.close();
  });

  const lab: ClientLab = {
    get standIn() {
      return standIn;
    },
    get tab() {
      return tab;
    },
    async open() {
      tab = await browser.newPage();
      await tab.goto(`${site.url}?frame=${encodeURIComponent(standIn.origin)}`);
    },
    async boot() {
      await lab.open();
      await tab.evaluate('page.boot().then(() => {})');
    },
  };
  return lab;
}

const HEADERS = {
  'Content-Type': 'text/html',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};
const PAGE = '<!doctype html><body><script type="module" src="/page.js"></script>';

async function serveClientPage() {
  const script = await bundlePage();
  const server = createServer((request, response) => {
    if (request.url !== '/page.js') response.writeHead(200, HEADERS).end(PAGE);
    else response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(script);
  });
  const port = await listenOn(server, '127.0.0.1');
  return {
    url: `http://127.0.0.1:${port}/`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

async function bundlePage(): Promise<string> {
  const input = fileURLToPath(new URL('./client-page.ts', import.meta.url));
  const build = await rolldown({ input, platform: 'browser', logLevel: 'warn' });
  try {
    const { output } = await build.generate({ format: 'esm' });
    return output[0].code;
  } finally {
    await build.close();
  }
}
