/** A teacher makes a set, finds it again, copies it, makes variants and a term of weeks, and takes all of it along. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { inject } from 'vitest';
import { readPlans } from '../../src/classroom/set-maker/kept-sets.ts';
import { readSeries } from '../../src/classroom/sets/series.ts';
import { ownFile } from '../../src/exercises/own/index.ts';
import { readSet, readSetFile } from '../../src/exercises/set.ts';
import { ownOf, plainOwn } from '../exercises/own-support.ts';
import { violations } from './axe.ts';
import { looks } from './reader.ts';
import { expect, test } from './site.ts';

const field = (page: Page, name: string | RegExp) => page.getByRole('textbox', { name });
const fragmentOf = async (page: Page, name: string) => new URL(await field(page, name).inputValue()).hash;
const setOf = async (page: Page, name: string) => readSet(await fragmentOf(page, name));
const kept = (page: Page) => page.getByRole('group', { name: 'Je reeksen' });

async function saved(page: Page, press: () => Promise<void>): Promise<string> {
  const download = page.waitForEvent('download');
  await press();
  return readFile(await (await download).path(), 'utf8');
}

async function choose(page: Page, button: string, name: string, text: string): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('a set is made, kept, opened by its link, copied, and made into variants and weeks', async ({
  openPage,
}) => {
  const page = await openPage('docent/');
  await page.getByRole('combobox', { name: 'Les', exact: true }).selectOption('Les 1');
  await page.getByText(/^\d+ van \d+ oefeningen$/).waitFor();
  await page.getByRole('checkbox', { name: /Groet iedereen/ }).check();
  await page.getByRole('combobox', { name: 'Les', exact: true }).selectOption('');
  await page.getByRole('checkbox', { name: /Lees je eigen logs/ }).check();
  await page.getByRole('checkbox', { name: /Kies het goedkoopste geheugen/ }).check();
  await page.getByRole('button', { name: 'Zet Lees je eigen logs eerder' }).click();
  // Three regions of one product are three names: a teacher can tell what is chosen.
  const tariffs = await page.getByRole('combobox', { name: 'Tarief' }).locator('option').allInnerTexts();
  expect(tariffs.length).toBeGreaterThan(10);
  expect(tariffs.filter((name, at) => tariffs.indexOf(name) !== at)).toEqual([]);
  await field(page, 'Titel').fill('Klas 1B');
  await page.getByLabel('Datum', { exact: true }).fill('2027-03-12');
  await page.getByLabel('Uur', { exact: true }).fill('16:30');
  await page.getByRole('checkbox', { name: 'Met oplossingen' }).uncheck();
  await page.getByText(/Toezicht is het niet/).waitFor();
  const expected = ['lees-je-logs', 'groet-iedereen', 'kies-geheugen'];
  const made = await setOf(page, 'Link voor je klas');
  expect(made).toMatchObject({
    title: 'Klas 1B',
    exercises: expected,
    closed: { solutions: true, sharing: false },
  });
  expect(new Date(made?.due ?? '').toString()).toContain('Mar 12 2027 16:30');
  expect(await violations(page)).toEqual([]);

  // Again, in the same browser: it is there, and so it is by its link.
  const link = await field(page, 'Link voor je klas').inputValue();
  await page.reload();
  await kept(page)
    .getByText(/Klas 1B/)
    .waitFor();
  await page.getByRole('button', { name: 'Open Klas 1B' }).click();
  expect(await setOf(page, 'Link voor je klas')).toEqual(made);
  const elsewhere = await openPage(`docent/${new URL(link).hash}`, looks[3]);
  expect(await setOf(elsewhere, 'Link voor je klas')).toEqual(made);
  expect(await violations(elsewhere)).toEqual([]);
  expect(await elsewhere.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await elsewhere.getByRole('button', { name: 'Begin een nieuwe reeks' }).click();
  await field(elsewhere, 'Link van een reeks').fill(link.slice(0, -9));
  await elsewhere.getByRole('button', { name: 'Open de link' }).click();
  await elsewhere.getByText(/geen complete reeks/).waitFor();
  await field(elsewhere, 'Link van een reeks').fill(link);
  await elsewhere.getByRole('button', { name: 'Open de link' }).click();
  await elsewhere.getByText('De reeks uit de link staat in het formulier.').waitFor();

  await page.getByRole('button', { name: 'Kopieer Klas 1B' }).click();
  expect(await field(page, 'Titel').inputValue()).toBe('Klas 1B (kopie)');
  await field(page, 'Titel').fill('Klas 1C');
  await page.getByRole('radio', { name: 'Twee varianten, A en B' }).check();
  await page.getByRole('combobox', { name: /^Groet iedereen:/ }).selectOption('alleen A');
  await page.getByRole('combobox', { name: /^Kies het goedkoopste geheugen:/ }).selectOption('alleen B');
  const variants = await Promise.all(['A', 'B'].map((one) => setOf(page, `Link van variant ${one}`)));
  expect(variants.map((set) => [set?.title, set?.variant, set?.exercises])).toEqual([
    ['Klas 1C', 'A', ['lees-je-logs', 'groet-iedereen']],
    ['Klas 1C', 'B', ['lees-je-logs', 'kies-geheugen']],
  ]);
  await page.getByText('Verdeel je klas over A en B').click();
  await field(page, 'Namen, één per regel').fill('Mila\nNoah\nAli');
  await page.getByRole('button', { name: 'Ali: A' }).click();
  await page.getByRole('button', { name: 'Ali: B' }).waitFor();
  expect(await violations(page)).toEqual([]);

  await page.getByRole('radio', { name: 'Een reeks over weken' }).check();
  await page.getByLabel('Weken', { exact: true }).fill('3');
  await page.getByLabel('Weken', { exact: true }).blur();
  await page.getByLabel('Datum', { exact: true }).fill('2027-03-12');
  const weeks = readSeries(await fragmentOf(page, 'Link voor je klas')) ?? [];
  expect(weeks.map(({ title, exercises }) => [title, exercises.length])).toEqual([
    ['Klas 1C, week 1', 1],
    ['Klas 1C, week 2', 1],
    ['Klas 1C, week 3', 1],
  ]);
  const calendar = await saved(page, () =>
    page.getByRole('button', { name: 'Zet de deadline in een agenda' }).click(),
  );
  expect(calendar.match(/BEGIN:VEVENT/g)).toHaveLength(3);
  const series = await field(page, 'Link voor je klas').inputValue();

  await page.getByRole('button', { name: 'Gooi Klas 1B weg' }).click();
  await expect.poll(() => page.getByRole('button', { name: 'Open Klas 1B' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  const all = await saved(page, () => page.getByRole('button', { name: 'Bewaar alles als bestand' }).click());
  expect(readPlans(all)?.map(({ sets }) => sets.length)).toEqual([3, 1]);
  await choose(elsewhere, 'Open een bestand', 'mijn.json', all);
  await elsewhere.getByRole('button', { name: 'Open Klas 1C' }).waitFor();

  await page.goto(series);
  await page.getByRole('link', { name: 'Klas 1C, week 2' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('link', { name: 'Klas 1C, week 2' }).click();
  await page.getByRole('navigation', { name: 'Je reeks' }).getByText('1 oefening').waitFor();
  await page.goto(`${inject('siteUrl')}docent/afdruk/${new URL(series).hash}`);
  await page.getByRole('heading', { name: 'Klas 1C, week 3' }).waitFor();
  expect(await violations(page)).toEqual([]);
});

test('a set with an own exercise that does not fit in a link is a file; on a screen its code is large, until Esc', async ({
  openPage,
}) => {
  const page = await openPage('docent/', looks[1]);
  const own = plainOwn();
  await choose(page, 'Voeg een eigen oefening toe', 'eigen.json', ownFile(ownOf(own)));
  await page.getByRole('checkbox', { name: new RegExp(`${own.title}.*eigen oefening`) }).waitFor();
  const [set] = [await setOf(page, 'Link voor je klas')];
  expect(set?.own.map(({ name, solution }) => [name, solution])).toEqual([[own.name, null]]);
  await page.getByRole('img', { name: 'QR-code van de link naar de reeks' }).waitFor();

  const noise = Array.from({ length: 3_000 }, (_, at) => ((at * 7919) % 9973).toString(36)).join(' ');
  await choose(page, 'Voeg een eigen oefening toe', 'eigen.json', ownFile(ownOf({ ...own, task: noise })));
  await page.getByText(/Dit past niet in een link/).waitFor();
  expect(await page.getByRole('img', { name: /QR-code/ }).count()).toBe(0);
  const file = await saved(page, () =>
    page.getByRole('button', { name: 'Bewaar de reeks als bestand' }).click(),
  );
  expect(readSetFile(file)?.own[0]?.task).toBe(noise);
  expect(await violations(page)).toEqual([]);
  await choose(page, 'Voeg een eigen oefening toe', 'x.json', '{"functielab":"inlevering"}');
  await page.getByText('Dit is geen reeks en geen oefening van Functielab.', { exact: false }).waitFor();

  await page.getByRole('button', { name: 'Zet schermweergave aan' }).click();
  await page.getByRole('button', { name: 'Stel 45 minuten voor' }).click();
  const code = page.getByRole('img', { name: 'QR-code van de link naar de reeks' });
  await code.waitFor();
  expect((await code.boundingBox())?.width).toBeGreaterThan(500);
  await page.keyboard.press('Escape');
  await expect.poll(async () => (await code.boundingBox())?.width).toBeLessThan(450);
});
