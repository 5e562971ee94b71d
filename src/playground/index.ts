/**
 * The playground: one function, or several, to change, run and look at. `Playground.tsx` is the whole of it as a reader
 * sees it, `model/playground.ts` what it knows; begin at these two.
 *
 *     code/CodePanel.tsx      the learner's files: editor, tree, edits                knows no playground
 *     hosts/table.ts          where functions run: the choice, and a row a host       knows no playground
 *     recording/scene.ts      the entries themselves, to look at any moment           knows no playground
 *     entries/read.ts         what happened, read once from the engine's entries      knows no playground
 *     model/playground.ts     the playground, apart from how it looks                 on code, hosts, entries
 *     failures/words.ts       what can go wrong, in Dutch                             on model
 *     events/Triggers.tsx     what sets functions off, and what waits                 on failures
 *     machine/Machine.tsx     the platform in motion                                  on recording
 *     timeline/index.tsx      picture, table and trace                                on entries
 *     replay/run-tape.ts      a tape of what happened, run again                      knows no playground
 *     results/Results.tsx     what came of a run, fetched with the engine             on all of these
 *
 * It stands on engine, host, till, course and kit. What stands above it (lesson, exercises, sharing, take-home) may
 * import it, and hands in what it knows nothing of as a prop: `tools`, `below`.
 *
 * This door holds what weighs nothing. What a page fetches is entered by name: `Playground.tsx`, `CompactPlayground.tsx`,
 * `ProgramPlayground.tsx`, `ProgramMeter.tsx` and `results/lazy.ts`; and so is what runs without a page:
 * `model/deploying.ts`, `model/request-form.ts` and `failures/words.ts`.
 */
export type { Tape } from '../engine/index.ts';
export type { Edits } from './code/edits.ts';
export type { Playground } from './model/playground.ts';
export type { Program } from './model/program-run.ts';
export { usePlaygrounds, usePrograms } from './use-registered.ts';
