/**
 * What is told of a lesson's playground in each state, of the till with its dialogs, and of a month's bill; and axe, in the same states.
 * Begin at `kept.ts`.
 */
import { violations } from '../axe.ts';
import { answerOf, inLooks, LESSON_1, ONE_DAY, playground, run, write } from '../reader.ts';
import { expect, test } from '../site.ts';
import { expectTree } from './kept.ts';

inLooks(2, (look, name) => {
  test(`lesson 1: at rest, answered, at work and with an error; the till and its dialogs (${name})`, async ({
    openPage,
  }) => {
    const page = await openPage(LESSON_1, { ...look, before: ONE_DAY });
    // On a phone other parts stand in other places.
    const tells = async (...told: Parameters<typeof expectTree>) => {
      if (look.viewport.width > 1000) await expectTree(...told);
    };
    const region = playground(page, 'Begroet een bezoeker');
    const instances = region.getByRole('group', { name: 'Instanties' });
    const form = region.getByRole('form').or(region.locator('form')).first();
    await region.getByRole('button', { name: 'Voer uit', disabled: false }).waitFor();
    await tells('playground/at-rest', [region], ['code']);
    expect(await violations(page)).toEqual([]);

    await region.getByText('Headers, body en instellingen').click();
    await region.getByLabel('Timeout').selectOption('30 s');
    await run(region);
    await region.getByText('Hoe komt dit bedrag tot stand?').click();
    await tells('playground/after-a-run', [region], ['code', 'span', 'usage', 'amount']);
    expect(await violations(page)).toEqual([]);

    await page.getByRole('button', { name: 'Bon van dit bezoek' }).click();
    const visit = page.getByRole('dialog', { name: 'Bon van dit bezoek' });
    await visit.getByText('Met gratis tegoed').waitFor();
    await tells('playground/receipt-of-the-visit', [visit], ['amount']);
    await page.keyboard.press('Escape');
    if (look.viewport.width === 390) await page.getByRole('button', { name: 'Meer', exact: true }).click();
    await page.getByRole('button', { name: 'Welke server?' }).click();
    const server = page.getByRole('dialog', { name: 'Welke server is dat?' });
    await server.getByText('Wisselkoers').waitFor();
    await tells('playground/which-server', [server]);
    await page.keyboard.press('Escape');
    await tells('playground/till', [page.getByRole('group', { name: 'Kostenteller' })], ['span', 'amount']);

    await write(page, region, 'begroet.js', 'export default () => new Promise(() => {})');
    await region.getByRole('button', { name: 'Voer uit' }).click();
    await region.getByText('tot het werk klaar is').waitFor();
    await tells('playground/at-work', [form, instances], ['span']);
    await region.getByRole('button', { name: 'Stop' }).click();
    await expect.poll(() => region.getByRole('button', { name: 'Stop' }).isDisabled()).toBe(true);

    await write(page, region, 'begroet.js', 'export default () => { throw new Error("kapot") }');
    await run(region);
    await region.getByRole('alert').waitFor();
    const log = region.getByRole('log', { name: 'Logboek' });
    await tells('playground/with-an-error', [answerOf(region), log, instances], ['span']);
    expect(await violations(page)).toEqual([]);
  });
});

test('a month, as it opens, and asked for what can not be', async ({ openPage }) => {
  const page = await openPage('maand/', { before: ONE_DAY });
  const month = page.getByRole('group', { name: 'Een maand rekenen' });
  await month.getByRole('slider', { name: /^Schuif/, disabled: false }).waitFor();
  // The tables are prices, which have tests of their own.
  const parts = [month.locator('form'), month.getByRole('group', { name: 'Kassabon van de maand' })];
  await expectTree('rooms/month', parts);
  // The page hears of its new address, and puts its own there: a reload would find that.
  await page.goto(`${page.url().split('#')[0]}#ms=-3&tarief=nergens`);
  await month
    .getByText(/een waarde die niet kan/)
    .first()
    .waitFor();
  await expectTree('rooms/month-of-a-wrong-address', [month.getByRole('alert')]);
});
