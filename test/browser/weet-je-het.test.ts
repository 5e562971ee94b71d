/** `Weet je het?` from a student's first visit to the teacher's class: before, after, handed in, and told without names. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { PLAIN_SET, setFragment } from '../../src/exercises/set.ts';
import type { FormName } from '../../src/review/twelve/kept-twelve.ts';
import { TWELVE } from '../../src/review/twelve/shown.ts';
import { violations } from './axe.ts';
import { CLASS_EXERCISE, classZip } from './class-zip.ts';
import { keptCode } from './reader.ts';
import { expect, test } from './site.ts';

const PAGE = 'weet-je-het/';
const DONT_KNOW = 'Geen idee';

/** Code between backticks stands without them on a page. */
const seen = (text: string) => text.replaceAll('`', '');
const questionOf = (page: Page, at: number) =>
  page.getByRole('group', { name: new RegExp(`^${at + 1}\\. `) });

/** @param right so many from the first on are answered well, the next is not known, and the rest go wrong */
async function answer(page: Page, form: FormName, right: number): Promise<void> {
  for (const [at, one] of TWELVE.entries()) {
    const { right: well, wrong, prompt } = one[form];
    const question = questionOf(page, at);
    await question.getByText(seen(prompt)).waitFor();
    const text = at < right ? well : at === right ? DONT_KNOW : (wrong[0]?.text ?? '');
    await question.getByRole('radio', { name: seen(text), exact: true }).check();
  }
}

async function fits(page: Page): Promise<void> {
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
}

