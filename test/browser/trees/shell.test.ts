/** What is told of the home page with its playground, of the menu and of the search. Begin at `kept.ts`. */
import { playground, run } from '../reader.ts';
import { test } from '../site.ts';
import { expectTree } from './kept.ts';

const PHONE = { width: 390, height: 844 };

test('the home page, after a run', async ({ openPage }) => {
  const page = await openPage('');
  const region = playground(page, 'Hoe laat is het?');
  await run(region);
  await region.getByText('1 instantie wacht gratis.').waitFor();
  await expectTree(
    'shell/home',
    [page.getByRole('banner'), region, page.getByRole('group', { name: 'Kostenteller' })],
    ['code', 'clock', 'span', 'amount'],
  );
});

test('the menu on a phone', async ({ openPage }) => {
  const page = await openPage('', { viewport: PHONE });
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('navigation', { name: 'Hoofdmenu' }).waitFor();
  await expectTree('shell/menu-on-a-phone', [page.getByRole('banner')]);
});

test('the search: open, and with nothing found', async ({ openPage }) => {
  const page = await openPage('');
  await page.getByRole('button', { name: 'Zoek in de cursus' }).click();
  const dialog = page.getByRole('dialog', { name: 'Zoek in de cursus' });
  await dialog.getByPlaceholder('Zoek in de cursus').waitFor();
  await expectTree('shell/search', [dialog]);
  await dialog.getByPlaceholder('Zoek in de cursus').fill('qqqq');
  await dialog.getByText(/^Niets gevonden/).waitFor();
  await expectTree('shell/search-without-a-find', [dialog]);
});
