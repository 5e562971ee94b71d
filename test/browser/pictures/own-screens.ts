/** Screens of what a reader makes and keeps: the workplace, simulation, a month, logs, questions asked again, progress; and pages to read. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { playground, run } from '../reader.ts';
import type { Walk } from './a-screen.ts';

const REPORT =
  'REPORT RequestId: 8f5a\tDuration: 1058.15 ms\tBilled Duration: 2366 ms\tMemory Size: 128 MB\tMax Memory Used: 67 MB\tInit Duration: 1307.68 ms\n';
/** As if two lessons had been read in an earlier visit, and an exercise made. */
const PROGRESS = JSON.stringify({
  v: 1,
  lessons: { 'wat-zijn-serverless-functions': true, 'betalen-per-gebruik': true },
  exercises: {},
  last: null,
});
const WITH_PROGRESS = `if (self === top && !localStorage.getItem('functielab:voortgang')) localStorage.setItem('functielab:voortgang', ${JSON.stringify(PROGRESS)});`;

const tasks = (page: Page) => playground(page, 'Takenlijst');
const outcome = (page: Page) => page.getByRole('group', { name: 'Uitkomst' });

export const OWN: readonly Walk[] = [
  {
    path: 'werkplaats/',
    screens: [
      {
        name: 'werkplaats',
        enter: async (page) =>
          page.getByRole('group', { name: 'Begin met een sjabloon' }).getByRole('button').first().waitFor(),
      },
      {
        name: 'werkplaats-open',
        enter: async (page) => {
          await page
            .getByRole('group', { name: 'Begin met een sjabloon' })
            .getByRole('button', { name: 'CRUD met opslag', exact: true })
            .click();
          await run(tasks(page));
        },
        at: tasks,
        varies: (page) => [
          tasks(page).getByRole('group', { name: 'Machinekamer' }),
          tasks(page).getByRole('group', { name: 'Instanties' }),
        ],
      },
    ],
  },
  {
    path: 'verkeer/',
    screens: [
      {
        name: 'verkeer-uitkomst',
        enter: async (page) => {
          const press = page.getByRole('button', { name: /^Draai (?:de maand|het verkeer)$/ });
          await press.click();
          // It is busy only once it has what it runs; only what ran to its end has an outcome.
          await outcome(page).waitFor();
          await expect.poll(() => press.getAttribute('aria-busy')).toBe('false');
        },
        at: outcome,
      },
    ],
  },
  {
    path: 'maand/',
    screens: [
      {
        name: 'maand',
        enter: (page) => page.locator('.chart canvas').waitFor(),
        at: (page) => page.getByRole('slider', { name: /Schuif/ }),
      },
    ],
  },
  {
    path: 'eigen-rekening/',
    screens: [
      {
        name: 'eigen-rekening',
        enter: async (page) => {
          await page.getByRole('textbox', { name: 'Wat je cloud logt' }).fill(`START x\n${REPORT}`);
          await page.getByRole('button', { name: 'Reken uit' }).click();
          await page.getByText('Gelezen als logs van AWS Lambda: 1 aanroep.').waitFor();
        },
        at: (page) => page.getByText('Gelezen als logs van AWS Lambda: 1 aanroep.'),
      },
    ],
  },
  {
    path: 'herhaal/',
    // Which question comes first is drawn.
    before: `${WITH_PROGRESS} if (self === top) Math.random = () => 0.5;`,
    screens: [
      {
        name: 'herhaal',
        enter: async (page) => {
          await page.getByRole('heading', { name: 'Vraag 1 van 12' }).waitFor();
          await page.getByRole('radio').first().check();
          await page.getByRole('button', { name: 'Controleer' }).click();
          await page.getByText('(dit is het)').waitFor();
        },
      },
    ],
  },
  {
    path: 'weet-je-het/',
    screens: [
      {
        name: 'weet-je-het',
        enter: async (page) => {
          await page.getByRole('button', { name: 'Vooraf: nog voor les 1' }).click();
          await page.getByRole('heading', { name: 'Vooraf', exact: true }).waitFor();
        },
      },
    ],
  },
  { path: 'voortgang/', before: WITH_PROGRESS, screens: [{ name: 'voortgang' }] },
  { path: 'begrippen/', screens: [{ name: 'begrippen' }] },
  { path: 'tarieven/', screens: [{ name: 'tarieven', at: (page) => page.getByRole('table') }] },
  {
    path: 'bewezen/',
    // What stands above it is another with each record.
    screens: [
      { name: 'bewezen', at: (page) => page.getByRole('heading', { name: 'Wat per browser verschilt' }) },
    ],
  },
  { path: 'toegankelijkheid/', screens: [{ name: 'toegankelijkheid' }] },
  { path: 'bestaat-niet/', allows: /404 \(Not Found\)/, screens: [{ name: 'niet-gevonden' }] },
];
