/** The workplace, as its reader goes through it: begin, run, set, keep, share, and bring in what comes from outside. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { violations } from './axe.ts';
import { answerOf, codeOf, inLooks, playground, run, totalUsd, write } from './reader.ts';
import { expect, test } from './site.ts';

const WORKSHOP = 'werkplaats/';
/** By these the README names the test that holds what it says. */
const MADE = 'a CRUD function is made, run and billed, and is there after a reload';
const COPY = 'a link is a copy that runs nothing, in a lab of its own, until its reader takes it over';

async function begin(page: Page, template: string): Promise<void> {
  await page
    .getByRole('group', { name: 'Begin met een sjabloon' })
    .getByRole('button', { name: template, exact: true })
    .click();
}

const settings = (region: Locator) => region.locator('summary', { hasText: /^Instellingen$/ });

async function bring(page: Page, files: { name: string; buffer: Buffer; mimeType: string }[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Kies een zip of bestanden' }).click();
  await (await chooser).setFiles(files);
}

const zipFile = (files: Readonly<Record<string, string>>) => ({
  name: 'project.zip',
  mimeType: 'application/zip',
  buffer: Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))),
  ),
});

inLooks(0, (look, name) => {
  test(`${MADE} (${name})`, async ({ openPage }) => {
    const page = await openPage(WORKSHOP, look);
    expect(await violations(page)).toEqual([]);
    await begin(page, 'CRUD met opslag');
    const region = playground(page, 'Takenlijst');
    await run(region);
    await answerOf(region).getByText('201').first().waitFor();
    expect(Number(await totalUsd(region))).toBeGreaterThan(0);
    await region.getByRole('button', { name: 'GET /taken', exact: true }).click();
    await run(region);
    await answerOf(region).getByText('Brood kopen').waitFor();
    await settings(region).click();
    expect(await violations(page)).toEqual([]);
    const { scrolls, window } = await page.evaluate(() => ({
      scrolls: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
    }));
    expect(scrolls).toBeLessThanOrEqual(window);

    // What was stored and what was made are there in a later visit.
    await page.reload();
    await region.getByRole('button', { name: 'GET /taken', exact: true }).click();
    await run(region);
    await answerOf(region).getByText('Brood kopen').waitFor();
    await page.getByRole('button', { name: 'Alle werkplaatsen' }).click();
    await page.getByRole('link', { name: 'Takenlijst' }).waitFor();
  });
});

test('a form writes functielab.json, and what is typed there changes the form and the laboratory', async ({
  openPage,
}) => {
  const page = await openPage(WORKSHOP);
  await begin(page, 'HTTP');
  const region = playground(page, 'Mijn eerste functie');
  await settings(region).click();
  await region.getByLabel('Naam van de werkplaats').fill('Groetjes');
  await region.getByLabel('Naam van de werkplaats').press('Tab');
  const renamed = playground(page, 'Groetjes');
  await renamed.waitFor();
  await renamed.getByLabel('Geheugen in MB').fill('512');
  await renamed.getByLabel('Geheugen in MB').press('Tab');
  await renamed.locator('summary', { hasText: 'Headers, body en instellingen' }).click();
  await expect.poll(() => renamed.getByRole('combobox', { name: 'Geheugen' }).inputValue()).toBe('512');
  // And the laboratory's own setting stands in the file.
  await renamed.getByRole('combobox', { name: 'Geheugen' }).selectOption('1024');
  await expect.poll(() => renamed.getByLabel('Geheugen in MB').inputValue()).toBe('1024');

  await renamed.getByRole('tab', { name: 'functielab.json' }).click();
  const panel = page.getByRole('tabpanel', { name: 'functielab.json' });
  await expect.poll(() => codeOf(panel)).toContain('"memoryMb": 1024');
  const manifest = await codeOf(panel);
  await write(page, panel, 'functielab.json', manifest.replace('Groetjes', 'Dag').replace('1024', '256'));
  await playground(page, 'Dag').waitFor();
  await expect.poll(() => playground(page, 'Dag').getByLabel('Geheugen in MB').inputValue()).toBe('256');

  // Half a file: the laboratory stays, the reader is told why, and the forms wait.
  await write(page, panel, 'functielab.json', '{ "version": 1,');
  await page.getByText(/functielab\.json is geen geldige JSON/).waitFor();
  expect(await playground(page, 'Dag').getByLabel('Geheugen in MB').isDisabled()).toBe(true);
  await write(page, panel, 'functielab.json', '{ "version": 2 }');
  await page.getByText(/is van een nieuwere Functielab/).waitFor();
  await write(page, panel, 'functielab.json', manifest);
  await run(playground(page, 'Groetjes'));
  await answerOf(playground(page, 'Groetjes')).getByText('Dag Mila!').waitFor();
});

