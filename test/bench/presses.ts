/**
 * How soon `Voer uit` answers on a laptop of ten years ago: the processor slowed six times, from the press until the frame is on the
 * screen in which the playground first shows a sign of it, `Bezig` on the button or more. The browser itself says when that was (Event
 * Timing, in steps of 8 ms). Of each lesson, several times, the first press, which fetches the platform and starts an instance, and
 * the second: a machine that others use too now and then doubles one of them, and hardly the same one twice.
 */
import type { Browser, Locator, Page } from 'playwright-core';
import { median } from './statistics.ts';

const SLOWED = 6;
const TIMES = 3;
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
  /** Of the slowest lesson, the first press or the second, in the middle of its times: at most 200 ms. */
  readonly slowestMs: number;
  /** Where that was. */
  readonly slowest: string;
  /** Of all presses, those included that something else on the machine held up. */
  readonly longestMs: number;
}

/**
 * Runs in the page before a press: `pressedMs` is known once the frame is on the screen in which something changed in the playground. What
 * changed after the press had been handled is not in the frame of which the browser tells, so the next one's end counts.
 */
const listen = `(() => {
  globalThis.pressedMs = null;
  const turn = (globalThis.pressTurn = (globalThis.pressTurn ?? 0) + 1);
  const tell = (ms) => {
    timing.disconnect();
    if (turn === globalThis.pressTurn) globalThis.pressedMs ??= ms;
  };
  let timing;
  addEventListener('pointerdown', ({ timeStamp, target }) => {
    let changedMs = null;
    timing = new PerformanceObserver((list) => {
      for (const { name, startTime, duration, processingEnd } of list.getEntries()) {
        if (name !== 'click' || startTime < timeStamp || changedMs === null || changedMs > processingEnd) continue;
        tell(startTime + duration - timeStamp);
      }
    });
    timing.observe({ type: 'event', durationThreshold: 16 });
    const changes = new MutationObserver(() => {
      changes.disconnect();
      changedMs = performance.now();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          const atLatestMs = performance.now() - timeStamp;
          setTimeout(() => tell(atLatestMs), 2000);
        };
        port2.postMessage(null);
      });
    });
    changes.observe(target.closest('.playground'), { subtree: true, childList: true, characterData: true, attributes: true });
  }, { capture: true, once: true });
})()`;

export async function benchPresses(browser: Browser, siteUrl: string): Promise<Presses> {
  const first: number[] = [];
  const warm: number[] = [];
  const inTheMiddle: { readonly ms: number; readonly where: string }[] = [];
  for (const lesson of LESSONS) {
    const firstHere: number[] = [];
    const warmHere: number[] = [];
    for (let time = 0; time < TIMES; time += 1) {
      const [firstMs, warmMs] = await pressTwice(browser, siteUrl + lesson);
      firstHere.push(firstMs);
      warmHere.push(warmMs);
    }
    first.push(...firstHere);
    warm.push(...warmHere);
    inTheMiddle.push({ ms: median(firstHere), where: `first of ${lesson}` });
    inTheMiddle.push({ ms: median(warmHere), where: `second of ${lesson}` });
  }
  const slowest = inTheMiddle.reduce((worst, one) => (one.ms > worst.ms ? one : worst));
  return {
    firstMedianMs: median(first),
    warmMedianMs: median(warm),
    slowestMs: slowest.ms,
    slowest: slowest.where,
    longestMs: Math.max(...first, ...warm),
  };
}

/** On a page of its own. @returns the first press and the second */
async function pressTwice(browser: Browser, address: string): Promise<readonly [number, number]> {
  const context = await browser.newContext({
    serviceWorkers: 'block',
    viewport: { width: 1280, height: 900 },
  });
  try {
    const page = await context.newPage();
    await page.goto(address, { waitUntil: 'networkidle' });
    await page.mouse.move(5, 5);
    const region = page.getByRole('region', { name: /^Speeltuin: / }).first();
    const button = region.locator('.run:enabled');
    await button.waitFor();
    // The one that stands beside the text is the one that was last gone to.
    await button.focus();
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWED });
    const firstMs = await press(page, button);
    await region.locator('.run[aria-busy="false"]:enabled').waitFor();
    return [firstMs, await press(page, button)];
  } finally {
    await context.close();
  }
}

async function press(page: Page, button: Locator): Promise<number> {
  await page.evaluate(listen);
  await button.click();
  const told = await page.waitForFunction<number>(() => Reflect.get(globalThis, 'pressedMs'));
  return told.jsonValue();
}
