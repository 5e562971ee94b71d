/** When there can be no container, or no longer: the reader is back in the browser, with the code, and knows why. */

import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from 'playwright-core';
import { describe, onTestFinished } from 'vitest';
import type { Faults } from '../stand-in/index.ts';
import { containerIsThere, hostProblem, hostRadio, startContainer } from './container-reader.ts';
import { isRealService, type OpenLesson, test } from './container-site.ts';
import { answerOf, codeOf, giveTime, LESSON_1, playground, run, write } from './reader.ts';
import { expect } from './site.ts';

const GREET = 'Begroet een bezoeker';
const MINE = 'export default () => new Response("van mij")';

async function openEdited(openLesson: OpenLesson, options: Parameters<OpenLesson>[1] = {}) {
  const page = await openLesson(LESSON_1, options);
  const region = playground(page, GREET);
  await write(page, region, 'begroet.js', MINE);
  await giveTime(region);
  return { page, region };
}

/** What the page says while it waits for the frame, and for the first word of Node in it. */
const ASKED = /^(?:Verbinden met stackblitz\.com|stackblitz\.com geeft nog geen antwoord)/;
const NODE_STARTS = /^Node starten/;

/** The reader is on the browser host, nothing is lost, and it works. */
async function expectBackInBrowser(region: ReturnType<typeof playground>): Promise<void> {
  expect(await hostRadio(region, 'Browser').isChecked()).toBe(true);
  expect(await codeOf(region)).toBe(MINE);
  await run(region);
  expect(await answerOf(region).innerText()).toContain('van mij');
}

