/**
 * A month on the page of traffic, story by story: when its first picture is there, how long it takes, how often the picture grew, and
 * what kept the page busy for longer than a frame may.
 */
import type { Browser, Page } from 'playwright-core';
import { stories } from '../../src/traffic/stories.ts';

export interface TrafficStory {
  readonly story: string;
  readonly calls: number;
  /** At most 300 ms. */
  readonly firstPictureMs: number;
  /** At most 15 s. */
  readonly monthMs: number;
  readonly pictures: number;
  /** At most 50 ms. */
  readonly longestTaskMs: number;
}

const PATIENCE_MS = 60_000;

/** Runs in the page before it loads: long tasks are told by the browser. */
const LISTEN = `self.longest = 0;
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) self.longest = Math.max(self.longest, duration);
}).observe({ type: 'longtask' });`;

/** Runs in the page: presses the button, and looks at each frame whether there is a picture, another one, or an outcome. */
const RUN = `(async () => {
  self.longest = 0;
  const run = [...document.querySelectorAll('button')].find((one) => one.textContent.startsWith('Draai '));
  const begin = performance.now();
  let first = 0;
  let pictures = 0;
  let last = '';
  run.click();
  await new Promise((done) => {
    const look = () => {
      const told = document.querySelector('.machine__told')?.textContent ?? '';
      if (told !== '' && !told.includes('nog niets') && told !== last) {
        last = told;
        pictures += 1;
        first ||= performance.now() - begin;
      }
      const isOver = document.querySelector('[aria-label="Uitkomst"]') !== null;
      if (isOver || performance.now() - begin > ${PATIENCE_MS}) done();
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  return { first, pictures, month: performance.now() - begin };
})()`;

export async function benchTraffic(browser: Browser, siteUrl: string): Promise<readonly TrafficStory[]> {
  const told: TrafficStory[] = [];
  for (const { id } of stories) {
    const context = await browser.newContext({
      serviceWorkers: 'block',
      viewport: { width: 1280, height: 1_400 },
    });
    try {
      told.push(await one(await context.newPage(), siteUrl, id));
    } finally {
      await context.close();
    }
  }
  return told;
}

async function one(page: Page, siteUrl: string, story: string): Promise<TrafficStory> {
  await page.addInitScript(LISTEN);
  await page.goto(`${siteUrl}verkeer/#verhaal=${story}`, { waitUntil: 'networkidle' });
  await page.mouse.move(5, 5);
  await page.getByRole('button', { name: /^Draai / }).waitFor();
  const { first, pictures, month } = await page.evaluate<{ first: number; pictures: number; month: number }>(
    RUN,
  );
  const calls = await page
    .getByRole('group', { name: 'Uitkomst' })
    .locator('data')
    .first()
    .getAttribute('value');
  return {
    story,
    calls: Number(calls),
    firstPictureMs: Math.round(first),
    monthMs: Math.round(month),
    pictures,
    longestTaskMs: Math.round(await page.evaluate<number>('longest')),
  };
}
