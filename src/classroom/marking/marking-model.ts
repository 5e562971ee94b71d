/**
 * Marking as a teacher goes through it, apart from how it looks: files are read, run again, and picked to be looked at. What
 * runs the checks and what the course has are given, so that it needs no browser.
 */
import { computed, signal } from '@preact/signals';
import { sitePath } from '../../course/paths.ts';
import type { Sample } from '../../course/sample.ts';
import type { Runner } from '../../exercises/check-model.ts';
import { drawSeed } from '../../exercises/fresh-inputs.ts';
import { Oracle } from '../../exercises/run/oracle.ts';
import { type ExerciseSet, readSet } from '../../exercises/set.ts';
import { type Mark, type MarkedExercise, type Marks, markAll } from './mark.ts';
import {
  type DroppedFile,
  type HandedIn,
  isHandedIn,
  isRefused,
  type Refused,
  readHandIns,
} from './read-files.ts';
import { HALF, NO_WEIGHTS, type Total, totalOf } from './totals.ts';
import { type Row, rowsOf } from './whose.ts';

/** Of one exercise of one learner, for all its checks. */
const LIMIT_MS = 12_000;

/** As `oefeningen/alle.json` has it. */
export interface CourseExercise {
  readonly name: string;
  readonly title: string;
  readonly checks: readonly { readonly id: string; readonly title: string }[];
  readonly sample: Sample;
}

export type ExerciseToMark = MarkedExercise & Pick<CourseExercise, 'checks' | 'sample'>;

/** What one drop of files came to so far. */
export interface MarkedFiles {
  /** Of each person the one that counts. */
  readonly handIns: readonly HandedIn[];
  /** One for each of `handIns`, in their order, and then those of whom none came. */
  readonly rows: readonly Row[];
  readonly refused: readonly Refused[];
  /** The columns of the table. */
  readonly exercises: readonly ExerciseToMark[];
  readonly marks: Marks;
  /** Of the fresh inputs that all of them got: drawn for this class, so that nobody can know it beforehand. */
  readonly seed: number;
  /** Of the set, under which budgets counted; null is the lab's own. */
  readonly tariffId: string | null;
  /** Of so many runs (`of`), so many are done. */
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

/** What is marked, before it is added up. */
type Untotalled = Omit<MarkedFiles, 'totals'>;

const withTotals = (marked: Untotalled): MarkedFiles => ({
  ...marked,
  totals: marked.rows.map((row, at) => totalOf(row, marked.marks[at], marked.exercises, marked)),
});

export interface MarkingTools {
  readonly run: (
    sample: Sample,
    files: Parameters<Runner>[1],
    options: Omit<Parameters<Runner>[2], 'onResult' | 'onAgain'> & {
      readonly limitMs: number;
      readonly oracle: Oracle;
      /** What code did where it failed, for the overview of the class. */
      readonly tellsDeeds: true;
    },
  ) => ReturnType<Runner>;
  /** @throws when the course can't be had */
  readonly loadCourse: () => Promise<readonly CourseExercise[]>;
}

export function createMarking({ run, loadCourse }: MarkingTools) {
  /** Of the set, as it was typed or pasted; empty for none. */
  const link = signal('');
  const set = computed(() => {
    const at = link.value.indexOf('#');
    return at === -1 ? null : readSet(link.value.slice(at));
  });
  const marked = signal<MarkedFiles | null>(null);
  const running = signal<AbortController | null>(null);
  /** The course could not be fetched. */
  const hasFailed = signal(false);
  const picked = signal<{ readonly learner: number; readonly exercise: string } | null>(null);

  async function mark(files: readonly DroppedFile[]): Promise<void> {
    if (files.length === 0 || running.peek()) return;
    const mine = new AbortController();
    const { signal: stopping } = mine;
    const chosen = set.peek();
    running.value = mine;
    hasFailed.value = false;
    picked.value = null;
    try {
      const [sources, course] = await Promise.all([readHandIns(files), loadCourse()]);
      const refused = sources.filter(isRefused);
      const rows = rowsOf(sources.filter(isHandedIn), refused);
      const handIns = rows.flatMap(({ handIn }) => handIn ?? []);
      const exercises = exercisesOf(course, handIns, chosen);
      const oracle = new Oracle(drawSeed());
      const { seed } = oracle;
      const tariffId = chosen?.tariff ?? null;
      const read = { handIns, rows, refused, exercises, seed, tariffId };
      const grading = { weights: NO_WEIGHTS, passMark: HALF, remarksOf: new Map<string, string>() };
      const start: Untotalled = { ...read, ...grading, marks: [], done: 0, of: 0 };
      marked.value = withTotals(start);
      const options = { signal: stopping, limitMs: LIMIT_MS, tariffId, oracle, tellsDeeds: true } as const;
      await markAll(handIns, {
        exercises,
        signal: stopping,
        run: ({ sample }, code) => run(sample, code, options),
        onProgress: (done, of, marks) => {
          marked.value = withTotals({ ...start, done, of, marks: [...marks] });
        },
      });
    } catch {
      hasFailed.value = true;
    } finally {
      running.value = null;
    }
  }

  return {
    link,
    set,
    /** Something is in the field of the link, but no whole set. */
    isLinkWrong: computed(() => link.value !== '' && set.value === null),
    marked,
    hasFailed,
    isRunning: computed(() => running.value !== null),
    picked,
    /** What was picked; null when nothing is, or it is not marked. */
    shown: computed(() => markOf(marked.value, picked.value)),
    mark,
    stop: () => running.peek()?.abort(),
    pick: (learner: number, exercise: string) => {
      picked.value = { learner, exercise };
    },
  };
}

function markOf(
  marked: MarkedFiles | null,
  picked: { readonly learner: number; readonly exercise: string } | null,
): Mark | null {
  if (marked === null || picked === null) return null;
  return marked.marks[picked.learner]?.get(picked.exercise) ?? null;
}

/** Those of the set, in its order; without a set those that anybody handed in, in the order of the course. */
function exercisesOf(
  course: readonly CourseExercise[],
  handIns: readonly HandedIn[],
  set: ExerciseSet | null,
): readonly ExerciseToMark[] {
  const names = set?.exercises ?? course.map(({ name }) => name);
  return names.flatMap((name) => {
    const exercise = course.find((one) => one.name === name);
    const isWanted = set !== null || handIns.some(({ exercises }) => exercises.has(name));
    return exercise && isWanted
      ? [{ ...exercise, files: exercise.sample.files, given: exercise.sample.given }]
      : [];
  });
}

let all: Promise<readonly CourseExercise[]> | undefined;

/**
 * All exercises as data, from `oefeningen/alle.json`: fetched once a page, when it is needed.
 * @throws when it can't be fetched; the next call tries again
 */
export function courseExercises(): Promise<readonly CourseExercise[]> {
  all ??= fetch(sitePath('oefeningen/alle.json'))
    .then((response) => {
      if (!response.ok) throw new Error(`alle.json: ${response.status}`);
      return response.json() as Promise<readonly CourseExercise[]>;
    })
    .catch((error: unknown) => {
      all = undefined;
      throw error;
    });
  return all;
}
