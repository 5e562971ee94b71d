/** What a learning environment hears of a learner's progress. */
import type { Progress } from '../../progress/progress.ts';
import type { Counted } from '../package/course-facts.ts';

export interface Report {
  /**
   * Every lesson that counts was read. Where none counts: the pass mark was reached, or, without one, every check passed.
   */
  readonly isComplete: boolean;
  /** Null without a pass mark, and until it is reached or all is done. */
  readonly isPassed: boolean | null;
  /** 0 to 1: of all there is to read and to pass, how much was done. */
  readonly measure: number;
  /** 0 to 100, whole: how many of the checks passed. 100 when there are none and all is read. */
  readonly score: number;
  readonly read: number;
  readonly passed: number;
  readonly checks: number;
}

/** @param best the highest score that was told before: what was reached stays reached */
export function reportOf(progress: Progress, { lessons, exercises, passMark }: Counted, best = 0): Report {
  const read = lessons.filter(({ slug }) => progress.lessons[slug] === true).length;
  let passed = 0;
  let checks = 0;
  for (const { name, checks: all } of exercises) {
    const done = progress.exercises[name]?.passed ?? [];
    checks += all.length;
    passed += all.filter(({ id }) => done.includes(id)).length;
  }
  const isRead = lessons.length > 0 && read === lessons.length;
  // Rounded down, so that 100 means all.
  const score = checks > 0 ? Math.floor((100 * passed) / checks) : isRead ? 100 : 0;
  const isReached = passMark !== null && Math.max(score, best) >= passMark;
  const isMade = checks > 0 && (passMark === null ? passed === checks : isReached);
  const isComplete = lessons.length > 0 ? isRead : isMade;
  const isPassed = passMark === null ? null : isReached || (isComplete ? false : null);
  const all = lessons.length + checks;
  return {
    isComplete,
    isPassed,
    measure: all === 0 ? 0 : (read + passed) / all,
    score,
    read,
    passed,
    checks,
  };
}
