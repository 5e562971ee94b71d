/** What sets functions going, in every family of browsers: a request with a route, a file, the clock, and a message. */
import { expect } from 'vitest';
import { type Place, path } from './families/index.ts';
import { untilStored } from './stored.ts';

const LIST = 'Speeltuin: Boodschappenlijst';
const TWICE = 'lessen/twee-keer-hetzelfde-bericht/';

async function sends(list: Place, example: string, answer: string): Promise<void> {
  await list.within('group', 'Voorbeelden').press('button', example);
  await list.within('group', 'Voorbeelden').seesOn('button', example);
  await list.press('button', 'Voer uit');
  await list.sees('group', 'Antwoord', answer);
}

path('one playground is a whole CRUD API, and an unknown route says so', async ({ newReader }) => {
  const reader = await newReader('lessen/gebeurtenisgedreven-applicaties/');
  const list = reader.within('region', LIST);
  // A lesson says "kies bij Voorbeelden": the word is on the screen.
  await list.sees('group', 'Voorbeelden', 'Voorbeelden');
  await sends(list, 'POST /boodschappen', '201');
  await list.sees('group', 'Opslag', 'melk');
  await sends(list, 'PUT /boodschappen/melk', '200');
  await sends(list, 'GET /boodschappen', 'melk');
  // The code that answers stands beside the request that was chosen.
  await list.seesOn('tab', 'lijst.js');
  await sends(list, 'DELETE /boodschappen/melk', '204');
  expect(await list.sees('group', 'Opslag')).not.toContain('melk');

  await list.fill('textbox', 'Pad', '/nergens');
  await list.press('button', 'Voer uit');
  await list.within('group', 'Antwoord').sees('alert', '', '/nergens');
  await list.choose('combobox', 'Methode', 'PATCH');
  await list.fill('textbox', 'Pad', '/boodschappen');
  await list.press('button', 'Voer uit');
  await list.within('group', 'Antwoord').sees('alert', '', 'POST, GET');
});

path(
  'what is stored is there after a reload; a second tab has a copy, and says so',
  async ({ newReader }) => {
    const reader = await newReader('lessen/gebeurtenisgedreven-applicaties/');
    const list = reader.within('region', LIST);
    await list.press('button', 'Voer uit');
    await list.sees('group', 'Opslag', 'melk');
    await untilStored(reader, 'functielab', 'kv', /melk/);
    await reader.reload();
    // A playground wakes when a reader comes to it.
    await list.press('textbox', 'Pad');
    await list.sees('group', 'Opslag', 'melk');
    const other = (await reader.copy()).within('region', LIST);
    await other.press('textbox', 'Pad');
    await other.sees('group', 'Opslag', /Hier werk je met een kopie.*melk/);
    await list.press('button', 'Maak leeg');
    await list.sees('group', 'Opslag', 'Nog leeg');
    await untilStored(reader, 'functielab', 'kv', /^\[\]$/);
    await reader.reload();
    // A playground wakes when a reader comes to it.
    await list.press('textbox', 'Pad');
    await list.sees('group', 'Opslag', 'Nog leeg');
  },
);

path(
  'a file of the reader’s own: chosen, empty, dropped with a name that leads elsewhere, and looked into',
  async ({ newReader }) => {
    const reader = await newReader('lessen/een-bestand-komt-binnen/');
    const sales = reader.within('region', 'Speeltuin: Tel de verkoop per stad');
    const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', text });
    const lines = 'stad;product;bedrag\nGent;koffie;12,50\nGent;thee;2,50\nLeiden;koffie\n';
    await sales.give('button', 'Kies een bestand', csv('mijn.csv', lines));
    await sales.sees('group', 'Opslag', 'totalen/mijn.json');
    await sales.sees('log', 'Logboek', 'regel 4 klopt niet');
    // What the upload led to is picked: its own lines are on the receipt.
    await sales.sees('group', 'Kassabon', 'bezig');
    await sales.press('button', 'Bekijk totalen/mijn.json');
    await sales.sees('group', 'Opslag', '"Gent": 15');

    await sales.give('button', 'Kies een bestand', csv('leeg.csv', ''));
    await sales.sees('group', 'Opslag', 'totalen/leeg.json');
    await sales.sees('group', 'Bestand uploaden', '0 bytes');

    await sales.drop('group', 'Bestand uploaden', csv('../../x.csv', 'stad;product;bedrag\n'));
    await sales.sees('group', 'Opslag', 'verkoop/x.csv');
    await sales.sees('group', 'Bestand uploaden', 'Het bestand heet hier "x.csv"');
  },
);

