/** `Weet je het?` from a student's first visit to the teacher's class, in every family: before, after, handed in, told without names. */
import { expect } from 'vitest';
import { PLAIN_SET, setFragment } from '../../src/exercises/set.ts';
import type { FormName } from '../../src/review/twelve/kept-twelve.ts';
import { TWELVE } from '../../src/review/twelve/shown.ts';
import { CLASS_EXERCISE, classZip } from './class-zip.ts';
import { expectAccessible } from './families/axe.ts';
import { path, type Reader } from './families/index.ts';

const PAGE = 'weet-je-het/';
const DONT_KNOW = 'Geen idee';
const ANSWERED = '12 van de 12 vragen beantwoord.';

/** As a reader sees it: code between backticks without them, and every space the same. */
const seen = (text = '') => text.replaceAll('`', '').replace(/\s+/g, ' ').trim();
const questionOf = (reader: Reader, at: number) => reader.within('group', new RegExp(`^${at + 1}\\. `));

/** @param right so many from the first on are answered well, the next is not known, and the rest go wrong */
async function answer(reader: Reader, form: FormName, right: number): Promise<void> {
  for (const [at, one] of TWELVE.entries()) {
    const { right: well, wrong, prompt } = one[form];
    await reader.sees('group', new RegExp(`^${at + 1}\\. `), seen(prompt));
    const text = at < right ? well : at === right ? DONT_KNOW : wrong[0]?.text;
    await questionOf(reader, at).press('radio', seen(text));
  }
}

