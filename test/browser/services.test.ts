/** An outside world from the reader's side: what a function asks of it is waited for, paid for, and told. */
import { answerOf, LESSON_2, playground, run, totalUsd, write } from './reader.ts';
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

/** What 800 ms cost with 128 MB, without the request and the start: 0.8 s × 0.125 GB at $0.0000166667. */
const WAITING_USD = 0.000_001_66;

test('a service is asked, waited for, paid for and told in the log; another address is refused by name', async ({
  openPage,
}) => {
  const page = await openPage(LESSON_2);
  const region = playground(page, 'Wacht op een database');
  await run(region);
  expect(await answerOf(region).innerText()).toContain('pakje gevonden');
  const log = region.getByRole('log', { name: 'Logboek' });
  for (const path of ['klant', 'pakje']) {
    await expect
      .poll(() => log.innerText())
      .toMatch(new RegExp(`GET https://database\\.example/${path}: 200 na [\\d.]*\\d{3},\\d ms`));
  }
  expect(Number(await totalUsd(region))).toBeGreaterThan(WAITING_USD);

  // Who changes the code finds there what there is to ask.
  await region.getByText('Diensten die je code kan vragen').click();
  await region.getByText('https://database.example antwoordt na 400 ms.').waitFor();
  await region.getByText('GET /klant geeft 200 met klant gevonden').waitFor();

  await write(page, region, 'wacht.js', ASK);
  await run(region);
  const answer = await answerOf(region).innerText();
  expect(answer).toContain('200 klant gevonden');
  expect(answer).toContain('TimeoutError');
  expect(answer).toContain('Ze bereikt hier alleen https://database.example.');
  await expect
    .poll(() => log.innerText())
    .toContain('https://database.example/klant: afgebroken door de functie na');
});

test('the timeline says how long an invocation waited for a service, and paper which services there are', async ({
  openPage,
}) => {
  const page = await openPage('lessen/schalen-ook-naar-nul/');
  const region = playground(page, 'Verkoop een kaartje');
  await run(region);
  const timeline = region.getByRole('group', { name: 'Tijdlijn', exact: true });
  await timeline.getByText('Als tabel').click();
  await expect
    .poll(() => timeline.getByRole('row').last().innerText())
    .toMatch(/gelukt, wachtte [\d.]*\d{3},\d ms op een dienst/);

  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const printed = (text: string) => page.getByText(text).filter({ visible: true }).count();
  expect(await printed('https://bank.example antwoordt na 500 ms.')).toBe(1);
  // Of the sale, and of the exercise.
  expect(await printed('Diensten die je code kan vragen')).toBe(2);
  expect(await printed('wordt opgehaald')).toBe(0);
});
