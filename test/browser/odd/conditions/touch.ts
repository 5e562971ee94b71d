/** A tablet as schools have them: a finger, no mouse, nothing to hover with, and a keyboard on the screen without Ctrl. */
import type { Page } from 'puppeteer-core';
import { openChromiumIn } from '../../families/chromium.ts';
import type { OpenFamily } from '../../families/family.ts';
import { frameIn } from '../../families/puppeteer-tab.ts';

const TABLET = { width: 810, height: 1080, hasTouch: true, isMobile: true };

export const openTouched: OpenFamily = (needs) =>
  openChromiumIn(
    {
      dressTab: async (page) => {
        await page.setViewport(TABLET);
        return {
          clickAt: (x, y) => page.touchscreen.tap(x, y),
          drag: (x, y, rightPx, downPx) => draw(page, { x, y }, { x: x + rightPx, y: y + downPx }),
          resize: (size) => page.setViewport({ ...TABLET, ...size }),
          // What holding a finger on the text offers.
          selectAll: async (frames = []) =>
            void (await (await frameIn(page, frames)).evaluate("document.execCommand('selectAll')")),
        };
      },
    },
    needs,
  );

interface Point {
  readonly x: number;
  readonly y: number;
}

/** A finger that rests where it came: one that lets go while it moves flings, and the next tap only ends that. */
async function draw(page: Page, from: Point, to: Point): Promise<void> {
  const session = await page.createCDPSession();
  const endS = Date.now() / 1_000;
  for (const [type, touchPoints, agoS] of [
    ['touchStart', [from], 1],
    ['touchMove', [to], 0.5],
    ['touchEnd', [], 0],
  ] as const)
    await session.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: [...touchPoints],
      timestamp: endS - agoS,
    });
  await session.detach();
}
