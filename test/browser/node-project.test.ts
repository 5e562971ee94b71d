/** Projects of real Node: files, packages, a terminal, a server with its preview, and the zip to take home. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { linkTo } from '../../src/sharing/index.ts';
import { containerIsThere, hostRadio, startContainer } from './container-reader.ts';
import { test } from './container-site.ts';
import { answerOf, codeOf, playground, run, totalUsd } from './reader.ts';
import { expect } from './site.ts';

const PACKAGES = 'lessen/pakketten-en-koude-starts/';
const SERVER = 'lessen/van-server-naar-functies/';
const PLATFORM = 'lessen/onder-de-motorkap/';

function treeItem(region: Locator, name: string | RegExp): Locator {
  return region.getByRole('tree', { name: 'Bestanden' }).getByRole('treeitem', { name });
}

/** Changes the lesson's own text of a file, before its editor has come: that shows only the lines in view. */
async function replaceCode(page: Page, region: Locator, path: string, from: string, to: string) {
  const field = region.getByRole('textbox', { name: `Code van ${path}` });
  const before = await field.inputValue();
  expect(before).toContain(from);
  await field.click();
  await region.locator('.cm-content:focus').waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(before.replace(from, to));
}

test('a function with a package: asked for Node first, then installed, cold, warm and billed', async ({
  openLesson,
}) => {
  const page = await openLesson(PACKAGES);
  const region = playground(page, 'Groepeer bestellingen per stad');
  await run(region);
  const alert = answerOf(region).getByRole('alert');
  expect(await alert.getAttribute('data-code')).toBe('NODE_NEEDED');
  expect(await totalUsd(region)).toBe('0');
  await startContainer(region);
  await region.getByRole('button', { name: 'Voer uit' }).click();
  await answerOf(region).getByText('200 OK').waitFor();
  expect(await answerOf(region).innerText()).toMatch(/"Gent"[\s\S]*"rugzak"/);
  await run(region);
  expect(await answerOf(region).innerText()).toContain('warm');

  // One function of the package is a file of the package, which Node finds too.
  await replaceCode(
    page,
    region,
    'groepeer.js',
    "import { groupBy } from 'lodash-es';",
    "import groupBy from 'lodash-es/groupBy.js';",
  );
  await run(region);
  expect(await answerOf(region).innerText()).toMatch(/200 OK[\s\S]*koude start[\s\S]*"Gent"/);
});

test('a package that does not exist: npm says so, and Herstel mends it', async ({ openLesson }) => {
  const page = await openLesson(PACKAGES);
  const region = playground(page, 'Groepeer bestellingen per stad');
  await startContainer(region);
  await treeItem(region, 'package.json').click();
  await replaceCode(page, region, 'package.json', '4.18.1', '4.99.99');
  await treeItem(region, 'package.json, aangepast').waitFor();
  await region.getByRole('button', { name: 'Voer uit' }).click();
  const alert = answerOf(region).getByRole('alert');
  await alert.waitFor();
  expect(await alert.getAttribute('data-code')).toBe('INSTALL_FAILED');
  expect(await alert.innerText()).toMatch(/npm zei/);
  await region.getByRole('button', { name: 'Herstel' }).click();
  await region.getByRole('button', { name: 'Voer uit' }).click();
  await answerOf(region).getByText('200 OK').waitFor();
});

test('the tree of files is walked through with the arrow keys', async ({ openLesson }) => {
  const page = await openLesson(PACKAGES);
  const region = playground(page, 'Groepeer bestellingen per stad');
  // The page as served has the tree; from here on it answers to keys as well.
  await expect.poll(() => region.getByRole('button', { name: 'Voer uit' }).isEnabled()).toBe(true);
  await treeItem(region, 'groepeer.js').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await region.getByRole('textbox', { name: 'Code van package.json' }).waitFor();
  expect(await treeItem(region, 'package.json').getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('End');
  await page.keyboard.press(' ');
  await region.getByRole('textbox', { name: 'Code van meet.js' }).waitFor();
  expect(await region.getByRole('textbox', { name: 'Code van groepeer.js' }).isVisible()).toBe(false);
});

test('the terminal is a shell in the project’s folder, and lets the keyboard go', async ({ openLesson }) => {
  const page = await openLesson(PACKAGES);
  const region = playground(page, 'Groepeer bestellingen per stad');
  const terminal = region.getByRole('group', { name: 'Terminal' });
  expect(await terminal.innerText()).toContain('zodra WebContainer draait');
  await startContainer(region);
  await terminal.getByRole('button', { name: 'Open terminal' }).click();
  const input = terminal.getByRole('textbox', { name: 'Invoer van de terminal' });
  await expect.poll(() => input.evaluate((field) => field === document.activeElement)).toBe(true);
  const screen = terminal.locator('.xterm-rows');
  await expect.poll(() => screen.innerText()).toMatch(/\S/);
  await page.keyboard.type('node -p "6 * 7 + process.versions.node.split(\\".\\").length"\n');
  await expect.poll(() => screen.innerText()).toMatch(/^45\s*$/m);
  await page.keyboard.type('ls\n');
  await expect.poll(() => screen.innerText()).toMatch(/bestellingen\.json/);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await input.evaluate((field) => field === document.activeElement)).toBe(false);
  await terminal.getByRole('button', { name: 'Sluit terminal' }).click();
  await terminal.getByRole('button', { name: 'Open terminal' }).waitFor();
});

