/** Through a lesson in every family of browsers: its predictions, its steps, what a step asks of a service, and the Machinekamer. */
import { expect } from 'vitest';
import { expectAccessible } from './families/axe.ts';
import { path } from './families/index.ts';
import { LESSON_1, LESSON_2 } from './reader.ts';

const SCALING = 'lessen/schalen-ook-naar-nul/';
const SALE = 'Speeltuin: Verkoop een kaartje';

path(
  'a step’s own button does it, the step ticks itself and shows what came, and the tick is kept until it is taken away',
  async ({ newReader }) => {
    const reader = await newReader(LESSON_1);
    const first = reader.within('group', 'Probeer 1');
    await first.seesOff('checkbox', 'Stap 1 gedaan');
    await first.press('button', 'Voer stap 1 uit');
    await first.seesOn('checkbox', 'Stap 1 gedaan');
    for (const said of [
      /5 aanroepen betaald/,
      /200 OK/,
      /1 van 3 gedaan/,
      /Stap 1 van Probeer 1 is gedaan\./,
    ])
      await reader.sees('group', 'Probeer 1', said);
    await reader.within('region', 'Speeltuin: Begroet een bezoeker').sees('log', 'Logboek', 'bezoeker 5');
    await expectAccessible(reader);
    await reader.reload();
    await first.seesOn('checkbox', 'Stap 1 gedaan');
    await first.press('checkbox', 'Stap 1 gedaan');
    await first.seesOff('checkbox', 'Stap 1 gedaan');
    await reader.reload();
    await reader.sees('group', 'Probeer 1', '3 stappen');
    await first.seesOff('checkbox', 'Stap 1 gedaan');
  },
);

path('a step counts what is done in the playground, and its echo says what came', async ({ newReader }) => {
  const reader = await newReader(LESSON_1);
  const first = reader.within('group', 'Probeer 1');
  const playground = reader.within('region', 'Speeltuin: Begroet een bezoeker');
  for (let time = 1; time <= 5; time += 1) {
    await first.seesOff('checkbox', 'Stap 1 gedaan');
    await playground.press('button', 'Voer uit');
    await playground.sees('log', 'Logboek', `bezoeker ${time}`);
  }
  await first.seesOn('checkbox', 'Stap 1 gedaan');
  await reader.sees('group', 'Probeer 1', '5 aanroepen betaald');
});

path('a lesson is done by the buttons of its steps, one after another', async ({ newReader }) => {
  const reader = await newReader('lessen/gebeurtenisgedreven-applicaties/');
  const list = reader.within('region', 'Speeltuin: Boodschappenlijst');
  const does = async (attempt: string, step: number, answer: string) => {
    const place = reader.within('group', attempt);
    await place.press('button', `Voer stap ${step} uit`);
    await list.sees('group', 'Antwoord', answer);
    await place.seesOn('checkbox', `Stap ${step} gedaan`);
  };
  await does('Probeer 1', 1, '201');
  await does('Probeer 1', 2, '409');
  await does('Probeer 1', 3, '200');
  await reader.sees('group', 'Probeer 1', '3 van 3 gedaan');
  await list.sees('group', 'Opslag', 'boodschap/melk');
  await does('Probeer 2', 1, '200');
  await does('Probeer 2', 2, '204');
  await does('Probeer 2', 3, '404');
  expect(await list.sees('group', 'Opslag')).not.toContain('boodschap/melk');
  await reader.reload();
  for (const step of [1, 2, 3])
    await reader.within('group', 'Probeer 2').seesOn('checkbox', `Stap ${step} gedaan`);
});

