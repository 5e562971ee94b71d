/** The twelve paths that matter most to a reader, in every family of browsers. */

import { expect } from 'vitest';
import { type Place, path } from './families/index.ts';
import { LESSON_1, LESSON_2, RIGHT_GREETING } from './reader.ts';

const GREET = 'Speeltuin: Begroet een bezoeker';

path(
  'a newcomer runs a function, cold and then warm, and goes on to lesson 1 with what it cost',
  async ({ newReader }) => {
    const reader = await newReader('');
    const playground = reader.within('region', 'Speeltuin: Hoe laat is het?');
    await playground.press('button', 'Voer uit');
    await playground.sees('group', 'Antwoord', /200 OK.*koude start/);
    await playground.press('button', 'Voer uit');
    await playground.sees('group', 'Antwoord', /200 OK.*\bwarm\b/);
    const till = reader.within('group', 'Kostenteller');
    const spent = await till.sees('group', 'Jouw functies', '2 aanroepen');
    await reader.press('link', 'Begin bij les 1');
    await reader.sees('heading', 'Wat zijn serverless functions?');
    await till.sees('group', 'Jouw functies', spent);
    await reader.back();
    await reader.sees('link', 'Verder met les 1');
  },
);

path(
  'an edit is there after a reload; Herstel and Ongedaan maken go back and forth',
  async ({ newReader }) => {
    const mine = 'export default () => new Response("van mij");\n// nog een regel {';
    const reader = await newReader(LESSON_1);
    const playground = reader.within('region', GREET);
    await playground.fill('textbox', 'Code van begroet.js', mine);
    await reader.reload();
    await playground.seesIn('textbox', 'Code van begroet.js', mine);
    await playground.press('button', 'Herstel');
    await playground.seesIn('textbox', 'Code van begroet.js', 'let bezoekers = 0;');
    await playground.press('button', 'Ongedaan maken');
    await playground.seesIn('textbox', 'Code van begroet.js', mine);
    await playground.press('button', 'Voer uit');
    await playground.sees('group', 'Antwoord', /200 OK.*van mij/);
  },
);

path(
  'a request with headers and a body; a refusal by the function; an error with its place',
  async ({ newReader }) => {
    const reader = await newReader(LESSON_1);
    const playground = reader.within('region', 'Speeltuin: Maak groepjes');
    const sends = async (body: string, answer: RegExp) => {
      await playground.fill('textbox', 'Body', body);
      await playground.press('button', 'Voer uit');
      await playground.sees('group', 'Antwoord', answer);
    };
    await playground.press('button', 'Headers, body en instellingen');
    await sends('{"namen":["A","B","C"],"grootte":2}', /200 OK.*"C"/);
    await sends('{"namen":["A"],"grootte":0}', /400 Bad Request/);
    await sends('{"grootte":2}', /Ga naar groepjes\.js, regel \d+, kolom \d+.*geen waarde/);
    await playground.fill('textbox', 'Headers', 'dit is geen header');
    await playground.press('button', 'Voer uit');
    await playground.sees('alert', '', 'dit is geen header');
  },
);

path(
  'Stop ends a run, which is billed until then; Maak leeg empties the playground, not the bill',
  async ({ newReader }) => {
    const reader = await newReader(LESSON_2);
    const playground = reader.within('region', 'Speeltuin: Wacht op een database');
    const till = reader.within('group', 'Kostenteller');
    // It has to be at work still when a slow machine comes to press Stop.
    await playground.fill('textbox', 'Code van wacht.js', 'export default () => new Promise(() => {});');
    await playground.press('button', 'Headers, body en instellingen');
    await playground.choose('combobox', 'Timeout', '30 s');
    await playground.press('button', 'Voer uit');
    await playground.sees('table', 'Tijdlijn', 'werkt');
    await playground.press('button', 'Stop');
    await playground.sees('group', 'Antwoord', 'gestopt');
    const spent = await till.sees('group', 'Jouw functies', '1 aanroep');
    await playground.press('button', 'Maak leeg');
    await playground.sees('group', 'Kassabon', 'Nog niets gedraaid, dus nog niets te betalen.');
    await till.sees('group', 'Jouw functies', spent);
  },
);

