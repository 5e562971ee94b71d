/**
 * Runs all checks of an exercise on one version of its code. What the code says of itself is never asked.
 *
 * Begin in this folder here: this file knows neither page nor disk. `in-browser.ts` runs it in the sandbox of a page, for a reader
 * and for a teacher who marks; `build/exercises/` runs it under Node. Exercises, the classroom and the build may import.
 */
import { type PricingOptions, receipt, type Tariff } from '../../billing/index.ts';
import type { SourceFile } from '../../contract/data.ts';
import type { CreateHost } from '../../contract/host.ts';
import type { Sample } from '../../course/sample.ts';
import { type Clock, realClock } from '../../engine/index.ts';
import type { InvocationUsage } from '../../platform/index.ts';
import type { BillOfCheck, BudgetCheck, Check, CheckResult } from '../check.ts';
import { CheckFailure, ExerciseLab } from '../lab/index.ts';

export interface Exercise {
  readonly sample: Sample;
  readonly checks: readonly Check[];
  /** All files of the solution: those that it changes, and the rest as the start code has them. */
  readonly solution: readonly SourceFile[];
}

export interface RunOptions {
  readonly createHost: CreateHost;
  readonly tariff: Tariff;
  /** Without the free tier if absent: in it nothing would be left to compare. */
  readonly options?: PricingOptions;
  /** Ends the run: checks that are not done then fail with `STOPPED`. */
  readonly signal?: AbortSignal;
  /** For all checks together; 20 s if absent. */
  readonly limitMs?: number;
  /** Tells the platform and the limit the time: the clock on the wall if absent. */
  readonly clock?: Clock;
  /** Is told of each result as it comes. */
  readonly onResult?: (result: CheckResult) => void;
}

const LIMIT_MS = 20_000;
const RUNS_OF_A_BUDGET = 5;

export async function runChecks(
  { sample, checks, solution }: Exercise,
  files: readonly SourceFile[],
  settings: RunOptions,
): Promise<readonly CheckResult[]> {
  const { createHost, tariff, options = { freeTier: false }, signal, onResult } = settings;
  const { limitMs = LIMIT_MS, clock = realClock } = settings;
  const ending = new AbortController();
  const end = (why: string) => ending.abort(new CheckFailure('dat de controle klaar is', why));
  const cancelLimit = clock.setTimer(clock.nowMs() + limitMs, () =>
    end(`na ${limitMs / 1_000} seconden was de controle nog niet klaar`),
  );
  const stop = () => end('de controle is gestopt');
  signal?.addEventListener('abort', stop, { once: true });
  if (signal?.aborted) stop();
  const lab = new ExerciseLab(createHost, sample, ending.signal, clock);
  const bill: Bill = (usages) => receipt(tariff, usages, options).totalUsd;
  const results: CheckResult[] = [];
  try {
    for (const check of checks) {
      const result = await runCheck(check, lab, files, solution, bill);
      results.push(result);
      onResult?.(result);
    }
  } finally {
    cancelLimit();
    signal?.removeEventListener('abort', stop);
    lab.dispose();
  }
  return results;
}

type Bill = (usages: readonly InvocationUsage[]) => string;

async function runCheck(
  check: Check,
  lab: ExerciseLab,
  files: readonly SourceFile[],
  solution: readonly SourceFile[],
  bill: Bill,
): Promise<CheckResult> {
  const { id, title, look } = check;
  let comparison: BillOfCheck | null = null;
  try {
    if ('run' in check) {
      lab.begin(files);
      await check.run(lab);
    } else {
      comparison = await compareBills(check, lab, files, solution, bill);
      checkBudget(check, comparison);
    }
    return { id, title, isPassed: true, problem: null, bill: comparison };
  } catch (error) {
    if (!(error instanceof CheckFailure)) throw error;
    const { expected, received, place, code } = error;
    const problem = { expected, received, look, place };
    const isLost = code === 'HOST_LOST' || code === 'HOST_UNAVAILABLE';
    return { id, title, isPassed: false, problem, bill: comparison, ...(isLost && { lostHost: true }) };
  }
}

/** With three of five known: their medians can't come within the budget any more, whatever the last two are. */
function isHopeless({ budget }: BudgetCheck, own: readonly string[], solution: readonly string[]): boolean {
  if (own.length <= RUNS_OF_A_BUDGET / 2) return false;
  return least(own) > budget * Math.max(...solution.map(Number));
}

/** By turns, so that a machine that gets busier gets so for both. */
async function compareBills(
  check: BudgetCheck,
  lab: ExerciseLab,
  files: readonly SourceFile[],
  solution: readonly SourceFile[],
  bill: Bill,
): Promise<BillOfCheck> {
  const bills = { own: [] as string[], solution: [] as string[] };
  const solutionMs: number[] = [];
  for (let run = 0; run < RUNS_OF_A_BUDGET; run += 1) {
    if (isHopeless(check, bills.own, bills.solution)) break;
    for (const [name, code] of [
      ['own', files],
      ['solution', solution],
    ] as const) {
      lab.begin(code);
      await check.scenario(lab);
      bills[name].push(bill(lab.usages));
      if (name === 'solution')
        solutionMs.push(lab.usages.reduce((sum, { durationMs }) => sum + durationMs, 0));
    }
  }
  return {
    usd: median(bills.own, '0'),
    solutionUsd: median(bills.solution, '0'),
    solutionMs: median(solutionMs, 0),
    leastTimes: least(bills.own) / least(bills.solution),
  };
}

const least = (amounts: readonly string[]) => Math.min(...amounts.map(Number));

/** Amounts are compared as numbers, since only their order counts, and told as they are. */
function median<T extends string | number>(values: readonly T[], ofNone: T): T {
  const sorted = [...values].sort((a, b) => Number(a) - Number(b));
  return sorted[Math.floor(sorted.length / 2)] ?? ofNone;
}

function checkBudget({ budget }: BudgetCheck, { usd, solutionUsd }: BillOfCheck): void {
  const times = Number(usd) / Number(solutionUsd);
  if (times <= budget) return;
  const shown = (value: number) => value.toLocaleString('nl', { maximumFractionDigits: 1 });
  throw new CheckFailure(
    `een rekening van hoogstens ${shown(budget)} keer die van de oplossing`,
    `${shown(times)} keer die van de oplossing`,
  );
}
