/** One visit, one receipt: the meters never claim what is not known and never fall, and tabs keep apart what is theirs. */
import { tillEuro } from '../../src/till/prices/server-price.ts';
import { recordMeters, type Shown, seenMeters } from './meter-recorder.ts';
import { LESSON_1, LESSON_2, meter, playground, run } from './reader.ts';
import { expect, test } from './site.ts';

const AMOUNT = /^€\s[\d.]+,[\d\s]+$/;
const numberIn = (text: string) => Number(text.replaceAll(/[^\d,]/g, '').replace(',', '.'));

function expectRising(seen: readonly Shown[], name: string): void {
  const shown = seen.filter((one) => one.name === name);
  let before = { value: -1, text: -1 };
  for (const { value, text } of shown) {
    if (value === '') {
      expect(text, name).toBe('…nog niet bekend');
      continue;
    }
    expect(text, name).toMatch(AMOUNT);
    expect(text, `${name}: text and value are of one moment`).toBe(tillEuro(value));
    const now = { value: Number(value), text: numberIn(text) };
    expect(now.value, name).toBeGreaterThanOrEqual(before.value);
    expect(now.text, name).toBeGreaterThanOrEqual(before.text);
    before = now;
  }
  expect(before.value, `${name} was seen`).toBeGreaterThan(0);
}

test('from page to page and back no meter shows a zero that is not true, none falls, and text and value are one', async ({
  openPage,
}) => {
  const page = await openPage('', { before: recordMeters });
  const functions = () => meter(page, 'Jouw functies');
  const till = page.getByRole('group', { name: 'Kostenteller' });
  await expect.poll(functions).toBe('0');
  await run(playground(page, 'Hoe laat is het?'));
  await run(playground(page, 'Hoe laat is het?'));
  await page.getByRole('link', { name: 'Begin bij les 1' }).click();
  await run(playground(page, 'Begroet een bezoeker'));
  await page.getByRole('button', { name: 'Per miljoen' }).click();
  await till.getByText(/per miljoen keer: €/).waitFor();
  await page.reload();
  await till.getByText('3 aanroepen').waitFor();
  const spent = await functions();
  await page.goto(new URL('/maand/', page.url()).href);
  await till.getByText('3 aanroepen').waitFor();
  expect(await functions()).toBe(spent);
  await page.goBack();
  await till.getByText('3 aanroepen').waitFor();
  await page.goBack();
  await till.getByText('3 aanroepen').waitFor();
  expect(await functions()).toBe(spent);
  await run(playground(page, 'Hoe laat is het?'));
  await till.getByText('4 aanroepen').waitFor();

  const seen = await seenMeters(page);
  for (const name of ['Jouw functies', 'Altijd-aan-server']) expectRising(seen, name);
  // From the first run on, not one zero more, on whichever page.
  const values = seen.filter(({ name, value }) => name === 'Jouw functies' && value !== '');
  expect(values.findLastIndex(({ value }) => value === '0')).toBeLessThan(
    values.findIndex(({ value }) => value !== '0'),
  );
});

test('a meter changes at most four times a second, and off the screen it stands still', async ({
  openPage,
}) => {
  const page = await openPage(LESSON_2, { before: recordMeters });
  const inText = page.locator('main .amount data').first();
  await inText.scrollIntoViewIfNeeded();
  const changesOf = async (name: string) =>
    (await seenMeters(page)).filter((one) => one.name === name && one.value !== '');
  await expect.poll(async () => (await changesOf('in de tekst')).length).toBeGreaterThan(4);
  await page.getByRole('contentinfo').or(page.locator('.lesson-footer')).first().scrollIntoViewIfNeeded();
  await expect.poll(() => inText.evaluate((data) => data.getBoundingClientRect().bottom < 0)).toBe(true);
  // What was begun while it was seen is over once the meter below has gone on.
  const count = (await changesOf('Altijd-aan-server')).length;
  await expect.poll(async () => (await changesOf('Altijd-aan-server')).length).toBeGreaterThan(count + 1);
  const still = await inText.getAttribute('value');
  await expect.poll(async () => (await changesOf('Altijd-aan-server')).length).toBeGreaterThan(count + 6);
  expect(await inText.getAttribute('value')).toBe(still);
  await inText.scrollIntoViewIfNeeded();
  await expect.poll(async () => Number(await inText.getAttribute('value'))).toBeGreaterThan(Number(still));
  const moments = (await changesOf('Altijd-aan-server')).map(({ atMs }) => atMs);
  const spanMs = (moments.at(-1) ?? 0) - (moments[0] ?? 0);
  expect(moments.length).toBeLessThanOrEqual(spanMs / 250 + 2);
});

