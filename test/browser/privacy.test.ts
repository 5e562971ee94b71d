/** What the page for a school's file promises about a visit: what stays on the device, what is asked, and what runs. */
import type { Page } from 'playwright-core';
import { KEPT_ON_DEVICE, type KeptThing } from '../../src/classroom/school-file/kept-on-device.ts';
import { PLAIN_SET, setFragment } from '../../src/exercises/set.ts';
import { linkTo } from '../../src/sharing/index.ts';
import { keptCode, LESSON_1, playground, run, write } from './reader.ts';
import { expect, test } from './site.ts';

const GREET = 'Begroet een bezoeker';
const SECRET = 'geheim-van-mila';
const MINE = `export default () => new Response('${SECRET}');`;
const LINK = new URL(linkTo('https://x.test/', { name: 'begroet', files: { 'begroet.js': MINE } }) ?? '')
  .hash;

/**
 * What nobody chose here, and what a teacher makes: `classroom/kept-on-device.test.ts` finds that it is kept. And which page was left: a
 * page that is left before the browser has told it its number says nothing (`saved-stores.browser.test.ts`).
 */
const NOT_IN_THIS_VISIT = /^Licht of donker|^Welke pagina|\bdocent\b|nagekeken|Herhaal/i;

/** All that this visit has left in the browser, as `place: name`. */
async function leftBy(page: Page): Promise<string[]> {
  const left = await page.evaluate(async () => ({
    localStorage: Object.keys(localStorage),
    sessionStorage: Object.keys(sessionStorage),
    IndexedDB: (await indexedDB.databases()).map(({ name }) => name ?? ''),
    'Cache Storage': await caches.keys(),
  }));
  return Object.entries(left).flatMap(([place, names]) => names.map((name) => `${place}: ${name}`));
}

/** As a reader has a visit: lessons read, code changed and run, something stored, a tariff, somebody else's file. */
async function visit(page: Page): Promise<void> {
  await write(page, playground(page, GREET), 'begroet.js', MINE);
  await playground(page, GREET).getByRole('button', { name: 'Grotere code' }).click();
  await run(playground(page, GREET));
  await page.locator('.lesson-footer').scrollIntoViewIfNeeded();
  await page.goto(new URL('../toestand-bewaar-je-ergens-anders/', page.url()).href);
  await run(playground(page, 'Likes in de opslag'));
  const prediction = page.getByRole('group', { name: 'Voorspel: De teller staat nu op één plek' });
  await prediction.scrollIntoViewIfNeeded();
  await prediction.getByRole('textbox').fill('20');
  await prediction.getByRole('button', { name: 'Leg vast' }).click();
  await page.getByRole('button', { name: 'Bon van dit bezoek' }).click();
  const receipt = page.getByRole('dialog', { name: 'Bon van dit bezoek' });
  await receipt.getByRole('combobox', { name: 'Tarief' }).selectOption('netlify-functions');
  // It is chosen once its prices have come.
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('functielab:tarief')))
    .toContain('netlify-functions');
  await page.goto(new URL('../../oefeningen/groet-iedereen/', page.url()).href);
  await write(page, playground(page, 'Groet iedereen'), 'groet.js', MINE);
  await run(playground(page, 'Groet iedereen'));
  // What keeps its calls is fetched with the first of them, and whoever leaves before it came leaves nothing.
  await expect.poll(() => page.evaluate(() => localStorage.getItem('functielab:aanroepen'))).not.toBeNull();
  const set = setFragment({ ...PLAIN_SET, title: 'Klas 1B', exercises: ['groet-iedereen'] });
  await page.goto(new URL(`../../opdracht/${set}`, page.url()).href);
  await page.getByRole('textbox', { name: 'Je naam' }).fill('Mila');
  await page.getByRole('checkbox', { name: 'Onthoud mijn naam op dit toestel' }).check();
  await page.getByRole('button', { name: 'Bewaar mijn inlevering' }).click();
  await page.getByText(/^Je bestand is bewaard/).waitFor();
  await page.goto(new URL('../werkplaats/', page.url()).href);
  await page.getByRole('button', { name: 'HTTP', exact: true }).click();
  await page.getByRole('region', { name: 'Speeltuin: Mijn eerste functie' }).waitFor();
  await page.goto(new URL('../meenemen/proef/', page.url()).href);
  await page.getByLabel('Je naam, of hoe we je mogen noemen').fill('Mila');
  await page.goto(new URL('../../voortgang/', page.url()).href);
  await page.getByLabel('Lees een bestand').setInputFiles({
    name: 'v.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify({
        functielab: 'voortgang',
        v: 1,
        code: { teller: JSON.stringify({ v: 1, base: '0', files: { 'teller.js': 'van een ander' } }) },
      }),
    ),
  });
  await page.getByRole('button', { name: 'Van iemand anders' }).click();
  await page.getByText(/De code van 1 functie zie je in dit tabblad/).waitFor();
  // As if a lesson had been read: that takes longer than this test has.
  await page.evaluate(() =>
    localStorage.setItem(
      'functielab:voortgang',
      JSON.stringify({ v: 1, lessons: { 'betalen-per-gebruik': true }, exercises: {}, last: null }),
    ),
  );
  await page.goto(new URL('../herhaal/', page.url()).href);
  await page.getByRole('radio').first().check();
  await page.getByRole('button', { name: 'Controleer' }).click();
  await page.goto(new URL('../weet-je-het/', page.url()).href);
  await page.getByRole('button', { name: 'Vooraf: nog voor les 1' }).click();
  await page.getByRole('radio', { name: 'Geen idee' }).first().check();
  await page.goto(new URL('../docent/privacy/', page.url()).href);
  await page.getByText(/en bij niemand anders/).waitFor();
}

