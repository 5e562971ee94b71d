/**
 * A package in a learning environment: a real SCORM run-time (scorm-again) around it, in a real browser. The package is made of the
 * built site, as a teacher's browser makes it.
 */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import type { FrameLocator, Page } from 'playwright-core';
import { exerciseFromDisk } from '../../src/build/exercises/from-disk.ts';
import { bundleInlineScript } from '../../src/build/inline-script.ts';
import { readHandIn } from '../../src/classroom/hand-in/hand-in.ts';
import { startServer } from '../../src/cli/serve.ts';
import { SCORM_VERSIONS, type ScormVersion } from '../../src/scorm/package/manifest.ts';
import { plannedPackages } from '../../src/scorm/package/plan.ts';
import { SITE_LIST, type SiteList } from '../../src/scorm/package/site-list.ts';
import { relativeSite, zipPackage } from '../../src/scorm/package/zip-package.ts';
import { violations } from './axe.ts';
import { dataIsland, INJECTIONS, whatRan } from './injection/injections.ts';
import { bringUp, looks } from './reader.ts';
import { expect, test as siteTest } from './site.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(PROJECT, 'dist');
const LESSON = 'wat-zijn-serverless-functions';
const PASS_MARK = 60;
const MB = 1_024 ** 2;
/** Of the whole course, whichever lesson counts. */
const lessons = readdirSync(join(PROJECT, 'content/lessons')).flatMap(
  (file) => /^\d+-(.+)\.mdx$/.exec(file)?.[1] ?? [],
);

/**
 * `Open` begins a visit with `window.kept`, `Sluit` ends it; `window.all` is what the environment has then, and `window.saves` is
 * when it was asked to save, in ms.
 */
const environment = (version: ScormVersion) => `<!doctype html><html lang="nl"><title>Leeromgeving</title>
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
    if (window.refuses) api[is12 ? 'LMSInitialize' : 'Initialize'] = () => 'false';
    window.saves = [];
    const keep = () => {
      window.saves.push(performance.now());
      window.all = api.getFlattenedCMI();
    };
    api.on(is12 ? 'LMSCommit' : 'Commit', keep);
    api.on(is12 ? 'LMSFinish' : 'Terminate', () => { window.all = api.getFlattenedCMI(); window.ended = (window.ended ?? 0) + 1; });
    window[name] = api;
    frame.src = 'pakket/start.html';
  };
  document.querySelector('#sluit').onclick = () => { frame.src = 'about:blank'; };
</script></html>`;

/** A learning environment that plays its content from another site. */
const OTHER_SITE = `<!doctype html><html lang="nl"><title>School</title><link rel="icon" href="data:,">
<iframe title="Speler" style="width:100%;height:760px;border:0"></iframe>
<script>document.querySelector('iframe').src = location.hash.slice(1);</script></html>`;

