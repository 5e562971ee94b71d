/**
 * A student goes through a set: sees where that is on every page, is not lost by a reload or a way around, hands in twice and under
 * two names, and goes on without a network.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { readHandIn } from '../../src/classroom/hand-in/hand-in.ts';
import { PLAIN_SET, setFile, setFragment, setMark } from '../../src/exercises/set.ts';
import { violations } from './axe.ts';
import { expectAccessible } from './families/axe.ts';
import { path } from './families/index.ts';
import { ownSite } from './families/own-site.ts';
import { untilAllIsKept } from './kept-for-offline.ts';
import { looks, playground, RIGHT_GREETING, write } from './reader.ts';
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

function read(file: string) {
  const handIn = readHandIn(file);
  if (typeof handIn === 'string') throw new Error(handIn);
  return handIn;
}

path(
  'a student is nowhere lost in a set, hands in twice, under two names, and without a network',
  async ({ newReader }) => {
    const site = await ownSite();
    const reader = await newReader(`${site.url}opdracht/${setFragment(SET)}`, { hasServiceWorker: true });
    const seesBar = (what: string) => reader.sees('navigation', 'Je reeks', what);
    const inBar = reader.within('navigation', 'Je reeks');
    await reader.sees('heading', 'Week 3');
    await reader.sees(
      'main',
      '',
      /Inleveren voor .+ om \d\d\.\d\d uur.*Je docent heeft dit uitgezet: de oplossingen, delen\. Dat is een afspraak/,
    );
    await seesBar('nog 2 dagen');
    await seesBar('3 oefeningen');
    expect((await reader.saves('button', 'Zet in mijn agenda')).name).toBe('week-3.ics');

    await reader.within('main', '').press('link', 'Groet iedereen');
    const region = reader.within('region', 'Speeltuin: Groet iedereen');
    await seesBar('oefening 1 van 3');
    await region.sees('button', 'Neem mee');
    await region.seesCount('button', 'Deel', 0);
    await region.fill('textbox', 'Code van groet.js', RIGHT_GREETING);
    await region.press('button', 'Controleer');
    await region.sees('group', 'Controle', '3 van 3 goed');
    // What comes after is fetched when it is seen, and stands before the last thing that is told.
    await region.within('group', 'Controle').bringUp('status', '');
    await region.sees('group', 'Controle', 'Je docent heeft de oplossing van deze oefening verborgen.');
    await inBar.press('button', 'Regels');
    await seesBar('tegen het gewone tarief van het lab');
    await expectAccessible(reader);

    // Ways around: an address without the set, the page again, the lesson, and the next exercise from the bar.
    await reader.press('link', 'Alle oefeningen');
    await reader.sees('heading', 'Oefeningen');
    await seesBar('3 oefeningen');
    await reader.open(`${site.url}oefeningen/${GREET}/`);
    await reader.reload();
    await seesBar('oefening 1 van 3');
    await reader.press('link', /Hoort bij les/);
    await reader.sees('heading', 'Wat zijn serverless functions?');
    await inBar.sees('link', 'Week 3');
    await reader.back();
    await reader.sees('heading', 'Groet iedereen');
    await inBar.press('link', 'Volgende: oefening 2');
    await seesBar('oefening 2 van 3');
    await inBar.sees('link', 'Terug naar oefening 1');

    await inBar.press('link', 'Lever in');
    await reader.sees('main', '', '3 van 3 controles goed');
    await reader.fill('textbox', 'Je naam', 'Mila De Smet');
    const first = read((await reader.saves('button', 'Bewaar mijn inlevering')).text);
    expect(first).toMatchObject({ names: ['Mila De Smet'], set: { title: 'Week 3', mark: setMark(SET) } });
    expect([...first.exercises.keys()]).toEqual([GREET]);
    expect(first.versions.get(GREET)).toMatch(/^[0-9a-f]{8}$/);
    await reader.sees('main', '', 'Sindsdien is je code hetzelfde gebleven.');

    // Again, from what this device kept: without a network, with somebody else. A page that came before the service worker was there
    // is not in its control.
    await untilAllIsKept(reader, site.url, () => reader.key('Tab'));
    await reader.reload();
    await expect.poll(() => reader.evaluate('navigator.serviceWorker.controller !== null')).toBe(true);
    await site.stop();
    await reader.reload();
    await inBar.sees('link', 'Lever in');
    await reader.seesIn('textbox', 'Je naam', 'Mila De Smet');
    await reader.press('checkbox', 'We maakten dit met z’n tweeën');
    await reader.press('button', 'Bewaar mijn inlevering');
    await reader.sees('main', '', 'Vul ook de naam in');
    await reader.fill('textbox', 'En de naam van je klasgenoot', 'Noah Peeters');
    await expectAccessible(reader);
    const second = read((await reader.saves('button', 'Bewaar mijn inlevering')).text);
    expect([second.name, second.names]).toEqual([
      'Mila De Smet en Noah Peeters',
      ['Mila De Smet', 'Noah Peeters'],
    ]);
    await reader.press('button', 'Vergeet mijn naam');
    await reader.reload();
    await reader.seesIn('textbox', 'Je naam', /^$/);

    await inBar.press('button', 'Regels');
    await inBar.press('button', 'Sluit de reeks');
    await reader.sees('main', '', 'Open de link die je van je docent kreeg.');
    await reader.seesCount('navigation', 'Je reeks', 0);
  },
);

test('what another tab wrote since the page was drawn is handed in', async ({ openPage }) => {
  const page = await openPage(`opdracht/${setFragment(SET)}`);
  await page.getByRole('textbox', { name: 'Je naam' }).fill('Ali');
  const other = await page.context().newPage();
  await other.goto(`${inject('siteUrl')}oefeningen/${GREET}/`);
  await write(other, playground(other, 'Groet iedereen'), 'groet.js', RIGHT_GREETING);
  const isKept = () => page.evaluate(`localStorage.getItem('functielab:code:${GREET}')`);
  await expect.poll(isKept).toContain('export default');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bewaar mijn inlevering' }).click();
  const { exercises } = read(await readFile(await (await download).path(), 'utf8'));
  expect(exercises.get(GREET)?.['groet.js']).toBe(RIGHT_GREETING);
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
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bewaar mijn inlevering' }).click();
  await download;
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
  const other = await openPage('', { besides: page });
  expect(await bar(other).count()).toBe(0);
});
