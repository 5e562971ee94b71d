/** A tablet as schools have them: a finger, no mouse, nothing to hover with, and a keyboard on the screen without Ctrl. */
import { openChromiumIn } from '../../families/chromium.ts';
import type { OpenFamily } from '../../families/family.ts';

const TABLET = { width: 810, height: 1080, hasTouch: true, isMobile: true };

export const openTouched: OpenFamily = (needs) =>
  openChromiumIn(
    {
      dressTab: async (page) => {
        await page.setViewport(TABLET);
        return {
          clickAt: (x, y) => page.touchscreen.tap(x, y),
          resize: (size) => page.setViewport({ ...TABLET, ...size }),
          // What holding a finger on the text offers.
          selectAll: async () => void (await page.evaluate("document.execCommand('selectAll')")),
        };
      },
    },
    needs,
  );
