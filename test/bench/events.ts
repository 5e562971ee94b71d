/**
 * Many invocations on the built site: what a burst of a thousand calls does to the page's frames, how the timeline
 * and the Machinekamer bear 20,000 invocations, whether memory comes back, and how long a picture of 12 megapixels takes.
 */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { median } from './statistics.ts';

const BURSTS = 5;
const FAN_OUT_CALLS = 20;
const MESSAGES_A_CALL = 1_000;
/** To and fro: what a jump back costs is not what the next step costs. */
const JUMPS = [0.5, 0.02, 0.98, 0.4, 0.7, 0.1, 0.9, 0.3, 0.6];
const PATIENCE_MS = 120_000;
const BYTES_PER_MB = 1024 * 1024;

export interface ManyInvocations {
  /** Of five bursts of 1,000 calls, with the Machinekamer in view: the median of the longest gap between two frames. At most 50 ms. */
  readonly burstLongestFrameMs: number;
  /** Calls that ended in neither 201 nor 429. */
  readonly burstLost: number;
  readonly invocationsInTimeline: number;
  /** The longest gap between frames while the timeline with 20,000 invocations is moved, zoomed and shown whole. */
  readonly timelineLongestFrameMs: number;
  /** From the slider of the Machinekamer to the frame that shows that moment, of nine jumps with 20,000 invocations: the longest. At most 100 ms. */
  readonly longestJumpMs: number;
  readonly heapBeforeMb: number;
  readonly heapFullMb: number;
  /** After `Maak leeg`. */
  readonly heapAfterMb: number;
}

export interface Thumbnail {
  /** From the file's choice until the thumbnail is in the bucket. */
  readonly durationMs: number;
  readonly longestFrameMs: number;
}

/** Runs in the page: starts to look at every frame. `longestFrame()` tells the longest gap since then. */
const watchFrames = `(() => {
  let longest = 0;
  let last = performance.now();
  let isOver = false;
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver) requestAnimationFrame(look);
  };
  requestAnimationFrame(() => { last = performance.now(); look(); });
  globalThis.longestFrame = () => { isOver = true; return longest; };
})()`;

async function longestFrame(page: Page, during: () => Promise<unknown>): Promise<number> {
  await page.evaluate(watchFrames);
  await during();
  return page.evaluate<number>('longestFrame()');
}

async function heapMb(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const { usedSize } = await cdp.send('Runtime.getHeapUsage');
  return usedSize / BYTES_PER_MB;
}

async function write(page: Page, tab: string, code: string): Promise<void> {
  const region = page.getByRole('region', { name: 'Speeltuin: Boodschappenlijst met berichten' });
  await region.getByRole('tab', { name: tab }).click();
  const editor = region.getByRole('textbox', { name: `Code van ${tab}` });
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(code);
}

export async function benchManyInvocations(browser: Browser, siteUrl: string): Promise<ManyInvocations> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 900 },
  });
  try {
    const bursts = await benchBursts(await context.newPage(), siteUrl);
    return { ...bursts, ...(await benchTimeline(await context.newPage(), siteUrl)) };
  } finally {
    await context.close();
  }
}

async function benchBursts(page: Page, siteUrl: string) {
  await page.goto(`${siteUrl}lessen/schalen-ook-naar-nul/`, { waitUntil: 'networkidle' });
  await page.mouse.move(5, 5);
  const region = page.getByRole('region', { name: 'Speeltuin: Verkoop een kaartje' });
  await region.getByLabel('Aantal').selectOption('1000');
  const button = region.getByRole('button', { name: 'Stuur 1.000 tegelijk' });
  await region.getByRole('group', { name: 'Machinekamer' }).scrollIntoViewIfNeeded();
  const longest: number[] = [];
  let lost = 0;
  // The first one fetches the engine and starts the instances.
  for (let burst = 0; burst <= BURSTS; burst += 1) {
    const frame = await longestFrame(page, async () => {
      await button.click();
      await region.locator('.run[aria-busy="false"]').waitFor();
    });
    const cells = await region.locator('.burst td').allInnerTexts();
    lost += 1_000 - cells.reduce((sum, text) => sum + Number(text.replace('.', '')), 0);
    if (burst > 0) longest.push(frame);
  }
  return { burstLongestFrameMs: median(longest), burstLost: lost };
}

