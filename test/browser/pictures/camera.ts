/** A camera before a page: it holds still what moves, and knows where words may be others and what is painted over. */
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Area, type Raster, REDUCED, reduce } from './raster.ts';

export interface Picture {
  readonly png: Buffer;
  readonly raster: Raster;
  /** Where running text stands. */
  readonly loose: readonly Area[];
}

/** Its words are others after an edit of a lesson, which is nobody's mistake. */
const RUNNING_TEXT = 'main :is(p, li, dd, td, blockquote, h2, h3):not([role] *, .exercise-cards *)';

/** What moves stands still, and amounts and durations, which are others at each run, keep their room. */
const STILL = `
  *, ::before, ::after { animation: none !important; transition: none !important; caret-color: transparent !important; }
  main :is(data, time, .status__time), .till data { color: transparent !important; }
  .status__time { display: inline-block; inline-size: 6em; overflow: hidden; }
`;

export interface Aim {
  /** What is painted over. */
  readonly varies?: readonly Locator[];
  /** What has running text besides paragraphs. */
  readonly loose?: readonly Locator[];
}

export type Shoot = (aim?: Aim) => Promise<Picture>;

export async function cameraOf(page: Page): Promise<Shoot> {
  await page.evaluate(standStill, STILL);
  const session = await page.context().newCDPSession(page);
  return async ({ varies = [], loose = [] } = {}) => {
    const size = page.viewportSize();
    if (size === null) throw new Error('A picture has the size of its window, and this page has none');
    await page.evaluate('document.fonts.ready.then(() => undefined)');
    // Playwright's own takes five times as long, which is most of what a picture costs.
    const { data } = await session.send('Page.captureScreenshot', { format: 'png', optimizeForSpeed: true });
    const png = Buffer.from(data, 'base64');
    const over = await areasOf(varies);
    const words = await areasOf([page.locator(RUNNING_TEXT), ...loose]);
    return { png, raster: await reduce(png, size, over), loose: words };
  };
}

/** Waits until all lives that is in the window, and has fetched what it shows: a moment later it would be another picture. */
export async function untilAlive(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(toCome)).toBe(0);
}

/** Stands alone. */
function toCome(): number {
  // A hand that moves before the page hears it wakes nothing.
  dispatchEvent(new PointerEvent('pointermove'));
  const isInSight = (part: Element) => {
    const { top, bottom } = part.getBoundingClientRect();
    return part.checkVisibility() && bottom > 0 && top < innerHeight;
  };
  const asleep = [...document.querySelectorAll('astro-island[ssr]')].filter(
    (island) =>
      island.getAttribute('client') !== 'visible' || [...island.querySelectorAll('*')].some(isInSight),
  );
  return asleep.length + [...document.querySelectorAll('.when-seen')].filter(isInSight).length;
}

function standStill(style: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}

/** Where they stand in the window, in pixels of a raster. */
async function areasOf(locators: readonly Locator[]): Promise<Area[]> {
  const areas = await Promise.all(
    locators.map((locator) =>
      locator.evaluateAll(
        (all, reduced) =>
          all
            .map((element) => element.getBoundingClientRect())
            .filter(({ width, bottom, top }) => width > 0 && bottom > 0 && top < innerHeight)
            .map(({ x, y, width, height }) => ({
              x: x / reduced,
              y: y / reduced,
              width: width / reduced,
              height: height / reduced,
            })),
        REDUCED,
      ),
    ),
  );
  return areas.flat();
}
