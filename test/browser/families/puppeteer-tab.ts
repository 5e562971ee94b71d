/** A tab that Puppeteer drives: in Chromium and in Firefox. */
import process from 'node:process';
import type { Frame, KeyInput, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { PATIENCE_MS } from '../../../src/cli/test-settings.ts';
import { OPEN_COPY, type Tab } from './family.ts';

const SELECT_KEY = process.platform === 'darwin' ? 'Meta' : 'Control';

/** What a tab does in a way of its own. */
export interface Dress extends Partial<Tab> {
  /** Where a copy of it begins, if that is not where its page is. */
  readonly addressOfCopy?: () => Promise<string>;
}

interface Ends {
  readonly close: () => Promise<void>;
  /** Resolves when the page is lost. */
  readonly crash: (page: Page) => Promise<void>;
  /** Of the page and of each copy of it, before it does anything. */
  readonly dress?: (page: Page) => Promise<Dress>;
}

export async function tabOf(page: Page, { close, crash, dress }: Ends): Promise<Tab> {
  page.setDefaultNavigationTimeout(PATIENCE_MS);
  const { addressOfCopy, ...own } = (await dress?.(page)) ?? {};
  return {
    goto: async (url) => void (await page.goto(url)),
    reload: async () => {
      // Asked of the page itself: a reload from outside can overtake an address that a script has just put there, and Firefox drops it then.
      await page.evaluate('window.isBeforeReload = true; setTimeout(() => location.reload())');
      const isAnew = () => page.evaluate('!window.isBeforeReload && document.readyState === "complete"');
      // Between two documents there is none to ask.
      await expect.poll(() => isAnew().catch(() => false), { timeout: PATIENCE_MS }).toBe(true);
    },
    evaluate: async (expression, frames = []) => (await frameIn(page, frames)).evaluate(expression),
    clickAt: (x, y) => page.mouse.click(x, y),
    drag: async (x, y, rightPx, downPx) => {
      await page.mouse.move(x, y);
      await page.mouse.down();
      await page.mouse.move(x + rightPx, y + downPx);
      await page.mouse.up();
    },
    press: (key) => page.keyboard.press(key as KeyInput),
    resize: (size) => page.setViewport(size),
    selectAll: async () => {
      await page.keyboard.down(SELECT_KEY);
      await page.keyboard.press('a');
      await page.keyboard.up(SELECT_KEY);
    },
    copy: async () => {
      const opened = new Promise<Page | null>((resolve) => page.once('popup', resolve));
      await page.evaluate(addressOfCopy ? `void open(${JSON.stringify(await addressOfCopy())})` : OPEN_COPY);
      const copy = await opened;
      if (copy === null) throw new Error('The browser opened no second tab');
      return tabOf(copy, { close: () => copy.close(), crash, ...(dress && { dress }) });
    },
    crash: () => crash(page),
    close,
    ...own,
  };
}

/** @throws Error when one of these is not there yet */
export async function frameIn(page: Page, titles: readonly string[]): Promise<Frame> {
  let frame = page.mainFrame();
  for (const title of titles) {
    const element = await frame.$(`iframe[title="${title}"]`);
    const inner = await element?.contentFrame();
    await element?.dispose();
    if (!inner) throw new Error(`There is no frame "${title}"`);
    frame = inner;
  }
  return frame;
}
