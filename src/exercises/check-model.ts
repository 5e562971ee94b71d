/** The checks beside a playground, apart from how they look. What passed is kept as progress. */
import { batch, computed, signal } from '@preact/signals';
import type { SourceFile } from '../contract/data.ts';
import type { Sample } from '../course/sample.ts';
import type { LabOwner } from '../playground/code/origin.ts';
import { addProgress, lastTried, progress } from '../progress/index.ts';
import { type CheckResult, pointsOf } from './check.ts';

/** What a page knows of a check before it has run. */
export interface CheckTitle {
  readonly id: string;
  readonly title: string;
  /** What of it waits for the marking: there is a solution there, and this reader has none. */
  readonly note?: string;
  /** All of it waits, and does not count here. */
  readonly isForMarking?: boolean;
}

/** Where a learner goes on after an exercise. */
export interface NextStep {
  /** "Volgende oefening". */
  readonly what: string;
  readonly title: string;
  readonly href: string;
  /** "Instap · 10 minuten". */
  readonly facts: string;
}

export interface ExerciseCard {
  readonly checks: readonly CheckTitle[];
  /** As HTML. */
  readonly hints: readonly string[];
  /** What whoever made it knows now, as HTML. */
  readonly learned: string;
  readonly next: readonly NextStep[];
  /** The smallest bill is kept. */
  readonly isGolf: boolean;
  /** Made by a teacher: there is no solution to show, and a link to the page alone would not bring the exercise along. */
  readonly isOwn?: boolean;
}

/** What a set says about how its exercises are made. */
export interface SetRules {
  readonly hints: boolean;
  /** Id of the tariff under which budgets count; null is the lab's own. */
  readonly tariff: string | null;
  /** What its teacher closed. */
  readonly closed: { readonly solutions: boolean; readonly sharing: boolean };
}

export type Runner = (
  sample: Sample,
  files: readonly SourceFile[],
  options: {
    readonly signal: AbortSignal;
    readonly onResult: (result: CheckResult) => void;
    /** So many checks run again, and nothing may run beside them. */
    readonly onAgain: (count: number) => void;
    readonly tariffId: string | null;
  },
) => Promise<readonly CheckResult[]>;

export function createChecks(
  sample: Sample,
  card: ExerciseCard,
  /** Fetches what runs the checks. */
  openRunner: () => Promise<Runner>,
) {
  const results = signal<ReadonlyMap<string, CheckResult>>(new Map());
  /** So many run again alone, at this moment. */
  const again = signal(0);
  const running = signal<AbortController | null>(null);
  /** True after a run that came to its end. */
  const isDone = signal(false);
  /** What runs the checks could not be fetched. */
  const hasFailed = signal(false);
  const hintsShown = signal(0);
  /** Of the teacher's set that this page was opened with; null outside a set. */
  const rules = signal<SetRules | null>(null);

  /**
   * What passes counts as progress when the code is the reader's: a stranger's proves nothing about the reader.
   *
   * @param rest lets nothing else of this page begin
   */
  async function run(
    files: readonly SourceFile[],
    owner: LabOwner = 'reader',
    rest: () => void = () => {},
  ): Promise<void> {
    if (running.peek()) return;
    const mine = new AbortController();
    batch(() => {
      running.value = mine;
      results.value = new Map();
      isDone.value = false;
      hasFailed.value = false;
    });
    try {
      const runner = await openRunner();
      const onResult = (result: CheckResult) => {
        if (mine.signal.aborted) return;
        results.value = new Map(results.peek()).set(result.id, result);
      };
      const all = await runner(sample, files, {
        signal: mine.signal,
        onResult,
        onAgain: (count) => {
          rest();
          again.value = count;
        },
        tariffId: rules.peek()?.tariff ?? null,
      });
      if (mine.signal.aborted) return;
      isDone.value = true;
      if (owner === 'reader') {
        lastTried.value = { exercise: sample.name, results: all };
        keep(all);
      }
    } catch {
      hasFailed.value = !mine.signal.aborted;
    } finally {
      batch(() => {
        running.value = null;
        again.value = 0;
      });
    }
  }

  /** Other code stands there now. */
  function forget(): void {
    running.peek()?.abort();
    batch(() => {
      results.value = new Map();
      isDone.value = false;
      hasFailed.value = false;
    });
  }

  function keep(all: readonly CheckResult[]): void {
    if (pointsOf(all) === 0) return;
    const passed = all.filter(({ isPassed }) => isPassed).map(({ id }) => id);
    const isRight = passed.length === all.length;
    const bill = card.isGolf && isRight ? all.findLast((result) => result.bill !== null)?.bill : undefined;
    const times = bill ? Number(bill.usd) / Number(bill.solutionUsd) : 0;
    addProgress({
      exercises: { [sample.name]: { passed, ...(bill && { best: { usd: bill.usd, times } }) } },
    });
  }

  const counted = card.checks.filter(({ isForMarking }) => !isForMarking);

  return {
    card,
    /** The checks that count here. */
    counted,
    results,
    again,
    isDone,
    hasFailed,
    hintsShown,
    rules,
    isRunning: computed(() => running.value !== null),
    pointsNow: computed(() => pointsOf([...results.value.values()])),
    /** Ever, on this device. */
    passedBefore: computed(() => new Set(progress.value.exercises[sample.name]?.passed ?? [])),
    best: computed(() => progress.value.exercises[sample.name]?.best ?? null),
    run,
    forget,
    stop: () => running.peek()?.abort(),
    nextHint: () => {
      hintsShown.value = Math.min(hintsShown.peek() + 1, card.hints.length);
    },
  };
}

export type Checks = ReturnType<typeof createChecks>;
