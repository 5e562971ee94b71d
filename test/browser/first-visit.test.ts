/** The path of a newcomer: from the first screen to a changed function, its bill, and back. */
import Big from 'big.js';
import type { Locator } from 'playwright-core';
import { holdScripts } from './held-scripts.ts';
import { answerOf, codeOf, LESSON_1, LESSON_2, playground, run, totalUsd, write } from './reader.ts';
import { expect, test } from './site.ts';

const REQUEST_USD = '0.0000002';
const GB_SECOND_USD = '0.0000166667';

/** The printed amounts of a receipt, in billionths of a euro: the last row is the total. */
async function printedAmounts(receipt: Locator): Promise<number[]> {
  const amounts = await receipt.locator('tbody data, tfoot data').allInnerTexts();
  return amounts.map((amount) => Number(amount.replace(/[^\d]/g, '')));
}

/** Of each line that says how long it took, in ms: a slow start takes "1.234 ms". */
async function millisecondsOf(receipt: Locator, what: RegExp): Promise<number[]> {
  const lines = (await receipt.locator('tbody').innerText()).matchAll(/([\d.]+) ms (\w+)/g);
  return [...lines]
    .filter(([, , word = '']) => what.test(word))
    .map(([, ms = '']) => Number(ms.replaceAll('.', '')));
}

function expectToAddUp(amounts: readonly number[]): void {
  const total = amounts.at(-1);
  expect(amounts.slice(0, -1).reduce((sum, amount) => sum + amount, 0)).toBe(total);
}

test('what there is to press is in the first screen', async ({ openPage }) => {
  const page = await openPage('');
  const button = playground(page, 'Hoe laat is het?').getByRole('button', { name: 'Voer uit' });
  const box = await button.boundingBox();
  expect(box && box.y + box.height).toBeLessThan(800);
});

test('keys typed right after the click in the code are not lost while the editor loads', async ({
  openPage,
}) => {
  const page = await openPage(LESSON_1);
  const region = playground(page, 'Begroet een bezoeker');
  const served = await region.getByRole('textbox', { name: 'Code van begroet.js' }).inputValue();
  await region.getByRole('textbox', { name: 'Code van begroet.js' }).focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('// van mij, in één keer getypt');
  await region.locator('.cm-content').waitFor();
  await page.keyboard.type('!');
  await expect.poll(() => codeOf(region)).toBe(`// van mij, in één keer getypt!${served}`);
});

test('keys typed before the page’s own scripts have come are kept, with the caret', async ({
  openPage,
  siteUrl,
}) => {
  const page = await openPage('');
  const release = await holdScripts(page, '**/_astro/*.js');
  await page.goto(siteUrl + LESSON_1, { waitUntil: 'commit' });
  const region = playground(page, 'Begroet een bezoeker');
  const field = region.getByRole('textbox', { name: 'Code van begroet.js' });
  // The page comes in pieces: the whole text has to be there.
  await expect.poll(() => field.inputValue()).toMatch(/Response[\s\S]*\}$/);
  const served = await field.inputValue();
  await field.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  await page.keyboard.type('// vroeg');
  release();
  await region.locator('.cm-content:focus').waitFor();
  await page.keyboard.type(' en laat\n');
  await expect.poll(() => codeOf(region)).toBe(`// vroeg en laat\n${served}`);
});

