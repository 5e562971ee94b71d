/** A network on which the page's own scripts are still under way, for as long as a test wants. */
import type { Page } from 'playwright-core';

/**
 * @param files of the scripts: the pattern of their addresses, as `page.route` takes it
 * @returns lets them come
 */
export async function holdScripts(page: Page, files: string): Promise<() => void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  await page.route(files, async (route) => {
    await promise;
    await route.continue();
  });
  return resolve;
}
