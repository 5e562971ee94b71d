/** The narrowest window that counts, 320 px: a small phone, or a window of 1280 px at 400 %. Nothing may scroll sideways in it. */
import { openChromiumIn } from '../../families/chromium.ts';
import type { OpenFamily } from '../../families/family.ts';

const SMALL = { width: 320, height: 640 };

/** An expression: by how many px the page is wider than its window; a width of half a pixel is rounded up. */
const OVERHANG = 'Math.max(0, document.documentElement.scrollWidth - innerWidth - 1)';

export const openNarrow: OpenFamily = (needs) =>
  openChromiumIn(
    {
      dressTab: async (page, onError) => {
        await page.setViewport(SMALL);
        return {
          clickAt: async (x, y) => {
            const overhang = await page.evaluate(OVERHANG);
            if (overhang !== 0) onError(`${page.url()} is ${overhang} px too wide`);
            await page.mouse.click(x, y);
          },
          // A path that makes its window small has a smaller one already.
          resize: async () => undefined,
        };
      },
    },
    needs,
  );
