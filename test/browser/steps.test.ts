import { holdScripts } from './held-scripts.ts';
import { keptCode, LESSON_1, playground } from './reader.ts';
import { expect, test } from './site.ts';

test('of two presses on steps before their code is there, both are done', async ({ openPage }) => {
  const page = await openPage(LESSON_1, { isUntouched: true });
  const arrive = await holdScripts(page, '**/_astro/steps.*.js');
  const first = page.getByRole('group', { name: 'Probeer 1', exact: true });
  await first.getByRole('button', { name: 'Voer stap 1 uit' }).click();
  await first.getByRole('checkbox', { name: 'Stap 2 gedaan' }).click();
  await first.getByRole('checkbox', { name: 'Stap 3 gedaan' }).click();
  expect(await first.getByText('van 3 gedaan').count()).toBe(0);
  arrive();
  await first.getByText('3 van 3 gedaan').waitFor();
});

test('on a phone a step stays where it was pressed, also when the playground above it grows', async ({
  openPage,
}) => {
  const page = await openPage('lessen/een-bestand-komt-binnen/', { viewport: { width: 390, height: 844 } });
  const first = page.getByRole('group', { name: 'Probeer 1', exact: true });
  const button = first.getByRole('button', { name: 'Voer stap 1 uit' });
  // So that the end of the playground is in view above it.
  await button.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  const region = playground(page, 'Verklein een foto');
  const height = () => region.evaluate((element) => element.clientHeight);
  const top = () => first.evaluate((element) => element.getBoundingClientRect().top);
  const before = { height: await height(), top: await top() };
  await button.click();
  await first.getByText('1 aanroep betaald').waitFor();
  await expect.poll(height).toBeGreaterThan(before.height + 100);
  await expect.poll(async () => Math.abs((await top()) - before.top)).toBeLessThan(4);
});

test('a sign behind the name of a part stays on its line, and an amount that runs stands at its full stop', async ({
  openPage,
}) => {
  const page = await openPage('lessen/schalen-ook-naar-nul/', { viewport: { width: 1280, height: 800 } });
  // As narrow as it takes: at each width the comma is beside the word.
  const name = page.getByRole('button', { name: 'Instanties', exact: true }).last();
  for (let width = 460; width > 300; width -= 8) {
    const apart = await name.evaluate((element, to) => {
      const text = element.closest<HTMLElement>('.step__text');
      if (text) text.style.maxInlineSize = `${to}px`;
      const comma = document.createRange();
      comma.selectNode(element.nextSibling as Node);
      return Math.abs(comma.getBoundingClientRect().top - element.getBoundingClientRect().top);
    }, width);
    expect(apart).toBeLessThan(20);
  }

  await page.goto(new URL('../betalen-per-gebruik/', page.url()).href);
  const gap = page.locator('.prose .amount').first();
  await gap.locator('data').waitFor();
  expect(
    await gap.evaluate(
      (element) =>
        element.getBoundingClientRect().right -
        (element.firstElementChild?.getBoundingClientRect().right ?? 0),
    ),
  ).toBeLessThanOrEqual(1);
});