test('a file is made, used, renamed and removed, each with a way back', async ({ openPage }) => {
  const page = await openPage(WORKSHOP);
  await begin(page, 'Leeg');
  const region = playground(page, 'Nieuwe werkplaats');
  const files = page.getByRole('button', { name: 'Bestanden', exact: true });
  const dialog = page.getByRole('dialog', { name: 'Bestanden' });

  await files.click();
  await dialog.getByLabel('Naam', { exact: true }).fill('../weg.js');
  await dialog.getByRole('button', { name: 'Maak bestand' }).click();
  await dialog.getByText('Een pad mag niet . of .. als map hebben.').waitFor();
  expect(await violations(page)).toEqual([]);
  await dialog.getByLabel('Naam', { exact: true }).fill('lib/groet.js');
  await dialog.getByRole('button', { name: 'Maak bestand' }).click();

  await write(
    page,
    region.getByRole('tabpanel', { name: 'lib/groet.js' }),
    'lib/groet.js',
    "export const groet = 'Hoi!';",
  );
  await region.getByRole('tab', { name: 'functie.js' }).click();
  await write(
    page,
    region.getByRole('tabpanel', { name: 'functie.js' }),
    'functie.js',
    "import { groet } from './lib/groet.js';\nexport default () => new Response(groet);",
  );
  await run(region);
  await answerOf(region).getByText('Hoi!').waitFor();

  await files.click();
  await dialog.getByRole('combobox', { name: 'Bestand' }).selectOption('functie.js');
  await dialog.getByLabel('Naam', { exact: true }).fill('src.js');
  await dialog.getByRole('button', { name: 'Geef het deze naam' }).click();
  await region.getByRole('tab', { name: 'src.js' }).waitFor();
  await run(region);
  await answerOf(region).getByText('Hoi!').waitFor();

  await files.click();
  await dialog.getByRole('combobox', { name: 'Bestand' }).selectOption('lib/groet.js');
  await dialog.getByRole('button', { name: 'Verwijder bestand' }).click();
  expect(await region.getByRole('tab', { name: 'lib/groet.js' }).count()).toBe(0);
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await region.getByRole('tab', { name: 'lib/groet.js' }).waitFor();
  await run(region);
  await answerOf(region).getByText('Hoi!').waitFor();
});

test('workplaces are listed, copied, thrown away and got back', async ({ openPage }) => {
  const page = await openPage(WORKSHOP);
  await begin(page, 'HTTP');
  await playground(page, 'Mijn eerste functie').waitFor();
  await page.getByRole('button', { name: 'Alle werkplaatsen' }).click();
  await page.getByRole('button', { name: 'Kopieer Mijn eerste functie', exact: true }).click();
  await page.getByRole('link', { name: 'Mijn eerste functie (kopie)' }).waitFor();
  expect(await violations(page)).toEqual([]);
  await page.getByRole('button', { name: 'Verwijder Mijn eerste functie', exact: true }).click();
  await expect
    .poll(() => page.getByRole('link', { name: 'Mijn eerste functie', exact: true }).count())
    .toBe(0);
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await page.getByRole('link', { name: 'Mijn eerste functie', exact: true }).click();
  await playground(page, 'Mijn eerste functie').waitFor();
});

