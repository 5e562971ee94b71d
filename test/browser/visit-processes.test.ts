/**
 * A visit in the real processes of each family, with the browser's back/forward cache on: a page from before a detour over
 * another site, and a tab that crashes.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, inject, onTestFinished } from 'vitest';
import { path, type Reader } from './families/index.ts';
import { LESSON_1 } from './reader.ts';

const HOME = 'Speeltuin: Hoe laat is het?';
const GREET = 'Speeltuin: Begroet een bezoeker';

/** A page of somebody else, at an address of its own. */
async function otherSite(): Promise<string> {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Elders</title><h1>Elders</h1>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  // The site is served at another name, which makes this one another site.
  const host = new URL(inject('siteUrl')).hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return `http://${host}:${(server.address() as AddressInfo).port}/`;
}

const tillOf = (reader: Reader) => reader.within('group', 'Kostenteller');

/** Pressed until the bill has so many: what a run gives is told at once, and nothing else is waited for. */
async function run(reader: Reader, playground: string, count: string): Promise<void> {
  await reader.within('region', playground).press('button', 'Voer uit');
  await tillOf(reader).sees('group', 'Jouw functies', count);
}

/** The page is left in the moment in which the bill says so, by as many pages: nothing that comes later is waited for. */
const leavesAt = (count: string, pages: number) => `void (() => {
  const bill = document.querySelector('[role=group][aria-label="Jouw functies"]');
  new MutationObserver((_, observer) => {
    if (!bill.textContent.includes('${count}')) return;
    observer.disconnect();
    history.go(${pages});
  }).observe(bill, { subtree: true, childList: true, characterData: true });
})()`;

const DATABASES = 'indexedDB.databases().then((all) => all.map(({ name }) => name).join())';

path(
  'a page from before a detour over another site has what ran since, and so has the page after it',
  async ({ newReader }) => {
    const reader = await newReader('');
    await run(reader, HOME, '1 aanroep');
    // Of a page that is left while the browser still makes its database, the next one in another process knows nothing.
    await expect.poll(() => reader.evaluate(DATABASES)).toContain('functielab-bezoek');
    await reader.open(await otherSite());
    await reader.open(LESSON_1);
    await tillOf(reader).sees('group', 'Jouw functies', '1 aanroep');
    await reader.evaluate(leavesAt('2 aanroepen', -2));
    await reader.within('region', GREET).press('button', 'Voer uit');
    await reader.sees('link', 'Verder met les 1');
    await tillOf(reader).sees('group', 'Jouw functies', '2 aanroepen');
    await reader.evaluate(leavesAt('3 aanroepen', 2));
    await reader.within('region', HOME).press('button', 'Voer uit');
    await reader.sees('heading', 'Wat zijn serverless functions?');
    await tillOf(reader).sees('group', 'Jouw functies', '3 aanroepen');
  },
  { isWhole: true },
);

path(
  'after a crash the tab has all that ran, the tariff that was chosen and the lesson that was read',
  async ({ newReader }) => {
    const reader = await newReader(LESSON_1);
    await run(reader, GREET, '1 aanroep');
    await run(reader, GREET, '2 aanroepen');
    await reader.press('button', 'Bon van dit bezoek');
    const dialog = reader.within('dialog', 'Bon van dit bezoek');
    await dialog.choose('combobox', 'Tarief', 'Netlify Functions (credits, Pro), wereldwijd');
    const spent = await tillOf(reader).sees('group', 'Jouw functies', /17,96/);
    await dialog.press('button', 'Sluit');
    await reader.bringUp('link', /^Volgende les/);
    await reader.uncover('link', /Wat is serverless\?/, 'De cursus');
    await reader.sees('link', /Wat is serverless\?.*gelezen$/);
    await reader.crash();
    await reader.open(LESSON_1);
    expect(await tillOf(reader).sees('group', 'Jouw functies', /€.* 2 aanroepen$/)).toBe(spent);
    await reader.uncover('link', /Wat is serverless\?/, 'De cursus');
    await reader.sees('link', /Wat is serverless\?.*gelezen$/);
  },
  { isWhole: true },
);
