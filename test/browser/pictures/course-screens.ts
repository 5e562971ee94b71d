/** Screens of the course: home, lessons before and after a run, money, the search, predictions and exercises. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { LESSON_1, LESSON_2, playground, RIGHT_GREETING, run, write } from '../reader.ts';
import type { Walk } from './a-screen.ts';

const GREET = 'Begroet een bezoeker';
const COUNT = 'Tel bestellingen per stad (snel)';
const EXERCISE = 'Groet iedereen';

const question = (page: Page) => page.getByRole('group', { name: /^Je vriend zegt/ });
const prediction = (page: Page) => page.getByRole('group', { name: 'Voorspel: Vijftig kopers' });
const dialog = (page: Page, name: string) => page.getByRole('dialog', { name });
const groupIn = (page: Page, title: string, name: string) =>
  playground(page, title).getByRole('group', { name, exact: true });
/** What happened when is another picture at each visit. */
const when = (page: Page, title: string) => [
  groupIn(page, title, 'Machinekamer'),
  groupIn(page, title, 'Instanties'),
  // It has a row more at one visit than at another, and ends below the till.
  groupIn(page, title, 'Kassabon'),
  page.locator('.till'),
];

const isPhone = (width: number) => width < 800;

/** Under a dialog a receipt is another at each visit, and is seen through the veil. */
const show = (page: Page, how: 'hidden' | 'visible') =>
  page.locator('main').evaluate((main, visibility) => {
    main.style.visibility = visibility;
  }, how);

async function close(page: Page): Promise<void> {
  await show(page, 'visible');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
}

export const COURSE: readonly Walk[] = [
  {
    path: '',
    screens: [{ name: 'home' }],
  },
  {
    path: LESSON_1,
    screens: [
      { name: 'les' },
      {
        name: 'vraag-nog-niet',
        enter: async (page) => {
          await question(page).getByRole('radio').first().check();
          await question(page).getByRole('button', { name: 'Controleer' }).click();
          await question(page).getByText('Nog niet.').waitFor();
        },
        at: question,
      },
      {
        name: 'les-na-uitvoeren',
        enter: (page) => run(playground(page, GREET)),
        at: (page) => playground(page, GREET),
        varies: (page) => when(page, GREET),
      },
      {
        name: 'les-fout',
        enter: async (page) => {
          const region = playground(page, GREET);
          await write(
            page,
            region,
            'begroet.js',
            "export default () => {\n  throw new Error('kapot');\n};\n",
          );
          await run(region);
        },
        at: (page) => playground(page, GREET),
        varies: (page) => when(page, GREET),
      },
    ],
  },
  {
    path: LESSON_2,
    screens: [
      {
        name: 'bon-van-dit-bezoek',
        enter: async (page) => {
          await run(playground(page, COUNT));
          await page.getByRole('button', { name: 'Bon van dit bezoek' }).click();
          await dialog(page, 'Bon van dit bezoek').getByRole('combobox', { name: 'Tarief' }).waitFor();
          await show(page, 'hidden');
        },
      },
      {
        name: 'welke-server',
        enter: async (page) => {
          await close(page);
          await page.getByRole('button', { name: 'Welke server?' }).click();
          await dialog(page, 'Welke server is dat?').waitFor();
          await show(page, 'hidden');
        },
      },
      {
        name: 'menu',
        enter: close,
        each: async (page, width) => {
          const [opener, opened] = isPhone(width)
            ? [page.getByRole('button', { name: 'Menu', exact: true }), 'Hoofdmenu']
            : [page.getByText('De cursus', { exact: true }), 'Lessen'];
          const links = page.getByRole('navigation', { name: opened }).getByRole('link');
          if ((await links.count()) === 0) await opener.click();
          await links.first().waitFor();
        },
        varies: (page) => when(page, COUNT),
      },
      {
        name: 'zoeken',
        enter: async (page) => {
          await close(page);
          await page.getByRole('button', { name: /^Zoek/ }).click();
          await dialog(page, 'Zoek in de cursus').getByPlaceholder('Zoek in de cursus').fill('koude start');
          await page.getByText(/pagina’s met “koude start”/).waitFor();
          // Each find is fetched after the page knows how many there are.
          await dialog(page, 'Zoek in de cursus').getByRole('link').first().waitFor();
          await show(page, 'hidden');
        },
        loose: (page) => [dialog(page, 'Zoek in de cursus')],
      },
    ],
  },
  {
    path: 'lessen/schalen-ook-naar-nul/',
    screens: [
      {
        name: 'voorspelling',
        enter: async (page) => {
          const field = prediction(page).getByRole('textbox', { name: /Hoeveel krijgen een kaartje/ });
          await field.fill('35');
          await field.press('Enter');
          await prediction(page).getByText('Doe nu de proef hieronder.').waitFor();
        },
        at: prediction,
      },
    ],
  },
  {
    path: 'lessen/functies-in-een-keten/',
    screens: [{ name: 'les-met-keten', at: (page) => page.getByRole('region', { name: /^Speeltuin: / }) }],
  },
  {
    path: 'oefeningen/groet-iedereen/',
    screens: [
      {
        name: 'oefening-mislukt',
        enter: async (page) => {
          const panel = playground(page, EXERCISE).getByRole('group', { name: 'Controle' });
          await panel.getByRole('button', { name: 'Controleer' }).click();
          await panel.getByText('0 van 3 goed').waitFor();
          await panel.getByRole('button', { name: 'Hint' }).click();
        },
        at: (page) => groupIn(page, EXERCISE, 'Controle'),
        varies: (page) => when(page, EXERCISE),
      },
      {
        name: 'oefening-gemaakt',
        enter: async (page) => {
          const region = playground(page, EXERCISE);
          await write(page, region, 'groet.js', RIGHT_GREETING);
          await region.getByRole('button', { name: 'Controleer' }).click();
          await region.getByText('3 van 3 goed').waitFor();
        },
        at: (page) => groupIn(page, EXERCISE, 'Controle'),
        varies: (page) => when(page, EXERCISE),
      },
    ],
  },
  {
    path: 'oefeningen/',
    screens: [
      {
        name: 'oefeningen',
        enter: async (page) => {
          await page.getByRole('combobox', { name: 'Soort' }).selectOption('Golf');
          await expect.poll(() => page.locator('.exercise-cards li:visible').count()).toBe(4);
        },
      },
    ],
  },
];
