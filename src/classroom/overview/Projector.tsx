/**
 * For the screen before a class: one exercise at a time in large type, with no name on it. Escape leaves it, and what is open is what
 * is printed.
 */
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { PredictionItem } from '../../progress/PredictedTable.tsx';
import type { MarkedFiles } from '../marking/marking-model.ts';
import { CheckBars } from './CheckBars.tsx';
import { GroupCard } from './GroupCard.tsx';
import type { Overview } from './overview-model.ts';
import { PredictionSpread } from './PredictionSpread.tsx';
import { Stepper } from './Stepper.tsx';
import { TwelveGain } from './TwelveGain.tsx';

interface Props {
  readonly dialog: RefObject<HTMLDialogElement>;
  readonly marked: MarkedFiles;
  readonly overview: Overview;
  readonly at: number;
  readonly onStep: (at: number) => void;
  readonly questions: readonly PredictionItem[];
}

export function Projector({ dialog, marked, overview, at, onStep, questions }: Props) {
  // Nobody pays for what is not looked at.
  const [isOpen, setOpen] = useState(false);
  const shown = overview.exercises[at];
  return (
    <dialog
      ref={dialog}
      class="projector"
      aria-label="Voor de klas"
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      {isOpen && (
        <>
          <div class="projector__head no-print">
            {shown && <Stepper what="oefening" at={at} of={overview.exercises.length} onStep={onStep} />}
            <button type="button" class="quiet" onClick={() => print()}>
              Druk af
            </button>
            <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
              Sluit
            </button>
          </div>
          {shown && (
            <>
              <h2>{shown.exercise.title}</h2>
              <CheckBars checks={shown.checks} />
              {shown.groups
                .filter(({ isUntouched }) => !isUntouched)
                .map((group) => (
                  <GroupCard
                    key={group.members[0]?.row}
                    group={group}
                    exercise={shown.exercise}
                    rows={marked.rows}
                    isForClass
                  />
                ))}
            </>
          )}
          {overview.predictions.length > 0 && (
            <>
              <h2>Wat jullie voorspelden</h2>
              <PredictionSpread tallies={overview.predictions} items={questions} />
            </>
          )}
          {overview.twelve.length > 0 && <TwelveGain tallies={overview.twelve} />}
        </>
      )}
    </dialog>
  );
}
