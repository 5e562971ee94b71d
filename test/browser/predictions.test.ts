/** A prediction without storage, skipped and taken up again, and given away on no paper. The usual way is in `lesson-paths.test.ts`. */
import type { Locator, Page } from 'playwright-core';
import { violations } from './axe.ts';
import { looks, playground, run } from './reader.ts';
import { expect, test } from './site.ts';

const card = (page: Page, question: string): Locator =>
  page.getByRole('group', { name: `Voorspel: ${question}` });
const said = (prediction: Locator) => prediction.getByRole('status').innerText();

test('a choice: skipped, taken up again by keyboard, answered without storage, on a phone in the dark', async ({
  openPage,
}) => {
  const before = `Storage.prototype.setItem = () => { throw new Error('full'); };`;
  const page = await openPage('lessen/koude-en-warme-starts/', { ...looks[3], before });
  const prediction = card(page, 'Eerst voert Mila de functie uit');
  await prediction.scrollIntoViewIfNeeded();
  await prediction.getByRole('button', { name: 'Sla over' }).click();
  expect(await violations(page)).toEqual([]);
  // Focus stands on what took the place of the button.
  await prediction.getByRole('button', { name: 'Voorspel toch' }).and(page.locator(':focus')).waitFor();
  await page.keyboard.press('Enter');
  await prediction.getByRole('radio', { name: /niemand/ }).waitFor();
  await prediction.getByRole('button', { name: 'Leg vast' }).click();
  expect(await prediction.getByRole('alert').innerText()).toBe('Kies eerst een antwoord.');
  await prediction.getByRole('radio', { name: /niemand/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => said(prediction)).toMatch(/Jij zei\s+Mila/);
  await expect.poll(() => said(prediction)).toContain('Je browser bewaart hier niets.');

  const region = playground(page, 'Hoelang ben ik al wakker?');
  await run(region);
  await region.getByText('Headers, body en instellingen').click();
  await region.getByRole('textbox', { name: 'Pad' }).fill('/wakker?naam=Sam');
  await run(region);
  await expect.poll(() => said(prediction)).toMatch(/Het werd\s+Mila\s+Goed voorspeld\./);
  expect(await violations(page)).toEqual([]);
  await page.emulateMedia({ media: 'print' });
  expect(await prediction.innerText()).toMatch(/Eerst voert Mila de functie uit/);
  expect(await prediction.innerText()).not.toMatch(/Jij zei|Het werd|Goed voorspeld/);
});
