/** A set as a student has it: what to make, how far one is, and the file to hand in. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { setPath } from '../../course/paths.ts';
import type { ListedForSet } from '../../exercises/list.ts';
import { asksToHandIn, pathInSet } from '../../exercises/open-set.ts';
import { readSetFile, SET_FILE_ENDING, setFragment } from '../../exercises/set.ts';
import { DropZone, FileChooser } from '../../kit/drop/DropZone.tsx';
import { count } from '../../kit/numbers.ts';
import { progress } from '../../progress/index.ts';
import { isOnScreen } from '../screen.ts';
import { HandInForm } from './HandInForm.tsx';
import { Qr } from './Qr.tsx';
import { SeriesPage } from './SeriesPage.tsx';
import { SetRulesList } from './SetRulesList.tsx';
import { type ListedInSet, listedInSet, movedOn } from './set-listed.ts';
import { useSetOfPage } from './use-set.ts';

interface Props {
  readonly exercises: readonly ListedForSet[];
}

export function SetPage({ exercises }: Props) {
  const page = useSetOfPage();
  const handIn = useRef<HTMLDivElement>(null);
  const isWhole = page.kind === 'set';
  useEffect(() => {
    const look = () => {
      if (isWhole && asksToHandIn(location.hash)) handIn.current?.focus();
    };
    look();
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, [isWhole]);

  if (page.kind === 'series') return <SeriesPage sets={page.sets} exercises={exercises} />;
  if (page.kind === 'none') {
    return (
      <>
        <p>Op deze pagina komt de reeks van je docent. Open de link die je van je docent kreeg.</p>
        <OpenFile />
      </>
    );
  }
  const known = page.kind === 'broken' ? [] : listedInSet(page.open.set, exercises);
  if (page.kind === 'broken' || known.length === 0) {
    return (
      <>
        <p role="alert">
          In deze link staat geen complete reeks. Misschien is hij afgeknipt. Vraag je docent om de link
          opnieuw, en kopieer hem helemaal. Wat je al maakte, blijft op dit toestel bewaard.
        </p>
        <OpenFile />
      </>
    );
  }

  const { open } = page;
  const { set } = open;
  const missing = set.exercises.length - known.length;
  const passedOf = ({ name, checks }: ListedInSet) =>
    checks.filter((id) => progress.value.exercises[name]?.passed.includes(id)).length;
  const moved = movedOn(set, known);

  return (
    <>
      <h2>
        {set.title}
        {set.variant !== null && ` (variant ${set.variant})`}
      </h2>
      <SetRulesList set={set} link={new URL(setPath(open.fragment), location.href).href} />
      {isOnScreen() && <Qr link={new URL(setPath(open.fragment), location.href).href} />}
      {missing > 0 && (
        <p role="alert">
          {missing === 1
            ? 'Eén oefening in deze link kennen we niet.'
            : `${missing} van de oefeningen in deze link kennen we niet.`}{' '}
          Vraag je docent om een nieuwe link. De rest kun je gewoon maken.
        </p>
      )}
      {moved.length > 0 && (
        <p role="alert">
          Sinds je docent deze reeks maakte, is er in de cursus iets veranderd aan {moved.join(', ')}. Maak
          {moved.length === 1 ? ' die' : ' ze'} zoals je {moved.length === 1 ? 'die' : 'ze'} hier ziet, en zeg
          het tegen je docent.
        </p>
      )}
      <ol class="set-list">
        {known.map((one) => (
          <li key={one.name}>
            <a href={pathInSet(one.name, open)}>{one.title}</a>{' '}
            <small>
              {one.minutes} minuten · {passedOf(one)} van {count(one.checks.length, 'controle', 'controles')}{' '}
              goed
            </small>
          </li>
        ))}
      </ol>
      <div ref={handIn} tabIndex={-1}>
        <h2 id="inleveren">Inleveren</h2>
        <HandInForm key={open.fragment} set={set} known={known} />
      </div>
    </>
  );
}

/** A set that does not fit in a link comes as a file. */
function OpenFile() {
  const [said, setSaid] = useState('');
  async function open([file]: readonly File[]): Promise<void> {
    const set = file ? readSetFile(await file.text()) : null;
    if (set === null)
      setSaid('Dit is geen complete reeks van Functielab. Vraag je docent om het bestand opnieuw.');
    else location.hash = setFragment(set);
  }
  return (
    <DropZone label="Een reeks uit een bestand" onDrop={({ files }) => void open([...files])} said={said}>
      <p>
        Kreeg je een bestand dat eindigt op <code>{SET_FILE_ENDING}</code>? Sleep het hierheen, of kies het.
      </p>
      <FileChooser
        title="Kies het bestand"
        kind="quiet"
        what="file"
        accept=".json"
        onChoose={(files) => void open(files)}
      />
    </DropZone>
  );
}
