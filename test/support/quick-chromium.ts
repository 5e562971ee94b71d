/** The browser for tests that drive pages with Playwright; what loses processes or goes back through the cache opens a whole one. */
import { type Browser, chromium } from 'playwright-core';
import { chromiumFlags, findQuickChromium } from '../../src/cli/find-browser.ts';
import { PATIENCE_MS } from '../../src/cli/test-settings.ts';

/** @throws Error when this computer has none */
export async function launchQuickChromium(): Promise<Browser> {
  const executablePath = findQuickChromium();
  if (executablePath === null) throw new Error('No Chromium: `npm test` installs one');
  const browser = await chromium.launch({ executablePath, args: chromiumFlags(), timeout: PATIENCE_MS });
  // Also for a page that a page opens: as patient as all else that waits.
  browser.on('context', (context) => context.setDefaultTimeout(PATIENCE_MS));
  return browser;
}
