/** What a check is, as `content/functions/<name>/checks.ts` writes it, and what comes of it. */

import type { CodeFrame } from '../contract/failure.ts';
import type { ExerciseLab } from './lab/index.ts';

interface OfCheck {
  /** Stays the same when the words change: what a learner passed is kept under it. */
  readonly id: string;
  /** In Dutch, what the code does when it is right: "Zonder naam krijgt iedereen een groet". */
  readonly title: string;
  /** In Dutch, where to look when it fails: "Kijk wat `get('naam')` geeft als er geen naam is." */
  readonly look: string;
}

/** Begins with a fresh platform: no instances, nothing stored. It fails by throwing, as the helpers of the lab do. */
export interface PlainCheck extends OfCheck {
  readonly run: (lab: ExerciseLab) => Promise<void>;
}

/**
 * The bill of what `scenario` does may be at most `times` that of the solution: medians of five runs each, by turns. For
 * one that measures time, the solution needs at least 50 ms and the start code at least 3 times its bill.
 */
export interface BudgetCheck extends OfCheck {
  readonly budget: number;
  readonly scenario: (lab: ExerciseLab) => Promise<void>;
}

export type Check = PlainCheck | BudgetCheck;

/** Medians, as exact decimals in dollars of the tariff. */
export interface BillOfCheck {
  readonly usd: string;
  readonly solutionUsd: string;
  /** What the functions of the solution took together, in ms. */
  readonly solutionMs: number;
  /** The cheapest run beside the cheapest of the solution: a busy machine adds to a run, and never takes away. */
  readonly leastTimes: number;
}

export interface CheckResult {
  readonly id: string;
  readonly title: string;
  readonly isPassed: boolean;
  /** Null when passed; in Dutch. */
  readonly problem: CheckProblem | null;
  /** Of a budget, also when it failed on the amount alone. */
  readonly bill: BillOfCheck | null;
  /** The sandbox went away under it: by this code, or by what ran beside it. */
  readonly lostHost?: true;
}

export interface CheckProblem {
  readonly expected: string;
  readonly received: string;
  readonly look: string;
  /** The line of the learner's code that an error came from. */
  readonly place: CodeFrame | null;
}
