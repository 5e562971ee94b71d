/** The laboratory of the tool as somebody has it: the address in the terminal, opened in a browser, for a folder on a disk. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { buildToolPage } from '../../src/build/tool/tool-page.ts';
import { PATIENCE_MS } from '../../src/cli/test-settings.ts';
import { loadPageFiles } from '../../src/tool/server/page-files.ts';
import { violations } from '../browser/axe.ts';
import { launchQuickChromium } from '../support/quick-chromium.ts';
import { ask, command, folderWith, start, usePage, write } from './running.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

let browser: Browser;
let made = '';
beforeAll(async () => {
  made = mkdtempSync(join(tmpdir(), 'functielab-lab-'));
  await buildToolPage(PROJECT, made);
  usePage(loadPageFiles(pathToFileURL(`${made}/`)));
  browser = await launchQuickChromium();
}, PATIENCE_MS);
afterAll(async () => {
  await browser.close();
  rmSync(made, { recursive: true, force: true });
});

/** Besides that of the lab. */
const OTHER_TARIFF = 'azure-functions-flex';

const CODE = `export default async (request, { env }) => {
  console.log('gelogd');
  return Response.json({ versie: 1, groet: env.GROET, node: typeof process });
};
`;
const projectWith = (more: object = {}) =>
  JSON.stringify({
    version: 1,
    functions: { hallo: { entry: 'hallo.js', trigger: { type: 'http' } } },
    env: { GROET: 'dag' },
    // A busy machine may take long to start an instance.
    timeoutMs: 30_000,
    ...more,
  });

async function opened(args: readonly string[] = [], files: Readonly<Record<string, string>> = {}) {
  const folder = folderWith({ 'hallo.js': CODE, 'functielab.json': projectWith(), ...files });
  const tool = await start(folder, args);
  const context = await browser.newContext({ locale: 'nl-NL' });
  onTestFinished(() => context.close());
  const page = await context.newPage();
  const foreign: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    if (!/^(http:\/\/127\.0\.0\.1:\d+\/_functielab\/|data:|blob:)/.test(request.url()))
      foreign.push(request.url());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  await page.goto(tool.address);
  await lab(page).getByRole('button', { name: 'Voer uit' }).waitFor();
  return { ...tool, folder, page, foreign, errors };
}

const lab = (page: Page) => page.getByRole('region', { name: /^Speeltuin: / });
const answer = (page: Page) => lab(page).getByRole('group', { name: 'Antwoord' });
const receipt = (page: Page) => lab(page).getByRole('group', { name: 'Kassabon' });
const run = (page: Page) => lab(page).getByRole('button', { name: 'Voer uit' }).click();
/** Chosen at once, it is started then; until it has answered, a run goes on in the sandbox. */
const untilNodeIsThere = (page: Page) =>
  lab(page)
    .getByText(/^Zonder sandbox: /)
    .waitFor();
const total = (page: Page) => receipt(page).locator('tfoot data').getAttribute('value');

