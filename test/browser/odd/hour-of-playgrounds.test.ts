/**
 * An hour's visit, compressed: fifty playgrounds opened one after another in one tab, or one of which the code is changed and run
 * fifty times. What that took comes back. Only in `npm run test:deep`, since each takes a minute or more.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';
import { filesIn } from '../../../src/build/html.ts';
import { DEEP, testSettings } from '../../../src/cli/test-settings.ts';
import { answerOf, LESSON_1, playground, write } from '../reader.ts';
import { expect, test } from '../site.ts';

const SITE = fileURLToPath(new URL('../../../dist', import.meta.url));
const TIMES = 50;
/** Of what there was at the begin. */
const MOST = 1.1;
const LIMIT_MS = 20 * 60_000;
/** The first ends what holds on to other things. Code that nothing has used in as many is thrown away too, which V8 else keeps for later. */
const COLLECTIONS = 8;
/** At the first of these the machine code of the pages before it is still there. */
const VISITS = 3;

const deep = test.runIf(testSettings().breadth === DEEP.breadth);

/** Addresses of lessons and exercises, each of which has a playground to run. */
function pagesWithPlayground(): string[] {
  return filesIn(SITE)
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^(lessen|oefeningen)\/.*index\.html$/.test(file))
    .filter((file) => readFileSync(join(SITE, file), 'utf8').includes('Voer uit'))
    .map((file) => file.replace(/index\.html$/, ''));
}

interface Held {
  /** What scripts of the page and of its sandbox hold, after the garbage is gone. */
  readonly heapBytes: number;
  /** In documents and out of them. */
  readonly nodes: number;
  readonly documents: number;
  readonly frames: number;
  readonly workers: number;
}

async function heldBy(page: Page): Promise<Held> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  for (let round = 0; round < COLLECTIONS; round += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const metric = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? Number.NaN;
  return {
    heapBytes: metric('JSHeapUsedSize'),
    nodes: metric('Nodes'),
    documents: metric('Documents'),
    frames: metric('Frames'),
    workers: page.workers().length,
  };
}

/** A key needs no place on the screen, where another playground of the page may lie. */
async function runByKey(region: Locator): Promise<void> {
  const button = region.getByRole('button', { name: 'Voer uit', exact: true, disabled: false });
  const before = await region.innerText();
  await button.press('Enter');
  await expect.poll(() => region.innerText()).not.toBe(before);
  await expect.poll(() => button.getAttribute('aria-busy')).toBe('false');
}

function expectBack(begin: Held, end: Held): void {
  for (const what of Object.keys(begin) as (keyof Held)[])
    expect(end[what], what).toBeLessThanOrEqual(begin[what] * MOST);
}

deep(
  'after fifty playgrounds on as many pages a page holds what it held at first',
  { timeout: LIMIT_MS },
  async ({ openPage, siteUrl }) => {
    const page = await openPage(LESSON_1);
    const runOn = async (address: string) => {
      await page.goto(new URL(address, siteUrl).href);
      const canRun = page.getByRole('button', { name: 'Voer uit', exact: true, disabled: false });
      await runByKey(
        page
          .getByRole('region', { name: /^Speeltuin: / })
          .filter({ has: canRun })
          .first(),
      );
    };
    const others = pagesWithPlayground().filter((address) => address !== LESSON_1);
    expect(others.length).toBeGreaterThanOrEqual(TIMES);
    const leastHeld = async () => {
      const visits: Held[] = [];
      while (visits.length < VISITS) {
        await runOn(LESSON_1);
        // The editor that comes after what is in sight is counted at each visit, or at none.
        await page.waitForLoadState('networkidle');
        visits.push(await heldBy(page));
      }
      return visits.reduce((least, visit) => (visit.heapBytes < least.heapBytes ? visit : least));
    };
    // What a browser keeps of a first page and a second one, compiled code above all, is no playground's.
    for (const address of others.slice(0, 2)) await runOn(address);
    const begin = await leastHeld();
    for (const address of others.slice(0, TIMES)) await runOn(address);
    expectBack(begin, await leastHeld());
  },
);

/** After so many all code of the page that a run needs has been compiled, which is kept. */
const CHANGES_FIRST = 20;

deep(
  'after fifty changes of its code, each of them run, a playground that is emptied holds what it held after twenty',
  { timeout: LIMIT_MS },
  async ({ openPage }) => {
    const page = await openPage(LESSON_1);
    const region = playground(page, 'Begroet een bezoeker');
    const changeAndRun = async (version: number) => {
      await write(page, region, 'begroet.js', `export default () => new Response('versie ${version}');`);
      await runByKey(region);
      await expect.poll(() => answerOf(region).innerText()).toContain(`versie ${version}`);
    };
    const empty = async () => {
      await region.getByRole('button', { name: 'Maak leeg' }).press('Enter');
      await expect.poll(() => region.getByRole('log').getByRole('listitem').count()).toBe(0);
      await expect.poll(() => page.workers().length).toBe(0);
    };
    for (let version = 1; version <= CHANGES_FIRST; version += 1) await changeAndRun(version);
    await empty();
    const begin = await heldBy(page);
    for (let nth = 1; nth <= TIMES; nth += 1) await changeAndRun(CHANGES_FIRST + nth);
    await empty();
    expectBack(begin, await heldBy(page));
  },
);
