/**
 * What interrupts a visit: a network that drops, and a new version of the course that takes the files of the old one away. No service
 * worker has kept anything yet; with one, `offline-paths.test.ts` and test/site/offline have the same.
 */
import type { Page } from 'playwright-core';
import { answerOf, LESSON_1, playground, run, write } from '../reader.ts';
import { expect, test } from '../site.ts';

const GREET = 'Begroet een bezoeker';
const MINE = "export default () => new Response('van mij');\n";

const receipt = (page: Page) => page.getByRole('dialog', { name: 'Bon van dit bezoek' });
const openReceipt = (page: Page) => page.getByRole('button', { name: 'Bon van dit bezoek' }).click();

test('the network drops: what is open goes on, what is not there yet says so, and comes when it is back', async ({
  openPage,
  allow,
}) => {
  allow(/ERR_INTERNET_DISCONNECTED/);
  const page = await openPage(LESSON_1);
  const region = playground(page, GREET);
  await run(region);
  await page.context().setOffline(true);
  // The larger editor was not fetched, and the plain field stays.
  await region.getByRole('textbox', { name: 'Code van begroet.js' }).fill(MINE);
  await run(region);
  await answerOf(region).getByText('van mij').waitFor();

  await openReceipt(page);
  await receipt(page).getByText('kon niet worden opgehaald. Controleer je verbinding.').waitFor();
  await page.context().setOffline(false);
  await receipt(page).getByRole('button', { name: 'Probeer opnieuw' }).click();
  await receipt(page).getByText(`2 × ${GREET}`).waitFor();
  expect(await page.getByText('De cursus is vernieuwd').count()).toBe(0);
});

test('a new version is put online: the page says so, goes on, and has all that is mine after a reload', async ({
  openPage,
  allow,
}) => {
  allow(/404/);
  const page = await openPage(LESSON_1);
  const region = playground(page, GREET);
  await write(page, region, 'begroet.js', MINE);
  await run(region);
  // The pages of the new version name other files.
  await page.route('**/_astro/*', (route) =>
    route.fulfill({ status: 404, body: 'Deze pagina bestaat niet.' }),
  );
  await openReceipt(page);
  await receipt(page).getByRole('alert').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('De cursus is vernieuwd terwijl je las. Je code blijft bewaard.').waitFor();
  await run(region);
  await answerOf(region).getByText('van mij').waitFor();

  await page.unroute('**/_astro/*');
  const isAnew = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Laad opnieuw' }).click();
  await isAnew;
  await region.getByText('van mij').first().waitFor();
  await openReceipt(page);
  await receipt(page).getByText(`2 × ${GREET}`).waitFor();
});
