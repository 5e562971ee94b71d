/** A teacher's own exercise, from nothing to a student who has made it: by hand, without a shortcut known. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { inject } from 'vitest';
import { isOwn, readOwnFile } from '../../src/exercises/own/index.ts';
import { violations } from './axe.ts';
import { looks, playground, write } from './reader.ts';
import { expect, test } from './site.ts';

const SOLUTION = `export default async function functie(request, context) {
  const naam = new URL(request.url).searchParams.get('naam') ?? 'allemaal';
  await context.kv.put('laatste', naam);
  return Response.json({ groet: \`Dag \${naam}!\` });
}`;

/** As a reader types in an editor, wherever it stands. */
async function writeIn(page: Page, place: Locator, code: string): Promise<void> {
  const editor = place.getByRole('textbox', { name: /functie\.js/ });
  await editor.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(code);
}

async function saved(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return readFile(await (await download).path(), 'utf8');
}

test('a teacher makes an exercise, tries it, and a student makes it', async ({ openPage }) => {
  const teacher = await openPage('docent/oefening/');
  await teacher.getByRole('button', { name: 'Maak een oefening' }).click();
  await teacher.getByRole('textbox', { name: 'Titel' }).fill('Groet de bezoeker');
  await teacher
    .getByRole('textbox', { name: 'Wat een student moet doen' })
    .fill(
      'Groet wie er komt.\n\n1. Noem de **naam**.\n2. Bewaar die in `kv`.\n\n<img src=x onerror=alert(1)>',
    );
  const preview = teacher.getByRole('group', { name: 'Zo ziet een student de opdracht' });
  await preview.getByRole('listitem').first().waitFor();
  expect(await preview.locator('img').count()).toBe(0);
  await preview.getByText('<img src=x onerror=alert(1)>').waitFor();
  await writeIn(teacher, teacher.getByRole('region', { name: 'Oplossing' }), SOLUTION);

  await teacher.getByRole('button', { name: 'Maak een controle' }).click();
  const first = teacher.getByRole('region', { name: 'Controle 1', exact: true });
  await first
    .getByRole('textbox', { name: 'Wat de code doet als het goed is' })
    .fill('Wie komt, krijgt een groet');
  await first.getByRole('textbox', { name: 'Pad' }).fill('/groet?naam=Mila');
  await first.getByRole('button', { name: 'Vul in wat de oplossing doet' }).click();
  await first.getByRole('textbox', { name: 'Het antwoord is deze JSON' }).waitFor();
  expect(await first.getByRole('textbox', { name: 'Het antwoord is deze JSON' }).inputValue()).toBe(
    '{"groet":"Dag Mila!"}',
  );
  await first
    .getByRole('textbox', { name: /^Waar een student kijkt/ })
    .fill('Gebruik `naam` in het antwoord.');

  await teacher.getByRole('button', { name: 'Maak nog een controle' }).click();
  const second = teacher.getByRole('region', { name: 'Controle 2', exact: true });
  await second
    .getByRole('textbox', { name: 'Wat de code doet als het goed is' })
    .fill('De naam wordt bewaard');
  await second.getByRole('textbox', { name: 'Pad' }).fill('/groet?naam={{naam}}');
  await second.getByText(/^Meer stappen/).click();
  await second.getByRole('button', { name: '+ sleutel in kv' }).click();
  await second.getByRole('textbox', { name: 'Sleutel in kv' }).fill('laatste');
  await second.getByRole('textbox', { name: 'Waarde' }).fill('{{naam}}');
  await second.getByRole('button', { name: 'Voeg een verse waarde toe' }).click();
  await second
    .getByRole('textbox', { name: /^Waar een student kijkt/ })
    .fill('Schrijf met `context.kv.put`.');
  expect(await violations(teacher)).toEqual([]);

  await teacher.getByRole('button', { name: 'Probeer nu' }).click();
  await teacher.getByText('Klaar: de oefening kan naar je klas.').waitFor();
  const results = teacher.getByRole('region', { name: 'Uitslag per controle' });
  expect(await results.getByText('✓ goed').count()).toBe(2);
  expect(await results.getByText('✗ nog fout').count()).toBe(2);

  // What was typed is kept, also of a page that was left without a word.
  await teacher.reload();
  await teacher.getByRole('button', { name: 'Groet de bezoeker' }).click();
  expect(await teacher.getByRole('textbox', { name: 'Titel' }).inputValue()).toBe('Groet de bezoeker');
  await teacher.getByRole('button', { name: 'Gooi weg' }).click();
  await teacher.getByRole('button', { name: 'Ongedaan maken' }).click();
  const file = await saved(teacher, 'Bewaar voor docenten, met de oplossing');
  expect(file).toContain('context.kv.put');
  const forStudent = await saved(teacher, 'Bewaar voor een student');
  expect(forStudent).not.toContain("context.kv.put('laatste'");
  const own = readOwnFile(file);
  if (!isOwn(own)) throw new Error(own.problems.join(' '));

  await teacher.goto(`${inject('siteUrl')}docent/`);
  await teacher.getByRole('checkbox', { name: /Groet de bezoeker/ }).check();
  await teacher.getByRole('textbox', { name: 'Titel' }).fill('Klas 1B');
  const link = await teacher.getByRole('textbox', { name: 'Link voor je klas' }).inputValue();
  const student = await openPage('', looks[3]);
  await student.goto(link);
  await student.locator('.set-list').getByRole('link', { name: 'Groet de bezoeker' }).click();
  await student.getByRole('heading', { name: 'Groet de bezoeker', level: 1 }).waitFor();
  await student.getByText('Van je docent · instap · 10 minuten').waitFor();
  const region = playground(student, 'Groet de bezoeker');
  await region.getByRole('button', { name: 'Controleer' }).click();
  await region.getByText('0 van 2 goed').waitFor();
  await region.getByText('bij GET /groet?naam=Mila: een antwoord met JSON').waitFor();
  expect(await violations(student)).toEqual([]);
  await write(student, region, 'functie.js', SOLUTION);
  await region.getByRole('button', { name: 'Controleer' }).click();
  await region.getByText('2 van 2 goed').waitFor();
  await region.getByText('Hier met voorbeelden. Met andere invoer kijkt je docent dit na.').waitFor();
  await region.getByRole('group', { name: 'Opgelost' }).waitFor();

  await student.goto(link);
  await student.getByRole('textbox', { name: 'Je naam' }).fill('Mila');
  const work = await saved(student, 'Bewaar mijn inlevering');
  await teacher.goto(`${inject('siteUrl')}docent/nakijken/`);
  await teacher.getByRole('textbox', { name: 'Link van de reeks' }).fill(link);
  await teacher
    .getByLabel('Kies inleveringen')
    .setInputFiles([
      { name: 'mila.functielab.json', mimeType: 'application/json', buffer: Buffer.from(work) },
    ]);
  await teacher.getByRole('button', { name: 'Mila, Groet de bezoeker: 2 van 2 goed' }).waitFor();
});
