/** What a canvas is told of its place on the page, in a real one: sizes and sight are the browser's own. */
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchQuickChromium } from '../../support/quick-chromium.ts';

type Watch = typeof import('../../../src/kit/canvas/watch-canvas.ts');
declare const picture: Watch;
declare const heard: string[];
declare let unwatch: () => void;

let browser: Browser;
let page: Page;

beforeAll(async () => {
  const input = fileURLToPath(new URL('../../../src/kit/canvas/watch-canvas.ts', import.meta.url));
  const build = await rolldown({ input, platform: 'browser' });
  const { output } = await build.generate({ format: 'iife', name: 'picture' });
  await build.close();
  browser = await launchQuickChromium();
  page = await browser.newPage({ viewport: { width: 600, height: 400 }, colorScheme: 'light' });
  await page.setContent(`<!doctype html><html lang="nl"><title>Proef</title><body>
    <div id="box" style="inline-size: 300px; block-size: 120px"></div><div style="block-size: 2000px"></div>
    <script>var heard = []; var unwatch; ${output[0].code}</script>`);
});
afterAll(() => browser.close());

const told = () => page.evaluate(() => heard.splice(0));

test('it hears of its size, of being seen and of other colours, and of nothing once it has ended', async () => {
  await page.evaluate(() => {
    const box = document.getElementById('box');
    if (box === null) throw new Error('no box');
    unwatch = picture.watchCanvas(box, {
      onSize: ({ width, height }) => heard.push(`${width}x${height}`),
      onSight: (isSeen) => heard.push(isSeen ? 'seen' : 'not seen'),
      onLook: () => heard.push('look'),
    });
  });
  // Which of the two comes first is the browser's affair.
  await expect.poll(() => page.evaluate(() => [...heard].sort())).toEqual(['300x120', 'seen']);
  await told();

  await page.evaluate(() => document.getElementById('box')?.style.setProperty('inline-size', '250.7px'));
  await expect.poll(told).toEqual(['250x120']);
  await page.evaluate(() => scrollTo(0, 1_000));
  await expect.poll(told).toEqual(['not seen']);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(told).toEqual(['seen']);
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'dark'));
  await expect.poll(told).toEqual(['look']);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(told).toEqual(['look']);

  // A second watcher hears it, so the first would have heard it too.
  await page.evaluate(() => {
    unwatch();
    const box = document.getElementById('box');
    if (box === null) throw new Error('no box');
    unwatch = picture.watchCanvas(box, {
      onSize: () => {},
      onSight: () => {},
      onLook: () => heard.push('second'),
    });
  });
  await page.evaluate(() => document.documentElement.setAttribute('data-theme', 'light'));
  await expect.poll(told).toEqual(['second']);
});
