/** axe finds nothing in the lessons with events, stores and a timeline, in every state that a reader gets to see. */
import { violations } from './axe.ts';
import { answerOf, inLooks, playground, run } from './reader.ts';
import { expect, test } from './site.ts';

inLooks(0, (look, name) => {
  test(`files: none yet, a thumbnail, and one that is too large (${name})`, async ({ openPage }) => {
    const page = await openPage('lessen/een-bestand-komt-binnen/', look);
    expect(await violations(page)).toEqual([]);
    const region = playground(page, 'Verklein een foto');
    await region.getByRole('button', { name: 'Gebruik Landschap' }).click();
    await region.getByText('klein/landschap.jpg', { exact: true }).waitFor();
    await expect.poll(() => answerOf(region).innerText()).toContain('Gelukt');
    await region.getByRole('button', { name: 'Gebruik Nepfoto' }).click();
    await region.getByText(/zo ziet de inhoud er niet uit/).waitFor();
    await region.getByRole('button', { name: 'Gooi klein/landschap.jpg weg' }).click();
    await region.getByRole('button', { name: 'Ongedaan maken' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

inLooks(1, (look, name) => {
  test(`timers and queues: a wrong expression, a chain in the trace, the timeline as a table (${name})`, async ({
    openPage,
  }) => {
    const clock = await openPage('lessen/op-vaste-tijden/', look);
    const timer = playground(clock, 'Elk uur een reservekopie');
    await timer.getByRole('button', { name: 'Start klok' }).click();
    await timer.getByRole('button', { name: 'Stop klok' }).waitFor();
    await timer.getByLabel('Cron').fill('onzin');
    await timer.getByText(/Deze cron-uitdrukking klopt niet/).waitFor();
    expect(await violations(clock)).toEqual([]);
    const page = await openPage('lessen/werk-in-de-wachtrij/', look);
    const region = playground(page, 'Bestellen met een wachtrij');
    await run(region);
    await region
      .getByRole('group', { name: 'Spoor' })
      .getByText(/bonnen/)
      .waitFor();
    await region.getByRole('group', { name: 'Tijdlijn' }).getByText('Als tabel').click();
    expect(await violations(page)).toEqual([]);
  });
});

inLooks(2, (look, name) => {
  test(`failing: a dead letter and a loop that was stopped (${name})`, async ({ openPage }) => {
    const page = await openPage('lessen/twee-keer-hetzelfde-bericht/', look);
    const region = playground(page, 'Een herinnering zonder einde');
    await region.getByRole('button', { name: 'Stuur bericht' }).click();
    await region.getByText(/Gestopt na/).waitFor();
    await playground(page, 'Geef spaarpunten').getByLabel('Bericht (JSON)').fill('geen json');
    await playground(page, 'Geef spaarpunten').getByRole('button', { name: 'Stuur bericht' }).click();
    await answerOf(playground(page, 'Geef spaarpunten')).getByRole('alert').waitFor();
    expect(await violations(page)).toEqual([]);
  });
});

inLooks(3, (look, name) => {
  test(`fifty calls at once, most of them refused (${name})`, async ({ openPage }) => {
    const page = await openPage('lessen/van-server-naar-functies/', look);
    const region = playground(page, 'Takenlijst als functie');
    await region.getByRole('button', { name: 'Stuur 50 tegelijk' }).click();
    await answerOf(region).getByRole('table', { name: '50 aanroepen tegelijk' }).waitFor();
    expect(await violations(page)).toEqual([]);
    await region.getByRole('group', { name: 'Machinekamer' }).getByRole('button', { name: 'Groot' }).click();
    const large = page.getByRole('dialog', { name: 'Machinekamer: Takenlijst als functie' });
    await large.getByRole('table', { name: 'Functies' }).getByText('40', { exact: true }).waitFor();
    expect(await violations(page)).toEqual([]);
  });
});
