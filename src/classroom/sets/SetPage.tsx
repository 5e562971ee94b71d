/** A set as a learner has it: what to make, how far one is, and the file to hand in. */
import { useState } from 'preact/hooks';
import type { ListedForSet } from '../../exercises/list.ts';
import { setMark } from '../../exercises/set.ts';
import { parseJson } from '../../kit/packed.ts';
import { saveFile } from '../../kit/save-file.ts';
import { readAll } from '../../kit/storage.ts';
import { progress } from '../../progress/index.ts';
import { asFiles, isRecord } from '../../sharing/index.ts';
import { handInFile, LONGEST_NAME } from '../hand-in/hand-in.ts';
import { isOnScreen } from '../screen.ts';
import { Qr } from './Qr.tsx';
import { useSetOfPage } from './use-set.ts';

interface Props {
  readonly exercises: readonly ListedForSet[];
}

export function SetPage({ exercises }: Props) {
  const set = useSetOfPage();
  const [name, setName] = useState('');
  const [note, setNote] = useState('');

  if (set === 'none') {
    return <p>Op deze pagina komt de opdracht van je docent. Open de link die je van je docent kreeg.</p>;
  }
  const known =
    set?.exercises.flatMap((one) => exercises.find((exercise) => exercise.name === one) ?? []) ?? [];
  if (set === null || known.length === 0) {
    return (
      <p role="alert">
        In deze link staat geen complete opdracht. Misschien is hij afgeknipt. Vraag je docent om de link
        opnieuw, en kopieer hem helemaal.
      </p>
    );
  }

  const { title, deadline } = set;
  const mark = setMark(set);
  const missing = set.exercises.length - known.length;
  const passedOf = ({ name: exercise, checks }: ListedForSet) =>
    checks.filter((id) => progress.value.exercises[exercise]?.passed.includes(id)).length;

  function handIn(): void {
    const code = readAll('functielab:code:');
    const work = new Map(
      known.flatMap((one) => {
        const saved = parseJson(code.get(one.name) ?? '');
        const files = isRecord(saved) ? asFiles(saved['files']) : null;
        return files ? [[one.name, files] as const] : [];
      }),
    );
    if (name.trim() === '') {
      setNote('Vul eerst je naam in, zodat je docent weet van wie dit is.');
    } else if (work.size === 0) {
      setNote('Je hebt nog geen code veranderd in deze opdracht. Maak eerst een oefening.');
    } else {
      const fileName = name
        .trim()
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
        .replaceAll(/^-|-$/g, '');
      saveFile(
        `${fileName || 'inlevering'}.functielab.json`,
        handInFile({
          name: name.trim(),
          madeAt: new Date().toISOString(),
          set: { title, mark },
          exercises: work,
          versions: new Map(known.map((one) => [one.name, one.version])),
        }),
        'application/json',
      );
      setNote(
        `Je bestand is bewaard, met je code van ${work.size} van de ${known.length} oefeningen. Lever het in zoals je docent vroeg.`,
      );
    }
  }

  return (
    <>
      <h2>{title}</h2>
      {deadline !== '' && <p>Inleveren: {deadline}</p>}
      {isOnScreen() && <Qr link={location.href} />}
      {missing > 0 && (
        <p role="alert">
          {missing} van de oefeningen in deze link ken ik niet. Vraag je docent om een nieuwe link.
        </p>
      )}
      <ol class="set-list">
        {known.map((one) => (
          <li key={one.name}>
            <a href={`${one.href}${location.hash}`}>{one.title}</a>{' '}
            <small>
              {one.minutes} minuten · {passedOf(one)} van {one.checks.length} controles goed
            </small>
          </li>
        ))}
      </ol>
      <h2>Inleveren</h2>
      <p>
        Je levert één bestand in: je code en de naam die je hier kiest. Er staat niets anders in. Je docent
        draait je code opnieuw.
      </p>
      <form
        class="hand-in"
        onSubmit={(event) => {
          event.preventDefault();
          handIn();
        }}
      >
        <label>
          Je naam
          <input
            value={name}
            maxLength={LONGEST_NAME}
            autocomplete="name"
            onInput={({ currentTarget }) => setName(currentTarget.value)}
          />
        </label>
        <button type="submit" class="primary">
          Bewaar mijn inlevering
        </button>
      </form>
      <p role="status">{note}</p>
    </>
  );
}
