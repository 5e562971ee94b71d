/** The workplace as axe sees it, and what it takes from a disk. What its reader does in it is in `workshop-paths.test.ts`. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { violations } from './axe.ts';
import { answerOf, inLooks, playground, run } from './reader.ts';
import { expect, test } from './site.ts';

const WORKSHOP = 'werkplaats/';
async function begin(page: Page, template: string): Promise<void> {
  await page
    .getByRole('group', { name: 'Begin met een sjabloon' })
    .getByRole('button', { name: template, exact: true })
    .click();
}

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
  test(`empty, with its settings and a mistake open, listed, and as a copy it has nothing against it (${name})`, async ({
    openPage,
  }) => {
    const page = await openPage(WORKSHOP, look);
    expect(await violations(page)).toEqual([]);
    await begin(page, 'CRUD met opslag');
    const region = playground(page, 'Takenlijst');
    await region.locator('summary', { hasText: /^Instellingen$/ }).click();
    await region.getByLabel('Naam van de werkplaats').waitFor();
    expect(await violations(page)).toEqual([]);
    const { scrolls, window } = await page.evaluate(() => ({
      scrolls: document.documentElement.scrollWidth,
      window: document.documentElement.clientWidth,
    }));
    expect(scrolls).toBeLessThanOrEqual(window);

    await page.getByRole('button', { name: 'Bestanden', exact: true }).click();
    const files = page.getByRole('dialog', { name: 'Bestanden' });
    await files.getByLabel('Naam', { exact: true }).fill('../weg.js');
    await files.getByRole('button', { name: 'Maak bestand' }).click();
    await files.getByRole('alert').waitFor();
    expect(await violations(page)).toEqual([]);
    await files.getByRole('button', { name: 'Sluit' }).click();

    await region.getByRole('button', { name: 'Deel' }).click();
    const shared = page.getByRole('dialog', { name: 'Deel je werkplaats' });
    const link = await shared.getByRole('textbox', { name: 'Link' }).inputValue();
    await shared.getByRole('button', { name: 'Sluit' }).click();
    await page.getByRole('button', { name: 'Alle werkplaatsen' }).click();
    await page.getByRole('link', { name: 'Takenlijst' }).waitFor();
    expect(await violations(page)).toEqual([]);
    const copy = await openPage(`${WORKSHOP}${new URL(link).hash}`, look);
    await copy.getByText(/Deze bestanden komen van buiten/).waitFor();
    await playground(copy, 'Takenlijst').waitFor();
    expect(await violations(copy)).toEqual([]);
  });
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
  await expect.poll(() => region.locator('.editor').count()).toBe(2);
  await run(region);
  await answerOf(region).getByText('van 0').waitFor();
});