async function benchTimeline(page: Page, siteUrl: string) {
  await page.goto(`${siteUrl}lessen/gebeurtenisgedreven-applicaties/`, { waitUntil: 'networkidle' });
  await page.mouse.move(5, 5);
  const region = page.getByRole('region', { name: 'Speeltuin: Boodschappenlijst met berichten' });
  const cdp = await page.context().newCDPSession(page);
  await write(
    page,
    'maak.js',
    `export default async (request, { queue }) => {
      await Promise.all(Array.from({ length: ${MESSAGES_A_CALL} }, (_, nr) => queue.send(nr)));
      return new Response('ok'); };`,
  );
  await write(page, 'meld.js', 'export default () => {};');
  const invocations = async () => {
    // The first cell of each row alone: the amount beside it ends in digits too.
    const rows = await region
      .getByRole('group', { name: 'Kassabon' })
      .locator('tbody td:first-child')
      .allTextContents();
    const counts = rows.map((row) =>
      Number(/^([\d.]+) (?:andere )?aanroep/.exec(row)?.[1]?.replaceAll('.', '') ?? 0),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  };
  const call = async (expected: number) => {
    await region.getByRole('button', { name: 'Voer uit' }).click();
    const started = performance.now();
    while ((await invocations()) < expected) {
      if (performance.now() - started > PATIENCE_MS) throw new Error('The queue is not done');
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    }
  };
  await call(MESSAGES_A_CALL + 1);
  await region.getByRole('button', { name: 'Maak leeg' }).click();
  const heapBeforeMb = await heapMb(cdp);
  for (let nth = 1; nth <= FAN_OUT_CALLS; nth += 1) await call(nth * (MESSAGES_A_CALL + 1));
  const heapFullMb = await heapMb(cdp);
  const timeline = region.getByRole('group', { name: 'Tijdlijn' });
  await timeline.scrollIntoViewIfNeeded();
  const timelineLongestFrameMs = await longestFrame(page, async () => {
    for (const name of ['Alles', 'Zoom in', 'Zoom in', 'Zoom uit', 'Alles']) {
      await timeline.getByRole('button', { name }).click();
    }
    for (const value of ['0.2', '0.5', '0.8']) {
      await timeline.getByLabel('Verschuif').evaluate((field: HTMLInputElement, share) => {
        field.value = String(Number(field.min) + Number(share) * (Number(field.max) - Number(field.min)));
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, value);
    }
  });
  const moment = region.getByRole('group', { name: 'Machinekamer' }).getByRole('slider', { name: 'Moment' });
  await moment.scrollIntoViewIfNeeded();
  let longestJumpMs = 0;
  for (const share of JUMPS) longestJumpMs = Math.max(longestJumpMs, await moment.evaluate(jumpMs, share));
  const invocationsInTimeline = await invocations();
  await region.getByRole('button', { name: 'Maak leeg' }).click();
  // What the page forgets, it forgets with its next frames.
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
  return {
    invocationsInTimeline,
    timelineLongestFrameMs,
    longestJumpMs,
    heapBeforeMb,
    heapFullMb,
    heapAfterMb: await heapMb(cdp),
  };
}

/** Runs in the page: @param share of all there is to see @returns ms until what it shows then is drawn */
function jumpMs(element: Element, share: number): Promise<number> {
  const field = element as HTMLInputElement;
  const started = performance.now();
  field.value = String(Number(field.min) + share * (Number(field.max) - Number(field.min)));
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - started)));
  });
}

export async function benchThumbnail(browser: Browser, siteUrl: string): Promise<Thumbnail> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 900 },
  });
  try {
    const page = await context.newPage();
    await page.goto(`${siteUrl}lessen/een-bestand-komt-binnen/`, { waitUntil: 'networkidle' });
    await page.mouse.move(5, 5);
    const region = page.getByRole('region', { name: 'Speeltuin: Verklein een foto' });
    await region.getByRole('button', { name: 'Gebruik Landschap' }).click();
    await region.getByText('klein/landschap.jpg', { exact: true }).waitFor();
    const bytes = await page.evaluate<number[]>(drawTwelveMegapixels);
    let durationMs = 0;
    const longestFrameMs = await longestFrame(page, async () => {
      const started = performance.now();
      await region
        .locator('input[type="file"]')
        .setInputFiles({ name: 'groot.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(bytes) });
      await region.getByText('klein/groot.jpg', { exact: true }).waitFor();
      durationMs = performance.now() - started;
    });
    return { durationMs, longestFrameMs };
  } finally {
    await context.close();
  }
}

const drawTwelveMegapixels = `(async () => {
  const canvas = new OffscreenCanvas(4000, 3000);
  const context = canvas.getContext('2d');
  for (let at = 0; at < 6000; at += 1) {
    context.fillStyle = 'hsl(' + ((at * 37) % 360) + ' 70% ' + (30 + (at % 40)) + '%)';
    context.fillRect((at * 61) % 4000, (at * 97) % 3000, 180, 120);
  }
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
  return [...new Uint8Array(await blob.arrayBuffer())];
})()`;
