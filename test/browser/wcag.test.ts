/**
 * What a browser shows of WCAG 2.2, over pages of each kind. axe looks at these in `crawl/crawl.test.ts`; the built pages themselves are
 * looked at in test/built-site/wcag.test.ts.
 */
import type { Page } from 'playwright-core';
import { KINDS } from './crawl/kinds.ts';
import { answerOf, LESSON_1, playground, run, write } from './reader.ts';
import { expect, test } from './site.ts';

const TITLE = 'Begroet een bezoeker';
test.for(KINDS)('nothing scrolls sideways in a window of 320 px: /%s', async (path, { openPage }) => {
  const page = await openPage(path, { viewport: { width: 320, height: 640 } });
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  // A width of half a pixel is rounded up.
  await expect.poll(over).toBeLessThanOrEqual(1);
});

/** WCAG 1.4.12, as its own words have it. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

test.for(KINDS)(
  'with more room between letters, words and lines nothing is cut off: /%s',
  async (path, { openPage }) => {
    const page = await openPage(path, { viewport: { width: 390, height: 844 } });
    await page.locator('h1').first().waitFor();
    const before = new Set(await cutOff(page));
    await page.addStyleTag({ content: SPACED });
    const after = await cutOff(page);
    expect(after.filter((text) => !before.has(text))).toEqual([]);
    for (const width of [390, 1_040, 1_280]) {
      await page.setViewportSize({ width, height: 844 });
      const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      // A picture follows its width a frame later.
      await expect.poll(over, { message: `${width} px` }).toBeLessThanOrEqual(1);
    }
  },
);

/** Text in an element that hides what does not fit, and in which it does not. What is there for a screen reader alone is one pixel. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((element) => {
        const style = getComputedStyle(element);
        const isHidden = [style.overflowX, style.overflowY].some(
          (over) => over === 'hidden' || over === 'clip',
        );
        if (!isHidden || element.clientWidth <= 1 || element.clientHeight <= 1) return false;
        if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
        if (element.closest('pre, code, svg, .cm-editor, [aria-hidden="true"]')) return false;
        const isOver =
          element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1;
        return isOver && (element.textContent ?? '').trim() !== '';
      })
      .map(
        (element) =>
          `${element.tagName} ${element.className} ${(element.textContent ?? '').trim().slice(0, 40)}`,
      ),
  );
}

test('with forced colours every control keeps an edge or a line, and what has focus a ring', async ({
  openPage,
}) => {
  for (const path of ['', 'verkeer/', 'docent/']) {
    const page = await openPage(path);
    await page.emulateMedia({ forcedColors: 'active' });
    const bare = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, input, select, textarea')]
        .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
        .filter((element) => element.getBoundingClientRect().width > 1)
        .filter((element) => {
          const { borderStyle, borderWidth, outlineStyle, textDecorationLine, appearance } =
            getComputedStyle(element);
          const hasEdge = borderStyle !== 'none' && Number.parseFloat(borderWidth) > 0;
          return (
            !hasEdge && outlineStyle === 'none' && textDecorationLine === 'none' && appearance === 'none'
          );
        })
        .map((element) => (element.getAttribute('aria-label') ?? element.textContent ?? '').trim()),
    );
    expect([path, bare]).toEqual([path, []]);
    await page.keyboard.press('Tab');
    for (let presses = 0; presses < 20; presses += 1) {
      await page.keyboard.press('Tab');
      const ring = await page.evaluate(() => {
        const focused = document.activeElement as HTMLElement;
        const around = [focused, focused.parentElement, focused.closest('label')].filter(
          (one) => one !== null,
        );
        return {
          what: focused.outerHTML.slice(0, 90),
          isSeen: [
            ...around.map((element) => getComputedStyle(element)),
            // That of code lies over it; `:focus-visible` is on the field that is there until the editor has come.
            ...[focused.closest('.editor')].flatMap((editor) =>
              editor ? [getComputedStyle(editor, '::after')] : [],
            ),
          ].some(
            ({ outlineStyle, outlineWidth }) =>
              outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 1,
          ),
        };
      });
      expect([path, ring.what, ring.isSeen]).toEqual([path, ring.what, true]);
    }
  }
});

test('with less motion nothing moves by itself, before a run or after it', async ({ openPage }) => {
  const page = await openPage(LESSON_1, { reducedMotion: 'reduce' });
  const region = playground(page, TITLE);
  const moving = () =>
    page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length);
  await expect.poll(moving).toBe(0);
  await run(region);
  await answerOf(region).getByText(/200/).first().waitFor();
  await expect.poll(moving).toBe(0);
});

test.for([
  { width: 390, height: 844 },
  { width: 844, height: 390 },
])('upright or on its side, a phone shows a lesson and runs its function', async (viewport, { openPage }) => {
  const page = await openPage(LESSON_1, { viewport, isTouched: true });
  const region = playground(page, TITLE);
  await run(region);
  await answerOf(region).getByText(/200/).first().waitFor();
});

test('a press that slides off a button does nothing', async ({ openPage }) => {
  const page = await openPage(LESSON_1);
  const region = playground(page, TITLE);
  const button = region.getByRole('button', { name: 'Voer uit', exact: true });
  await button.scrollIntoViewIfNeeded();
  const place = await button.boundingBox();
  if (place === null) throw new Error('no button');
  await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2);
  await page.mouse.down();
  await page.mouse.move(5, 5);
  await page.mouse.up();
  // Had it run, this would be the second time.
  await run(region);
  await answerOf(region).getByText(/200/).first().waitFor();
  const log = region.getByRole('log', { name: 'Logboek' });
  await expect.poll(() => log.innerText()).toContain('bezoeker 1: ');
  expect(await log.innerText()).not.toContain('bezoeker 2: ');
});

test('without colours what went well and what went wrong are told apart by a word', async ({ openPage }) => {
  const page = await openPage(LESSON_1);
  const region = playground(page, TITLE);
  await run(region);
  const answer = answerOf(region);
  await answer.getByText('200 OK').first().waitFor();
  await write(page, region, 'begroet.js', "export default () => { throw new Error('nee'); };");
  await run(region);
  await answer.getByRole('alert').first().waitFor();
  expect(await answer.getByRole('alert').first().innerText()).toMatch(/fout|mislukt|nee/i);
});

test('what comes of a run is told once, without focus going there', async ({ openPage }) => {
  const page = await openPage(LESSON_1);
  const region = playground(page, TITLE);
  const told = await region.evaluateHandle((element) => {
    const heard: string[] = [];
    new MutationObserver(() => {
      for (const status of element.querySelectorAll('[role="status"]')) {
        const text = (status.textContent ?? '').trim();
        if (text !== '' && heard.at(-1) !== text) heard.push(text);
      }
    }).observe(element, { subtree: true, childList: true, characterData: true });
    return heard;
  });
  // What does not live yet takes no focus.
  const button = region.getByRole('button', { name: 'Voer uit', exact: true, disabled: false });
  await button.focus();
  await page.keyboard.press('Enter');
  await answerOf(region).getByText('200 OK').first().waitFor();
  await expect.poll(async () => (await told.jsonValue()).filter((text) => /200/.test(text)).length).toBe(1);
  expect(await button.evaluate((element) => element === document.activeElement)).toBe(true);
});
