/**
 * An exercise of a teacher's own: one piece of data that goes in a link or a file, and runs, hands in and marks like the course's.
 *
 *     file or link ──read-own.ts──▶ OwnExercise ──own-sample.ts──▶ Sample, for a playground
 *                                        └───────own-checks.ts──▶ Check[], for the runner
 *
 * `own-runnable.ts` weighs what a platform weighs: the runner fetches it. `own-exercise.ts` is what may stand in it. A check is data (`answer-wishes.ts`, `afterwards.ts`), with places that are filled in
 * (`holes.ts`, `draw-inputs.ts`). What a student gets has no solution: a check that needs it runs without (`CheckResult.atMarking`),
 * and whole where the teacher marks. The code in it is a stranger's: it runs in the sandbox, and never by itself.
 *
 * `kept-own.ts` keeps those that a teacher makes. Read `own-exercise.ts` first. Sets, marking and the maker import through this door.
 */
export { forMarking, runnableSample } from './for-marking.ts';
export { namesIn } from './holes.ts';
export {
  followDrafts,
  forgetDraft,
  type KeptOwn,
  keepDraft,
  keptDraft,
  keptDrafts,
  keptOwn,
} from './kept-own.ts';
export {
  type AfterWish,
  type AnswerWish,
  OWN_PREFIX,
  type OwnCheck,
  type OwnExercise,
  type OwnFile,
  type OwnInput,
  type OwnStep,
} from './own-exercise.ts';
export {
  asSample,
  versionOf,
  wholeSolution,
} from './own-sample.ts';
export {
  isOwn,
  OWN_FILE_ENDING,
  type OwnProblems,
  ownFile,
  readOwn,
  readOwnFile,
  withoutSolution,
  writtenForStudents,
} from './read-own.ts';
export { type Recording, recordingOf } from './record-check.ts';