path(
  'of fifty calls at once the limit lets ten through, each on an instance of its own, and bills no other',
  async ({ newReader }) => {
    const reader = await newReader('lessen/van-server-naar-functies/');
    const playground = reader.within('region', 'Speeltuin: Takenlijst als functie');
    const result = playground.within('table', '50 aanroepen tegelijk');
    // Ten starts at once take more than three seconds where the processor is slow or busy.
    await playground.press('button', 'Headers, body en instellingen');
    await playground.choose('combobox', 'Timeout', '30 s');
    await playground.press('button', 'Stuur 50 tegelijk');
    await result.sees('row', /429/, '40');
    await result.sees('row', /201/, '10');
    await playground.sees('group', 'Antwoord', '10 koude starts, op 10 instanties.');
    await playground.within('table', 'Instanties').seesCount('row', null, 11);
    await playground.sees('group', 'Kassabon', '10 aanroepen');
    await playground.sees('log', 'Logboek', '40 keer geweigerd (429)');

    // Each of the ten has a list of its own, so whoever asks sees one task.
    await playground.choose('combobox', 'Methode', 'GET');
    await playground.press('button', 'Voer uit');
    const answer = await playground.sees('group', 'Antwoord', '200 OK');
    expect(answer.match(/"id": \d+/g)).toEqual(['"id": 1']);

    await playground.choose('combobox', 'Maximaal tegelijk', '1');
    await playground.press('button', 'Stuur 50 tegelijk');
    await result.sees('row', /429/, '49');
    await playground.sees('group', 'Antwoord', '1 koude start, op 1 instantie.');
  },
);

path(
  'a file that is dropped becomes totals in the bucket; one that lies is told, and breaks nothing',
  async ({ newReader }) => {
    const reader = await newReader('lessen/een-bestand-komt-binnen/');
    const pictures = reader.within('region', 'Speeltuin: Verklein een foto');
    await pictures.press('button', 'Gebruik Nepfoto');
    await pictures.sees('log', 'Logboek', 'is geen afbeelding');
    await pictures.sees('group', 'Bestand uploaden', 'zo ziet de inhoud er niet uit');
    await pictures.sees('group', 'Mislukte berichten', 'Geen.');

    const sales = reader.within('region', 'Speeltuin: Tel de verkoop per stad');
    await sales.drop('group', 'Bestand uploaden', {
      name: 'mijn.csv',
      mimeType: 'text/csv',
      text: 'stad;product;bedrag\nGent;koffie;12,50\nGent;thee;2,50\n',
    });
    await sales.sees('group', 'Opslag', 'totalen/mijn.json');
    await sales.sees('group', 'Kassabon', 'bezig');
  },
);

path(
  'a message that fails three times is a dead letter; mended and sent again it is done',
  async ({ newReader }) => {
    const reader = await newReader('lessen/als-het-misgaat/');
    const playground = reader.within('region', 'Speeltuin: Boek bestellingen');
    await playground.press('button', 'Voer uit');
    // The next attempts come by themselves, after two and after four seconds.
    await playground.sees('group', 'Mislukte berichten', '3 pogingen mislukt');
    await playground.fill('textbox', 'Code van boek.js', MENDED);
    await playground.within('group', 'Mislukte berichten').press('button', /^Stuur opnieuw/);
    await playground.sees('group', 'Opslag', '12.5');
    await playground.sees('group', 'Mislukte berichten', 'Geen.');
  },
);

const MENDED = `export default async function boek(event, context) {
  for (const { body } of event.data.messages) {
    await context.kv.put('boeking/' + body.nummer, Number(String(body.bedrag).replace(',', '.')));
  }
}`;