test('a server starts, shows its page, keeps its list, costs money, and forgets after a restart', async ({
  openLesson,
}) => {
  const page = await openLesson(SERVER);
  const region = playground(page, 'Takenlijst op een server');
  await region.getByRole('button', { name: 'Start', exact: true }).click();
  expect(await region.getByRole('alert').getAttribute('data-code')).toBe('NODE_NEEDED');
  await startContainer(region);
  await region.getByRole('button', { name: 'Start', exact: true }).click();
  const preview = region.getByRole('group', { name: 'Voorbeeld' });
  await preview.locator('iframe').waitFor();
  const shown = preview.frameLocator('iframe');
  await shown.getByRole('textbox').fill('Brood kopen');
  await shown.getByRole('button', { name: /Voeg toe/ }).click();
  await shown.getByText('Brood kopen').waitFor();
  await preview.getByRole('button', { name: 'Ververs' }).click();
  await shown.getByText('Brood kopen').waitFor();
  const log = region.getByRole('log', { name: 'Logboek' });
  await expect.poll(() => log.innerText()).toMatch(/POST \/taken/);
  const meter = region.getByRole('group', { name: 'Kosten van deze server' }).locator('data');
  await expect.poll(async () => Number(await meter.getAttribute('value'))).toBeGreaterThan(0);

  await replaceCode(page, region, 'server.js', 'let taken = [];', 'let taken = []; // van mij');
  await region.getByText('De server draait nog met je oude code').waitFor();
  await region.getByRole('button', { name: 'Herstart' }).click();
  await region.getByText('De server staat aan, op poort').waitFor();
  await preview.locator('iframe').waitFor();
  await shown.getByRole('textbox').waitFor();
  expect(await shown.getByText('Brood kopen').count()).toBe(0);
  await region.getByRole('button', { name: 'Stop', exact: true }).click();
  await region.getByText('De server staat uit.').waitFor();
  const spent = await meter.getAttribute('value');
  expect(await preview.locator('iframe').count()).toBe(0);
  await region.getByRole('button', { name: 'Start', exact: true }).click();
  await preview.locator('iframe').waitFor();
  await expect.poll(async () => Number(await meter.getAttribute('value'))).toBeGreaterThan(Number(spent));
});

test('a server that crashes says with which code, and what it printed', async ({ openLesson }) => {
  const page = await openLesson(SERVER);
  const region = playground(page, 'Takenlijst op een server');
  await startContainer(region);
  await replaceCode(page, region, 'server.js', 'let taken = [];', 'throw new Error("kapot bij de start");');
  await region.getByRole('button', { name: 'Start', exact: true }).click();
  await region.getByText(/gestopt met foutcode \d+/).waitFor();
  const log = region.getByRole('log', { name: 'Logboek' });
  await expect.poll(() => log.innerText()).toContain('kapot bij de start');
});

test('server and function side by side: one bill runs, the other waits', async ({ openLesson }) => {
  const page = await openLesson(SERVER);
  const server = playground(page, 'Takenlijst op een server');
  const fn = playground(page, 'Takenlijst als functie');
  await startContainer(server);
  await server.getByRole('button', { name: 'Start', exact: true }).click();
  await server.locator('iframe').waitFor();
  await run(fn);
  const compare = page.getByRole('group', { name: 'Server en functie naast elkaar' });
  await compare.scrollIntoViewIfNeeded();
  await compare.getByText('1 × Takenlijst als functie').waitFor();
  const running = compare.getByRole('group', { name: 'Kosten van deze server' }).locator('data');
  const now = Number(await running.getAttribute('value'));
  const paid = await compare.locator('tfoot data').getAttribute('value');
  await expect.poll(async () => Number(await running.getAttribute('value'))).toBeGreaterThan(now);
  expect(await compare.locator('tfoot data').getAttribute('value')).toBe(paid);
});

