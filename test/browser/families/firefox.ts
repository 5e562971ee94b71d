/** The ordinary Firefox, through Puppeteer and WebDriver BiDi: Playwright drives only a Firefox of its own. */
import { launch, type Page } from 'puppeteer-core';
import { vi } from 'vitest';
import { findFirefox } from '../../../src/cli/find-browser.ts';
import { type Family, WINDOW } from './family.ts';
import { killUnder } from './processes.ts';
import { tabOf } from './puppeteer-tab.ts';

/** A busy machine starts it slowly, and a page may wait for the processor. */
const START_LIMIT_MS = 60_000;

/** A process that shows pages. */
const SHOWS_PAGES = /-contentproc .*\btab$/;

export async function openFirefox(): Promise<Family> {
  const executablePath = findFirefox();
  if (executablePath === null) throw new Error('No Firefox');
  const browser = await launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    defaultViewport: WINDOW,
    timeout: START_LIMIT_MS,
    protocolTimeout: START_LIMIT_MS,
    extraPrefsFirefox: { 'intl.accept_languages': 'nl-NL' },
  });
  const crash = async (page: Page) => {
    const { pid } = browser.process() ?? {};
    if (pid === undefined) throw new Error('Firefox has ended');
    const url = page.url();
    killUnder(pid, SHOWS_PAGES);
    // Firefox shows a page of its own about the crash, and refuses what is opened before that is there.
    await vi.waitFor(() => page.goto(url), { timeout: START_LIMIT_MS });
  };
  return {
    newTab: async (onError) => {
      const context = await browser.createBrowserContext();
      const page = await context.newPage();
      page.on('pageerror', (error) => onError(String(error)));
      return tabOf(page, { close: () => context.close(), crash });
    },
    close: () => browser.close(),
  };
}
