/** One visit of a learner in a learning environment, over its SCORM API, and what is kept there for the next. */
import imported from '@szenadam/scorm-api-wrapper';
import { readPacked, toPacked } from '../kit/packed.ts';
import { merge, NO_PROGRESS, type Progress, parseProgress } from '../progress/progress.ts';
import { type LessonFacts, type Report, reportOf } from './report.ts';

export interface Session {
  /** The learner's id as the environment has it; what is kept on the device is kept under a hash of it. */
  readonly learnerId: string;
  /** As it was at the end of the last visit. */
  readonly progress: Progress;
  /** @returns what was reported, and whether the environment says that it is kept */
  report(progress: Progress): Report & { readonly isKept: boolean };
  /** Afterwards nothing is reported any more. */
  end(): void;
}

/** The library is CommonJS: as Node reads it, its class is one level deeper than its types say. */
const ScormApiWrapper = 'default' in imported ? (imported.default as typeof imported) : imported;
type Api = InstanceType<typeof ScormApiWrapper>;

type Version = '1.2' | '2004';

const NAMES = {
  '1.2': {
    learnerId: 'cmi.core.student_id',
    status: 'cmi.core.lesson_status',
    score: 'cmi.core.score',
    time: 'cmi.core.session_time',
    exit: 'cmi.core.exit',
  },
  '2004': {
    learnerId: 'cmi.learner_id',
    status: 'cmi.completion_status',
    score: 'cmi.score',
    time: 'cmi.session_time',
    exit: 'cmi.exit',
  },
} as const;

/**
 * @param lessons those that count
 * @returns null when no learning environment is found around this window, or it refuses to begin
 */
export function openSession(
  lessons: readonly LessonFacts[],
  now: () => number = () => performance.now(),
): Session | null {
  const api = new ScormApiWrapper(false);
  if (!begin(api)) return null;
  const handle = api.getApiHandle() as { LMSFinish?(text: ''): string; Terminate?(text: ''): string };
  const version: Version = handle.LMSFinish ? '1.2' : '2004';
  const names = NAMES[version];
  const startedMs = now();
  let isOpen = true;
  let kept = fromSuspend(api.dataGet('cmi.suspend_data'));
  let isComplete = ['completed', 'passed'].includes(api.dataGet(names.status));
  let best = Number(api.dataGet(`${names.score}.raw`)) || 0;
  const set = (name: string, value: string | number) => api.dataSet(name, String(value));

  function report(progress: Progress) {
    kept = merge(kept, progress);
    const told = reportOf(kept, lessons);
    if (!isOpen) return { ...told, isKept: false };
    // What was reached stays reached, in a later visit with less, or after a new version of an exercise.
    isComplete ||= told.isComplete;
    best = Math.max(best, told.score);
    set(`${names.score}.min`, 0);
    set(`${names.score}.max`, 100);
    set(`${names.score}.raw`, best);
    if (version === '2004') {
      set('cmi.score.scaled', best / 100);
      set('cmi.progress_measure', Number(told.measure.toFixed(4)));
    }
    set(names.status, isComplete ? 'completed' : 'incomplete');
    const suspended = toSuspend(kept, MOST_CHARACTERS[version]);
    const isWritten = suspended !== null && set('cmi.suspend_data', suspended);
    return { ...told, isKept: api.save() && isWritten };
  }

  return {
    learnerId: api.dataGet(names.learnerId),
    progress: kept,
    report,
    end() {
      if (!isOpen) return;
      isOpen = false;
      set(names.time, sessionTime(version, now() - startedMs));
      // "suspend" keeps `suspend_data` for the next visit, also when all is done.
      set(names.exit, 'suspend');
      api.save();
      // Not by the library: after a completed lesson it would ask a 1.2 environment to log the learner out.
      if (handle.LMSFinish) handle.LMSFinish('');
      else handle.Terminate?.('');
    },
  };
}

function begin(api: Api): boolean {
  try {
    return api.initialize();
  } catch {
    // A window around this one is of another site, and may not be looked into.
    return false;
  }
}

/** @returns `HHHH:MM:SS` (SCORM 1.2, CMITimespan) or `PT…S` (SCORM 2004, ISO 8601), in whole seconds */
export function sessionTime(version: Version, ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (version === '2004') return `PT${seconds}S`;
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.min(9_999, Math.floor(seconds / 3_600));
  return `${two(hours)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/**
 * Of `cmi.suspend_data`, in which a learning environment keeps a learner's progress (SCORM 1.2 RTE, 3.4.4; SCORM 2004 RTE 4th
 * ed., 4.2.22). Code does not fit in that: it stays on the device.
 */
export const MOST_CHARACTERS = { '1.2': 4_096, '2004': 64_000 } as const;

/** @returns null when it does not even fit without the best bills: what was kept before then stays */
export function toSuspend(progress: Progress, most: number): string | null {
  const withoutBest = Object.fromEntries(
    Object.entries(progress.exercises).map(([name, { passed }]) => [name, { passed }]),
  );
  for (const exercises of [progress.exercises, withoutBest]) {
    const text = toPacked(JSON.stringify({ v: 1, ...progress, exercises }));
    if (text.length <= most) return text;
  }
  return null;
}

/** @returns no progress for what is not ours, or not whole */
export function fromSuspend(text: string): Progress {
  return (text === '' ? null : parseProgress(readPacked(text))) ?? NO_PROGRESS;
}
