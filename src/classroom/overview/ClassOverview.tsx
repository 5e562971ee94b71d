/**
 * What the class did not understand, beside the table of marks: who missed which check, who went wrong in the same way, what was
 * predicted, what was known before and after, and the class as traffic.
 *
 * Begin in this folder at `groups.ts` for what is a group, at `overview-model.ts` for what is read from a marking, and here for how it
 * looks: `CheckBars`, `GroupCard`, `PredictionSpread`, `TwelveGain`, and `Projector`, which shows the same without names. `code/visible-code.ts` and
 * `without-names.ts` keep names off that screen.
 */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { count } from '../../kit/numbers.ts';
import { useSheet } from '../../kit/sheet/use-sheet.ts';
import type { PredictionItem } from '../../progress/PredictedTable.tsx';
import type { ClassItem } from '../../review/twelve/index.ts';
import { ClassTraffic } from '../class-traffic/ClassTraffic.tsx';
import { loadWorkKey, type WorkKey } from '../marking/equal-work.ts';
import type { MarkedFiles } from '../marking/marking-model.ts';
import { CheckBars } from './CheckBars.tsx';
import { GroupCard } from './GroupCard.tsx';
import { type Overview, overviewOf } from './overview-model.ts';
import { PredictionSpread } from './PredictionSpread.tsx';
import { Projector } from './Projector.tsx';
import { Stepper } from './Stepper.tsx';
import { TwelveGain } from './TwelveGain.tsx';

interface Props {
  readonly marked: MarkedFiles;
  /** Address of its style sheet. */
  readonly sheet: string;
  /** Of all predictions of the course. */
  readonly questions: readonly PredictionItem[];
  /** The questions of `Weet je het?`. */
  readonly twelve: readonly ClassItem[];
}

export function ClassOverview({ marked, sheet, questions, twelve }: Props) {
  const isStyled = useSheet(sheet);
  const overview = useOverview(marked, twelve);
  const [chosen, setChosen] = useState(0);
  const [group, setGroup] = useState(0);
  const projector = useRef<HTMLDialogElement>(null);
  if (overview === null || !isStyled) return <p role="status">De klas wordt vergeleken …</p>;
  const { exercises, predictions, claimants } = overview;
  const at = Math.min(chosen, exercises.length - 1);
  const shown = exercises[at];
  const pick = (next: number) => {
    setChosen(next);
    setGroup(0);
  };
  const groupAt = Math.min(group, (shown?.groups.length ?? 1) - 1);
  const shownGroup = shown?.groups[groupAt];
  return (
    <section aria-label="De klas">
      <h2>Wat de klas niet begreep</h2>
      {marked.done < marked.of && <p>Nog niet alles is nagekeken: dit groeit mee.</p>}
      {shown === undefined ? (
        <p>Er is nog niets nagekeken.</p>
      ) : (
        <>
          <div class="class-overview__head">
            <Stepper what="oefening" at={at} of={exercises.length} onStep={pick} />
            <button type="button" class="primary" onClick={() => projector.current?.showModal()}>
              Toon aan de klas
            </button>
          </div>
          <h3>{shown.exercise.title}</h3>
          <p>
            Helemaal goed: {shown.allRight} van de {count(shown.marked, 'inlevering', 'inleveringen')}.
          </p>
          <CheckBars checks={shown.checks} />
          {shownGroup && (
            <>
              <h3>Wat er misging</h3>
              <p>
                Wie hetzelfde fout deed, staat bij elkaar: we kijken naar wat de code deed, en niet naar hoe
                ze geschreven is. Het voorbeeld is de kortste code van de groep.
              </p>
              <Stepper what="groep" at={groupAt} of={shown.groups.length} onStep={setGroup} />
              <GroupCard group={shownGroup} exercise={shown.exercise} rows={marked.rows} />
            </>
          )}
        </>
      )}
      {claimants > 0 && (
        <p class="class-overview__claims">
          Wat hieronder staat, komt van {count(claimants, 'student', 'studenten')} die het vrijwillig mee
          inleverde. Het is wat een bestand over zichzelf beweert. Voor punten telt het nooit mee.
        </p>
      )}
      {predictions.length > 0 && (
        <>
          <h2>Wat de klas voorspelde</h2>
          <PredictionSpread tallies={predictions} items={questions} />
        </>
      )}
      {overview.twelve.length > 0 && <TwelveGain tallies={overview.twelve} />}
      {marked.rows.some(({ handIn }) => (handIn?.claims.traffic.length ?? 0) > 0) && (
        <ClassTraffic marked={marked} />
      )}
      <Projector
        dialog={projector}
        marked={marked}
        overview={overview}
        at={at}
        onStep={pick}
        questions={questions}
      />
    </section>
  );
}

/** In so many steps the overview follows the marking while it goes on: it reads all code each time. */
const STEPS = 10;

/** @returns null until there is one */
function useOverview(marked: MarkedFiles, twelve: readonly ClassItem[]): Overview | null {
  const [keyOf, setKeyOf] = useState<{ readonly of: WorkKey } | null>(null);
  useEffect(() => {
    let isGone = false;
    void loadWorkKey().then((of) => {
      if (!isGone) setKeyOf({ of });
    });
    return () => {
      isGone = true;
    };
  }, []);
  const isDone = marked.done >= marked.of;
  const step = isDone ? marked.marks : Math.floor((marked.done / Math.max(1, marked.of)) * STEPS);
  return useMemo(() => (keyOf === null ? null : overviewOf(marked, keyOf.of, twelve)), [keyOf, step]);
}
