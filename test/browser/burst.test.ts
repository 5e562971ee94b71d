/** Fifty calls at once: how many the limit lets through, on how many instances, and what they cost. */
import { violations } from './axe.ts';
import { answerOf, playground, totalUsd } from './reader.ts';
import { expect, test } from './site.ts';

test('the limit lets ten through, each on an instance of its own; the rest is refused and costs nothing', async ({
  openPage,
}) => {
  const page = await openPage('lessen/van-server-naar-functies/');
  const region = playground(page, 'Takenlijst als functie');
  const send = region.getByRole('button', { name: 'Stuur 50 tegelijk' });
  await send.click();
  const result = answerOf(region).getByRole('table', { name: '50 aanroepen tegelijk' });
  await result.waitFor();
  expect(await result.getByRole('row', { name: /429/ }).innerText()).toMatch(/40/);
  expect(await result.getByRole('row', { name: /201/ }).innerText()).toMatch(/10/);
  expect(await answerOf(region).innerText()).toContain('10 koude starts, op 10 instanties.');
  const instances = region.getByRole('table', { name: 'Instanties' });
  expect(await instances.getByRole('row').count()).toBe(11);
  expect(await region.getByRole('group', { name: 'Kassabon' }).innerText()).toContain('10 aanroepen');
  expect(await region.getByRole('log', { name: 'Logboek' }).innerText()).toContain('40 keer geweigerd (429)');
  expect(await violations(page)).toEqual([]);

  // Each of the ten has a list of its own, so whoever asks sees one task.
  await region.getByLabel('Methode').selectOption('GET');
  await region.getByRole('button', { name: 'Voer uit' }).click();
  await answerOf(region).getByText('200 OK').waitFor();
  expect(await answerOf(region).innerText()).toMatch(/"id": 1[^0-9]/);
  expect(await answerOf(region).innerText()).not.toMatch(/"id": 2/);
  const one = await totalUsd(region);

  await region.getByLabel('Hoogstens tegelijk').selectOption('1');
  await send.click();
  await expect.poll(() => result.getByRole('row', { name: /429/ }).innerText()).toMatch(/49/);
  expect(await answerOf(region).innerText()).toContain('1 koude start, op 1 instantie.');
  expect(Number(await totalUsd(region))).toBeGreaterThan(Number(one));
});
