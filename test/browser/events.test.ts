/** Every trigger from the reader's side: a request with a route, a file, the clock, a message, and what fails. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { answerOf, playground, run, totalUsd } from './reader.ts';
import { expect, test } from './site.ts';

const FILES = 'lessen/een-bestand-komt-binnen/';
const CLOCK = 'lessen/op-vaste-tijden/';
const QUEUES = 'lessen/werk-in-de-wachtrij/';
const TWICE = 'lessen/twee-keer-hetzelfde-bericht/';

const group = (region: Locator, name: string) => region.getByRole('group', { name, exact: true });
const textOf = (region: Locator, name: string) => group(region, name).innerText();
const logOf = (region: Locator) => region.getByRole('log', { name: 'Logboek' }).innerText();
/** Before the page can listen nothing can be pressed, nor be put in a field by a test. */
const ready = (region: Locator, name: string) =>
  expect.poll(() => region.getByRole('button', { name, exact: true }).isEnabled()).toBe(true);
const press = (region: Locator, name: string) => region.getByRole('button', { name, exact: true }).click();

test('one playground is a whole CRUD API, and an unknown route says so', async ({ openPage }) => {
  const page = await openPage('lessen/gebeurtenisgedreven-applicaties/');
  const region = playground(page, 'Boodschappenlijst');
  const example = async (name: string) => {
    const examples = group(region, 'Voorbeelden');
    // A lesson says "kies bij Voorbeelden": the word is on the screen, and the chosen one looks chosen.
    await examples.getByText('Voorbeelden', { exact: true }).waitFor();
    await examples.getByRole('button', { name, exact: true }).click();
    await examples.getByRole('button', { name, exact: true, pressed: true }).waitFor();
    await run(region);
  };
  await example('POST /boodschappen');
  expect(await textOf(region, 'Antwoord')).toContain('201');
  expect(await textOf(region, 'Opslag')).toContain('melk');
  await example('PUT /boodschappen/melk');
  await example('GET /boodschappen');
  // The code that answers stands beside the request that was chosen.
  await region.getByRole('tab', { name: 'lijst.js', selected: true }).waitFor();
  expect(await textOf(region, 'Antwoord')).toContain('melk');
  await example('DELETE /boodschappen/melk');
  expect(await textOf(region, 'Opslag')).not.toContain('melk');

  await region.getByLabel('Pad').fill('/nergens');
  await run(region);
  expect(await answerOf(region).getByRole('alert').getAttribute('data-code')).toBe('NO_ROUTE');
  await region.getByLabel('Methode').selectOption('PATCH');
  await region.getByLabel('Pad').fill('/boodschappen');
  await run(region);
  expect(await answerOf(region).getByRole('alert').innerText()).toContain('POST, GET');
});

/** A field takes no focus before the page is alive. */
async function focusPath(region: Locator): Promise<void> {
  const path = region.getByLabel('Pad');
  await expect.poll(() => path.isEnabled()).toBe(true);
  await path.focus();
}

test('what is stored is there after a reload; a second tab has a copy, and says so', async ({ openPage }) => {
  const page = await openPage('lessen/gebeurtenisgedreven-applicaties/');
  const region = playground(page, 'Boodschappenlijst');
  await run(region);
  expect(await textOf(region, 'Opslag')).toContain('melk');
  await page.reload();
  const again = playground(page, 'Boodschappenlijst');
  await focusPath(again);
  await expect.poll(() => textOf(again, 'Opslag')).toContain('melk');
  const other = playground(
    await openPage('lessen/gebeurtenisgedreven-applicaties/', { besides: page }),
    'Boodschappenlijst',
  );
  await focusPath(other);
  await expect.poll(() => textOf(other, 'Opslag')).toContain('Hier werk je met een kopie');
  expect(await textOf(other, 'Opslag')).toContain('melk');

  await press(again, 'Maak leeg');
  await expect.poll(() => textOf(again, 'Opslag')).not.toContain('melk');
  await page.reload();
  await focusPath(playground(page, 'Boodschappenlijst'));
  await expect.poll(() => textOf(playground(page, 'Boodschappenlijst'), 'Opslag')).toContain('Nog leeg');
});

test('the thumbnail that a function makes is drawn', async ({ openPage }) => {
  const page = await openPage(FILES);
  const region = playground(page, 'Verklein een foto');
  await press(region, 'Gebruik Landschap');
  await expect.poll(() => textOf(region, 'Opslag')).toContain('klein/landschap.jpg');
  const picture = group(region, 'Opslag').locator('img').first();
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(320);
});