path(
  'the clock: off until it is started, five moments ahead, and a jump to the next',
  async ({ newReader }) => {
    const reader = await newReader('lessen/op-vaste-tijden/');
    const playground = reader.within('region', 'Speeltuin: Elk uur een reservekopie');
    const clock = playground.within('group', 'Klok');
    // A playground wakes when a reader comes to it.
    await clock.press('textbox', 'Cron');
    await clock.seesCount('listitem', null, 5);
    // A whole hour may pass by itself while this goes on, and then there is one more.
    await clock.fill('textbox', 'Cron', '0 4 * * 1');
    await clock.sees('list', 'Volgende momenten', /^(maandag.*){5}$/);
    await playground.press('button', 'Start klok');
    await playground.sees('button', 'Stop klok');
    for (const copies of [/(kopie gemaakt.*){1}/, /(kopie gemaakt.*){2}/]) {
      const [before = ''] = await clock.namesOf('listitem');
      await playground.press('button', 'Spring naar het volgende moment');
      await playground.sees('log', 'Logboek', copies);
      await expect.poll(async () => (await clock.namesOf('listitem'))[0]).not.toBe(before);
    }
    const log = await playground.sees('log', 'Logboek');
    expect(log.match(/koude start/g)).toHaveLength(2);
    expect(log.match(/kopie gemaakt/g)).toHaveLength(2);
    await playground.press('button', 'Stop klok');
    await playground.sees('button', 'Start klok');

    await clock.fill('textbox', 'Cron', 'elke minuut');
    await playground.sees('group', 'Klok', 'Deze cron-uitdrukking klopt niet.');
    await clock.fill('textbox', 'Cron', '0 0 30 2 *');
    await playground.sees('group', 'Klok', 'zo’n moment komt nooit');
  },
);

path(
  'HTTP, queue, worker and bucket: the chain is in the trace, and one pick shows in all views',
  async ({ newReader }) => {
    const reader = await newReader('lessen/werk-in-de-wachtrij/');
    const playground = reader.within('region', 'Speeltuin: Bestellen met een wachtrij');
    await playground.press('button', 'Voer uit');
    await playground.sees('group', 'Antwoord', '202');
    await playground.sees('group', 'Opslag', 'bonnen/');
    await playground.sees('group', 'Spoor', /HTTP-verzoek.*bestel.*Bericht.*verwerk.*bucket: bonnen\//);
    await playground.within('group', 'Spoor').press('button', /verwerk/);
    await playground.sees('group', 'Kassabon', '1 andere aanroep');
    const timeline = playground.within('group', 'Tijdlijn');
    await timeline.press('button', 'Als tabel');
    await timeline.seesCount('row', null, 3);
  },
);

path(
  'a function that waits for three others: they are below it in the trace, also seen from one of them',
  async ({ newReader }) => {
    const reader = await newReader('lessen/functies-in-een-keten/');
    const playground = reader.within('region', 'Speeltuin: Een keten die wacht');
    await playground.press('button', 'Voer uit');
    await playground.sees('group', 'Antwoord', '201');
    const whole =
      /HTTP-verzoek.*bestel.*\/betaal\/12: 201 na.*betaal.*\/pak-in\/12: 201 na.*pak-in.*\/verstuur\/12: 201 na.*verstuur/;
    await playground.sees('group', 'Spoor', whole);
    await playground.within('group', 'Spoor').press('button', /^pak-in/);
    await playground.sees('group', 'Kassabon', '3 andere aanroepen');
    await playground.sees('group', 'Spoor', whole);
  },
);

path('a message that is no JSON is not sent, and says why; nothing of it is lost', async ({ newReader }) => {
  const reader = await newReader(TWICE);
  const playground = reader.within('region', 'Speeltuin: Geef spaarpunten');
  await playground.fill('textbox', 'Bericht (JSON)', '{ klant: Mila }');
  await playground.press('button', 'Stuur bericht');
  await playground.within('group', 'Antwoord').sees('alert', '', 'Dit bericht is geen JSON.');
  await playground.seesIn('textbox', 'Bericht (JSON)', '{ klant: Mila }');
  await playground.fill('textbox', 'Bericht (JSON)', JSON.stringify({ klant: 'x'.repeat(300 * 1024) }));
  await playground.press('button', 'Stuur bericht');
  await playground.within('group', 'Antwoord').sees('alert', '', 'een bericht mag 256 KB zijn');
});

path('a function that queues to itself without end is stopped, with what it cost', async ({ newReader }) => {
  const reader = await newReader(TWICE);
  const playground = reader.within('region', 'Speeltuin: Een herinnering zonder einde');
  await playground.press('button', 'Stuur bericht');
  await reader.sees('region', 'Speeltuin: Een herinnering zonder einde', 'Gestopt na');
  // The message that is one too many is stopped while the invocation that sent it still runs.
  await playground.sees('log', 'Logboek', 'herinnering 17');
  await playground.sees('group', 'Kassabon', '16 andere aanroepen');
});
