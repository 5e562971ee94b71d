/**
 * A package in a learning environment, in every family of browsers: a lesson is read, its exercise made, and the environment knows.
 * What only one family can play stands below: an environment that is hostile, and one in which a script is injected.
 */
import { readFileSync } from 'node:fs';
import type { FrameLocator, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { readHandIn } from '../../src/classroom/hand-in/hand-in.ts';
import { violations } from './axe.ts';
import { type Place, path, type Reader } from './families/index.ts';
import { dataIsland, INJECTIONS, whatRan } from './injection/injections.ts';
import { type Kept, LESSON, startEnvironments } from './learning-environment.ts';
import { bringUp, looks, RIGHT_GREETING } from './reader.ts';
import { expect, test } from './site.ts';

let environments = '';
let end = async () => {};
beforeAll(async () => {
  ({ url: environments, close: end } = await startEnvironments());
});
afterAll(() => end());

const TITLE = 'Wat zijn serverless functions?';
const EXERCISE = 'Speeltuin: Groet iedereen';

interface Visit {
  /** The line of the package above the course. */
  readonly bar: Place;
  readonly course: Place;
  /** Closes the package. @returns what the environment keeps then */
  readonly close: () => Promise<Kept>;
}

async function visit(reader: Reader, version: '1.2' | '2004', kept: Kept = {}): Promise<Visit> {
  await reader.open(`${environments}omgeving-${version}/`);
  await reader.evaluate(`void (window.kept = ${JSON.stringify(kept)})`);
  await reader.press('button', 'Open');
  const bar = reader.frame('Inhoud');
  return {
    bar,
    course: bar.frame('Functielab'),
    close: async () => {
      await reader.press('button', 'Sluit');
      await expect.poll(() => reader.evaluate('window.ended')).toBe(1);
      return (await reader.evaluate('window.all')) as Kept;
    },
  };
}

path(
  'SCORM 1.2: a lesson is read, its exercise made, and the environment knows both',
  async ({ newReader }) => {
    const reader = await newReader('');
    const { bar, course, close } = await visit(reader, '1.2');
    await course.sees('heading', TITLE);
    await bar.sees('status', '', /Je leeromgeving heeft gekregen: .*nog niet helemaal gelezen, 0 van 3/);
    expect(await reader.evaluate('window.all')).toMatchObject({
      'cmi.core.lesson_status': 'incomplete',
      'cmi.core.score.raw': '',
    });

    const greet = course.within('region', 'Speeltuin: Begroet een bezoeker');
    await greet.press('button', 'Voer uit');
    await greet.sees('group', 'Antwoord', 'Dag Mila!');
    await course.sees('region', 'Speeltuin: Begroet een bezoeker', 'WebContainer kan hier niet');

    const exercise = course.within('region', EXERCISE);
    await exercise.fill('textbox', 'Code van groet.js', RIGHT_GREETING);
    await exercise.press('button', 'Controleer');
    await exercise.sees('group', 'Controle', '3 van 3 goed');
    await course.bringUp('link', /^Volgende les/);
    await bar.sees('status', '', /” gelezen, 3 van 3 controles goed, geslaagd\. Je code staat er ook/);

    const kept = await close();
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

    // Of two students who share a browser, each has a shelf.
    const other = await visit(reader, '1.2', { 'cmi.core.student_id': 'leerling-8' });
    const fresh = other.course.within('region', EXERCISE);
    await fresh.press('button', 'Controleer');
    await fresh.sees('group', 'Controle', /[0-2] van 3 goed/);
    await other.close();
  },
);

path(
  'SCORM 2004: a lesson with a step done and its end seen is completed; what is clicked names a file',
  async ({ newReader }) => {
    const reader = await newReader('');
    const { bar, course, close } = await visit(reader, '2004');
    const isNotRead = /nog niet helemaal gelezen, 0 van 3 controles goed/;
    await bar.sees('status', '', isNotRead);
    await course.within('group', 'Probeer 1').press('checkbox', 'Stap 1 gedaan');
    await bar.sees('status', '', isNotRead);
    await course.bringUp('link', /^Volgende les/);
    await bar.sees('status', '', /” gelezen, 0 van 3 controles goed/);
    await course.uncover('link', 'Oefeningen', 'Menu');
    await course.press('link', 'Oefeningen');
    await course.sees('heading', 'Oefeningen');
    await course.press('link', /Groet iedereen/);
    await course.sees('heading', 'Groet iedereen');
    await course.seesCount('link', 'Docent', 0);
    expect(await close()).toMatchObject({
      'cmi.completion_status': 'completed',
      'cmi.success_status': 'failed',
      'cmi.score.scaled': '0',
      'cmi.progress_measure': '0.25',
      'cmi.session_time': expect.stringMatching(/^PT\d+S$/),
    });
  },
);

path(
  'without an environment, or with one that refuses, the course works, and says what it can’t do',
  async ({ newReader }) => {
    const reader = await newReader(`${environments}omgeving-1.2/`);
    await reader.evaluate('void (window.refuses = true)');
    await reader.press('button', 'Open');
    await reader.frame('Inhoud').sees('status', '', 'Je leeromgeving laat dit pakket niet beginnen');
    await reader.open(`${environments}omgeving-1.2/pakket/start.html`);
    await reader.sees('status', '', /Geen leeromgeving gevonden.*blijven alleen op dit toestel/);
    const region = reader.frame('Functielab').within('region', 'Speeltuin: Begroet een bezoeker');
    await region.press('button', 'Voer uit');
    await region.sees('group', 'Antwoord', 'Dag Mila!');
  },
);

/** As a browser does that blocks what other sites keep. */
const NO_STORAGE_IN_FRAMES = `if (window !== top) {
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
    Object.defineProperty(window, name, { get() { throw new DOMException('blocked', 'SecurityError'); } });
  }
}`;

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

async function typeSolution(page: Page, lesson: FrameLocator): Promise<void> {
  await bringUp(exerciseIn(lesson));
  await exerciseIn(lesson).getByRole('textbox', { name: 'Code van groet.js' }).click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(RIGHT_GREETING);
}

test('in a hostile frame code and progress come back on another device, and can be handed in', async ({
  openPage,
  allow,
}) => {
  const { port } = new URL(environments);
  // The school is another site than its player; anybody else is asked for nothing.
  allow(new RegExp(`^request: http://(?:localhost|127\\.0\\.0\\.1):${port}/`));
  const school = `http://localhost:${port}/school.html#${environments}omgeving-2004/`;
  const wanted: string[] = [];
  const open = async (kept: Kept) => {
    const page = await openPage('', { ...looks[0], before: NO_STORAGE_IN_FRAMES });
    page.on('request', (request) => wanted.push(new URL(request.url()).pathname));
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
  // An environment has no page for a folder.
  expect(wanted.filter((address) => address.includes('/pakket/') && address.endsWith('/'))).toEqual([]);
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
  expect(handIn.exercises.get('groet-iedereen')).toMatchObject({ 'groet.js': RIGHT_GREETING });
});

test('in a package an injected script runs no more than on the site', async ({ openPage, allow }) => {
  // What is stopped is told on the console.
  allow(/Content Security Policy|\[astro-island\]|Not a part of this site/);
  allow(new RegExp(`^request: ${environments}`));
  const page = await openPage('', looks[3]);
  const package_ = await openEnvironment(page, `${environments}omgeving-1.2/`);
  const lesson = package_.frameLocator('iframe[title="Functielab"]');
  await lesson.getByRole('heading', { level: 1, name: 'Wat zijn serverless functions?' }).waitFor();
  expect(await violations(page)).toEqual([]);
  const width = await lesson.locator('html').evaluate((root) => root.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  await lesson.locator('body').evaluate(() => {
    addEventListener('astro:hydration-error', () => Object.assign(window, { hasRefused: true }));
  });
  const html = [...INJECTIONS.map((injection) => injection.html), dataIsland('island')].join('');
  await lesson.locator('body').evaluate((body, added) => body.insertAdjacentHTML('beforeend', added), html);
  for (const { click } of INJECTIONS) if (click) await lesson.locator(click).dispatchEvent('click');
  await expect.poll(() => lesson.locator('body').evaluate(() => 'hasRefused' in window)).toBe(true);
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
