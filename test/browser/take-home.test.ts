/** `Neem mee`: a playground as a project for a real cloud, in the page. `test/clouds/` runs such projects. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { violations } from './axe.ts';
import { answerOf, inLooks, LESSON_1, playground, run, write } from './reader.ts';
import { expect, test } from './site.ts';

const GREET = 'Begroet een bezoeker';
const MINE = "export default () => Response.json({ van: 'Mila' }, { status: 201 });";

/** By this the README names the test that holds what it says. */
const TAKEN = 'a function goes to a platform with its own code, its tests and its bill';

async function opened(page: Page, region: Locator): Promise<Locator> {
  // A playground comes to life at a reader's first movement.
  await region.getByRole('button').first().focus();
  await region.hover();
  const button = region.getByRole('button', { name: 'Neem mee' });
  await expect.poll(() => button.isEnabled()).toBe(true);
  // As from a keyboard.
  await button.focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Neem je functie mee' });
  await dialog.getByRole('group', { name: 'Waarheen?' }).waitFor();
  return dialog;
}

async function zipOf(page: Page, dialog: Locator) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download als zip' }).press('Enter'),
  ]);
  const entries = unzipSync(readFileSync(await download.path()));
  const files = Object.entries(entries).map(([path, bytes]) => [path, strFromU8(bytes)] as const);
  return { name: download.suggestedFilename(), files: new Map(files) };
}

inLooks(1, (look, name) => {
  test(`${TAKEN} (${name})`, async ({ openPage }) => {
    const page = await openPage(LESSON_1, look);
    const region = playground(page, GREET);
    await write(page, region, 'begroet.js', MINE);
    await run(region);
    await answerOf(region).getByText('201').first().waitFor();

    const dialog = await opened(page, region);
    await dialog.getByRole('button', { name: 'Cloudflare Workers' }).press('Enter');
    await dialog.getByText('Wat daar anders is').click();
    expect(await violations(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(look.viewport.width);

    const zip = await zipOf(page, dialog);
    await dialog.getByText('De zip is gemaakt').waitFor();
    expect(zip.name).toBe('begroet-cloudflare.zip');
    expect(zip.files.get('begroet/functie/begroet.js')?.trimEnd()).toBe(MINE);
    const [example] = JSON.parse(zip.files.get('begroet/test/voorbeelden.json') ?? '[]');
    expect(example).toMatchObject({
      title: 'GET /begroet?naam=Mila',
      expected: { status: 201, body: Buffer.from('{"van":"Mila"}').toString('base64') },
    });
    const readMe = zip.files.get('begroet/LEESMIJ.md') ?? '';
    expect(readMe).toMatch(/Je laatste aanroep in het lab zou hier €\s0,000[\s\d]+ kosten/);
    expect(readMe).toContain('npm ci');

    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(
      await region
        .getByRole('button', { name: 'Neem mee' })
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);
  });
});

test('a platform that has no place for a function cannot be chosen, and says why', async ({ openPage }) => {
  const page = await openPage('oefeningen/bestandenlijst/');
  const region = page.getByRole('region', { name: /^Speeltuin: / }).first();
  const dialog = await opened(page, region);
  expect(await dialog.getByRole('button', { name: 'Container' }).isDisabled()).toBe(true);
  expect(await dialog.getByRole('button', { name: 'Op je eigen computer' }).isDisabled()).toBe(true);
  // What does the same on one's own computer is said at once, with a platform that can be chosen.
  const [, instead = ''] = /kies dan bijvoorbeeld (.+?): met npm start/.exec(await dialog.innerText()) ?? [];
  expect(await dialog.getByRole('button', { name: instead, exact: true }).isEnabled()).toBe(true);
  await dialog.getByText('Waarom kan het niet overal?').click();
  await dialog.getByText(/Container: Een container hoort niets van een upload/).waitFor();
  await dialog.getByRole('button', { name: 'AWS Lambda' }).press('Enter');
  await dialog.getByText('Niet bewezen: dat een upload je functie start.').waitFor();
});

test('the page about the platforms names each with its engine, and is linked from the dialog', async ({
  openPage,
}) => {
  const page = await openPage(LESSON_1);
  const dialog = await opened(page, playground(page, GREET));
  await dialog.getByRole('link', { name: /beproefd/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Meenemen' }).waitFor();
  const table = page.getByRole('region', { name: 'De platforms' });
  await table.getByRole('row', { name: /^Cloudflare Workers Wrangler/ }).waitFor();
  await table.getByRole('columnheader', { name: 'Nagespeeld, niet bewezen' }).waitFor();
  await table.getByRole('row', { name: /^AWS Lambda .*timers \(nagespeeld\)/ }).waitFor();
  await page.getByRole('heading', { name: 'Wanneer iets bewezen heet' }).waitFor();
  expect(await violations(page)).toEqual([]);
});