test('a visit leaves on the device what the table of the privacy page names, in the place that it names, and nothing else', async ({
  openPage,
}) => {
  const page = await openPage(LESSON_1, { serviceWorker: true });
  await visit(page);
  const table = page.getByRole('region', { name: 'Wat er op het toestel blijft' });
  const rows = await table
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
    .allInnerTexts();
  expect(rows.map((row) => row.split(/\s*\t\s*/))).toEqual(
    KEPT_ON_DEVICE.map(({ what, where, until }) => [what, where, until]),
  );
  const isUnder = (one: string, { where, name }: KeptThing) =>
    one.startsWith(`${where}: `) && name.test(one.slice(where.length + 2));
  const unnamed = (await leftBy(page)).filter((one) => !KEPT_ON_DEVICE.some((kept) => isUnder(one, kept)));
  expect(unnamed).toEqual([]);
  // And each row is of something that is really there.
  const unused = async () => {
    const left = await leftBy(page);
    return KEPT_ON_DEVICE.filter(
      (kept) => !NOT_IN_THIS_VISIT.test(kept.what) && !left.some((one) => isUnder(one, kept)),
    ).map(({ what }) => what);
  };
  await expect.poll(unused).toEqual([]);
  expect(await page.context().cookies()).toEqual([]);
});

test('what the server is asked for are files: nothing that the reader wrote, did or got by a link is in it', async ({
  openPage,
}) => {
  const page = await openPage('');
  const asked: string[] = [];
  page.context().on('request', (request) => {
    if (/^https?:/.test(request.url()))
      asked.push(
        `${request.method()} ${request.url()} ${request.postData() ?? ''} ${JSON.stringify(request.headers())}`,
      );
  });
  await page.goto(new URL(LESSON_1 + LINK, page.url()).href);
  await playground(page, GREET)
    .getByText(/Dit is de code van iemand anders/)
    .waitFor();
  await playground(page, GREET).getByRole('button', { name: 'Ga terug naar mijn versie' }).click();
  await visit(page);
  expect(asked.length).toBeGreaterThan(20);
  expect(asked.filter((one) => !one.startsWith('GET '))).toEqual([]);
  const packed = LINK.slice(LINK.indexOf('.') + 1);
  expect(
    asked.filter((one) => one.includes(SECRET) || one.includes(packed) || /"cookie"/i.test(one)),
  ).toEqual([]);
});

test('opening pages, a link and what was kept runs nothing: there is no sandbox before a click', async ({
  openPage,
}) => {
  const page = await openPage(LESSON_1, { before: keptCode('begroet', { 'begroet.js': MINE }) });
  const region = playground(page, GREET);
  await region.getByText('aangepast').waitFor();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, LINK);
  await region.getByText(/Dit is de code van iemand anders/).waitFor();
  expect([page.frames().length, page.workers().length]).toEqual([1, 0]);
  await run(region);
  expect(page.frames().length).toBeGreaterThan(1);
});

test('a copy of what a visit cost is gone once it is a day old and the site is opened, and a newer one stays', async ({
  openPage,
}) => {
  const page = await openPage(LESSON_1);
  await run(playground(page, GREET));
  const shelf = (change: 'read' | 'age') =>
    page.evaluate(
      async ([how, nowMs]) =>
        await new Promise<string[]>((resolve, reject) => {
          const opening = indexedDB.open('functielab-bezoek');
          opening.onerror = () => reject(opening.error);
          opening.onupgradeneeded = () => opening.transaction?.abort();
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('visits', 'readwrite');
            const store = transaction.objectStore('visits');
            const hourMs = 60 * 60 * 1_000;
            if (how === 'age') {
              store.put({ atMs: nowMs - 25 * hourMs, text: '' }, 'older');
              store.put({ atMs: nowMs - 23 * hourMs, text: '' }, 'newer');
            }
            const keys = store.getAllKeys();
            transaction.oncomplete = () => {
              opening.result.close();
              resolve(keys.result.map(String));
            };
          };
        }),
      [change, Date.now()] as const,
    );
  // The page makes the database once something ran: opened before that, it would be another one, and empty.
  const isThere = () =>
    page.evaluate(async () => (await indexedDB.databases()).some(({ name }) => name === 'functielab-bezoek'));
  await expect.poll(isThere).toBe(true);
  await shelf('age');
  await page.reload();
  await expect.poll(() => shelf('read')).not.toContain('older');
  expect(await shelf('read')).toContain('newer');
});
