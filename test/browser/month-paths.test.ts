/** From a run to the bill of a month, in every family of browsers: another tariff, the break-even point, and the address. */
import { expect } from 'vitest';
import { path } from './families/index.ts';
import { LESSON_2 } from './reader.ts';

const FAST = 'Speeltuin: Tel bestellingen per stad (snel)';
const MONTH = 'Een maand rekenen';
const CLOUDFLARE = 'Cloudflare Workers Paid, wereldwijd';
const AWS = 'AWS Lambda (x86_64), us-east-1';

path('from a run to the month where a server wins', async ({ newReader }) => {
  const reader = await newReader(LESSON_2);
  const region = reader.within('region', FAST);
  await region.press('button', 'Voer uit');
  const total = /^Jouw functie: €.*hoe komt dat/;
  const receipt = region.within('group', 'Kassabon');
  const before = await receipt.sees('button', total);

  // From an amount to how it came about.
  await receipt.press('button', /^1 aanroep: .*hoe komt dat/);
  await region.sees('group', 'Kassabon', /Elke aanroep telt, hoe kort ook\..*gelezen op 28 september 2026/);

  // Another tariff, here and in the till.
  const till = reader.within('group', 'Kostenteller');
  const spent = await till.sees('group', 'Jouw functies', '1 aanroep');
  await receipt.press('button', 'Kies een ander tarief');
  await receipt.choose('combobox', 'Tarief', CLOUDFLARE);
  await receipt.sees('row', /^Vast bedrag per maand/);
  await receipt.seesOtherThan('button', total, before);
  await till.sees('group', 'Jouw functies', /€ 4,49[\d ]* 1 aanroep$/);
  await receipt.choose('combobox', 'Tarief', AWS);
  await till.sees('group', 'Jouw functies', spent);
  await receipt.sees('button', total, before);

  // To the month, with the measured run in it.
  await receipt.press('link', 'Reken door naar een maand');
  await reader.sees('group', MONTH, 'Hier is betalen per gebruik goedkoper.');
  await reader.pull('slider', /^Schuif/, { rightPx: 2_000, downPx: 0 });
  await reader.sees('group', MONTH, /Hier is altijd aan goedkoper\..*Het omslagpunt ligt bij ongeveer/);
  expect(await reader.evaluate('location.hash')).toMatch(/dag=\d{7}/);
});

path(
  'the month is in the address: shared, it opens as it was, and what can not be is told',
  async ({ newReader }) => {
    const reader = await newReader('maand/#dag=250000&ms=80&mb=512&server=hetzner-cx23');
    await reader.seesIn('textbox', 'Aanroepen per dag', '250000');
    await reader.seesIn('textbox', /^Duur van een aanroep/, '80');
    await reader.fill('textbox', /^Geheugen/, '1024');
    await reader.fill('textbox', /^Geheugen/, 'veel');
    await reader.sees('group', MONTH, 'Vul een heel getal in van 1 tot 32.768');
    const address = String(await reader.evaluate('location.href'));
    expect(address).toContain('mb=1024');

    const other = await newReader(address);
    await other.seesIn('textbox', /^Geheugen/, '1024');
    await other.seesIn('combobox', 'Altijd aan', 'hetzner-cx23');
    const wrong = await newReader('maand/#ms=-3&tarief=nergens');
    await wrong.sees('group', MONTH, 'een waarde die niet kan: ms, tarief');
  },
);

path(
  'a number means what a Dutch person means by it, and each tick moves the amounts',
  async ({ newReader }) => {
    const reader = await newReader('maand/');
    await reader.fill('textbox', 'Aanroepen per dag', '550.000');
    await reader.sees('group', MONTH, '550.000 aanroepen per dag');
    await reader.fill('textbox', /^Duur van een aanroep/, '1.250');
    await reader.sees('group', MONTH, 'We lezen dit als 1250. Bedoel je een komma? Schrijf dan 1,25.');
    await reader.fill('textbox', /^Duur van een aanroep/, '120,5');
    // 730 h × $ 0.0154 ÷ 1.1133, and 8 GB × $ 0.08 more with a disk.
    await reader.sees('group', MONTH, /us-east-1, met publiek adres, zonder schijf\) € 10,10/);
    expect(await reader.evaluate('location.hash')).toMatch(/dag=550000.*ms=120,5/);
    await reader.press('checkbox', 'Server met schijf');
    await reader.sees('group', MONTH, /met schijf\) € 10,67.*mag maar af en toe op volle kracht/);
    await reader.press('checkbox', 'Met voordeur en opslag');
    await reader.sees('textbox', /^Berichten in de wachtrij/);
    await reader.sees('region', 'Alle tarieven per maand', 'daarvoor hebben we geen prijs met een bron');

    // One of the table is the one of the receipt.
    await reader.within('region', 'Alle tarieven per maand').press('radio', /Oracle OCI Functions/);
    await reader.sees('group', 'Kassabon van de maand', 'Oracle OCI Functions');
    await reader.seesIn('combobox', 'Tarief', 'oracle-functions');
  },
);

path('the chosen tariff lasts for the visit, and its free tier with it', async ({ newReader }) => {
  const reader = await newReader(LESSON_2);
  await reader.within('region', FAST).press('button', 'Voer uit');
  const till = reader.within('group', 'Kostenteller');
  const spent = await till.sees('group', 'Jouw functies', '1 aanroep');
  const dialog = reader.within('dialog', 'Bon van dit bezoek');
  await reader.press('button', 'Bon van dit bezoek');
  await dialog.press('checkbox', 'Met gratis tegoed');
  const free = await till.seesOtherThan('group', 'Jouw functies', spent);
  expect(free).toMatch(/€ 0,[0 ]+ 1 aanroep$/);
  await reader.reload();
  await till.sees('group', 'Jouw functies', free);
  await reader.press('button', 'Bon van dit bezoek');
  await dialog.choose('combobox', 'Tarief', CLOUDFLARE);
  await reader.sees('dialog', 'Bon van dit bezoek', 'Dit tarief heeft geen apart gratis tegoed.');
  await till.sees('group', 'Jouw functies', /€ 4,49[\d ]* 1 aanroep$/);
  await reader.open('maand/');
  await till.sees('group', 'Jouw functies', /€ 4,49[\d ]* 1 aanroep$/);
});
