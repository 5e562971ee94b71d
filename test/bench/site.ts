/**
 * The built site in a real Chromium: the first run of a fresh page against a bare frame and worker, and what a
 * lesson page weighs before anything is touched. Ratios are taken within one run, bare and ours in turn.
 */
import { createServer } from 'node:http';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { bareBoot, barePage } from './bare-page.ts';
import { median } from './statistics.ts';

const ROUNDS = 9;
const LESSON = 'lessen/wat-zijn-serverless-functions/';

export interface FirstRun {
  readonly firstRunMs: number;
  readonly bareBootMs: number;
  /** At most 2. */
  readonly ratio: number;
}

/** Runs in the page: from the click until the status of the answer stands in the page. */
const clickToAnswer = `(() => new Promise((resolve) => {
  const playground = document.querySelector('.playground');
  const started = performance.now();
  const observer = new MutationObserver(() => {
    if (!playground.querySelector('.status__code')) return;
    observer.disconnect();
    resolve(performance.now() - started);
  });
  observer.observe(playground, { childList: true, subtree: true });
  playground.querySelector('.run').click();
}))()`;

async function freshPage<Result>(
  browser: Browser,
  url: string,
  use: (page: Page) => Promise<Result>,
): Promise<Result> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.goto(url, { waitUntil: 'networkidle' });
    return await use(page);
  } finally {
    await context.close();
  }
}

export async function benchFirstRun(browser: Browser, siteUrl: string): Promise<FirstRun> {
  const bare = await serve(barePage);
  const ours: number[] = [];
  const theirs: number[] = [];
  try {
    for (let round = 0; round <= ROUNDS; round += 1) {
      const bareMs = await freshPage(browser, bare.url, (page) => page.evaluate<number>(bareBoot));
      const oursMs = await freshPage(browser, siteUrl + LESSON, async (page) => {
        await page.mouse.move(5, 5);
        await page.locator('.run:enabled').first().waitFor();
        return page.evaluate<number>(clickToAnswer);
      });
      // The first round also warms up the browser itself.
      if (round === 0) continue;
      theirs.push(bareMs);
      ours.push(oursMs);
    }
  } finally {
    await bare.close();
  }
  const firstRunMs = median(ours);
  const bareBootMs = median(theirs);
  return { firstRunMs, bareBootMs, ratio: firstRunMs / bareBootMs };
}

export interface PageWeight {
  readonly path: string;
  /** All JavaScript that came before any interaction; at most 45 KB. */
  readonly javaScriptGzipBytes: number;
  readonly layoutShift: number;
  readonly otherOrigins: number;
}

const layoutShift = `new Promise((resolve) => {
  let sum = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) sum += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  requestIdleCallback(() => setTimeout(() => resolve(sum), 0));
})`;

export async function weighPage(browser: Browser, siteUrl: string, path: string): Promise<PageWeight> {
  // The service worker may install itself: what it fetches counts too.
  const context = await browser.newContext();
  const bodies: Promise<number>[] = [];
  const seen = new Set<string>();
  let otherOrigins = 0;
  context.on('response', (response) => {
    const url = response.url();
    if (url.startsWith('http') && !url.startsWith(siteUrl)) otherOrigins += 1;
    if (!/\.m?js(\?|$)/.test(url) || seen.has(url)) return;
    seen.add(url);
    bodies.push(response.body().then((body) => gzipSync(body).length));
  });
  try {
    const page = await context.newPage();
    await page.goto(siteUrl + path, { waitUntil: 'networkidle' });
    const shift = await page.evaluate<number>(layoutShift);
    const sizes = await Promise.all(bodies);
    return {
      path: `/${path}`,
      javaScriptGzipBytes: sizes.reduce((sum, size) => sum + size, 0),
      layoutShift: shift,
      otherOrigins,
    };
  } finally {
    await context.close();
  }
}

/** A page on an origin of its own; `script` is what it finds at `/script.js`. */
export async function serve(html: string, script = ''): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const isScript = request.url === '/script.js';
    response.setHeader('Content-Type', isScript ? 'text/javascript' : 'text/html');
    response.end(isScript ? script : html);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port');
  return {
    url: `http://127.0.0.1:${address.port}/`,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
