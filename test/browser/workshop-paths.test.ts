/** The workplace in every family of browsers: begun, run, kept, set by form and by file, copied, shared and opened elsewhere. */
import { unzipSync } from 'fflate';
import { expect } from 'vitest';
import { path, type Reader } from './families/index.ts';

const WORKSHOP = 'werkplaats/';
const FIRST = 'Mijn eerste functie';

async function begin(reader: Reader, template: string, title: string) {
  await reader.within('group', 'Begin met een sjabloon').press('button', template);
  const region = reader.within('region', `Speeltuin: ${title}`);
  await region.sees('button', 'Voer uit');
  return region;
}

path('a CRUD function is made, run and billed, and is there after a reload', async ({ newReader }) => {
  const reader = await newReader(WORKSHOP);
  const region = await begin(reader, 'CRUD met opslag', 'Takenlijst');
  await region.press('button', 'Voer uit');
  await region.sees('group', 'Antwoord', '201');
  await region.sees('group', 'Kassabon', /Jouw functie € 0,[0 ]*[1-9]/);
  const asks = async () => {
    await region.press('button', 'GET /taken');
    await region.press('button', 'Voer uit');
    await region.sees('group', 'Antwoord', 'Brood kopen');
  };
  await asks();

  // What was stored and what was made are there in a later visit.
  await reader.reload();
  await asks();
  await reader.press('button', 'Alle werkplaatsen');
  await reader.sees('link', 'Takenlijst');
});

path(
  'a form writes functielab.json, and what is typed there changes the form and the laboratory',
  async ({ newReader }) => {
    const reader = await newReader(WORKSHOP);
    const first = await begin(reader, 'HTTP', FIRST);
    await first.press('button', 'Instellingen');
    await first.fill('textbox', 'Naam van de werkplaats', 'Groetjes');
    await reader.key('Tab');
    const renamed = reader.within('region', 'Speeltuin: Groetjes');
    await renamed.fill('textbox', 'Geheugen in MB', '512');
    await reader.key('Tab');
    await renamed.press('button', 'Headers, body en instellingen');
    await renamed.seesIn('combobox', 'Geheugen', '512');
    // And the laboratory's own setting stands in the file.
    await renamed.choose('combobox', 'Geheugen', '1.024 MB');
    await renamed.seesIn('textbox', 'Geheugen in MB', '1024');

    await renamed.press('tab', 'functielab.json');
    const file = 'Code van functielab.json';
    await reader.seesIn('textbox', file, '"memoryMb": 1024');
    const manifest = await reader.valueOf('textbox', file);
    await reader.fill('textbox', file, manifest.replace('Groetjes', 'Dag').replace('1024', '256'));
    await reader.within('region', 'Speeltuin: Dag').seesIn('textbox', 'Geheugen in MB', '256');

    // Half a file: the laboratory stays, the reader is told why, and the forms wait.
    await reader.fill('textbox', file, '{ "version": 1,');
    await reader.sees('main', '', 'functielab.json is geen geldige JSON');
    await reader.within('region', 'Speeltuin: Dag').seesDisabled('textbox', 'Geheugen in MB');
    await reader.fill('textbox', file, '{ "version": 2 }');
    await reader.sees('main', '', 'is van een nieuwere Functielab');
    await reader.fill('textbox', file, manifest);
    await renamed.press('button', 'Voer uit');
    await renamed.sees('group', 'Antwoord', 'Dag Mila!');
  },
);

path('a file is made, used, renamed and removed, each with a way back', async ({ newReader }) => {
  const reader = await newReader(WORKSHOP);
  const region = await begin(reader, 'Leeg', 'Nieuwe werkplaats');
  const dialog = reader.within('dialog', 'Bestanden');
  const runs = async () => {
    await region.press('button', 'Voer uit');
    await region.sees('group', 'Antwoord', 'Hoi!');
  };

  await reader.press('button', 'Bestanden');
  await dialog.fill('textbox', 'Naam', '../weg.js');
  await dialog.press('button', 'Maak bestand');
  await reader.sees('dialog', 'Bestanden', 'Een pad mag niet . of .. als map hebben.');
  await dialog.fill('textbox', 'Naam', 'lib/groet.js');
  await dialog.press('button', 'Maak bestand');
  await region.fill('textbox', 'Code van lib/groet.js', "export const groet = 'Hoi!';");
  await region.press('tab', 'functie.js');
  const code = "import { groet } from './lib/groet.js';\nexport default () => new Response(groet);";
  await region.fill('textbox', 'Code van functie.js', code);
  await runs();

  await reader.press('button', 'Bestanden');
  await dialog.choose('combobox', 'Bestand', 'functie.js');
  await dialog.fill('textbox', 'Naam', 'src.js');
  await dialog.press('button', 'Geef het deze naam');
  await region.sees('tab', 'src.js');
  await runs();

  await reader.press('button', 'Bestanden');
  await dialog.choose('combobox', 'Bestand', 'lib/groet.js');
  await dialog.press('button', 'Verwijder bestand');
  await region.seesCount('tab', 'lib/groet.js', 0);
  await reader.press('button', 'Ongedaan maken');
  await region.sees('tab', 'lib/groet.js');
  await runs();
});

