/**
 * The playground: one function, or several, to change, run and look at. `Playground.tsx` is the whole of it as a reader
 * sees it, `model/playground.ts` what it knows; begin at these two.
 *
 *     code/      the learner's files: editor, tree, edits                  knows no playground
 *     hosts/     where functions run: the choice, and a row a host         knows no playground
 *     entries/   what happened, read once from the engine's entries        knows no playground
 *     model/     the playground and the program, apart from how they look  on code, hosts, entries
 *     failures/  what can go wrong, in Dutch words                         on model
 *     events/    what sets functions off, and what waits                   on failures
 *     timeline/  picture, table and trace                                  on entries
 *     results/   what came of a run, fetched with the engine               on all of these
 *
 * It stands on engine, host, till, course and kit. What stands above it (lesson, exercises, sharing, take-home) may
 * import it, and hands in what it knows nothing of as a prop: `tools`, `below`.
 *
 * This door holds what weighs nothing. What a page fetches is entered by name: `Playground.tsx`, `CompactPlayground.tsx`,
 * `ProgramPlayground.tsx`, `ProgramMeter.tsx` and `results/lazy.ts`; and so is what runs without a page:
 * `model/deploying.ts`, `model/request-form.ts` and `failures/words.ts`.
 */
export type { Edits } from './code/edits.ts';
export type { Playground } from './model/playground.ts';
export type { Program } from './model/program-run.ts';
export { playgrounds, programs } from './model/registry.ts';
