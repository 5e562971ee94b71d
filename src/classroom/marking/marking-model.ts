/**
 * Marking as a teacher goes through it, apart from how it looks: files are added, run again, paused and resumed, and all of it
 * is kept. What runs the checks, what the course has and where it is kept are given, so that it needs no browser.
 */
import { batch, computed, signal } from '@preact/signals';
import type { Sample } from '../../course/sample.ts';
import type { CheckResult } from '../../exercises/check.ts';
import type { Runner } from '../../exercises/check-model.ts';
import { drawSeed } from '../../exercises/fresh-inputs.ts';
import { Oracle } from '../../exercises/run/oracle.ts';
import { dateInWords } from '../../kit/dates.ts';
import type { WorkKey } from './equal-work.ts';
import { createKeptMarkings, type Keeping, type MarkingChange } from './kept/kept-markings.ts';
import { identityOf, merged } from './kept/marking-file.ts';
import type { MarkingState } from './kept/marking-record.ts';
import { plainLooks, rememberingLooks, tellLooks } from './looks.ts';
import { runTasks, type Task } from './mark.ts';
import { type CourseExercise, type ExerciseToMark, isMarked, toMark } from './marked-files.ts';
import { createOpenMarking, NOTHING_FAILED } from './open-marking.ts';
import { type DroppedFile, isHandedIn, readHandIns, type Source } from './read-files.ts';

export type { CourseExercise, ExerciseToMark, MarkedFiles } from './marked-files.ts';

/** Of one exercise of one student, for all its checks. */
const LIMIT_MS = 12_000;

export interface MarkingTools extends Keeping {
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
  /** @throws when it can't be had: then only white space is left out of account */
  readonly loadWorkKey: () => Promise<WorkKey>;
  /** @returns what gives it up; null when another tab has it */
  readonly claim: (name: string) => Promise<(() => void) | null>;
}

/** What came of the last files: so many were new, and so many were there already. */
export interface Added {
  readonly fresh: number;
  readonly known: number;
}

