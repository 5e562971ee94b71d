/** What a picture that differs is, and what is none: a real page, broken by hand, and drawn as another machine would. */
import type { Page } from 'playwright-core';
import { LESSON_1, looks, ONE_DAY, playground } from '../reader.ts';
import { expect, test } from '../site.ts';
import { cameraOf, untilAlive } from './camera.ts';
import { decode, differences, placesOf, type Raster, sideBySide } from './raster.ts';

const run = (page: Page) =>
  playground(page, 'Begroet een bezoeker').getByRole('button', { name: 'Voer uit' });
const hide = (element: Element) => element.setAttribute('style', 'visibility: hidden');

/** Another rule of style, until the next one. */
const styled = (css: string) => (page: Page) =>
  page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets.slice(0, 1), sheet];
  }, css);

const plain = styled('');

const BROKEN: readonly [what: string, width: 1280 | 390, spoil: (page: Page) => Promise<unknown>][] = [
  ['a colour of the scale is another', 1280, styled(':root { --brand: #1b4fa8 !important }')],
  ['grey text has little contrast', 1280, styled(':root { --ink-soft: #a9b3ae !important }')],
  ['cards have lost their edge', 1280, styled('* { border-color: transparent !important }')],
  ['a column stands twelve pixels further', 1280, styled('main { translate: 12px 0 }')],
  ['letters are of another family', 1280, styled(':root { --font-text: serif !important }')],
  ['a heading runs out of the window', 390, styled('h1 { white-space: nowrap }')],
  ['the bar at the bottom is gone', 390, styled('.till { display: none !important }')],
  [
    'a label of the menu is gone',
    1280,
    (page) => page.getByRole('link', { name: 'Tarieven' }).first().evaluate(hide),
  ],
  ['a button is gone', 1280, (page) => run(page).evaluate(hide)],
];

const FORGIVEN: readonly [what: string, spoil: (page: Page) => Promise<unknown>][] = [
  ['letters that stand half a pixel further', styled('main, header { translate: 0.5px 0.5px }')],
  ['letters of which each edge is softer', styled('body { text-rendering: geometricPrecision }')],
  [
    'a paragraph with other words',
    (page) =>
      page
        .locator('main p')
        .first()
        .evaluate((paragraph) => {
          const text = [...paragraph.childNodes].find((node) => (node.textContent ?? '').length > 20);
          if (text) text.textContent = (text.textContent ?? '').replace(/\b\w{4,6}\b/, 'anders');
        }),
  ],
];

test('what a reader sees otherwise is found, and what another machine draws otherwise is not', async ({
  openPage,
}) => {
  const page = await openPage(LESSON_1, { ...looks[0], reducedMotion: 'reduce', before: ONE_DAY });
  await untilAlive(page);
  const shoot = await cameraOf(page);
  const before = new Map<number, Raster>();
  for (const { viewport } of [looks[2], looks[0]]) {
    await page.setViewportSize(viewport);
    before.set(viewport.width, (await shoot()).raster);
  }
  /** Squares that differ from the page as it is. */
  const foundIn = async (width: number) => {
    const { raster, loose } = await shoot();
    return differences(before.get(width) ?? raster, raster, loose);
  };
  for (const [what, spoil] of FORGIVEN) {
    await spoil(page);
    expect.soft(await foundIn(1280), what).toEqual([]);
    await plain(page);
  }
  for (const [what, width, spoil] of BROKEN) {
    await page.setViewportSize(width === 390 ? looks[2].viewport : looks[0].viewport);
    await spoil(page);
    expect.soft((await foundIn(width)).length, what).toBeGreaterThan(0);
    await plain(page);
  }
});

test('a picture that was kept among others comes back as it was, but for what nobody sees', async () => {
  const grey = (width: number, height: number, shade: number): Raster => ({
    width,
    height,
    pixels: new Uint8Array(3 * width * height).fill(shade),
  });
  const all = [grey(64, 40, 20), grey(24, 48, 240)];
  const kept = await sideBySide(all);
  for (const [at, area] of placesOf(all).entries()) {
    const [was, is] = [all[at], await decode(kept, area)];
    expect(was && differences(was, is)).toEqual([]);
  }
  expect(differences(grey(64, 40, 20), grey(64, 40, 50))).not.toEqual([]);
  expect(() => differences(grey(64, 40, 20), grey(64, 48, 20))).toThrow(RangeError);
});
