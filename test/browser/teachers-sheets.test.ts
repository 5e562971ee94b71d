/** What a teacher prints or hands on: the sheets for a school's file and the plans for a term, read by a screen reader and on a phone. */
import { violations } from './axe.ts';
import { inLooks } from './reader.ts';
import { expect, test } from './site.ts';

inLooks(3, (look, name) => {
  test(`a sheet for a school's file leads to its sources, and a plan to a set that is ready (${name})`, async ({
    openPage,
  }) => {
    const page = await openPage('docent/privacy/', look);
    const fits = () =>
      page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
    for (const country of ['Nederland', 'Vlaanderen']) {
      await page.getByRole('link', { name: `een blad voor ${country}` }).click();
      await page.getByRole('heading', { level: 1, name: new RegExp(country) }).waitFor();
      expect(await violations(page)).toEqual([]);
      expect(await fits()).toBe(true);
      await page.getByRole('link', { name: 'Bron 2' }).first().click();
      expect(await page.locator('li:target').getByRole('link').getAttribute('href')).toMatch(/^https:/);
      await page.getByRole('link', { name: 'Privacy', exact: true }).click();
    }
    await page.getByRole('link', { name: 'Voor docenten', exact: true }).click();
    await page.getByRole('link', { name: 'Plan voor een periode' }).click();
    await page.getByRole('heading', { name: 'Tien weken, één blok van 90 minuten' }).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await fits()).toBe(true);
    const set = page.getByRole('link', { name: 'Reeks van week 2', exact: true }).nth(1);
    const words = await set.locator('..').innerText();
    const exercises = words.replace('Reeks van week 2: ', '').split(' · ');
    expect(exercises.length).toBeGreaterThan(1);
    await set.click();
    for (const title of exercises) await page.getByRole('link', { name: title }).first().waitFor();
  });
});
