/**
 * One scale of type, colour and space, counted as a browser draws it: what a page shows before anything
 * ran and after, in both looks, and what moves meanwhile. Code, the terminal, charts and the pictures of instances have a scale of their own and do not count.
 */
import type { Page } from 'playwright-core';
import { answerOf, LESSON_1, LESSON_2, looks, playground, run } from './reader.ts';
import { expect, type OpenPage, test } from './site.ts';

/** In CSS px. */
interface Scale {
  readonly sizes: readonly string[];
  readonly colours: readonly string[];
  /** Left edges of what holds text or is drawn as a box, and is wide enough to be a column or a panel. */
  readonly edges: readonly string[];
}

const MOST_SIZES = 7;
const MOST_COLOURS = 12;
const MOST_EDGES = 8;

/** Runs in the page, so it brings all that it needs. */
function scaleOf(): Scale {
  const NOT_COUNTED =
    'code, pre, kbd, .editor, .shell, canvas, svg, .chart, .lane__track, .legend i, .timeline i, .timeline b, .visually-hidden';
  const COLUMN_PX = 192;
  const INLINE = /^(inline|contents)/;
  const CONTROLS = 'button, select, input, textarea, a, summary, label, td, th';
  const sizes = new Map<string, string>();
  const colours = new Map<string, string>();
  const edges = new Map<string, string>();
  const isClear = (colour: string) => /^rgba\(.*, 0\)$/.test(colour) || colour === 'transparent';
  for (const element of document.querySelectorAll<HTMLElement>('body, body *')) {
    const box = element.getBoundingClientRect();
    const isSeen = element.checkVisibility({ visibilityProperty: true }) && box.width > 1 && box.height > 1;
    if (!isSeen || element.closest(NOT_COUNTED) !== null) continue;
    const style = getComputedStyle(element);
    const name = `${element.tagName.toLowerCase()}.${element.className}`;
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim() !== '',
    );
    if (hasText) {
      sizes.set(style.fontSize, name);
      colours.set(style.color, name);
    }
    if (!isClear(style.backgroundColor)) colours.set(style.backgroundColor, name);
    for (const side of ['Top', 'Right', 'Bottom', 'Left'] as const) {
      const isDrawn = style[`border${side}Style`] !== 'none' && style[`border${side}Width`] !== '0px';
      const colour = style[`border${side}Color`];
      if (isDrawn && !isClear(colour)) colours.set(colour, name);
    }
    // Words beside a button are part of its row, which begins where the button does.
    const row = element.parentElement && getComputedStyle(element.parentElement);
    if (row?.display === 'flex' && row.flexDirection === 'row' && element.previousElementSibling) continue;
    if (box.width < COLUMN_PX || INLINE.test(style.display) || element.closest(CONTROLS) !== null) continue;
    const isBox = style.borderLeftStyle !== 'none' && style.borderLeftWidth !== '0px';
    if (isBox) edges.set(String(Math.round(box.left)), name);
    // What hangs on a marker or a number begins where its list does, and is no column of its own.
    if (hasText && element.closest('li') === null) {
      const indent = Number.parseFloat(style.borderLeftWidth) + Number.parseFloat(style.paddingLeft);
      edges.set(String(Math.round(box.left + indent)), name);
    }
  }
  const told = (all: ReadonlyMap<string, string>) => [...all].map(([value, name]) => `${value} (${name})`);
  return { sizes: told(sizes), colours: told(colours), edges: told(edges) };
}

/** Adds up what moves without a reader's hand, from the first frame on. */
const addShifts = `
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) window.shifted += value;
  }).observe({ type: 'layout-shift', buffered: true });
`;
const MOST_SHIFT = 0.01;

/** Two runs that take two seconds each, so that what moves with their answers is no longer the reader's own doing. */
async function visit(openPage: OpenPage, look: (typeof looks)[number]): Promise<Page> {
  const page = await openPage(LESSON_2, { ...look, before: addShifts });
  const region = playground(page, 'Tel bestellingen per stad (langzaam)');
  await run(region);
  await answerOf(region).getByText('koude start').waitFor();
  await run(region);
  await answerOf(region).getByText('warm', { exact: true }).waitFor();
  expect(await page.evaluate('window.shifted')).toBeLessThanOrEqual(MOST_SHIFT);
  return page;
}

async function expectOneScale(page: Page): Promise<void> {
  for (const look of ['light', 'dark']) {
    await page.evaluate((theme) => document.documentElement.setAttribute('data-theme', theme), look);
    const { sizes, colours, edges } = await page.evaluate(scaleOf);
    expect.soft(sizes.length, sizes.join('\n')).toBeLessThanOrEqual(MOST_SIZES);
    expect.soft(colours.length, colours.join('\n')).toBeLessThanOrEqual(MOST_COLOURS);
    expect.soft(edges.length, edges.join('\n')).toBeLessThanOrEqual(MOST_EDGES);
  }
}

test('lesson 2 keeps to one scale, and nothing moves when it is run, however long an answer takes', async ({
  openPage,
}) => {
  await expectOneScale(await visit(openPage, looks[0]));
});

test.for(['', LESSON_1, 'lessen/gebeurtenisgedreven-applicaties/', 'oefeningen/groet-iedereen/'])(
  '/%s keeps to one scale of type, colour and space, in both looks',
  async (path, { openPage }) => expectOneScale(await openPage(path, looks[0])),
);

test('on a phone nothing moves when it is run, and what is fixed takes little of it, or nothing of a low window', async ({
  openPage,
}) => {
  const page = await visit(openPage, looks[2]);
  const fixedPx = () =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('body *')]
        .filter((element) => {
          const { position, insetBlockStart } = getComputedStyle(element);
          const isHeader = position === 'sticky' && insetBlockStart === '0px' && element.matches('header');
          return (
            (position === 'fixed' || isHeader) && element.checkVisibility() && !element.closest('dialog')
          );
        })
        .map((element) => element.getBoundingClientRect())
        // A bar goes from side to side; a button that floats does not.
        .filter(({ bottom, top, width }) => bottom > 0 && top < innerHeight && width > innerWidth / 2)
        .reduce((sum, { height }) => sum + height, 0),
    );
  const phone = await fixedPx();
  expect(phone).toBeGreaterThan(0);
  expect(phone).toBeLessThanOrEqual(0.12 * looks[2].viewport.height);
  // A window of 1280 × 900 at 200 %.
  await page.setViewportSize({ width: 640, height: 450 });
  await expect.poll(fixedPx).toBe(0);
});
