/** Screens of a teacher: a set, what comes out of marking, and a work sheet on paper. */
import { strToU8, zipSync } from 'fflate';
import { exerciseFromDisk } from '../../../src/build/exercises/from-disk.ts';
import { handInFile } from '../../../src/classroom/hand-in/hand-in.ts';
import type { Walk } from './a-screen.ts';

const GREET = 'groet-iedereen';

async function classZip(): Promise<Buffer> {
  const { solution } = await exerciseFromDisk(GREET);
  const right = solution.find(({ path }) => path === 'groet.js')?.text ?? '';
  const work = (name: string, text: string) =>
    strToU8(handInFile({ name, exercises: new Map([[GREET, { 'groet.js': text }]]) }));
  const zip = zipSync({
    'Mila De Smet_50001_assignsubmission_file/werk.json': work('Mila De Smet', right),
    'Noah Peeters_50002_assignsubmission_file/werk.json': work('Noah Peeters', 'export default () => 1;'),
  });
  return Buffer.from(zip);
}

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
          await page
            .getByLabel('Kies inleveringen')
            .setInputFiles([{ name: 'klas.zip', mimeType: 'application/zip', buffer: await classZip() }]);
          await page.getByText('2 inleveringen nagekeken.').waitFor();
        },
        at: (page) => page.getByText('2 inleveringen nagekeken.'),
      },
    ],
  },
  {
    path: 'docent/lessen/toestand-bewaar-je-ergens-anders/werkblad/',
    screens: [{ name: 'werkblad-op-papier', isPrinted: true }],
  },
];
