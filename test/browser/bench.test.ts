/** Text and playground are seen together: no way from what is to be tried to its button, and none back. */
import type { Locator, Page } from 'playwright-core';
import { answerOf, LESSON_1, playground, run } from './reader.ts';
import { expect, test } from './site.ts';

const WIDE = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };

const CARDS = 'Verkoop een kaartje';
const CALLERS = 'Vijftig aanroepers proberen het opnieuw';
const LESSON_7 = 'lessen/schalen-ook-naar-nul/';

/** For each thing to try, in the order of the lesson: where it is tried. */
const LESSONS = [
  [
    LESSON_1,
    [
      'Begroet een bezoeker',
      'Begroet een bezoeker',
      'Begroet een bezoeker',
      'Begroet een bezoeker',
      'Maak groepjes',
    ],
  ],
  [LESSON_7, [CARDS, CARDS, CARDS, CALLERS, CARDS]],
  ['lessen/wanneer-altijd-aan-goedkoper-is/', [CARDS, 'Rekenblad', 'Rekenblad']],
] as const;

/** Adds up what moved although nobody touched anything, as a browser reports it to a site's owner. */
const WATCH_SHIFTS = `self.shifts = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) self.shifts += entry.value;
}).observe({ type: 'layout-shift', buffered: true });`;

/** What is pressed first in a playground, or moved in a calculator. */
function controlOf(page: Page, title: string): Locator {
  if (title === 'Rekenblad') return page.locator('.month').getByRole('slider').first();
  return playground(page, title).getByRole('button', { name: 'Voer uit' });
}

/** Whether a reader can press it where it is: on the screen, and under nothing. */
function isAtHand(control: Locator): Promise<boolean> {
  return control.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const on = document.elementFromPoint(left + width / 2, top + height / 2);
    return on !== null && element.contains(on);
  });
}

const toMiddle = (attempt: Locator) =>
  attempt.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
const shownIn = (page: Page) => page.locator('.bench__lab[data-shown]');

for (const [path, titles] of LESSONS) {
  test(`from each thing to try its button is at hand: ${path}`, async ({ openPage }) => {
    const page = await openPage(path, { viewport: WIDE, before: WATCH_SHIFTS });
    const attempts = page.locator('.try');
    expect(await attempts.count()).toBe(titles.length);
    for (const [at, title] of titles.entries()) {
      await toMiddle(attempts.nth(at));
      await expect.poll(() => shownIn(page).getAttribute('data-title')).toBe(title);
      await expect.poll(() => isAtHand(controlOf(page, title))).toBe(true);
      expect(
        await attempts.nth(at).evaluate((element) => element.getBoundingClientRect().top),
      ).toBeGreaterThan(56);
    }
    expect(await page.evaluate('self.shifts')).toBeLessThanOrEqual(0.01);

    await page.setViewportSize(PHONE);
    for (const [at, title] of titles.entries()) {
      await toMiddle(attempts.nth(at));
      await expect.poll(() => shownIn(page).getAttribute('data-title')).toBe(title);
      if (await isAtHand(controlOf(page, title))) continue;
      const top = () => attempts.nth(at).evaluate((element) => element.getBoundingClientRect().top);
      const topBefore = await top();
      await page.getByRole('button', { name: 'Speeltuin', exact: true }).click();
      await expect.poll(() => isAtHand(controlOf(page, title))).toBe(true);
      // What is read stays where it is, and of the playground's place in the text a line is left.
      expect(Math.abs((await top()) - topBefore)).toBeLessThan(2);
      expect(await shownIn(page).evaluate((lab) => lab.clientHeight)).toBeLessThan(60);
      await page.getByRole('button', { name: 'Sluit', exact: true }).click();
      expect(Math.abs((await top()) - topBefore)).toBeLessThan(2);
    }
  });
}

test('who begins with a jump to the end stays there', async ({ openPage }) => {
  const page = await openPage(LESSON_1, { viewport: WIDE });
  const end = page.locator('.lesson-footer');
  await end.evaluate((footer) => footer.scrollIntoView());
  // The first scroll fetches what moves the playgrounds to their sections.
  await page.locator('.bench[data-live]').waitFor();
  await page.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  expect(await end.evaluate((footer) => footer.getBoundingClientRect().top)).toBeLessThan(WIDE.height);
});

