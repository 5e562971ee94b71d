/** A tab that Puppeteer drives: in Chromium and in Firefox. */
import process from 'node:process';
import type { Frame, KeyInput, Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { PATIENCE_MS } from '../../../src/cli/test-settings.ts';
import { NO_SERVICE_WORKERS, type Tab } from './family.ts';

const SELECT_KEY = process.platform === 'darwin' ? 'Meta' : 'Control';

/** What a tab does in a way of its own. */
export interface Dress extends Partial<Tab> {
  /** Where a copy of it begins, if that is not where its page is. */
  readonly addressOfCopy?: () => Promise<string>;
}

interface Ends {
  readonly hasServiceWorker: boolean;
  /** Gets each uncaught error of the page, and of each copy of it. */
  readonly onError: (message: string) => void;
  readonly close: () => Promise<void>;
  /** Resolves when the page is lost. */
  readonly crash: (page: Page) => Promise<void>;
  /** Of the page and of each copy of it, before it does anything. */
  readonly dress?: (page: Page) => Promise<Dress>;
}

/** @param page that has gone nowhere yet */
export async function tabOf(page: Page, ends: Ends): Promise<Tab> {
  const { hasServiceWorker, onError, close, crash, dress } = ends;
  page.setDefaultNavigationTimeout(PATIENCE_MS);
  if (!hasServiceWorker) await page.evaluateOnNewDocument(NO_SERVICE_WORKERS);
  page.on('pageerror', (error) => onError(String(error)));
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
      const address = addressOfCopy ? await addressOfCopy() : String(await page.evaluate('location.href'));
      const opened = new Promise<Page | null>((resolve) => page.once('popup', resolve));
      // It gets its copy of the storage here, and goes to the page when it is as the tab that it was copied from.
      await page.evaluate('void open()');
      const copy = await opened;
      if (copy === null) throw new Error('The browser opened no second tab');
      const tab = await tabOf(copy, { ...ends, close: () => copy.close() });
      await copy.goto(address);
      return tab;
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
