/**
 * Marks hand-ins: runs the checks of each exercise again on the code of each student, a few at once. Nothing that a file says of
 * itself is believed. What is the same code runs once. Knows no DOM: what runs the checks is given.
 *
 * Read on in `marked-files.ts` (what the verdicts come to), `open-marking.ts` (the marking that is open), `marking-model.ts` (a teacher
 * who marks), `kept/marking-record.ts` (what of it is kept) and `table/MarksTable.tsx` (how it looks).
 */

import type { SourceFile } from '../../contract/data.ts';
import { type CheckResult, mayBeBusy } from '../../exercises/check.ts';
import { filesToRun } from '../../exercises/run/exercise-to-run.ts';

export interface MarkedExercise {
  readonly name: string;
  readonly title: string;
  /** Start code, in the order of the exercise: only these files of a hand-in count. */
  readonly files: readonly SourceFile[];
  /** Paths of those that come from the course, whatever a hand-in has in their place. */
  readonly given: readonly string[];
}

export interface Mark {
  /** Null when the machine, and not the code, kept the checks from coming to an end: then it is not marked. */
  readonly results: readonly CheckResult[] | null;
  readonly files: readonly SourceFile[];
  /** Rows whose work for this exercise is the same by `equal-work.ts`. Equal is equal, not fraud. */
  readonly equalTo: readonly number[];
  /** The start code as it was given, by the same measure: that earns nothing. */
  readonly isUntouched: boolean;
  /** The verdict is of the exercise as it was before the course changed it: it is marked again. */
  readonly isOld?: true;
}

/** By row, then by name of the exercise; absent: not handed in, or not marked yet. */
export type Marks = readonly ReadonlyMap<string, Mark>[];

export type RunChecks<E extends MarkedExercise = MarkedExercise> = (
  exercise: E,
  files: readonly SourceFile[],
) => Promise<readonly CheckResult[]>;

/** One version of the code of one exercise, whoever handed it in. */
export interface Task<E extends MarkedExercise = MarkedExercise> {
  /** As `keyOfWork` writes it. */
  readonly key: string;
  readonly exercise: E;
  readonly files: readonly SourceFile[];
}

export interface MarkingOptions<E extends MarkedExercise> {
  /** What is to be marked now, each once; null when there is nothing more, or it has to wait. */
  readonly next: () => Task<E> | null;
  readonly run: RunChecks<E>;
  /** Ends it: what runs then is not marked any more. */
  readonly signal: AbortSignal;
  /** @param results null when the machine kept it from being marked */
  readonly onMarked: (task: Task<E>, results: readonly CheckResult[] | null) => void;
}

/** Two cores is what a school's laptop has; more at once would measure each other. */
const AT_ONCE = 2;

/** What goes wrong with one exercise of one student stays there: the others are marked. */
export async function runTasks<E extends MarkedExercise>(options: MarkingOptions<E>): Promise<void> {
  const { next, run, signal, onMarked } = options;
  const again: { readonly task: Task<E>; readonly first: readonly CheckResult[] | null }[] = [];
  const results = ({ exercise, files }: Task<E>) => run(exercise, files).catch(() => null);
  const lane = async () => {
    for (let task = nextOf(next, signal); task !== null; task = nextOf(next, signal)) {
      const first = await results(task);
      if (signal.aborted) return;
      // Who ran out of time may have lost it to a neighbour: those run once more, by themselves, before it counts.
      if (first === null || first.some(mayBeBusy)) again.push({ task, first });
      else onMarked(task, first);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  for (const { task, first } of again) {
    if (signal.aborted) return;
    const second = await results(task);
    if (!signal.aborted) onMarked(task, second && ranAgain(second, first));
  }
}

const nextOf = <T>(next: () => T | null, signal: AbortSignal) => (signal.aborted ? null : next());

/** Says so of the checks for which it ran again: all of them when the first time did not come to an end. */
function ranAgain(
  second: readonly CheckResult[],
  first: readonly CheckResult[] | null,
): readonly CheckResult[] {
  const lost = new Set(
    (first ?? second).filter((one) => first === null || mayBeBusy(one)).map(({ id }) => id),
  );
  return second.map((result) => (lost.has(result.id) ? { ...result, ranAgain: true } : result));
}

/** The files as they are run; see `filesToRun`. */
export function filesOfWork(
  exercise: Pick<MarkedExercise, 'files' | 'given'>,
  code: Readonly<Record<string, string>>,
): readonly SourceFile[] {
  return filesToRun(
    exercise,
    Object.entries(code).map(([path, text]) => ({ path, text })),
  );
}

/**
 * The same for the same code of one exercise, and for nothing else. It is the code itself and no digest of it: with two texts of one
 * digest somebody would get the verdict of another.
 */
export function keyOfWork(exercise: string, files: readonly SourceFile[]): string {
  return JSON.stringify([exercise, ...files.map(({ text }) => text)]);
}
