/**
 * What a learner has done, on this device: lessons read, checks passed, best bills. Everything in it only grows, so two
 * of them can always be put together: that of another tab, of an older visit, or of a file from another device.
 */

export interface ExerciseProgress {
  /** Ids of checks. One that an exercise no longer has stays here, and counts for nothing. */
  readonly passed: readonly string[];
  /** Of golf. */
  readonly best?: BestBill;
}

export interface BestBill {
  /** Exact decimal dollars. */
  readonly usd: string;
  /** Beside the bill of the solution on the same machine. */
  readonly times: number;
}

export interface Progress {
  /** By slug. */
  readonly lessons: Readonly<Record<string, true>>;
  /** By name. */
  readonly exercises: Readonly<Record<string, ExerciseProgress>>;
  /** Slug of the lesson that was open last. */
  readonly last: string | null;
}

export const NO_PROGRESS: Progress = { lessons: {}, exercises: {}, last: null };

/** @param b of the two the newer: its `last` counts */
export function merge(a: Progress, b: Progress): Progress {
  // A map, and not an object: a name such as `toString` or `__proto__` is only a name.
  const exercises = new Map(Object.entries(a.exercises));
  for (const [name, theirs] of Object.entries(b.exercises)) {
    const mine = exercises.get(name);
    exercises.set(name, mine ? mergeExercise(mine, theirs) : theirs);
  }
  return {
    lessons: { ...a.lessons, ...b.lessons },
    exercises: Object.fromEntries(exercises),
    last: b.last ?? a.last,
  };
}

/** What the course has: a file from elsewhere may speak of anything. */
export interface Known {
  /** Slugs. */
  readonly lessons: ReadonlySet<string>;
  /** Ids of checks by name of the exercise. */
  readonly exercises: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Leaves out lessons, exercises and checks that the course does not have. */
export function onlyKnown({ lessons, exercises, last }: Progress, known: Known): Progress {
  const read = Object.entries(lessons).filter(([slug]) => known.lessons.has(slug));
  const made = Object.entries(exercises).flatMap(([name, { passed, ...rest }]) => {
    const checks = known.exercises.get(name);
    return checks ? [[name, { ...rest, passed: passed.filter((id) => checks.has(id)) }] as const] : [];
  });
  return {
    lessons: Object.fromEntries(read),
    exercises: Object.fromEntries(made),
    last: last !== null && known.lessons.has(last) ? last : null,
  };
}

function mergeExercise(a: ExerciseProgress, b: ExerciseProgress): ExerciseProgress {
  const passed = [...new Set([...a.passed, ...b.passed])].sort();
  const best = betterOf(a.best, b.best);
  return { passed, ...(best && { best }) };
}

/** Bills of two machines differ, so the one that was smaller beside its own solution is the better. */
function betterOf(a: BestBill | undefined, b: BestBill | undefined): BestBill | undefined {
  if (!a || !b) return a ?? b;
  return b.times < a.times ? b : a;
}

/** @returns what of it can be read; whatever else is in it is left out. Null when it is no progress at all */
export function parseProgress(value: unknown): Progress | null {
  if (!isRecord(value) || value['v'] !== 1) return null;
  const lessons = Object.keys(recordAt(value, 'lessons')).map((slug) => [slug, true] as const);
  const exercises = Object.entries(recordAt(value, 'exercises')).flatMap(([name, one]) => {
    const parsed = parseExercise(one);
    return parsed === null ? [] : [[name, parsed] as const];
  });
  const last = typeof value['last'] === 'string' ? value['last'] : null;
  return { lessons: Object.fromEntries(lessons), exercises: Object.fromEntries(exercises), last };
}

function parseExercise(value: unknown): ExerciseProgress | null {
  if (!isRecord(value) || !Array.isArray(value['passed'])) return null;
  const passed = value['passed'].filter((id) => typeof id === 'string');
  const { best } = value;
  if (!isRecord(best) || typeof best['usd'] !== 'string' || typeof best['times'] !== 'number')
    return { passed };
  const { usd, times } = best;
  const isAmount = /^\d{1,20}(\.\d{1,40})?$/.test(usd) && Number.isFinite(times) && times > 0;
  return isAmount ? { passed, best: { usd, times } } : { passed };
}

function recordAt(value: Record<string, unknown>, key: string): Record<string, unknown> {
  const found = value[key];
  return isRecord(found) ? found : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
