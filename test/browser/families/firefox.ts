/** The ordinary Firefox, through Puppeteer and WebDriver BiDi: Playwright drives only a Firefox of its own. */
import { launch } from 'puppeteer-core';
import { findFirefox } from '../../../src/cli/find-browser.ts';
import { type Family, WINDOW } from './family.ts';
import { tabOf } from './puppeteer-tab.ts';

export async function openFirefox(): Promise<Family> {
  const executablePath = findFirefox();
  if (executablePath === null) throw new Error('No Firefox');
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: WINDOW,
    // A busy machine starts it slowly, and a page may wait for the processor.
    timeout: 60_000,
    protocolTimeout: 60_000,
    extraPrefsFirefox: { 'intl.accept_languages': 'nl-NL' },
  });
  return {
    newTab: async (onError) => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      page.on('pageerror', (error) => onError(String(error)));
      return tabOf(page, () => context.close());
    },
    close: () => browser.close(),
  };
}
