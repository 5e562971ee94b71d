/** What the pages of a package find in the window around them (`shell-main.ts`). */
import type { LearnerMark } from '../kit/storage.ts';
import type { Progress } from '../progress/progress.ts';

export interface Shell {
  /** What the learning environment has of this learner. */
  readonly progress: Progress;
  report(progress: Progress): void;
}

declare global {
  /** In the window of a package's start page. */
  var functielabShell: (Shell & { readonly learner: LearnerMark }) | undefined;
  /** In the pages of a package: the path under which they live, with a slash at both ends. */
  var functielabBase: string | undefined;
}
