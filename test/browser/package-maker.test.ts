/** A teacher has a package made in the browser: it is the one that `npm run scorm` makes of the same site. */
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundleInlineScript } from '../../src/build/inline-script.ts';
import { PLAIN_SET, setFragment } from '../../src/exercises/set.ts';
import { planOfLessons } from '../../src/scorm/package/plan.ts';
import { SITE_LIST, type SiteList } from '../../src/scorm/package/site-list.ts';
import { relativeSite, zipPackage } from '../../src/scorm/package/zip-package.ts';
import { violations } from './axe.ts';
import { path } from './families/index.ts';
import { looks } from './reader.ts';
import { expect, test } from './site.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const DIST = join(PROJECT, 'dist');

path('lessons with a pass mark become the package that the command line makes', async ({ newReader }) => {
  const reader = await newReader('docent/');
  await reader.press('link', 'Maak een pakket');
  await reader.press('radio', 'Lessen die je kiest');
  await reader.sees('main', '', 'Kies minstens één les.');
  await reader.press('checkbox', /^Koude en warme starts/);
  await reader.fill('textbox', 'Norm, in procenten', '600');
  await reader.sees('main', '', 'De norm is een heel getal van 1 tot 100, of leeg.');
  await reader.fill('textbox', 'Norm, in procenten', '60');
  await reader.press('radio', /SCORM 1\.2/);
  const made = await reader.saves('button', 'Maak het pakket');
  expect(made.name).toBe('functielab-koude-en-warme-starts-scorm-1.2.zip');
  await reader.sees('main', '', /functielab-koude-en-warme-starts-scorm-1\.2\.zip is bewaard: \d,\d MB/);

  const list = JSON.parse(readFileSync(join(DIST, SITE_LIST), 'utf8')) as SiteList;
  const lesson = list.course.find(({ slug }) => slug === 'koude-en-warme-starts');
  if (!lesson) throw new Error('no such lesson');
  const rules = { passMark: 60, isExercisesOnly: false };
  const planned = planOfLessons([lesson], { name: lesson.slug, title: lesson.title }, rules);
  const site = await relativeSite(list, (file) => readFile(join(DIST, file)));
  const shell = await bundleInlineScript(join(PROJECT, 'src/scorm/shell-main.ts'));
  const wanted = await zipPackage(site, planned, '1.2', shell);
  expect(Buffer.compare(made.bytes, wanted)).toBe(0);
});

test('a set is taken from its link; it can be stopped, and says what to do without a network', async ({
  openPage,
  allow,
}) => {
  allow(/ERR_FAILED|Failed to load resource/);
  const set = { ...PLAIN_SET, title: 'Week 3', exercises: ['groet-iedereen', 'kapotte-teller'] };
  const page = await openPage(`docent/pakket/${setFragment(set)}`, looks[3]);
  await page.getByText('“Week 3”: 2 oefeningen').waitFor();
  await page.getByRole('textbox', { name: 'Link van de reeks' }).fill('https://x.test/#set=afgeknipt');
  await page.getByText(/Deze reeks is niet compleet/).waitFor();
  await page.getByRole('textbox', { name: 'Link van de reeks' }).fill(setFragment(set));
  await page.getByText('“Week 3”: 2 oefeningen').waitFor();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  expect(await violations(page)).toEqual([]);

  const search = '**/pagefind/**';
  // Never answered, so that there is time to stop.
  await page.route(search, () => {});
  await page.getByRole('button', { name: 'Maak het pakket' }).click();
  await page.getByRole('progressbar', { name: 'Bestanden' }).waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByRole('progressbar', { name: 'Bestanden' }).waitFor({ state: 'detached' });
  await page.unroute(search);

  await page.route(search, (route) => route.abort());
  await page.getByRole('button', { name: 'Maak het pakket' }).click();
  await page
    .getByRole('alert')
    .getByText(/Controleer je verbinding en maak het pakket opnieuw/)
    .waitFor();
});