test('a step fills in the calculator of a month, seen or not, and one that looks for what is cheaper sees the slider', async ({
  openPage,
}) => {
  const page = await openPage('lessen/wanneer-altijd-aan-goedkoper-is/', {
    viewport: { width: 390, height: 844 },
  });
  const sheet = page.getByRole('group', { name: 'Een maand rekenen' });
  const third = page.getByRole('group', { name: 'Probeer 3', exact: true });
  await third.getByRole('button', { name: 'Zet stap 1 klaar' }).click();
  await third.getByText('1 van 2 gedaan').waitFor();
  await expect.poll(() => sheet.getByRole('textbox', { name: 'Geheugen' }).inputValue()).toBe('1024');
  const second = page.getByRole('group', { name: 'Probeer 2', exact: true });
  await third.getByRole('button', { name: 'Zet stap 2 klaar' }).click();
  await third.getByText('2 van 2 gedaan').waitFor();
  await sheet.getByRole('status').getByText('Hier is betalen per gebruik goedkoper.').waitFor();
  await second.scrollIntoViewIfNeeded();
  await sheet.getByRole('slider').press('End');
  await sheet.getByRole('status').getByText('Hier is altijd aan goedkoper.').waitFor();
  await expect.poll(() => second.getByRole('checkbox', { name: 'Stap 1 gedaan' }).isChecked()).toBe(true);

  // What the reader had set there stays.
  await page.reload();
  const perDay = sheet.getByRole('textbox', { name: 'Aanroepen per dag' });
  await perDay.fill('7000');
  await third.getByRole('button', { name: 'Zet stap 1 klaar' }).click();
  await expect.poll(() => sheet.getByRole('textbox', { name: 'Geheugen' }).inputValue()).toBe('1024');
  await sheet.getByRole('status').getByText('7.000 aanroepen per dag').waitFor();
  expect(await perDay.inputValue()).toBe('7000');
});

test('a step whose run fails says so and stays open, and on paper each step has its box', async ({
  openPage,
}) => {
  const code = `export default () => { throw new Error('kapot'); };`;
  const page = await openPage(LESSON_1, { before: keptCode('begroet', { 'begroet.js': code }) });
  const first = page.getByRole('group', { name: 'Probeer 1', exact: true });
  await first.getByRole('button', { name: 'Voer stap 1 uit' }).click();
  await first.getByText('Dit is nog niet wat de stap zoekt.').waitFor();
  await first.getByText('500 Internal Server Error').waitFor();
  expect(await first.getByRole('checkbox', { name: 'Stap 1 gedaan' }).isChecked()).toBe(false);
  await page.emulateMedia({ media: 'print' });
  expect(await first.getByRole('checkbox').filter({ visible: true }).count()).toBe(3);
  expect(await first.getByRole('button', { name: /stap/ }).filter({ visible: true }).count()).toBe(0);
});

test.for([{ viewport: { width: 1280, height: 800 } }, { viewport: { width: 390, height: 844 } }] as const)(
  'a part of the playground that a step names is one press away, and the step stays in view ($viewport.width px)',
  async (look, { openPage }) => {
    const page = await openPage(LESSON_1, look);
    const first = page.getByRole('group', { name: 'Probeer 1', exact: true });
    await first.getByRole('button', { name: 'Voer stap 1 uit' }).click();
    await first.getByText('5 aanroepen betaald').waitFor();
    const button = first.getByRole('button', { name: 'Instanties' });
    await button.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const panel = playground(page, 'Begroet een bezoeker').getByRole('group', { name: 'Instanties' });
    await button.press('Enter');
    await expect
      .poll(() =>
        panel.evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          const till = document.querySelector('.till')?.getBoundingClientRect().top ?? 0;
          return element === document.activeElement && top >= 0 && Math.floor(bottom) <= till;
        }),
      )
      .toBe(true);
    const isOnTop = (element: HTMLElement | SVGElement) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return document.elementFromPoint(x + width / 2, y + height / 2) === element;
    };
    await expect.poll(() => button.evaluate(isOnTop)).toBe(true);
  },
);

test('a step of the month says so when its calculator cannot be fetched, and does it at the next press', async ({
  openPage,
  allow,
}) => {
  allow(/Failed to load resource|MonthCalculator/);
  const page = await openPage('lessen/wanneer-altijd-aan-goedkoper-is/', {
    viewport: { width: 390, height: 844 },
  });
  await page.route('**/MonthCalculator*.js', (route) => route.abort());
  const third = page.getByRole('group', { name: 'Probeer 3', exact: true });
  const button = third.getByRole('button', { name: 'Zet stap 1 klaar' });
  await button.click();
  await third.getByText('Het rekenblad kon niet worden opgehaald.').waitFor();
  await expect.poll(() => button.getAttribute('aria-busy')).toBeNull();
  await page.unroute('**/MonthCalculator*.js');
  await button.click();
  await third.getByText('1 van 2 gedaan').waitFor();
});