// The real service has none of these faults on demand.
describe.runIf(!isRealService)('the remote frame', () => {
  test.for<[string, Partial<Faults>, string, RegExp?]>([
    ['does not answer', { headless: 'hang' }, 'BOOT_TIMEOUT', ASKED],
    ['is an error of the server', { headless: 'error500' }, 'BOOT_TIMEOUT', ASKED],
    ['loads, and never says a word', { headless: 'silent' }, 'BOOT_TIMEOUT', ASKED],
    ['refuses', { buildError: 'Out of memory: SharedArrayBuffer' }, 'BOOT_FAILED'],
    ['starts a Node that ends at once', { spawn: 'exitBeforeOutput' }, 'NODE_FAILED'],
    ['starts a Node that says nothing', { spawn: 'hang' }, 'NODE_FAILED', NODE_STARTS],
  ])('%s', async ([, faults, code, silentAt], { openLesson, allow, standIn }) => {
    allow(/Failed to load resource|ERR_/);
    standIn?.set(faults);
    try {
      const { page, region } = await openEdited(openLesson);
      if (silentAt) await page.clock.install();
      await hostRadio(region, 'WebContainer').check();
      await region.getByRole('button', { name: 'Start WebContainer' }).click();
      // A clock that runs ahead would end what comes before the silence, on a machine where that takes its time.
      if (silentAt) await untilStage(region, silentAt);
      const told = hostProblem(region);
      if (silentAt) await untilTold(page, told);
      expect(await told).toBe(code);
      if (silentAt) await page.clock.resume();
      await expectBackInBrowser(region);
    } finally {
      standIn?.reset();
    }
  });

  test('cannot be reached: that is told, and the code is kept', async ({ openLesson, allow, standIn }) => {
    allow(/Failed to load resource|ERR_/);
    standIn?.set({ headless: 'drop' });
    try {
      const { page, region } = await openEdited(openLesson);
      await page.clock.install();
      await hostRadio(region, 'WebContainer').check();
      const refused = page.waitForEvent('requestfailed', (request) => request.resourceType() === 'fetch');
      await region.getByRole('button', { name: 'Start WebContainer' }).click();
      // Before the clock runs ahead: the network's no is what it is about.
      await refused;
      const told = hostProblem(region);
      await untilTold(page, told);
      expect(await told).toBe('UNREACHABLE');
      await region.getByText('stackblitz.com is niet te bereiken').waitFor();
      await page.clock.resume();
      await expectBackInBrowser(region);
    } finally {
      standIn?.reset();
    }
  });

  test('gives no answer yet: that is told, nothing is claimed, and it can be left with the code kept', async ({
    openLesson,
    allow,
    standIn,
  }) => {
    allow(/Failed to load resource|ERR_/);
    standIn?.set({ headless: 'hang' });
    try {
      const { page, region } = await openEdited(openLesson);
      await page.clock.install();
      await hostRadio(region, 'WebContainer').check();
      await region.getByRole('button', { name: 'Start WebContainer' }).click();
      await untilStage(region, ASKED);
      await untilTold(page, region.getByText('geeft nog geen antwoord').waitFor());
      expect(await region.locator('.host').getByRole('alert').count()).toBe(0);
      await region.getByRole('button', { name: 'Annuleer het starten' }).click();
      await page.clock.resume();
      await expectBackInBrowser(region);
    } finally {
      standIn?.reset();
    }
  });

  test('is slow, and comes', async ({ openLesson, standIn }) => {
    standIn?.set({ bootDelayMs: 1_500 });
    try {
      const { region } = await openEdited(openLesson);
      await startContainer(region);
      await run(region);
      expect(await answerOf(region).innerText()).toContain('van mij');
    } finally {
      standIn?.reset();
    }
  });

  test('refused once, and then does not', async ({ openLesson, standIn }) => {
    standIn?.set({ buildError: 'Nu even niet' });
    try {
      const { region } = await openEdited(openLesson);
      await hostRadio(region, 'WebContainer').check();
      await region.getByRole('button', { name: 'Start WebContainer' }).click();
      expect(await hostProblem(region)).toBe('BOOT_FAILED');
      await region.getByText('Wat WebContainer er zelf van zei').click();
      expect(await region.locator('.host pre').innerText()).toContain('Nu even niet');
      standIn?.reset();
      await region.getByRole('button', { name: 'Probeer opnieuw' }).click();
      await containerIsThere(region);
    } finally {
      standIn?.reset();
    }
  });

  test('cuts letters of several bytes in two, and still nothing of them is lost', async ({
    openLesson,
    standIn,
  }) => {
    standIn?.set({ splitOutputBytes: 3 });
    try {
      const { page, region } = await openEdited(openLesson);
      await write(
        page,
        region,
        'begroet.js',
        'export default () => { console.log("één 😀 ∑"); return new Response("antwoord é 😀 ∑"); }',
      );
      await startContainer(region);
      await run(region);
      expect(await answerOf(region).innerText()).toContain('antwoord é 😀 ∑');
      expect(await region.getByRole('log', { name: 'Logboek' }).innerText()).toContain('één 😀 ∑');
    } finally {
      standIn?.reset();
    }
  });

  test.for<[string, 'killAll' | 'stopAll']>([
    ['whose process dies', 'killAll'],
    ['that stands still', 'stopAll'],
  ])('a container %s', async ([, how], { openLesson, standIn }) => {
    const { page, region } = await openEdited(openLesson);
    // Before anything waits: a timer that is there already stays on the real clock.
    await page.clock.install();
    await startContainer(region);
    await run(region);
    standIn?.[how]();
    const told = hostProblem(region);
    await untilTold(page, told);
    expect(await told).toBe('LOST');
    await page.clock.resume();
    await expectBackInBrowser(region);
    const log = await region.getByRole('log', { name: 'Logboek' }).innerText();
    expect(log).toContain('is vastgelopen');
    await region.getByRole('button', { name: 'Probeer opnieuw' }).click();
    await containerIsThere(region);
    await run(region);
    expect(await answerOf(region).innerText()).toContain('van mij');
  });
});

/** A stage that has begun, or what came of it: then only a limit of ours ends the waiting. */
async function untilStage(region: Locator, words: RegExp): Promise<void> {
  const host = region.locator('.host');
  await host.getByText(words).or(host.getByRole('alert')).first().waitFor();
}

