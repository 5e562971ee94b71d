/** A page that is only opened: what it fetches, what it does by itself, and what the first hand on it finds. */
import type { Page } from 'playwright-core';
import { holdScripts } from './held-scripts.ts';
import { answerOf, keptCode, LESSON_1, playground, write } from './reader.ts';
import { expect, test } from './site.ts';

const TITLE = 'Begroet een bezoeker';
const ISLANDS = '**/_astro/islands.*.js';
const PHONE = { viewport: { width: 390, height: 844 }, isTouched: true } as const;

/**
 * For `before`: who does nothing for a while counts as somebody who is read to (`SILENT_READER_MS`), and on a busy machine that while
 * may be over before a test has looked. Such a long wait begins only when `beginLongWaits` is called.
 */
const HOLD_LONG_WAITS = `{
  const { setTimeout: later } = globalThis;
  let held = [];
  globalThis.setTimeout = (work, ms, ...rest) => {
    if (held === null || !(ms >= 10_000)) return later(work, ms, ...rest);
    held.push([work, ms, ...rest]);
    return 0;
  };
  globalThis.beginLongWaits = () => {
    const waits = held;
    held = null;
    for (const wait of waits) setTimeout(...wait);
  };
}`;

const asleep = (page: Page) => page.locator('astro-island[client="touch"][ssr]');

/** The middle of a button that cannot be pressed yet, which Playwright would wait for. */
async function middleOf(page: Page, name: string): Promise<{ x: number; y: number }> {
  const button = playground(page, TITLE).getByRole('button', { name, exact: true });
  await button.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const box = await button.boundingBox();
  if (box === null) throw new Error(`${name} is not on the page`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a lesson that is only opened fetches no playground and moves nothing but the till, at four moments a second; hidden, nothing', async ({
  openPage,
}) => {
  const page = await openPage('', { isUntouched: true });
  const lesson = new URL(LESSON_1, page.url()).href;
  // Where it is installed the date is 1970 for a moment, from which a visit that is under way would count on.
  await page.goto('about:blank');
  await page.clock.install();
  await page.addInitScript({ content: HOLD_LONG_WAITS });
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(request.url()));
  await page.goto(lesson, { waitUntil: 'networkidle' });
  await expect.poll(() => page.locator('.till data').count()).toBe(2);
  expect(fetched.filter((url) => /\/islands\.|follow|steps|begin|engine/.test(url))).toEqual([]);
  expect(await asleep(page).count()).toBeGreaterThan(1);
  // It looks as it will be: nobody could know that it waits.
  const run = playground(page, TITLE).getByRole('button', { name: 'Voer uit' });
  expect(await run.evaluate((button) => getComputedStyle(button).opacity)).toBe('1');

  const momentsOf = (seconds: number) =>
    page.clock.runFor(seconds * 1_000).then(() =>
      page.evaluate(() => {
        const { moved } = globalThis as unknown as { moved: Map<string, Set<number>> };
        const found = [...moved].map(([place, moments]) => [place, moments.size] as const);
        moved.clear();
        return { places: found, animations: document.getAnimations().length };
      }),
    );
  await page.evaluate(() => {
    const moved = new Map<string, Set<number>>();
    Object.assign(globalThis, { moved });
    new MutationObserver((records) => {
      for (const { target } of records) {
        const element = target instanceof Element ? target : target.parentElement;
        const place = element?.closest('.till') ? 'till' : (element?.outerHTML.slice(0, 80) ?? '');
        moved.set(place, (moved.get(place) ?? new Set()).add(performance.now()));
      }
    }).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  await page.clock.pauseAt(Date.now() + 60_000);
  await page.evaluate('beginLongWaits()');
  // Somebody may be read to, and do nothing that a page can hear: after a while all of it lives.
  await expect
    .poll(async () => {
      await page.clock.runFor(100);
      return asleep(page).count();
    })
    .toBe(0);
  await expect.poll(async () => (await momentsOf(10)).places.map(([place]) => place)).toEqual(['till']);
  const { places, animations } = await momentsOf(10);
  expect(animations).toBe(0);
  expect(places.map(([place]) => place)).toEqual(['till']);
  expect(places[0]?.[1]).toBeLessThanOrEqual(41);

  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await momentsOf(1);
  expect((await momentsOf(10)).places).toEqual([]);
});

