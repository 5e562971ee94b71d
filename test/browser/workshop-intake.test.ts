/** What comes into a workplace from outside, and what a reader has when there is no network, a broken file or another device. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { violations } from './axe.ts';
import { untilAllIsKept } from './kept-for-offline.ts';
import { answerOf, inLooks, playground, run } from './reader.ts';
import { expect, test } from './site.ts';
import { untilStored } from './stored.ts';

const WORKSHOP = 'werkplaats/';
const TEMPLATE = 'Mijn eerste functie';

async function begin(page: Page, template: string): Promise<void> {
  await page
    .getByRole('group', { name: 'Begin met een sjabloon' })
    .getByRole('button', { name: template, exact: true })
    .click();
}

interface Chosen {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

async function choose(page: Page, button: string, file: Chosen): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: button }).click();
  await (await chooser).setFiles(file);
}

const zipFile = (files: Readonly<Record<string, string>>): Chosen => ({
  name: 'project.zip',
  mimeType: 'application/zip',
  buffer: Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))),
  ),
});

/** As a hand does it: the browser itself reads the files, and walks through the folders. */
async function drop(page: Page, zone: Locator, files: readonly string[]): Promise<void> {
  await zone.scrollIntoViewIfNeeded();
  const box = await zone.boundingBox();
  if (box === null) throw new Error('There is no place to drop anything');
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const) {
    await session.send('Input.dispatchDragEvent', {
      type,
      x: box.x + box.width / 2,
      y: box.y + box.height / 2,
      data,
    });
  }
}

test('without a network a workplace is begun, run, kept and taken along', async ({ openPage, siteUrl }) => {
  const page = await openPage('', { serviceWorker: true });
  await untilAllIsKept(page, siteUrl, () => page.keyboard.press('Tab'));
  await page.context().setOffline(true);
  await page.goto(new URL(WORKSHOP, siteUrl).href);
  await begin(page, 'CRUD met opslag');
  const region = playground(page, 'Takenlijst');
  await run(region);
  await answerOf(region).getByText('201').first().waitFor();
  await untilStored(page, 'functielab', 'kv', /Brood kopen/);
  await page.reload();
  await region.getByRole('button', { name: 'GET /taken', exact: true }).click();
  await run(region);
  await answerOf(region).getByText('Brood kopen').waitFor();
  await region.getByRole('button', { name: 'Neem mee' }).click();
  const dialog = page.getByRole('dialog', { name: 'Neem je functie mee' });
  await dialog.getByRole('button', { name: 'Cloudflare Workers' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download als zip' }).click(),
  ]);
  const taken = Object.keys(unzipSync(readFileSync(await download.path())));
  expect(taken).toContain('takenlijst/wrangler.jsonc');
});

