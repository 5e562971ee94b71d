/** A package in a learning environment: a real SCORM run-time (scorm-again) around it, in a real browser. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import type { FrameLocator, Page } from 'playwright-core';
import { exerciseFromDisk } from '../../src/build/exercises/from-disk.ts';
import { startServer } from '../../src/cli/serve.ts';
import { violations } from './axe.ts';
import { dataIsland, INJECTIONS, whatRan } from './injection/injections.ts';
import { looks } from './reader.ts';
import { expect, test as siteTest } from './site.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const LESSON = 'wat-zijn-serverless-functions';
const MB = 1_024 ** 2;
/** Of the whole course, whichever lesson counts. */
const lessons = readdirSync(join(PROJECT, 'content/lessons')).flatMap(
  (file) => /^\d+-(.+)\.mdx$/.exec(file)?.[1] ?? [],
);
const VERSIONS = ['1.2', '2004'] as const;
type Version = (typeof VERSIONS)[number];

/** `Open` begins a visit with `window.kept`, `Sluit` ends it; `window.all` is what the environment has then. */
const environment = (version: Version) => `<!doctype html><html lang="nl"><title>Leeromgeving</title>
<link rel="icon" href="data:,">
<script src="../${version === '1.2' ? 'scorm12' : 'scorm2004'}.min.js"></script>
<button id="open">Open</button><button id="sluit">Sluit</button>
<iframe title="Inhoud" style="width:100%;height:700px;border:0"></iframe>
<script>
  const frame = document.querySelector('iframe');
  const is12 = ${version === '1.2'};
  const name = is12 ? 'API' : 'API_1484_11';
  document.querySelector('#open').onclick = () => {
    const api = new (is12 ? Scorm12API : Scorm2004API)({ autocommit: false, logLevel: 5 });
    api.loadFromFlattenedJSON({ ['cmi.' + (is12 ? 'core.student_id' : 'learner_id')]: 'leerling-7', ...window.kept });
    const keep = () => {
      window.all = api.getFlattenedCMI();
    };
    api.on(is12 ? 'LMSCommit' : 'Commit', keep);
    api.on(is12 ? 'LMSFinish' : 'Terminate', () => { keep(); window.ended = (window.ended ?? 0) + 1; });
    window[name] = api;
    frame.src = 'pakket/start.html';
  };
  document.querySelector('#sluit').onclick = () => { frame.src = 'about:blank'; };
</script></html>`;

/** The first test waits until the packages are there, and each is a build of the site: minutes on a busy machine. */
const PACKAGING = { timeout: 600_000 };