test('Voer uit pressed before the playground lives runs once, by mouse and by finger', async ({
  openPage,
}) => {
  for (const look of [{}, PHONE]) {
    const page = await openPage(LESSON_1, { isUntouched: true, ...look });
    const arrive = await holdScripts(page, ISLANDS);
    const { x, y } = await middleOf(page, 'Voer uit');
    expect(await asleep(page).count()).toBeGreaterThan(1);
    if ('isTouched' in look) await page.touchscreen.tap(x, y);
    else await page.mouse.click(x, y);
    expect(await asleep(page).count()).toBeGreaterThan(1);
    arrive();
    const region = playground(page, TITLE);
    await answerOf(region).getByText('200 OK').waitFor();
    const calls = page.getByRole('group', { name: 'Jouw functies' }).locator('.meter__note');
    await expect.poll(() => calls.textContent()).toBe('1 aanroep');
  }
});

/** A page of the course has playgrounds; the others have parts that begin by themselves. */
test.for([LESSON_1, 'verkeer/', 'werkplaats/', 'herhaal/'])(
  'a button of the till that is pressed before the till lives does what it should once it does: %s',
  async (path, { openPage }) => {
    const page = await openPage('over/', { isUntouched: true });
    const address = new URL(`../${path}`, page.url()).href;
    for (const [button, outcome] of [
      ['Bon van dit bezoek', page.getByRole('dialog', { name: 'Bon van dit bezoek' })],
      ['Welke server?', page.getByRole('dialog', { name: 'Welke server is dat?' })],
      ['Per miljoen', page.getByRole('button', { name: 'Per miljoen', pressed: true })],
    ] as const) {
      await page.goto('about:blank');
      const arrive = await holdScripts(page, '**/_astro/CostCounter.*.js');
      await page.goto(address, { waitUntil: 'domcontentloaded' });
      const till = page.locator('astro-island[component-export="CostCounter"]');
      const isAsleep = () => till.evaluate((island) => island.hasAttribute('ssr'));
      await till.getByRole('button', { name: button }).click();
      expect(await isAsleep()).toBe(true);
      arrive();
      await outcome.waitFor();
      expect(await isAsleep()).toBe(false);
      await page.unrouteAll();
    }
  },
);

test('who scrolls with a finger on a button presses nothing', async ({ openPage }) => {
  const page = await openPage(LESSON_1, { isUntouched: true, ...PHONE });
  const { x, y } = await middleOf(page, 'Voer uit');
  const cdp = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at: number) =>
    cdp.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y: at }] });
  await touch('touchStart', y);
  for (const by of [30, 60, 90, 120]) await touch('touchMove', y - by);
  await touch('touchEnd', y - 120);
  await expect.poll(() => asleep(page).count()).toBe(0);
  const region = playground(page, TITLE);
  await region.locator('.run:enabled').waitFor();
  expect(await answerOf(region).innerText()).toContain('Nog geen antwoord');
});

test('what a reader typed before the playground lives stays, with the focus', async ({ openPage }) => {
  const page = await openPage(LESSON_1, { isUntouched: true });
  const region = playground(page, TITLE);
  const code = 'export default () => new Response("te vroeg");';
  await write(page, region, 'begroet.js', code);
  expect(
    await region
      .getByRole('textbox', { name: 'Code van begroet.js' })
      .evaluate((field) => field.contains(document.activeElement)),
  ).toBe(true);
});

test('code of an earlier visit is there without a touch', async ({ openPage }) => {
  const page = await openPage(LESSON_1, {
    isUntouched: true,
    before: `${HOLD_LONG_WAITS} ${keptCode('begroet', { 'begroet.js': 'export default () => new Response("van toen");' })}`,
  });
  await playground(page, TITLE).getByText('van toen').waitFor();
  // Only what has something to show.
  expect(await asleep(page).count()).toBeGreaterThan(1);
});

test('the month is there before it lives, and where it was once it does; the address of another month shows no other first', async ({
  openPage,
}) => {
  const page = await openPage('maand/', { isUntouched: true, before: HOLD_LONG_WAITS });
  const places = () =>
    page
      .locator('.month :is(.month__slider, .chart, .month__fields, .compare-tariffs, .lesson-receipt)')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().top + scrollY));
  const built = page.locator('.month-built');
  expect(await built.locator('.chart__picture').isVisible()).toBe(true);
  const before = await places();
  expect(before.length).toBeGreaterThan(5);
  await page.mouse.move(300, 300);
  await page.locator('.chart canvas').waitFor();
  await expect.poll(places).toEqual(before);
  await expect.poll(() => built.count()).toBe(0);

  const other = await openPage('maand/#dag=250000', { isUntouched: true, besides: page });
  const seen = await other.evaluate(() => {
    const words = document.querySelector('.month-built .month__words');
    return words !== null && getComputedStyle(words).visibility === 'visible';
  });
  expect(seen).toBe(false);
  await other.getByText('250.000 aanroepen per dag', { exact: true }).waitFor();
});
