/** Much at once, and what is drawn of it: large files and pictures, a thousand calls, steady traffic. The triggers themselves are in
 * `event-paths.test.ts`. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { answerOf, giveTime, playground } from './reader.ts';
import { expect, test } from './site.ts';

const FILES = 'lessen/een-bestand-komt-binnen/';
const QUEUES = 'lessen/werk-in-de-wachtrij/';

const group = (region: Locator, name: string) => region.getByRole('group', { name, exact: true });
const textOf = (region: Locator, name: string) => group(region, name).innerText();
/** Before the page can listen nothing can be pressed, nor be put in a field by a test. */
const ready = (region: Locator, name: string) =>
  expect.poll(() => region.getByRole('button', { name, exact: true }).isEnabled()).toBe(true);
const press = (region: Locator, name: string) => region.getByRole('button', { name, exact: true }).click();

test('the thumbnail that a function makes is drawn', async ({ openPage }) => {
  const page = await openPage(FILES);
  const region = playground(page, 'Verklein een foto');
  await press(region, 'Gebruik Landschap');
  await expect.poll(() => textOf(region, 'Opslag')).toContain('klein/landschap.jpg');
  const picture = group(region, 'Opslag').locator('img').first();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(320);
});

test('a file of 200 MB is refused before it is read', async ({ openPage }) => {
  const page = await openPage(FILES);
  const region = playground(page, 'Tel de verkoop per stad');
  const field = region.locator('input[type="file"]');
  await ready(region, 'Kies een bestand');
  const folder = mkdtempSync(join(tmpdir(), 'functielab-'));
  const big = join(folder, 'film.csv');
  writeFileSync(big, '');
  truncateSync(big, 200 * 1024 * 1024);
  await field.setInputFiles(big);
  const alert = answerOf(region).getByRole('alert');
  await alert.waitFor();
  await expect
    .poll(() => alert.innerText())
    .toContain('Dit bestand is 200 MB, en een bestand mag hier 25 MB zijn.');
  expect(await textOf(region, 'Opslag')).not.toContain('film');
  rmSync(folder, { recursive: true });
});

test('steady traffic flows until it is stopped, and the timeline pauses, zooms and shows it', async ({
  openPage,
}) => {
  const page = await openPage('lessen/schalen-ook-naar-nul/');
  const region = playground(page, 'Verkoop een kaartje');
  const slider = region.getByLabel('Gestaag verkeer');
  const width = () => slider.evaluate((element) => element.clientWidth);
  const before = await width();
  await slider.fill('10');
  await expect.poll(() => textOf(region, 'Antwoord')).toMatch(/\d+ aanroepen/);
  // A hand that moves it finds it where it was.
  expect(await width()).toBe(before);
  await press(region, 'Stop');
  await expect.poll(() => region.getByLabel('Gestaag verkeer').inputValue()).toBe('0');
  const timeline = group(region, 'Tijdlijn');
  for (const name of ['Pauzeer', 'Zoom in', 'Zoom uit', 'Alles'])
    await timeline.getByRole('button', { name }).click();
  await timeline.getByText('Als tabel').click();
  // A row for each invocation, under one that names the columns.
  const told = async () => Number.parseInt(await timeline.getByText(/^\d+ aanroepen/).innerText(), 10);
  await expect.poll(async () => (await timeline.getByRole('row').count()) - (await told())).toBe(1);
  // The first one; of the last ones some may have been refused, and those cost nothing.
  await timeline.getByRole('row').last().getByRole('button').click();
  await expect.poll(() => textOf(region, 'Kassabon')).toContain('andere aanroep');
});

test('a thousand calls at once: each is answered, and the page stays alive', async ({ openPage }) => {
  const page = await openPage('lessen/schalen-ook-naar-nul/');
  const region = playground(page, 'Verkoop een kaartje');
  // Ten starts at once take more than three seconds where the processor is busy.
  await giveTime(region);
  await region.getByLabel('Aantal').selectOption('1000');
  await press(region, 'Stuur 1.000 tegelijk');
  const result = answerOf(region).getByRole('table', { name: '1.000 aanroepen tegelijk' });
  await result.waitFor();
  const cells = await result.getByRole('cell').allInnerTexts();
  const [ok = 0, refused = 0] = cells.map((text) => Number(text.replace('.', '')));
  expect(ok).toBeGreaterThanOrEqual(10);
  expect(ok + refused).toBe(1_000);
});

test('a thumbnail of 12 megapixels is made in the worker while the page goes on', async ({ openPage }) => {
  const page = await openPage(FILES);
  const region = playground(page, 'Verklein een foto');
  const jpeg = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4_000, 3_000);
    const context = canvas.getContext('2d');
    for (let at = 0; context && at < 4_000; at += 1) {
      context.fillStyle = `hsl(${(at * 37) % 360} 70% ${30 + (at % 40)}%)`;
      context.fillRect((at * 61) % 4_000, (at * 97) % 3_000, 180, 120);
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  await ready(region, 'Kies een bestand');
  const field = region.locator('input[type="file"]');
  // The page draws and scrolls while the worker is at it: counted from when the file is there, however late this test looks.
  const counting = await field.evaluateHandle((input) => {
    const playground = input.closest('section');
    const isThere = new Promise((resolve) => input.addEventListener('change', resolve, { once: true }));
    const counted = isThere.then(async () => {
      let frames = 0;
      while (!playground?.textContent?.includes('klein/groot.jpg')) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        scrollBy(0, frames % 2 === 0 ? 3 : -3);
        frames += 1;
      }
      return frames;
    });
    return { counted };
  });
  await field.setInputFiles({ name: 'groot.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(jpeg) });
  expect(await counting.evaluate(({ counted }) => counted)).toBeGreaterThan(3);
  await expect.poll(() => textOf(region, 'Antwoord')).toContain('Gelukt');
});

test('long messages in a queue leave a phone’s page as wide as its window', async ({ openPage }) => {
  const page = await openPage(QUEUES, { viewport: { width: 390, height: 844 } });
  const region = playground(page, 'Nieuwsbrief aan twintig lezers');
  await region.getByRole('button', { name: 'Voer uit' }).click();
  await region.locator('.message').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
