/** Wipes what a learner has done, steps with it: what only the page of progress asks for. */
import { addProgress, kept } from './kept.ts';
import { keptSteps } from './kept-ticks.ts';
import { wipePredictions } from './predictions.ts';
import { NO_PROGRESS } from './progress.ts';
import { wipeRecordings } from './recordings.ts';
import { mergeTurns, NO_STEPS } from './ticks.ts';

/** @returns what brings it back */
export function wipeProgress(): () => void {
  let before = NO_PROGRESS;
  let { turns } = NO_STEPS;
  kept.add(({ wipes, progress: known }) => {
    before = known;
    return { wipes: wipes + 1, progress: NO_PROGRESS };
  });
  keptSteps.add((known) => {
    turns = known.turns;
    return { wipes: known.wipes + 1, turns: NO_STEPS.turns };
  });
  const predictionsBack = wipePredictions();
  const recordingsBack = wipeRecordings();
  return () => {
    addProgress(before);
    predictionsBack();
    recordingsBack();
    keptSteps.add((known) => ({ ...known, turns: mergeTurns(known.turns, turns) }));
  };
}
