/** The built site as a whole, in a real browser and under its real headers. */
import { expect, test } from './site.ts';

test('the home page opens without an error and without a request to another origin', async ({ openPage }) => {
  const page = await openPage('');
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

test('the key / opens the search', async ({ openPage }) => {
  const page = await openPage('');
  await page.keyboard.press('/');
  await page
    .getByRole('dialog', { name: 'Zoek in de cursus' })
    .getByPlaceholder('Zoek in de cursus')
    .waitFor();
});

test('the search shows lessons first, and keeps what is for a teacher folded apart', async ({ openPage }) => {
  const page = await openPage('');
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Zoek in de cursus' });
  await dialog.getByPlaceholder('Zoek in de cursus').fill('koude start');
  const links = dialog.getByRole('link');
  await expect.poll(() => links.first().getAttribute('href')).toMatch(/\/lessen\//);
  await expect.poll(() => dialog.getByRole('heading', { level: 3 }).allInnerTexts()).toContain('Lessen');
  const seen = () => links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  expect((await seen()).filter((href) => href.includes('/docent/'))).toEqual([]);
  await dialog.getByText(/^Voor docenten \(\d+\)$/).click();
  await expect.poll(async () => (await seen()).some((href) => href.includes('/docent/'))).toBe(true);
  // Of a word that is nowhere its longest beginning counts that is a word: `z` is one, a letter of the list of terms, and `q` is not.
  await dialog.getByPlaceholder('Zoek in de cursus').fill('qqqq');
  await dialog.getByText('Niets gevonden voor “qqqq”. Probeer een ander woord.').waitFor();
  await expect.poll(() => links.count()).toBe(0);
});
