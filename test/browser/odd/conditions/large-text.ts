/**
 * Letters of twice their size, as a reader sets them in the browser: `Tekengrootte` in the settings of Chrome and Firefox. Of what
 * such a reader can do this is the hardest on a page. Zooming makes all of it larger, and is to a page what a smaller window
 * is, of which `narrow.ts` has the smallest; here the window stays, and only what is sized in `rem` and `em` grows.
 */
import { openChromiumIn } from '../../families/chromium.ts';
import type { OpenFamily } from '../../families/family.ts';

export const openLargeText: OpenFamily = (needs) =>
  openChromiumIn({ args: ['--blink-settings=defaultFontSize=32'] }, needs);
