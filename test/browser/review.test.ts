/** `Herhaal` as a reader has it: asked, told why, asked again, put in a calendar, and wiped. */
import { readFileSync } from 'node:fs';
import { MAKERS } from '../../src/review/fresh.ts';
import { violations } from './axe.ts';
import { inLooks } from './reader.ts';
import { expect, test } from './site.ts';

const PAGE = 'herhaal/';
const written: readonly { id: string; slug: string }[] = JSON.parse(
  readFileSync('dist/herhaal/vragen.json', 'utf8'),
);
const drawn = MAKERS.map(({ slug, name }) => ({ id: `${slug}/som-${name}`, slug }));
/** What there is to ask who has read these. */
const idsOf = (...slugs: readonly string[]) =>
  [...written, ...drawn].filter(({ slug }) => slugs.includes(slug)).map(({ id }) => id);
/** As if lessons had been read in an earlier visit. The sandbox has no storage. */
const read = (
  ...slugs: readonly string[]
) => `if (self === top && !localStorage.getItem('functielab:voortgang')) localStorage.setItem('functielab:voortgang', JSON.stringify({
  v: 1, lessons: ${JSON.stringify(Object.fromEntries(slugs.map((slug) => [slug, true])))}, exercises: {}, last: null,
}));`;

const READ = ['betalen-per-gebruik', 'koude-en-warme-starts'];

inLooks(0, (look, name) => {
  test(`a round: wrong tells why, right goes on, and all come back on another day (${name})`, async ({
    openPage,
  }) => {
    const page = await openPage(PAGE, {
      ...look,
      before: read(...READ),
    });
    await page.getByRole('heading', { name: 'Vraag 1 van 12' }).waitFor();
    await page.getByText('Uit les 2, ').waitFor();
    expect(await violations(page)).toEqual([]);
    for (let at = 1; at <= 12; at += 1) {
      await page.getByRole('heading', { name: `Vraag ${at} van 12` }).waitFor();
      const options = page.getByRole('radio');
      expect(await page.getByRole('button', { name: 'Controleer' }).isDisabled()).toBe(true);
      await options.first().check();
      await page.getByRole('button', { name: 'Controleer' }).click();
      const verdict = page.getByRole('group').getByRole('status');
      await expect.poll(async () => (await verdict.innerText()).length).toBeGreaterThan(30);
      expect(await page.getByText('(dit is het)').count()).toBe(1);
      // The first answer counts: it can't be taken back.
      expect(await options.first().isDisabled()).toBe(true);
      await page.getByRole('button', { name: /Volgende vraag|Klaar/ }).click();
    }
    await page.getByRole('heading', { name: 'Klaar voor nu' }).waitFor();
    const [, right] =
      /(\d+) van de 12 vragen goed/.exec(await page.getByText('van de 12 vragen goed').innerText()) ?? [];
    expect(Number(right)).toBeLessThan(12);
    await page.getByText('morgen: 12 vragen').waitFor();
    expect(await violations(page)).toEqual([]);

    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Zet in mijn agenda' }).click(),
    ]);
    const calendar = readFileSync(await download.path(), 'utf8');
    expect(calendar).toContain('SUMMARY:Functielab: 12 vragen herhalen');
    expect(calendar.match(/DTSTART;VALUE=DATE:\d{8}\r\n/g)).toHaveLength(1);

    // What was answered is not asked again today; what is left, is.
    await page.reload();
    await page.getByRole('heading', { name: `Vraag 1 van ${idsOf(...READ).length - 12}` }).waitFor();
  });
});

test('answers are wiped and brought back, and a store that can’t be read is set aside and said', async ({
  openPage,
}) => {
  const answered = JSON.stringify({
    v: 1,
    wipes: 0,
    answers: Object.fromEntries(
      idsOf('betalen-per-gebruik', 'schalen-ook-naar-nul').map((id) => [
        id,
        { step: 1, dueDay: 90_000, answeredAtMs: 1 },
      ]),
    ),
  });
  const page = await openPage(PAGE, {
    before: `${read('betalen-per-gebruik', 'schalen-ook-naar-nul')} if (self === top && !localStorage.getItem('functielab:herhaal')) localStorage.setItem('functielab:herhaal', ${JSON.stringify(answered)});`,
  });
  await page.getByRole('heading', { name: 'Vandaag is er niets' }).waitFor();
  await page.getByRole('button', { name: 'Wis mijn antwoorden' }).click();
  await page.getByText('Je antwoorden zijn gewist.').waitFor();
  await page.getByRole('button', { name: 'Ongedaan maken' }).click();
  await page.getByRole('button', { name: 'Wis mijn antwoorden' }).waitFor();

  await page.evaluate(() => localStorage.setItem('functielab:herhaal', '{kapot'));
  await page.reload();
  await page.getByText('Het is apart gezet en niet weggegooid.').waitFor();
  expect(await page.evaluate(() => localStorage.getItem('functielab:herhaal-onleesbaar'))).toBe('{kapot');
  await page.getByRole('heading', { name: 'Vraag 1 van 12' }).waitFor();
});
