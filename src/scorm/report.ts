/** What a learning environment hears of a learner's progress. */
import type { Progress } from '../progress/progress.ts';

export interface LessonFacts {
  readonly slug: string;
  readonly title: string;
  readonly exercises: readonly { readonly name: string; readonly checks: readonly string[] }[];
}

export interface Report {
  /** Every lesson of the package was read to its end. */
  readonly isComplete: boolean;
  /** 0 to 1: of all there is to read and to pass, how much was done. */
  readonly measure: number;
  /** 0 to 100, whole: how many of the checks passed. 100 when there are none and all is read. */
  readonly score: number;
  readonly read: number;
  readonly passed: number;
  readonly checks: number;
}

/** @param lessons those that the package counts */
export function reportOf(progress: Progress, lessons: readonly LessonFacts[]): Report {
  const read = lessons.filter(({ slug }) => progress.lessons[slug] === true).length;
  let passed = 0;
  let checks = 0;
  for (const { name, checks: ids } of lessons.flatMap(({ exercises }) => exercises)) {
    const done = progress.exercises[name]?.passed ?? [];
    checks += ids.length;
    passed += ids.filter((id) => done.includes(id)).length;
  }
  const isComplete = lessons.length > 0 && read === lessons.length;
  // Rounded down, so that 100 means all.
  const score = checks > 0 ? Math.floor((100 * passed) / checks) : isComplete ? 100 : 0;
  const all = lessons.length + checks;
  return { isComplete, measure: all === 0 ? 0 : (read + passed) / all, score, read, passed, checks };
}