test('a reader keeps, widens or folds the bench, and it stays so in this tab', async ({ openPage }) => {
  const page = await openPage(LESSON_7, { viewport: WIDE });
  const attempts = page.locator('.try');
  const bar = page.getByRole('group', { name: 'Speeltuin bij de tekst' });
  const button = (name: string) => bar.getByRole('button', { name });
  await toMiddle(attempts.first());
  await button('Zet vast').click();
  // The first press fetches what hears it: it pins what is shown then.
  await expect.poll(() => button('Zet vast').getAttribute('aria-pressed')).toBe('true');
  await toMiddle(attempts.nth(3));
  // Nothing tells when text has been read, so it is let go until the other one is there.
  await expect
    .poll(async () => {
      expect(await shownIn(page).getAttribute('data-title')).toBe(CARDS);
      await button('Zet vast').click();
      const title = await shownIn(page).getAttribute('data-title');
      if (title === CARDS) await button('Zet vast').click();
      return title;
    })
    .toBe(CALLERS);

  await button('Vorige speeltuin').click();
  await expect.poll(() => isAtHand(controlOf(page, CARDS))).toBe(true);
  const width = () => shownIn(page).evaluate((element) => element.clientWidth);
  const before = await width();
  await button('Breder').click();
  await expect.poll(width).toBeGreaterThan(before);
  // The button answers before the page is laid out anew: of five presses in a moment the last one holds.
  await button('Breder').evaluate((element: HTMLElement) => {
    for (let nth = 1; nth <= 5; nth += 1) element.click();
  });
  await expect.poll(() => button('Breder').getAttribute('aria-pressed')).toBe('false');
  await expect.poll(width).toBe(before);

  await button('Zonder tekst').click();
  await expect.poll(() => attempts.nth(3).isVisible()).toBe(false);
  expect(await playground(page, CALLERS).isVisible()).toBe(true);
  await page.reload();
  expect(await attempts.nth(3).isVisible()).toBe(false);
  await expect.poll(() => button('Zonder tekst').getAttribute('aria-pressed')).toBe('true');
  await button('Zonder tekst').click();
  await expect.poll(() => attempts.nth(3).isVisible()).toBe(true);

  // Where focus goes, there is its playground; also when reading has just gone elsewhere.
  await toMiddle(attempts.first());
  const control = controlOf(page, CALLERS);
  await expect
    .poll(async () => {
      await control.evaluate((element: HTMLElement) => {
        element.blur();
        element.focus({ preventScroll: true });
      });
      return isAtHand(control);
    })
    .toBe(true);
});

test('the first line of an answer stands at its button, however far down one looks', async ({ openPage }) => {
  const page = await openPage(LESSON_7, { viewport: WIDE });
  const region = playground(page, CARDS);
  await run(region);
  // The same words as in the answer itself: the first is its status, whichever that is on a slow machine.
  const line = region.locator('.at-hand > *').first();
  expect(await line.innerText()).toBe(await answerOf(region).locator('.status > *').first().innerText());
  const fromButton = () =>
    line.evaluate((element) => {
      const button = document.querySelector('.bench__lab .run')?.getBoundingClientRect();
      return Math.round(element.getBoundingClientRect().top - (button?.bottom ?? 0));
    });
  const before = await fromButton();
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(WIDE.height / 5);
  const log = region.getByRole('log');
  await log.evaluate((element) => element.scrollIntoView({ block: 'end', behavior: 'instant' }));
  expect(await line.evaluate((element) => element.getBoundingClientRect().top)).toBeGreaterThan(56);
  expect(await fromButton()).toBe(before);
  await region.getByRole('button', { name: 'Stuur 50 tegelijk' }).click();
  await region.locator('.at-hand').getByText(/ × /).first().waitFor();
  // Also with the settings unfolded, on the line that unfolds them.
  const settings = region.getByText('Headers, body en instellingen');
  await settings.click();
  expect(
    await line.evaluate(
      (element, name) => {
        const summary = [...document.querySelectorAll('.bench__lab summary')].find((one) =>
          one.textContent.includes(name),
        );
        const [one, other] = [element.getBoundingClientRect(), summary?.getBoundingClientRect()];
        return other !== undefined && one.height > 0 && one.top < other.bottom && one.bottom > other.top;
      },
      await settings.innerText(),
    ),
  ).toBe(true);
  await settings.click();

  // On a wider screen what lies beside the settings goes along with them, and never over the button.
  await page.setViewportSize({ width: 1920, height: 900 });
  const sheet = page.locator('.bench__lab[data-shown] .bench__sheet');
  for (let top = 0; top <= 200; top += 50) {
    await sheet.evaluate((element, to) => element.scrollTo({ top: to, behavior: 'instant' }), top);
    expect(await isAtHand(controlOf(page, CARDS))).toBe(true);
  }
  // Where there are more columns the answer is beside the code, and in a phone's single one under the button.
  await page.setViewportSize(PHONE);
  expect(await region.locator('.at-hand').isVisible()).toBe(false);
});

test.for([WIDE, PHONE])(
  'an answer of many lines has each on one line, and one part of the page scrolls it ($width px)',
  async (viewport, { openPage }) => {
    const page = await openPage(LESSON_7, { viewport });
    const region = playground(page, CALLERS);
    await run(region);
    const body = answerOf(region).locator('.answer__body');
    await body.getByText(/3400 ms \+/).waitFor();
    const { lines, shown, isCut } = await body.evaluate((element) => ({
      lines: element.textContent.split('\n').length,
      shown: Math.round(element.scrollHeight / Number.parseFloat(getComputedStyle(element).lineHeight)),
      isCut: element.scrollHeight > element.clientHeight,
    }));
    expect({ shown, isCut }).toEqual({ shown: lines, isCut: false });
  },
);

test('with the Machinekamer open, the code of an exercise has nine lines in sight', async ({ openPage }) => {
  const page = await openPage('oefeningen/dubbele-factuur/', { viewport: WIDE });
  const [code, line] = await page.evaluate(() => {
    const heightOf = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().height;
    return [heightOf('.files__panels'), heightOf('.editor__highlight .line')];
  });
  expect(code).toBeGreaterThan(9 * (line ?? 100));
});
