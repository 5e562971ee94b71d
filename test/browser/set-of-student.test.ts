/**
 * A student goes through a set: sees where that is on every page, is not lost by a reload or a way around, hands in twice and under
 * two names, and goes on without a network.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { exerciseFromDisk } from '../../src/build/exercises/from-disk.ts';
import { readHandIn } from '../../src/classroom/hand-in/hand-in.ts';
import { PLAIN_SET, setFile, setFragment, setMark } from '../../src/exercises/set.ts';
import { violations } from './axe.ts';
import { looks, playground, write } from './reader.ts';
import { expect, test } from './site.ts';

const GREET = 'groet-iedereen';
const HOUR_MS = 3_600_000;
const moment = (fromNowMs: number) => `${new Date(Date.now() + fromNowMs).toISOString().slice(0, 16)}Z`;
const SET = {
  ...PLAIN_SET,
  title: 'Week 3',
  exercises: [GREET, 'lees-je-logs', 'golf-weerbericht'],
  due: moment(50.5 * HOUR_MS),
  closed: { solutions: true, sharing: true },
};

const bar = (page: Page) => page.getByRole('navigation', { name: 'Je reeks' });

async function handedIn(page: Page) {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bewaar mijn inlevering' }).click();
  const read = readHandIn(await readFile(await (await download).path(), 'utf8'));
  if (typeof read === 'string') throw new Error(read);
  return read;
}

test('a student is nowhere lost in a set, hands in twice, under two names, and without a network', async ({
  openPage,
}) => {
  const page = await openPage(`opdracht/${setFragment(SET)}`, { ...looks[0], serviceWorker: true });
  await page.getByRole('heading', { name: 'Week 3' }).waitFor();
  const main = page.getByRole('main');
  await main.getByText(/Inleveren voor .+ om \d\d\.\d\d uur/).waitFor();
  await main.getByText(/Je docent heeft dit uitgezet: de oplossingen, delen\. Dat is een afspraak/).waitFor();
  await bar(page).getByText('nog 2 dagen').waitFor();
  await bar(page).getByText('3 oefeningen').waitFor();
  expect(await violations(page)).toEqual([]);
  const calendar = page.waitForEvent('download');
  await main.getByRole('button', { name: 'Zet in mijn agenda' }).click();
  expect((await calendar).suggestedFilename()).toBe('week-3.ics');

  await page.getByRole('link', { name: 'Groet iedereen' }).click();
  const region = playground(page, 'Groet iedereen');
  await bar(page).getByText('oefening 1 van 3').waitFor();
  await region.getByRole('button', { name: 'Neem mee' }).waitFor();
  await expect.poll(() => region.getByRole('button', { name: 'Deel', exact: true }).count()).toBe(0);
  const { solution } = await exerciseFromDisk(GREET);
  await write(page, region, 'groet.js', solution[0]?.text ?? '');
  await region.getByRole('button', { name: 'Controleer' }).click();
  await region.getByText('3 van 3 goed').waitFor();
  // What comes after is fetched when it is seen.
  await region.getByRole('group', { name: 'Controle' }).evaluate((checks) => checks.scrollIntoView(false));
  await region.getByText('Je docent heeft de oplossing van deze oefening verborgen.').waitFor();
  await bar(page).getByText('Regels').click();
  await bar(page)
    .getByText(/tegen het gewone tarief van het lab/)
    .waitFor();
  expect(await violations(page)).toEqual([]);

  // Ways around: an address without the set, the page again, the lesson, and the next exercise from the bar.
  await page.getByRole('link', { name: 'Alle oefeningen' }).click();
  await page.getByRole('heading', { name: 'Oefeningen', level: 1 }).waitFor();
  await bar(page).getByText('3 oefeningen').waitFor();
  await page.goto(`${inject('siteUrl')}oefeningen/${GREET}/`);
  await page.reload();
  await bar(page).getByText('oefening 1 van 3').waitFor();
  await page.getByRole('link', { name: /Hoort bij les/ }).click();
  await bar(page).getByRole('link', { name: 'Week 3' }).waitFor();
  await page.goBack();
  await bar(page).getByRole('link', { name: 'Volgende: oefening 2' }).click();
  await bar(page).getByText('oefening 2 van 3').waitFor();
  await bar(page).getByRole('link', { name: 'Terug naar oefening 1' }).waitFor();
  const other = await openPage('', { besides: page });
  expect(await bar(other).count()).toBe(0);
  await other.close();

  await bar(page).getByRole('link', { name: 'Lever in' }).click();
  await page.getByText('3 van 3 controles goed').waitFor();
  await page.getByRole('textbox', { name: 'Je naam' }).fill('Mila De Smet');
  const first = await handedIn(page);
  expect(first).toMatchObject({ names: ['Mila De Smet'], set: { title: 'Week 3', mark: setMark(SET) } });
  expect([...first.exercises.keys()]).toEqual([GREET]);
  expect(first.versions.get(GREET)).toMatch(/^[0-9a-f]{8}$/);
  await page.getByText('Sindsdien is je code hetzelfde gebleven.').waitFor();

  // Again, from what this device kept: without a network, with somebody else.
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect.poll(() => page.evaluate(() => navigator.serviceWorker.controller !== null)).toBe(true);
  await page.context().setOffline(true);
  await page.reload();
  await bar(page).getByRole('link', { name: 'Lever in' }).waitFor();
  expect(await page.getByRole('textbox', { name: 'Je naam' }).inputValue()).toBe('Mila De Smet');
  await page.getByRole('checkbox', { name: 'We maakten dit met z’n tweeën' }).check();
  await page.getByRole('button', { name: 'Bewaar mijn inlevering' }).click();
  await page.getByText(/Vul ook de naam in/).waitFor();
  await page.getByRole('textbox', { name: 'En de naam van je klasgenoot' }).fill('Noah Peeters');
  expect(await violations(page)).toEqual([]);
  const second = await handedIn(page);
  expect([second.name, second.names]).toEqual([
    'Mila De Smet en Noah Peeters',
    ['Mila De Smet', 'Noah Peeters'],
  ]);
  await page.context().setOffline(false);
  await page.getByRole('button', { name: 'Vergeet mijn naam' }).click();
  await page.reload();
  expect(await page.getByRole('textbox', { name: 'Je naam' }).inputValue()).toBe('');

  await bar(page).getByText('Regels').click();
  await bar(page).getByRole('button', { name: 'Sluit de reeks' }).click();
  await page.getByText('Open de link die je van je docent kreeg.').waitFor();
  expect(await bar(page).count()).toBe(0);
});

test('late, cut off, of another course, and as a file: a sentence with the way out', async ({ openPage }) => {
  const late = {
    ...SET,
    due: moment(-3.5 * HOUR_MS),
    exercises: [GREET, 'weg'],
    versions: ['00000000', '00000001'],
  };
  const page = await openPage(`opdracht/${setFragment(late)}`, looks[3]);
  await bar(page).getByText('deadline: 3 uur geleden').waitFor();
  await page.getByText(/Eén oefening in deze link kennen we niet/).waitFor();
  await page.getByText(/iets veranderd aan Groet iedereen\. Maak die zoals/).waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

  await page.goto(`${inject('siteUrl')}oefeningen/${GREET}/`);
  const region = playground(page, 'Groet iedereen');
  await write(page, region, 'groet.js', 'export default () => 1;');
  await bar(page).getByRole('link', { name: 'Lever in' }).click();
  await page.getByRole('textbox', { name: 'Je naam' }).fill('Ali');
  await handedIn(page);
  await page.getByText(/Het is te laat: de deadline was 3 uur geleden/).waitFor();

  const cut = setFragment(SET).slice(0, -12);
  await page.goto('about:blank');
  await page.goto(`${inject('siteUrl')}opdracht/${cut}`);
  await page.getByRole('alert').filter({ hasText: 'In deze link staat geen complete reeks' }).waitFor();
  const choose = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Kies het bestand' }).click();
  const asFile = (text: string) => ({
    name: 'week-3.functielab-reeks.json',
    mimeType: 'application/json',
    buffer: Buffer.from(text),
  });
  await (await choose).setFiles(asFile('{"functielab":"reeks"}'));
  await page.getByText(/geen complete reeks van Functielab/).waitFor();
  const again = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Kies het bestand' }).click();
  await (await again).setFiles(asFile(setFile({ ...SET, title: 'Uit een bestand' })));
  await page.getByRole('heading', { name: 'Uit een bestand' }).waitFor();
  await bar(page).getByText('3 oefeningen').waitFor();
});
