/**
 * One visit of a learner in a learning environment, and what is kept there for the next.
 *
 * What is new is told at once, and saved at most once in ten seconds, since some environments throttle who asks more; at the end,
 * and when the page may be about to end, all that is still waiting is saved.
 */
import { merge, type Progress } from '../../progress/progress.ts';
import type { StartFacts } from '../package/course-facts.ts';
import type { ScormVersion } from '../package/manifest.ts';
import { type Environment, findEnvironment } from './environment.ts';
import { interactionsOf, type TriedCheck } from './interactions.ts';
import { type Report, reportOf } from './report.ts';
import { fromSuspend, MOST_CHARACTERS, type Travelling, toSuspend } from './suspend.ts';

/** How it stands, after it was tried to have it kept. */
export interface Told {
  readonly report: Report;
  /** Whether the environment says that it keeps it. */
  readonly isKept: boolean;
  /** Names of functions whose code has no room there, newest first. */
  readonly left: readonly string[];
}

export interface Session {
  readonly version: ScormVersion;
  /** The learner's id as the environment has it; what is kept on the device is kept under a hash of it. */
  readonly learnerId: string;
  /** What was kept at the end of the last visit. */
  readonly travelled: Travelling;
  /** Where the learner was, as `at` was told; empty in a first visit. */
  readonly location: string;
  /** @param source what travels besides progress, asked when it is about to be kept */
  carry(source: () => Omit<Travelling, 'progress'>): void;
  report(progress: Progress): void;
  tried(exercise: string, checks: readonly TriedCheck[]): void;
  at(location: string): void;
  /** Some code was changed. */
  codeChanged(): void;
  /** The page may be gone any moment. */
  saveNow(): void;
  /** Afterwards nothing is told any more. */
  end(): void;
}

export interface SessionWorld {
  /** In ms, on a clock that only goes forward. */
  readonly now: () => number;
  readonly date: () => Date;
  /** @returns what calls it off */
  readonly later: (run: () => void, ms: number) => () => void;
  readonly onTold: (told: Told) => void;
}

export const BETWEEN_SAVES_MS = 10_000;
/** Of `lesson_location`, the shortest of the two. */
const LONGEST_LOCATION = 255;

const NAMES = {
  '1.2': {
    learnerId: 'cmi.core.student_id',
    status: 'cmi.core.lesson_status',
    score: 'cmi.core.score',
    time: 'cmi.core.session_time',
    exit: 'cmi.core.exit',
    location: 'cmi.core.lesson_location',
  },
  '2004': {
    learnerId: 'cmi.learner_id',
    status: 'cmi.completion_status',
    score: 'cmi.score',
    time: 'cmi.session_time',
    exit: 'cmi.exit',
    location: 'cmi.location',
  },
} as const;