async function fits(reader: Reader): Promise<void> {
  await expectAccessible(reader);
  expect(await reader.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
}

path(
  'before and after the course: nothing is told until the end, then each wrong answer has its reason, and a class sees its gain',
  async ({ newReader }) => {
    const reader = await newReader(PAGE);
    await reader.press('button', 'Vooraf: nog voor les 1');
    await reader.sees('heading', 'Vooraf');

    // What is open is said, and is where the reader comes to stand.
    await reader.press('button', 'Bewaar mijn antwoorden');
    await reader.sees('main', '', /De vragen 1, 2, .* en 12 hebben nog geen antwoord/);
    const [first = ''] = await questionOf(reader, 0).namesOf('radio');
    await questionOf(reader, 0).seesFocus('radio', first);
    await answer(reader, 'a', 3);
    await reader.sees('main', '', ANSWERED);
    // Minds change, and what was chosen is there for who comes back.
    await questionOf(reader, 0).press('radio', DONT_KNOW);
    await reader.reload();
    await reader.sees('main', '', ANSWERED);
    await questionOf(reader, 0).seesOn('radio', DONT_KNOW);
    await questionOf(reader, 0).press('radio', seen(TWELVE[0]?.a.right));
    await reader.press('button', 'Bewaar mijn antwoorden');
    await reader.sees('heading', 'Je antwoorden van vooraf zijn bewaard');
    expect(await reader.sees('main', '')).not.toMatch(/van de 12 goed|nog niet goed/);
    await fits(reader);

    await reader.resize({ width: 390, height: 844 });
    await reader.press('button', 'Begin aan de vragen voor achteraf');
    await answer(reader, 'b', 9);
    await fits(reader);
    await reader.press('button', 'Klaar: toon de uitslag');
    await reader.sees('main', '', 'Vooraf had je er 3 van de 12 goed. Achteraf heb je er 9 van de 12 goed.');
    const told = await reader.sees('main', '');
    const marks = (form: string) =>
      [...told.matchAll(new RegExp(`${form}: (goed|je wist het niet|nog niet goed)\\.`, 'g'))].map(
        ([, mark]) => mark,
      );
    const marked = (right: number) =>
      TWELVE.map((_, at) => (at < right ? 'goed' : at === right ? 'je wist het niet' : 'nog niet goed'));
    expect(marks('Vooraf')).toEqual(marked(3));
    expect(marks('Achteraf')).toEqual(marked(9));
    for (const [at, { a, b }] of TWELVE.entries()) {
      expect(told).toContain(seen(b.why));
      if (at > 3) expect(told).toContain(seen(a.wrong[0]?.reason));
      if (at > 9) expect(told).toContain(seen(b.wrong[0]?.reason));
    }
    const links = 'document.querySelectorAll(\'main li a[href*="/lessen/"]\').length';
    expect(await reader.evaluate(links)).toBeGreaterThanOrEqual(TWELVE.length);
    await fits(reader);

    await reader.open(`oefeningen/${CLASS_EXERCISE}/`);
    await reader
      .within('region', 'Speeltuin: Groet iedereen')
      .fill('textbox', 'Code van groet.js', 'export default () => new Response("Dag allemaal!");');
    await reader.open(
      `opdracht/${setFragment({ ...PLAIN_SET, title: 'Klas 1B', exercises: [CLASS_EXERCISE] })}`,
    );
    await reader.fill('textbox', 'Je naam', 'Wietske Peeters');
    const tick = /^Mijn antwoorden op Weet je het\?.*24 antwoorden/;
    await reader.seesOff('checkbox', tick);
    await reader.press('checkbox', tick);
    await fits(reader);
    const mine = JSON.parse((await reader.saves('button', 'Bewaar mijn inlevering')).text);
    expect(mine.claims.twelve).toHaveLength(24);
    expect(mine.claims.predictions).toEqual([]);

    const names = ['Wietske', 'Jorre', 'Tjorven', 'Fenna', 'Gijsbert', 'Loïs'];
    const files = names.map((first, at) => {
      const claims = at === 5 ? { twelve: mine.claims.twelve.slice(0, 12) } : mine.claims;
      return [`${first}/werk.json`, JSON.stringify({ ...mine, names: [`${first} Peeters`], claims })];
    });
    await reader.open('docent/nakijken/');
    await reader.give('button', 'Kies inleveringen', classZip(Object.fromEntries(files)));
    await reader.sees('main', '', '6 inleveringen nagekeken.');
    await reader.press('tab', 'De klas');
    await reader.sees(
      'region',
      'De klas',
      '5 studenten deden beide vormen. Van hun antwoorden was vooraf 25% goed, en achteraf 75%. De winst is 0,67.',
    );
    const overview = await reader.sees(
      'region',
      'De klas',
      'hadden er vooraf 0 en achteraf 5 het goed. Winst: 1,00.',
    );
    expect(overview).toMatch(/Vooraf[^,]*0 van 6 goed[^,]*Achteraf[^,]*5 van 5 goed/);
    await fits(reader);
    await reader.resize({ width: 1280, height: 900 });
    await reader.within('region', 'De klas').press('button', 'Toon aan de klas');
    const shown = await reader.sees('dialog', 'Voor de klas', 'Weet je het? Vooraf en achteraf');
    for (const name of [...names, 'Peeters']) expect(shown).not.toMatch(new RegExp(`\\b${name}\\b`));
    await fits(reader);
  },
);

path(
  'who did nothing before still learns what is known after; answers are wiped and brought back, and a store that can’t be read is set aside and said',
  async ({ newReader }) => {
    const reader = await newReader(PAGE);
    await reader.press('button', 'Achteraf: na de laatste les');
    await answer(reader, 'b', 12);
    await reader.press('button', 'Klaar: toon de uitslag');
    await reader.sees('main', '', 'Achteraf heb je er 12 van de 12 goed. Je deed de vragen voor vooraf niet');
    await reader.press('button', 'Wis mijn antwoorden');
    await reader.sees('main', '', 'Je antwoorden zijn gewist.');
    await reader.sees('heading', 'Wanneer ben je hier?');
    await reader.press('button', 'Ongedaan maken');
    await reader.sees('main', '', 'Achteraf heb je er 12 van de 12 goed.');

    await reader.evaluate("localStorage.setItem('functielab:weet-je-het', '{kapot')");
    await reader.reload();
    await reader.sees('main', '', 'Het is apart gezet en niet weggegooid.');
    expect(await reader.evaluate("localStorage.getItem('functielab:weet-je-het-onleesbaar')")).toBe('{kapot');
    await reader.sees('heading', 'Wanneer ben je hier?');
  },
);
