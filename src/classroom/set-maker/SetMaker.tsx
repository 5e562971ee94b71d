/** A teacher puts sets together: exercises in an order, and what goes with them. What comes out is a link, and stays on this device. */
import { useEffect, useMemo } from 'preact/hooks';
import type { ListedForSet } from '../../exercises/list.ts';
import { useSheet } from '../../kit/sheet/use-sheet.ts';
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
  useEffect(followPlans, []);
  useEffect(() => {
    const look = () => void (location.hash.length > 1 && maker.openLink(location.hash));
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, [maker]);
  const { draft, isKept, id } = maker;
  if (!hasSheet) return <p>Het formulier wordt opgehaald …</p>;
  return (
    <>
      <KeptSets maker={maker} />
      <div class="set-maker">
        <ChooseExercises maker={maker} exercises={exercises} />
        <div class="set-maker__facts">
          <SetRulesForm maker={maker} />
          {draft.value.chosen.length > 0 && <SetOrder maker={maker} />}
          <GiveOut maker={maker} />
          {isKept.value === false && (
            <p role="alert">
              Op dit toestel kan niets bewaard worden. Bewaar de link zelf: daarmee open je de reeks later
              weer.
            </p>
          )}
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