test('begins with a sample of the course', async ({ openPage }) => {
  const page = await openPage(WORKSHOP);
  await page.getByLabel('Een functie uit de cursus').selectOption({ label: 'Begroet een bezoeker' });
  await page.getByRole('button', { name: 'Begin met deze functie' }).click();
  const region = playground(page, 'Begroet een bezoeker');
  await run(region);
  await answerOf(region).getByText('Dag Mila!').waitFor();
});

inLooks(1, (look, name) => {
  test(`${COPY} (${name})`, async ({ openPage }) => {
    const theirs = await openPage(WORKSHOP, look);
    await begin(theirs, 'HTTP');
    const region = playground(theirs, 'Mijn eerste functie');
    await region.getByRole('button', { name: 'Deel' }).click();
    const link = await theirs
      .getByRole('dialog', { name: 'Deel je werkplaats' })
      .getByRole('textbox', { name: 'Link' })
      .inputValue();

    const page = await openPage(`${WORKSHOP}${new URL(link).hash}`, look);
    const copy = playground(page, 'Mijn eerste functie');
    await copy.waitFor();
    await page.getByText(/Deze bestanden komen van buiten/).waitFor();
    expect(await copy.getByRole('group', { name: 'Kassabon' }).locator('tfoot').count()).toBe(0);
    expect(await violations(page)).toEqual([]);
    await run(copy);
    await answerOf(copy).getByText('Dag Mila!').waitFor();
    await copy
      .getByText(/staat uit zolang hier code van iemand anders staat/)
      .first()
      .waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Maak dit mijn werkplaats' }).click();
    await expect.poll(() => page.getByText(/Deze bestanden komen van buiten/).count()).toBe(0);
    await page.reload();
    await playground(page, 'Mijn eerste functie').waitFor();
    await page.getByRole('button', { name: 'Alle werkplaatsen' }).click();
    await page.getByRole('link', { name: 'Mijn eerste functie' }).waitFor();
  });
});