/** @returns `NONE` when there is no learning environment around this window, `REFUSED` when it does not begin */
export function openSession(
  facts: StartFacts,
  { now, date, later, onTold }: SessionWorld,
): Session | 'NONE' | 'REFUSED' {
  const found = findEnvironment();
  if (typeof found === 'string') return found;
  const environment: Environment = found;
  const { version, set } = environment;
  const names = NAMES[version];
  const startedMs = now();
  const travelled = fromSuspend(environment.get('cmi.suspend_data'));
  const interactions = interactionsOf(environment, facts.exercises, date);
  let known = travelled.progress;
  let carried: () => Omit<Travelling, 'progress'> = () => travelled;
  let limits = MOST_CHARACTERS[version];
  let isOpen = true;
  let savedMs = Number.NEGATIVE_INFINITY;
  let told: Omit<Told, 'report'> = { isKept: true, left: [] };
  let callOff: (() => void) | null = null;
  const before = environment.get(names.status);
  let isComplete = ['completed', 'passed'].includes(before);
  let hasPassed = (version === '1.2' ? before : environment.get('cmi.success_status')) === 'passed';
  const scoreBefore = environment.get(`${names.score}.raw`);
  let best = Number(scoreBefore) || 0;
  /** An untouched package has no score: an environment with a pass mark would call it failed. */
  let hasScore = scoreBefore !== '';

  function tellScore(report: Report): void {
    // What was reached stays reached, in a later visit with less, or after a new version of an exercise.
    best = Math.max(best, report.score);
    hasScore ||= best > 0 || report.isComplete;
    if (!hasScore) return;
    set(`${names.score}.min`, 0);
    set(`${names.score}.max`, 100);
    set(`${names.score}.raw`, best);
    if (version === '2004') set('cmi.score.scaled', best / 100);
  }

  /** SCORM 1.2 has one status for what is two in 2004. */
  function tellStatus(report: Report): void {
    isComplete ||= report.isComplete;
    hasPassed ||= report.isPassed === true;
    const success = hasPassed ? 'passed' : report.isPassed === false ? 'failed' : null;
    const completion = isComplete ? 'completed' : 'incomplete';
    if (version === '1.2') {
      set(names.status, success ?? completion);
      return;
    }
    set(names.status, completion);
    set('cmi.progress_measure', Number(report.measure.toFixed(4)));
    if (success !== null) set('cmi.success_status', success);
  }

  /** @returns null when the environment does not take it, however little it is */
  function tellSuspend(): readonly string[] | null {
    const { code, older } = carried();
    for (const most of limits) {
      const suspended = toSuspend({ progress: known, code, older }, most);
      if (suspended !== null && set('cmi.suspend_data', suspended.text)) {
        limits = limits.slice(limits.indexOf(most));
        return suspended.left;
      }
    }
    const bare = toSuspend({ progress: known, code: [], older: [] }, limits.at(-1) ?? 0);
    const isTaken = bare !== null && set('cmi.suspend_data', bare.text);
    return isTaken ? code.filter(({ saved }) => saved !== null).map(({ name }) => name) : null;
  }

  function save(): void {
    if (!isOpen) return;
    callOff?.();
    callOff = null;
    const report = reportOf(known, facts, best);
    tellScore(report);
    tellStatus(report);
    // At the beginning already: an environment that sees us vanish keeps `suspend_data` for the next visit only then.
    set(names.exit, 'suspend');
    const left = tellSuspend();
    const hadNews = environment.hasNews();
    const isSaved = !environment.hasNews() || environment.save();
    told = { isKept: isSaved && left !== null, left: left ?? [] };
    // It was asked for something, also when it refused.
    if (hadNews || !told.isKept) savedMs = now();
    onTold({ report, ...told });
    if (!told.isKept) soon();
  }

  function soon(): void {
    if (!isOpen || callOff !== null) return;
    const waitMs = savedMs + BETWEEN_SAVES_MS - now();
    if (waitMs <= 0) save();
    else callOff = later(save, waitMs);
  }

  return {
    version,
    learnerId: environment.get(names.learnerId),
    travelled,
    location: environment.get(names.location),
    carry: (source) => {
      carried = source;
    },
    report(progress) {
      known = merge(known, progress);
      onTold({ report: reportOf(known, facts, best), ...told });
      soon();
    },
    tried(exercise, checks) {
      if (!isOpen) return;
      hasScore = true;
      interactions(exercise, checks, (name, id) => known.exercises[name]?.passed.includes(id) === true);
      soon();
    },
    at(location: string) {
      if (!isOpen || location.length > LONGEST_LOCATION) return;
      set(names.location, location);
      soon();
    },
    codeChanged: soon,
    saveNow: save,
    end() {
      if (!isOpen) return;
      set(names.time, sessionTime(version, now() - startedMs));
      save();
      isOpen = false;
      callOff?.();
      environment.finish();
    },
  };
}

/** @returns `HHHH:MM:SS` (SCORM 1.2, CMITimespan) or `PT…S` (SCORM 2004, ISO 8601), in whole seconds */
export function sessionTime(version: ScormVersion, ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (version === '2004') return `PT${seconds}S`;
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.min(9_999, Math.floor(seconds / 3_600));
  return `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}
