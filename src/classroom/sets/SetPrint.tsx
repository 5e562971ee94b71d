/** A set on paper, or those of some weeks: what to make, the link as a code, and the checks to tick. */

import { setPath } from '../../course/paths.ts';
import type { ListedForSet } from '../../exercises/list.ts';
import type { ExerciseSet } from '../../exercises/set.ts';
import { isOnScreen } from '../screen.ts';
import { momentInWords } from './deadline.ts';
import { Qr } from './Qr.tsx';
import { listedInSet } from './set-listed.ts';
import { useSetOfPage } from './use-set.ts';

interface Props {
  readonly exercises: readonly ListedForSet[];
}

export function SetPrint({ exercises }: Props) {
  const page = useSetOfPage();
  if (page.kind === 'broken' || page.kind === 'none') {
    return (
      <p role="alert">
        In dit adres staat geen complete reeks. Stel de reeks samen bij ‘Voor docenten’ en druk die daar af.
      </p>
    );
  }
  const [sets, fragment] =
    page.kind === 'set' ? [[page.open.set], page.open.fragment] : [page.sets, page.fragment];
  return (
    <>
      {!isOnScreen() && (
        <p class="no-print">
          <button type="button" class="primary" onClick={() => print()}>
            Druk af
          </button>
        </p>
      )}
      <p class="sheet__name">
        Naam: <span /> Klas: <span />
      </p>
      <Qr link={new URL(setPath(fragment), location.href).href} />
      {sets.map((set) => (
        <PrintedSet key={`${set.title} ${set.variant}`} set={set} exercises={exercises} />
      ))}
      <p>
        Maak je oefeningen in je browser. Bewaar daarna op de pagina van de reeks je inlevering, en lever dat
        bestand in.
      </p>
    </>
  );
}

function PrintedSet({ set, exercises }: { readonly set: ExerciseSet } & Props) {
  const { title, variant, due, deadline } = set;
  const moments = [...(due === null ? [] : [momentInWords(due)]), ...(deadline === '' ? [] : [deadline])];
  return (
    <>
      <h2>
        {title}
        {variant !== null && ` (variant ${variant})`}
      </h2>
      {moments.length > 0 && <p>Inleveren: {moments.join(', ')}</p>}
      <ol>
        {listedInSet(set, exercises).map((one) => (
          <li key={one.name}>
            <p>
              <strong>{one.title}</strong> ({one.lesson.toLowerCase()}, {one.minutes} minuten). {one.summary}
            </p>
            <ul class="sheet__ticks">
              {one.checkTitles.map((check) => (
                <li key={check}>{check}</li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
    </>
  );
}