path(
  'a number is said in pencil, measured by the burst, side by side with the reason, and still there after a reload',
  async ({ newReader }) => {
    const CARD = /^Voorspel: Vijftig kopers/;
    const reader = await newReader(SCALING);
    const card = reader.within('group', CARD);
    const playground = reader.within('region', SALE);
    // Ten starts at once may take longer than this function may on a busy machine: what starts here in time is warm for the burst below.
    await playground.press('button', 'Stuur 50 tegelijk');
    await playground.sees('group', 'Antwoord', '50 aanroepen tegelijk');
    await reader.bringUp('group', CARD);
    const field = /Hoeveel krijgen een kaartje/;
    await card.fill('textbox', field, 'veel');
    await reader.key('Enter');
    await card.sees('alert', '', 'Schrijf een heel getal van 0 tot en met 50.');
    await card.fill('textbox', field, '35');
    await expectAccessible(reader);
    await reader.key('Enter');
    const asked = await reader.sees('group', CARD, /35 kaartjes.*Doe nu de proef hieronder\./);
    expect(asked).not.toContain('wacht niet in een rij');

    // One call is no burst: the prediction goes on waiting.
    await playground.press('button', 'Voer uit');
    await playground.sees('group', 'Antwoord', '201');
    await reader.sees('group', CARD, 'Doe nu de proef hieronder.');
    await playground.press('button', 'Stuur 50 tegelijk');
    const outcome = /Jij zei 35 kaartjes Het werd 10 kaartjes Anders dan je dacht\. .*wacht niet in een rij/;
    await reader.sees('group', CARD, outcome);
    await expectAccessible(reader);
    await reader.reload();
    // A card comes to life when it is seen.
    await reader.bringUp('group', CARD);
    await reader.sees('group', CARD, outcome);
  },
);

path('the check at the end says what is right, and why something is not', async ({ newReader }) => {
  const reader = await newReader(LESSON_2);
  const question = /Een functie heeft 512 MB geheugen/;
  const check = reader.within('group', question);
  await check.press('radio', '2.000 GB-seconden');
  await check.press('button', 'Controleer');
  await reader.sees('group', question, 'Nog niet.');
  await check.press('radio', '1.000 GB-seconden');
  await check.press('button', 'Controleer');
  await reader.sees('group', question, 'Klopt.');
});

const ASK = `
const vraag = async (adres, init) => {
  try {
    const antwoord = await fetch(adres, init);
    return antwoord.status + ' ' + (await antwoord.text());
  } catch (fout) {
    return fout.name + ': ' + fout.message;
  }
};
export default async () => Response.json([
  await vraag('https://database.example/klant'),
  await vraag('https://database.example/klant', { signal: AbortSignal.timeout(50) }).then((tekst) => tekst.split(':')[0]),
  await vraag('https://elders.example/'),
]);`.trim();

path(
  'a service is asked, waited for, paid for and told in the log; another address is refused by name',
  async ({ newReader }) => {
    const reader = await newReader(LESSON_2);
    const playground = reader.within('region', 'Speeltuin: Wacht op een database');
    await playground.press('button', 'Voer uit');
    await playground.sees('group', 'Antwoord', 'pakje gevonden');
    for (const asked of ['klant', 'pakje'])
      await playground.sees(
        'log',
        'Logboek',
        new RegExp(String.raw`GET https://database\.example/${asked}: 200 na [\d.]*\d{3}(,\d)? ms`),
      );
    // Two answers of 400 ms each, and all of that is paid for.
    await playground.sees('group', 'Kassabon', /\b(?:[89]\d\d|\d\.\d{3}) ms bezig/);

    // Who changes the code finds there what there is to ask.
    await playground.press('button', 'Diensten die je code kan vragen');
    const services = 'Diensten die je code kan vragen';
    await reader.sees('region', 'Speeltuin: Wacht op een database', services);
    await reader.sees(
      'region',
      'Speeltuin: Wacht op een database',
      /https:\/\/database\.example antwoordt na 400 ms\..*GET \/klant geeft 200 met klant gevonden/,
    );

    await playground.fill('textbox', 'Code van wacht.js', ASK);
    await playground.press('button', 'Voer uit');
    for (const said of [
      '200 klant gevonden',
      'TimeoutError',
      'Ze bereikt hier alleen https://database.example.',
    ])
      await playground.sees('group', 'Antwoord', said);
    await playground.sees('log', 'Logboek', 'https://database.example/klant: afgebroken door de functie na');
  },
);