test('nothing moves when the amounts become known', async ({ openPage }) => {
  for (const width of [1280, 390]) {
    const page = await openPage('', { viewport: { width, height: 844 }, before: recordMeters });
    await expect.poll(() => meter(page, 'Altijd-aan-server')).not.toBe('');
    // As it was before: the same elements without their amounts, in one go, since a meter goes on.
    const [known, before] = await page.locator('.till .amount, .race__amount').evaluateAll((all) => {
      const widths = () => all.map((one) => one.getBoundingClientRect().width);
      const withAmounts = widths();
      for (const one of all) one.textContent = '…';
      return [withAmounts, widths()];
    });
    expect(before).toEqual(known);
  }
});

test('a duplicated tab begins with a copy and goes its own way; tariff and read marks are shared, live', async ({
  openPage,
}) => {
  const page = await openPage(LESSON_1);
  await run(playground(page, 'Begroet een bezoeker'));
  const opened = page.waitForEvent('popup');
  await page.evaluate(() => void open(location.href));
  const copy = await opened;
  const sees = (tab: typeof page, text: string) =>
    tab.getByRole('group', { name: 'Kostenteller' }).getByText(text, { exact: true }).waitFor();
  await sees(copy, '1 aanroep');
  await run(playground(copy, 'Begroet een bezoeker'));
  await run(playground(copy, 'Begroet een bezoeker'));
  await sees(copy, '3 aanroepen');
  await run(playground(page, 'Begroet een bezoeker'));
  for (const [tab, count] of [
    [page, '2 aanroepen'],
    [copy, '3 aanroepen'],
  ] as const) {
    await tab.reload();
    await sees(tab, count);
  }

  // The tariff that one tab chooses goes for the other, and for one that comes later.
  await copy.getByRole('button', { name: 'Bon van dit bezoek' }).click();
  const dialog = copy.getByRole('dialog', { name: 'Bon van dit bezoek' });
  await dialog.getByRole('combobox', { name: 'Tarief' }).selectOption('netlify-functions');
  await expect.poll(() => meter(page, 'Jouw functies')).toBe('20');
  const third = await openPage('', { besides: page });
  await sees(third, '0 aanroepen');
  await expect.poll(() => meter(third, 'Jouw functies')).toBe('20');

  // A lesson that is read in one tab is marked in the other.
  await third.goto(page.url());
  await third.locator('.lesson-footer').scrollIntoViewIfNeeded();
  await expect
    .poll(() => page.locator('[data-lesson][aria-current="page"] .progress-mark').textContent())
    .toBe('gelezen');
});

test('whatever stands in storage, the page works and its meters are true', async ({ openPage }) => {
  const right = { title: 'Groet', usage: { durationMs: 1, memoryMb: 128, count: 2 } };
  const wrong = { title: 'Groet', usage: { durationMs: 1, memoryMb: 128, count: 1, cpuMs: '5' } };
  const stored = { v: 2, number: 1e99, ranMs: -5, atMs: 'nu', purchases: [wrong, right, null] };
  const page = await openPage('', {
    before: `if (self === top && sessionStorage.length === 0) {
      sessionStorage.setItem('functielab:bezoek', ${JSON.stringify(JSON.stringify(stored))});
      sessionStorage.setItem('functielab:tabblad', '{"id":"<b>","isFree":true}');
      localStorage.setItem('functielab:tarief', '{"v":1,"id":"__proto__","freeTier":true,"atMs":1}');
      localStorage.setItem('functielab:voortgang', '{"v":1,"lessons":{"__proto__":1},"exercises":[],"wipes":-1}');
    }`,
  });
  await page.getByRole('group', { name: 'Kostenteller' }).getByText('2 aanroepen').waitFor();
  await expect.poll(async () => Number(await meter(page, 'Jouw functies'))).toBeGreaterThan(0);
  await run(playground(page, 'Hoe laat is het?'));
  await page.getByRole('group', { name: 'Kostenteller' }).getByText('3 aanroepen').waitFor();
});
