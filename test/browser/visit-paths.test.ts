/** One visit, one receipt, in every family of browsers: over pages, a reload, the way back and another tab. */
import { expect } from 'vitest';
import { path } from './families/index.ts';
import { LESSON_1 } from './reader.ts';

const HOME = 'Speeltuin: Hoe laat is het?';
const GREET = 'Speeltuin: Begroet een bezoeker';

path('from home to a lesson, to the month and back, the receipt has all that ran', async ({ newReader }) => {
  const reader = await newReader('');
  const till = reader.within('group', 'Kostenteller');
  const run = async (playground: string, count: string) => {
    await reader.within('region', playground).press('button', 'Voer uit');
    return await till.sees('group', 'Jouw functies', new RegExp(`€.* ${count}$`));
  };
  await run(HOME, '1 aanroep');
  await reader.press('link', 'Begin bij les 1');
  await reader.sees('heading', 'Wat zijn serverless functions?');
  await till.sees('group', 'Jouw functies', '1 aanroep');
  const spent = await run(GREET, '2 aanroepen');
  await reader.open('maand/');
  await reader.sees('heading', 'Een maand rekenen');
  expect(await till.sees('group', 'Jouw functies', /€.* 2 aanroepen$/)).toBe(spent);
  await reader.reload();
  expect(await till.sees('group', 'Jouw functies', /€.* 2 aanroepen$/)).toBe(spent);
  await reader.back();
  await reader.sees('heading', 'Wat zijn serverless functions?');
  expect(await till.sees('group', 'Jouw functies', /€.* 2 aanroepen$/)).toBe(spent);
  await reader.back();
  await reader.sees('link', 'Begin bij les 1');
  expect(await till.sees('group', 'Jouw functies', /€.* 2 aanroepen$/)).toBe(spent);
  await run(HOME, '3 aanroepen');
});

path(
  'another tab has a receipt of its own; a tab that was copied begins with a copy; both share the tariff',
  async ({ newReader }) => {
    const reader = await newReader(LESSON_1);
    const till = reader.within('group', 'Kostenteller');
    await reader.within('region', GREET).press('button', 'Voer uit');
    await till.sees('group', 'Jouw functies', '1 aanroep');
    const copy = await reader.copy();
    const copied = copy.within('group', 'Kostenteller');
    await copied.sees('group', 'Jouw functies', '1 aanroep');
    await copy.within('region', GREET).press('button', 'Voer uit');
    await copied.sees('group', 'Jouw functies', '2 aanroepen');
    await copy.press('button', 'Bon van dit bezoek');
    const dialog = copy.within('dialog', 'Bon van dit bezoek');
    await dialog.choose('combobox', 'Tarief', 'Netlify Functions (credits, Pro), wereldwijd');
    await copied.sees('group', 'Jouw functies', /17,96/);
    await till.sees('group', 'Jouw functies', /17,96.*1 aanroep$/);
    await reader.reload();
    await till.sees('group', 'Jouw functies', /17,96.*1 aanroep$/);
  },
);
