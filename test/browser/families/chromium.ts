/**
 * Chromium, Chrome or Edge, through Puppeteer: with the browser's own back/forward cache, which Playwright switches off, and
 * tabs that may crash, which Playwright gives up.
 */
import { launch, type Page } from 'puppeteer-core';
import { chromiumFlags, findChromium, findQuickChromium } from '../../../src/cli/find-browser.ts';
import { PATIENCE_MS } from '../../../src/cli/test-settings.ts';
import { type Family, type Needs, NO_SERVICE_WORKERS, WINDOW } from './family.ts';
import { tabOf } from './puppeteer-tab.ts';

/** @throws Error when this computer has none */
export async function openChromium({ isWhole = false }: Needs = {}): Promise<Family> {
  const executablePath = isWhole ? findChromium() : findQuickChromium();
  if (executablePath === null) throw new Error('No Chromium: `npm test` installs one');
  const browser = await launch({
    executablePath,
    // Chromium gives a sandboxed frame a process of its own; Puppeteer turns that off by default.
    args: [...chromiumFlags(), '--accept-lang=nl-NL', '--enable-features=IsolateSandboxedIframes'],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    defaultViewport: WINDOW,
    // A busy machine starts it slowly, and a page may wait for the processor.
    timeout: 60_000,
    protocolTimeout: PATIENCE_MS,
  });
  return {
    newTab: async (onError, { hasServiceWorker = false } = {}) => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      if (!hasServiceWorker) await page.evaluateOnNewDocument(NO_SERVICE_WORKERS);
      page.on('pageerror', (error) => onError(String(error)));
      return tabOf(page, { close: () => context.close(), crash: crashPage });
    },
    close: () => browser.close(),
  };
}

async function crashPage(page: Page): Promise<void> {
  const crashed = new Promise((resolve) => page.once('error', resolve));
  // The service worker is lost with the page. Puppeteer at times leaves the one that starts in its place waiting for a debugger,
  // and then it answers no page any more: one in fifteen times on a busy machine, and never where pages pass it by.
  await page.setBypassServiceWorker(true);
  const session = await page.createCDPSession();
  // It ends with the page, so nothing answers.
  session.send('Page.crash').catch(() => {});
  await crashed;
}
