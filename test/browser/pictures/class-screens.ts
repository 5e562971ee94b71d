/** Screens of a teacher: a set, what comes out of marking, and a work sheet on paper. */
import { classZip, greetingOf } from '../class-zip.ts';
import { RIGHT_GREETING } from '../reader.ts';
import type { Walk } from './a-screen.ts';

const ZIP = classZip({
  'Mila De Smet_50001_assignsubmission_file/werk.json': greetingOf('Mila De Smet', RIGHT_GREETING),
  'Noah Peeters_50002_assignsubmission_file/werk.json': greetingOf('Noah Peeters', 'export default () => 1;'),
});

export const CLASS: readonly Walk[] = [
  {
    path: 'docent/',
    screens: [
      {
        name: 'docent-reeks',
        enter: async (page) => {
          await page.getByRole('combobox', { name: 'Les', exact: true }).selectOption('Les 1');
          await page.getByRole('checkbox', { name: /Groet iedereen/ }).check();
          await page.getByRole('textbox', { name: 'Titel' }).fill('Klas 1B');
        },
        at: (page) => page.getByRole('combobox', { name: 'Les', exact: true }),
      },
    ],
  },
  {
    path: 'docent/nakijken/',
    screens: [
      {
        name: 'docent-nakijken',
        enter: async (page) => {
          await page.getByLabel('Kies inleveringen').setInputFiles(ZIP);
          await page.getByText('2 inleveringen nagekeken.').waitFor();
        },
        at: (page) => page.getByText('2 inleveringen nagekeken.'),
        // It names the number that the draws of this marking followed from.
        varies: (page) => [page.getByText(/^Reken een uitslag na/)],
      },
    ],
  },
  {
    path: 'docent/lessen/toestand-bewaar-je-ergens-anders/werkblad/',
    screens: [{ name: 'werkblad-op-papier', isPrinted: true }],
  },
];
