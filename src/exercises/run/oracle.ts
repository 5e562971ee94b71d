/**
 * What the solution of an exercise comes to for the fresh inputs of its checks: computed before the code of any learner runs, on
 * a platform of its own, and once for everybody who is asked the same.
 */
import type { CreateHost } from '../../contract/host.ts';
import type { Clock } from '../../engine/index.ts';
import type { InvocationUsage } from '../../platform/index.ts';
import type { Check, Play } from '../check.ts';
import { Random } from '../fresh-inputs.ts';
import { ExerciseLab } from '../lab/index.ts';
import type { RunnableExercise } from './exercise-to-run.ts';

/** A check is played so often with fresh inputs, each time on a fresh platform. */
const FRESH_PLAYS = 2;

/** What one play on the solution came to. */
export interface OracleAnswer {
  readonly outcome: unknown;
  /** What it waited for, for a budget. */
  readonly usages: readonly InvocationUsage[];
}

/** In the order of the plays, by id of the check. */
export type Answers = ReadonlyMap<string, readonly OracleAnswer[]>;

/** The solution, or the machine, did not come to an answer: this tells nothing of a learner. */
export class OracleError extends Error {
  override readonly name = 'OracleError';
}

/**
 * Why there is no verdict, for whoever asked for one on a command line.
 *
 * @throws the error itself, when it is another one
 */
export function noVerdictInWords(error: unknown): string {
  if (!(error instanceof OracleError)) throw error;
  return 'Nakijken lukte niet: de oplossing van deze oefening kwam zelf niet op tijd tot een antwoord. Over jouw code zegt dat niets. Je computer heeft het waarschijnlijk te druk: probeer het zo nog eens.';
}

/** What is drawn for one play of one check: the same for every learner with this seed. */
export function randomFor(seed: number, exercise: string, check: string, play: number): Random {
  return new Random(seed, exercise, check, play);
}

export interface AnswerOptions {
  readonly createHost: CreateHost;
  readonly clock: Clock;
  /** Ends it. */
  readonly signal: AbortSignal;
}

/** What is asked: which draws, and how many of each check. */
interface Draws {
  readonly seed: number;
  readonly plays: number;
}

/** @throws OracleError when the solution does not come to an answer */
async function answersOf(
  { sample, checks, solution }: RunnableExercise,
  draws: Draws,
  { createHost, clock, signal }: AnswerOptions,
): Promise<Answers> {
  const answers = new Map<string, readonly OracleAnswer[]>();
  if (solution === null || checks.every((check) => 'run' in check && check.fresh === undefined))
    return answers;
  const lab = new ExerciseLab(createHost, sample, signal, clock);
  try {
    for (const check of checks) {
      const begin = () => {
        lab.begin(solution);
        return lab;
      };
      answers.set(check.id, await answersTo(check, begin, sample.name, draws));
    }
  } catch (error) {
    throw new OracleError(
      `${sample.name}, seed ${draws.seed}: ${error instanceof Error ? error.message : error}`,
    );
  } finally {
    lab.dispose();
  }
  return answers;
}

async function answersTo(
  check: Check,
  begin: () => ExerciseLab,
  exercise: string,
  { seed, plays }: Draws,
): Promise<readonly OracleAnswer[]> {
  const answers: OracleAnswer[] = [];
  for (let play = 0; play < plays; play += 1) {
    const act = playOf(check, randomFor(seed, exercise, check.id, play));
    if (act === null) break;
    const lab = begin();
    answers.push({ outcome: await act(lab), usages: lab.usages });
    // What a budget waits for differs no more than its inputs do: once is enough.
    if (!('run' in check)) break;
  }
  return answers;
}

/** What is played with fresh inputs; null for a check with fixed ones alone. */
export function playOf(check: Check, random: Random): Play | null {
  if ('run' in check) return check.fresh?.(random) ?? null;
  return (lab) => check.scenario(lab, random);
}

/** One seed, and the answers to it: drawn for one run of a learner, or for a whole class. */
export class Oracle {
  readonly seed: number;
  readonly #plays: number;
  readonly #answers = new Map<string, Promise<Answers>>();

  /** @param plays of each check with fresh inputs, each on a fresh platform */
  constructor(seed: number, plays = FRESH_PLAYS) {
    this.seed = seed;
    this.#plays = plays;
  }

  /**
   * Once for each exercise; after a failure the next who asks tries again.
   * @throws as `answersOf`
   */
  answersTo(exercise: RunnableExercise, options: AnswerOptions): Promise<Answers> {
    const { name } = exercise.sample;
    const known = this.#answers.get(name);
    if (known) return known;
    const asked = answersOf(exercise, { seed: this.seed, plays: this.#plays }, options);
    this.#answers.set(name, asked);
    asked.catch(() => this.#answers.delete(name));
    return asked;
  }
}
