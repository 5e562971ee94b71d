/**
 * What a press costs on a slow laptop: a visit of the first lesson with the processor slowed four times, and of each press or key the
 * time from the event to the end of the frame that comes after it. The browser's own Event Timing is no help here: where nothing
 * more is drawn after that frame, Chromium tells the time of the next one, which may come seconds later.
 */
import type { Browser, Page } from 'playwright-core';
import { quantile } from './statistics.ts';

const SLOWED = 4;
const LESSON = 'lessen/wat-zijn-serverless-functions/';
const RUNS = 4;
const TYPED = ['a', 'b', 'Space', 'c', 'Backspace', 'Backspace', 'Enter'];

export interface Interactions {
  readonly count: number;
  readonly medianMs: number;
  /** At most 100 ms. */
  readonly p95Ms: number;
  /** What was done at the slowest. */
  readonly slowest: string;
}

interface Told {
  readonly ms: number;
  readonly deed: string;
}

/** Runs in the page before it loads. The frame is over when a message that was sent in it arrives. */
const listen = `(() => {
  globalThis.told = [];
  globalThis.deed = '';
  const look = ({ timeStamp, type }) => {
    const { deed } = globalThis;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => told.push({ ms: performance.now() - timeStamp, deed });
      port2.postMessage(null);
    });
  };
  for (const type of ['pointerdown', 'click', 'keydown']) addEventListener(type, look, { capture: true });
})()`;

export async function benchInteractions(browser: Browser, siteUrl: string): Promise<Interactions> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 900 },
  });
  try {
    const page = await context.newPage();
    await page.addInitScript(listen);
    await page.goto(siteUrl + LESSON, { waitUntil: 'networkidle' });
    await page.mouse.move(5, 5);
    await page.locator('.run:enabled').first().waitFor();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    await visit(page);
    const told = await page.evaluate<Told[]>('told');
    const all = told.sort((a, b) => b.ms - a.ms);
    const ms = all.map((one) => one.ms);
    return {
      count: all.length,
      medianMs: quantile(ms, 0.5),
      p95Ms: quantile(ms, 0.95),
      slowest: all[0]?.deed ?? '',
    };
  } finally {
    await context.close();
  }
}

async function visit(page: Page): Promise<void> {
  const step = async (deed: string, act: () => Promise<unknown>) => {
    await page.evaluate((name) => Object.assign(globalThis, { deed: name }), deed);
    await act();
    await quiet(page);
  };
  const region = page.getByRole('region', { name: 'Speeltuin: Begroet een bezoeker' });
  const press = (name: string) => page.getByRole('button', { name, exact: false }).first().click();
  for (let run = 0; run < RUNS; run += 1)
    await step('Voer uit', () => region.getByRole('button', { name: 'Voer uit' }).click());
  await step('code', () => region.getByRole('textbox', { name: /^Code van/ }).click());
  for (const key of TYPED) await step('typen', () => page.keyboard.press(key));
  for (const dialog of ['Bon van dit bezoek', 'Welke server?', 'Zoek in de cursus']) {
    await step(dialog, () => press(dialog));
    await step(`${dialog}, weg`, () => page.keyboard.press('Escape'));
  }
  await step('Per miljoen', () => press('Per miljoen'));
  await step('Per miljoen', () => press('Per miljoen'));
  await step('De cursus', () => press('De cursus'));
  await step('De cursus, weg', () => page.keyboard.press('Escape'));
}

/** Until the page has nothing left to do: what comes of one press is not the wait of the next. */
function quiet(page: Page): Promise<void> {
  return page.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestIdleCallback(() =>
          requestIdleCallback(() => requestAnimationFrame(() => setTimeout(resolve))),
        ),
      ),
  );
}
