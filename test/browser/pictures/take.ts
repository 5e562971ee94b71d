/**
 * Takes the pictures of a screen, and holds them beside the kept ones. A test that fails leaves what is seen now, and where it
 * differs, in `test-results/pictures/`; `npm test -- --pictures test/browser/pictures` keeps what is seen now instead.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { testSettings } from '../../../src/cli/test-settings.ts';
import { looks } from '../reader.ts';
import type { Screen } from './a-screen.ts';
import { cameraOf, type Picture, type Shoot, untilAlive } from './camera.ts';
import {
  type Difference,
  decode,
  differences,
  marked,
  placesOf,
  type Raster,
  REDUCED,
  sideBySide,
} from './raster.ts';

export const KEPT = 'test/browser/pictures/kept';
const SEEN = 'test-results/pictures';

/** What goes on moving after so many pictures does not stand still. */
const MOST_TAKES = 12;

type Look = (typeof looks)[number];
const PLACES = placesOf(
  looks.map(({ viewport }) => ({
    width: Math.floor(viewport.width / REDUCED),
    height: Math.floor(viewport.height / REDUCED),
  })),
);

/** @throws AssertionError that names what to look at */
export async function takePictures(page: Page, screen: Screen): Promise<void> {
  // The screen before ended on a phone, where a menu may hide what is pressed.
  await page.setViewportSize(looks[0].viewport);
  await screen.enter?.(page);
  const shoot = await cameraOf(page);
  const file = `${KEPT}/${screen.name}.webp`;
  const { keepsPictures } = testSettings();
  const kept = !keepsPictures && existsSync(file) ? readFileSync(file) : null;
  const rasters: Raster[] = [];
  const wrong: string[] = [];
  for (const [at, look] of looks.entries()) {
    const before = kept && (await decode(kept, PLACES[at]));
    await turn(page, screen, look);
    const name = `${screen.name}-${look.viewport.width}-${look.colorScheme}`;
    const { raster, png, loose } = await takeOne(page, screen, shoot, before, name);
    rasters.push(raster);
    const found = before === null ? [] : differences(before, raster, loose);
    if (found.length > 0) wrong.push(put(name, png, await marked(raster, found), found));
  }
  if (keepsPictures) {
    mkdirSync(KEPT, { recursive: true });
    writeFileSync(file, await sideBySide(rasters));
    return;
  }
  expect(kept, `${file} is not there: npm test -- --pictures test/browser/pictures makes it`).not.toBe(null);
  expect(wrong, `${screen.name} looks otherwise than in ${file}`).toEqual([]);
}

async function turn(page: Page, { each, isPrinted }: Screen, look: Look): Promise<void> {
  await page.setViewportSize(look.viewport);
  await page.emulateMedia({ colorScheme: look.colorScheme, media: isPrinted ? 'print' : 'screen' });
  // What a window of this width needs is looked for once.
  await expect.poll(() => page.evaluate(() => innerWidth)).toBe(look.viewport.width);
  await each?.(page, look.viewport.width);
}

/** Goes on until the page is as it was kept, or stands still: then two pictures in a row are alike. */
async function takeOne(
  page: Page,
  screen: Screen,
  shoot: Shoot,
  kept: Raster | null,
  name: string,
): Promise<Picture> {
  let [last, found]: [Picture | null, readonly Difference[]] = [null, []];
  for (let nth = 0; nth < MOST_TAKES; nth += 1) {
    await scroll(page, screen);
    await untilAlive(page);
    // What came may have moved it.
    await scroll(page, screen);
    const now: Picture = await shoot({
      varies: screen.varies?.(page) ?? [],
      loose: screen.loose?.(page) ?? [],
    });
    if (kept !== null && differences(kept, now.raster, now.loose).length === 0) return now;
    if (last !== null) {
      found = differences(last.raster, now.raster, now.loose);
      if (found.length === 0) return now;
    }
    last = now;
  }
  const where = last && put(name, last.png, await marked(last.raster, found), found);
  throw new Error(`${screen.name} does not stand still: ${where}`);
}

async function scroll(page: Page, { at }: Screen): Promise<void> {
  if (at === undefined) return page.evaluate('scrollTo({ top: 0, behavior: "instant" })');
  await at(page).first().evaluate(bringToTop);
}

/** What stands beside the text stays there: of that, only its own column is scrolled, and the text is at its top. */
function bringToTop(element: Element): void {
  element.scrollIntoView({ block: 'start', behavior: 'instant' });
  for (let one: Element | null = element; one !== null; one = one.parentElement) {
    if (/sticky|fixed/.test(getComputedStyle(one).position)) scrollTo({ top: 0, behavior: 'instant' });
  }
}

/** @returns where to look, from the folder of the project */
function put(name: string, seen: Buffer, diff: Buffer, found: readonly Difference[]): string {
  mkdirSync(SEEN, { recursive: true });
  const [file, diffFile] = [`${SEEN}/${name}.png`, `${SEEN}/${name}-diff.png`];
  writeFileSync(file, seen);
  writeFileSync(diffFile, diff);
  const most = Math.round(Math.max(...found.map(({ by }) => by)));
  return `${file} differs in ${found.length} squares, by ${most} of 255 at most, which are red in ${diffFile}`;
}
