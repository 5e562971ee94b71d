/**
 * What a test of a page needs: `test` with a browser a file, a fresh profile a test, and eyes for what nobody
 * asked about. A test fails on an error in the console, an uncaught error, or a request to another origin that
 * it did not allow.
 *
 * A path that should hold in Firefox and WebKit as well begins at `families/index.ts` instead.
 *
 *     import { expect, test } from './site.ts';
 *
 *     test('the home page has a heading', async ({ openPage }) => {
 *       const page = await openPage('lessen/');
 *       …
 *     });
 */
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect, inject, test as plain } from 'vitest';
import { chromiumFlags, findQuickChromium } from '../../src/cli/find-browser.ts';
import { PATIENCE_MS } from '../../src/cli/test-settings.ts';

export { expect } from 'vitest';

export interface OpenOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
  readonly reducedMotion?: 'reduce' | 'no-preference';
  readonly javaScript?: boolean;
  /** A finger points, and no mouse. */
  readonly isTouched?: boolean;
  /** Nobody does anything in the page, until the test does; else a hand moves the mouse as soon as the page is there. */
  readonly isUntouched?: boolean;
  /** Off unless asked for, so that a page's requests are the page's own. */
  readonly serviceWorker?: boolean;
  /** Code that runs in the page before its own, to forbid storage for example. */
  readonly before?: string;
  /** Opens in the profile of this page, as a second tab. */
  readonly besides?: Page;
}

/** @param path under the site's base: `''`, `'lessen/koude-start/'` */
export type OpenPage = (path: string, options?: OpenOptions) => Promise<Page>;

/** What happened on the pages of one test that nobody asked for. */
interface Watch {
  readonly origin: string;
  /** Lets this test see a console error, an uncaught error or a foreign request whose text matches. */
  readonly allow: (pattern: RegExp) => void;
  readonly add: (problem: string) => void;
}

export const test = plain
  .extend('siteUrl', { scope: 'file' }, () => inject('siteUrl'))
  .extend('chromiumPath', { scope: 'file' }, () => {
    const path = findQuickChromium();
    if (!path) throw new Error('No Chromium: `npm test` installs one');
    return path;
  })
  .extend('browser', { scope: 'file' }, async ({ chromiumPath }, { onCleanup }): Promise<Browser> => {
    const browser = await chromium.launch({ executablePath: chromiumPath, args: chromiumFlags() });
    onCleanup(() => browser.close());
    return browser;
  })
  .extend('watch', { scope: 'test' }, ({ siteUrl }, { onCleanup }): Watch => {
    const problems: string[] = [];
    const allowed: RegExp[] = [];
    onCleanup(() => {
      const unexpected = problems.filter((problem) => !allowed.some((pattern) => pattern.test(problem)));
      expect(unexpected, 'errors in the console, uncaught errors, requests to other origins').toEqual([]);
    });
    return {
      origin: new URL(siteUrl).origin,
      allow: (pattern) => allowed.push(pattern),
      add: (problem) => problems.push(problem),
    };
  })
  .extend('allow', { scope: 'test' }, ({ watch }) => watch.allow)
  .extend('openPage', { scope: 'test' }, ({ browser, siteUrl, watch }, { onCleanup }): OpenPage => {
    const contexts: BrowserContext[] = [];
    onCleanup(async () => {
      await Promise.all(contexts.map((context) => context.close()));
    });
    const newContext = async (options: OpenOptions): Promise<BrowserContext> => {
      const context = await browser.newContext({
        locale: 'nl-NL',
        viewport: options.viewport ?? { width: 1280, height: 800 },
        colorScheme: options.colorScheme ?? 'light',
        reducedMotion: options.reducedMotion ?? 'no-preference',
        javaScriptEnabled: options.javaScript ?? true,
        hasTouch: options.isTouched ?? false,
        isMobile: options.isTouched ?? false,
      });
      contexts.push(context);
      // Playwright's own switch lets a registration succeed with nothing, which no browser does.
      if (!options.serviceWorker) await context.addInitScript(NO_SERVICE_WORKERS);
      if (!options.isUntouched) await context.addInitScript(MOVE_WHEN_LOADED);
      context.setDefaultTimeout(PATIENCE_MS);
      watchContext(context, watch);
      return context;
    };
    return async (path, options = {}) => {
      const context = options.besides?.context() ?? (await newContext(options));
      const page = await context.newPage();
      if (options.before) await page.addInitScript({ content: options.before });
      if (options.isUntouched) await page.addInitScript(NO_HAND);
      await page.goto(new URL(path, siteUrl).href);
      return page;
    };
  });

/** At times the browser tells a new page of a mouse in its corner, which nobody moved. */
const NO_HAND = `addEventListener('pointermove', (event) => {
  if (event.clientX === 0 && event.clientY === 0) event.stopImmediatePropagation();
}, true);`;

const NO_SERVICE_WORKERS = `Object.defineProperty(Navigator.prototype, 'serviceWorker', { value: undefined });`;

/** A page comes to life at the first move of its reader, and Playwright waits for what lives before it moves. */
const MOVE_WHEN_LOADED = `addEventListener('load', () => dispatchEvent(new PointerEvent('pointermove')));`;

function watchContext(context: BrowserContext, { origin, add }: Watch): void {
  context.on('console', (message) => {
    if (message.type() === 'error') add(`console: ${message.text()} (${message.location().url})`);
  });
  context.on('weberror', (error) => add(`uncaught: ${error.error().stack ?? error.error().message}`));
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) add(`request: ${request.url()}`);
  });
}