const test = siteTest.extend('siteUrl', { scope: 'file' }, async ({ chromiumPath }, { onCleanup }) => {
  expect(chromiumPath).not.toBe('');
  const root = mkdtempSync(join(tmpdir(), 'functielab-leeromgeving-'));
  const zips = join(root, 'zips');
  const made = spawnSync(process.execPath, ['src/cli/scorm.ts', '--les', LESSON, '--uit', zips], {
    cwd: PROJECT,
    encoding: 'utf8',
    // Not ours as it is: the test runner says in it how it built itself, and Astro would believe that.
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'] },
  });
  expect(made.status, made.stderr).toBe(0);
  for (const [version, script] of [
    ['1.2', 'scorm12.min.js'],
    ['2004', 'scorm2004.min.js'],
  ] as const) {
    const folder = join(root, `omgeving-${version}`);
    const packed = readFileSync(join(zips, `functielab-${LESSON}-scorm-${version}.zip`));
    const zip = unzipSync(packed);
    // There is nothing to install inside a learning environment.
    expect(Object.keys(zip).filter((path) => /\.webmanifest$|^icons\//.test(path))).toEqual([]);
    expect(new TextDecoder().decode(zip['index.html'])).not.toContain('rel="manifest"');
    const paths = Object.keys(zip);
    expect(lessons.filter((slug) => !paths.includes(`lessen/${slug}/index.html`))).toEqual([]);
    expect(paths.filter((path) => path.endsWith('.xsd'))).toEqual([]);
    expect(Math.round(packed.length / MB)).toBe(3);
    for (const [path, bytes] of Object.entries(zip)) {
      const file = join(folder, 'pakket', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
    writeFileSync(join(folder, 'index.html'), environment(version));
    cpSync(join(PROJECT, 'node_modules/scorm-again/dist', script), join(root, script));
  }
  writeFileSync(
    join(root, 'index.html'),
    '<!doctype html><title>Leeromgevingen</title><link rel="icon" href="data:,">',
  );
  const server = await startServer({ root, port: 0 });
  onCleanup(async () => {
    await server.close();
    rmSync(root, { recursive: true, force: true });
  });
  return server.url;
});

interface Kept {
  readonly [name: string]: string;
}

const all = (page: Page) => page.evaluate(() => (window as unknown as { all: Kept }).all);

async function openEnvironment(page: Page, url: string, kept: Kept = {}): Promise<FrameLocator> {
  await page.goto(url);
  await page.evaluate((value) => Object.assign(window, { kept: value }), kept);
  await page.getByRole('button', { name: 'Open' }).click();
  return page.frameLocator('iframe[title="Inhoud"]');
}

async function close(page: Page): Promise<Kept> {
  await page.getByRole('button', { name: 'Sluit' }).click();
  await page.waitForFunction(() => (window as unknown as { ended?: number }).ended === 1);
  return all(page);
}

async function readToTheEnd(lesson: FrameLocator): Promise<void> {
  await lesson.locator('.lesson-footer').scrollIntoViewIfNeeded();
}

test(
  'SCORM 1.2: a lesson is read, its exercise made, and the environment knows both',
  PACKAGING,
  async ({ openPage, siteUrl }) => {
    const page = await openPage('', looks[0]);
    const wanted: string[] = [];
    page.on('request', (request) => wanted.push(request.url()));
    const package_ = await openEnvironment(page, `${siteUrl}omgeving-1.2/`);
    const lesson = package_.frameLocator('iframe[title="Functielab"]');
    await lesson.getByRole('heading', { level: 1, name: 'Wat zijn serverless functions?' }).waitFor();
    await package_.getByText(/Je leeromgeving weet: .*nog niet helemaal gelezen, 0 van 3/).waitFor();
    expect(await all(page)).toMatchObject({
      'cmi.core.lesson_status': 'incomplete',
      'cmi.core.score.raw': '0',
    });

    const region = lesson.getByRole('region', { name: 'Speeltuin: Begroet een bezoeker' });
    await region.getByRole('button', { name: 'Voer uit' }).click();
    await region.getByRole('group', { name: 'Antwoord' }).getByText('Dag Mila!').waitFor();
    await region.getByText(/WebContainer kan hier niet/).waitFor();

    const exercise = lesson.getByRole('region', { name: 'Speeltuin: Groet iedereen' });
    const { solution } = await exerciseFromDisk('groet-iedereen');
    const editor = exercise.getByRole('textbox', { name: 'Code van groet.js' });
    await editor.click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.insertText(solution.find(({ path }) => path === 'groet.js')?.text ?? '');
    await exercise.getByRole('button', { name: 'Controleer' }).click();
    await exercise.getByText('3 van 3 goed').waitFor();
    await readToTheEnd(lesson);
    await package_.getByText(/Je leeromgeving weet: .*” gelezen, 3 van 3 controles goed/).waitFor();
    expect(await violations(page)).toEqual([]);

    const kept = await close(page);
    expect(kept).toMatchObject({
      'cmi.core.lesson_status': 'completed',
      'cmi.core.score.raw': '100',
      'cmi.core.exit': 'suspend',
      'cmi.core.session_time': expect.stringMatching(/^00:0\d:\d\d$/),
    });
    expect(kept['cmi.suspend_data']?.length).toBeLessThan(4_096);
    // An environment has no page for a folder; and nothing is asked of anybody else.
    const inPackage = wanted.filter((url) => url.includes('/pakket/'));
    expect(inPackage.filter((url) => new URL(url).pathname.endsWith('/'))).toEqual([]);
    expect(wanted.filter((url) => !url.startsWith(siteUrl) && !/^(data|blob):/.test(url))).toEqual([]);

    // Code stays in the browser, apart for each student.
    const checkedBy = async (student: Kept) => {
      const opened = await openEnvironment(page, `${siteUrl}omgeving-1.2/`, student);
      const lesson = opened.frameLocator('iframe[title="Functielab"]');
      const exercise = lesson.getByRole('region', { name: 'Speeltuin: Groet iedereen' });
      await exercise.getByRole('button', { name: 'Controleer' }).click();
      const score = await exercise.getByText(/\d van 3 goed/).innerText();
      await close(page);
      return score;
    };
    expect(await checkedBy({ 'cmi.core.student_id': 'leerling-8' })).not.toContain('3 van 3');
    expect(await checkedBy({})).toContain('3 van 3');

    const elsewhere = await openPage('', looks[3]);
    const again = await openEnvironment(elsewhere, `${siteUrl}omgeving-1.2/`, {
      'cmi.core.lesson_status': 'completed',
      'cmi.core.score.raw': '100',
      'cmi.suspend_data': kept['cmi.suspend_data'] ?? '',
    });
    await again.getByText(/” gelezen, 3 van 3 controles goed/).waitFor();
    expect(await close(elsewhere)).toMatchObject({
      'cmi.core.lesson_status': 'completed',
      'cmi.core.score.raw': '100',
    });
  },
);

test('in a package an injected script runs no more than on the site', async ({
  openPage,
  siteUrl,
  allow,
}) => {
  // What is stopped is told on the console.
  allow(/Content Security Policy|\[astro-island\]|Not a part of this site/);
  const page = await openPage('', looks[0]);
  const package_ = await openEnvironment(page, `${siteUrl}omgeving-1.2/`);
  const lesson = package_.frameLocator('iframe[title="Functielab"]');
  await lesson.getByRole('heading', { level: 1, name: 'Wat zijn serverless functions?' }).waitFor();
  const failed = lesson.locator('body').evaluate(
    () =>
      new Promise<void>((resolve) => {
        addEventListener('astro:hydration-error', () => resolve(), { once: true });
      }),
  );
  const html = [...INJECTIONS.map((injection) => injection.html), dataIsland('island')].join('');
  await lesson.locator('body').evaluate((body, added) => body.insertAdjacentHTML('beforeend', added), html);
  for (const { click } of INJECTIONS) if (click) await lesson.locator(click).dispatchEvent('click');
  await failed;
  expect(await page.evaluate(whatRan)).toEqual([]);

  const start = package_.locator('body');
  await start.evaluate((body, added) => body.insertAdjacentHTML('beforeend', added), html);
  await package_
    .locator('iframe[srcdoc]')
    .last()
    .contentFrame()
    .locator('body')
    .waitFor({ state: 'attached' });
  expect(await page.evaluate(whatRan)).toEqual([]);
});

test('SCORM 2004: a lesson that was read is completed; what is clicked names a file', async ({
  openPage,
  siteUrl,
}) => {
  const page = await openPage('', looks[3]);
  const package_ = await openEnvironment(page, `${siteUrl}omgeving-2004/`);
  const lesson = package_.frameLocator('iframe[title="Functielab"]');
  await lesson.getByRole('heading', { level: 1, name: 'Wat zijn serverless functions?' }).waitFor();
  await readToTheEnd(lesson);
  await package_.getByText(/” gelezen, 0 van 3 controles goed/).waitFor();
  await lesson.getByRole('button', { name: 'Menu' }).click();
  await lesson.getByRole('link', { name: 'Oefeningen', exact: true }).click();
  await lesson.getByRole('heading', { level: 1, name: 'Oefeningen' }).waitFor();
  await lesson.getByRole('link', { name: /Groet iedereen/ }).click();
  await lesson.getByRole('heading', { level: 1, name: 'Groet iedereen' }).waitFor();
  expect(await lesson.getByRole('link', { name: 'Docent' }).count()).toBe(0);
  const width = await lesson.locator('html').evaluate((root) => root.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  expect(await close(page)).toMatchObject({
    'cmi.completion_status': 'completed',
    'cmi.score.scaled': '0',
    'cmi.progress_measure': '0.25',
    'cmi.session_time': expect.stringMatching(/^PT\d+S$/),
  });
});

test('without an environment the course works, and says what it can’t do', async ({ openPage, siteUrl }) => {
  const page = await openPage('');
  await page.goto(`${siteUrl}omgeving-1.2/pakket/start.html`);
  await page.getByText(/Geen leeromgeving gevonden/).waitFor();
  const lesson = page.frameLocator('iframe[title="Functielab"]');
  const region = lesson.getByRole('region', { name: 'Speeltuin: Begroet een bezoeker' });
  await region.getByRole('button', { name: 'Voer uit' }).click();
  await region.getByRole('group', { name: 'Antwoord' }).getByText('Dag Mila!').waitFor();
});
