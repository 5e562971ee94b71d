/**
 * Runs all checks of an exercise on one version of its code. What the code says of itself is never asked.
 *
 * Begin in this folder here: this file knows neither page nor disk. `in-browser.ts` runs it in the sandbox of a page, for a reader
 * and for a teacher who marks; `build/exercises/` runs it under Node. Exercises, the classroom and the build may import.
 */
import { type PricingOptions, receipt, type Tariff } from '../../billing/index.ts';
import type { SourceFile } from '../../contract/data.ts';
import type { CreateHost } from '../../contract/host.ts';
import { type Clock, realClock } from '../../engine/index.ts';
import type { InvocationUsage } from '../../platform/index.ts';
import {
  type BillOfCheck,
  type BudgetCheck,
  type Check,
  type CheckResult,
  needsSolution,
  type PlainCheck,
} from '../check.ts';
import { BUSY_WORDS, CheckFailure, ExerciseLab, inWords, mayBeBusy } from '../lab/index.ts';
import { hasSameOutcome } from './compare.ts';
import { deedsOf } from './deeds.ts';
import { filesToRun, type RunnableExercise } from './exercise-to-run.ts';
import { type Answers, type Oracle, playOf, randomFor } from './oracle.ts';

export interface RunOptions {
  readonly createHost: CreateHost;
  readonly tariff: Tariff;
  /** Draws the fresh inputs, and knows what the solution makes of them. */
  readonly oracle: Oracle;
  /** Without the free tier if absent: in it nothing would be left to compare. */
  readonly options?: PricingOptions;
  /** Ends the run: checks that are not done then fail. */
  readonly signal?: AbortSignal;
  /** For all checks together, and as much for the solution before them; 20 s if absent. */
  readonly limitMs?: number;
  /** Tells the platform and the limit the time: the clock on the wall if absent. */
  readonly clock?: Clock;
  /** Ids of the checks to run; all if absent. */
  readonly only?: ReadonlySet<string>;
  /** What the code did where it failed is told too (`did`), once all checks have their result. */
  readonly tellsDeeds?: boolean;
  /** Is told of each result as it comes. */
  readonly onResult?: (result: CheckResult) => void;
}

const LIMIT_MS = 20_000;

/**
 * Runs the solution where the oracle does not know its answers yet, and then all checks on `files`.
 *
 * @throws OracleError when the solution itself did not come to an answer: that tells nothing of the learner's code
 */
export async function runChecks(
  exercise: RunnableExercise,
  files: readonly SourceFile[],
  settings: RunOptions,
): Promise<readonly CheckResult[]> {
  const { createHost, tariff, oracle, options = { freeTier: false }, only, onResult } = settings;
  const { clock = realClock } = settings;
  const { sample, checks } = exercise;
  const answers = await answersBefore(exercise, settings);
  const ending = endingOf(settings);
  const lab = new ExerciseLab(createHost, sample, ending.signal, clock);
  const run: Run = {
    exercise,
    files: filesToRun(sample, files),
    lab,
    seed: oracle.seed,
    answers,
    bill: (usages) => receipt(tariff, usages, options).totalUsd,
    knowsExamples: new Set(),
  };
  const results: CheckResult[] = [];
  try {
    for (const check of checks) {
      if (only?.has(check.id) === false) continue;
      const result = await runCheck(check, run);
      results.push(result);
      onResult?.(result);
    }
    return settings.tellsDeeds ? await withDeeds(results, run, ending.signal) : results;
  } finally {
    ending.cancel();
    lab.dispose();
  }
}

/** One tells who did the same; a second one would cost a class as much time again. */
const TOLD_PLAYS = 1;

/** What failed, with what the code did there; a check that ran out of time would only do so again. */
async function withDeeds(
  results: readonly CheckResult[],
  { exercise, files, lab, seed, answers, knowsExamples }: Run,
  stopped: AbortSignal,
): Promise<readonly CheckResult[]> {
  const told: CheckResult[] = [];
  const begin = () => {
    lab.begin(files);
    return lab;
  };
  for (const result of results) {
    const check = exercise.checks.find(({ id }) => id === result.id);
    const isTold = check !== undefined && !result.isPassed && !(mayBeBusyAlone(result) || stopped.aborted);
    const plays = isTold
      ? (answers.get(check.id) ?? []).slice(0, TOLD_PLAYS).flatMap(({ outcome: expected }, play) => {
          const act = playOf(check, randomFor(seed, exercise.sample.name, check.id, play));
          return act === null ? [] : [{ expected, begin, act }];
        })
      : [];
    const did = plays.length > 0 ? await deedsOf(plays, stopped) : null;
    const isExample = !knowsExamples.has(result.id) && result.bill === null;
    const failedAt = isExample && result.problem ? stepOf(result.problem.expected) : null;
    told.push(did === null ? result : { ...result, did, ...(failedAt && { failedAt }) });
  }
  return told;
}

/** Of `bij POST /kies met {"a":1}: status 200` the request without what it sent: what was expected there is worded after what came. */
function stepOf(expected: string): string {
  const request = /^bij [A-Z]+ \S*?(?=: | met )/.exec(expected)?.[0];
  return request ?? (/^(?:bij|in) /.test(expected) ? (expected.split(': ')[0] ?? '') : expected);
}

