/** What a marking has come to: rows, marks and totals, worked out from what was handed in and from the verdicts there are. */
import type { SourceFile } from '../../contract/data.ts';
import type { Sample } from '../../course/sample.ts';
import type { CheckResult } from '../../exercises/check.ts';
import type { ExerciseSet } from '../../exercises/set.ts';
import type { LooksOf } from './looks.ts';
import { filesOfWork, keyOfWork, type Mark, type MarkedExercise, type Marks } from './mark.ts';
import type { HandedIn, Refused } from './read-files.ts';
import { type Total, totalOf } from './totals.ts';
import type { Row } from './whose.ts';

/** As `oefeningen/alle.json` has it. */
export interface CourseExercise {
  readonly name: string;
  readonly title: string;
  /** Eight hex digits over start code and ids of checks: see `exercises/fingerprint.ts`. */
  readonly version: string;
  readonly checks: readonly { readonly id: string; readonly title: string }[];
  readonly sample: Sample;
  /** False for an exercise of a teacher's own that came without: what needs the solution waits then. Absent where it is always there. */
  readonly hasSolution?: boolean;
}

export type ExerciseToMark = MarkedExercise &
  Pick<CourseExercise, 'checks' | 'sample' | 'version' | 'hasSolution'>;

/** What one version of some code came to. */
export interface Verdict {
  readonly results: readonly CheckResult[];
  /** Of the exercise, when it was marked. */
  readonly version: string;
}

/** What was marked so far. */
export interface MarkedFiles {
  /** Of each person the one that counts; earlier ones are in `rows`. */
  readonly handIns: readonly HandedIn[];
  /** One for each person. */
  readonly rows: readonly Row[];
  readonly refused: readonly Refused[];
  /** The columns of the table. */
  readonly exercises: readonly ExerciseToMark[];
  /** One for each of `rows`. */
  readonly marks: Marks;
  /** Of the fresh inputs that all of them got: drawn for this class, so that nobody can know it beforehand. */
  readonly seed: number;
  /** Of the set, under which budgets counted; null is the lab's own. */
  readonly tariffId: string | null;
  /** Of so many pieces of work (`of`), so many are marked. */
  readonly done: number;
  readonly of: number;
  /** By name of the exercise; 1 where absent. */
  readonly weights: ReadonlyMap<string, number>;
  /** The share, between 0 and 1, from which somebody passes. */
  readonly passMark: number;
  /** What the teacher wrote to a student, by `key` of the row. */
  readonly remarksOf: ReadonlyMap<string, string>;
  /** One for each of `rows`. */
  readonly totals: readonly Total[];
}

/** One piece of work of one row. */
export interface Piece {
  readonly exercise: ExerciseToMark;
  readonly files: readonly SourceFile[];
  readonly key: string;
  /** The same for the same work; null for the start code that nobody touched. */
  readonly looks: string | null;
}

/** All pieces of all rows, by row and then by name of the exercise. */
export type Pieces = readonly ReadonlyMap<string, Piece>[];

export function piecesOf(
  rows: readonly Row[],
  exercises: readonly ExerciseToMark[],
  looksOf: LooksOf,
): Pieces {
  return rows.map(({ work }) => {
    const pieces = new Map<string, Piece>();
    for (const exercise of exercises) {
      const code = work?.get(exercise.name);
      if (code === undefined) continue;
      const files = filesOfWork(exercise, code);
      const key = keyOfWork(exercise.name, files);
      pieces.set(exercise.name, { exercise, files, key, looks: looksOf(exercise, files, key) });
    }
    return pieces;
  });
}

/** Rows with the same work, by how it looks. Start code that nobody touched is equal too, and tells nothing: it is no twin. */
export function twinsOf(pieces: Pieces): ReadonlyMap<string, readonly number[]> {
  const twins = new Map<string, number[]>();
  for (const [row, mine] of pieces.entries()) {
    for (const { looks } of mine.values()) {
      if (looks === null) continue;
      const all = twins.get(looks);
      if (all) all.push(row);
      else twins.set(looks, [row]);
    }
  }
  return twins;
}

