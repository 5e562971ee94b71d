/**
 * Whether an exercise can be made and needs making: its solution has to pass every check, its start code to fail one. Run
 * under Node, on the project's own code alone, by `npm test` and by `npm run oefening`; no build asks it. Begin in this folder
 * here; `from-disk.ts` reads the exercise.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Tariff } from '../../billing/index.ts';
import type { SourceFile } from '../../contract/data.ts';
import type { CreateHost } from '../../contract/host.ts';
import type { CheckResult } from '../../exercises/check.ts';
import { drawSeed } from '../../exercises/fresh-inputs.ts';
import type { Exercise } from '../../exercises/run/exercise-to-run.ts';
import { Oracle } from '../../exercises/run/oracle.ts';
import { type RunOptions, runChecks } from '../../exercises/run/run-checks.ts';
import { createNodeHost } from '../../host/node/index.ts';
import { tariff as labTariff } from '../../till/prices/lab-tariff.ts';
import { bundleNodeScript } from '../inline-script.ts';

/** A budget of time needs this much to measure, or the machine is what is measured. */
const LEAST_OF_SOLUTION_MS = 50;
const LEAST_OF_START = 3;

export interface Validation {
  readonly solution: readonly CheckResult[];
  readonly start: readonly CheckResult[];
  /** What is wrong with the exercise itself, in English, for its author; empty when nothing is. */
  readonly problems: readonly string[];
}

const WORKER = fileURLToPath(new URL('../../host/node/worker-main.ts', import.meta.url));
let worker: Promise<string> | undefined;

/** With a folder of its own, since the Node host writes the code down. */
export async function withNodeHost<T>(task: (createHost: CreateHost) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'functielab-oefening-'));
  try {
    worker ??= bundleNodeScript(WORKER);
    const workerPath = join(folder, 'worker.mjs');
    writeFileSync(workerPath, await worker);
    return await task(createNodeHost(folder, pathToFileURL(workerPath)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface ValidateOptions extends Pick<RunOptions, 'limitMs'> {
  /** A new one each time if absent. */
  readonly seed?: number;
  /** Of each check with fresh inputs; as many as a learner meets if absent. */
  readonly plays?: number;
  /** Under which budgets count; the lab's own if absent. */
  readonly tariff?: Tariff | undefined;
}

/** All checks on this code, as a page runs them. It is no sandbox: for code that the person at the keyboard wrote. */
export function judge(
  exercise: Exercise,
  files: readonly SourceFile[],
  { seed = drawSeed(), plays, tariff = labTariff, ...limits }: ValidateOptions = {},
): Promise<readonly CheckResult[]> {
  return withNodeHost((createHost) =>
    runChecks(exercise, files, { ...limits, createHost, tariff, oracle: new Oracle(seed, plays) }),
  );
}

/** @param limitMs for all checks on one version of the code; that of `runChecks` if absent */
export async function validate(
  exercise: Exercise,
  { seed = drawSeed(), plays, tariff = labTariff, ...limits }: ValidateOptions = {},
): Promise<Validation> {
  return withNodeHost(async (createHost) => {
    const options = { ...limits, createHost, tariff, oracle: new Oracle(seed, plays) };
    const solution = await runChecks(exercise, exercise.solution, options);
    const start = await runChecks(exercise, exercise.sample.files, options);
    return { solution, start, problems: [...problemsOf(exercise, solution, start)] };
  });
}

function* problemsOf(
  { checks }: Exercise,
  solution: readonly CheckResult[],
  start: readonly CheckResult[],
): Generator<string> {
  const ids = new Set(checks.map(({ id }) => id));
  if (ids.size !== checks.length) yield 'two checks have the same id';
  for (const { id, isPassed, problem, bill } of solution) {
    // With a bill it failed on the amount alone: a solution that is dearer than itself tells of a busy machine.
    if (!isPassed && bill === null) {
      yield `the solution fails "${id}": expected ${problem?.expected}; received ${problem?.received}`;
    }
  }
  if (start.every(({ isPassed }) => isPassed)) yield 'the start code passes every check';
  for (const { id, isPassed, passesAtStart = false } of start) {
    if (isPassed === passesAtStart) continue;
    yield isPassed
      ? `the start code passes "${id}": say so with \`passesAtStart: true\``
      : `"${id}" says that the start code passes it, and it does not`;
  }
  for (const { id, bill } of start) {
    if (bill === null) continue;
    const { solutionMs } = bill;
    const times = Number(bill.usd) / Number(bill.solutionUsd);
    if (solutionMs < LEAST_OF_SOLUTION_MS) {
      yield `"${id}": the solution takes ${solutionMs.toFixed(0)} ms, too short to compare: give it ${LEAST_OF_SOLUTION_MS}`;
    }
    if (times < LEAST_OF_START) {
      yield `"${id}": the bill of the start code is ${times.toFixed(1)} times that of the solution, and has to be ${LEAST_OF_START}`;
    }
  }
}
