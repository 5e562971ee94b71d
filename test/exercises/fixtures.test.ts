/**
 * Solutions of other people than the author: right ones in other styles, which have to pass, and wrong ones, which have to
 * fail, whatever the seed. `fixtures/<exercise>/right/<name>/` and `wrong/<name>/` hold the files that differ from the start code.
 *
 * A wrong one may fail by time or by luck on a busy machine and a right one may not: so the right ones get all the time they
 * need, and a wrong one is stopped at the first check that it fails.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test, vi } from 'vitest';
import { exerciseFromDisk, exerciseNames } from '../../src/build/exercises/from-disk.ts';
import { withNodeHost } from '../../src/build/exercises/validate.ts';
import { testSettings } from '../../src/cli/test-settings.ts';
import type { SourceFile } from '../../src/contract/data.ts';
import type { CreateHost } from '../../src/contract/host.ts';
import { type CheckResult, mayBeBusy } from '../../src/exercises/check.ts';
import type { Exercise } from '../../src/exercises/run/exercise-to-run.ts';
import { Oracle } from '../../src/exercises/run/oracle.ts';
import { runChecks } from '../../src/exercises/run/run-checks.ts';
import { tariff } from '../../src/till/prices/lab-tariff.ts';

const FIXTURES = fileURLToPath(new URL('fixtures', import.meta.url));
const PATIENT_MS = 300_000;
/** What is wrong each time is wrong in the solution, and no hiccup of the machine. */
const MOST_MEASUREMENTS = 3;
const { seed, breadth } = testSettings();
const isDeep = breadth > 1;
/**
 * In `npm test` one seed, of which each check draws once, on a draw of the solutions; in `npm run test:deep` five seeds on all of
 * them, as often as a learner meets them.
 */
const MOST_RIGHT = 1;
const MOST_WRONG = 1;
const oracles = (): readonly Oracle[] =>
  isDeep ? Array.from({ length: 5 }, (_, at) => new Oracle(seed + at)) : [new Oracle(seed, 1)];

// They mostly wait for queues and clocks of their own; what they cost is counted, so that none measures another.
vi.setConfig({ maxConcurrency: 4, testTimeout: 4 * PATIENT_MS });

type Side = 'right' | 'wrong';

/** Another draw for another seed: `npm test -- --seed=…`. */
const drawn = (names: readonly string[], most: number) =>
  isDeep ? names : Array.from({ length: most }, (_, at) => names[(seed + at) % names.length] ?? '');

const foldersIn = (path: string) => (existsSync(path) ? readdirSync(path).sort() : []);

/** All files of the exercise, those of the fixture in the place of the start code's. */
function fixture(exercise: Exercise, side: Side, name: string): readonly SourceFile[] {
  const folder = join(FIXTURES, exercise.sample.name, side, name);
  const known = exercise.sample.files.map(({ path }) => path);
  const own = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    known.includes(path),
  );
  if (own.length === 0) throw new Error(`${folder} has no file of the exercise: ${known.join(', ')}`);
  return own.map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
}

function run(
  exercise: Exercise,
  files: readonly SourceFile[],
  createHost: CreateHost,
  oracle: Oracle,
  more: { readonly signal?: AbortSignal; readonly onResult?: (result: CheckResult) => void } = {},
) {
  return runChecks(exercise, files, { createHost, tariff, oracle, limitMs: PATIENT_MS, ...more });
}

const failuresOf = (results: readonly CheckResult[]) =>
  results.flatMap(({ id, isPassed, problem }) =>
    isPassed ? [] : [`${id}: expected ${problem?.expected}; received ${problem?.received}`],
  );

/** As marking does: what ran out of time, or over its budget, may have been held up by what ran beside it. */
async function failuresInTheEnd(
  exercise: Exercise,
  files: readonly SourceFile[],
  createHost: CreateHost,
  oracle: Oracle,
): Promise<readonly string[]> {
  for (let measured = 1; ; measured += 1) {
    const results = await run(exercise, files, createHost, oracle);
    const failed = results.filter(({ isPassed }) => !isPassed);
    if (!failed.every(mayBeBusy) || failed.length === 0 || measured === MOST_MEASUREMENTS) {
      return failuresOf(results);
    }
  }
}

