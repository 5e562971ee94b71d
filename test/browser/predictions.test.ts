/** A prediction from the reader's side: said, answered by the run that was asked for, kept, skipped, and given away on no paper. */
import type { Locator, Page } from 'playwright-core';
import { violations } from './axe.ts';
import { looks, playground, run } from './reader.ts';
import { expect, test } from './site.ts';

const card = (page: Page, question: string): Locator =>
  page.getByRole('group', { name: `Voorspel: ${question}` });
const said = (prediction: Locator) => prediction.getByRole('status').innerText();

test('a number: said in pencil, measured by the burst, side by side with the reason, and still there after a reload', async ({
  openPage,
}) => {
  const page = await openPage('lessen/schalen-ook-naar-nul/', looks[0]);
  const prediction = card(page, 'Vijftig kopers');
  await prediction.scrollIntoViewIfNeeded();
  const field = prediction.getByRole('textbox', { name: /Hoeveel krijgen een kaartje/ });
  await field.fill('veel');
  await field.press('Enter');
  expect(await prediction.getByRole('alert').innerText()).toBe('Schrijf een heel getal van 0 tot en met 50.');
  await field.fill('35');
  expect(await violations(page)).toEqual([]);
  await field.press('Enter');
  await expect.poll(() => said(prediction)).toContain('35 kaartjes');
  expect(await said(prediction)).toContain('Doe nu de proef hieronder.');
  expect(await said(prediction)).not.toContain('wacht niet in een rij');
  expect(await violations(page)).toEqual([]);

  // One call is no burst: the prediction goes on waiting.
  const region = playground(page, 'Verkoop een kaartje');
  await run(region);
  expect(await said(prediction)).toContain('Doe nu de proef hieronder.');
  await region.getByRole('button', { name: 'Stuur 50 tegelijk' }).click();
  const outcome =
    /Jij zei\s+35 kaartjes\s+Het werd\s+10 kaartjes\s+Anders dan je dacht\. .*wacht niet in een rij/;
  await expect.poll(() => said(prediction)).toMatch(outcome);
  expect(await violations(page)).toEqual([]);

  await page.reload();
  await prediction.scrollIntoViewIfNeeded();
  await expect.poll(() => said(prediction)).toMatch(outcome);
  await page.emulateMedia({ media: 'print' });
  expect(await prediction.innerText()).toMatch(/Vijftig kopers/);
  expect(await prediction.innerText()).not.toMatch(/35|10 kaartjes|geweigerd|wacht niet/);
});

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
  await page.keyboard.press('Enter');
  await prediction.getByRole('radio', { name: /niemand/ }).waitFor();
  await prediction.getByRole('button', { name: 'Leg vast' }).click();
  expect(await prediction.getByRole('alert').innerText()).toBe('Kies eerst een antwoord.');
  await prediction.getByRole('radio', { name: /niemand/ }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect.poll(() => said(prediction)).toMatch(/Jij zei\s+Mila/);
  expect(await said(prediction)).toContain('Je browser bewaart hier niets.');

  const region = playground(page, 'Hoelang ben ik al wakker?');
  await run(region);
  await region.getByText('Headers, body en instellingen').click();
  await region.getByRole('textbox', { name: 'Pad' }).fill('/wakker?naam=Sam');
  await run(region);
  await expect.poll(() => said(prediction)).toMatch(/Het werd\s+Mila\s+Goed voorspeld\./);
  expect(await violations(page)).toEqual([]);
});
