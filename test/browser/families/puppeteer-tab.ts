/** A tab that Puppeteer drives: in Firefox, and in a Chromium that may be crashed and has its back/forward cache. */
import process from 'node:process';
import type { KeyInput, Page } from 'puppeteer-core';
import { OPEN_COPY, type Tab } from './family.ts';

const SELECT_KEY = process.platform === 'darwin' ? 'Meta' : 'Control';

export function tabOf(page: Page, close: () => Promise<void>): Tab {
  return {
    goto: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    evaluate: (expression) => page.evaluate(expression),
    clickAt: (x, y) => page.mouse.click(x, y),
    press: (key) => page.keyboard.press(key as KeyInput),
    selectAll: async () => {
      await page.keyboard.down(SELECT_KEY);
      await page.keyboard.press('a');
      await page.keyboard.up(SELECT_KEY);
    },
    copy: async () => {
      const opened = new Promise<Page | null>((resolve) => page.once('popup', resolve));
      await page.evaluate(OPEN_COPY);
      const copy = await opened;
      if (copy === null) throw new Error('The browser opened no second tab');
      return tabOf(copy, () => copy.close());
    },
    close,
  };
}