/** Lets the page's clock run on until something has happened: the limits are half a minute, a test is not. */
async function untilTold(page: Page, told: Promise<unknown>): Promise<void> {
  let isTold = false;
  void told.finally(() => {
    isTold = true;
  });
  while (!isTold) {
    await page.clock.runFor(1_000);
    // Real work (a frame, a process) needs a real turn of the page between the jumps.
    await page.evaluate(() => null);
  }
}

test('a second tab says so, and can have it once the first is closed', async ({ openLesson }) => {
  const first = await openEdited(openLesson);
  await startContainer(first.region);
  const page = await openLesson(LESSON_1, { besides: first.page });
  const region = playground(page, GREET);
  // What was chosen in the first tab holds here too.
  await expect.poll(() => hostRadio(region, 'WebContainer').isChecked()).toBe(true);
  await run(region);
  expect(await hostProblem(region)).toBe('OTHER_TAB');
  expect(await answerOf(region).innerText()).toContain('van mij');
  await first.page.close();
  // A browser gives back what a page held some time after that page is gone.
  const isHeld = () =>
    page.evaluate(() =>
      navigator.locks
        .query()
        .then(({ held = [] }) => held.some(({ name }) => name?.includes('webcontainer'))),
    );
  await expect.poll(isHeld).toBe(false);
  await region.getByRole('button', { name: 'Probeer opnieuw' }).click();
  await containerIsThere(region);
});

test('without a network the choice is off, with the reason, and comes back with it', async ({
  openLesson,
  allow,
}) => {
  // What looks after the code comes a moment after an edit, and perhaps after the network.
  allow(/ERR_INTERNET_DISCONNECTED/);
  const { page, region } = await openEdited(openLesson);
  // No service worker in these tests, so what a run needs has to be here already.
  await run(region);
  // The last that the first receipt fetches.
  await expect.poll(() => region.getByLabel('Tarief').locator('option').count()).toBeGreaterThan(1);
  await page.context().setOffline(true);
  const radio = hostRadio(region, 'WebContainer');
  await expect.poll(() => radio.isDisabled()).toBe(true);
  expect(await region.locator('.host__why').innerText()).toContain('je bent offline');
  await run(region);
  expect(await answerOf(region).innerText()).toContain('van mij');
  await page.context().setOffline(false);
  await expect.poll(() => radio.isDisabled()).toBe(false);
});

test('an iPhone is not even asked', async ({ openLesson }) => {
  const page = await openLesson(LESSON_1, {
    viewport: { width: 390, height: 844 },
    before: `Object.defineProperty(navigator, 'userAgent', { get: () => 'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X)' });`,
  });
  const region = playground(page, GREET);
  await expect.poll(() => region.locator('.host__why').count()).toBe(1);
  expect(await hostRadio(region, 'WebContainer').isDisabled()).toBe(true);
  expect(await region.locator('.host__why').innerText()).toContain('iPhone');
});

test('in the frame of another page it can not be, and says to open a tab of its own', async ({
  allow,
  openLesson,
  siteUrl,
}) => {
  // A learning environment sends no headers for isolation, so nothing in it is isolated, whatever its frame asks for.
  const environment = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html');
    response.end(
      `<!doctype html><iframe src="${siteUrl}${LESSON_1}" style="width:1200px;height:900px"></iframe>`,
    );
  }).listen(0, '127.0.0.1');
  onTestFinished(() => void environment.close());
  await once(environment, 'listening');
  const address = `http://127.0.0.1:${(environment.address() as AddressInfo).port}/`;
  allow(new RegExp(address));
  const page = await openLesson('');
  await page.goto(address);
  const region = page
    .frameLocator('iframe')
    .getByRole('region', { name: `Speeltuin: ${GREET}`, exact: true });
  await region.locator('.host__why').waitFor();
  expect(await region.locator('.host__why').innerText()).toContain('eigen tabblad');
  await region.getByRole('button', { name: 'Voer uit' }).click();
  await region.getByText('Dag Mila!').waitFor();
});
