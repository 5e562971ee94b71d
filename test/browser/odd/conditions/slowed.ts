/** A laptop of ten years ago: the processor of the page is six times as slow as this one. */
import { openChromiumIn } from '../../families/chromium.ts';
import type { OpenFamily } from '../../families/family.ts';

const TIMES = 6;

export const openSlowed: OpenFamily = (needs) =>
  openChromiumIn(
    {
      dressTab: async (page) => {
        await page.emulateCPUThrottling(TIMES);
        return {};
      },
    },
    needs,
  );
