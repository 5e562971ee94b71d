/**
 * A reader who presses too often, has a narrow window, large letters, or wants nothing to move: the page stays calm, and
 * nothing is lost.
 */
import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { onTestFinished } from 'vitest';
import { chromiumFlags } from '../../src/cli/find-browser.ts';
import { PATIENCE_MS } from '../../src/cli/test-settings.ts';
import { answerOf, keptCode, LESSON_1, LESSON_2, playground, run } from './reader.ts';
import { expect, test } from './site.ts';

const GREET = 'Begroet een bezoeker';

test('five clicks a second on Voer uit, and Enter held down: each call that began is answered, and none is stopped', async ({
  openPage,
}) => {
  const code = `let aanroepen = 0;
export default async () => {
  await new Promise((resolve) => setTimeout(resolve, 100));
  aanroepen += 1;
  console.log('aanroep ' + aanroepen);
  return new Response('nummer ' + aanroepen);
};`;
  const page = await openPage(LESSON_1, {
    before: keptCode('begroet', { 'begroet.js': code }),
    reducedMotion: 'reduce',
  });
  const region = playground(page, GREET);
  const button = region.getByRole('button', { name: 'Voer uit' });
  await expect.poll(() => button.isEnabled()).toBe(true);
  await button.scrollIntoViewIfNeeded();
  const place = await button.boundingBox();
  if (place === null) throw new Error('Voer uit is not on the screen');
  // The mouse stays where it is: whatever came under it would be pressed.
  for (let click = 0; click < 10; click += 1)
    await page.mouse.click(place.x + place.width / 2, place.y + place.height / 2, { delay: 60 });
  await expect.poll(() => button.getAttribute('aria-busy')).toBe('false');

  const path = region.getByLabel('Pad');
  await path.focus();
  // A key that is held down comes again and again, without ever being let go.
  for (let time = 0; time < 30; time += 1) await page.keyboard.down('Enter');
  await page.keyboard.up('Enter');
  await expect.poll(() => button.getAttribute('aria-busy')).toBe('false');
  expect(await path.evaluate((field) => field === document.activeElement)).toBe(true);

  await run(region);
  const log = await region.getByRole('log', { name: 'Logboek' }).innerText();
  const numbers = [...log.matchAll(/aanroep (\d+)/g)].map(([, number]) => Number(number));
  expect(numbers.length).toBeGreaterThan(2);
  expect(numbers).toEqual(numbers.map((_, at) => at + 1));
  expect(log).not.toContain('Gestopt');
  await answerOf(region).getByText(`nummer ${numbers.length}`).waitFor();
  expect(await button.boundingBox()).toMatchObject({ x: place.x, width: place.width });
  // Who wants nothing to move sees it all the same, and nothing moves.
  const moving = () =>
    page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
  await expect.poll(moving).toBe(0);
});

const FOUR_FILES = 'lessen/gebeurtenisgedreven-applicaties/';

/** Runs the first function of a page, and looks whether the page became wider than the window. */
async function expectToFit(page: Page): Promise<void> {
  await run(page.getByRole('region', { name: /^Speeltuin: / }).first());
  // A width of half a pixel is rounded up.
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(await over()).toBeLessThanOrEqual(1);
}

test.for(['', LESSON_1, LESSON_2, FOUR_FILES, 'lessen/schalen-ook-naar-nul/'])(
  'nothing scrolls sideways in a window of 320 px: /%s',
  async (path, { openPage }) => {
    await expectToFit(await openPage(path, { viewport: { width: 320, height: 640 } }));
  },
);

test('letters twice as large on a phone: all of it is shown, and nothing scrolls sideways', async ({
  chromiumPath,
  siteUrl,
}) => {
  // The reader's own setting, which widths in `rem` follow too; a page cannot set it.
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    args: [...chromiumFlags(), '--blink-settings=defaultFontSize=32'],
  });
  onTestFinished(() => browser.close());
  const page = await browser.newPage({ viewport: { width: 390, height: 844 }, locale: 'nl-NL' });
  page.setDefaultTimeout(PATIENCE_MS);
  for (const path of ['', FOUR_FILES]) {
    await page.goto(new URL(path, siteUrl).href);
    await page.mouse.move(5, 300);
    await expectToFit(page);
  }
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
});

test('a file that was renamed after it was chosen is told by its name, and the next one comes in', async ({
  openPage,
}) => {
  const name = join(tmpdir(), `functielab-${process.pid}.csv`);
  writeFileSync(name, 'naam,aantal\nMila,2\n');
  onTestFinished(() => {
    rmSync(name, { force: true });
    rmSync(`${name}.oud`, { force: true });
  });
  const page = await openPage('lessen/een-bestand-komt-binnen/');
  const group = page.getByRole('group', { name: 'Bestand uploaden' }).first();
  const region = page.getByRole('region', { name: /^Speeltuin: / }).filter({ has: group });
  const { promise: isRenamed, resolve: rename } = Promise.withResolvers<void>();
  // What opens the lab waits, and so does the file that was chosen.
  await page.route('**/open-lab*.js', async (route) => {
    await isRenamed;
    await route.continue();
  });
  // Nobody can choose a file before the playground lives: its button opens the window of files.
  await expect.poll(() => page.locator('astro-island[ssr]').filter({ has: group }).count()).toBe(0);
  await group.locator('input[type="file"]').setInputFiles(name);
  renameSync(name, `${name}.oud`);
  rename();
  const alert = region.getByRole('alert');
  await alert.waitFor();
  expect(await alert.getAttribute('data-code')).toBe('FILE_UNREADABLE');
  expect(await alert.innerText()).toContain(`functielab-${process.pid}.csv`);
});