/** Whether it has been marked, by the exercise as it is now, and whole: a check that waited for a solution runs once there is one. */
export function isMarked(verdicts: ReadonlyMap<string, Verdict>, { key, exercise }: Piece): boolean {
  const verdict = verdicts.get(key);
  if (verdict?.version !== exercise.version) return false;
  return exercise.hasSolution !== true || !verdict.results.some(({ atMarking }) => atMarking === true);
}

interface ToMark {
  readonly pieces: Pieces;
  readonly twins: ReadonlyMap<string, readonly number[]>;
  readonly verdicts: ReadonlyMap<string, Verdict>;
  /** Keys of what the machine kept from being marked. */
  readonly failed: ReadonlySet<string>;
}

/** What it depends on, and what came of it. */
interface Remembered {
  readonly twins: ToMark['twins'];
  readonly seen: readonly (Verdict | boolean)[];
  readonly marks: ReadonlyMap<string, Mark>;
}

/** Marks of rows to which nothing happened stay the very same, so that they are not drawn again. */
export function rememberingMarks(): (toMark: ToMark) => Marks {
  const known = new WeakMap<ReadonlyMap<string, Piece>, Remembered>();
  return ({ pieces, twins, verdicts, failed }) =>
    pieces.map((mine, row) => {
      const seen = [...mine.values()].map(({ key }) => verdicts.get(key) ?? failed.has(key));
      const before = known.get(mine);
      const isSame = before?.twins === twins && seen.every((one, at) => one === before.seen[at]);
      const marks = isSame ? before.marks : marksOfRow(mine, row, { twins, verdicts, failed });
      known.set(mine, { twins, seen, marks });
      return marks;
    });
}

function marksOfRow(
  mine: ReadonlyMap<string, Piece>,
  row: number,
  { twins, verdicts, failed }: Omit<ToMark, 'pieces'>,
): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const [name, { key, exercise, files, looks }] of mine) {
    const verdict = verdicts.get(key);
    if (verdict === undefined && !failed.has(key)) continue;
    const equalTo = looks === null ? [] : (twins.get(looks)?.filter((other) => other !== row) ?? []);
    const isOld = verdict !== undefined && verdict.version !== exercise.version;
    const results = verdict?.results ?? null;
    marks.set(name, { results, files, equalTo, isUntouched: looks === null, ...(isOld && { isOld: true }) });
  }
  return marks;
}

/** Totals of rows whose marks stayed the same stay too. */
export function rememberingTotals(): (marked: Omit<MarkedFiles, 'totals'>) => readonly Total[] {
  let before: Pick<MarkedFiles, 'weights' | 'passMark' | 'exercises' | 'rows' | 'marks' | 'totals'> | null =
    null;
  return ({ rows, marks, exercises, weights, passMark }) => {
    const same =
      before?.weights === weights &&
      before.passMark === passMark &&
      before.exercises === exercises &&
      before.rows === rows
        ? before
        : null;
    const totals = rows.map((row, at) => {
      const old = same !== null && same.marks[at] === marks[at] ? same.totals[at] : undefined;
      return old ?? totalOf(row, marks[at], exercises, { weights, passMark });
    });
    before = { weights, passMark, exercises, rows, marks, totals };
    return totals;
  };
}

/** Those of the set, in its order; without a set those that anybody handed in, in the order of the course. */
export function exercisesOf(
  course: readonly CourseExercise[],
  rows: readonly Row[],
  set: ExerciseSet | null,
): readonly ExerciseToMark[] {
  const names = set?.exercises ?? course.map(({ name }) => name);
  return names.flatMap((name) => {
    const exercise = course.find((one) => one.name === name);
    const isWanted = set !== null || rows.some(({ work }) => work?.has(name));
    return exercise && isWanted ? [toMark(exercise)] : [];
  });
}

const toBeMarked = new WeakMap<CourseExercise, ExerciseToMark>();

/** The same for the same, so that whatever is remembered of it stays. */
export function toMark(exercise: CourseExercise): ExerciseToMark {
  const before = toBeMarked.get(exercise);
  const { files, given } = exercise.sample;
  const made = before ?? { ...exercise, files, given };
  toBeMarked.set(exercise, made);
  return made;
}
