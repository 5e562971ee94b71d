/** An exercise of a teacher's own as the playground and the runner take it. */
import { samplePath } from '../../course/paths.ts';
import type { Sample } from '../../course/sample.ts';
import { sampleOfProject } from '../../project/index.ts';
import { fingerprintOf } from '../fingerprint.ts';
import type { OwnExercise, OwnFile } from './own-exercise.ts';

/** It runs in the sandbox of a browser and nowhere else: the code is a stranger's to whoever opens it. */
export function asSample(own: OwnExercise): Sample {
  const sample = sampleOfProject(own.name, { ...own.project, title: own.title }, own.files, samplePath);
  const { functions } = sample;
  const isBurst = own.checks.some(({ steps }) =>
    steps.some((step) => step.do === 'request' && step.times > 1),
  );
  const hasEvents = functions.length > 1 || functions.some(({ trigger }) => trigger.type !== 'http');
  return {
    ...sample,
    given: own.given,
    needsNode: false,
    needsBrowser: true,
    traffic: isBurst,
    timeline: isBurst || hasEvents,
  };
}

/** All files of the solution: those that it changes, and the rest as the start code has them. Null for a student. */
export function wholeSolution({ files, solution }: OwnExercise): readonly OwnFile[] | null {
  if (solution === null) return null;
  return files.map((file) => solution.find(({ path }) => path === file.path) ?? file);
}

/** Eight hexadecimal digits: another one means that what a verdict rests on is not what it was. */
export function versionOf({ files, project, checks }: OwnExercise): string {
  return fingerprintOf([files, project, checks]);
}
