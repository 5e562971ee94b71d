/**
 * How soon `Voer uit` answers on a laptop of ten years ago: the processor slowed six times, from the press until the frame has been drawn
 * in which the playground first shows a sign of it, `Bezig` on the button or more. Of each lesson the first press, which fetches the
 * platform and starts an instance, and the second.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { median } from './statistics.ts';

const SLOWED = 6;
const LESSONS = [
  'lessen/wat-zijn-serverless-functions/',
  'lessen/betalen-per-gebruik/',
  'lessen/schalen-ook-naar-nul/',
  'lessen/werk-in-de-wachtrij/',
  'lessen/gebeurtenisgedreven-applicaties/',
] as const;

export interface Presses {
  readonly firstMedianMs: number;
  readonly warmMedianMs: number;
  /** At most 200 ms. */
  readonly slowestMs: number;
  /** Where that was. */
  readonly slowest: string;
}

/** Runs in the page before a press: `pressedMs` is known once the frame is over in which something changed in the playground. */
const listen = `(() => {
  globalThis.pressedMs = null;
  addEventListener('pointerdown', ({ timeStamp, target }) => {
    const changes = new MutationObserver(() => {
      changes.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => (globalThis.pressedMs = performance.now() - timeStamp);
        port2.postMessage(null);
      });
    });
    changes.observe(target.closest('.playground'), { subtree: true, childList: true, characterData: true, attributes: true });
  }, { capture: true, once: true });
})()`;

export async function benchPresses(browser: Browser, siteUrl: string): Promise<Presses> {
  const first: number[] = [];
  const warm: number[] = [];
  for (const lesson of LESSONS) {
    const context = await browser.newContext({
      serviceWorkers: 'block',
      viewport: { width: 1280, height: 900 },
    });
    try {
      const page = await context.newPage();
      await page.goto(siteUrl + lesson, { waitUntil: 'networkidle' });
      await page.mouse.move(5, 5);
      const region = page.getByRole('region', { name: /^Speeltuin: / }).first();
      const button = region.locator('.run:enabled');
      await button.waitFor();
      // The one that stands beside the text is the one that was last gone to.
      await button.focus();
      const session = await context.newCDPSession(page);
      await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
      first.push(await press(page, button));
      await region.locator('.run[aria-busy="false"]:enabled').waitFor();
      warm.push(await press(page, button));
    } finally {
      await context.close();
    }
  }
  const all = [...first, ...warm];
  const slowestMs = Math.max(...all);
  const nth = all.indexOf(slowestMs);
  return {
    firstMedianMs: median(first),
    warmMedianMs: median(warm),
    slowestMs,
    slowest: `${nth < first.length ? 'first' : 'second'} of ${LESSONS[nth % LESSONS.length]}`,
  };
}

async function press(page: Page, button: Locator): Promise<number> {
  await page.evaluate(listen);
  await button.click();
  const told = await page.waitForFunction<number>(() => Reflect.get(globalThis, 'pressedMs'));
  return told.jsonValue();
}
