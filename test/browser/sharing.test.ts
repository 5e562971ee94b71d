/** Code that goes from one reader to another, and what a reader takes along to another device. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { lessonsRead } from '../support/course-size.ts';
import { violations } from './axe.ts';
import { answerOf, codeOf, inLooks, keptCode, LESSON_1, playground, run, write } from './reader.ts';
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
    expect(await codeOf(region)).toBe(THEIRS);
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

test('a copy becomes one’s own only after the reader has seen what that changes', async ({ openPage }) => {
  const theirs = await openPage(LESSON_1);
  await write(theirs, playground(theirs, GREET), 'begroet.js', THEIRS);
  const { hash } = new URL(await linkOf(theirs));
  const page = await openPage(LESSON_1);
  const region = playground(page, GREET);
  await write(page, region, 'begroet.js', MINE);
  // A link that is opened in a page that is there already.
  await page.evaluate((fragment) => {
    location.hash = fragment;
  }, hash);
  await region.getByRole('button', { name: 'Bewaar als mijn versie' }).click();
  const dialog = page.getByRole('dialog', { name: 'Wat er in jouw versie verandert' });
  await dialog.getByRole('button', { name: 'Annuleer' }).click();
  await region.getByText(/Dit is de code van iemand anders/).waitFor();
  await region.getByRole('button', { name: 'Bewaar als mijn versie' }).click();
  // What goes and what comes, before anything has changed.
  expect(await dialog.locator('del').innerText()).toContain('van Mila');
  expect(await dialog.locator('ins').innerText()).toContain('van Ali');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Maak dit mijn versie' }).click();
  await expect.poll(() => page.getByText(/Dit is de code van iemand anders/).count()).toBe(0);
  expect(await region.evaluate((one) => one.contains(document.activeElement))).toBe(true);
  // The link is no longer in the address, so that the copy does not come back.
  await page.reload();
  await region.getByRole('textbox', { name: 'Code van begroet.js' }).click();
  await expect.poll(() => codeOf(region)).toBe(THEIRS);
  expect(await page.getByText(/Dit is de code van iemand anders/).count()).toBe(0);
});

test('a link that was cut says so, and changes nothing', async ({ openPage }) => {
  const page = await openPage(`${LESSON_1}#deel=begroet.abc`);
  const region = playground(page, GREET);
  await region
    .getByRole('alert')
    .getByText(/niet te lezen/)
    .waitFor();
  expect(await violations(page)).toEqual([]);
  await region.getByRole('alert').getByRole('button', { name: 'Sluit' }).click();
  await expect.poll(() => region.getByRole('alert').count()).toBe(0);
});

test('code that is too long for a link goes as a file; who opens it says whose it is', async ({
  openPage,
}) => {
  const noise = Array.from(
    { length: 900 },
    (_, at) =>
      `// ${Math.sin(at + 1)
        .toString(36)
        .slice(3)}`,
  );
  const long = [THEIRS, ...noise].join('\n');
  const theirs = await openPage(LESSON_1, { before: keptCode('begroet', { 'begroet.js': long }) });
  await playground(theirs, GREET).getByRole('button', { name: 'Deel' }).click();
  await theirs.getByText(/te lang voor een link/).waitFor();
  const download = theirs.waitForEvent('download');
  await theirs.getByRole('button', { name: 'Bewaar als bestand' }).click();
  const file = await (await download).path();

  const page = await openPage(LESSON_1);
  const region = playground(page, GREET);
  await region.getByRole('button', { name: 'Deel' }).click();
  const choose = page.getByLabel('Open een bestand');
  await choose.setInputFiles({
    name: 'x.json',
    mimeType: 'application/json',
    buffer: Buffer.from('{"a":1}'),
  });
  await page
    .getByRole('alert')
    .getByText(/geen bestand met gedeelde code/)
    .waitFor();
  // A browser tells of no change when the same file is chosen again, unless none is chosen now.
  expect(await choose.inputValue()).toBe('');
  await choose.setInputFiles(file);
  const whose = page.getByRole('group', { name: 'Van wie is de code in dit bestand?' });
  await whose.waitFor();
  expect(await violations(page)).toEqual([]);
  await whose.getByRole('button', { name: 'Van iemand anders' }).click();
  await region.getByText(/Dit is de code van iemand anders/).waitFor();
  // Neither the question nor the dialog is there any more: a keyboard goes on in the page, and not at its top.
  const isFocusKept = () => page.evaluate(() => document.activeElement !== document.body);
  await expect.poll(isFocusKept).toBe(true);
  await region.getByRole('textbox', { name: 'Code van begroet.js' }).click();
  expect(await codeOf(region)).toContain('van Ali');

  await region.getByRole('button', { name: 'Deel' }).click();
  await choose.setInputFiles(file);
  await whose.getByRole('button', { name: 'Van mij' }).click();
  await expect.poll(() => region.getByText(/Dit is de code van iemand anders/).count()).toBe(0);
  await expect.poll(isFocusKept).toBe(true);
  await expect.poll(() => codeOf(region)).toContain('van Ali');
  await region.getByRole('button', { name: 'Ongedaan maken' }).click();
  await expect.poll(() => codeOf(region)).not.toContain('van Ali');
});

async function makeProgress(page: Page): Promise<void> {
  await page.locator('.lesson-footer').scrollIntoViewIfNeeded();
  // The menu marks it, in its drawer.
  await page
    .getByRole('navigation', { name: 'Lessen', includeHidden: true })
    .getByRole('link', { name: /Wat is serverless\?.*gelezen/, includeHidden: true })
    .waitFor({ state: 'attached' });
}

test('progress goes to another device as a file; a broken file changes nothing; one button wipes it', async ({
  openPage,
}) => {
  const page = await openPage(LESSON_1);
  await write(page, playground(page, GREET), 'begroet.js', MINE);
  await makeProgress(page);
  await page.getByText('De cursus', { exact: true }).click();
  await page.getByRole('link', { name: 'Je voortgang' }).click();
  await page.getByText(lessonsRead(1)).waitFor();
  expect(await violations(page)).toEqual([]);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bewaar als bestand' }).click();
  const text = await readFile(await (await download).path(), 'utf8');

  const other = await openPage('voortgang/', { colorScheme: 'dark', viewport: { width: 390, height: 844 } });
  const choose = other.getByLabel('Lees een bestand');
  const give = (content: string) =>
    choose.setInputFiles({ name: 'v.json', mimeType: 'application/json', buffer: Buffer.from(content) });
  await other.getByText(lessonsRead(0)).waitFor();
  for (const [content, said] of [
    [text.slice(0, -20), /niet te lezen/],
    ['{"functielab":"iets anders","v":1}', /geen bestand met voortgang/],
    [' '.repeat(1024 * 1024 + 5), /groter dan 1 MB/],
  ] as const) {
    await give(content);
    await other.getByRole('alert').getByText(said).waitFor();
    await other.getByText(lessonsRead(0)).waitFor();
  }
  await give(text);
  // On a phone the question stands below the fold: focus brings it into view, and a screen reader to it.
  const whose = other.getByRole('group', { name: 'Van wie is dit bestand?' });
  await expect.poll(() => whose.evaluate((one) => one === document.activeElement)).toBe(true);
  await other.getByText(lessonsRead(0)).waitFor();
  expect(await violations(other)).toEqual([]);
  await other.getByRole('button', { name: 'Van mij' }).click();
  await other.getByText(lessonsRead(1)).waitFor();
  const added = other.getByText(/1 keer eigen code/);
  await expect.poll(() => added.evaluate((one) => one === document.activeElement)).toBe(true);
  expect(await violations(other)).toEqual([]);

  await other.getByRole('button', { name: 'Wis mijn voortgang' }).click();
  await other.getByText(lessonsRead(0)).waitFor();
  await other.getByRole('button', { name: 'Ongedaan maken' }).click();
  await other.getByText(lessonsRead(1)).waitFor();
  await other.getByRole('link', { name: /^Verder met les 2/ }).waitFor();
  await other.getByRole('link', { name: 'Wat zijn serverless functions?' }).click();
  const region = playground(other, GREET);
  await region.getByRole('textbox', { name: 'Code van begroet.js' }).click();
  await expect.poll(() => codeOf(region)).toBe(MINE);
});

test('two tabs lose nothing of each other, and what one wipes stays wiped', async ({ openPage }) => {
  const first = await openPage('voortgang/');
  await first.getByText(lessonsRead(0)).waitFor();
  const second = await openPage(LESSON_1, { besides: first });
  await makeProgress(second);
  await first.getByText(lessonsRead(1)).waitFor();
  const third = await openPage('lessen/betalen-per-gebruik/', { besides: first });
  await third.locator('.lesson-footer').scrollIntoViewIfNeeded();
  await first.getByText(lessonsRead(2)).waitFor();
  await first.getByRole('button', { name: 'Wis mijn voortgang' }).click();
  await expect.poll(() => second.locator('.course .progress-mark:visible').count()).toBe(0);
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