test('before and after the course: nothing is told until the end, then each wrong answer has its reason, and a class sees its gain', async ({
  openPage,
}) => {
  const page = await openPage(PAGE, {
    before: keptCode(CLASS_EXERCISE, { 'groet.js': 'export default () => new Response("Dag allemaal!");' }),
  });
  await page.getByRole('button', { name: 'Vooraf: nog voor les 1' }).click();
  await page.getByRole('heading', { name: 'Vooraf', exact: true }).waitFor();
  await fits(page);

  // What is open is said, and is where the reader comes to stand.
  await page.getByRole('button', { name: 'Bewaar mijn antwoorden' }).click();
  await page.getByText(/^De vragen 1, 2, .* en 12 hebben nog geen antwoord/).waitFor();
  await expect
    .poll(() =>
      questionOf(page, 0)
        .getByRole('radio')
        .first()
        .evaluate((one) => one === document.activeElement),
    )
    .toBe(true);
  await answer(page, 'a', 3);
  await page.getByText('12 van de 12 vragen beantwoord.').waitFor();
  // Minds change, and what was chosen is there for who comes back.
  await questionOf(page, 0).getByRole('radio', { name: DONT_KNOW }).check();
  await page.reload();
  await page.getByText('12 van de 12 vragen beantwoord.').waitFor();
  expect(await questionOf(page, 0).getByRole('radio', { name: DONT_KNOW }).isChecked()).toBe(true);
  await questionOf(page, 0)
    .getByRole('radio', { name: TWELVE[0]?.a.right ?? '', exact: true })
    .check();
  await page.getByRole('button', { name: 'Bewaar mijn antwoorden' }).click();
  await page.getByRole('heading', { name: 'Je antwoorden van vooraf zijn bewaard' }).waitFor();
  expect(await page.getByText(/van de 12 goed|nog niet goed/).count()).toBe(0);
  await fits(page);

  await page.setViewportSize({ width: 390, height: 844 });
  await page.getByRole('button', { name: 'Begin aan de vragen voor achteraf' }).click();
  await answer(page, 'b', 9);
  await fits(page);
  await page.getByRole('button', { name: 'Klaar: toon de uitslag' }).click();
  await page.getByText('Vooraf had je er 3 van de 12 goed. Achteraf heb je er 9 van de 12 goed.').waitFor();
  const told = page.getByRole('listitem').filter({ has: page.getByRole('heading', { level: 3 }) });
  expect(await told.count()).toBe(12);
  for (const [at, { a, b }] of TWELVE.entries()) {
    const text = await told.nth(at).innerText();
    const before =
      at < 3 ? 'Vooraf: goed.' : at === 3 ? 'Vooraf: je wist het niet.' : 'Vooraf: nog niet goed.';
    const after =
      at < 9 ? 'Achteraf: goed.' : at === 9 ? 'Achteraf: je wist het niet.' : 'Achteraf: nog niet goed.';
    expect(text).toContain(before);
    expect(text).toContain(after);
    expect(text).toContain(seen(b.why));
    if (at > 3) expect(text).toContain(a.wrong[0]?.reason);
    if (at > 9) expect(text).toContain(b.wrong[0]?.reason);
    expect(await told.nth(at).getByRole('link').getAttribute('href')).toContain('/lessen/');
  }
  await told.first().getByText('Waarom de andere antwoorden niet kloppen').click();
  for (const { reason } of TWELVE[0]?.b.wrong ?? []) await told.first().getByText(reason).last().waitFor();
  await fits(page);

  const set = setFragment({ ...PLAIN_SET, title: 'Klas 1B', exercises: [CLASS_EXERCISE] });
  await page.goto(new URL(`../opdracht/${set}`, page.url()).href);
  await page.getByRole('textbox', { name: 'Je naam' }).fill('Wietske Peeters');
  const tick = page.getByRole('checkbox', { name: /^Mijn antwoorden op Weet je het\?.*24 antwoorden/ });
  expect(await tick.isChecked()).toBe(false);
  await tick.check();
  await fits(page);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Bewaar mijn inlevering' }).click(),
  ]);
  const mine = JSON.parse(readFileSync(await download.path(), 'utf8'));
  expect(mine.claims.twelve).toHaveLength(24);
  expect(mine.claims.predictions).toEqual([]);

  const names = ['Wietske', 'Jorre', 'Tjorven', 'Fenna', 'Gijsbert', 'Loïs'];
  const zip = classZip(
    Object.fromEntries(
      names.map((first, at) => {
        const claims = at === 5 ? { twelve: mine.claims.twelve.slice(0, 12) } : mine.claims;
        return [`${first}/werk.json`, JSON.stringify({ ...mine, names: [`${first} Peeters`], claims })];
      }),
    ),
  );
  await page.goto(new URL('../docent/nakijken/', page.url()).href);
  await page.getByLabel('Kies inleveringen').setInputFiles(zip);
  await page.getByText('6 inleveringen nagekeken.').waitFor({ timeout: 60_000 });
  await page.getByRole('tab', { name: 'De klas' }).click();
  const overview = page.getByRole('region', { name: 'De klas', exact: true });
  await overview
    .getByText(
      '5 studenten deden beide vormen. Van hun antwoorden was vooraf 25% goed, en achteraf 75%. De winst is 0,67.',
    )
    .waitFor();
  const fifth = overview.getByRole('list', { name: /^Hoeveel het goed hadden/ }).nth(4);
  expect(await fifth.innerText()).toMatch(/Vooraf.*[\s\S]*0 van 6 goed[\s\S]*Achteraf[\s\S]*5 van 5 goed/);
  await overview.getByText('hadden er vooraf 0 en achteraf 5 het goed. Winst: 1,00.').first().waitFor();
  await fits(page);
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await overview.getByRole('button', { name: 'Toon aan de klas' }).click();
  const projector = page.getByRole('dialog', { name: 'Voor de klas' });
  await projector.getByRole('heading', { name: 'Weet je het? Vooraf en achteraf' }).waitFor();
  const shown = await projector.innerText();
  for (const name of [...names, 'Peeters']) expect(shown).not.toMatch(new RegExp(`\\b${name}\\b`));
  await fits(page);
});

test('who did nothing before still learns what is known after; answers are wiped and brought back, and a store that can’t be read is set aside and said', async ({
  openPage,
}) => {
  const page = await openPage(PAGE);
  await page.getByRole('button', { name: 'Achteraf: na de laatste les' }).click();
  await answer(page, 'b', 12);
  await page.getByRole('button', { name: 'Klaar: toon de uitslag' }).click();
  await page.getByText('Achteraf heb je er 12 van de 12 goed. Je deed de vragen voor vooraf niet').waitFor();
  await page.getByRole('button', { name: 'Wis mijn antwoorden' }).click();
  await page.getByText('Je antwoorden zijn gewist.').waitFor();
  await page.getByRole('heading', { name: 'Wanneer ben je hier?' }).waitFor();
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await page.getByText('Achteraf heb je er 12 van de 12 goed.').waitFor();

  await page.evaluate(() => localStorage.setItem('functielab:weet-je-het', '{kapot'));
  await page.reload();
  await page.getByText('Het is apart gezet en niet weggegooid.').waitFor();
  expect(await page.evaluate(() => localStorage.getItem('functielab:weet-je-het-onleesbaar'))).toBe('{kapot');
  await page.getByRole('heading', { name: 'Wanneer ben je hier?' }).waitFor();
});