describe('the laboratory', () => {
  test('runs the folder in the sandbox, shows what is saved without running it, and asks nobody else', async () => {
    const { page, folder, foreign, errors, token, call } = await opened();
    expect(await page.title()).toBe(`${basename(folder)} – Functielab`);
    expect(await violations(page)).toEqual([]);
    await run(page);
    await answer(page).getByText('"versie": 1').waitFor();
    expect(await answer(page).textContent()).toMatch(/"node": "undefined"/);
    // The receipt follows the answer.
    await expect.poll(async () => Number(await total(page))).toBeGreaterThan(0);
    const before = await total(page);

    write(folder, 'hallo.js', CODE.replace('versie: 1', 'versie: 2'));
    await page.getByText(/^Bewaard en uitgerold om .*: hallo\.js\. Er is niets uitgevoerd\.$/).waitFor();
    await lab(page).getByText('er kwam een nieuwe versie').first().waitFor();
    const code = lab(page).getByRole('tabpanel').or(lab(page).locator('[data-file]')).first();
    await expect.poll(() => code.textContent()).toContain('versie: 2');
    await expect(answer(page).getByText('"versie": 1').count()).resolves.toBe(1);
    expect(await total(page)).toBe(before);
    expect(await violations(page)).toEqual([]);

    await run(page);
    await answer(page).getByText('"versie": 2').waitFor();
    await expect.poll(async () => Number(await total(page))).toBeGreaterThan(Number(before));
    expect(foreign).toEqual([]);
    expect(errors).toEqual([]);
    expect(page.url()).not.toContain(token);
    // The page's own runs are none of those at the address for programs.
    expect((await call('/_functielab/usage')).text).toBe('');
  });

  test('runs it in Node as well, and its receipt is that of the bill, to the last digit', async () => {
    const { page } = await opened();
    await run(page);
    await answer(page).getByText('"node": "undefined"').waitFor();
    await lab(page).getByRole('radio', { name: 'Node' }).check();
    await untilNodeIsThere(page);
    await run(page);
    await answer(page).getByText('"node": "object"').waitFor();
    await expect.poll(() => lab(page).getByRole('log').textContent()).toMatch(/gelogd[\s\S]*gelogd/);

    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Bewaar het gebruik' }).click();
    const usage = readFileSync(await (await downloading).path(), 'utf8');
    expect(usage.trim().split('\n')).toHaveLength(2);
    await receipt(page).getByText('Kies een ander tarief').click();
    const picker = receipt(page).getByLabel('Tarief');
    for (const id of ['aws-lambda-x86-us-east-1', OTHER_TARIFF]) {
      await picker.selectOption(id);
      const { out } = await command(PROJECT, ['bill', '--tariff', id, '--json'], usage);
      await expect.poll(() => total(page)).toBe(JSON.parse(out).totalUsd);
    }
  });

  test('a package of the folder is there in Node, and the page says that the sandbox has none', async () => {
    const { page } = await opened([], {
      'hallo.js': `import tien from 'tien';\nexport default () => new Response('getal ' + tien);`,
      'node_modules/tien/package.json': '{ "name": "tien", "type": "module", "exports": "./index.js" }',
      'node_modules/tien/index.js': 'export default 10;',
    });
    await page
      .getByText('De code gebruikt pakketten of onderdelen van Node (tien).', { exact: false })
      .waitFor();
    await run(page);
    await answer(page).getByRole('alert').getByText('importeert het pakket tien', { exact: false }).waitFor();
    await lab(page).getByRole('radio', { name: 'Node' }).check();
    await untilNodeIsThere(page);
    await run(page);
    await answer(page).getByText('getal 10').waitFor();
  });

  test('keeps what is typed in it out of the folder, and Node runs the folder alone', async () => {
    const { page, folder } = await opened();
    const node = lab(page).getByRole('radio', { name: 'Node' });
    await node.check();
    await expect.poll(() => node.isChecked()).toBe(true);
    const editor = lab(page).getByRole('textbox', { name: 'Code van hallo.js' });
    await editor.click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(`export default () => new Response('hier getypt');`);
    await page.getByText('Hier veranderd, en niet in je map: hallo.js.').waitFor();
    await expect.poll(() => node.isDisabled()).toBe(true);
    await lab(page).getByText('Node draait alleen wat in je map staat', { exact: false }).waitFor();
    await run(page);
    await answer(page).getByText('hier getypt').waitFor();
    expect(readFileSync(join(folder, 'hallo.js'), 'utf8')).toBe(CODE);

    await page.getByRole('button', { name: 'Zet terug wat in de map staat' }).click();
    await expect.poll(() => node.isChecked()).toBe(true);
    await run(page);
    await answer(page).getByText('"node": "object"').waitFor();
  });

  test('says what was replaced where a file is saved in which something was typed, and gives it back', async () => {
    const { page, folder } = await opened();
    const editor = lab(page).getByRole('textbox', { name: 'Code van hallo.js' });
    await editor.click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(`export default () => new Response('hier getypt');`);
    write(folder, 'hallo.js', CODE.replace('versie: 1', 'versie: 2'));
    await page.getByText('Wat je hier had getypt in hallo.js, is vervangen.', { exact: false }).waitFor();
    await expect.poll(() => editor.textContent()).toContain('versie: 2');
    await page.getByRole('button', { name: 'Zet mijn tekst terug' }).click();
    await expect.poll(() => editor.textContent()).toContain('hier getypt');
    expect(readFileSync(join(folder, 'hallo.js'), 'utf8')).toContain('versie: 2');
  });
});

