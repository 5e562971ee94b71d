/** The till bar: two meters on every page, what they count, and the bill of the visit. */
import { LESSON_1, meter, playground, run, totalUsd } from './reader.ts';
import { expect, test } from './site.ts';

test('the server’s meter runs by itself, with twelve decimals; the function’s only when something runs', async ({
  openPage,
}) => {
  const page = await openPage(LESSON_1);
  await expect.poll(() => meter(page, 'Altijd-aan-server')).not.toBe('0.000000000000');
  const first = await meter(page, 'Altijd-aan-server');
  expect(first).toMatch(/^0\.\d{12}$/);
  await expect
    .poll(async () => Number(await meter(page, 'Altijd-aan-server')))
    .toBeGreaterThan(Number(first));
  expect(await meter(page, 'Jouw functies')).toBe('0');
});

test('the till sums the playgrounds, survives a page change in its tab, and starts anew in another', async ({
  openPage,
}) => {
  const page = await openPage('');
  await run(playground(page, 'Hoe laat is het?'));
  const before = await meter(page, 'Jouw functies');
  await page.getByRole('link', { name: 'Begin bij les 1' }).click();
  const region = playground(page, 'Begroet een bezoeker');
  await expect.poll(() => meter(page, 'Jouw functies')).toBe(before);
  await run(region);
  const sum = Number(before) + Number(await totalUsd(region));
  await expect.poll(async () => Number(await meter(page, 'Jouw functies'))).toBeCloseTo(sum, 15);
  const besides = await openPage('', { besides: page });
  await besides.getByRole('group', { name: 'Kostenteller' }).getByText('0 aanroepen').waitFor();
});

test('per million, and per month for the server', async ({ openPage }) => {
  const page = await openPage(LESSON_1);
  await run(playground(page, 'Begroet een bezoeker'));
  await page.getByRole('button', { name: 'Per miljoen' }).click();
  const till = page.getByRole('group', { name: 'Kostenteller' });
  // How much depends on how long the machine of this test took for one.
  await expect.poll(() => till.innerText()).toMatch(/per miljoen keer: €\s\d+,\d\d/);
  // 730 h × ($ 0.0104 + $ 0.005 for its address) ÷ 1.1133 = € 10.0979…
  await expect.poll(() => till.innerText()).toMatch(/per maand: €\s10,10/);
});

test('which server: price, source, date, and what it does not count', async ({ openPage }) => {
  const page = await openPage('');
  await page.getByRole('button', { name: 'Welke server?' }).click();
  const dialog = page.getByRole('dialog', { name: 'Welke server is dat?' });
  await dialog.getByText(/De teller rekent met EC2 t3\.micro/).waitFor();
  const text = await dialog.innerText();
  expect(text).toContain('EC2 t3.micro');
  expect(text).toMatch(/\$\s0,010\s?4/);
  expect(text).toContain('IPv4');
  expect(text).toContain('us-east-1');
  expect(text).toContain('Een schijf van 8 GB kost');
  expect(text).toContain('mag maar af en toe op volle kracht');
  expect(text).toContain('gelezen in 2026');
  expect(await dialog.getByRole('link').getAttribute('href')).toBe(
    'https://aws.amazon.com/ec2/pricing/on-demand/',
  );
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});
