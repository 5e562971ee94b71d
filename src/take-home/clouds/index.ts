/**
 * `Neem mee`: a playground as a project for a real platform, with the proof that it does there what it does in the lab.
 *
 *     target.ts, targets.ts      what a target is, and which there are: engine, triggers, stores, differences
 *     differences.ts             what is the same on all of them, and not in the lab
 *     proof.ts                   what the conformance run (`npm run test:clouds`) found, as it was recorded
 *     yardstick.ts               when that counts as proven, and when it was played
 *     lacking.ts                 what a target has no place for in a sample
 *     cloud-project.ts           all files of one project: begin here
 *     sample-steps.ts            what is tried with a sample; lab-examples.ts (a door of its own): what the lab comes to
 *     adapter/index.ts           what runs in each of them around the reader's handler
 *     local/local-cloud.ts       a project in its provider's own engine on the reader's computer
 *     container/index.ts         one folder a target
 *
 * The dialog of this room, pages, the tool and the conformance run import this door; it weighs little, since a
 * target's own parts are fetched when a project is made.
 */
export {
  type CloudProjectAsked,
  cloudProject,
  type DeployStep,
  deploySteps,
} from './cloud-project.ts';
export { differencesOf, isNeverRun } from './differences.ts';
export type { CloudExample, CloudStep, StepOutcome } from './example-steps.ts';
export { type Lack, lackInWords, lacksOf } from './lacking.ts';
export { type Proof, type ProofKind, proof, provenTargets, type TargetProof } from './proof.ts';
export { RefusedProject } from './refused-project.ts';
export { stepInWords, stepsOf, type UploadFiles } from './sample-steps.ts';
export type { CloudDifference, CloudTarget, TargetId, TargetParts } from './target.ts';
export { targetOf, targets } from './targets.ts';
export { allPlayed, playedParts, storesOf, triggersOf, yardstickWords } from './yardstick.ts';
