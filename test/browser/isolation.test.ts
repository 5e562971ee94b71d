/**
 * With the headers of the build every page is isolated, and all of it works so. On a host that sends none, GitHub Pages
 * for one, the course works too, and the choice of WebContainer says why it is off.
 */
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
  expect(await region.locator('.host__why').innerText()).toContain('op deze site staat het uit');
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

test.for(['', LESSON_1, 'oefeningen/groet-iedereen/', 'maand/', 'docent/nakijken/'])(
  '"%s" is isolated',
  async (path, { openPage }) => {
    const page = await openPage(path);
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(true);
  },
);

test('an exercise offers WebContainer, as its lesson does', async ({ openPage }) => {
  const page = await openPage('oefeningen/groet-iedereen/');
  const region = page.getByRole('region', { name: /^Speeltuin: / });
  const radio = hostRadio(region, 'WebContainer');
  await radio.and(page.locator(':enabled')).waitFor();
  expect(await region.locator('.host__why').count()).toBe(0);
});

test('the search has its worker', async ({ openPage }) => {
  const page = await openPage('');
  const started = page.waitForEvent('worker', (worker) => worker.url().includes('pagefind-worker'));
  await page.getByRole('button', { name: 'Zoek in de cursus' }).click();
  const dialog = page.getByRole('dialog', { name: 'Zoek in de cursus' });
  await dialog.getByPlaceholder('Zoek in de cursus').fill('functie');
  await started;
  await dialog.getByRole('link').first().waitFor();
  expect(page.workers().filter((worker) => worker.url().includes('pagefind-worker'))).toHaveLength(1);
});
