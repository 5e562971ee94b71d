/** axe finds nothing in any state that a reader gets to see; in those of a playground it looks with `trees/playground.test.ts`. */
import { violations } from './axe.ts';
import { inLooks, LESSON_2, playground, run } from './reader.ts';
import { expect, test } from './site.ts';

inLooks(0, (look, name) => {
  test(`home and the page that is not there (${name})`, async ({ openPage, allow }) => {
    allow(/404 \(Not Found\)/);
    const page = await openPage('', look);
    const region = playground(page, 'Hoe laat is het?');
    await run(region);
    const machine = region.getByRole('group', { name: 'Machinekamer' });
    await machine.getByText(/^(1 instantie|Er is geen enkele instantie)/).waitFor();
    expect(await violations(page)).toEqual([]);
    expect(await violations(await openPage('bestaat-niet/', look))).toEqual([]);
  });
});

inLooks(1, (look, name) => {
  test(`the licences, with a text unfolded, no wider than the window (${name})`, async ({ openPage }) => {
    const page = await openPage('licenties/', look);
    await page.getByText('De MIT-licentie van Functielab').click();
    await page.getByText('@codemirror/autocomplete, ').click();
    expect(await violations(page)).toEqual([]);
    const { scrolls, window } = await page.evaluate(() => ({
      scrolls: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
    }));
    expect(scrolls).toBeLessThanOrEqual(window);
  });
});

inLooks(3, (look, name) => {
  test(`lesson 2, with the receipt of the visit, the server and the search open (${name})`, async ({
    openPage,
  }) => {
    const page = await openPage(LESSON_2, look);
    await run(playground(page, 'Tel bestellingen per stad (snel)'));
    await page.getByRole('group', { name: /Het platform meet/ }).scrollIntoViewIfNeeded();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Bon van dit bezoek' }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    if (look.viewport.width === 390) await page.getByRole('button', { name: 'Meer', exact: true }).click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Welke server?' }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /^Zoek/ }).click();
    await page
      .getByRole('dialog', { name: 'Zoek in de cursus' })
      .getByPlaceholder('Zoek in de cursus')
      .fill('server');
    await page.getByText(/pagina’s met “server”/).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
