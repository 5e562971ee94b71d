/**
 * Sixty hand-ins with six misconceptions, each in two wordings, run through the real checks: six groups come out of them, each with the
 * shortest code that shows it. In `npm test` it is a class of twelve, with each wording once, of the task that takes least.
 */
import { describe, expect, test, vi } from 'vitest';
import { exerciseFromDisk } from '../../../src/build/exercises/from-disk.ts';
import { withNodeHost } from '../../../src/build/exercises/validate.ts';
import { loadWorkKey } from '../../../src/classroom/marking/equal-work.ts';
import { groupsOf, type WrongWork } from '../../../src/classroom/overview/groups.ts';
import { testSettings } from '../../../src/cli/test-settings.ts';
import { filesToRun } from '../../../src/exercises/run/exercise-to-run.ts';
import { Oracle } from '../../../src/exercises/run/oracle.ts';
import { runChecks } from '../../../src/exercises/run/run-checks.ts';
import { tariff } from '../../../src/till/prices/lab-tariff.ts';
import { PATIENT_MS, patient } from '../../exercises/patient.ts';
import { asHandedIn, GIFT_CARDS, GREETERS, type Planted } from './planted.ts';

const AT_ONCE = 3;
vi.setConfig({ testTimeout: PATIENT_MS });

interface HandedIn {
  readonly misconception: string;
  readonly text: string;
}

/** All of them, in an order in which no two of a misconception are neighbours. */
function classOf(planted: readonly Planted[], own: readonly string[]): readonly HandedIn[] {
  const all = planted.map(({ misconception, wordings }) =>
    asHandedInByTurns(wordings, own).map((text) => ({ misconception, text })),
  );
  const most = Math.max(...all.map(({ length }) => length));
  return Array.from({ length: most }, (_, at) => all.flatMap((some) => some[at] ?? [])).flat();
}

function asHandedInByTurns(wordings: Planted['wordings'], own: readonly string[]): readonly string[] {
  const [one, other] = wordings.map((wording) => asHandedIn(wording, own));
  return (one ?? []).flatMap((text, at) => [text, other?.[at] ?? '']);
}

async function workOf(name: string, handIns: readonly HandedIn[], seed: number) {
  const exercise = patient(await exerciseFromDisk(name));
  const path = exercise.sample.files[0]?.path ?? '';
  const work: WrongWork[] = [];
  await withNodeHost(async (createHost) => {
    const oracle = new Oracle(seed);
    const queue = [...handIns.entries()];
    const mark = async () => {
      for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
        const [row, { text }] = next;
        const own = [{ path, text }];
        const results = await runChecks(exercise, own, {
          createHost,
          tariff,
          oracle,
          limitMs: PATIENT_MS,
          tellsDeeds: true,
        });
        work.push({ row, results, files: filesToRun(exercise.sample, own) });
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, mark));
  });
  return { work, sample: exercise.sample };
}

const isDeep = testSettings().breadth > 1;

const CLASSES = [
  [
    'groet-iedereen',
    isDeep ? 60 : 12,
    GREETERS,
    ['naam', 'tekst', 'spatie', 'voornaam', 'controleer', 'adres', 'isTeLang'],
    7,
  ],
  [
    'cadeaubonnen',
    // Each of these takes as long as five of the others: one of each wording.
    12,
    GIFT_CARDS,
    ['bonnen', 'uitgegeven', 'gevraagd', 'ik', 'bestaande', 'gelukt', 'koppen', 'isNieuw', 'isGoed', 'mag'],
    2_026,
  ],
] as const;

describe.each(CLASSES.slice(0, isDeep ? CLASSES.length : 1))(
  '%s: %i hand-ins',
  (name, most, planted, own, seed) => {
    test('are six groups, one for each misconception, each with the right example', async () => {
      const handIns = classOf(planted, own).slice(0, most);
      expect(handIns).toHaveLength(most);
      const { work, sample } = await workOf(name, handIns, seed);
      const everyoneFails = work.filter(({ results }) => results.every(({ isPassed }) => isPassed));
      expect(everyoneFails).toEqual([]);

      const groups = groupsOf(work, sample, await loadWorkKey());
      const found = groups.map(({ members }) => [
        ...new Set(members.map(({ row }) => handIns[row]?.misconception)),
      ]);
      expect(found.flat().sort()).toEqual(planted.map(({ misconception }) => misconception).sort());
      expect(found).toHaveLength(6);
      expect(
        new Set(groups.map(({ failed }) => failed.join())).size,
        'some fail the same checks',
      ).toBeLessThan(6);
      for (const { members } of groups) {
        expect(members).toHaveLength(most / 6);
        const [example] = members;
        const { misconception = '', text = '' } = handIns[example?.row ?? -1] ?? {};
        const right = planted.find((one) => one.misconception === misconception);
        expect(text).toBe(right?.wordings[0]);
      }
    });
  },
);
