/** What a teacher takes out of a marking: a class list beside it, a table, a grade book, feedback to print and to give back. */
import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { violations } from './axe.ts';
import { classZip, greetingOf } from './class-zip.ts';
import { looks, RIGHT_GREETING } from './reader.ts';
import { expect, test } from './site.ts';

/** Checks run in a sandbox, on a machine that may be slow. */
const MARKED = { timeout: 100_000 };

const ZIP = classZip({
  'Mila De Smet_50001_assignsubmission_file/werk.json': greetingOf('Mila', RIGHT_GREETING),
  'Noah Peeters_50002_assignsubmission_file/werk.json': greetingOf('Kim', 'export default () => 1;'),
  'claesemma_LATE_77_88_werk.json': greetingOf('Emma Claes', `// van mij\n${RIGHT_GREETING}`),
  'Lou Aerts_50009_assignsubmission_file/foto.jpg': 'x',
});

async function saved(page: Page, button: string): Promise<{ name: string; bytes: Uint8Array }> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

test('a class is marked, its list says who is missing, and all that goes to a school is taken out', async ({
  openPage,
  allow,
}) => {
  const page = await openPage('docent/nakijken/', looks[3]);
  await page.getByLabel('Kies inleveringen').setInputFiles(ZIP);
  await page.getByText('3 inleveringen nagekeken.').waitFor(MARKED);

  // A list that is none is told, and what was pasted stays.
  await page.locator('summary', { hasText: 'Klassenlijst' }).click();
  const field = page.getByRole('textbox', { name: 'Plak je klassenlijst' });
  await field.fill('Studentnummer;E-mail\n0912;a@b.nl');
  await page
    .getByRole('alert')
    .getByText(/We zien geen kolom met namen/)
    .waitFor();
  expect(await field.inputValue()).toContain('0912');
  await field.fill('naam;e-mail\nMila De Smet;mila@s.be\nNoah Peeters;\nJules Maes;j@s.be\nLou Aerts;');
  await page.getByText('Klassenlijst: 4 studenten, 1 leverde niets in').waitFor();
  await page.getByText('Leverde niets in: Jules Maes.').waitFor();
  await page.getByText('Staat niet op de lijst: Emma Claes.').waitFor();
  expect(await violations(page)).toEqual([]);

  const marks = page.getByRole('tab', { name: 'Uitslag' });
  await marks.focus();
  await page.keyboard.press('ArrowRight');
  // Other parts may have put tabs of their own between.
  while ((await page.getByRole('tab', { name: 'Uitvoer' }).getAttribute('aria-selected')) !== 'true')
    await page.keyboard.press('ArrowRight');
  expect(await violations(page)).toEqual([]);

  // A part of the site that does not come is said, and the next try may succeed.
  allow(/workbook/);
  await page.route('**/workbook*.js', (route) => route.abort());
  await page.getByRole('button', { name: 'Bewaar als Excel' }).click();
  await page
    .getByRole('alert')
    .getByText(/^Dat lukte niet/)
    .waitFor();
  await page.unroute('**/workbook*.js');
  const csv = await saved(page, 'Bewaar als CSV');
  const lines = strFromU8(csv.bytes).split('\r\n');
  expect(lines).toHaveLength(7);
  expect(lines[1]).toMatch(/^"Mila De Smet";"Mila";"mila@s\.be";"50001";3;3;3;100;20;10;"ja";.*"Emma Claes"/);
  expect(lines[2]).toContain('in het bestand staat een andere naam: Kim');
  const workbook = await saved(page, 'Bewaar als Excel');
  expect(workbook.name).toMatch(/\.xlsx$/);
  expect(Object.keys(unzipSync(workbook.bytes))).toContain('xl/worksheets/sheet1.xml');

  await page.getByRole('combobox', { name: 'Schaal' }).selectOption('20');
  const canvas = strFromU8((await saved(page, 'Kolom voor Canvas')).bytes).split('\r\n');
  expect(canvas[1]).toMatch(/Points Possible",,,,,20$/);
  expect(canvas).toContain('Emma Claes,77,,,,20');
  const moodle = strFromU8((await saved(page, 'Kolom voor Moodle')).bytes).split('\r\n');
  expect(moodle[1]).toBe('mila@s.be,,20,');
  await page
    .getByText(/^Zonder Noah Peeters, Emma Claes.*, want je leeromgeving zou ze niet vinden/)
    .waitFor();

  const back = unzipSync((await saved(page, 'Zip voor Moodle')).bytes);
  expect(Object.keys(back).sort()).toEqual([
    'Lou Aerts_50009_assignsubmission_file/feedback-functielab.html',
    'Mila De Smet_50001_assignsubmission_file/feedback-functielab.html',
    'Noah Peeters_50002_assignsubmission_file/feedback-functielab.html',
  ]);
  expect(Object.keys(unzipSync((await saved(page, 'Zip voor Canvas')).bytes))).toEqual([
    'claesemma_77_88_feedback.txt',
  ]);
  const each = unzipSync((await saved(page, 'Zip met een bestand per student')).bytes);
  expect(Object.keys(each)).toHaveLength(4);
  expect(strFromU8(each['Noah Peeters.html'] ?? new Uint8Array())).toContain('<dt>Verwacht</dt>');

  const opened = page.context().waitForEvent('page');
  await page.getByRole('button', { name: 'Open alles om af te drukken' }).click();
  const paper = await opened;
  await paper.getByRole('heading', { name: /^Feedback op .*: Noah Peeters$/ }).waitFor();
  expect(await paper.getByRole('article').count()).toBe(4);
  expect(await violations(paper)).toEqual([]);
  await page.getByText('De feedback staat in een nieuw tabblad.').waitFor();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
});
