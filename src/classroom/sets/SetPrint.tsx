/** A set on paper. */

import { setPath } from '../../course/paths.ts';
import type { ListedForSet } from '../../exercises/list.ts';
import { Qr } from './Qr.tsx';
import { useSetOfPage } from './use-set.ts';

interface Props {
  readonly exercises: readonly ListedForSet[];
}

export function SetPrint({ exercises }: Props) {
  const set = useSetOfPage();
  if (set === null || set === 'none') {
    return (
      <p role="alert">
        In dit adres staat geen complete reeks. Stel de reeks samen bij ‘Voor docenten’ en druk die daar af.
      </p>
    );
  }
  const link = new URL(setPath(location.hash), location.href).href;
  const known = set.exercises.flatMap((name) => exercises.find((one) => one.name === name) ?? []);
  return (
    <>
      <p class="no-print">
        <button type="button" class="primary" onClick={() => print()}>
          Druk af
        </button>
      </p>
      <h2>{set.title}</h2>
      {set.deadline !== '' && <p>Inleveren: {set.deadline}</p>}
      <p class="sheet__name">
        Naam: <span /> Klas: <span />
      </p>
      <Qr link={link} />
      <ol>
        {known.map((one) => (
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
      <p>
        Maak je oefeningen in je browser. Bewaar daarna op de pagina van de opdracht je inlevering, en lever
        dat bestand in.
      </p>
    </>
  );
}
