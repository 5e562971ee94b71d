/** A reader's own cold starts among those of a real cloud: in the lesson on them, and on a page of all that was measured. */
import type { Locator, Page } from 'playwright-core';
import { violations } from './axe.ts';
import { inLooks, playground, run } from './reader.ts';
import { expect, test } from './site.ts';

const LESSON_6 = 'lessen/koude-en-warme-starts/';

const comparison = (page: Page) => page.getByRole('group', { name: 'Koude starts naast elkaar' });

/** The figures of a row: starting, the first call, and both. */
async function rowOf(part: Locator, name: string | RegExp): Promise<string[]> {
  const row = part.getByRole('row').filter({ has: part.page().getByRole('rowheader', { name }) });
  return row.getByRole('cell').allInnerTexts();
}

test('the first cold start of a visit stands among six languages, and more memory leaves it as it is', async ({
  openPage,
}) => {
  const page = await openPage(LESSON_6);
  const part = comparison(page);
  const sight = page.getByRole('heading', { name: 'Jouw koude start naast die van een cloud' });
  await sight.scrollIntoViewIfNeeded();
  await part.getByText('Jij hebt in dit bezoek nog geen koude start gehad.').waitFor();
  expect(await part.getByRole('row').count()).toBe(1 + 6);

  await run(playground(page, 'Controleer een kortingscode'));
  await part.getByText(/^Jouw koude start van Controleer een kortingscode duurde /).waitFor();
  const ownName = /^Jij: Controleer een kortingscode \(1 koude start\)/;
  const own = await rowOf(part, ownName);
  expect(own).toHaveLength(3);
  // lambda-perf, 22 August 2026, zip on x86.
  expect(await rowOf(part, '.NET 10')).toEqual(['245,2', '798,8', '1.044,0']);

  await part.getByLabel('Geheugen bij AWS Lambda').selectOption('1.024 MB');
  await expect.poll(async () => (await rowOf(part, '.NET 10'))[1]).toBe('78,0');
  expect(await rowOf(part, ownName)).toEqual(own);
  // The quickest stands above.
  const totals = await part.getByRole('row').locator('td:last-child').allInnerTexts();
  const asNumbers = totals.map((text) => Number(text.replaceAll('.', '').replace(',', '.')));
  expect(asNumbers).toEqual(asNumbers.toSorted((a, b) => a - b));
  expect(asNumbers).toHaveLength(7);
});

inLooks(4, (look, name) => {
  test(`the page of all that was measured shows what ran in a lesson, no wider than the window (${name})`, async ({
    openPage,
  }) => {
    const page = await openPage(LESSON_6, look);
    await run(playground(page, 'Controleer een kortingscode'));
    await page.goto(new URL('../../koude-starts/', page.url()).href);
    const part = comparison(page);
    await part.getByRole('rowheader', { name: /^Jij: Controleer een kortingscode/ }).waitFor();
    expect(await part.getByRole('row').count()).toBe(1 + 1 + 14);
    const effects = page.getByRole('region', { name: 'Wat meer geheugen doet' });
    expect(await rowOf(effects, 'Node.js 24')).toEqual(['133,7', '130,1', '10,5', '3,0']);
    expect(await violations(page)).toEqual([]);
    const { scrolls, window } = await page.evaluate(() => ({
      scrolls: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
    }));
    expect(scrolls).toBeLessThanOrEqual(window);
  });
});

test.for([
  ['2027-08-21', false],
  ['2027-08-23', true],
] as const)('on %s it is told that the measurements are old: %s', async ([today, isTold], { openPage }) => {
  const page = await openPage('koude-starts/', {
    before: `{
      const Real = Date;
      globalThis.Date = class extends Real {
        constructor(...given) { super(...(given.length === 0 ? ['${today}T12:00:00Z'] : given)); }
      };
    }`,
  });
  await comparison(page).getByText('Gemeten op 22 augustus 2026').waitFor();
  expect(await page.getByText('Dat is meer dan een jaar geleden').count()).toBe(isTold ? 1 : 0);
});
