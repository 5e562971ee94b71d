import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchQuickChromium } from '../../support/quick-chromium.ts';
import type { Lab } from './page.tsx';

declare const lab: Lab;

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
let browser: Browser;
let html: string;

beforeAll(async () => {
  const build = await rolldown({ input: at('./page.tsx'), platform: 'browser' });
  const { output } = await build.generate({ format: 'iife' });
  await build.close();
  const styles = await Promise.all(
    ['ground/tokens', 'ground/base', 'playground/timeline'].map((name) =>
      readFile(at(`../../../src/site/styles/${name}.css`), 'utf8'),
    ),
  );
  const script = output[0].code.replaceAll('</script', '<\\/script');
  html = `<!doctype html><html lang="nl"><title>Proef</title><style>${styles.join('\n')}</style><body><script>${script}</script>`;
  browser = await launchQuickChromium();
});
afterAll(() => browser.close());

async function open(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 900, height: 700 }, colorScheme: 'light' });
  // From the end of the body, so that there is one.
  await page.setContent(html);
  return page;
}

/** Three calls in one instance, which lives on. */
async function openWithCalls(): Promise<Page> {
  const page = await open();
  await page.evaluate(() =>
    lab.tell([{ atMs: 0 }, { atMs: 2_000, durationMs: 500 }, { atMs: 4_000, durationMs: 500 }], {
      untilMs: 5_000,
    }),
  );
  await page.getByRole('button', { name: 'Pauzeer' }).waitFor();
  // What was not drawn yet can't be pointed at.
  await expect.poll(async () => (await ground(page))[3]).toBe(255);
  return page;
}

/** What the picture has in its corner: red, green, blue and how much of it. */
function ground(page: Page): Promise<number[]> {
  return page.evaluate(() => {
    const canvas = document.querySelector('canvas');
    return [...(canvas?.getContext('2d')?.getImageData(2, canvas.height - 2, 1, 1).data ?? [])];
  });
}

const picked = (page: Page) => page.evaluate(() => lab.picked.value);

/** From now on no picture is drawn until the test says so. */
const holdFrames = (page: Page) => page.evaluate(() => lab.held.begin());

/** Each picture asks for the next, many times in a row. */
async function expectToGoOn(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => lab.held.count())).toBeGreaterThan(0);
  const asked = await page.evaluate(() => Array.from({ length: 20 }, () => lab.held.next()));
  expect(asked).not.toContain(0);
}

/**
 * What was still to be drawn is, and asks for nothing more. A picture that moves always asks again, so its number never gets
 * to nought; one that stands still may be asked for once more by the browser, which tells late how large it is.
 */
async function expectToEnd(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => lab.held.next() + lab.held.count())).toBe(0);
}

test('a click on a bar picks its invocation, and the line and the trace show it', async () => {
  const page = await openWithCalls();
  const canvas = page.locator('canvas');
  const { width = 0 } = (await canvas.boundingBox()) ?? {};
  // Wherever the second call is drawn: the first that is hit from the right is the third.
  for (let x = width - 10; x > 0 && (await picked(page)) === null; x -= 10) {
    await canvas.click({ position: { x, y: 40 } });
  }
  expect(await picked(page)).toBe('i3');
  const timeline = page.getByRole('group', { name: 'Tijdlijn' });
  await expect
    .poll(() => timeline.textContent())
    .toMatch(/4,00 s\s+begroet\s· nr\. 1\s· warm\s· 500,0 ms\s· gelukt/);
  const trace = page.getByRole('group', { name: 'Spoor' });
  expect(await trace.locator('[aria-current]').textContent()).toContain('begroet nr. 1 warm 500,0 ms');
  await page.close();
});

