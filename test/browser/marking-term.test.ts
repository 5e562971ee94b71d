/** A teacher's way through a marking: dropped, stopped, found again, added to, graded, remarked, looked through and laid aside. */
import { readFile } from 'node:fs/promises';
import { strToU8, zipSync } from 'fflate';
import { exerciseFromDisk } from '../../src/build/exercises/from-disk.ts';
import { handInFile } from '../../src/classroom/hand-in/hand-in.ts';
import { violations } from './axe.ts';
import { looks } from './reader.ts';
import { expect, test } from './site.ts';

const GREET = 'groet-iedereen';
const HELP = 'wie-helpt-mij';

async function zipOf(
  people: Readonly<Record<string, Readonly<Record<string, 'right' | 'start' | 'wrong'>>>>,
) {
  const files: Record<string, Uint8Array> = {};
  for (const [at, [name, work]] of Object.entries(people).entries()) {
    const exercises = new Map<string, Record<string, string>>();
    for (const [exercise, how] of Object.entries(work)) {
      const { sample, solution } = await exerciseFromDisk(exercise);
      const code = how === 'right' ? solution : sample.files;
      const text = (one: string) =>
        how === 'wrong' ? 'export default () => 1;' : how === 'start' ? one : `${one}\n`;
      exercises.set(exercise, Object.fromEntries(code.map((file) => [file.path, text(file.text)])));
    }
    const folder = `${name}_${5_000 + at}_assignsubmission_file/werk.json`;
    files[folder] = strToU8(handInFile({ name, exercises }));
  }
  return { name: 'klas.zip', mimeType: 'application/zip', buffer: Buffer.from(zipSync(files)) };
}