path('the bill of the visit, a new one, and the old one back', async ({ newReader }) => {
  const reader = await newReader(LESSON_1);
  const runs = async (playground: Place) => {
    await playground.press('button', 'Voer uit');
    await playground.sees('group', 'Kassabon', 'Jouw functie');
  };
  await runs(reader.within('region', GREET));
  await runs(reader.within('region', 'Speeltuin: Maak groepjes'));
  const till = reader.within('group', 'Kostenteller');
  const spent = await till.sees('group', 'Jouw functies', '2 aanroepen');
  await reader.press('button', 'Bon van dit bezoek');
  const dialog = reader.within('dialog', 'Bon van dit bezoek');
  const bill = await reader.sees('dialog', 'Bon van dit bezoek', 'Maak groepjes');
  expect(bill).toContain('1 × Begroet een bezoeker');
  expect(bill).toContain('1 × Maak groepjes');
  await dialog.press('button', 'Begin een nieuwe bon');
  await reader.sees('dialog', 'Bon van dit bezoek', 'Je hebt nog niets laten draaien.');
  await till.sees('group', 'Jouw functies', '0 aanroepen');
  await dialog.press('button', 'Ongedaan maken');
  await till.sees('group', 'Jouw functies', spent);
});

path('an exercise is checked, hinted at, made, and remembered', async ({ newReader }) => {
  const reader = await newReader('oefeningen/groet-iedereen/');
  const playground = reader.within('region', 'Speeltuin: Groet iedereen');
  const panel = playground.within('group', 'Controle');
  await panel.press('button', 'Controleer');
  await playground.sees(
    'group',
    'Controle',
    /bij GET \/groet: de tekst "Dag allemaal!".*0 van 3 controles zijn goed\./,
  );
  await panel.press('button', 'Hint');
  await panel.sees('list', 'Hints', 'Wat geeft');
  await playground.fill('textbox', 'Code van groet.js', RIGHT_GREETING);
  await panel.press('button', 'Controleer');
  await playground.sees('group', 'Controle', '3 van 3 goed');
  await reader.reload();
  await playground.sees('group', 'Controle', /(Eerder goed: .*){3}/);
  await reader.press('link', 'Alle oefeningen');
  await reader.sees('link', /Groet iedereen.*gemaakt/);
});

path(
  'a link opens as a copy with somebody else, runs nothing, and leaves one’s own version alone',
  async ({ newReader }) => {
    const code = 'Code van begroet.js';
    const theirs = await newReader(LESSON_1);
    await theirs
      .within('region', GREET)
      .fill('textbox', code, "export default () => new Response('van Ali');");
    await theirs.within('region', GREET).press('button', 'Deel');
    const link = await theirs.within('dialog', 'Deel je code').valueOf('textbox', 'Link');

    const reader = await newReader(LESSON_1);
    const playground = reader.within('region', GREET);
    await playground.fill('textbox', code, "export default () => new Response('van Mila');");
    await reader.open(link);
    await reader.reload();
    await playground.seesIn('textbox', code, 'van Ali');
    await playground.sees('group', 'Kassabon', 'Nog niets gedraaid');
    await playground.press('button', 'Voer uit');
    await playground.sees('group', 'Antwoord', 'van Ali');
    await playground.press('button', 'Ga terug naar mijn versie');
    await playground.seesIn('textbox', code, 'van Mila');
  },
);

path('the search answers in Dutch, and leads to what it found', async ({ newReader }) => {
  const reader = await newReader('');
  await reader.press('button', /^Zoek/);
  const dialog = reader.within('dialog', 'Zoek in de cursus');
  await dialog.fill('searchbox', 'Zoek in de cursus', 'koude start');
  await reader.sees('dialog', 'Zoek in de cursus', /Voor docenten \(\d+\)/);
});

path('the reader’s choice of colours is kept', async ({ newReader }) => {
  const reader = await newReader('');
  await reader.uncover('combobox', 'Kleuren van de site', 'Menu');
  await reader.choose('combobox', 'Kleuren van de site', 'Kleuren: donker');
  await reader.reload();
  await reader.uncover('combobox', 'Kleuren van de site', 'Menu');
  await reader.seesIn('combobox', 'Kleuren van de site', 'dark');
});
