/** What went on in a playground, in every family of browsers: saved by one reader, and played by another at a click. */
import { expect } from 'vitest';
import { expectAccessible } from './families/axe.ts';
import { type Place, path, type Reader } from './families/index.ts';
import { LESSON_1 } from './reader.ts';

const GREET = 'Speeltuin: Begroet een bezoeker';
const CODE = 'Code van begroet.js';
const DESK = /^Opname/;

async function openDesk(reader: Reader): Promise<Place> {
  await reader.within('region', GREET).press('button', 'Deel');
  return reader.within('dialog', 'Deel je code').within('group', DESK);
}
const seesAtDesk = (reader: Reader, what: string | RegExp) =>
  reader.within('dialog', 'Deel je code').sees('group', DESK, what);

path('three calls are saved, and played as they were; changed code is told', async ({ newReader }) => {
  const reader = await newReader(LESSON_1);
  const playground = reader.within('region', GREET);
  await playground.fill(
    'textbox',
    CODE,
    "export default () => { console.log('dag'); return new Response('Hoi'); };",
  );
  for (const paid of ['1 aanroep', '2 aanroepen', '3 aanroepen']) {
    await playground.press('button', 'Voer uit');
    await reader.within('group', 'Kostenteller').sees('group', 'Jouw functies', paid);
  }
  const desk = await openDesk(reader);
  const tape = await desk.saves('button', 'Bewaar een opname');

  const other = await newReader(LESSON_1);
  const theirs = await openDesk(other);
  const give = (text: string) =>
    theirs.give('button', 'Open een opname', { name: tape.name, mimeType: 'application/json', text });
  await give(tape.text);
  await seesAtDesk(other, /3 aanroepen in .* met \d+ koude starts?\./);
  await theirs.seesCount('table', null, 0);
  await theirs.press('button', 'Speel af');
  await seesAtDesk(other, 'Afgespeeld: alles ging precies zoals toen.');
  await theirs.within('region', 'Aanroepen op de opname').seesCount('row', null, 1 + 3);
  await expectAccessible(other);

  await give(tape.text.replace("new Response('Hoi')", "new Response('Doei')"));
  await theirs.press('button', 'Speel af');
  await seesAtDesk(other, 'Afgespeeld: de tijden zijn die van toen, maar 3 dingen waren anders.');
  await theirs.within('region', 'Wat anders was').seesCount('cell', /Doei/, 3);
});

path('a short tape fits in a link: it opens elsewhere, and waits for a click', async ({ newReader }) => {
  const reader = await newReader(LESSON_1);
  const playground = reader.within('region', GREET);
  await playground.fill('textbox', CODE, "export default () => new Response('Hoi');");
  await playground.press('button', 'Voer uit');
  await playground.sees('group', 'Antwoord', '200 OK');
  const desk = await openDesk(reader);
  await desk.press('button', 'Maak een link van de opname');
  const link = await desk.valueOf('textbox', 'Link naar de opname');
  expect(link).toMatch(/#opname=/);
  await expectAccessible(reader);

  const other = await newReader(`${LESSON_1}${new URL(link).hash}`);
  await seesAtDesk(other, /1 aanroep in .* met \d+ koude starts?\./);
  const theirs = other.within('dialog', 'Deel je code').within('group', DESK);
  await theirs.seesCount('table', null, 0);
  await theirs.press('button', 'Speel af');
  await seesAtDesk(other, 'Afgespeeld: alles ging precies zoals toen.');
  await other.key('Escape');
  await expect.poll(() => other.evaluate('location.hash')).toBe('');
  // The code of the playground is the reader's own all the time.
  await other.within('region', GREET).seesIn('textbox', CODE, 'let bezoekers = 0;');
});
