/** `Instellingen` of a workplace: each field writes `functielab.json`, reads it back, and has a way back. */
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { violations } from './axe.ts';
import { inLooks, playground } from './reader.ts';
import { expect, test } from './site.ts';

async function begin(page: Page, template: string, title: string): Promise<Locator> {
  await page
    .getByRole('group', { name: 'Begin met een sjabloon' })
    .getByRole('button', { name: template, exact: true })
    .click();
  const region = playground(page, title);
  await region.locator('summary', { hasText: /^Instellingen$/ }).click();
  return region;
}

async function fill(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Tab');
}

/** Whole, as it is saved: an editor holds only the lines that can be seen. */
async function manifestOf(page: Page, region: Locator) {
  await region.getByRole('button', { name: 'Deel' }).click();
  const dialog = page.getByRole('dialog', { name: 'Deel je werkplaats' });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Bewaar als zip' }).click(),
  ]);
  await dialog.getByRole('button', { name: 'Sluit' }).click();
  const files = Object.entries(unzipSync(readFileSync(await download.path())));
  const [, bytes] = files.find(([path]) => path.endsWith('/functielab.json')) ?? [];
  return JSON.parse(strFromU8(bytes ?? new Uint8Array()));
}

const UNDO = 'Maak de laatste wijziging ongedaan';

inLooks(1, (look, name) => {
  test(`a request and its examples are set, refused in a sentence and taken back (${name})`, async ({
    openPage,
  }) => {
    const page = await openPage('werkplaats/', look);
    const region = await begin(page, 'HTTP', 'Mijn eerste functie');
    const undo = region.getByRole('button', { name: UNDO });
    expect(await undo.isDisabled()).toBe(true);

    await region.getByLabel('Methode bij het begin').selectOption('POST');
    await fill(region.getByLabel('Headers bij het begin'), 'Accept: text/plain\nx-kleur: rood');
    await fill(region.getByLabel('Body bij het begin'), 'Hoi');
    await region.getByRole('button', { name: 'Voeg een voorbeeld toe aan hallo' }).click();
    const example = region.getByRole('group', { name: 'Voorbeeld 1 van hallo' });
    await fill(example.getByLabel('Pad van voorbeeld 1'), '/hallo?naam=Noor');

    await fill(example.getByLabel('Headers van voorbeeld 1'), 'geen header');
    await page.getByText('“geen header” is geen header. Schrijf naam: waarde.').waitFor();
    await fill(example.getByLabel('Headers van voorbeeld 1'), 'a: 1\nA: 2');
    await page.getByText('De header a staat er twee keer.').waitFor();
    await fill(example.getByLabel('Headers van voorbeeld 1'), '');
    await fill(example.getByLabel('Pad van voorbeeld 1'), 'hallo');
    await page.getByText(/examples.*moet met \/ beginnen/).waitFor();
    await fill(example.getByLabel('Pad van voorbeeld 1'), '/hallo');
    expect(await violations(page)).toEqual([]);
    expect((await manifestOf(page, region)).functions.hallo.trigger).toEqual({
      type: 'http',
      method: 'POST',
      path: '/hallo?naam=Mila',
      headers: { accept: 'text/plain', 'x-kleur': 'rood' },
      body: 'Hoi',
      examples: [{ method: 'POST', path: '/hallo', body: 'Hoi' }],
    });

    await region.getByRole('button', { name: 'Verwijder voorbeeld 1 van hallo' }).click();
    await expect.poll(() => example.count()).toBe(0);
    await undo.click();
    await expect.poll(() => example.getByLabel('Pad van voorbeeld 1').inputValue()).toBe('/hallo');
    await undo.click();
    await expect.poll(() => example.getByLabel('Pad van voorbeeld 1').inputValue()).toBe('/hallo?naam=Noor');
  });
});

test('acknowledgements that get lost and a service with a limit are set, and stand in the file', async ({
  openPage,
}) => {
  const page = await openPage('werkplaats/');
  const region = await begin(page, 'Wachtrij', 'Bestellen en later verwerken');
  await fill(region.getByLabel('Kans dat een bevestiging wegraakt'), '2');
  await page.getByText(/lostAcks\.chance.*maximaal 1/).waitFor();
  await fill(region.getByLabel('Kans dat een bevestiging wegraakt'), '0,25');
  await fill(region.getByLabel('Startgetal van dat toeval'), '7');

  await region.getByRole('button', { name: 'Voeg een dienst toe' }).click();
  const service = region.getByRole('group', { name: 'Dienst https://dienst.example', exact: true });
  await fill(service.getByLabel('Maximaal zoveel vragen'), '5');
  await fill(service.getByLabel('Binnen zoveel ms'), '10');
  await page.getByText(/rateLimit\.windowMs.*minstens 1000 ms/).waitFor();
  await fill(service.getByLabel('Binnen zoveel ms'), '2000');
  await fill(service.getByLabel('Startgetal van het toeval'), '9');
  await fill(service.getByLabel('Headers van GET /, een per regel'), 'x-van: ver');
  await fill(service.getByLabel('Langste lijst per veld van de vraag bij GET /'), 'adressen');
  await page.getByText(/“adressen” is geen grens/).waitFor();
  await fill(service.getByLabel('Langste lijst per veld van de vraag bij GET /'), 'adressen: 10');
  await service.getByRole('button', { name: 'Voeg een route toe' }).click();
  const second = service.getByRole('group', { name: 'Route GET /nieuw van' });
  await fill(second.getByLabel('Route', { exact: true }), 'GET /');
  await page.getByText('Er is al een route GET / bij https://dienst.example. Kies een andere.').waitFor();
  await service.getByRole('button', { name: 'Verwijder route GET /nieuw' }).click();

  const manifest = await manifestOf(page, region);
  expect(manifest.functions.verwerk.trigger.lostAcks).toEqual({ seed: 7, chance: 0.25 });
  expect(manifest.services).toEqual({
    'https://dienst.example': {
      rateLimit: { requests: 5, windowMs: 2000 },
      seed: 9,
      routes: {
        'GET /': { headers: { 'x-van': 'ver' }, json: { gelukt: true }, maxItems: { adressen: 10 } },
      },
    },
  });

  // What is taken away stands in the file no longer.
  await fill(region.getByLabel('Kans dat een bevestiging wegraakt'), '0');
  await fill(service.getByLabel('Maximaal zoveel vragen'), '');
  const without = await manifestOf(page, region);
  expect(without.functions.verwerk.trigger).not.toHaveProperty('lostAcks');
  expect(without.services['https://dienst.example']).not.toHaveProperty('rateLimit');
  expect(without.services['https://dienst.example'].seed).toBe(9);
});
