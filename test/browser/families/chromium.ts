/**
 * Chromium, Chrome or Edge, through Puppeteer: with the browser's own back/forward cache, which Playwright switches off, and
 * tabs that may crash, which Playwright gives up.
 */
import type { Page } from 'puppeteer-core';
import { shareChromium, type Wanted } from './chromium-process.ts';
import type { Family, Needs, OpenFamily } from './family.ts';
import { type Dress, tabOf } from './puppeteer-tab.ts';

/** What is odd about a browser and its tabs; `../odd/conditions/` has them. */
export interface Odd extends Wanted {
  /**
   * Gets each tab before it goes anywhere, and each copy of one.
   *
   * @param onError for what nobody may see happen there
   */
  readonly dressTab?: (page: Page, onError: (message: string) => void) => Promise<Dress>;
}

/** @throws Error when this computer has none */
export const openChromium: OpenFamily = (needs) => openChromiumIn({}, needs);

export async function openChromiumIn(
  { dressTab = async () => ({}), ...wanted }: Odd,
  needs: Needs = {},
): Promise<Family> {
  const { browser, release } = await shareChromium({ ...needs, ...wanted });
  return {
    newTab: async (onError, { hasServiceWorker = false } = {}) => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      const dress = (dressed: Page) => dressTab(dressed, onError);
      const close = () => context.close();
      return tabOf(page, { hasServiceWorker, onError, close, crash: crashPage, dress });
    },
    close: release,
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
