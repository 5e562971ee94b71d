/** What somebody else's code looks like, and progress where nothing can be kept. The ways of code and progress from one reader to
 * another are in `sharing-paths.test.ts` and `progress-paths.test.ts`. */
import type { Page } from 'playwright-core';
import { lessonsRead } from '../support/course-size.ts';
import { violations } from './axe.ts';
import { answerOf, codeOf, inLooks, LESSON_1, playground, run, write } from './reader.ts';
import { expect, test } from './site.ts';

const GREET = 'Begroet een bezoeker';
const THEIRS = "export default () => new Response('van Ali');";
const MINE = "export default () => new Response('van Mila');";

async function linkOf(page: Page): Promise<string> {
  await playground(page, GREET).getByRole('button', { name: 'Deel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Deel je code' });
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Sluit' }).click();
  return link;
}

inLooks(1, (look, name) => {
  test(`a link opens as a copy, runs nothing, and leaves one's own version alone (${name})`, async ({
    openPage,
  }) => {
    const theirs = await openPage(LESSON_1, look);
    await write(theirs, playground(theirs, GREET), 'begroet.js', THEIRS);
    const link = await linkOf(theirs);
    const path = `${LESSON_1}${new URL(link).hash}`;

    const page = await openPage(LESSON_1, look);
    const region = playground(page, GREET);
    await write(page, region, 'begroet.js', MINE);
    await page.goto(new URL(path, new URL(page.url()).origin).href);
    await page.reload();
    await region.getByText(/Dit is de code van iemand anders/).waitFor();
    await region.getByRole('textbox', { name: 'Code van begroet.js' }).click();
    await expect.poll(() => codeOf(region)).toBe(THEIRS);
    expect(await region.getByRole('group', { name: 'Kassabon' }).locator('tfoot').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(look.viewport.width);

    await run(region);
    await answerOf(region).getByText('van Ali').waitFor();
    await region.getByRole('button', { name: 'Ga terug naar mijn versie' }).click();
    await expect.poll(() => codeOf(region)).toBe(MINE);
  });
});

test('where nothing can be kept the page says so, and counts for as long as it is open', async ({
  openPage,
}) => {
  const page = await openPage('voortgang/', {
    before: "Storage.prototype.setItem = () => { throw new DOMException('vol', 'QuotaExceededError'); };",
  });
  await page.getByLabel('Lees een bestand').setInputFiles({
    name: 'v.json',
    mimeType: 'application/json',
    buffer: Buffer.from(
      '{"functielab":"voortgang","v":1,"lessons":{"betalen-per-gebruik":true},"exercises":{}}',
    ),
  });
  await page.getByRole('button', { name: 'Van mij' }).click();
  await page.getByText(lessonsRead(1)).waitFor();
  await page
    .getByRole('alert')
    .getByText(/bewaart hier niets/)
    .waitFor();
});
