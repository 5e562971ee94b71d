/** Wipes what a learner has done: what only the page of progress asks for. */
import { addProgress, kept } from './kept.ts';
import { NO_PROGRESS } from './progress.ts';

/** @returns what brings it back */
export function wipeProgress(): () => void {
  let before = NO_PROGRESS;
  kept.add(({ wipes, progress: known }) => {
    before = known;
    return { wipes: wipes + 1, progress: NO_PROGRESS };
  });
  return () => addProgress(before);
}
