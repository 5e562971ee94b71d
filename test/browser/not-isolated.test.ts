/** A host that sends no headers, GitHub Pages for one: the course works, and the choice says why it is off. */
import { fileURLToPath } from 'node:url';
import { startServer } from '../../src/cli/serve.ts';
import { hostRadio } from './container-reader.ts';
import { answerOf, LESSON_1, playground, run } from './reader.ts';
import { expect, test } from './site.ts';

const SITE = fileURLToPath(new URL('../../dist', import.meta.url));
const bare = test.extend('siteUrl', { scope: 'file' }, async ({ chromiumPath }, { onCleanup }) => {
  expect(chromiumPath).not.toBe('');
  const server = await startServer({ root: SITE, port: 0, rewriteHeaders: () => new Map() });
  onCleanup(() => server.close());
  return server.url;
});

bare('the browser host is there, WebContainer is not', async ({ openPage }) => {
  const page = await openPage(LESSON_1);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  const region = playground(page, 'Begroet een bezoeker');
  await region.locator('.host__why').waitFor();
  expect(await region.locator('.host__why').innerText()).toContain('headers');
  expect(await hostRadio(region, 'WebContainer').isDisabled()).toBe(true);
  await run(region);
  expect(await answerOf(region).innerText()).toContain('Dag Mila!');
});

test('a lesson that the service worker gives is isolated too', async ({ openPage }) => {
  const page = await openPage(LESSON_1, { serviceWorker: true });
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null));
  await page.reload();
  expect(await page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
});

test('lessons are isolated, the front page is not', async ({ openPage }) => {
  const isIsolated = async (path: string) =>
    (await openPage(path)).evaluate(() => globalThis.crossOriginIsolated);
  expect([await isIsolated(LESSON_1), await isIsolated('')]).toEqual([true, false]);
});
