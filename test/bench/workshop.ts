/** A large workplace, opened and typed in, and a project for a cloud made in the page: in the built site, as they are used. */
import { strToU8, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { median, quantile } from './statistics.ts';

const RUNS = 5;
const FILES = 200;
const FUNCTIONS = 20;
/** As long as a file of a person is. */
const LINES = 200;
const TYPED = 'const prijs = 12345;';

export interface WorkshopResult {
  /** From the click on its name until its files are on the screen. */
  readonly openMs: number;
  /** From a key to the end of the frame that shows it: the 95th of a hundred. */
  readonly keyMs: number;
  /** From the click to the file: the first of a page, which fetches its parts, and after that. */
  readonly firstZipMs: number;
  readonly zipMs: number;
  readonly zipBytes: number;
}

export async function benchWorkshop(browser: Browser, siteUrl: string): Promise<WorkshopResult> {
  const context = await browser.newContext({ serviceWorkers: 'block' });
  try {
    const large = await benchLarge(await context.newPage(), siteUrl);
    return { ...large, ...(await benchZip(await context.newPage(), siteUrl)) };
  } finally {
    await context.close();
  }
}

async function benchLarge(page: Page, siteUrl: string) {
  await page.goto(`${siteUrl}werkplaats/`);
  await page.mouse.move(5, 5);
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Kies een zip of bestanden' }).click();
  const file = { name: 'groot.zip', mimeType: 'application/zip', buffer: largeZip() };
  await (await chooser).setFiles([file]);
  await page.getByRole('button', { name: 'Maak dit mijn werkplaats' }).click();
  await page.waitForURL(/#werkplaats-/);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await page.getByRole('button', { name: 'Alle werkplaatsen' }).click();
    await page.getByRole('link', { name: 'Groot' }).waitFor();
    times.push(await openOnce(page));
  }
  await page.locator('.cm-content, .editor textarea').first().click();
  await page.locator('.cm-content').first().waitFor();
  const keys: number[] = [];
  for (let run = 0; run < RUNS; run += 1) keys.push(...(await typeOnce(page)));
  return { openMs: median(times), keyMs: quantile(keys, 0.95) };
}

function largeZip(): Buffer {
  const functions = Object.fromEntries(
    Array.from({ length: FUNCTIONS }, (_, at) => [
      `f${at}`,
      { entry: `f${at}.js`, trigger: { type: 'http', path: `/f${at}`, routes: [`GET /f${at}`] } },
    ]),
  );
  const rest = '// een regel zoals een mens die schrijft\n'.repeat(LINES);
  const files = Object.fromEntries(
    Array.from({ length: FILES - 1 }, (_, at) => [
      `f${at}.js`,
      strToU8(`export default () => new Response('van ${at}');\n${rest}`),
    ]),
  );
  const manifest = JSON.stringify({ version: 1, title: 'Groot', functions });
  return Buffer.from(zipSync({ ...files, 'functielab.json': strToU8(manifest) }));
}

function openOnce(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const link = [...document.querySelectorAll('a')].find((one) => one.textContent === 'Groot');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const started = performance.now();
    link?.click();
    while (document.querySelector('section.playground [role=treeitem]') === null) await frame();
    await frame();
    return performance.now() - started;
  });
}

async function typeOnce(page: Page): Promise<number[]> {
  await page.evaluate(() => {
    const spans: number[] = [];
    Object.assign(window, { spans });
    // Each time another one: what those before it push is counted no more.
    window.onkeydown = () => {
      const pressed = performance.now();
      requestAnimationFrame(() => setTimeout(() => spans.push(performance.now() - pressed)));
    };
  });
  await page.keyboard.type(TYPED, { delay: 40 });
  return page.evaluate(() => Reflect.get(window, 'spans') as number[]);
}

async function benchZip(page: Page, siteUrl: string) {
  await page.goto(`${siteUrl}werkplaats/`);
  await page.mouse.move(5, 5);
  await page.getByRole('button', { name: 'CRUD met opslag' }).click();
  const region = page.getByRole('region', { name: 'Speeltuin: Takenlijst' });
  await region.getByRole('button', { name: 'Voer uit' }).click();
  await region.getByRole('group', { name: 'Antwoord' }).getByText('201').first().waitFor();
  await region.getByRole('button', { name: 'Neem mee' }).click();
  const dialog = page.getByRole('dialog', { name: 'Neem je functie mee' });
  // Its examples run while a reader still chooses: with this zip they have.
  await dialog.getByRole('button', { name: 'Azure Functions' }).click();
  await zipOnce(page);
  await dialog.getByRole('button', { name: 'AWS Lambda' }).click();
  const first = await zipOnce(page);
  const again: { ms: number; bytes: number }[] = [];
  for (let run = 0; run < RUNS; run += 1) again.push(await zipOnce(page));
  return { firstZipMs: first.ms, zipMs: median(again.map(({ ms }) => ms)), zipBytes: first.bytes };
}

/** Until the page has the file: what a browser does with it then is its own. */
function zipOnce(page: Page): Promise<{ ms: number; bytes: number }> {
  return page.evaluate(
    () =>
      new Promise((resolve) => {
        const button = [...document.querySelectorAll('button')].find(
          (one) => one.textContent?.trim() === 'Download als zip',
        );
        const own = URL.createObjectURL;
        const started = performance.now();
        URL.createObjectURL = (file) => {
          URL.createObjectURL = own;
          if (file instanceof Blob) resolve({ ms: performance.now() - started, bytes: file.size });
          return own(file);
        };
        button?.click();
      }),
  );
}