path('workplaces are listed, copied, thrown away and got back', async ({ newReader }) => {
  const reader = await newReader(WORKSHOP);
  await begin(reader, 'HTTP', FIRST);
  await reader.press('button', 'Alle werkplaatsen');
  await reader.press('button', `Kopieer ${FIRST}`);
  await reader.sees('link', `${FIRST} (kopie)`);
  await reader.press('button', `Verwijder ${FIRST}`);
  await reader.seesCount('link', FIRST, 0);
  await reader.press('button', 'Ongedaan maken');
  await reader.press('link', FIRST);
  await reader.within('region', `Speeltuin: ${FIRST}`).sees('button', 'Voer uit');

  // And one that begins with a function of the course.
  await reader.press('button', 'Alle werkplaatsen');
  await reader.choose('combobox', 'Een functie uit de cursus', 'Begroet een bezoeker');
  await reader.press('button', 'Begin met deze functie');
  const region = reader.within('region', 'Speeltuin: Begroet een bezoeker');
  await region.press('button', 'Voer uit');
  await region.sees('group', 'Antwoord', 'Dag Mila!');
});

path(
  'a link is a copy that runs nothing, in a lab of its own, until its reader takes it over',
  async ({ newReader }) => {
    const theirs = await newReader(WORKSHOP);
    await (await begin(theirs, 'HTTP', FIRST)).press('button', 'Deel');
    const link = await theirs.within('dialog', 'Deel je werkplaats').valueOf('textbox', 'Link');

    const reader = await newReader(link);
    const copy = reader.within('region', `Speeltuin: ${FIRST}`);
    await reader.sees('main', '', 'Deze bestanden komen van buiten');
    await copy.sees('group', 'Kassabon', 'Nog niets gedraaid');
    await copy.press('button', 'Voer uit');
    await copy.sees('group', 'Antwoord', 'Dag Mila!');
    await reader.press('button', 'Maak dit mijn werkplaats');
    await reader.seesCount('button', 'Maak dit mijn werkplaats', 0);
    await reader.reload();
    await copy.sees('button', 'Voer uit');
    await reader.press('button', 'Alle werkplaatsen');
    await reader.sees('link', FIRST);
  },
);

path('in a second tab a workplace is a copy, and says so', async ({ newReader }) => {
  const reader = await newReader(WORKSHOP);
  await begin(reader, 'HTTP', FIRST);
  const other = await reader.copy();
  await other.sees('main', '', 'Deze werkplaats staat ook open in een ander tabblad');
  await other.press('button', 'Bewaar als nieuwe werkplaats');
  await other.seesCount('button', 'Bewaar als nieuwe werkplaats', 0);
});

path('a workplace is saved as a zip, and that zip opens again', async ({ newReader }) => {
  const reader = await newReader(WORKSHOP);
  const region = await begin(reader, 'Wachtrij', 'Bestellen en later verwerken');
  await region.press('button', 'Deel');
  const dialog = reader.within('dialog', 'Deel je werkplaats');
  const saved = await dialog.saves('button', 'Bewaar als zip');
  expect(saved.name).toBe('bestellen-en-later-verwerken.zip');
  expect(Object.keys(unzipSync(saved.bytes)).sort()).toEqual([
    'bestellen-en-later-verwerken/bestel.js',
    'bestellen-en-later-verwerken/functielab.json',
    'bestellen-en-later-verwerken/verwerk.js',
  ]);
  await dialog.press('button', 'Sluit');
  await reader.press('button', 'Alle werkplaatsen');
  const back = { name: 'terug.zip', mimeType: 'application/zip', bytes: saved.bytes };
  await reader.give('button', 'Kies een zip of bestanden', back);
  await reader.sees('main', '', 'Deze bestanden komen van buiten');
  await region.press('button', 'Voer uit');
  await region.sees('group', 'Antwoord', '202');
});
