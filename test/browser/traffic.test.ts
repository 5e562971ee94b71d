/** The page of traffic as its reader works it: a story runs, 429s are found, a limit changed and compared, a day drawn. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { violations } from './axe.ts';
import { inLooks, playground, run } from './reader.ts';
import { expect, test } from './site.ts';

const PAGE = 'verkeer/';
/** By this the README names the test that holds what it says. */
const SALE = 'a ticket sale: where 429s begin, what another limit does, and the same again by its address';
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const outcome = (page: Page) => page.getByRole('group', { name: 'Uitkomst' });
const machine = (page: Page) => page.getByRole('group', { name: 'Machinekamer' });

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
  test(`${SALE} (${name})`, async ({ openPage }) => {
    const page = await openPage(PAGE, look);
    await page.getByRole('radio', { name: 'Kaartverkoop' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await runMonth(page);
    const refused = await numberOf(page, 'Geweigerd (429)');
    expect(refused).toBeGreaterThan(100);
    expect(await violations(page)).toEqual([]);

    const beside = page.getByRole('region', { name: 'Functie en servers' });
    await beside.getByText(/^Genoeg servers, de hele tijd: \d+/).waitFor();
    await beside.getByText(/^Een schaler die servers bijzet/).waitFor();
    expect(
      await page.getByRole('region', { name: 'Bij elk tarief' }).getByRole('row').count(),
    ).toBeGreaterThan(10);

    // In the list of what is seen they begin at ten, on the second.
    await button(page, 'Ga naar de drukte').click();
    await choose(page, 'Minuut');
    const moment = page.getByRole('slider', { name: 'Moment' });
    await moment.press('Home');
    await choose(page, 'Lijst');
    const list = page.getByRole('region', { name: 'De maand in getallen' });
    await expect.poll(() => list.getByRole('row').count()).toBeGreaterThan(50);
    const rows = await list.getByRole('row').allInnerTexts();
    expect(rows.some((row) => /10\.0\d\.\d\d/.test(row))).toBe(true);
    expect(await violations(page)).toEqual([]);
    await choose(page, 'Maand');
    await expect.poll(() => list.getByRole('row').count()).toBe(31);
    const days = await list.getByRole('row').allInnerTexts();
    const refusedPerDay = days.map((row) => Number(row.split('\t')[2]?.replaceAll('.', '')));
    expect(refusedPerDay.slice(1).reduce((sum, one) => sum + one, 0)).toBe(refused);
    expect(refusedPerDay[12]).toBe(refused);

    await button(page, 'Vergelijk met andere instellingen').click();
    await page.getByLabel('Maximaal tegelijk', { exact: true }).fill('20');
    await runMonth(page);
    await outcome(page).getByRole('columnheader', { name: 'B' }).waitFor();
    expect(await numberOf(page, 'Geweigerd (429)', 0)).toBe(refused);
    const refusedOfB = await numberOf(page, 'Geweigerd (429)', 1);
    expect(refusedOfB).toBeGreaterThan(refused);
    expect(await violations(page)).toEqual([]);
    const { scrolls, window } = await page.evaluate(() => ({
      scrolls: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
    }));
    expect(scrolls).toBeLessThanOrEqual(window);

    await page.reload();
    await page.getByRole('radio', { name: 'Instellingen B' }).waitFor();
    await runMonth(page);
    await outcome(page).getByRole('columnheader', { name: 'B' }).waitFor();
    expect(await numberOf(page, 'Geweigerd (429)', 0)).toBe(refused);
    expect(await numberOf(page, 'Geweigerd (429)', 1)).toBe(refusedOfB);
  });
});

test('a day is drawn by keyboard, by table and by hand, and what comes is what was drawn', async ({
  openPage,
}) => {
  const page = await openPage(PAGE);
  await choose(page, 'Een sensor per minuut');
  const hour = (nth: number) => page.getByRole('slider', { name: `${nth} uur`, exact: true });
  await hour(10).press('PageUp');
  await hour(10).press('ArrowUp');
  await page.getByText('11 aanroepen per dag').waitFor();
  await hour(10).press('ArrowRight');
  await page.keyboard.press('ArrowUp');
  await page.getByText('12 aanroepen per dag').waitFor();
  expect(await hour(11).getAttribute('aria-valuetext')).toBe('1 aanroepen');

  await page.getByText('De dag als tabel').click();
  await page.getByLabel('Aanroepen vanaf 3 uur').fill('500');
  await expect.poll(() => hour(3).getAttribute('aria-valuenow')).toBe('500');

  const box = await hour(20).boundingBox();
  if (box === null) throw new Error('a bar has a place');
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2, box.y + 1);
  await page.mouse.up();
  expect(Number(await hour(20).getAttribute('aria-valuenow'))).toBeGreaterThan(400);
  expect(new URL(page.url()).hash).toContain('dag=0_0_0_500_');
  expect(await violations(page)).toEqual([]);

  await runMonth(page);
  const drawn = Number(
    (
      await page
        .getByRole('group', { name: 'Teken een dag' })
        .getByText(/aanroepen per dag/)
        .innerText()
    ).replace(/\D/g, ''),
  );
  const came = await numberOf(page, 'Aanroepen');
  expect(Math.abs(came - 30 * drawn)).toBeLessThan(5 * Math.sqrt(30 * drawn));
});

test('a function that ran in a lesson is in the list, with the times that were measured', async ({
  openPage,
}) => {
  const lesson = await openPage('lessen/schalen-ook-naar-nul/');
  await run(playground(lesson, 'Verkoop een kaartje'));
  await lesson.goto(new URL(`../../${PAGE}`, lesson.url()).href);
  const which = lesson.getByRole('combobox', { name: 'Welke functie?' });
  await which.selectOption({ label: 'Verkoop een kaartje (gemeten)' });
  await lesson.getByText(/Gemeten in dit bezoek/).waitFor();
  await runMonth(lesson);
  expect(await numberOf(lesson, 'Aanroepen')).toBeGreaterThan(1_000);
});

test('a month is stopped, what ran stays; and what cannot be says so', async ({ openPage }) => {
  const page = await openPage(`${PAGE}#verhaal=black-friday&dag=${Array(24).fill(900_000).join('_')}`);
  await button(page, 'Draai de maand').click();
  await machine(page)
    .getByText(/^Dag \d+, /)
    .waitFor();
  await button(page, 'Stop').click();
  await page.getByText(/^Gestopt\./).waitFor();
  expect(await outcome(page).count()).toBe(0);
  expect(await violations(page)).toEqual([]);

  await page.getByLabel('Altijd gereed').fill('500');
  await button(page, 'Draai de maand').click();
  await page
    .getByRole('alert')
    .getByText('Altijd gereed: dit is te groot: het mag maximaal 150 zijn.')
    .waitFor();
  expect(await violations(page)).toEqual([]);

  const other = await openPage(`${PAGE}#grens=nul`);
  await other
    .getByRole('alert')
    .getByText(/een waarde die niet kan: grens/)
    .waitFor();
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
