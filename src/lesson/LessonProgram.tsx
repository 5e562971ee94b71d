/** The playground of a program as a lesson shows it: what runs in it can be taken home. */
import type { ComponentChildren } from 'preact';
import type { ProgramSample } from '../course/sample.ts';
import type { Program } from '../playground/index.ts';
import { ProgramPlayground } from '../playground/ProgramPlayground.tsx';
import { DownloadButton } from '../take-home/DownloadButton.tsx';
import { useSteps } from './steps/use-steps.ts';

interface Props {
  readonly sample: ProgramSample;
  readonly [slot: `file${number}`]: ComponentChildren;
}

function tools({ sample, edits }: Program) {
  return <DownloadButton name={sample.name} edits={edits} />;
}

export function LessonProgram(props: Props) {
  useSteps();
  return <ProgramPlayground tools={tools} {...props} />;
}
