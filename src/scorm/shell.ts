/** What the pages of a package find in the window around them (`shell-main.ts`). */
import type { LearnerMark, Shelf } from '../kit/storage.ts';
import type { Progress } from '../progress/progress.ts';
import type { TriedCheck } from './session/interactions.ts';

export interface Shell {
  /** What the learning environment has of this learner. */
  readonly progress: Progress;
  report(progress: Progress): void;
  /** The checks of an exercise ran on the learner's own code. */
  tried(exercise: string, checks: readonly TriedCheck[]): void;
  /** @param page file in the package */
  at(page: string, fragment: string): void;
}

declare global {
  /** In the window of a package's start page. */
  var functielabShell:
    | (Shell & { readonly learner: LearnerMark; readonly shelf: Shelf | undefined })
    | undefined;
}