export function createMarking({ run, loadCourse, loadWorkKey, claim, ...keeping }: MarkingTools) {
  const kept = createKeptMarkings(keeping);
  const open = createOpenMarking(() => keep());
  const running = signal<AbortController | null>(null);
  const isReading = signal(false);
  /** So many times files came that are not read yet: they may be dropped while others are. */
  let toRead = 0;
  /** Of those, that some could not be read: that others can be is no reason not to say so. */
  let hasFailedBefore = false;
  const isPaused = signal(false);
  /** The course could not be fetched. */
  const hasFailed = signal(false);
  const added = signal<Added | null>(null);
  /** Something else was asked for while files are read, and comes after that. */
  const isHeldUp = signal(false);
  let turn: Promise<unknown> = Promise.resolve();

  /** One at a time: files are for the marking that is open when their turn comes, which stays open until they are in it. */
  function inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const mine = turn.then(work);
    turn = mine.catch(() => undefined);
    return mine;
  }

  function afterReading<T>(work: () => T | Promise<T>): Promise<T> {
    isHeldUp.value = isReading.peek();
    return inTurn(work);
  }

  /** Another tab has what is open, and keeps it: two that write in one marking write over each other's hand-ins. */
  const isCopy = signal(false);
  let giveUp = () => {};
  let isGivenUp: Promise<void> = Promise.resolve();

  async function claimOf(id: string): ReturnType<typeof claim> {
    // It may be this page that had it a moment ago.
    await isGivenUp;
    return claim(`functielab:nakijken:${id}`).catch(() => () => {});
  }

  /** Of what is open from now on; what was is given up once all of it is written, for the next tab to read. */
  function hold(claimed: (() => void) | null): void {
    isGivenUp = kept.settled().then(giveUp);
    giveUp = claimed ?? (() => {});
    isCopy.value = claimed === null;
  }

  function keep(change: Partial<MarkingChange> = {}): void {
    const id = open.id.peek();
    if (id !== null && !isCopy.peek())
      kept.save(id, { head: open.head(), people: open.rows.peek().length, ...change });
  }

  /** @returns whether the course is there */
  async function hasCourse(): Promise<boolean> {
    hasFailed.value = false;
    try {
      open.course.value = await loadCourse();
      if (open.looksOf.peek() === plainLooks) {
        const workKey = await loadWorkKey().catch(() => null);
        if (workKey !== null) open.looksOf.value = rememberingLooks(workKey);
      }
      return true;
    } catch {
      hasFailed.value = true;
      return false;
    }
  }

  async function begin(): Promise<void> {
    open.seed.value = drawSeed();
    const day = new Date(keeping.nowMs()).toISOString().slice(0, 10);
    open.title.value = open.set.peek()?.title || `Nakijkwerk van ${dateInWords(day)}`;
    const id = kept.create(open.head());
    hold(await claimOf(id));
    open.id.value = id;
  }

  /** Adds what is not there yet to what is open, and marks what was not marked. Also while it marks. */
  async function mark(files: readonly DroppedFile[]): Promise<void> {
    if (files.length === 0) return;
    isHeldUp.value = isReading.peek();
    if (toRead === 0) {
      hasFailedBefore = false;
      added.value = null;
    }
    toRead += 1;
    isReading.value = true;
    if (await inTurn(() => readIn(files))) await goOn();
  }

  /** @returns whether they were added */
  async function readIn(files: readonly DroppedFile[]): Promise<boolean> {
    try {
      await kept.open();
      if (!(await hasCourse())) return false;
      const drop = 1 + Math.max(-1, ...open.sources.peek().map((one) => one.drop ?? 0));
      const read = await readHandIns(files, drop);
      await prepare(read);
      if (open.id.peek() === null) await begin();
      add(read);
      return true;
    } catch {
      hasFailed.value = true;
      return false;
    } finally {
      hasFailedBefore ||= hasFailed.peek();
      hasFailed.value = hasFailedBefore;
      toRead -= 1;
      isReading.value = toRead > 0;
      isHeldUp.value = false;
    }
  }

  /** How they look is told beforehand, a few at a time: all at once would hold up the page. */
  async function prepare(read: readonly Source[]): Promise<void> {
    const all = read.filter(isHandedIn).map(({ exercises }) => exercises);
    const courses = open.course.peek().map(toMark);
    await tellLooks(open.looksOf.peek(), courses, all);
  }

  function add(read: readonly Source[]): void {
    const before = open.sources.peek();
    const isHere = new Set(before.map(identityOf));
    const fresh = read.filter((one) => {
      const identity = identityOf(one);
      const isNew = !isHere.has(identity);
      isHere.add(identity);
      return isNew;
    });
    batch(() => {
      open.picked.value = null;
      open.sources.value = [...before, ...fresh];
      const { fresh: earlier, known } = added.peek() ?? { fresh: 0, known: 0 };
      added.value = { fresh: earlier + fresh.length, known: known + read.length - fresh.length };
    });
    keep({ sources: open.sources.peek(), sourcesFrom: before.length });
  }

  /** Marks what is not marked yet; what the machine failed at is tried again. */
  async function goOn(): Promise<void> {
    if (running.peek() !== null || open.id.peek() === null) return;
    const mine = new AbortController();
    batch(() => {
      running.value = mine;
      isPaused.value = false;
      open.failed.value = NOTHING_FAILED;
    });
    const oracle = new Oracle(open.seed.peek());
    const given = new Set<string>();
    const waiting = () =>
      open.work.peek().find((one) => !given.has(one.key) && !isMarked(open.verdicts.peek(), one));
    const next = (): Task<ExerciseToMark> | null => {
      const piece = isPaused.peek() ? undefined : waiting();
      if (piece !== undefined) given.add(piece.key);
      return piece ?? null;
    };
    // Files may come in while the last of it runs, when nobody asks for more.
    while (!mine.signal.aborted && !isPaused.peek() && waiting() !== undefined) {
      await runTasks<ExerciseToMark>({
        next,
        signal: mine.signal,
        run: ({ sample }, code) => {
          const tariffId = open.set.peek()?.tariff ?? null;
          const common = { signal: mine.signal, limitMs: LIMIT_MS, tariffId, oracle };
          return run(sample, code, { ...common, tellsDeeds: true });
        },
        onMarked: ({ key, exercise }, results) => tell(key, exercise.version, results),
      });
    }
    if (running.peek() === mine) running.value = null;
  }

  function tell(key: string, version: string, results: readonly CheckResult[] | null): void {
    if (results === null) {
      open.failed.value = new Set([...open.failed.peek(), key]);
      return;
    }
    open.verdicts.value = new Map(open.verdicts.peek()).set(key, { results, version });
    keep({ verdicts: [{ key, version, results }] });
  }

  function stop(): void {
    running.peek()?.abort();
    running.value = null;
  }

  function show(state: MarkingState, id: string): void {
    stop();
    added.value = null;
    isPaused.value = false;
    open.show(state, id);
  }

  /** Opens what is kept under this id. @returns whether it is there */
  async function openKept(id: string): Promise<boolean> {
    if (open.id.peek() === id) return true;
    const claimed = await claimOf(id);
    const state = await kept.read(id);
    if (state === null || !(await hasCourse())) {
      claimed?.();
      return state !== null;
    }
    await prepare(state.sources);
    hold(claimed);
    show(state, id);
    return true;
  }

  /** Nothing open: the next files begin another. */
  function close(): void {
    stop();
    hold(() => {});
    added.value = null;
    open.empty();
  }

  /** A marking that came as a file: as one of its own, or into the one that is open. */
  async function take(state: MarkingState, how: 'second' | 'merge'): Promise<void> {
    await kept.open();
    if (!(await hasCourse())) return;
    const here = how === 'merge' ? open.id.peek() : null;
    const whole = here === null ? state : merged(open.state(), state);
    const id = here ?? kept.create(whole.head);
    if (here === null) hold(await claimOf(id));
    show(whole, id);
    keep({
      sources: whole.sources,
      verdicts: [...whole.verdicts].map(([key, verdict]) => ({ key, ...verdict })),
    });
  }

  return {
    ...open,
    kept,
    hasFailed,
    added,
    isReading,
    isHeldUp,
    isCopy,
    isRunning: computed(() => running.value !== null),
    /** It takes nothing new: what runs comes to its end. */
    isPausing: computed(() => isPaused.value && running.value !== null),
    mark,
    pause: () => {
      isPaused.value = true;
    },
    stop,
    goOn,
    open: (id: string) => afterReading(() => openKept(id)),
    close: () => afterReading(close),
    take: (state: MarkingState, how: 'second' | 'merge') => afterReading(() => take(state, how)),
    pick: (row: number, exercise: string) => {
      open.picked.value = { row, exercise };
    },
    closePicked: () => {
      open.picked.value = null;
    },
  };
}

export type Marker = ReturnType<typeof createMarking>;