test('a workplace is saved as a zip, and that zip opens again', async ({ openPage }) => {
  const page = await openPage(WORKSHOP);
  await begin(page, 'Wachtrij');
  const region = playground(page, 'Bestellen en later verwerken');
  await region.getByRole('button', { name: 'Deel' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bewaar als zip' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('bestellen-en-later-verwerken.zip');
  const bytes = await readFile(await saved.path());
  expect(Object.keys(unzipSync(bytes)).sort()).toEqual([
    'bestellen-en-later-verwerken/bestel.js',
    'bestellen-en-later-verwerken/functielab.json',
    'bestellen-en-later-verwerken/verwerk.js',
  ]);
  await page.getByRole('dialog').getByRole('button', { name: 'Sluit' }).click();
  await page.getByRole('button', { name: 'Alle werkplaatsen' }).click();
  await bring(page, [{ name: 'terug.zip', mimeType: 'application/zip', buffer: bytes }]);
  const copy = playground(page, 'Bestellen en later verwerken');
  await run(copy);
  await answerOf(copy).getByText('202').first().waitFor();
});

test('a folder with a stranger’s Worker is recognised, adapted and runs', async ({ openPage }) => {
  const folder = mkdtempSync(join(tmpdir(), 'functielab-map-'));
  try {
    mkdirSync(join(folder, 'node_modules/x'), { recursive: true });
    writeFileSync(join(folder, 'node_modules/x/index.js'), 'x');
    writeFileSync(
      join(folder, 'index.js'),
      'export default { fetch: () => new Response("van een Worker") };',
    );
    const page = await openPage(WORKSHOP);
    const chooser = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: 'Kies een map' }).click();
    await (await chooser).setFiles(folder);
    await page.getByText(/index\.js is een Worker/).waitFor();
    await page.getByText(/node_modules: overgeslagen/).waitFor();
    const region = playground(page, 'Naamloos');
    await run(region);
    await answerOf(region).getByText('van een Worker').waitFor();
    expect(await violations(page)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('what can not be taken is refused in a sentence, and nothing is lost', async ({ openPage }) => {
  const page = await openPage(WORKSHOP);
  const said = async (sentence: RegExp) => {
    await page.getByRole('alert').getByText(sentence).waitFor();
  };
  await bring(page, [{ name: 'kapot.zip', mimeType: 'application/zip', buffer: Buffer.from('PK geen zip') }]);
  await said(/Deze zip is niet compleet/);
  await bring(page, [zipFile({ '../buiten.js': 'export default 1' })]);
  await said(/dat buiten de map wil staan/);
  await bring(page, [zipFile({ 'in.zip': 'PK' })]);
  await said(/heeft nog een zip in zich/);
  await bring(page, [{ name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(45 * 1024 * 1024) }]);
  await said(/Dit is 45 MB\./);
  await bring(page, [{ name: 'index.ts', mimeType: 'text/plain', buffer: Buffer.from('export {}') }]);
  await said(/heeft TypeScript/);
  await bring(page, [
    {
      name: 'index.mjs',
      mimeType: 'text/javascript',
      buffer: Buffer.from('export const handler = async () => ({})'),
    },
  ]);
  await page.getByText(/is een handler van AWS Lambda/).waitFor();
  await page.goto(new URL('#deel=werkplaats.AAAA', page.url().split('#')[0]).href);
  await said(/De werkplaats in deze link is niet te lezen/);
});

test('works without storage, and says so', async ({ openPage }) => {
  const page = await openPage(WORKSHOP, {
    before: `if (self === top) Object.defineProperty(self, 'indexedDB', { get: () => { throw new DOMException('no', 'SecurityError'); } });`,
  });
  await page.getByText(/Je browser bewaart hier niets/).waitFor();
  await begin(page, 'HTTP');
  const region = playground(page, 'Mijn eerste functie');
  await run(region);
  await answerOf(region).getByText('Dag Mila!').waitFor();
  await page.getByRole('button', { name: 'Alle werkplaatsen' }).click();
  await page.getByRole('link', { name: 'Mijn eerste functie' }).waitFor();
});

test('in a second tab a workplace is a copy, and says so', async ({ openPage }) => {
  const page = await openPage(WORKSHOP);
  await begin(page, 'HTTP');
  await playground(page, 'Mijn eerste functie').waitFor();
  const other = await openPage(`${WORKSHOP}${new URL(page.url()).hash}`, { besides: page });
  await other.getByText(/Deze werkplaats staat ook open in een ander tabblad/).waitFor();
  await other.getByRole('button', { name: 'Bewaar als nieuwe werkplaats' }).click();
  await expect.poll(() => other.getByText(/staat ook open in een ander tabblad/).count()).toBe(0);
});

test('200 files and 20 functions open, with only the file that is looked at in an editor', async ({
  openPage,
}) => {
  const functions = Object.fromEntries(
    Array.from({ length: 20 }, (_, at) => [
      `f${at}`,
      { entry: `f${at}.js`, trigger: { type: 'http', path: `/f${at}`, routes: [`GET /f${at}`] } },
    ]),
  );
  const files = Object.fromEntries(
    Array.from({ length: 199 }, (_, at) => [`f${at}.js`, `export default () => new Response('van ${at}');`]),
  );
  const page = await openPage(WORKSHOP);
  const manifest = JSON.stringify({ version: 1, title: 'Groot', functions });
  await bring(page, [zipFile({ ...files, 'functielab.json': manifest })]);
  await page.getByRole('button', { name: 'Maak dit mijn werkplaats' }).click();
  await expect.poll(() => page.getByText(/Deze bestanden komen van buiten/).count()).toBe(0);
  const region = playground(page, 'Groot');
  await region.getByRole('treeitem', { name: 'f198.js' }).click();
  await region.getByRole('textbox', { name: 'Code van f198.js' }).waitFor();
  expect(await region.locator('.editor').count()).toBe(2);
  await run(region);
  await answerOf(region).getByText('van 0').waitFor();
});
