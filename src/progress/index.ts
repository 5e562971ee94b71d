/**
 * What a learner has done, on this device: lessons read, checks passed, best bills, steps ticked.
 *
 *     progress.ts   what it is, and how two of them are put together: pure, read this first
 *     kept.ts       on this device, as a signal; and what the last checks said, while the page is open
 *     ticks.ts      steps of a lesson that are ticked, apart from the rest: not every page carries them
 *     predictions.ts what was predicted before an experiment, and what came of it; fetched apart
 *     recordings.ts the calls of an exercise's last visit (`recorded-calls.ts`), for who lets them go with a hand-in
 *     wipe.ts       wiped, in all tabs, and brought back
 *     file.ts       as a file, to another device
 *     reading.ts    when a lesson counts as read in a learning environment
 *     marks.ts      shown in what the server made: sidebar and lists
 *     islands.tsx   the page that shows all of it (`ProgressPage.tsx`, `PredictedTable.tsx`), takes it along and wipes it
 *                   (`TakeAlong.tsx`)
 *
 * This door is for what a page knows and adds. Who only reckons with progress (a package's start page) takes `progress.ts`, which
 * touches no storage. Whatever stands above this room may import; it stands on `kit` and `course`.
 */
export { addProgress, lastTried, progress, type Tried } from './kept.ts';
export type { BestBill, ExerciseProgress, Progress } from './progress.ts';
