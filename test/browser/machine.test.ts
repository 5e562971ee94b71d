/** The Machinekamer as a reader works it: it says in words what it shows, and any moment can be gone back to. */
import type { Page } from 'playwright-core';
import { playground, run } from './reader.ts';
import { expect, test } from './site.ts';

test('as large as the page it says in tables what it shows, and Escape leads back to where one was', async ({
  openPage,
}) => {
  const page = await openPage('lessen/werk-in-de-wachtrij/');
  const region = playground(page, 'Bestellen met een wachtrij');
  await run(region);
  const machine = region.getByRole('group', { name: 'Machinekamer' });
  const enlarge = machine.getByRole('button', { name: 'Groot' });
  await enlarge.click();
  const large = page.getByRole('dialog', { name: 'Machinekamer: Bestellen met een wachtrij' });
  const receipt = large.getByRole('table', { name: 'Kassabon' });
  await expect.poll(() => receipt.getByRole('row').count()).toBeGreaterThan(2);
  await expect.poll(() => receipt.innerText()).toMatch(/bestel, koude start\s+€\s0,000/);
  expect(await overflowOf(page)).toBe('hidden');

  await large.getByRole('slider', { name: 'Moment' }).press('Home');
  await expect.poll(() => receipt.innerText()).toMatch(/^Kassabon\s+Tot nu toe: 0 aanroepen/);
  await large.getByRole('button', { name: 'Live' }).click();
  await expect.poll(() => receipt.getByRole('row').count()).toBeGreaterThan(2);

  await page.keyboard.press('Escape');
  await expect.poll(() => large.count()).toBe(0);
  await expect.poll(() => enlarge.evaluate((button) => button === document.activeElement)).toBe(true);
  expect(await overflowOf(page)).not.toBe('hidden');
});

const overflowOf = (page: Page) => page.evaluate(() => getComputedStyle(document.documentElement).overflowY);

test('of fifty at once ten get an instance and forty a 429, and the moment before that can be looked at again', async ({
  openPage,
}) => {
  const page = await openPage('lessen/schalen-ook-naar-nul/');
  const region = playground(page, 'Verkoop een kaartje');
  const machine = region.getByRole('group', { name: 'Machinekamer' });
  const told = () => machine.locator('.machine__told').innerText();
  await region.getByRole('button', { name: 'Stuur 50 tegelijk' }).click();
  await expect.poll(told).toMatch(/10 instanties wachten gratis\. 40 aanroepen zijn geweigerd \(429\)\./);
  // What the ten cost, and no longer nothing.
  expect(await told()).toMatch(/€\s0,000\s(?!000\s000)/);

  const moment = machine.getByRole('slider', { name: 'Moment' });
  await moment.press('Home');
  await expect.poll(told).toMatch(/^0,00 s .*€\s0,000\s000\s000$/s);
  expect(await moment.getAttribute('aria-valuetext')).toBe('0,00 s na het begin');

  // Who sends anew sees that, and no longer the moment that was looked back at.
  await region.getByRole('button', { name: 'Stuur 50 tegelijk' }).click();
  await expect.poll(told).toMatch(/^(10 instanties wachten gratis|Er is geen enkele instantie)/);
  await region.getByRole('button', { name: 'Maak leeg' }).click();
  await expect.poll(told).toMatch(/^Er draait nog niets\./);
});
