/**
 * A visit in the real Chromium's processes, with its back/forward cache on: a page from before a detour over another site, and
 * a tab that crashes. Puppeteer, since Playwright switches the cache off and gives a crashed page up.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { expect, inject, onTestFinished, test } from 'vitest';
import { chromiumFlags, findChromium } from '../../src/cli/find-browser.ts';
import { WINDOW } from './families/family.ts';
import { tabOf } from './families/puppeteer-tab.ts';
import { Reader } from './families/reader.ts';
import { LESSON_1 } from './reader.ts';

const HOME = 'Speeltuin: Hoe laat is het?';
const GREET = 'Speeltuin: Begroet een bezoeker';

async function openBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium: `npm test` installs one');
  const browser = await launch({
    executablePath,
    args: [...chromiumFlags()],
    ignoreDefaultArgs: ['--disable-back-forward-cache'],
    defaultViewport: WINDOW,
    // A busy machine starts it slowly.
    timeout: 60_000,
    protocolTimeout: 60_000,
  });
  onTestFinished(() => browser.close());
  return browser;
}

/** A page of somebody else, at an address of its own. */
async function otherSite(): Promise<string> {
  const server = createServer((_, response) => response.end('<title>Elders</title>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  // The site is served at another name, which makes this one another site.
  const host = new URL(inject('siteUrl')).hostname === 'localhost' ? '127.0.0.1' : 'localhost';
  return `http://${host}:${(server.address() as AddressInfo).port}/`;
}

const readerOf = (page: Page) =>
  new Reader(
    tabOf(page, () => page.close()),
    inject('siteUrl'),
  );
const tillOf = (reader: Reader) => reader.within('group', 'Kostenteller');

/** Pressed until the bill has so many: what a run gives is told at once, and nothing else is waited for. */
async function run(reader: Reader, playground: string, count: string): Promise<void> {
  await reader.within('region', playground).press('button', 'Voer uit');
  await tillOf(reader).sees('group', 'Jouw functies', count);
}

test('a page from before a detour over another site has what ran since, and so has the page after it', async () => {
  const browser = await openBrowser();
  const [page = await browser.newPage()] = await browser.pages();
  const reader = readerOf(page);
  await reader.open('');
  await run(reader, HOME, '1 aanroep');
  await page.goto(await otherSite());
  await reader.open(LESSON_1);
  await tillOf(reader).sees('group', 'Jouw functies', '1 aanroep');
  await run(reader, GREET, '2 aanroepen');
  await page.evaluate('history.go(-2)');
  await tillOf(reader).sees('group', 'Jouw functies', '2 aanroepen');
  await run(reader, HOME, '3 aanroepen');
  await page.evaluate('history.go(2)');
  await reader.sees('heading', 'Wat zijn serverless functions?');
  await tillOf(reader).sees('group', 'Jouw functies', '3 aanroepen');
});

test('after a crash the tab has all that ran, and the tariff that was chosen', async () => {
  const browser = await openBrowser();
  const [page = await browser.newPage()] = await browser.pages();
  const reader = readerOf(page);
  await reader.open(LESSON_1);
  await run(reader, GREET, '1 aanroep');
  await run(reader, GREET, '2 aanroepen');
  await reader.press('button', 'Bon van dit bezoek');
  const dialog = reader.within('dialog', 'Bon van dit bezoek');
  await dialog.choose('combobox', 'Tarief', await optionOf(page, 'netlify-functions'));
  const spent = await tillOf(reader).sees('group', 'Jouw functies', /17,96/);
  const crashed = new Promise((resolve) => page.once('error', resolve));
  const session = await page.createCDPSession();
  session.send('Page.crash').catch(() => {});
  await crashed;
  await reader.open(LESSON_1);
  expect(await tillOf(reader).sees('group', 'Jouw functies', /€.* 2 aanroepen$/)).toBe(spent);
});

async function optionOf(page: Page, id: string): Promise<string> {
  const option = await page.waitForSelector(`option[value="${id}"]`);
  return (await option?.evaluate((one) => one.label.trim())) ?? '';
}
