/** What comes out of a printer: every kind of page on A4, whole, with nothing on it that can only be pressed. */
import type { Locator, Page } from 'playwright-core';
import { PLAIN_SET, setFragment } from '../../src/exercises/set.ts';
import { LESSON_1, playground, run } from './reader.ts';
import { expect, test } from './site.ts';

/** A4 less one centimetre on each side, in CSS pixels. */
const PAPER = { viewport: { width: 718, height: 1_046 } } as const;
const SET = {
  ...PLAIN_SET,
  title: 'Klas 1B',
  exercises: ['groet-iedereen', 'kies-een-instantie'],
  tariff: null,
  deadline: 'vrijdag',
  hints: true,
};

interface OnPaper {
  /** Printed over each page again, over the text. */
  readonly fixed: readonly string[];
  /** In something folded, so not printed. */
  readonly folded: readonly string[];
  /** Sticks out of the paper, or out of a box that cuts it off. */
  readonly cut: readonly string[];
  readonly buttons: readonly string[];
  /** Groups by name that hold only words of what will come. */
  readonly empty: readonly string[];
}

function onPaper(page: Page): Promise<OnPaper> {
  return page.evaluate(() => {
    const shown = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (element) =>
        element.checkVisibility({ visibilityProperty: true }) &&
        !element.closest('.visually-hidden, option, svg'),
    );
    const nameOf = (element: HTMLElement) =>
      `${element.tagName.toLowerCase()}.${element.className} ${element.textContent.trim().slice(0, 40)}`;
    const printed = (details: HTMLDetailsElement) =>
      [...details.children]
        .filter((part) => part.tagName !== 'SUMMARY')
        .every((part) => part.checkVisibility());
    const isCut = (element: HTMLElement) => {
      const { left, right, width } = element.getBoundingClientRect();
      if (width > 0 && (left < -1 || right > innerWidth + 1)) return true;
      const { overflowX, overflowY } = getComputedStyle(element);
      return (
        (overflowX !== 'visible' && element.scrollWidth > element.clientWidth + 1) ||
        (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1)
      );
    };
    return {
      fixed: shown.filter((one) => /fixed|sticky/.test(getComputedStyle(one).position)).map(nameOf),
      folded: shown
        .filter((one): one is HTMLDetailsElement => one instanceof HTMLDetailsElement)
        .filter((details) => !printed(details))
        .map(nameOf),
      cut: shown.filter((one) => !one.matches('input, select, label, textarea') && isCut(one)).map(nameOf),
      buttons: shown
        .filter((one) => one instanceof HTMLButtonElement && /^(primary|quiet)/.test(one.className))
        .map(nameOf),
      empty: shown.filter((one) => one.matches('.empty')).map(nameOf),
    };
  });
}

const WHOLE: OnPaper = { fixed: [], folded: [], cut: [], buttons: [], empty: [] };

test.for([
  ['a lesson', LESSON_1, 'Na deze les kun je'],
  ['a lesson with long code and wide tables', 'lessen/wat-kost-het-waar/', 'Let op'],
  // An answer, which is folded on a screen.
  ['a guide', 'docent/lessen/toestand-bewaar-je-ergens-anders/', 'A leest 12. B leest 12. A schrijft 13.'],
  ['a work sheet', 'docent/lessen/toestand-bewaar-je-ergens-anders/werkblad/', 'Naam:'],
  ['a set', `docent/afdruk/${setFragment(SET)}`, 'Groet iedereen'],
  ['what a school keeps on privacy', 'docent/privacy/', 'Rol'],
  ['a sheet for a Dutch school', 'docent/privacy/nederland/', 'vul in:'],
  ['a sheet for a Flemish school', 'docent/privacy/vlaanderen/', 'vul in:'],
  ['plans for a term', 'docent/periode/', 'Reeks van week 1'],
  ['all tariffs', 'tarieven/', 'Bron:'],
  ['a lesson with uploads', 'lessen/een-bestand-komt-binnen/', 'verklein.js'],
  [
    'a lesson with a program',
    'lessen/van-server-naar-functies/',
    'Ook bij het bouwen van de site is dit programma niet uitgevoerd',
  ],
  ['a lesson with bills side by side', 'lessen/betalen-per-gebruik/', 'Probeer'],
  ['the front page', '', 'Betaal alleen als je code draait'],
  ['an exercise', 'oefeningen/golf-weerbericht/', 'Golf: het weer op vijf plaatsen'],
] as const)('%s is whole on paper', async ([, path, text], { openPage }) => {
  const page = await openPage(path, PAPER);
  await page.emulateMedia({ media: 'print' });
  await page.getByText(text).filter({ visible: true }).first().waitFor();
  // Some parts come to life at their own time.
  await expect.poll(() => onPaper(page)).toEqual(WHOLE);
  expect(await page.getByRole('radiogroup', { name: 'Uitvoeromgeving' }).count()).toBe(0);
});