test('the table has the same facts, picks too, and stands still while the picture does', async () => {
  const page = await openWithCalls();
  await page.getByText('Als tabel').click();
  const table = page.getByRole('table', { name: 'Tijdlijn' });
  const rows = () => table.locator('tbody tr').allInnerTexts();
  await expect.poll(rows).toHaveLength(3);
  expect(await rows()).toEqual([
    '4,00 s\tbegroet\tnr. 1\twarm\t500,0 ms\tgelukt',
    '2,00 s\tbegroet\tnr. 1\twarm\t500,0 ms\tgelukt',
    '0,00 s\tbegroet\tnr. 1\tkoud 14,0 ms\t5,0 ms\tgelukt',
  ]);
  await page.getByRole('button', { name: 'Kies de aanroep van 2,00 s' }).click();
  expect(await picked(page)).toBe('i2');

  await page.getByRole('button', { name: 'Pauzeer' }).click();
  const before = await rows();
  await page.evaluate(() =>
    lab.more([{ atMs: 5_100, invocationId: 'later', functionName: 'mail' }], {
      untilMs: 5_300,
      firstInstance: 7,
    }),
  );
  await page.getByText('Intussen kwam er 1 aanroep bij.').waitFor();
  expect(await rows()).toEqual(before);
  await page.getByRole('button', { name: 'Volg live' }).click();
  await expect.poll(rows).toHaveLength(4);
  await page.close();
});

test('pictures follow each other only while something moves, and is in sight', async () => {
  const page = await openWithCalls();
  await holdFrames(page);
  await expectToGoOn(page);
  await page.getByRole('button', { name: 'Pauzeer' }).click();
  await expectToEnd(page);
  await page.getByRole('button', { name: 'Volg live' }).click();
  await expectToGoOn(page);
  await page.evaluate(() => {
    document.body.style.paddingBlockStart = '3000px';
  });
  // The browser takes a picture of its own to see that it has left the window.
  await expect.poll(() => page.evaluate(() => lab.held.count())).toBe(0);
  await page.evaluate(() => {
    document.body.style.paddingBlockStart = '0';
    lab.tell([{ atMs: 0 }], { untilMs: 100_000 });
  });
  await expect.poll(() => page.evaluate(() => lab.held.count())).toBeGreaterThan(0);
  await expectToEnd(page);
  await page.close();
});

test('who asked for less motion gets the next picture after a while, and not at once', async () => {
  const page = await open();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate(() => lab.tell([{ atMs: 0 }], { untilMs: 1_000 }));
  await page.getByRole('button', { name: 'Pauzeer' }).waitFor();
  await holdFrames(page);
  await expectToEnd(page);
  // Each pause ends in a picture, which is drawn here, or there would be no next one.
  const drawnPauses = () =>
    page.evaluate(() => {
      lab.held.next();
      return lab.held.pauses();
    });
  await expect.poll(drawnPauses).toBeGreaterThan(3);
  await expectToEnd(page);
  await page.close();
});

test('dragging scrubs, and a keyboard does the same with the slider', async () => {
  const page = await openWithCalls();
  const canvas = page.locator('canvas');
  const { x = 0, y = 0 } = (await canvas.boundingBox()) ?? {};
  await page.mouse.move(x + 300, y + 40);
  await page.mouse.down();
  await page.mouse.move(x + 400, y + 40, { steps: 4 });
  await page.mouse.up();
  await page.getByRole('button', { name: 'Volg live' }).waitFor();
  expect(await picked(page)).toBeNull();
  const slider = page.getByRole('slider', { name: 'Verschuif' });
  const moment = () => slider.getAttribute('aria-valuetext');
  // The words follow the picture.
  await expect.poll(moment).not.toBe('tot 5,00 s');
  await slider.focus();
  await page.keyboard.press('End');
  await expect.poll(moment).toBe('tot 5,00 s');
  await page.keyboard.press('Home');
  await expect.poll(moment).toBe('tot 0,00 s');
  await page.close();
});

test('the picture changes its colours with the page', async () => {
  const page = await openWithCalls();
  await expect.poll(() => ground(page)).toEqual([255, 255, 255, 255]);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(() => ground(page)).toEqual([24, 32, 29, 255]);
  await page.close();
});
