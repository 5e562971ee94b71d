/** An outside world from the reader's side: what a function asks of it is waited for, paid for, and told. */
import { answerOf, LESSON_2, playground, run, write } from './reader.ts';
import { expect, test } from './site.ts';

const ASK = `
const vraag = async (adres, init) => {
  try {
    const antwoord = await fetch(adres, init);
    return antwoord.status + ' ' + (await antwoord.text());
  } catch (fout) {
    return fout.name + ': ' + fout.message;
  }
};
export default async () => Response.json([
  await vraag('https://database.example/klant'),
  await vraag('https://database.example/klant', { signal: AbortSignal.timeout(50) }).then((tekst) => tekst.split(':')[0]),
  await vraag('https://elders.example/'),
]);`.trim();

test('a service is asked, waited for and told in the log; another address is refused by name', async ({
  openPage,
}) => {
  const page = await openPage(LESSON_2);
  const region = playground(page, 'Wacht op een database');
  await run(region);
  expect(await answerOf(region).innerText()).toContain('pakje gevonden');
  const log = region.getByRole('log', { name: 'Logboek' });
  for (const path of ['klant', 'pakje']) {
    const [, waited = '0'] =
      new RegExp(`GET https://database\\.example/${path}: 200 na ([\\d.]+),\\d ms`).exec(
        await log.innerText(),
      ) ?? [];
    expect(Number(waited)).toBeGreaterThanOrEqual(400);
  }
  // The receipt counts the waiting: twice 400 ms, one after the other.
  const duration = region.getByRole('group', { name: 'Kassabon' });
  expect(
    Number(/(\d[\d.]*) ms/.exec(await duration.innerText())?.[1]?.replace('.', '')),
  ).toBeGreaterThanOrEqual(800);

  await write(page, region, 'wacht.js', ASK);
  await run(region);
  const answer = await answerOf(region).innerText();
  expect(answer).toContain('200 klant gevonden');
  expect(answer).toContain('TimeoutError');
  expect(answer).toContain('Ze bereikt hier alleen https://database.example.');
  expect(await log.innerText()).toContain('https://database.example/klant: afgebroken door de functie na');
});

test('the trace of an invocation names what it asked, and the timeline how long that was', async ({
  openPage,
}) => {
  const page = await openPage('lessen/schalen-ook-naar-nul/');
  const region = playground(page, 'Verkoop een kaartje');
  await run(region);
  await region.getByText('Als tabel').click();
  const table = region.getByRole('table', { name: 'Tijdlijn' });
  expect(await table.innerText()).toMatch(/gelukt, wachtte 5\d\d,\d ms op een dienst/);
  await table.getByRole('button').first().click();
  await expect
    .poll(() => region.getByRole('group', { name: 'Spoor' }).innerText())
    .toMatch(/POST https:\/\/bank\.example\/betalingen: 201 na 5\d\d,\d ms/);
});
