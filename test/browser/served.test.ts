/** A page as it is served, before anybody touches it. */
import type { Page } from 'playwright-core';
import { LESSON_1, LESSON_2 } from './reader.ts';
import { expect, test } from './site.ts';

const pages = ['', LESSON_1, LESSON_2] as const;

test.for(pages)(
  'without JavaScript text and highlighted code are there, and nothing to press in vain: /%s',
  async (path, { openPage }) => {
    const page = await openPage(path, { javaScript: false });
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toMatch(/\S/);
    expect(await page.locator('.editor__highlight .line span').count()).toBeGreaterThan(10);
    // What opens a term in place needs no script.
    const pressable = page.getByRole('button', { disabled: false }).filter({ visible: true });
    expect(await pressable.and(page.locator(':not([popovertarget])')).count()).toBe(0);
    expect(await page.getByRole('group', { name: 'Kostenteller' }).isVisible()).toBe(false);
  },
);

/** What moved without a reader's doing, from before the first paint on. */
const noteShifts = `
  window.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.hadRecentInput) continue;
      window.shifts.push(...entry.sources.map(({ node, previousRect, currentRect }) =>
        [node?.parentElement?.outerHTML.slice(0, 120), previousRect.top + ' → ' + currentRect.top].join(' ')));
    }
  }).observe({ type: 'layout-shift', buffered: true });
`;

async function stillOnceAlive(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Voer uit', disabled: false }).first().waitFor();
  // The last that could move anything; it has been drawn when a frame has passed.
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  });
  expect(await page.evaluate('window.shifts')).toEqual([]);
}

for (const width of [1280, 390]) {
  test.for(pages)(`nothing moves while it loads (${width} px): /%s`, async (path, { openPage }) => {
    const page = await openPage(path, { viewport: { width, height: 844 }, before: noteShifts });
    await stillOnceAlive(page);
  });
}

test.for([1_280, 390])(
  'nothing moves while a page comes in bit by bit (%i px)',
  async (width, { openPage, siteUrl }) => {
    // With its styles there already a browser draws what it has of a page.
    const page = await openPage('', { viewport: { width, height: 844 }, before: noteShifts });
    const session = await page.context().newCDPSession(page);
    const limit = (downloadThroughput: number) =>
      session.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: 0,
        downloadThroughput,
        uploadThroughput: -1,
      });
    await limit(30_000);
    await page.goto(new URL(LESSON_1, siteUrl).href, { waitUntil: 'domcontentloaded' });
    await limit(-1);
    await stillOnceAlive(page);
  },
);

test.for([1_280, 390])(
  'code that is not drawn yet, since it is far from the screen, has the room that it takes (%i px)',
  async (width, { openPage }) => {
    const page = await openPage(LESSON_2, { viewport: { width, height: 844 } });
    const codes = page.locator('.editor__highlight pre');
    const heights = () => codes.evaluateAll((all) => all.map((code) => code.getBoundingClientRect().height));
    const drawn = () =>
      page
        .locator('.editor__highlight .line')
        .evaluateAll(
          (all) => all.filter((line) => line.checkVisibility({ contentVisibilityAuto: true })).length,
        );
    const [before, drawnBefore] = [await heights(), await drawn()];
    await page.addStyleTag({ content: '.editor__highlight pre { content-visibility: visible !important }' });
    expect(await drawn()).toBeGreaterThan(drawnBefore);
    expect(await heights()).toEqual(before);
  },
);

test('colours follow the system, and the reader’s choice is kept', async ({ openPage }) => {
  const page = await openPage('', { colorScheme: 'dark' });
  const theme = () => page.locator('html').getAttribute('data-theme');
  expect(await theme()).toBe('dark');
  await page.getByLabel('Kleuren van de site').selectOption('light');
  await page.reload();
  expect(await theme()).toBe('light');
  await page.getByLabel('Kleuren van de site').selectOption('auto');
  expect(await theme()).toBe('dark');
});

test('a kept choice of colours that is none is that of the system, and the field says so', async ({
  openPage,
}) => {
  const page = await openPage('', {
    colorScheme: 'dark',
    before: "if (self === top) localStorage.setItem('functielab:thema', 'paars');",
  });
  const theme = () => page.locator('html').getAttribute('data-theme');
  expect(await theme()).toBe('dark');
  // Another system is followed by the script of the field, which may come after the page.
  const follow = async () => {
    for (const colorScheme of ['dark', 'light'] as const) await page.emulateMedia({ colorScheme });
    return theme();
  };
  await expect.poll(follow).toBe('light');
  const field = page.getByLabel('Kleuren van de site');
  expect(await field.locator('option:checked').allInnerTexts()).toEqual(['Kleuren: systeem']);
});
