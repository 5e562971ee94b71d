/** A class of which most hand in an attack on the marking: none earns a mark by it, and nobody honest loses one. */
import { exerciseFromDisk } from '../../src/build/exercises/from-disk.ts';
import { handInFile } from '../../src/classroom/hand-in.ts';
import { testSettings } from '../../src/cli/test-settings.ts';
import { HOSTILE_HAND_INS, SLOW_HAND_INS } from '../attacks/hand-ins.ts';
import { expect, test } from './site.ts';

const EXERCISE = 'groet-iedereen';
/** Between how many attacks an honest learner hands in. */
const APART = 6;

test('no attack on the marking passes, and each honest neighbour gets its full mark', async ({
  openPage,
}) => {
  const { solution } = await exerciseFromDisk(EXERCISE);
  const right = solution.find(({ path }) => path === 'groet.js')?.text ?? '';
  const file = (name: string, code: string, more: object = {}) => ({
    name: `${name.replaceAll(/\W+/g, '-')}.functielab.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(
      JSON.stringify({
        ...JSON.parse(handInFile({ name, exercises: new Map([[EXERCISE, { 'groet.js': code }]]) })),
        ...more,
      }),
    ),
  });
  const isDeep = testSettings().breadth > 1;
  const attacks = Object.entries(HOSTILE_HAND_INS).filter(
    ([name]) => isDeep || !SLOW_HAND_INS.includes(name),
  );
  const files = attacks.flatMap(([name, { code, more }], at) => [
    ...(at % APART === 0 ? [file(`Eerlijk ${at}`, `${right}\n// ${at}`)] : []),
    file(name, code, more),
  ]);
  const honest = files.length - attacks.length;
  const page = await openPage('docent/nakijken/');
  await page.getByLabel('Kies inleveringen').setInputFiles(files);
  await page.getByText(`${files.length} inleveringen nagekeken.`).waitFor({ timeout: 150_000 });
  const table = page.getByRole('region', { name: 'Resultaten' });
  const labels = await table
    .getByRole('button', { name: / goed/ })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
  expect(labels).toHaveLength(files.length);
  const full = labels.filter((label) => label.includes(': 3 van 3 goed'));
  expect(full.filter((label) => !label.startsWith('Eerlijk '))).toEqual([]);
  expect(full).toHaveLength(honest);
});