test('a folder and loose files are dropped on the page, and run when they are asked to', async ({
  openPage,
}) => {
  const place = mkdtempSync(join(tmpdir(), 'functielab-sleep-'));
  try {
    const folder = join(place, 'winkel');
    mkdirSync(join(folder, 'lib'), { recursive: true });
    mkdirSync(join(folder, 'node_modules/x'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/x/index.js'), 'x');
    writeFileSync(join(folder, 'lib/groet.js'), "export const groet = 'uit een map';");
    writeFileSync(
      join(folder, 'index.js'),
      "import { groet } from './lib/groet.js';\nexport default () => new Response(groet);",
    );
    const page = await openPage(WORKSHOP);
    const zone = page.getByRole('group', { name: 'Eigen bestanden' });
    await drop(page, zone, [folder]);
    const region = playground(page, 'Naamloos');
    await region.waitFor();
    await region.getByRole('tab', { name: 'lib/groet.js' }).waitFor();
    await run(region);
    await answerOf(region).getByText('uit een map').waitFor();

    await page.getByRole('button', { name: 'Alle werkplaatsen' }).click();
    writeFileSync(join(place, 'los.js'), "export default () => new Response('een los bestand');");
    await drop(page, zone, [join(place, 'los.js')]);
    await region.waitFor();
    await run(region);
    await answerOf(region).getByText('een los bestand').waitFor();
  } finally {
    rmSync(place, { recursive: true });
  }
});

test('a broken zip, 60 MB and a newer functielab.json are each a sentence, and what was kept is whole', async ({
  openPage,
}) => {
  const page = await openPage(WORKSHOP);
  await begin(page, 'HTTP');
  await playground(page, TEMPLATE).waitFor();
  await page.getByRole('button', { name: 'Alle werkplaatsen' }).click();
  const said = async (sentence: RegExp) => {
    await page.getByRole('alert').getByText(sentence).waitFor();
    await page.getByRole('alert').getByText('Er is niets veranderd.').waitFor();
    expect(await page.getByRole('link', { name: TEMPLATE, exact: true }).count()).toBe(1);
  };
  const refused = async (file: Chosen, sentence: RegExp) => {
    await choose(page, 'Kies een zip of bestanden', file);
    await said(sentence);
  };
  const whole = zipFile({ 'a.js': 'export default () => new Response()' });
  await refused({ ...whole, buffer: whole.buffer.subarray(0, 40) }, /Deze zip is niet compleet/);
  // More than Playwright hands over: dropped from a disk, as a reader would.
  const place = mkdtempSync(join(tmpdir(), 'functielab-groot-'));
  try {
    const films = ['een.mp4', 'twee.mp4'].map((name) => join(place, name));
    for (const film of films) writeFileSync(film, Buffer.alloc(30 * 1024 * 1024));
    await drop(page, page.getByRole('group', { name: 'Eigen bestanden' }), films);
    await said(/Dit is 60 MB\./);
  } finally {
    rmSync(place, { recursive: true });
  }
  // Text that packs to nothing: the zip is small, and what is in it is not.
  const large = 'x'.repeat(900 * 1024);
  const texts = Object.fromEntries(Array.from({ length: 68 }, (_, at) => [`${at}.txt`, large]));
  await refused(zipFile(texts), /pakt uit tot meer dan er past|Dit is \d+ MB/);

  // A newer file may be right in a way that is not known here: its files are there to read, and nothing runs.
  const manifest = '{ "version": 9, "nieuw": true }';
  await choose(
    page,
    'Kies een zip of bestanden',
    zipFile({ 'functielab.json': manifest, 'a.js': 'export default () => new Response("nieuw")' }),
  );
  await page
    .getByText(/is van een nieuwere Functielab: het heeft versie 9/)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: 'Voer uit' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Maak dit mijn werkplaats' }).click();
  await expect.poll(() => page.getByText(/Deze bestanden komen van buiten/).count()).toBe(0);
  await page.getByRole('button', { name: 'Alle werkplaatsen' }).click();
  await page.getByRole('link', { name: TEMPLATE, exact: true }).click();
  const region = playground(page, TEMPLATE);
  await run(region);
  await answerOf(region).getByText('Dag Mila!').waitFor();
});

inLooks(0, (look, name) => {
  test(`all workplaces go to another device in one file, and the page of progress offers it too (${name})`, async ({
    openPage,
  }) => {
    const here = await openPage(WORKSHOP, look);
    for (const template of ['HTTP', 'Klok']) {
      await begin(here, template);
      await here.getByRole('button', { name: 'Alle werkplaatsen' }).click();
    }
    await here.goto(new URL('../voortgang/', here.url()).href);
    // Fetched when it is seen, and it stands below all that the reader has done.
    const seen = async () => {
      await here.getByRole('heading', { name: 'Je werkplaatsen' }).scrollIntoViewIfNeeded();
      return here.getByText('Op dit toestel staan 2 werkplaatsen').count();
    };
    await expect.poll(seen).toBe(1);
    expect(await violations(here)).toEqual([]);
    const [download] = await Promise.all([
      here.waitForEvent('download'),
      here.getByRole('button', { name: 'Bewaar alle werkplaatsen' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('functielab-werkplaatsen.json');
    const buffer = readFileSync(await download.path());

    const there = await openPage(WORKSHOP, look);
    const READ = 'Lees een bestand met werkplaatsen';
    const file = { name: 'functielab-werkplaatsen.json', mimeType: 'application/json' };
    await choose(there, READ, { ...file, buffer: buffer.subarray(0, 100) });
    await there
      .getByRole('alert')
      .getByText(/geen bestand met werkplaatsen.*Er is niets veranderd/)
      .waitFor();
    await choose(there, READ, { ...file, buffer });
    await there.getByRole('group', { name: 'Van wie is dit bestand?' }).waitFor();
    expect(await violations(there)).toEqual([]);
    await there.getByRole('button', { name: 'Van iemand anders' }).click();
    expect(await there.getByRole('link', { name: TEMPLATE, exact: true }).count()).toBe(0);
    await choose(there, READ, { ...file, buffer });
    await there.getByRole('button', { name: 'Van mij' }).click();
    await there.getByText('Toegevoegd uit het bestand: 2 werkplaatsen.').waitFor();
    // A second time there is nothing to add.
    await choose(there, READ, { ...file, buffer });
    await there.getByRole('button', { name: 'Van mij' }).click();
    await there.getByText('0 werkplaatsen. Al hier, en zo gelaten: 2.').waitFor();
    await there.getByRole('link', { name: TEMPLATE, exact: true }).click();
    await run(playground(there, TEMPLATE));
    await answerOf(playground(there, TEMPLATE)).getByText('Dag Mila!').waitFor();
  });
});
