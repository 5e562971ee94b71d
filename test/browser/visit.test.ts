/** The meters of a visit: how often they change, what moves, what a later tab begins with, and what storage may hold. */
import { recordMeters, seenMeters } from './meter-recorder.ts';
import { LESSON_1, LESSON_2, meter, playground, run } from './reader.ts';
import { expect, test } from './site.ts';

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
  // The browser tells of what went out of sight when it draws a frame, and timers go on without one.
  await inText.evaluate(
    (data) =>
      new Promise<void>((resolve) => {
        new IntersectionObserver((entries, observer) => {
          if (entries.at(-1)?.isIntersecting) return;
          observer.disconnect();
          resolve();
        }).observe(data);
      }),
  );
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
    const [known, before] = await page.locator('.till .amount').evaluateAll((all) => {
      const widths = () => all.map((one) => one.getBoundingClientRect().width);
      const withAmounts = widths();
      for (const one of all) one.textContent = '…';
      return [withAmounts, widths()];
    });
    expect(before).toEqual(known);
  }
});

test('a tab that comes later begins with nothing, under the tariff that was chosen', async ({ openPage }) => {
  const page = await openPage(LESSON_1);
  await run(playground(page, 'Begroet een bezoeker'));
  await page.getByRole('button', { name: 'Bon van dit bezoek' }).click();
  const dialog = page.getByRole('dialog', { name: 'Bon van dit bezoek' });
  await dialog.getByRole('combobox', { name: 'Tarief' }).selectOption('netlify-functions');
  await expect.poll(() => meter(page, 'Jouw functies')).toBe('20');
  const later = await openPage('', { besides: page });
  await later
    .getByRole('group', { name: 'Kostenteller' })
    .getByText('0 aanroepen', { exact: true })
    .waitFor();
  await expect.poll(() => meter(later, 'Jouw functies')).toBe('20');
});

test('whatever stands in storage, the page works and its meters are true', async ({ openPage }) => {
  const right = { title: 'Groet', usage: { durationMs: 1, memoryMb: 128, count: 2 } };
  const wrong = { title: 'Groet', usage: { durationMs: 1, memoryMb: 128, count: 1, cpuMs: '5' } };
  const stored = { v: 2, number: 1e99, ranMs: -5, atMs: 'nu', purchases: [wrong, right, null] };
  const page = await openPage('', {
    before: `if (self === top && sessionStorage.length === 0) {
      sessionStorage.setItem('functielab:bezoek', ${JSON.stringify(JSON.stringify(stored))});
      sessionStorage.setItem('functielab:tab', '{"id":"<b>","isFree":true}');
      localStorage.setItem('functielab:tarief', '{"v":1,"id":"__proto__","freeTier":true,"atMs":1}');
      localStorage.setItem('functielab:voortgang', '{"v":1,"lessons":{"__proto__":1},"exercises":[],"wipes":-1}');
    }`,
  });
  await page.getByRole('group', { name: 'Kostenteller' }).getByText('2 aanroepen').waitFor();
  await expect.poll(async () => Number(await meter(page, 'Jouw functies'))).toBeGreaterThan(0);
  await run(playground(page, 'Hoe laat is het?'));
  await page.getByRole('group', { name: 'Kostenteller' }).getByText('3 aanroepen').waitFor();
});