test('the small platform of the lesson runs: cold, warm, and 429 at its limit', async ({
  openLesson,
  allow,
}) => {
  allow(/429 \(Too Many Requests\)/);
  const page = await openLesson(PLATFORM);
  const region = playground(page, 'Mini-platform');
  await startContainer(region);
  // Four starts at once take more than three seconds where the processor is busy.
  await replaceCode(page, region, 'platform.js', 'TIMEOUT_MS = 3_000', 'TIMEOUT_MS = 30_000');
  await region.getByRole('button', { name: 'Start', exact: true }).click();
  const shown = region.getByRole('group', { name: 'Voorbeeld' }).frameLocator('iframe');
  await shown.getByRole('button', { name: 'Roep aan' }).click();
  await shown
    .getByText(/status 200/)
    .first()
    .waitFor();
  await shown.getByRole('button', { name: /Roep 10/ }).click();
  // At least the four that may run at once; on a slow machine the last calls come when the first have been answered.
  await shown.getByText(/^Klaar: [4-9] van 10 gelukt\.$/).waitFor();
  const log = region.getByRole('log', { name: 'Logboek' });
  await expect.poll(() => log.innerText()).toMatch(/koude start[\s\S]*geweigerd \(429\)[\s\S]*GB-seconden/);
});

test('the zip holds what the editor shows, and what starts it', async ({ openLesson }) => {
  const page = await openLesson(PACKAGES);
  const region = playground(page, 'Groepeer bestellingen per stad');
  await replaceCode(page, region, 'groepeer.js', "'stad'", "'product'");
  await region.getByRole('button', { name: 'Neem mee' }).click();
  const dialog = region.getByRole('dialog', { name: 'Neem je functie mee' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download als zip' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('groepeer.zip');
  // Its packages are its own: no other platform has a place for them.
  expect(await dialog.getByRole('button', { name: 'Cloudflare Workers' }).isDisabled()).toBe(true);
  await dialog.getByRole('button', { name: 'Sluit' }).click();
  const entries = unzipSync(readFileSync(await download.path()));
  expect(Object.keys(entries)).toEqual(
    expect.arrayContaining([
      'groepeer/groepeer.js',
      'groepeer/package.json',
      'groepeer/functielab/start.mjs',
    ]),
  );
  const code = strFromU8(entries['groepeer/groepeer.js'] ?? new Uint8Array());
  expect(code).toContain("groupBy(bestellingen, 'product')");
  expect(code.trimEnd()).toBe((await codeOf(region)).trimEnd());

  // Out of a zip code runs on the reader's own computer, outside every sandbox: a stranger's has to be taken over first.
  const link = linkTo('https://cursus.test/', {
    name: 'groepeer',
    files: { 'groepeer.js': 'van een ander' },
  });
  await page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    new URL(link ?? '').hash,
  );
  await region.getByText(/Dit is de code van iemand anders/).waitFor();
  await region.getByRole('button', { name: 'Neem mee' }).click();
  await dialog
    .getByText(
      'Deze code is van iemand anders, en een zip draait zonder sandbox. Vertrouw je de code, kies dan eerst Bewaar als mijn versie.',
    )
    .waitFor();
  expect(await dialog.getByRole('button', { name: 'Download als zip' }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Sluit' }).click();
  await region.getByRole('button', { name: 'Ga terug naar mijn versie' }).click();
  await region.getByText(/een zip draait zonder sandbox/).waitFor({ state: 'hidden' });
});

test('a program and a function of one page share the container', async ({ openLesson, standIn }) => {
  const page = await openLesson(SERVER);
  const boots = standIn?.boots ?? 0;
  const server = playground(page, 'Takenlijst op een server');
  const fn = playground(page, 'Takenlijst als functie');
  await startContainer(server);
  await hostRadio(fn, 'WebContainer').check();
  await containerIsThere(fn);
  await run(fn);
  expect(await answerOf(fn).innerText()).toContain('201');
  if (standIn) expect(standIn.boots - boots).toBe(1);
});
