/** The hour of a person with internet: the page says openly what came in, and its form keeps, saves and prints. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { violations } from './axe.ts';
import { inLooks } from './reader.ts';
import { expect, test } from './site.ts';

const PAGE = 'meenemen/proef/';

/** By this the README names the test that holds what it says. */
const FORM = 'the form of the hour is kept on this device and saved as a file and as a text';

async function saved(page: Page, button: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

inLooks(0, (look, name) => {
  test(`${FORM} (${name})`, async ({ openPage }) => {
    const page = await openPage(PAGE, look);
    await page.getByText('Niemand heeft deze proef tot nu toe ingeleverd').waitFor();
    await page.getByLabel('Op welke dag doe je de proef?').fill('2026-12-01');
    await page.getByLabel('Welke browser, en welke versie?').fill('Firefox 150');
    const outcome = page.getByRole('radiogroup', { name: 'AWS Lambda: Hoe ging het?' });
    await outcome.getByRole('radio', { name: 'mislukt' }).check();
    expect(await violations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      look.viewport.width,
    );

    await page.reload();
    await expect.poll(() => outcome.getByRole('radio', { name: 'mislukt' }).isChecked()).toBe(true);
    const file = await saved(page, 'Bewaar als bestand');
    expect(file.name).toBe('functielab-proef-2026-12-01.json');
    expect(JSON.parse(file.text)).toMatchObject({
      functielab: 'proef',
      day: '2026-12-01',
      answers: { webcontainer: { browser: 'Firefox 150' }, aws: { uitkomst: 'mislukt' } },
    });
    expect((await saved(page, 'Bewaar als tekst')).text).toContain('AWS Lambda\n\n- Hoe ging het? mislukt');

    await page.getByRole('button', { name: 'Maak het formulier leeg' }).click();
    await expect.poll(() => outcome.getByRole('radio', { name: 'mislukt' }).isChecked()).toBe(false);
    await page.getByRole('button', { name: 'Ongedaan maken' }).click();
    await expect.poll(() => outcome.getByRole('radio', { name: 'mislukt' }).isChecked()).toBe(true);
  });
});

test('on paper the form is there with what was filled in, and without its buttons', async ({ openPage }) => {
  const page = await openPage(PAGE);
  await page.getByLabel('Welke browser, en welke versie?').fill('Firefox 150');
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByLabel('Welke browser, en welke versie?').isVisible()).toBe(true);
  expect(await page.getByRole('button', { name: 'Bewaar als bestand' }).isVisible()).toBe(false);
});
