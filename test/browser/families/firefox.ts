/** The ordinary Firefox, through Puppeteer and WebDriver BiDi: Playwright drives only a Firefox of its own. */
import { launch, type Page } from 'puppeteer-core';
import { findFirefox } from '../../../src/cli/find-browser.ts';
import { PATIENCE_MS } from '../../../src/cli/test-settings.ts';
import { type Family, KEEP_NOTHING, WINDOW } from './family.ts';
import { tabOf } from './puppeteer-tab.ts';

/**
 * What Firefox says of a request that was with a service worker when its page was left or loaded anew. It names no address then; of
 * one that failed it does.
 */
const LEFT_BEHIND = 'Failed to load ‘’. A ServiceWorker intercepted the request';

export async function openFirefox(): Promise<Family> {
  const executablePath = findFirefox();
  if (executablePath === null) throw new Error('No Firefox');
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: WINDOW,
    // A busy machine starts it slowly, and a page may wait for the processor.
    timeout: PATIENCE_MS,
    protocolTimeout: PATIENCE_MS,
    extraPrefsFirefox: { 'intl.accept_languages': 'nl-NL' },
  });
  return {
    newTab: async (onError, { hasServiceWorker = false } = {}) => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      const close = () => context.close();
      const hear = (error: string) => {
        if (!error.includes(LEFT_BEHIND)) onError(error);
      };
      return tabOf(page, { hasServiceWorker, onError: hear, close, crash: crashPage });
    },
    close: () => browser.close(),
  };
}

/** Puppeteer waits for ever for a tab of which the process was killed; the page keeps nothing any more instead. */
async function crashPage(page: Page): Promise<void> {
  await page.evaluate(KEEP_NOTHING);
  await page.goto(page.url());
}