/** By time or the sandbox, and not by its bill. */
const mayBeBusyAlone = ({ mayBeBusy, bill }: CheckResult) => mayBeBusy === true && bill === null;

interface Run {
  readonly exercise: RunnableExercise;
  readonly files: readonly SourceFile[];
  readonly lab: ExerciseLab;
  readonly seed: number;
  readonly answers: Answers;
  readonly bill: (usages: readonly InvocationUsage[]) => string;
  /** Ids of the checks of which the code passed the examples that a learner can see. */
  readonly knowsExamples: Set<string>;
}

/** Nobody's, when the run was stopped before: its checks then say so. */
async function answersBefore(exercise: RunnableExercise, settings: RunOptions): Promise<Answers> {
  const { createHost, oracle, signal, clock = realClock } = settings;
  const ending = endingOf(settings);
  try {
    return await oracle.answersTo(exercise, { createHost, clock, signal: ending.signal });
  } catch (error) {
    if (signal?.aborted) return new Map();
    throw error;
  } finally {
    ending.cancel();
  }
}

/** Ends with the limit, or when it is stopped; the reason is what the checks say. */
function endingOf({ signal, limitMs = LIMIT_MS, clock = realClock }: RunOptions) {
  const ending = new AbortController();
  const stop = () => ending.abort(new CheckFailure('dat de controle klaar is', 'de controle is gestopt'));
  const outOfTime = `na ${(limitMs / 1_000).toLocaleString('nl')} seconden was de controle nog niet klaar. ${BUSY_WORDS}`;
  const cancelLimit = clock.setTimer(clock.nowMs() + limitMs, () =>
    ending.abort(new CheckFailure('dat de controle klaar is', outOfTime, null, 'HANDLER_TIMEOUT')),
  );
  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();
  return {
    signal: ending.signal,
    cancel: () => {
      cancelLimit();
      signal?.removeEventListener('abort', stop);
    },
  };
}

async function runCheck(check: Check, run: Run): Promise<CheckResult> {
  const { id, title, look, passesAtStart } = check;
  const facts = { id, title, ...(passesAtStart && { passesAtStart }) };
  // Without the solution there is nothing to lay beside it: whoever has it looks at that.
  const atMarking = run.exercise.solution === null && needsSolution(check);
  if (atMarking && !('run' in check))
    return { ...facts, isPassed: false, problem: null, bill: null, atMarking };
  let comparison: BillOfCheck | null = null;
  try {
    if ('run' in check) {
      await runPlain(check, run);
    } else {
      comparison = await compareBills(check, run);
      checkBudget(check, comparison);
    }
    const rest = { problem: null, bill: comparison, ...(atMarking && { atMarking }) };
    return { ...facts, isPassed: true, ...rest };
  } catch (error) {
    const { expected, received, place, code } = failureOf(error);
    const problem = { expected, received, look, place };
    // A bill that is over its budget may be so by what ran beside it.
    const isBusy = mayBeBusy(code) || comparison !== null;
    return { ...facts, isPassed: false, problem, bill: comparison, ...(isBusy && { mayBeBusy: true }) };
  }
}

/** A check can not know all that code can leave it with: where it stumbles, the code has not passed. */
function failureOf(error: unknown): CheckFailure {
  if (error instanceof CheckFailure) return error;
  const said = error instanceof Error ? `${error.name}: ${error.message}` : inWords(error);
  return new CheckFailure(
    'iets waarmee de controle verder kan',
    `iets wat de controle laat struikelen (${said})`,
  );
}

async function runPlain(check: PlainCheck, run: Run): Promise<void> {
  const { files, lab } = run;
  lab.begin(files);
  await check.run(lab);
  run.knowsExamples.add(check.id);
  await comparePlays(check, run);
}

/** Each play on the learner's code comes to what it came to on the solution. */
async function comparePlays(check: Check, { exercise, files, lab, seed, answers }: Run): Promise<void> {
  for (const [play, { outcome }] of (answers.get(check.id) ?? []).entries()) {
    const act = playOf(check, randomFor(seed, exercise.sample.name, check.id, play));
    lab.begin(files);
    hasSameOutcome(outcome, await act?.(lab), lab.steps);
  }
}

async function compareBills(check: BudgetCheck, run: Run): Promise<BillOfCheck> {
  const { lab, answers, bill } = run;
  await comparePlays(check, run);
  const usages = (answers.get(check.id) ?? []).flatMap((answer) => answer.usages);
  const solutionMs = usages.reduce((sum, { durationMs, initMs = 0 }) => sum + durationMs + initMs, 0);
  return { usd: bill(lab.usages), solutionUsd: bill(usages), solutionMs };
}

function checkBudget({ budget }: BudgetCheck, { usd, solutionUsd }: BillOfCheck): void {
  const times = Number(usd) / Number(solutionUsd);
  if (times <= budget) return;
  const shown = (value: number) => value.toLocaleString('nl', { maximumFractionDigits: 1 });
  throw new CheckFailure(
    `een rekening van maximaal ${shown(budget)} keer die van de oplossing`,
    `${shown(times)} keer die van de oplossing`,
  );
}
