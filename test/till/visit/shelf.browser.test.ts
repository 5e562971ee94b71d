/** The shelf of visits in a real IndexedDB: what the pages of one tab leave to each other, whenever they go. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { openShelf as open } from '../../../src/till/visit/shelf.ts';
import { type LabServer, serveLab } from '../../host/lab/lab-server.ts';
import { launchQuickChromium } from '../../support/quick-chromium.ts';

declare const openShelf: typeof open;

let server: LabServer;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  server = await serveLab({ entry: fileURLToPath(new URL('./shelf-page.ts', import.meta.url)) });
  browser = await launchQuickChromium();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
});
beforeEach(async () => {
  page = await (await browser.newContext()).newPage();
  // That a database does not answer in time is not the subject: on a busy machine it may take longer.
  await page.addInitScript(() => {
    const wait = setTimeout;
    const patient = (run: () => void, ms = 0) => (ms < 1_000 ? wait(run, ms) : 0);
    Object.assign(globalThis, { setTimeout: patient });
  });
  await page.goto(server.url);
});

test('who takes a tab over gets what each of its pages left, and stands there alone', async () => {
  const seen = await page.evaluate(async () => {
    const shelf = openShelf('bezoek', () => 1);
    const entry = (text: string) => ({ atMs: 1, text });
    const all: string[][] = [];
    const take = (id: string, name: string) =>
      shelf.take(id, name, (there) => {
        all.push(there.map(({ text }) => text));
        return entry(`${name} took over`);
      });
    await take('tab', 'a');
    await shelf.put('tab', 'a', entry('a ran'));
    await shelf.put('other', 'x', entry('x ran'));
    await take('tab', 'b');
    const isStillA = await shelf.put('tab', 'a', entry('a ran on'));
    await take('tab', 'c');
    return { all, isStillA };
  });
  expect(seen).toEqual({ all: [[], ['a ran'], ['b took over']], isStillA: false });
});

test('a page that is left and writes last of all, after the next one took over, does not turn that one out', async () => {
  const seen = await page.evaluate(async () => {
    const shelves = [openShelf('bezoek', () => 1), openShelf('bezoek', () => 1)] as const;
    const entry = (text: string) => ({ atMs: 1, text });
    const left: string[] = [];
    await shelves[0].take('tab', 'leaving', () => entry('before'));
    await shelves[1].take('tab', 'next', () => entry('took over'));
    const writing = shelves[0].put('tab', 'leaving', entry('left'));
    shelves[0].letGo();
    await writing;
    const isStillNext = await shelves[1].put('tab', 'next', entry('ran'));
    await shelves[0].take('tab', 'leaving', (there) => {
      left.push(...there.map(({ text }) => text));
      return entry('back');
    });
    return { isStillNext, left };
  });
  expect(seen.isStillNext).toBe(true);
  expect(seen.left).toContain('ran');
});

test('a page that is left while it takes over and writes leaves what it wrote, and what stood there', async () => {
  const left = await page.evaluate(async () => {
    const entry = (text: string) => ({ atMs: 1, text });
    const before = openShelf('bezoek', () => 1);
    await before.take('tab', 'before', () => entry('from before'));
    const rounds: string[][] = [];
    for (let turns = 0; turns < 12; turns++) {
      const going = openShelf('bezoek', () => 1);
      // Its database is open, as that of a page which has been there before.
      await going.put('elsewhere', 'going', entry(''));
      const taking = going.take('tab', `going ${turns}`, (there) =>
        entry(['took over', ...there.map(({ text }) => text)].join()),
      );
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setTimeout(resolve));
      const writing = going.put('tab', `going ${turns}`, entry('ran'));
      going.letGo();
      await Promise.allSettled([taking, writing]);
      const next = openShelf('bezoek', () => 1);
      await next.take('tab', 'next', (there) => {
        rounds.push(there.map(({ text }) => text));
        return entry('from before');
      });
    }
    return rounds;
  });
  for (const texts of left) expect(texts).toContain('ran');
});