test('the page is isolated, in no frame, and runs no script that somebody put in it', async () => {
  const { page, port, errors } = await opened();
  expect(await page.evaluate('crossOriginIsolated')).toBe(true);
  await page.evaluate(`{
    const inline = document.createElement('div');
    inline.innerHTML = '<img src="x" onerror="window.isRun = true"><iframe srcdoc="<script>parent.isRun = true</script>"></iframe>';
    document.body.append(inline);
    const link = document.createElement('iframe');
    link.src = 'data:text/html,<script>parent.isRun = true</script>';
    document.body.append(link);
  }`);
  await expect
    .poll(() => errors.filter((text) => text.includes('Content Security Policy')).length)
    .toBeGreaterThan(1);
  expect(await page.evaluate('window.isRun')).toBeUndefined();
  const { headers } = await ask(port, '/_functielab/');
  expect(headers).toMatchObject({
    'content-security-policy': expect.stringMatching(/script-src 'strict-dynamic'.*frame-ancestors 'none'$/),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-embedder-policy': 'require-corp',
    'referrer-policy': 'no-referrer',
    'cache-control': 'no-store',
  });
  expect(headers['content-security-policy']).not.toContain('https:');
});

describe('calls from outside', () => {
  test('come on the page with log and receipt, from a program and from a tab of the function itself', async () => {
    const { page, call, foreign } = await opened();
    const outside = page.getByRole('region', { name: 'Aanroepen van buiten' });
    await page
      .getByText('Nog geen. Wat een programma, curl of een tabblad aanroept', { exact: false })
      .waitFor();
    expect((await call('/')).status).toBe(200);
    await expect.poll(() => outside.getByRole('log').textContent()).toContain('gelogd');
    const [usage = ''] = (await call('/_functielab/usage')).text.trim().split('\n');
    const { out } = await command(PROJECT, ['bill', '--tariff', 'aws-lambda-x86-us-east-1', '--json'], usage);
    const total = outside.getByRole('group', { name: 'Kassabon' }).locator('tfoot data');
    await expect.poll(() => total.getAttribute('value')).toBe(JSON.parse(out).totalUsd);

    const opening = page.context().waitForEvent('page');
    await lab(page).getByRole('link', { name: 'Open in een tabblad' }).click();
    const tab = await opening;
    await tab.getByText('"versie":1', { exact: false }).waitFor();
    expect(tab.url()).toMatch(/^http:\/\/localhost:\d+\/$/);
    await expect
      .poll(async () => Number(await total.getAttribute('value')))
      .toBeGreaterThan(Number(JSON.parse(out).totalUsd));
    // A reload finds them again, once.
    await page.reload();
    await expect
      .poll(() => outside.getByRole('log').textContent())
      .toMatch(/^(?:(?!gelogd)[\s\S])*gelogd(?:(?!gelogd)[\s\S])*gelogd(?:(?!gelogd)[\s\S])*$/);
    expect(await violations(page)).toEqual([]);
    expect(foreign).toEqual([]);
  });
});

describe('without the key', () => {
  test('the page holds nothing of the folder, and says where the key is', async () => {
    const { port, page } = await opened();
    const other = await (await browser.newContext({ locale: 'nl-NL' })).newPage();
    onTestFinished(() => other.context().close());
    await other.goto(`http://127.0.0.1:${port}/_functielab/`);
    await other
      .getByRole('alert')
      .getByText('Open het adres dat in de terminal staat.', { exact: false })
      .waitFor();
    expect(await other.content()).not.toContain('hallo');
    expect(
      await other.evaluate(`fetch('/_functielab/line?page=abcdefgh').then(({ status }) => status)`),
    ).toBe(401);
    // Of this tab it is known, in its own storage alone: a reload goes on.
    await page.reload();
    await lab(page).getByRole('button', { name: 'Voer uit' }).waitFor();
    expect(await page.evaluate('document.cookie + location.href')).toBe(
      `http://127.0.0.1:${port}/_functielab/`,
    );
  });
});

describe.each([
  ['nl', 'is geen geldige', 'Tot dat klopt, draait de vorige versie door.', 'functielab antwoordt niet'],
  [
    'en',
    `can't be used`,
    'Until that is right, the version before it runs on.',
    'functielab does not answer',
  ],
])('in the language %s', (language, broken, goesOn, gone) => {
  test('it says what is wrong with what was saved, and that the tool is gone', async () => {
    const { page, folder, stop } = await opened(['--lang', language]);
    write(folder, 'functielab.json', '{ "version": 1,');
    const status = page.getByRole('status').getByText(goesOn, { exact: false });
    await status.waitFor();
    expect(await status.textContent()).toContain(broken);
    await run(page);
    await answer(page).getByText('"versie": 1').waitFor();
    write(folder, 'functielab.json', projectWith({ memoryMb: 256 }));
    await status.waitFor({ state: 'detached' });
    await stop();
    await page.getByRole('alert').getByText(gone, { exact: false }).waitFor();
    // The sandbox needs nobody.
    await run(page);
    await answer(page).getByText('"versie": 1').waitFor();
    expect(process.exitCode ?? 0).toBe(0);
  });
});
