/** The built site as a whole, in a real browser and under its real headers. */
import { expect, test } from './site.ts';

test('the home page opens without an error and without a request to another origin', async ({ openPage }) => {
  const page = await openPage('');
  await page.waitForLoadState('networkidle');
  expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1);
});

test('an unknown address gets a page in Dutch with a way back', async ({ openPage, allow, siteUrl }) => {
  allow(/404 \(Not Found\)/);
  const page = await openPage('lessen/bestaat-niet/');
  expect(await page.locator('html').getAttribute('lang')).toBe('nl');
  await page
    .locator(`a[href="${new URL(siteUrl).pathname}"]`)
    .first()
    .click();
  await page.waitForURL(siteUrl);
});

test('the search answers in Dutch, from our own server', async ({ openPage }) => {
  const page = await openPage('');
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Zoek in de cursus' });
  await dialog.getByPlaceholder('Zoek in de cursus').fill('functie');
  await dialog.getByText(/\d+ resulta(at|ten) voor functie/).waitFor();
  expect(await dialog.getByRole('link').count()).toBeGreaterThan(0);
});

test('once a reader has begun, the course works without a network', async ({ openPage, siteUrl }) => {
  const page = await openPage('', { serviceWorker: true });
  const lesson = await page.locator('a[href*="/lessen/"]').first().getAttribute('href');
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await page.keyboard.press('Tab');
  const missing = () =>
    page.evaluate(async (worker) => {
      const [line = ''] = (await (await fetch(worker)).text()).split('\n');
      const { base, shell, rest } = JSON.parse(line.slice(line.indexOf('{'), line.lastIndexOf('}') + 1));
      const files: string[][] = [...shell, ...rest];
      const kept = await Promise.all(
        files.map(async ([path = '']) => ((await caches.match(base + path)) ? '' : path)),
      );
      return kept.filter((path) => path !== '');
    }, `${siteUrl}sw.js`);
  await expect.poll(missing, { timeout: 20_000 }).toEqual([]);

  await page.context().setOffline(true);
  await page.goto(new URL(lesson ?? '', siteUrl).href);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/\S/);
  await page.getByRole('button', { name: 'Voer uit' }).first().click();
  const answer = page.getByRole('group', { name: 'Antwoord' }).first();
  await answer.getByText('200').first().waitFor();
});
