/** One visit, one receipt, in every family of browsers: over pages, a reload, the way back and another tab. */
import { expect, onTestFinished } from 'vitest';
import { path } from './families/index.ts';
import { expectRising, seenMeters, siteWithRecorder } from './meter-recorder.ts';
import { LESSON_1 } from './reader.ts';
import { siteWithScript } from './site-with-script.ts';

const HOME = 'Speeltuin: Hoe laat is het?';
const GREET = 'Speeltuin: Begroet een bezoeker';

path(
  'from home to a lesson, to the month and back, the receipt has all that ran, and no meter lies or falls',
  async ({ newReader }) => {
    const home = await siteWithRecorder();
    const reader = await newReader(home);
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
    await till.uncover('button', 'Per miljoen', 'Meer');
    await till.press('button', 'Per miljoen');
    await till.sees('group', 'Jouw functies', /per miljoen keer: €/);
    await till.press('button', 'Per miljoen');
    await till.sees('group', 'Jouw functies', spent);
    await reader.open(`${home}maand/`);
    await reader.sees('heading', 'Een maand rekenen');
    expect(await till.sees('group', 'Jouw functies', /€.* 2 aanroepen$/)).toBe(spent);
    await reader.reload();
    expect(await till.sees('group', 'Jouw functies', /€.* 2 aanroepen$/)).toBe(spent);
    await reader.back();
    await reader.sees('heading', 'Wat zijn serverless functions?');
    expect(await till.sees('group', 'Jouw functies', /€.* 2 aanroepen$/)).toBe(spent);
    await reader.back();
    // Where letters are large the till stands below the lesson, and who has been there has read it.
    await reader.sees('link', /^Verder met les [12]$/);
    expect(await till.sees('group', 'Jouw functies', /€.* 2 aanroepen$/)).toBe(spent);
    await run(HOME, '3 aanroepen');

    const seen = await seenMeters(reader);
    for (const name of ['Jouw functies', 'Altijd-aan-server']) expectRising(seen, name);
    // From the first run on, not one zero more, on whichever page.
    const values = seen.filter(({ name, value }) => name === 'Jouw functies' && value !== '');
    expect(values.findLastIndex(({ value }) => value === '0')).toBeLessThan(
      values.findIndex(({ value }) => value !== '0'),
    );
  },
  { isWhole: true },
);

/** Home is left the first time that it opens the shelf of the visit, before there can be an answer. */
const LEAVE_WHILE_OPENING = `if (self === top) {
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (name, version) {
    const opening = open.call(this, name, version);
    if (name.includes('bezoek') && location.pathname === '/' && localStorage.getItem('proef:weg') === null) {
      localStorage.setItem('proef:weg', '');
      location.assign('/${LESSON_1}');
      for (const end = performance.now() + 100; performance.now() < end; );
    }
    return opening;
  };
}`;

path(
  'a page that was left while its shelf was being opened has what ran since when the reader is back',
  async ({ newReader }) => {
    const { url: home, close } = await siteWithScript(LEAVE_WHILE_OPENING);
    onTestFinished(close);
    const reader = await newReader(home);
    const till = reader.within('group', 'Kostenteller');
    await reader.within('region', HOME).press('button', 'Voer uit');
    await reader.sees('heading', 'Wat zijn serverless functions?');
    await till.sees('group', 'Jouw functies', '1 aanroep');
    await reader.within('region', GREET).press('button', 'Voer uit');
    await till.sees('group', 'Jouw functies', '2 aanroepen');
    await reader.back();
    await reader.sees('link', /^Verder met les [12]$/);
    await till.sees('group', 'Jouw functies', '2 aanroepen');
  },
  { isWhole: true },
);

path(
  'a tab that is duplicated begins with a copy and goes its own way; tariff and read marks are shared, live',
  async ({ newReader }) => {
    const reader = await newReader(LESSON_1);
    const till = reader.within('group', 'Kostenteller');
    const run = async (tab: typeof reader, count: string) => {
      await tab.within('region', GREET).press('button', 'Voer uit');
      await tab.within('group', 'Kostenteller').sees('group', 'Jouw functies', count);
    };
    await run(reader, '1 aanroep');
    const copy = await reader.copy();
    const copied = copy.within('group', 'Kostenteller');
    await copied.sees('group', 'Jouw functies', '1 aanroep');
    await run(copy, '2 aanroepen');
    await run(copy, '3 aanroepen');
    await run(reader, '2 aanroepen');
    // On a busy machine the copy may not hear in time that its tab is there already: the next thing that is kept tells them apart.
    const idOf = (tab: typeof reader) =>
      tab.evaluate("JSON.parse(sessionStorage.getItem('functielab:tab')).id");
    await expect.poll(async () => (await idOf(reader)) === (await idOf(copy))).toBe(false);
    await reader.reload();
    await till.sees('group', 'Jouw functies', '2 aanroepen');
    await copy.reload();
    await copied.sees('group', 'Jouw functies', '3 aanroepen');

    await copy.press('button', 'Bon van dit bezoek');
    const dialog = copy.within('dialog', 'Bon van dit bezoek');
    await dialog.choose('combobox', 'Tarief', 'Netlify Functions (credits, Pro), wereldwijd');
    await copied.sees('group', 'Jouw functies', /17,96/);
    await till.sees('group', 'Jouw functies', /17,96.*2 aanroepen$/);
    await dialog.press('button', 'Sluit');
    await copy.bringUp('link', /^Volgende les/);
    await reader.uncover('link', /Wat is serverless\?/, 'De cursus');
    await reader.sees('link', /Wat is serverless\?.*gelezen$/);
    await reader.reload();
    await till.sees('group', 'Jouw functies', /17,96.*2 aanroepen$/);
    await reader.uncover('link', /Wat is serverless\?/, 'De cursus');
    await reader.sees('link', /Wat is serverless\?.*gelezen$/);
  },
);