test('what came of a run is on paper whole, and the places where nothing came are not', async ({
  openPage,
}) => {
  const page = await openPage(LESSON_1, PAPER);
  const region = playground(page, 'Begroet een bezoeker');
  const recorded = page.getByText('Opgenomen uitvoering').filter({ visible: true });
  await page.emulateMedia({ media: 'print' });
  // Where nothing was run: what came of it when the site was built, and that it was so.
  await expect.poll(() => recorded.count()).toBe(3);
  await page.emulateMedia({ media: 'screen' });
  await expect.poll(() => recorded.count()).toBe(0);
  for (let times = 0; times < 3; times += 1) await run(region);
  await page.emulateMedia({ media: 'print' });
  await expect.poll(() => onPaper(page)).toEqual(WHOLE);
  await region.getByRole('group', { name: 'Antwoord' }).waitFor();
  await expect.poll(() => recorded.count()).toBe(2);
  expect(await region.getByRole('log', { name: 'Logboek' }).innerText()).toContain('bezoeker 3');
  expect(await page.getByRole('log', { name: 'Logboek' }).filter({ visible: true }).count()).toBe(1);
  // What on a screen says that a line goes on would lie over the end of the line.
  const fade = region.locator('.editor').evaluate((editor) => getComputedStyle(editor, '::before').display);
  expect(await fade).toBe('none');
});

test('a timeline that nobody scrolled to is drawn for the paper', async ({ openPage }) => {
  const page = await openPage('lessen/een-bestand-komt-binnen/', PAPER);
  const region = playground(page, 'Verklein een foto');
  await region.getByRole('button', { name: 'Gebruik Landschap' }).click();
  await region.getByRole('group', { name: 'Antwoord' }).getByText('Gelukt').waitFor();
  await expect.poll(() => printed(page, region.locator('.timeline__box canvas'), hasSomething)).toBe(true);
});

test('a timeline has on paper letters as large as on the screen, however wide the screen is', async ({
  openPage,
}) => {
  const page = await openPage('lessen/een-bestand-komt-binnen/', { viewport: { width: 1280, height: 900 } });
  const region = playground(page, 'Verklein een foto');
  await region.getByRole('button', { name: 'Gebruik Landschap' }).click();
  await region.getByRole('group', { name: 'Antwoord' }).getByText('Gelukt').waitFor();
  const width = () => printed(page, region.locator('.timeline__box canvas'), (canvas) => canvas.clientWidth);
  await expect.poll(width).toBeGreaterThan(0.85 * PAPER.viewport.width);
});

/** What is so of it once the page is told that it goes to a printer; a canvas that has just come may not hear that yet. */
async function printed<What>(
  page: Page,
  picture: Locator,
  what: (canvas: SVGElement | HTMLElement) => What,
): Promise<What> {
  await picture.waitFor({ state: 'attached' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  return picture.evaluate(what);
}

function hasSomething(canvas: SVGElement | HTMLElement): boolean {
  if (!(canvas instanceof HTMLCanvasElement)) return false;
  const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
  return pixels.some((part) => part > 0);
}

test('a dark month with its chart and its receipt goes to a printer light and open, and is as it was afterwards', async ({
  openPage,
}) => {
  const page = await openPage('maand/', { colorScheme: 'dark' });
  await page.locator('.chart__canvas canvas').waitFor();
  const state = () =>
    page.evaluate(() => {
      const { theme, paper } = document.documentElement.dataset;
      const open = [...document.querySelectorAll('main details')].map((one) => one.hasAttribute('open'));
      return { theme, paper, open };
    });
  const before = await state();
  expect(before.theme).toBe('dark');
  expect(before.open).toContain(false);
  const printed = page.evaluate(
    () =>
      new Promise((resolve) => {
        addEventListener('beforeprint', () => {
          const { theme } = document.documentElement.dataset;
          const closed = document.querySelectorAll('main details:not([open])').length;
          resolve({ theme, closed });
        });
      }),
  );
  const [asPrinted] = await Promise.all([printed, page.pdf({ format: 'A4' })]);
  expect(asPrinted).toEqual({ theme: 'light', closed: 0 });
  await expect.poll(state).toEqual(before);

  await page.setViewportSize(PAPER.viewport);
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  await page.getByText('Elke aanroep telt, hoe kort ook.').waitFor();
  await expect.poll(() => onPaper(page)).toEqual(WHOLE);
});
