/** A playground with the checks of an exercise under its code. */
import type { ComponentChildren } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import type { Sample } from '../course/sample.ts';
import type { Playground as Model } from '../playground/index.ts';
import { Playground } from '../playground/Playground.tsx';
import { ShareButton } from '../sharing/ShareButton.tsx';
import { TakeHomeButton } from '../take-home/TakeHomeButton.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { createChecks, type ExerciseCard } from './check-model.ts';
import { KeepCalls } from './KeepCalls.tsx';

interface Props {
  readonly sample: Sample;
  readonly card: ExerciseCard;
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

const openRunner = () => import('./run/in-browser.ts').then(({ checkForLearner }) => checkForLearner);

export function ExercisePlayground({ sample, card, ...slots }: Props) {
  const checks = useMemo(() => createChecks(sample, card, openRunner), [sample, card]);
  useEffect(() => {
    if (!location.hash.startsWith('#set=')) return;
    // Without its rules it is an exercise like any other: that is no reason to stop.
    import('./set.ts').then(
      ({ readSet }) => {
        checks.rules.value = readSet(location.hash);
      },
      () => undefined,
    );
  }, [checks]);
  const below = (model: Model, isReady: boolean) => (
    <>
      <CheckPanel checks={checks} model={model} isReady={isReady} />
      <KeepCalls model={model} />
    </>
  );
  return <Playground sample={sample} tools={tools} below={below} {...slots} />;
}
