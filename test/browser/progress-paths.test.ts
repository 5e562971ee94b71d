/** What a reader has done, in every family of browsers: marked on each page, taken along to another device, and wiped. */
import { lessonCount } from '../support/course-size.ts';
import { expectAccessible } from './families/axe.ts';
import { path, type Reader } from './families/index.ts';
import { LESSON_1, LESSON_2 } from './reader.ts';

const GREET = 'Speeltuin: Begroet een bezoeker';
const CODE = 'Code van begroet.js';
const MINE = "export default () => new Response('van Mila');";

/** On the page of progress. */
const seesRead = (reader: Reader, lessons: number) =>
  reader.sees('main', '', new RegExp(String.raw`\b${lessons} van ${lessonCount} lessen gelezen`));

path(
  'progress goes to another device as a file; a broken file changes nothing; one button wipes it',
  async ({ newReader }) => {
    const reader = await newReader(LESSON_1);
    await reader.within('region', GREET).fill('textbox', CODE, MINE);
    await reader.bringUp('link', /^Volgende les/);
    await reader.uncover('link', /Wat is serverless\?/, 'De cursus');
    await reader.sees('link', /Wat is serverless\?.*gelezen$/);
    await reader.press('link', 'Je voortgang');
    await seesRead(reader, 1);
    await expectAccessible(reader);
    const { name, text } = await reader.saves('button', 'Bewaar als bestand');

    const other = await newReader('voortgang/');
    const give = (content: string) =>
      other.give('button', 'Lees een bestand', { name, mimeType: 'application/json', text: content });
    await seesRead(other, 0);
    for (const [content, said] of [
      [text.slice(0, -20), /niet te lezen/],
      ['{"functielab":"iets anders","v":1}', /geen bestand met voortgang/],
      [' '.repeat(1024 * 1024 + 5), /groter dan 1 MB/],
    ] as const) {
      await give(content);
      await other.sees('alert', '', said);
      await seesRead(other, 0);
    }
    await give(text);
    // On a phone the question stands below the fold: focus brings it into view, and a screen reader to it.
    await other.seesFocus('group', 'Van wie is dit bestand?');
    await seesRead(other, 0);
    await expectAccessible(other);
    await other.press('button', 'Van mij');
    await seesRead(other, 1);
    await other.sees('main', '', /1 keer eigen code/);
    await expectAccessible(other);

    await other.press('button', 'Wis mijn voortgang');
    await seesRead(other, 0);
    await other.press('button', 'Ongedaan maken');
    await seesRead(other, 1);
    await other.sees('link', /^Verder met les 2/);
    await other.press('link', /Wat zijn serverless functions\?/);
    await other.within('region', GREET).seesIn('textbox', CODE, MINE);
  },
);

path('two tabs lose nothing of each other, and what one wipes stays wiped', async ({ newReader }) => {
  const first = await newReader('voortgang/');
  await seesRead(first, 0);
  const second = await first.copy();
  await second.open(LESSON_1);
  await second.bringUp('link', /^Volgende les/);
  await seesRead(first, 1);
  await second.open(LESSON_2);
  await second.bringUp('link', /^Volgende les/);
  await seesRead(first, 2);
  await second.uncover('link', /Wat is serverless\?/, 'De cursus');
  await second.sees('link', /Wat is serverless\?.*gelezen$/);
  await first.press('button', 'Wis mijn voortgang');
  await second.seesCount('link', /gelezen$/, 0);
});
