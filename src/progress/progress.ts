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
  /** When it was opened, on the wall's clock; absent in what an earlier version kept, which counts as before all others. */
  readonly lastAtMs?: number;
}

export const NO_PROGRESS: Progress = { lessons: {}, exercises: {}, last: null };

/** In any order and any number of times: nothing of either is lost. */
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
    ...laterOf(a, b),
  };
}

function laterOf(a: Progress, b: Progress): Pick<Progress, 'last' | 'lastAtMs'> {
  const rank = ({ last, lastAtMs = 0 }: Progress) => (last === null ? -1 : lastAtMs);
  const isTie = rank(a) === rank(b);
  const { last, lastAtMs } = (isTie ? `${a.last}` > `${b.last}` : rank(a) > rank(b)) ? a : b;
  return lastAtMs === undefined ? { last } : { last, lastAtMs };
}

/** @param nowMs on the wall's clock, which may have been set back since the last time */
export function withDone(known: Progress, done: Partial<Progress>, nowMs: number): Progress {
  const isOpenedNow = typeof done.last === 'string' && done.lastAtMs === undefined;
  const lastAtMs = Math.max(nowMs, (known.lastAtMs ?? 0) + 1);
  return merge(known, { ...NO_PROGRESS, ...done, ...(isOpenedNow && { lastAtMs }) });
}

/** What the course has: a file from elsewhere may speak of anything. */
export interface Known {
  /** Slugs. */
  readonly lessons: ReadonlySet<string>;
  /** Ids of checks by name of the exercise. */
  readonly exercises: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Leaves out lessons, exercises and checks that the course does not have. */
export function onlyKnown({ lessons, exercises, last, lastAtMs }: Progress, known: Known): Progress {
  const read = Object.entries(lessons).filter(([slug]) => known.lessons.has(slug));
  const made = Object.entries(exercises).flatMap(([name, { passed, ...rest }]) => {
    const checks = known.exercises.get(name);
    return checks ? [[name, { ...rest, passed: passed.filter((id) => checks.has(id)) }] as const] : [];
  });
  const isLesson = last !== null && known.lessons.has(last);
  return {
    lessons: Object.fromEntries(read),
    exercises: Object.fromEntries(made),
    ...(isLesson ? { last, ...(lastAtMs !== undefined && { lastAtMs }) } : { last: null }),
  };
}

function mergeExercise(a: ExerciseProgress, b: ExerciseProgress): ExerciseProgress {
  const best = betterOf(a.best, b.best);
  return { passed: inOrder([...a.passed, ...b.passed]), ...(best && { best }) };
}

const inOrder = (ids: readonly string[]) => [...new Set(ids)].sort();

/** Bills of two machines differ, so the one that was smaller beside its own solution is the better. */
function betterOf(a: BestBill | undefined, b: BestBill | undefined): BestBill | undefined {
  if (!a || !b) return a ?? b;
  const isTie = a.times === b.times;
  return (isTie ? b.usd < a.usd : b.times < a.times) ? b : a;
}

/** Progress on one device, where it can be wiped: what was known before the last time does not come back from another tab. */
export interface Kept {
  readonly wipes: number;
  readonly progress: Progress;
}

export const NOTHING_KEPT: Kept = { wipes: 0, progress: NO_PROGRESS };

export function mergeKept(a: Kept, b: Kept): Kept {
  if (a.wipes !== b.wipes) return a.wipes > b.wipes ? a : b;
  return { wipes: a.wipes, progress: merge(a.progress, b.progress) };
}

/** The same has the same text. */
export function printKept({ wipes, progress }: Kept): string {
  const { lessons, exercises, last, lastAtMs } = progress;
  const sorted = (all: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(
      Object.keys(all)
        .sort()
        .map((key) => [key, all[key]]),
    );
  const stored = { v: 1, lessons: sorted(lessons), exercises: sorted(exercises), last };
  return JSON.stringify({
    ...stored,
    ...(lastAtMs !== undefined && { lastAtMs }),
    ...(wipes > 0 && { wipes }),
  });
}

export function parseKept(value: unknown): Kept | null {
  const progress = parseProgress(value);
  if (progress === null) return null;
  const { wipes } = value as { readonly wipes?: unknown };
  const isCount = Number.isSafeInteger(wipes) && Number(wipes) > 0 && Number(wipes) < Number.MAX_SAFE_INTEGER;
  return { wipes: isCount ? Number(wipes) : 0, progress };
}

/** @returns what of it can be read; whatever else is in it is left out. Null when it is no progress at all */
export function parseProgress(value: unknown): Progress | null {
  if (!isRecord(value) || value['v'] !== 1) return null;
  const lessons = Object.keys(recordAt(value, 'lessons'))
    .filter(isName)
    .map((slug) => [slug, true] as const);
  const exercises = Object.entries(recordAt(value, 'exercises')).flatMap(([name, one]) => {
    const parsed = isName(name) ? parseExercise(one) : null;
    return parsed === null ? [] : [[name, parsed] as const];
  });
  const { last, lastAtMs } = value;
  const isMoment =
    Number.isSafeInteger(lastAtMs) && Number(lastAtMs) > 0 && Number(lastAtMs) <= LAST_MOMENT_MS;
  return {
    lessons: Object.fromEntries(lessons),
    exercises: Object.fromEntries(exercises),
    last: isName(last) ? last : null,
    ...(isName(last) && isMoment && { lastAtMs: Number(lastAtMs) }),
  };
}

function parseExercise(value: unknown): ExerciseProgress | null {
  if (!isRecord(value) || !Array.isArray(value['passed'])) return null;
  const passed = inOrder(value['passed'].filter(isName));
  const { best } = value;
  if (!isRecord(best) || typeof best['usd'] !== 'string' || typeof best['times'] !== 'number')
    return { passed };
  const { usd, times } = best;
  const isAmount = /^\d{1,20}(\.\d{1,40})?$/.test(usd) && Number.isFinite(times) && times > 0;
  return isAmount ? { passed, best: { usd, times } } : { passed };
}

/** The last moment that a `Date` knows, in ms. */
const LAST_MOMENT_MS = 8.64e15;

/** As lessons, exercises and checks are named. */
function isName(value: unknown): value is string {
  return typeof value === 'string' && /^[a-z0-9][a-z0-9-]{0,99}$/.test(value);
}

function recordAt(value: Record<string, unknown>, key: string): Record<string, unknown> {
  const found = value[key];
  return isRecord(found) ? found : {};
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
