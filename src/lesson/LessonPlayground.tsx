/**
 * A whole playground as a lesson shows it: its code can be shared, and its functions taken home.
 *
 * A function cannot be handed over the border of an island, so what hands one to the playground is the island itself.
 */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import type { Sample } from '../course/sample.ts';
import type { Playground as Model } from '../playground/index.ts';
import { Playground } from '../playground/Playground.tsx';
import { ShareButton } from '../sharing/ShareButton.tsx';
import { TakeHomeButton } from '../take-home/TakeHomeButton.tsx';
import { awaitPredictions } from './predictions/near.ts';
import { useSteps } from './steps/use-steps.ts';

interface Props {
  readonly sample: Sample;
  readonly [slot: `file${number}`]: ComponentChildren;
}

function tools({ sample, edits, asSet, sales, lab }: Model, isReady: boolean) {
  return (
    <>
      <ShareButton
        name={sample.name}
        edits={edits}
        isReady={isReady}
        tape={() => lab.peek()?.tape() ?? null}
      />
      <TakeHomeButton
        name={sample.name}
        edits={edits}
        sample={asSet}
        lastUsage={() => sales.peek().current.last?.usage ?? null}
        isReady={isReady}
      />
    </>
  );
}

export function LessonPlayground(props: Props) {
  // A prediction stands below the playground that answers it.
  useEffect(awaitPredictions, []);
  useSteps();
  return <Playground tools={tools} {...props} />;
}
