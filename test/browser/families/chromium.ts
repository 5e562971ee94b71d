/** Chromium, Chrome or Edge, through Playwright. */
import { chromium, type Page } from 'playwright-core';
import { chromiumFlags, findChromium } from '../../../src/cli/find-browser.ts';
import { type Family, OPEN_COPY, type Tab, WINDOW } from './family.ts';

export async function openChromium(): Promise<Family> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium: `npm test` installs one');
  const browser = await chromium.launch({ executablePath, args: chromiumFlags() });
  return {
    newTab: async (onError) => {
      const context = await browser.newContext({ locale: 'nl-NL', viewport: WINDOW });
      context.on('weberror', (error) => onError(error.error().stack ?? error.error().message));
      const page = await context.newPage();
      return tabOf(page, () => context.close());
    },
    close: () => browser.close(),
  };
}

function tabOf(page: Page, close: () => Promise<void>): Tab {
  return {
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    evaluate: (expression) => page.evaluate(expression),
    clickAt: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key),
    selectAll: () => page.keyboard.press('ControlOrMeta+a'),
    copy: async () => {
      const opened = page.waitForEvent('popup');
      await page.evaluate(OPEN_COPY);
      const copy = await opened;
      return tabOf(copy, () => copy.close());
    },
    close,
  };
}
