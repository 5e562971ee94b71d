/**
 * Marks hand-ins: runs the checks of each exercise again on the code of each learner, a few at once. Nothing that a file
 * says of itself is believed. Knows no DOM: what runs the checks is given.
 */

import type { SourceFile } from '../../contract/data.ts';
import { type CheckResult, mayBeBusy } from '../../exercises/check.ts';
import { filesToRun } from '../../exercises/run/exercise-to-run.ts';
import type { HandIn } from '../hand-in/hand-in.ts';

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
  /** Learners whose code for this exercise is the same but for white space. Equal is equal, not fraud. */
  readonly equalTo: readonly number[];
  /** The start code as it was given, but for white space: that earns nothing. */
  readonly isUntouched: boolean;
}

/** By learner, then by name of the exercise; absent: not handed in, or not marked yet. */
export type Marks = readonly ReadonlyMap<string, Mark>[];

export type RunChecks<E extends MarkedExercise = MarkedExercise> = (
  exercise: E,
  files: readonly SourceFile[],
) => Promise<readonly CheckResult[]>;

export interface MarkingOptions<E extends MarkedExercise> {
  readonly exercises: readonly E[];
  readonly run: RunChecks<E>;
  /** Ends it: what runs then is not marked any more. */
  readonly signal: AbortSignal;
  /** Called after each exercise of each learner; `done` counts those that were really marked. */
  readonly onProgress: (done: number, of: number, marks: Marks) => void;
}

/** Two cores is what a school's laptop has; more at once would measure each other. */
const AT_ONCE = 2;

/** What goes wrong with one exercise of one learner stays there: the others are marked. */
export async function markAll<E extends MarkedExercise>(
  handIns: readonly HandIn[],
  { exercises, run, signal, onProgress }: MarkingOptions<E>,
): Promise<Marks> {
  const marks = handIns.map(() => new Map<string, Mark>());
  const tasks = handIns.flatMap(({ exercises: work }, learner) =>
    exercises.flatMap((exercise) => {
      const code = work.get(exercise.name);
      return code === undefined ? [] : [{ learner, exercise, files: filesOf(exercise, code) }];
    }),
  );
  const twins = twinsOf(tasks);
  const again: typeof tasks = [];
  let done = 0;

  async function mark(task: (typeof tasks)[number], isAlone: boolean): Promise<void> {
    const { learner, exercise, files } = task;
    const results = await run(exercise, files).catch(() => null);
    if (signal.aborted) return;
    // Who ran out of time may have lost it to a neighbour: those run once more, by themselves, before it counts.
    if (!isAlone && (results === null || results.some(mayBeBusy))) {
      again.push(task);
      return;
    }
    const equalTo = twins.get(keyOf(task))?.filter((other) => other !== learner) ?? [];
    marks[learner]?.set(exercise.name, { results, files, equalTo, isUntouched: isStart(task) });
    if (results !== null) done += 1;
    onProgress(done, tasks.length, marks);
  }

  const queue = [...tasks];
  const work = async () => {
    for (let task = queue.shift(); task !== undefined && !signal.aborted; task = queue.shift()) {
      await mark(task, false);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  for (const task of again) if (!signal.aborted) await mark(task, true);
  return marks;
}

function filesOf(exercise: MarkedExercise, code: Readonly<Record<string, string>>): readonly SourceFile[] {
  return filesToRun(
    exercise,
    Object.entries(code).map(([path, text]) => ({ path, text })),
  );
}

interface Task {
  readonly learner: number;
  readonly exercise: MarkedExercise;
  readonly files: readonly SourceFile[];
}

/** Start code that nobody touched is equal too, and tells nothing: it is no twin of anything. */
function twinsOf(tasks: readonly Task[]): ReadonlyMap<string, readonly number[]> {
  const twins = new Map<string, number[]>();
  for (const task of tasks) {
    if (isStart(task)) continue;
    const key = keyOf(task);
    twins.set(key, [...(twins.get(key) ?? []), task.learner]);
  }
  return twins;
}

const isStart = (task: Task) => keyOf(task) === keyOf({ ...task, files: task.exercise.files });

function keyOf({ exercise, files }: Task): string {
  return `${exercise.name}\0${files.map(({ text }) => text.replaceAll(/\s+/g, '')).join('\0')}`;
}
