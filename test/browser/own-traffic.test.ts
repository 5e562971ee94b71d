/** Traffic of a reader's own, from a file, on the page of traffic: refused with its line, read with progress, stopped, and run. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { violations } from './axe.ts';
import { inLooks } from './reader.ts';
import { expect, test } from './site.ts';

const PAGE = 'verkeer/';
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: true });
const zone = (page: Page) => page.getByRole('group', { name: 'Je eigen verkeer' });
const outcome = (page: Page) => page.getByRole('group', { name: 'Uitkomst' });

/** 600 calls, one a second, of 250 ms: four of the first ones come at once. */
const CALLS = ['atMs,durationMs', ...Array.from({ length: 4 }, () => '0,250')].concat(
  Array.from({ length: 596 }, (_, at) => `${(at + 1) * 1_000},250`),
);

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });
}

async function runIt(page: Page): Promise<number> {
  const press = button(page, /^Draai /);
  await press.click();
  await expect.poll(() => press.getAttribute('aria-busy')).toBe('false');
  const calls = outcome(page).getByRole('row', { name: 'Aanroepen' }).locator('data');
  return Number(await calls.getAttribute('value'));
}

inLooks(1, (look, name) => {
  test(`a bad file is refused with its line, a good one runs, and its address asks for it again (${name})`, async ({
    openPage,
  }) => {
    const page = await openPage(PAGE, look);
    await zone(page).waitFor();
    await choose(page, 'stuk.csv', `${CALLS.slice(0, 40).join('\n')}\n-5,250\n`);
    const alert = zone(page).getByRole('alert');
    await alert
      .getByText(/stuk\.csv is niet gebruikt\. Regel 41, `atMs`: dit kan niet minder dan 0/)
      .waitFor();
    expect(new URL(page.url()).hash).not.toContain('bestand');
    expect(await violations(page)).toEqual([]);

    await choose(page, 'eigen.csv', CALLS.join('\n'));
    await zone(page).getByText('600 aanroepen met hun duur gelezen uit eigen.csv.').waitFor();
    expect(await alert.count()).toBe(0);
    expect(await runIt(page)).toBe(600);
    const cold = outcome(page)
      .getByRole('row', { name: /Koude start/ })
      .locator('data')
      .first();
    expect(await cold.getAttribute('value')).toBe('4');
    expect(await violations(page)).toEqual([]);

    const saved = page.waitForEvent('download');
    await button(page, 'Bewaar het scenario').click();
    const scenario = JSON.parse(await readFile(await (await saved).path(), 'utf8'));
    expect(scenario.arrivals).toEqual({ kind: 'trace', file: 'eigen.csv' });

    await page.getByLabel('Maximaal tegelijk', { exact: true }).fill('2');
    await button(page, 'Kopieer een link naar deze maand').click();
    await page.getByText(/Je bestand gaat niet mee/).waitFor();
    expect(new URL(page.url()).hash).toContain('bestand=eigen.csv');
    await page.reload();
    await alert.getByText(/Een adres neemt geen bestand mee: kies het hier opnieuw/).waitFor();
    expect(await violations(page)).toEqual([]);
    await choose(page, 'eigen.csv', CALLS.join('\n'));
    await zone(page)
      .getByText(/^600 aanroepen/)
      .waitFor();
    expect(await runIt(page)).toBe(600);
    const refused = outcome(page).getByRole('row', { name: 'Geweigerd (429)' }).locator('data').first();
    expect(await refused.getAttribute('value')).toBe('2');

    await button(page, 'Ga terug naar het verhaal').click();
    await expect.poll(() => new URL(page.url()).hash).not.toContain('bestand');
    expect(await outcome(page).count()).toBe(0);
  });
});

test('a large file is read while the page goes on, and can be stopped; nothing of it is sent', async ({
  openPage,
}) => {
  const page = await openPage(PAGE);
  await zone(page).waitFor();
  const asked: string[] = [];
  page.on('request', (request) => asked.push(`${request.method()} ${request.postData() ?? ''}`));
  // Made in the page, and as large as the calls that there may be: 500 MB of them.
  await zone(page).evaluate((element) => {
    const part = `${'0,1\n'.repeat(250_000)}`;
    const file = new File(['atMs,durationMs\n', ...Array.from({ length: 500 }, () => part)], 'groot.csv');
    const dropped = new DataTransfer();
    dropped.items.add(file);
    element.dispatchEvent(new DragEvent('drop', { dataTransfer: dropped, bubbles: true, cancelable: true }));
  });
  const progress = zone(page).getByRole('progressbar', { name: 'groot.csv gelezen' });
  await expect.poll(() => progress.evaluate((bar: HTMLProgressElement) => bar.value)).toBeGreaterThan(0);
  await zone(page).getByRole('button', { name: 'Annuleer het lezen' }).click();
  await zone(page)
    .getByText(/Het lezen is gestopt/)
    .waitFor();
  expect(await progress.count()).toBe(0);
  expect(asked.filter((one) => !one.startsWith('GET ') || one.length > 4)).toEqual([]);
});