test('a changed function, its log, its instance, and a bill that adds up', async ({ openPage }) => {
  const page = await openPage(LESSON_1);
  const region = playground(page, 'Begroet een bezoeker');
  const original = await region.getByRole('textbox', { name: 'Code van begroet.js' }).inputValue();
  await write(page, region, 'begroet.js', original.replace('Dag ', 'Hallo '));
  await region.getByLabel('Pad').fill('/begroet?naam=Noor');
  await run(region);
  expect(await answerOf(region).innerText()).toContain('Hallo Noor!');
  const log = region.getByRole('log', { name: 'Logboek' });
  expect(await log.innerText()).toMatch(/koude start[\s\S]*bezoeker 1: Noor/);
  const table = region.getByRole('table', { name: 'Tijdlijn' });
  expect(await table.getByRole('row').nth(1).innerText()).toMatch(
    /nr\. 1\s+wacht[\s\S]*1 aanroep\s+verdwijnt over \d+ s/,
  );

  // The start and the run are one span, rounded up to whole milliseconds: the receipt splits what it bills.
  const receipt = region.getByRole('group', { name: 'Kassabon' });
  const ms = await millisecondsOf(receipt, /^(opstarten|bezig)$/);
  const billedMs = ms.reduce((sum, one) => sum + one, 0);
  const expected = new Big(GB_SECOND_USD).times(billedMs).times('0.000125').plus(REQUEST_USD);
  expect(await totalUsd(region)).toBe(expected.toFixed());
  expectToAddUp(await printedAmounts(receipt));
  await run(region);
  expectToAddUp(await printedAmounts(receipt));
  await receipt.getByText('Hoe komt dit bedrag tot stand?').click();
  await receipt
    .getByText(/GB-seconden ×/)
    .first()
    .waitFor();
  expect(await receipt.innerText()).toMatch(/GB-seconden × \$\s0,000\s016\s666\s7 =/);
  expect(await receipt.innerText()).toContain('gelezen op 28 september 2026');
});

test('when the lesson has changed since, the reader’s code stays, and the new one is one click away', async ({
  openPage,
}) => {
  const saved = JSON.stringify({ v: 1, base: 'older', files: { 'begroet.js': '// oud maar van mij' } });
  const page = await openPage(LESSON_1, {
    before: `localStorage.setItem('functielab:code:begroet', ${JSON.stringify(saved)});`,
  });
  const region = playground(page, 'Begroet een bezoeker');
  await region.getByText('De code in deze les is vernieuwd').waitFor();
  await region.locator('.cm-content').waitFor();
  expect(await codeOf(region)).toBe('// oud maar van mij');
  await region.getByRole('button', { name: 'Toon de nieuwe code' }).click();
  await expect.poll(() => codeOf(region)).toContain('let bezoekers = 0;');
});

test('more memory is a higher bill for the same time', async ({ openPage }) => {
  const page = await openPage(LESSON_1);
  const region = playground(page, 'Begroet een bezoeker');
  await region.getByText('Headers, body en instellingen').click();
  await region.getByLabel('Geheugen').selectOption('1024');
  await run(region);
  await run(region);
  const receipt = region.getByRole('group', { name: 'Kassabon' });
  const [ms] = await millisecondsOf(receipt, /^bezig$/);
  const amount = await receipt.getByRole('row', { name: 'bezig' }).locator('data').getAttribute('value');
  expect(amount).toBe(
    new Big(GB_SECOND_USD)
      .times(ms ?? 'none')
      .times('0.001')
      .toFixed(),
  );
});

test('two functions side by side: the slow one costs more a million times', async ({ openPage }) => {
  const page = await openPage(LESSON_2);
  const compare = page.getByRole('group', { name: 'Vergelijk de rekeningen' });
  await compare.getByRole('button', { name: 'Voer beide vier keer uit' }).click();
  await expect.poll(() => compare.locator('tfoot data').count()).toBe(2);
  await expect
    .poll(() => compare.getByRole('button', { name: 'Voer beide vier keer uit' }).getAttribute('aria-busy'))
    .toBe('false');
  const [slow = '0', fast = '0'] = await compare
    .locator('tfoot data')
    .evaluateAll((all) => all.map((data) => data.getAttribute('value') ?? ''));
  expect(Number(slow)).toBeGreaterThan(Number(fast));
});

test('what compares playgrounds works too when it is the last of the page to be there', async ({
  openPage,
}) => {
  const page = await openPage('');
  let bringIn = () => {};
  const mayCome = new Promise<void>((resolve) => {
    bringIn = resolve;
  });
  await page.route(/BillsSideBySide/, async (route) => {
    await mayCome;
    await route.continue();
  });
  // It does not come in before it may, so the page is never loaded until then.
  await page.goto(new URL(LESSON_2, page.url()).href, { waitUntil: 'commit' });
  await run(playground(page, 'Tel bestellingen per stad (snel)'));
  bringIn();
  await page.getByRole('button', { name: 'Voer beide vier keer uit', disabled: false }).waitFor();
});
