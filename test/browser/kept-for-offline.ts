/** For what is tried without a network: everything that the site keeps on a device is there first. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { readBuildList } from '../../src/build/offline-integration.ts';

/** @param page the first of a visit, opened with its service worker */
export async function untilAllIsKept(page: Page, siteUrl: string): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.keyboard.press('Tab');
  const { base, shell, rest } = readBuildList(await (await fetch(`${siteUrl}sw.js`)).text());
  const later = (await (await fetch(`${siteUrl}later.json`)).json()) as string[];
  const files = [...[...shell, ...rest].map(([path]) => path), ...later].map((path) => base + path);
  const missing = () =>
    page.evaluate(async (paths) => {
      const kept = await Promise.all(paths.map((path) => caches.match(path)));
      return paths.filter((_, at) => kept[at] === undefined);
    }, files);
  await expect.poll(missing).toEqual([]);
}