async function failsSomewhere(
  exercise: Exercise,
  files: readonly SourceFile[],
  createHost: CreateHost,
  oracle: Oracle,
): Promise<boolean> {
  const enough = new AbortController();
  let hasFailed = false;
  const onResult = ({ isPassed }: CheckResult) => {
    if (isPassed) return;
    hasFailed = true;
    enough.abort();
  };
  await run(exercise, files, createHost, oracle, { signal: enough.signal, onResult });
  return hasFailed;
}

const exercises = exerciseNames().filter((name) => existsSync(join(FIXTURES, name)));

describe.concurrent.each(exercises)('%s', (name) => {
  const names = (side: Side) => foldersIn(join(FIXTURES, name, side));

  test('right solutions pass', async () => {
    const exercise = await exerciseFromDisk(name);
    const patient = {
      ...exercise,
      sample: { ...exercise.sample, timeoutMs: PATIENT_MS, idleTimeoutMs: PATIENT_MS },
    };
    await withNodeHost(async (createHost) => {
      for (const oracle of oracles()) {
        for (const fixtureName of drawn(names('right'), MOST_RIGHT)) {
          const files = fixture(exercise, 'right', fixtureName);
          const failures = await failuresInTheEnd(patient, files, createHost, oracle);
          expect(failures, `${name}/right/${fixtureName}, seed ${oracle.seed}`).toEqual([]);
        }
      }
    });
  });

  test('wrong solutions fail', async () => {
    const exercise = await exerciseFromDisk(name);
    await withNodeHost(async (createHost) => {
      for (const oracle of oracles()) {
        for (const fixtureName of drawn(names('wrong'), MOST_WRONG)) {
          const files = fixture(exercise, 'wrong', fixtureName);
          const isFailed = await failsSomewhere(exercise, files, createHost, oracle);
          expect(isFailed, `${name}/wrong/${fixtureName} fails, seed ${oracle.seed}`).toBe(true);
        }
      }
    });
  });
});

/** What a learner forgot is told by the check that asks for it, and not by others whose drawn inputs touch it too. */
describe.concurrent('a mistake fails what asks for it, and nothing else', () => {
  test.each([
    ['opruimen', 'telt-niets', ['aantal']],
    ['opruimen', 'een-voor-een', ['lezen']],
    ['opruimen', 'leegt-ze', ['weg']],
    ['omslagpunt', 'gratis-is-nul', ['gratis']],
    ['omslagpunt', 'dag-naar-beneden', ['dag']],
    ['omslagpunt', 'leeg-is-nul', ['onzin']],
    ['hoeveel-klaar', 'betaalt-per-koude-start', ['cent']],
    ['waarschuw-een-keer', 'nooit-voorbij', ['voorbij', 'opnieuw']],
  ])('%s: %s', async (name, fixtureName, right) => {
    const exercise = await exerciseFromDisk(name);
    await withNodeHost(async (createHost) => {
      for (const oracle of oracles()) {
        const results = await run(exercise, fixture(exercise, 'wrong', fixtureName), createHost, oracle);
        const failed = results.filter((one) => !one.isPassed && !mayBeBusy(one)).map(({ id }) => id);
        expect(failed, `seed ${oracle.seed}`).toEqual(right);
      }
    });
  });
});

test('every exercise of the course has at least six right solutions and ten wrong ones', () => {
  const tooFew = exerciseNames().filter((name) => {
    const [right = 0, wrong = 0] = (['right', 'wrong'] as const).map(
      (side) => foldersIn(join(FIXTURES, name, side)).length,
    );
    return right < 6 || wrong < 10;
  });
  expect(tooFew).toEqual([]);
});

test('every folder of fixtures is one of an exercise', () => {
  expect(foldersIn(FIXTURES).filter((name) => !exerciseNames().includes(name))).toEqual([]);
});
