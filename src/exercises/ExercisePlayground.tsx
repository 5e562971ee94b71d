/** A playground with the checks of an exercise under its code. */
import { useSignalEffect } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Sample } from '../course/sample.ts';
import type { Playground as Model } from '../playground/index.ts';
import { Playground } from '../playground/Playground.tsx';
import { ShareButton } from '../sharing/ShareButton.tsx';
import { TakeHomeButton } from '../take-home/TakeHomeButton.tsx';
import { CheckPanel } from './CheckPanel.tsx';
import { type Checks, createChecks, type ExerciseCard } from './check-model.ts';
import { KeepCalls } from './KeepCalls.tsx';
import { setInTab } from './set-in-tab.ts';

interface Props {
  readonly sample: Sample;
  readonly card: ExerciseCard;
  readonly [slot: `file${number}`]: ComponentChildren;
}

interface ToolsProps {
  readonly checks: Checks;
  readonly model: Model;
  readonly isReady: boolean;
}

function Tools({ checks, model, isReady }: ToolsProps) {
  const { sample, edits, asSet, sales, lab } = model;
  return (
    <>
      {!checks.card.isOwn && checks.rules.value?.closed.sharing !== true && (
        <ShareButton
          name={sample.name}
          edits={edits}
          isReady={isReady}
          tape={() => lab.peek()?.tape() ?? null}
        />
      )}
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
  useSignalEffect(() => {
    const set = setInTab.value;
    // Of a set that is open in this tab, and that this exercise is no part of, there are no rules here.
    checks.rules.value = set?.exercises.includes(sample.name) ? set : null;
  });
  const tools = (model: Model, isReady: boolean) => <Tools checks={checks} model={model} isReady={isReady} />;
  const below = (model: Model, isReady: boolean) => (
    <>
      <CheckPanel checks={checks} model={model} isReady={isReady} />
      <KeepCalls model={model} />
    </>
  );
  return <Playground sample={sample} tools={tools} below={below} {...slots} />;
}
