/**
 * A receipt and a month as axe sees them, as files and on paper, and the chart as it is drawn. The reader's way from a run to a
 * month is in `month-paths.test.ts`, the bill of a cloud of one's own in `own-logs.test.ts`.
 */
import { readFile } from 'node:fs/promises';
import Papa from 'papaparse';
import type { Page } from 'playwright-core';
import { readUsageText } from '../../src/billing/reading/index.ts';
import { violations } from './axe.ts';
import { inLooks, LESSON_2, meter, playground, run, totalUsd } from './reader.ts';
import { expect, test } from './site.ts';

const FAST = 'Tel bestellingen per stad (snel)';

async function openVisit(page: Page) {
  await page.getByRole('button', { name: 'Bon van dit bezoek' }).click();
  const dialog = page.getByRole('dialog', { name: 'Bon van dit bezoek' });
  await dialog.getByRole('combobox', { name: 'Tarief' }).waitFor();
  return dialog;
}

inLooks(0, (look, name) => {
  test(`a receipt with its reasons and another tariff, and the month that follows, have nothing against them (${name})`, async ({
    openPage,
  }) => {
    const page = await openPage(LESSON_2, look);
    const region = playground(page, FAST);
    await run(region);
    const receipt = region.getByRole('group', { name: 'Kassabon' });
    await receipt.getByRole('button', { name: /^1 aanroep: .*hoe komt dat/ }).click();
    await receipt.getByText('Elke aanroep telt, hoe kort ook.').waitFor();
    await receipt.getByText('Kies een ander tarief').click();
    await receipt.getByRole('combobox', { name: 'Tarief' }).selectOption('cloudflare-workers-paid');
    await receipt.getByText('Vast bedrag per maand', { exact: true }).first().waitFor();
    // To the last digit.
    await expect.poll(() => meter(page, 'Jouw functies')).toBe(await totalUsd(region));
    expect(await violations(page)).toEqual([]);

    await receipt.getByRole('link', { name: 'Reken door naar een maand' }).click();
    await page.locator('.chart canvas').waitFor();
    await page.getByRole('checkbox', { name: 'Met voordeur en opslag' }).check();
    await page
      .getByRole('region', { name: 'Alle tarieven per maand' })
      .getByText(/^Let op/)
      .first()
      .waitFor();
    expect(await violations(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(look.viewport.width);
  });
});

test('the visit under all tariffs, cheapest first, and one of them as receipt and as file', async ({
  openPage,
}) => {
  const page = await openPage(LESSON_2);
  await run(playground(page, FAST));
  const dialog = await openVisit(page);
  await dialog.getByText('Vergelijk alle tarieven').click();
  const table = dialog.getByRole('region', { name: 'Alle tarieven naast elkaar' });
  await table.getByRole('row').nth(1).waitFor();
  const totals = await table
    .locator('data')
    .evaluateAll((all) => all.map((data) => Number(data.getAttribute('value'))));
  expect(totals.length).toBeGreaterThan(12);
  expect(totals).toEqual([...totals].sort((a, b) => a - b));
  expect(await violations(page)).toEqual([]);

  await table.getByRole('button', { name: /Netlify Functions/ }).click();
  await expect.poll(() => dialog.locator('tfoot data').getAttribute('value')).toBe('20');
  await expect.poll(() => meter(page, 'Jouw functies')).toBe('20');

  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Bewaar als CSV' }).click();
  const file = await (await download).path();
  const rows = Papa.parse<Record<string, string>>((await readFile(file, 'utf8')).trim(), {
    header: true,
    delimiter: ';',
  }).data;
  expect(rows.at(-1)).toMatchObject({ Regel: 'Samen', 'Bedrag (USD)': '20', 'Bedrag (EUR)': '17,964610' });

  const used = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Bewaar het gebruik' }).click();
  const usage = await readFile(await (await used).path(), 'utf8');
  expect(readUsageText(usage)).toMatchObject({ format: 'csv', problems: [], unknownColumns: [] });
  expect(readUsageText(usage).records.length).toBeGreaterThan(0);
});

test('the receipt prints, and nothing of the page behind it', async ({ openPage }) => {
  const page = await openPage(LESSON_2);
  await run(playground(page, FAST));
  const dialog = await openVisit(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('main').isVisible()).toBe(false);
  expect(await dialog.getByRole('group', { name: 'Kassabon van dit bezoek' }).isVisible()).toBe(true);
  expect(await dialog.getByRole('button', { name: 'Druk af' }).isVisible()).toBe(false);
});

/** Keeps where the chart writes and draws its marks: all of it since the canvas was last cleared, in CSS pixels. */
const WATCH_CHART = `{
  window.drawn = { texts: [], marks: [] };
  const { fillText, arc, clearRect } = CanvasRenderingContext2D.prototype;
  Object.assign(CanvasRenderingContext2D.prototype, {
    clearRect(...args) {
      window.drawn = { texts: [], marks: [] };
      return clearRect.apply(this, args);
    },
    fillText(text, x, y) {
      const size = this.measureText(text);
      const box = {
        left: x - size.actualBoundingBoxLeft,
        right: x + size.actualBoundingBoxRight,
        top: y - size.actualBoundingBoxAscent,
        bottom: y + size.actualBoundingBoxDescent,
      };
      for (const side in box) box[side] /= devicePixelRatio;
      if (text.trim() !== '' && this.getTransform().b === 0) window.drawn.texts.push({ text, ...box });
      return fillText.call(this, text, x, y);
    },
    arc(x, y, radius, ...args) {
      window.drawn.marks.push({ x: x / devicePixelRatio, y: y / devicePixelRatio, radius: radius / devicePixelRatio });
      return arc.call(this, x, y, radius, ...args);
    },
  });
}`;

interface Drawn {
  readonly texts: readonly {
    readonly text: string;
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  }[];
  readonly marks: readonly { readonly x: number; readonly y: number; readonly radius: number }[];
}

test('a chart follows the width of its page, and holds it no wider than the window', async ({ openPage }) => {
  const page = await openPage('maand/');
  const canvas = page.locator('.chart canvas').first();
  await canvas.waitFor();
  const widthPx = () => canvas.evaluate((element) => element.clientWidth);
  // An observer that changes what it observes is an uncaught error, which fails this test.
  for (const width of [900, 600, 1280]) {
    const before = await widthPx();
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(widthPx).not.toBe(before);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
});

test('on a phone the chart names each power of ten, no words lie over others or over a mark, and where no line is, the text says why', async ({
  openPage,
}) => {
  const page = await openPage('maand/', { viewport: { width: 390, height: 844 }, before: WATCH_CHART });
  await page.locator('.chart canvas').waitFor();
  const drawn = () => page.evaluate(() => (window as unknown as { drawn: Drawn }).drawn);
  await expect.poll(async () => (await drawn()).marks.length).toBeGreaterThan(3);
  const { texts, marks } = await drawn();
  const named = texts.map(({ text }) => text);
  const powers = ['100', '1.000', '10.000', '100.000', '1 miljoen', '10 miljoen'];
  expect(named.filter((text) => !text.startsWith('€'))).toEqual([
    'Aanroepen per dag',
    ...powers,
    'omslagpunt',
  ]);
  const { width = 0 } = (await page.locator('.chart canvas').boundingBox()) ?? {};
  for (const [at, one] of texts.entries()) {
    expect([one.text, one.left >= 0, one.right <= width]).toEqual([one.text, true, true]);
    const over = texts
      .slice(at + 1)
      .filter(({ left, right, top, bottom }) => {
        return left < one.right + 2 && right > one.left - 2 && top < one.bottom && bottom > one.top;
      })
      .map(({ text }) => text);
    expect([one.text, over]).toEqual([one.text, []]);
  }
  const label = texts.find(({ text }) => text === 'omslagpunt');
  const touched = marks.filter(({ x, y, radius }) => {
    if (label === undefined) return true;
    const nearest = [
      Math.min(Math.max(x, label.left), label.right),
      Math.min(Math.max(y, label.top), label.bottom),
    ] as const;
    return Math.hypot(x - nearest[0], y - nearest[1]) < radius + 1;
  });
  expect(touched).toEqual([]);

  const why = page.getByText('Waar een lijn pas later begint, kost het daarvoor niets');
  expect(await why.count()).toBe(0);
  await page.getByRole('checkbox', { name: 'Met gratis tegoed' }).check();
  await why.waitFor();
});

test('the memory of a function of the page, as a model', async ({ openPage }) => {
  const page = await openPage('lessen/geheugen-kiezen/');
  const region = playground(page, 'Wacht op een database');
  await run(region);
  await run(region);
  // It is fetched when it is seen, which it may have been already; this is the second of the lesson.
  const place = page.locator('.when-seen:has-text("De grafiek"), .memory-choice').last();
  await place.evaluate((part) => part.scrollIntoView());
  const choice = page.getByRole('group', { name: 'Geheugen kiezen' }).last();
  await choice.getByText(/Laatste warme aanroep van Wacht op een database/).waitFor();
  await choice.getByRole('slider', { name: /Deel van de tijd/ }).fill('100');
  await choice.getByRole('combobox', { name: 'Geheugen in het model' }).selectOption('10240');
  await choice.getByText(/Het goedkoopst is 128 MB/).waitFor();
  await choice.locator('.chart canvas').waitFor();
  expect(await violations(page)).toEqual([]);
});

test('prices that were read long ago are marked, wherever they show', async ({ openPage }) => {
  const page = await openPage('tarieven/');
  const summary = page.locator('#aws-lambda-x86-us-east-1 summary');
  await page.locator('#ibm-code-engine summary .price-old').waitFor();
  expect(await violations(page)).toEqual([]);
  expect(await summary.getAttribute('data-read')).toBe('2026-09-28');
  const later = await openPage('tarieven/', {
    before:
      'const D = Date; Date = class extends D { constructor(...a) { super(...(a.length ? a : ["2031-01-01"])); } };',
  });
  await later.locator('#aws-lambda-x86-us-east-1 summary .price-old').waitFor();
});
