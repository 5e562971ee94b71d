/**
 * A class of which most hand in an attack on the marking: none earns a mark by it, and nobody honest loses one. In `npm test` a sixth
 * of the attacks, each on one exercise, the next on the next; in `test:deep` each is on all of them.
 */
import { exerciseFromDisk } from '../../src/build/exercises/from-disk.ts';
import { handInFile } from '../../src/classroom/hand-in/hand-in.ts';
import { testSettings } from '../../src/cli/test-settings.ts';
import type { SourceFile } from '../../src/contract/data.ts';
import { ATTACKED, attacked, HOSTILE_HAND_INS } from '../attacks/hand-ins.ts';
import { expect, test } from './site.ts';

/** Between how many attacks an honest learner hands in. */
const APART = 16;

const asRecord = (files: readonly SourceFile[]) =>
  Object.fromEntries(files.map(({ path, text }) => [path, text]));

function fileOf(name: string, work: Readonly<Record<string, Record<string, string>>>, more: object = {}) {
  const read = JSON.parse(handInFile({ name, exercises: new Map(Object.entries(work)) }));
  return {
    name: `${name.replaceAll(/\W+/g, '-')}.functielab.json`,
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...read, ...more })),
  };
}

test('no attack on the marking earns a point, and each honest neighbour gets its full mark', async ({
  openPage,
}) => {
  const exercises = await Promise.all(ATTACKED.map((name) => exerciseFromDisk(name)));
  const { breadth, seed } = testSettings();
  const isDeep = breadth > 1;
  const attacks = Object.entries(HOSTILE_HAND_INS).filter(
    ([, { isSlow }], at) => isDeep || (!isSlow && (at + seed) % 6 === 0),
  );
  const files = attacks.flatMap(([name, attack], at) => {
    const mine = exercises.filter(({ sample }, nth) =>
      attack.only ? sample.name === attack.only : isDeep || nth === at % exercises.length,
    );
    const work = mine.map(({ sample }) => [sample.name, attacked(sample.files, attack)] as const);
    const honest = exercises.map(
      ({ sample, solution }) => [sample.name, { ...asRecord(solution), 'wie.txt': String(at) }] as const,
    );
    return [
      ...(at % APART === 0 ? [fileOf(`Eerlijk ${at}`, Object.fromEntries(honest))] : []),
      fileOf(name, Object.fromEntries(work), attack.more),
    ];
  });
  const page = await openPage('docent/nakijken/');
  await page.getByLabel('Kies inleveringen').setInputFiles(files);
  await page
    .getByText(`${files.length} inleveringen nagekeken.`)
    .waitFor({ timeout: isDeep ? 3_000_000 : 420_000 });
  const table = page.getByRole('region', { name: 'Resultaten' });
  const labels = await table
    .getByRole('button', { name: /goed|niet nagekeken/ })
    .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label') ?? ''));
  const isOf = (names: readonly string[]) => (label: string) =>
    names.some((name) => label.startsWith(`${name}, `));
  const honest = labels.filter((label) => label.startsWith('Eerlijk '));
  expect(honest.filter((label) => !/: (\d+) van \1 goed/.test(label))).toEqual([]);
  expect(honest).toHaveLength(exercises.length * Math.ceil(attacks.length / APART));
  const hostile = labels.filter((label) => !label.startsWith('Eerlijk '));
  expect(hostile.length).toBeGreaterThanOrEqual(attacks.length);
  const knowing = isOf(attacks.flatMap(([name, { only }]) => (only ? [name] : [])));
  expect(hostile.filter((label) => !knowing(label) && !label.includes(': 0 van '))).toEqual([]);
  expect(hostile.filter((label) => /: (\d+) van \1 goed/.test(label))).toEqual([]);
});
