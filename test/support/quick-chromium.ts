/** The browser for tests that drive pages with Playwright; what loses processes or goes back through the cache opens a whole one. */
import { type Browser, chromium } from 'playwright-core';
import { chromiumFlags, findQuickChromium } from '../../src/cli/find-browser.ts';

/** @throws Error when this computer has none */
export function launchQuickChromium(): Promise<Browser> {
  const executablePath = findQuickChromium();
  if (executablePath === null) throw new Error('No Chromium: `npm test` installs one');
  return chromium.launch({ executablePath, args: chromiumFlags() });
}
