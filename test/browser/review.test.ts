/** `Herhaal` as a reader has it, in every family: asked, told why, asked again, put in a calendar; and wiped. */
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { MAKERS } from '../../src/review/fresh.ts';
import { expectAccessible } from './families/axe.ts';
import { path } from './families/index.ts';

const PAGE = 'herhaal/';
const written: readonly { id: string; slug: string }[] = JSON.parse(
  readFileSync('dist/herhaal/vragen.json', 'utf8'),
);
const drawn = MAKERS.map(({ slug, name }) => ({ id: `${slug}/som-${name}`, slug }));
/** What there is to ask who has read these. */
const idsOf = (...slugs: readonly string[]) =>
  [...written, ...drawn].filter(({ slug }) => slugs.includes(slug)).map(({ id }) => id);
/** As if lessons had been read in an earlier visit: an expression. */
const keepsRead = (...slugs: readonly string[]) => {
  const lessons = Object.fromEntries(slugs.map((slug) => [slug, true]));
  const progress = JSON.stringify({ v: 1, lessons, exercises: {}, last: null });
  return `localStorage.setItem('functielab:voortgang', ${JSON.stringify(progress)})`;
};

const READ = ['betalen-per-gebruik', 'koude-en-warme-starts'];

path('a round: wrong tells why, right goes on, and all come back on another day', async ({ newReader }) => {
  const reader = await newReader('');
  await reader.evaluate(keepsRead(...READ));
  await reader.open(PAGE);
  await reader.sees('heading', 'Vraag 1 van 12');
  await reader.sees('main', '', 'Uit les 2, ');
  await expectAccessible(reader);
  for (let at = 1; at <= 12; at += 1) {
    await reader.sees('heading', `Vraag ${at} van 12`);
    await reader.seesDisabled('button', 'Controleer');
    const [first = ''] = await reader.namesOf('radio');
    await reader.press('radio', first);
    await reader.press('button', 'Controleer');
    expect((await reader.sees('main', '', '(dit is het)')).split('(dit is het)')).toHaveLength(2);
    // The first answer counts: it can't be taken back.
    const [answered = ''] = await reader.namesOf('radio');
    await reader.seesDisabled('radio', answered);
    await reader.press('button', /Volgende vraag|Klaar/);
  }
  await reader.sees('heading', 'Klaar voor nu');
  const told = await reader.sees('main', '', 'morgen: 12 vragen');
  expect(Number(/(\d+) van de 12 vragen goed/.exec(told)?.[1])).toBeLessThan(12);
  await expectAccessible(reader);
  const { text: calendar } = await reader.saves('button', 'Zet in mijn agenda');
  expect(calendar).toContain('SUMMARY:Functielab: 12 vragen herhalen');
  expect(calendar.match(/DTSTART;VALUE=DATE:\d{8}\r\n/g)).toHaveLength(1);

  // What was answered is not asked again today; what is left, is.
  await reader.reload();
  await reader.sees('heading', `Vraag 1 van ${idsOf(...READ).length - 12}`);
});

path('who has read nothing is sent to the first lesson', async ({ newReader }) => {
  const reader = await newReader(PAGE);
  await reader.sees('main', '', 'Je hebt nog geen les gelezen');
  await reader.press('link', 'Begin bij les 1');
  await reader.sees('heading', 'Wat zijn serverless functions?');
});

path(
  'answers are wiped and brought back, and a store that can’t be read is set aside and said',
  async ({ newReader }) => {
    const slugs = ['betalen-per-gebruik', 'schalen-ook-naar-nul'];
    const later = { step: 1, dueDay: 90_000, answeredAtMs: 1 };
    const answers = Object.fromEntries(idsOf(...slugs).map((id) => [id, later]));
    const answered = JSON.stringify({ v: 1, wipes: 0, answers });
    const reader = await newReader('');
    await reader.evaluate(keepsRead(...slugs));
    await reader.evaluate(`localStorage.setItem('functielab:herhaal', ${JSON.stringify(answered)})`);
    await reader.open(PAGE);
    await reader.sees('heading', 'Vandaag is er niets');
    await reader.press('button', 'Wis mijn antwoorden');
    await reader.sees('main', '', 'Je antwoorden zijn gewist.');
    await reader.press('button', 'Ongedaan maken');
    await reader.sees('button', 'Wis mijn antwoorden');

    await reader.evaluate("localStorage.setItem('functielab:herhaal', '{kapot')");
    await reader.reload();
    await reader.sees('main', '', 'Het is apart gezet en niet weggegooid.');
    expect(await reader.evaluate("localStorage.getItem('functielab:herhaal-onleesbaar')")).toBe('{kapot');
    await reader.sees('heading', 'Vraag 1 van 12');
  },
);
