/** The page of traffic as axe sees it, as files, and without what it fetches. What its reader does is in `traffic-paths.test.ts`. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { violations } from './axe.ts';
import { inLooks } from './reader.ts';
import { expect, test } from './site.ts';

const PAGE = 'verkeer/';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const outcome = (page: Page) => page.getByRole('group', { name: 'Uitkomst' });

/** A choice whose circle is not drawn: a click goes to its words. */
const choose = (page: Page, name: string) =>
  page.getByRole('radio', { name, exact: true }).check({ force: true });

/** The exact number in a row of the outcome. */
async function numberOf(page: Page, row: string, column = 0): Promise<number> {
  const cell = outcome(page).getByRole('row', { name: row }).locator('data').nth(column);
  return Number(await cell.getAttribute('value'));
}

async function runMonth(page: Page): Promise<void> {
  const press = page.getByRole('button', { name: /^Draai (?:de maand|het verkeer)$/ });
  await press.click();
  await expect.poll(() => press.getAttribute('aria-busy')).toBe('false');
  await outcome(page).waitFor();
}

inLooks(0, (look, name) => {
  test(`begun, refused, and with two settings beside each other as a list it has nothing against it (${name})`, async ({
    openPage,
  }) => {
    const page = await openPage(PAGE, look);
    await page.getByRole('radio', { name: 'Kaartverkoop' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Altijd gereed').fill('500');
    await button(page, 'Draai de maand').click();
    await page.getByRole('alert').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByLabel('Altijd gereed').fill('0');
    await runMonth(page);
    await button(page, 'Vergelijk met andere instellingen').click();
    await page.getByLabel('Maximaal tegelijk', { exact: true }).fill('20');
    await runMonth(page);
    await outcome(page).getByRole('columnheader', { name: 'B' }).waitFor();
    await choose(page, 'Lijst');
    await page.getByRole('region', { name: 'De maand in getallen' }).first().waitFor();
    expect(await violations(page)).toEqual([]);
    const { scrolls, window } = await page.evaluate(() => ({
      scrolls: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
    }));
    expect(scrolls).toBeLessThanOrEqual(window);
  });
});

test('it is taken along: a table with commas, a picture, and the scenario for the shell', async ({
  openPage,
}) => {
  const page = await openPage(`${PAGE}#verhaal=azure-2021`);
  await runMonth(page);
  expect(await page.getByRole('radio', { name: 'Alles' }).isChecked()).toBe(true);
  expect(await page.getByRole('radio', { name: 'Dag' }).count()).toBe(0);
  const saved = async (name: string) => {
    const download = page.waitForEvent('download');
    await button(page, name).click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  };
  const csv = await saved('Bewaar als CSV');
  const [header, ...rows] = csv.bytes.toString('utf8').trimEnd().split('\r\n');
  expect([csv.name, header?.slice(0, 20)]).toEqual(['verkeer.csv', '\uFEFF"Instellingen";"Dag']);
  expect(rows.reduce((sum, row) => sum + Number(row.split(';')[3]), 0)).toBe(
    await numberOf(page, 'Aanroepen'),
  );
  expect(rows.some((row) => /;\d+,\d+;/.test(row))).toBe(true);

  const picture = await saved('Bewaar het beeld');
  expect([picture.name, picture.bytes.subarray(1, 4).toString()]).toEqual(['verkeer.png', 'PNG']);
  expect(picture.bytes.length).toBeGreaterThan(20_000);

  const scenario = JSON.parse((await saved('Bewaar het scenario')).bytes.toString('utf8'));
  expect(scenario).toMatchObject({ concurrencyLimit: 100, coldIs: 'start', seed: 1 });
  expect(scenario.arrivals.atMs).toHaveLength(199);
});

test('without the simulation the page says so, and the next press tries again', async ({
  openPage,
  allow,
}) => {
  allow(/worker-main|ERR_FAILED/);
  const page = await openPage(PAGE);
  await page.route(/worker-main/, (route) => route.abort());
  await button(page, 'Draai de maand').click();
  await page
    .getByRole('alert')
    .getByText(/De simulatie kon niet worden opgehaald/)
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await page.unroute(/worker-main/);
  await runMonth(page);
  expect(await numberOf(page, 'Aanroepen')).toBeGreaterThan(100_000);
});

test('offline it runs like online', async ({ openPage }) => {
  const page = await openPage(PAGE, { serviceWorker: true });
  await button(page, 'Draai de maand').waitFor();
  await page.evaluate(() => navigator.serviceWorker.ready);
  await runMonth(page);
  const came = await numberOf(page, 'Aanroepen');
  await page.context().setOffline(true);
  await page.reload();
  await runMonth(page);
  expect(await numberOf(page, 'Aanroepen')).toBe(came);
});
