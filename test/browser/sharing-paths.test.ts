/** Code that goes from one reader to another, in every family of browsers: by link and by file. */
import { expect } from 'vitest';
import { expectAccessible } from './families/axe.ts';
import { path, type Reader } from './families/index.ts';
import { keptCode, LESSON_1 } from './reader.ts';

const GREET = 'Speeltuin: Begroet een bezoeker';
const CODE = 'Code van begroet.js';
const STRANGERS = 'Dit is de code van iemand anders';
const THEIRS = "export default () => new Response('van Ali');";
const MINE = "export default () => new Response('van Mila');";

/** @returns what comes behind the address of the lesson */
async function linkOf(reader: Reader): Promise<string> {
  await reader.within('region', GREET).press('button', 'Deel');
  const dialog = reader.within('dialog', 'Deel je code');
  const link = await dialog.valueOf('textbox', 'Link');
  await dialog.press('button', 'Sluit');
  return new URL(link).hash;
}

path('a copy becomes one’s own only after the reader has seen what that changes', async ({ newReader }) => {
  const theirs = await newReader(LESSON_1);
  await theirs.within('region', GREET).fill('textbox', CODE, THEIRS);
  const hash = await linkOf(theirs);

  const reader = await newReader(LESSON_1);
  const playground = reader.within('region', GREET);
  await playground.fill('textbox', CODE, MINE);
  // A link that is opened in a page that is there already.
  await reader.evaluate(`void (location.hash = ${JSON.stringify(hash)})`);
  await playground.press('button', 'Bewaar als mijn versie');
  const dialog = reader.within('dialog', 'Wat er in jouw versie verandert');
  await dialog.press('button', 'Annuleer');
  await reader.sees('region', GREET, STRANGERS);
  await playground.press('button', 'Bewaar als mijn versie');
  // What goes and what comes, before anything has changed.
  await reader.sees('dialog', 'Wat er in jouw versie verandert', /van Mila.*van Ali/);
  await expectAccessible(reader);
  await dialog.press('button', 'Maak dit mijn versie');
  await playground.seesCount('button', 'Ga terug naar mijn versie', 0);
  // The link is no longer in the address, so that the copy does not come back.
  await reader.reload();
  await playground.seesIn('textbox', CODE, THEIRS);
  expect(await reader.sees('region', GREET)).not.toContain(STRANGERS);
});

path('a link that was cut says so, and changes nothing', async ({ newReader }) => {
  const reader = await newReader(`${LESSON_1}#deel=begroet.abc`);
  const playground = reader.within('region', GREET);
  await playground.sees('alert', '', /niet te lezen/);
  await expectAccessible(reader);
  await playground.within('alert', '').press('button', 'Sluit');
  await playground.seesCount('alert', null, 0);
  await playground.seesIn('textbox', CODE, 'let bezoekers = 0;');
});

path(
  'code that is too long for a link goes as a file; who opens it says whose it is',
  async ({ newReader }) => {
    const digits = (at: number) =>
      Math.sin(at + 1)
        .toString(36)
        .slice(3);
    const long = [THEIRS, ...Array.from({ length: 900 }, (_, at) => `// ${digits(at)}`)].join('\n');
    const theirs = await newReader(LESSON_1);
    // An editor draws no more than is in sight, so nobody could see all of this being typed.
    await theirs.evaluate(`void (() => { ${keptCode('begroet', { 'begroet.js': long })} })()`);
    await theirs.reload();
    await theirs.within('region', GREET).press('button', 'Deel');
    await theirs.sees('dialog', 'Deel je code', /te lang voor een link/);
    const { name, text } = await theirs
      .within('dialog', 'Deel je code')
      .saves('button', 'Bewaar als bestand');

    const reader = await newReader(LESSON_1);
    const playground = reader.within('region', GREET);
    const dialog = reader.within('dialog', 'Deel je code');
    const give = (content: string) =>
      dialog.give('button', 'Open een bestand', { name, mimeType: 'application/json', text: content });
    await playground.press('button', 'Deel');
    await give('{"a":1}');
    await dialog.sees('alert', '', /geen bestand met gedeelde code/);
    // The same name again: a browser tells of no change when nothing was let go of.
    await give(text);
    await dialog.sees('group', 'Van wie is de code in dit bestand?');
    await expectAccessible(reader);
    await dialog.press('button', 'Van iemand anders');
    await reader.sees('region', GREET, STRANGERS);
    // Neither the question nor the dialog is there any more: a keyboard goes on in the page, and not at its top.
    const isFocusKept = () => reader.evaluate('document.activeElement !== document.body');
    await expect.poll(isFocusKept).toBe(true);
    await playground.seesIn('textbox', CODE, 'van Ali');

    await playground.press('button', 'Deel');
    await give(text);
    await dialog.press('button', 'Van mij');
    await playground.seesCount('button', 'Ga terug naar mijn versie', 0);
    await expect.poll(isFocusKept).toBe(true);
    await playground.seesIn('textbox', CODE, 'van Ali');
    await playground.press('button', 'Ongedaan maken');
    await playground.seesIn('textbox', CODE, 'let bezoekers = 0;');
  },
);
