/** Runs checks in the sandbox of this page: fetched when a reader asks for them. */
import type { Tariff } from '../../billing/index.ts';
import type { SourceFile } from '../../contract/data.ts';
import type { Sample } from '../../course/sample.ts';
import { createBrowserHost } from '../../host/browser/index.ts';
import { tariff as labTariff } from '../../till/prices/lab-tariff.ts';
import type { Check, CheckResult } from '../check.ts';
import type { Runner } from '../check-model.ts';
import { drawSeed } from '../fresh-inputs.ts';
import { runAgainAlone } from './again-alone.ts';
import { broughtExercise } from './brought-exercises.ts';
import type { RunnableExercise } from './exercise-to-run.ts';
import { Oracle } from './oracle.ts';
import { runChecks } from './run-checks.ts';

const checkFiles = import.meta.glob<readonly Check[]>('../../../content/functions/*/checks.ts', {
  import: 'checks',
});
const solutionFiles = import.meta.glob<string>('../../../content/functions/*/oplossing/*', {
  query: '?raw',
  import: 'default',
});

export interface BrowserRunOptions {
  /** Id of a tariff; null is the lab's own. */
  readonly tariffId?: string | null;
  /** Of a class; a seed that was never asked before if absent. */
  readonly oracle?: Oracle;
  readonly signal?: AbortSignal;
  readonly limitMs?: number;
  /** Ids of the checks to run; all if absent. */
  readonly only?: ReadonlySet<string>;
  /** See `run-checks.ts`. */
  readonly tellsDeeds?: boolean;
  readonly onResult?: (result: CheckResult) => void;
}

/** A frame that a hostile function took down is noticed soon: nobody waits for these runs but a reader. */
const SANDBOX = { pingEveryMs: 500, lostAfterPings: 4 };

/** @throws Error when there is no such exercise, or it can't be fetched */
export async function loadExercise(sample: Sample): Promise<RunnableExercise> {
  const brought = broughtExercise(sample);
  if (brought !== null) return brought;
  const load = checkFiles[`../../../content/functions/${sample.name}/checks.ts`];
  if (load === undefined) throw new Error(`There is no exercise "${sample.name}"`);
  const [checks, solution] = await Promise.all([load(), loadSolution(sample)]);
  return { sample, checks, solution };
}

/** Of the course's: all files, in the order of the exercise; those that the solution leaves alone as they are. */
export function loadSolution(sample: Sample): Promise<readonly SourceFile[]> {
  return Promise.all(
    sample.files.map(async (file) => {
      const load = solutionFiles[`../../../content/functions/${sample.name}/oplossing/${file.path}`];
      return load === undefined ? file : { path: file.path, text: (await load()).trimEnd() };
    }),
  );
}

/** @throws as `loadExercise` and `runChecks` */
export async function checkInBrowser(
  sample: Sample,
  files: readonly SourceFile[],
  { tariffId = null, oracle = new Oracle(drawSeed()), ...options }: BrowserRunOptions = {},
): Promise<readonly CheckResult[]> {
  const [exercise, tariff] = await Promise.all([loadExercise(sample), tariffOf(tariffId)]);
  return runChecks(exercise, files, { createHost: createBrowserHost(SANDBOX), tariff, oracle, ...options });
}

/** As a learner checks: see `again-alone.ts`. @throws as `checkInBrowser` */
export const checkForLearner: Runner = (sample, files, { signal, onResult, onAgain, tariffId }) => {
  const common = { tariffId, signal, oracle: new Oracle(drawSeed()) };
  return runAgainAlone({
    signal,
    onAgain,
    run: async (only) => {
      if (only === null) return checkInBrowser(sample, files, { ...common, onResult });
      const told: CheckResult[] = [];
      const onAgainResult = (result: CheckResult) => {
        const again: CheckResult = { ...result, ranAgain: true };
        told.push(again);
        onResult(again);
      };
      await checkInBrowser(sample, files, { ...common, only, onResult: onAgainResult });
      return told;
    },
  });
};

/** The lab's own too for an id that a newer course no longer has. */
async function tariffOf(id: string | null): Promise<Tariff> {
  if (id === null || id === labTariff.id) return labTariff;
  return (await import('../../till/prices/all-prices.ts')).findTariff(id) ?? labTariff;
}
