/** What a check is, as `content/functions/<name>/checks.ts` writes it, and what comes of it. */

import type { CodeFrame } from '../contract/failure.ts';
import type { Random } from './fresh-inputs.ts';
import type { ExerciseLab } from './lab/index.ts';

interface OfCheck {
  /** Stays the same when the words change: what a learner passed is kept under it. */
  readonly id: string;
  /** In Dutch, what the code does when it is right: "Zonder naam krijgt iedereen een groet". */
  readonly title: string;
  /** In Dutch, where to look when it fails: "Kijk wat `get('naam')` geeft als er geen naam is." */
  readonly look: string;
  /**
   * The start code passes it already. It counts only together with one that the start code fails: who changed nothing has
   * earned nothing. A test holds that these are exactly the checks that say so.
   */
  readonly passesAtStart?: true;
}

/**
 * What the code does on a platform, as plain data that can be laid beside what the solution did: `received.outcome`, what is
 * in a store, a count. Told as the solution tells it, in as far as the task asks for it and no further.
 */
export type Play = (lab: ExerciseLab) => Promise<unknown>;

/**
 * Each part begins with a fresh platform: no instances, nothing stored. It fails by throwing, as the helpers of the lab do;
 * whatever else it throws on a learner's code is a failed check too.
 */
export interface PlainCheck extends OfCheck {
  /** The examples that a learner can see and know by heart. */
  readonly run: (lab: ExerciseLab) => Promise<void>;
  /**
   * Draws an input, and says what to do with it. It is played on the solution and on the learner's code, and has to come to
   * the same. A constant or a table fails here.
   */
  readonly fresh?: (random: Random) => Play;
}

/**
 * The bill of what `scenario` waits for may be at most `budget` times that of the solution, both on the same inputs. Waiting for
 * a played service is counted, not measured, and what is computed beside it is left out: so the bill is the same on any machine.
 * The solution has to wait 50 ms or more, and the bill of the start code to be at least 3 times the solution's.
 */
export interface BudgetCheck extends OfCheck {
  readonly budget: number;
  /** Of both it has to come to the same: who does less has not the better bill. */
  readonly scenario: (lab: ExerciseLab, random: Random) => Promise<unknown>;
}

export type Check = PlainCheck | BudgetCheck;

/** Whether the solution has a say in it: all of it, or with fresh inputs. */
export function needsSolution(check: Check): boolean {
  return !('run' in check) || check.fresh !== undefined;
}

/** As exact decimals in dollars of the tariff. */
export interface BillOfCheck {
  readonly usd: string;
  readonly solutionUsd: string;
  /** What the functions of the solution waited together, in ms. */
  readonly solutionMs: number;
}

export interface CheckResult {
  readonly id: string;
  readonly title: string;
  readonly isPassed: boolean;
  /** Null when passed; in Dutch. */
  readonly problem: CheckProblem | null;
  /** Of a budget, also when it failed on the amount alone. */
  readonly bill: BillOfCheck | null;
  /** As its check says: the start code passes it already. */
  readonly passesAtStart?: true;
  /**
   * The solution is not at hand, and this check needs it. Passed, its examples are right and the fresh inputs wait for the marking;
   * not passed and without a problem, all of it waits.
   */
  readonly atMarking?: true;
  /** Time or the sandbox gave out: by this code, or by what ran beside it. It runs again alone before it counts. */
  readonly mayBeBusy?: true;
  /** It did run again alone, and this is what came of that. */
  readonly ranAgain?: true;
  /** What the code did with fresh inputs: of a failed check, where somebody asked to be told. No mark depends on it. */
  readonly did?: readonly Deed[];
  /** With `did`: the first of the known examples that the code did not pass, in words; absent when it passed them. */
  readonly failedAt?: string;
}

/** What code did with one of the fresh inputs of a check. */
export interface Deed {
  /** As `difference.ts` signs it: `=` when the code came to what the solution came to. */
  readonly outcome: string;
  /** Which stores, queue and services the code asked anything of, as `Counts` names them. */
  readonly used: readonly string[];
  /** Several were at work at once: the outcome is told roughly. */
  readonly wasTogether?: true;
}

/** Whether it has to run again with nothing beside it, before it counts. */
export function mayBeBusy({ mayBeBusy }: CheckResult): boolean {
  return mayBeBusy === true;
}

export interface CheckProblem {
  readonly expected: string;
  readonly received: string;
  readonly look: string;
  /** The line of the learner's code that an error came from. */
  readonly place: CodeFrame | null;
}

/** How many count: what the start code passes too, counts only together with one that it fails. */
export function pointsOf(results: readonly CheckResult[]): number {
  const passed = results.filter(({ isPassed }) => isPassed);
  return passed.some(({ passesAtStart }) => passesAtStart !== true) ? passed.length : 0;
}
