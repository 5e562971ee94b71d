/** A month of traffic in a lesson: run where it stands, one set of settings or two, and read by whoever can't see its picture. */
import type { Locator, Page } from 'playwright-core';
import { violations } from './axe.ts';
import { expect, test } from './site.ts';

const LESSON = 'lessen/een-maand-in-een-seconde/';
const PHONE = { viewport: { width: 390, height: 844 }, colorScheme: 'dark' } as const;

/** The months alone: the lesson around them is read by `accessibility.test.ts`. */
const MONTH = '.traffic';

/** Scrolls to the next one, which is fetched when it is seen. */
async function monthOf(page: Page, nth: number): Promise<Locator> {
  await page.getByText('De maand wordt opgehaald …').first().scrollIntoViewIfNeeded();
  const month = page.getByRole('group', { name: 'Een maand verkeer' }).nth(nth);
  await month.waitFor();
  return month;
}

async function runIt(month: Locator): Promise<Locator> {
  const press = month.getByRole('button', { name: /^Draai / });
  await press.scrollIntoViewIfNeeded();
  await press.click();
  await expect.poll(() => press.getAttribute('aria-busy')).toBe('false');
  const outcome = month.getByRole('group', { name: 'Uitkomst' });
  await outcome.waitFor();
  return outcome;
}

async function numberOf(outcome: Locator, row: string | RegExp, column = 0): Promise<number> {
  const cell = outcome.getByRole('row', { name: row }).locator('data').nth(column);
  return Number(await cell.getAttribute('value'));
}

test('what answers a prediction is folded in until something was said', async ({ openPage }) => {
  const page = await openPage(LESSON);
  const card = page.getByRole('group', { name: /^Voorspel: Er komt een maand lang/ });
  const answer = page.locator('details', { hasText: 'In een maand kwamen er' });
  await card.scrollIntoViewIfNeeded();
  expect(await answer.getAttribute('open')).toBeNull();
  await card.getByRole('textbox').fill('5');
  await card.getByRole('button', { name: 'Leg vast' }).click();
  await answer.getByText('In een maand kwamen er').waitFor();
});

test('in its lesson the month runs, its limit can be changed, and A stands beside B', async ({
  openPage,
}) => {
  const page = await openPage(LESSON, PHONE);
  const first = await monthOf(page, 0);
  const even = await runIt(first);
  const calls = await numberOf(even, 'Aanroepen');
  // Two a second, on average.
  expect(Math.abs(calls / (7 * 86_400) - 2)).toBeLessThan(0.05);
  expect(await numberOf(even, 'Geweigerd (429)')).toBe(0);
  expect(await violations(page, MONTH)).toEqual([]);
  await first.getByLabel('Maximaal tegelijk', { exact: true }).fill('1');
  await first.getByText(/^Dit hoort bij de vorige instellingen/).waitFor();
  expect(await numberOf(await runIt(first), 'Geweigerd (429)')).toBeGreaterThan(calls / 4);
  const address = new URL(
    (await first.getByRole('link', { name: /op de grote pagina/ }).getAttribute('href')) ?? '',
    page.url(),
  );
  expect(address.hash).toMatch(/dagen=7.*grens=1$/);

  const kept = await runIt(await monthOf(page, 1));
  await kept.getByRole('columnheader', { name: 'B', exact: true }).waitFor();
  const [cold, coldWhenKept] = [await numberOf(kept, /Koude start/), await numberOf(kept, /Koude start/, 1)];
  expect(coldWhenKept).toBeLessThan(cold / 10);
  expect(await violations(page, MONTH)).toEqual([]);

  const { scrolls, window } = await page.evaluate(() => ({
    scrolls: document.documentElement.scrollWidth,
    window: document.documentElement.clientWidth,
  }));
  expect(scrolls).toBeLessThanOrEqual(window);
});