test('a file of the reader’s own: chosen, dropped, empty, with a name that leads elsewhere, and of 200 MB', async ({
  openPage,
}) => {
  const page = await openPage(FILES);
  const region = playground(page, 'Tel de verkoop per stad');
  const field = region.locator('input[type="file"]');
  await ready(region, 'Kies een bestand');
  const csv = 'stad;product;bedrag\nGent;koffie;12,50\nGent;thee;2,50\nLeiden;koffie\n';
  await field.setInputFiles({ name: 'mijn.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await expect.poll(() => textOf(region, 'Opslag')).toContain('totalen/mijn.json');
  await expect.poll(() => logOf(region)).toContain('regel 4 klopt niet');
  // What the upload led to is picked: its own lines are on the receipt.
  await expect.poll(() => textOf(region, 'Kassabon')).toContain('bezig');
  await group(region, 'Opslag').getByLabel('Bekijk totalen/mijn.json').click();
  await expect.poll(() => textOf(region, 'Opslag')).toContain('"Gent": 15');

  await field.setInputFiles({ name: 'leeg.csv', mimeType: 'text/csv', buffer: Buffer.alloc(0) });
  await expect.poll(() => textOf(region, 'Opslag')).toContain('totalen/leeg.json');
  await expect.poll(() => textOf(region, 'Bestand uploaden')).toContain('0 bytes');

  const dropped = await page.evaluateHandle(() => {
    const transfer = new DataTransfer();
    transfer.items.add(new File(['stad;product;bedrag\n'], '../../x.csv', { type: 'text/csv' }));
    return transfer;
  });
  await group(region, 'Bestand uploaden').dispatchEvent('drop', { dataTransfer: dropped });
  await expect.poll(() => textOf(region, 'Opslag')).toContain('verkoop/x.csv');
  await expect.poll(() => textOf(region, 'Bestand uploaden')).toContain('Het bestand heet hier "x.csv"');

  const folder = mkdtempSync(join(tmpdir(), 'functielab-'));
  const big = join(folder, 'film.csv');
  writeFileSync(big, '');
  truncateSync(big, 200 * 1024 * 1024);
  await field.setInputFiles(big);
  const alert = answerOf(region).getByRole('alert');
  await alert.waitFor();
  expect(await alert.innerText()).toContain('Dit bestand is 200 MB, en een bestand mag hier 25 MB zijn.');
  expect(await textOf(region, 'Opslag')).not.toContain('film');
  rmSync(folder, { recursive: true });
});

test('the clock: off until it is started, five moments ahead, and a jump to the next', async ({
  openPage,
}) => {
  const page = await openPage(CLOCK);
  const region = playground(page, 'Elk uur een reservekopie');
  const clock = group(region, 'Klok');
  await ready(region, 'Start klok');
  await clock.getByLabel('Cron').focus();
  await expect.poll(() => clock.getByRole('listitem').count()).toBe(5);
  await press(region, 'Start klok');
  await region.getByRole('button', { name: 'Stop klok' }).waitFor();
  for (let hour = 1; hour <= 2; hour += 1) {
    const before = await clock.getByRole('listitem').first().innerText();
    await press(region, 'Spring naar het volgende moment');
    await expect.poll(() => logOf(region).then((text) => text.split('kopie gemaakt').length - 1)).toBe(hour);
    await expect.poll(() => clock.getByRole('listitem').first().innerText()).not.toBe(before);
  }
  expect((await logOf(region)).split('koude start').length - 1).toBe(2);
  await press(region, 'Stop klok');
  await expect
    .poll(() =>
      region.getByRole('button', { name: 'Spring naar het volgende moment' }).getAttribute('aria-disabled'),
    )
    .toBe('true');

  await clock.getByLabel('Cron').fill('elke minuut');
  await expect.poll(() => clock.innerText()).toContain('Deze cron-uitdrukking klopt niet.');
  await clock.getByLabel('Cron').fill('0 0 30 2 *');
  await expect.poll(() => clock.innerText()).toContain('zo’n moment komt nooit');
  expect(await clock.getByLabel('Cron').getAttribute('aria-invalid')).toBe('true');
});

test('HTTP, queue, worker and bucket: the chain is in the trace, and one pick shows in all views', async ({
  openPage,
}) => {
  const page = await openPage(QUEUES);
  const region = playground(page, 'Bestellen met een wachtrij');
  await run(region);
  expect(await textOf(region, 'Antwoord')).toContain('202');
  await expect.poll(() => textOf(region, 'Opslag')).toContain('bonnen/');
  const trace = group(region, 'Spoor');
  await expect.poll(() => trace.innerText()).toContain('bucket: bonnen/');
  expect(await trace.innerText()).toMatch(/HTTP-verzoek[\s\S]*bestel[\s\S]*Bericht[\s\S]*verwerk/);

  const worker = trace.getByRole('button', { name: /verwerk/ });
  await worker.click();
  await expect.poll(() => region.locator('.log li.picked').allInnerTexts()).not.toEqual([]);
  expect((await region.locator('.log li.picked').allInnerTexts()).join()).toContain(
    'berichten in deze aanroep',
  );
  expect(await textOf(region, 'Kassabon')).toContain('1 andere aanroep');
  await group(region, 'Tijdlijn').getByText('Als tabel').click();
  await expect.poll(() => group(region, 'Tijdlijn').getByRole('row').count()).toBe(3);
});

test('a message that is no JSON is not sent, and says why; nothing of it is lost', async ({ openPage }) => {
  const page = await openPage(TWICE);
  const region = playground(page, 'Geef spaarpunten');
  const field = region.getByLabel('Bericht (JSON)');
  await field.fill('{ klant: Mila }');
  await press(region, 'Stuur bericht');
  const alert = answerOf(region).getByRole('alert');
  await expect.poll(() => alert.innerText()).toContain('Dit bericht is geen JSON.');
  expect(await field.inputValue()).toBe('{ klant: Mila }');
  await field.fill(JSON.stringify({ klant: 'x'.repeat(300 * 1024) }));
  await press(region, 'Stuur bericht');
  await expect.poll(() => alert.innerText()).toContain('een bericht mag 256 KB zijn');
});

test('a function that queues to itself without end is stopped, with what it cost', async ({ openPage }) => {
  const page = await openPage(TWICE);
  const region = playground(page, 'Een herinnering zonder einde');
  await press(region, 'Stuur bericht');
  // All that there is to see, so that a chain that does not end tells where it is.
  await expect.poll(() => region.innerText()).toContain('Gestopt na');
  // The message that is one too many is stopped while the invocation that sent it still runs.
  await expect.poll(() => logOf(region)).toContain('herinnering 17');
  await expect.poll(() => textOf(region, 'Kassabon')).toContain('16 andere aanroepen');
  expect(Number(await totalUsd(region))).toBeGreaterThan(0);
});

test('steady traffic flows until it is stopped, and the timeline pauses, zooms and shows it', async ({
  openPage,
}) => {
  const page = await openPage('lessen/schalen-ook-naar-nul/');
  const region = playground(page, 'Verkoop een kaartje');
  const slider = region.getByLabel('Gestaag verkeer');
  const width = () => slider.evaluate((element) => element.clientWidth);
  const before = await width();
  await slider.fill('10');
  await expect.poll(() => textOf(region, 'Antwoord')).toMatch(/\d+ aanroepen/);
  // A hand that moves it finds it where it was.
  expect(await width()).toBe(before);
  await press(region, 'Stop');
  expect(await region.getByLabel('Gestaag verkeer').inputValue()).toBe('0');
  const timeline = group(region, 'Tijdlijn');
  for (const name of ['Pauzeer', 'Zoom in', 'Zoom uit', 'Alles'])
    await timeline.getByRole('button', { name }).click();
  await timeline.getByText('Als tabel').click();
  // A row for each invocation, under one that names the columns.
  const told = async () => Number.parseInt(await timeline.getByText(/^\d+ aanroepen/).innerText(), 10);
  await expect.poll(async () => (await timeline.getByRole('row').count()) - (await told())).toBe(1);
  // The first one; of the last ones some may have been refused, and those cost nothing.
  await timeline.getByRole('row').last().getByRole('button').click();
  await expect.poll(() => textOf(region, 'Kassabon')).toContain('andere aanroep');
});

test('a thousand calls at once: each is answered, and the page stays alive', async ({ openPage }) => {
  const page = await openPage('lessen/schalen-ook-naar-nul/');
  const region = playground(page, 'Verkoop een kaartje');
  await region.getByLabel('Aantal').selectOption('1000');
  await press(region, 'Stuur 1.000 tegelijk');
  const result = answerOf(region).getByRole('table', { name: '1.000 aanroepen tegelijk' });
  await result.waitFor();
  const cells = await result.getByRole('cell').allInnerTexts();
  const [ok = 0, refused = 0] = cells.map((text) => Number(text.replace('.', '')));
  expect(ok).toBeGreaterThanOrEqual(10);
  expect(ok + refused).toBe(1_000);
});

test('a thumbnail of 12 megapixels is made in the worker while the page goes on', async ({ openPage }) => {
  const page = await openPage(FILES);
  const region = playground(page, 'Verklein een foto');
  const jpeg = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4_000, 3_000);
    const context = canvas.getContext('2d');
    for (let at = 0; context && at < 4_000; at += 1) {
      context.fillStyle = `hsl(${(at * 37) % 360} 70% ${30 + (at % 40)}%)`;
      context.fillRect((at * 61) % 4_000, (at * 97) % 3_000, 180, 120);
    }
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  await ready(region, 'Kies een bestand');
  await region.locator('input[type="file"]').setInputFiles({
    name: 'groot.jpg',
    mimeType: 'image/jpeg',
    buffer: Buffer.from(jpeg),
  });
  // The page draws and scrolls while the worker is at it.
  const frames = await page.evaluate(async () => {
    const playground = document.querySelector('section.playground');
    let frames = 0;
    while (!playground?.textContent?.includes('klein/groot.jpg')) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      scrollBy(0, frames % 2 === 0 ? 3 : -3);
      frames += 1;
    }
    return frames;
  });
  expect(frames).toBeGreaterThan(3);
  await expect.poll(() => textOf(region, 'Antwoord')).toContain('Gelukt');
});

test('long messages in a queue leave a phone’s page as wide as its window', async ({ openPage }) => {
  const page = await openPage(QUEUES, { viewport: { width: 390, height: 844 } });
  const region = playground(page, 'Nieuwsbrief aan twintig lezers');
  await region.getByRole('button', { name: 'Voer uit' }).click();
  await region.locator('.message').first().waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});