const test = siteTest.extend('siteUrl', { scope: 'file' }, async ({ chromiumPath }, { onCleanup }) => {
  expect(chromiumPath).not.toBe('');
  const root = mkdtempSync(join(tmpdir(), 'functielab-leeromgeving-'));
  const list = JSON.parse(readFileSync(join(DIST, SITE_LIST), 'utf8')) as SiteList;
  const rules = { only: LESSON, perLesson: false, passMark: PASS_MARK, isExercisesOnly: false };
  const [planned] = plannedPackages(list.course, rules) ?? [];
  if (!planned) throw new Error(`no lesson ${LESSON}`);
  const site = await relativeSite(list, (file) => readFile(join(DIST, file)));
  const shellScript = await bundleInlineScript(join(PROJECT, 'src/scorm/shell-main.ts'));
  for (const version of SCORM_VERSIONS) {
    const folder = join(root, `omgeving-${version}`);
    const packed = await zipPackage(site, planned, version, shellScript);
    const zip = unzipSync(packed);
    // There is nothing to install inside a learning environment.
    expect(Object.keys(zip).filter((path) => /\.webmanifest$|^icons\//.test(path))).toEqual([]);
    expect(new TextDecoder().decode(zip['index.html'])).not.toContain('rel="manifest"');
    const paths = Object.keys(zip);
    expect(lessons.filter((slug) => !paths.includes(`lessen/${slug}/index.html`))).toEqual([]);
    expect(paths.filter((path) => path.endsWith('.xsd'))).toEqual([]);
    expect(Math.round(packed.length / MB)).toBe(4);
    for (const [path, bytes] of Object.entries(zip)) {
      const file = join(folder, 'pakket', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, bytes);
    }
    writeFileSync(join(folder, 'index.html'), environment(version));
    const script = version === '1.2' ? 'scorm12.min.js' : 'scorm2004.min.js';
    cpSync(join(PROJECT, 'node_modules/scorm-again/dist', script), join(root, script));
  }
  writeFileSync(join(root, '_headers'), '/*\n  X-Content-Type-Options: nosniff\n');
  writeFileSync(join(root, 'school.html'), OTHER_SITE);
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

/** As a browser does that blocks what other sites keep. */
const NO_STORAGE_IN_FRAMES = `if (window !== top) {
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
    Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
  }
}`;

interface Kept {
  readonly [name: string]: string;
}

/** The window of an environment. */
interface Environment {
  all: Kept;
  kept?: Kept;
  ended?: number;
  saves: readonly number[];
  refuses?: boolean;
}
type Player = Pick<Page, 'evaluate' | 'getByRole' | 'waitForFunction'>;

const all = (page: Player) => page.evaluate(() => (window as unknown as Environment).all);

/** In the environment, or in the frame of one. */
async function begin(page: Player, kept: Kept): Promise<void> {
  await page.evaluate((value) => Object.assign(window, { kept: value }), kept);
  await page.getByRole('button', { name: 'Open' }).click();
}

async function openEnvironment(page: Page, url: string, kept: Kept = {}): Promise<FrameLocator> {
  await page.goto(url);
  await begin(page, kept);
  return page.frameLocator('iframe[title="Inhoud"]');
}

async function close(page: Player): Promise<Kept> {
  await page.getByRole('button', { name: 'Sluit' }).click();
  await page.waitForFunction(() => (window as unknown as Environment).ended === 1);
  return all(page);
}

const lessonIn = (package_: FrameLocator) => package_.frameLocator('iframe[title="Functielab"]');
const exerciseIn = (lesson: FrameLocator) =>
  lesson.getByRole('region', { name: 'Speeltuin: Groet iedereen' });

/** @returns what the checks say of the code that stands there */
async function checked(lesson: FrameLocator): Promise<string> {
  await bringUp(exerciseIn(lesson));
  await exerciseIn(lesson).getByRole('button', { name: 'Controleer' }).click();
  return exerciseIn(lesson)
    .getByText(/\d van 3 goed/)
    .innerText();
}

async function readToTheEnd(lesson: FrameLocator): Promise<void> {
  await lesson.locator('.lesson-footer').scrollIntoViewIfNeeded();
}

async function solution(): Promise<string> {
  const { solution } = await exerciseFromDisk('groet-iedereen');
  return solution.find(({ path }) => path === 'groet.js')?.text ?? '';
}

async function typeSolution(page: Page, lesson: FrameLocator): Promise<void> {
  await bringUp(exerciseIn(lesson));
  await exerciseIn(lesson).getByRole('textbox', { name: 'Code van groet.js' }).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(await solution());
}

test('SCORM 1.2: a lesson is read, its exercise made, and the environment knows both', async ({
  openPage,
  siteUrl,
}) => {
  const page = await openPage('', looks[0]);
  const wanted: string[] = [];
  page.on('request', (request) => wanted.push(request.url()));
  const package_ = await openEnvironment(page, `${siteUrl}omgeving-1.2/`);
  const lesson = lessonIn(package_);
  await lesson.getByRole('heading', { level: 1, name: 'Wat zijn serverless functions?' }).waitFor();
  await package_.getByText(/Je leeromgeving heeft gekregen: .*nog niet helemaal gelezen, 0 van 3/).waitFor();
  expect(await all(page)).toMatchObject({ 'cmi.core.lesson_status': 'incomplete', 'cmi.core.score.raw': '' });

  const region = lesson.getByRole('region', { name: 'Speeltuin: Begroet een bezoeker' });
  await region.getByRole('button', { name: 'Voer uit' }).click();
  await region.getByRole('group', { name: 'Antwoord' }).getByText('Dag Mila!').waitFor();
  await region.getByText(/WebContainer kan hier niet/).waitFor();

  await typeSolution(page, lesson);
  expect(await checked(lesson)).toContain('3 van 3');
  await readToTheEnd(lesson);
  await package_.getByText(/” gelezen, 3 van 3 controles goed, geslaagd\. Je code staat er ook/).waitFor();
  expect(await violations(page)).toEqual([]);

  const kept = await close(page);
  expect(kept).toMatchObject({
    'cmi.core.lesson_status': 'passed',
    'cmi.core.score.raw': '100',
    'cmi.core.exit': 'suspend',
    'cmi.core.lesson_location': `lessen/${LESSON}/index.html`,
    'cmi.core.session_time': expect.stringMatching(/^00:0\d:\d\d$/),
    'cmi.interactions.0.id': expect.stringMatching(/^groet-iedereen\./),
    'cmi.interactions.2.result': 'correct',
  });
  expect(kept['cmi.suspend_data']?.length).toBeLessThan(4_096);
  // An environment has no page for a folder; and nothing is asked of anybody else.
  const inPackage = wanted.filter((url) => url.includes('/pakket/'));
  expect(inPackage.filter((url) => new URL(url).pathname.endsWith('/'))).toEqual([]);
  expect(wanted.filter((url) => !url.startsWith(siteUrl) && !/^(data|blob):/.test(url))).toEqual([]);

  // Of two students who share a browser, each has a shelf.
  const other = await openEnvironment(page, `${siteUrl}omgeving-1.2/`, {
    'cmi.core.student_id': 'leerling-8',
  });
  expect(await checked(lessonIn(other))).not.toContain('3 van 3');
  await close(page);
});

test('in a hostile frame code and progress come back on another device, and can be handed in', async ({
  openPage,
  siteUrl,
  allow,
}) => {
  const { port } = new URL(siteUrl);
  // The school is another site than its player.
  allow(new RegExp(`^request: http://localhost:${port}/`));
  const school = `http://localhost:${port}/school.html#${siteUrl}omgeving-2004/`;
  const open = async (kept: Kept) => {
    const page = await openPage('', { ...looks[0], before: NO_STORAGE_IN_FRAMES });
    await page.goto(school);
    await page.frameLocator('iframe[title="Speler"]').getByRole('button', { name: 'Open' }).waitFor();
    const player = page.frames().find((frame) => frame.parentFrame() === page.mainFrame());
    if (!player) throw new Error('no player');
    await begin(player, kept);
    const package_ = page.frameLocator('iframe[title="Speler"]').frameLocator('iframe[title="Inhoud"]');
    return { page, player, package_, lesson: lessonIn(package_) };
  };

  const first = await open({});
  await first.lesson.getByRole('heading', { level: 1, name: 'Wat zijn serverless functions?' }).waitFor();
  await typeSolution(first.page, first.lesson);
  expect(await checked(first.lesson)).toContain('3 van 3');
  await first.package_
    .getByText(/Je code staat er ook.*Dit toestel bewaart niets: je voorspellingen/)
    .waitFor();
  expect(await first.lesson.getByText('Je browser bewaart hier niets').count()).toBe(0);
  await first.lesson.getByRole('link', { name: 'Oefeningen', exact: true }).click();
  await first.lesson.getByRole('link', { name: /Groet iedereen/ }).click();
  await first.lesson.getByRole('heading', { level: 1, name: 'Groet iedereen' }).waitFor();
  const kept = await close(first.player);
  expect(kept).toMatchObject({
    'cmi.completion_status': 'incomplete',
    'cmi.success_status': 'passed',
    'cmi.location': 'oefeningen/groet-iedereen/index.html',
  });
  const saves = await first.player.evaluate(() => (window as unknown as Environment).saves);
  // Besides the last, at closing.
  for (let at = 1; at < saves.length - 1; at += 1)
    expect((saves[at] ?? 0) - (saves[at - 1] ?? 0)).toBeGreaterThan(9_900);

  const lasting = Object.entries(kept).filter(([name]) => /suspend_data|location|status|score/.test(name));
  const second = await open(Object.fromEntries(lasting));
  await second.lesson.getByRole('heading', { level: 1, name: 'Groet iedereen' }).waitFor();
  expect(await checked(second.lesson)).toContain('3 van 3');
  await second.package_.getByText(/3 van 3 controles goed, geslaagd/).waitFor();

  await second.package_.getByRole('button', { name: 'Lever in' }).click();
  await second.lesson.getByRole('heading', { name: 'Wat zijn serverless functions?' }).waitFor();
  await second.lesson.getByRole('textbox', { name: 'Je naam', exact: true }).fill('Mila De Smet');
  const saving = second.page.waitForEvent('download');
  await second.lesson.getByRole('button', { name: 'Bewaar mijn inlevering' }).click();
  const handIn = readHandIn(readFileSync(await (await saving).path(), 'utf8'));
  if (typeof handIn === 'string') throw new Error(handIn);
  expect(handIn.name).toBe('Mila De Smet');
  expect(handIn.exercises.get('groet-iedereen')).toMatchObject({ 'groet.js': await solution() });
});

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

test('SCORM 2004: a lesson with a step done and its end seen is completed; what is clicked names a file', async ({
  openPage,
  siteUrl,
}) => {
  const page = await openPage('', looks[3]);
  const package_ = await openEnvironment(page, `${siteUrl}omgeving-2004/`);
  const lesson = lessonIn(package_);
  await lesson.getByRole('heading', { level: 1, name: 'Wat zijn serverless functions?' }).waitFor();
  const isNotRead = package_.getByText(/nog niet helemaal gelezen, 0 van 3 controles goed/);
  await isNotRead.waitFor();
  await lesson
    .getByRole('checkbox', { name: /^Stap 1 / })
    .first()
    .check();
  expect(await isNotRead.count()).toBe(1);
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
    'cmi.success_status': 'failed',
    'cmi.score.scaled': '0',
    'cmi.progress_measure': '0.25',
    'cmi.session_time': expect.stringMatching(/^PT\d+S$/),
  });
});

test('without an environment, or with one that refuses, the course works, and says what it can’t do', async ({
  openPage,
  siteUrl,
}) => {
  const page = await openPage('');
  await page.goto(`${siteUrl}omgeving-1.2/`);
  await page.evaluate(() => Object.assign(window, { refuses: true }));
  await begin(page, {});
  await page
    .frameLocator('iframe')
    .getByText(/Je leeromgeving laat dit pakket niet beginnen/)
    .waitFor();
  await page.goto(`${siteUrl}omgeving-1.2/pakket/start.html`);
  await page.getByText(/Geen leeromgeving gevonden.*blijven alleen op dit toestel/).waitFor();
  const lesson = page.frameLocator('iframe[title="Functielab"]');
  const region = lesson.getByRole('region', { name: 'Speeltuin: Begroet een bezoeker' });
  await region.getByRole('button', { name: 'Voer uit' }).click();
  await region.getByRole('group', { name: 'Antwoord' }).getByText('Dag Mila!').waitFor();
});
