/** A teacher puts sets together: exercises in an order, and what goes with them. What comes out is a link, and stays on this device. */
import { useEffect, useMemo } from 'preact/hooks';
import type { ListedForSet } from '../../exercises/list.ts';
import { useSheet } from '../../kit/sheet/use-sheet.ts';
import { keepsEdits, probeStorage } from '../../kit/storage.ts';
import { ChooseExercises } from './ChooseExercises.tsx';
import { GiveOut } from './GiveOut.tsx';
import { KeptSets } from './KeptSets.tsx';
import { followPlans } from './kept-sets.ts';
import { createMaker } from './maker-model.ts';
import { SetOrder } from './SetOrder.tsx';
import { SetRulesForm } from './SetRulesForm.tsx';

interface Props {
  readonly exercises: readonly ListedForSet[];
  /** Where its styles are. */
  readonly sheet: string;
}

export function SetMaker({ exercises, sheet }: Props) {
  const hasSheet = useSheet(sheet);
  const maker = useMemo(() => createMaker(exercises), [exercises]);
  useEffect(() => {
    followPlans();
    probeStorage();
  }, []);
  useEffect(() => {
    const look = () => void (location.hash.length > 1 && maker.openLink(location.hash));
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, [maker]);
  const { draft, id } = maker;
  if (!hasSheet) return <p>Het formulier wordt opgehaald …</p>;
  return (
    <>
      {!keepsEdits.value && (
        <div class="notice" role="alert">
          <p>
            Je browser bewaart hier niets: de opslag is vol of verboden. Bewaar de link van je reeks zelf:
            daarmee open je de reeks later weer.
          </p>
        </div>
      )}
      <KeptSets maker={maker} />
      <div class="set-maker">
        <ChooseExercises maker={maker} exercises={exercises} />
        <div class="set-maker__facts">
          <SetRulesForm maker={maker} />
          {draft.value.chosen.length > 0 && <SetOrder maker={maker} />}
          <GiveOut maker={maker} />
          {id.value !== null && (
            <p>
              <button type="button" class="quiet" onClick={maker.startAnew}>
                Begin een nieuwe reeks
              </button>
            </p>
          )}
        </div>
      </div>
    </>
  );
}