test('a class is marked, stopped, found again after a reload, added to, graded, remarked and looked through in place', async ({
  openPage,
}) => {
  const page = await openPage('docent/nakijken/');
  const choose = page.getByLabel('Kies inleveringen');
  const table = page.getByRole('region', { name: 'Resultaten' });
  const mark = (name: RegExp) => table.getByRole('button', { name });
  const first = {
    'Mila De Smet': { [GREET]: 'right', [HELP]: 'start' },
    'Noah Peeters': { [GREET]: 'wrong', [HELP]: 'right' },
    'Ada Maes': { [GREET]: 'start' },
    'Bo Bakker': { [GREET]: 'right', [HELP]: 'wrong' },
  } as const;
  await choose.setInputFiles(await zipOf(first));
  await mark(/^Mila De Smet, Groet iedereen: 3 van 3 goed/).waitFor({ timeout: 60_000 });
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.getByText(/^\d van 7 uitwerkingen nagekeken\.$/).waitFor();
  await page.getByRole('textbox', { name: 'Naam van dit nakijkwerk' }).fill('Klas 1B');

  await page.reload();
  await mark(/^Mila De Smet, Groet iedereen: 3 van 3 goed/).waitFor();
  expect(await page.getByRole('textbox', { name: 'Naam van dit nakijkwerk' }).inputValue()).toBe('Klas 1B');
  await page.getByRole('button', { name: 'Kijk de rest na' }).click();
  await page.getByText('4 inleveringen nagekeken.').waitFor({ timeout: 100_000 });
  await mark(/^Mila De Smet, Wie helpt mij.*: 0 van \d goed, niet veranderd/).waitFor();
  await mark(/^Ada Maes, Wie helpt mij.*: niet ingeleverd$/).waitFor();
  expect(await violations(page)).toEqual([]);

  // Somebody hands in late and right, and the whole zip comes once more.
  const late = { ...first, 'Noah Peeters': { [GREET]: 'right', [HELP]: 'right' } } as const;
  await choose.setInputFiles(await zipOf(late));
  await page
    .getByText(/^4 inleveringen nagekeken\. Al toegevoegd, en zo gelaten: 3\.$/)
    .waitFor({ timeout: 60_000 });
  await mark(/^Noah Peeters, Groet iedereen: 3 van 3 goed/).waitFor();
  await table.getByRole('row', { name: /^Noah Peeters.*100 %.*20,0.*10,0/ }).waitFor();
  await table.getByRole('row', { name: /^Mila De Smet.*50 %.*10,0.*5,5/ }).waitFor();

  await page.getByText('Gewicht en slaaggrens').click();
  await page.getByRole('spinbutton', { name: /^Groet iedereen/ }).fill('3');
  await table.getByRole('row', { name: /^Mila De Smet.*75 %.*15,0.*7,8/ }).waitFor();
  await page.getByRole('spinbutton', { name: 'Slaaggrens in procent' }).fill('80');
  await table.getByRole('row', { name: /^Mila De Smet.*75 %.*onvoldoende/ }).waitFor();

  await table.getByRole('button', { name: /^Naam/ }).click();
  const names = () =>
    table.locator('tbody th').evaluateAll((all) => all.map((one) => one.firstChild?.textContent));
  expect(await names()).toEqual(['Ada Maes', 'Bo Bakker', 'Mila De Smet', 'Noah Peeters']);
  await page.getByRole('combobox', { name: 'Toon' }).selectOption('niet alles goed');
  expect(await names()).toEqual(['Ada Maes', 'Bo Bakker', 'Mila De Smet']);

  // From one to the next in place: the buttons stay where the hand is.
  await mark(/^Ada Maes, Groet iedereen/).click();
  const details = page.getByRole('group', { name: 'Uitwerking' });
  await details.getByRole('heading', { name: 'Ada Maes: Groet iedereen' }).waitFor();
  const next = details.getByRole('button', { name: 'Volgende student' });
  const before = (await next.boundingBox())?.y ?? 0;
  await next.press('Enter');
  await details.getByRole('heading', { name: 'Bo Bakker: Groet iedereen' }).waitFor();
  expect(Math.abs(((await next.boundingBox())?.y ?? 0) - before)).toBeLessThanOrEqual(1);
  await page.keyboard.press('Enter');
  await details.getByRole('heading', { name: 'Mila De Smet: Groet iedereen' }).waitFor();
  expect(await next.isDisabled()).toBe(true);
  await details.getByRole('button', { name: 'Vorige student' }).click();
  await details.getByRole('button', { name: 'Volgende oefening' }).click();
  await details.getByRole('heading', { name: /^Bo Bakker: Wie helpt mij/ }).waitFor();
  await details.getByRole('button', { name: 'Vorige student' }).click();
  await details.getByText('Voor deze oefening is niets ingeleverd.').waitFor();
  await details.getByRole('textbox', { name: 'Opmerking voor Ada Maes' }).fill('Kom even langs.');
  expect(await violations(page)).toEqual([]);
  await details.getByRole('button', { name: 'Sluit' }).click();
  expect(await details.count()).toBe(0);
  await page.getByRole('combobox', { name: 'Toon' }).selectOption('iedereen');
  await mark(/^Noah Peeters, Groet iedereen/).click();
  await details.getByText('Eerder ingeleverd, en telt niet mee: 1').waitFor();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Bewaar het nakijken' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('klas-1b.functielab-nakijken.json');
  const kept = await readFile(await file.path());

  // On a phone in the dark, from the file: all of it is there, and no word is broken.
  const phone = await openPage('docent/nakijken/', looks[3]);
  await phone.getByLabel('Kies inleveringen').setInputFiles({
    name: file.suggestedFilename(),
    mimeType: 'application/json',
    buffer: kept,
  });
  await phone.getByRole('button', { name: 'Open het apart' }).click();
  const results = phone.getByRole('region', { name: 'Resultaten' });
  await results.getByRole('button', { name: /^Ada Maes, Groet iedereen/ }).click();
  expect(await phone.getByRole('textbox', { name: 'Opmerking voor Ada Maes' }).inputValue()).toBe(
    'Kom even langs.',
  );
  await phone.getByText('4 inleveringen nagekeken.').waitFor();
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  expect(await violations(phone)).toEqual([]);
});
