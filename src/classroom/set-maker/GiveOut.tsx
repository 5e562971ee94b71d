/** How what was put together is given out: a link with its code, a page of all weeks, paper, a calendar; or a file, when it is too long. */
import { useRef, useState } from 'preact/hooks';
import { setPath, sitePath } from '../../course/paths.ts';
import {
  type ExerciseSet,
  LONGEST_SET_LINK,
  SET_FILE_ENDING,
  setFile,
  setFragment,
} from '../../exercises/set.ts';
import { fileNameOf, saveFile } from '../../kit/save-file.ts';
import { Qr } from '../sets/Qr.tsx';
import { saveDeadlines } from '../sets/save-deadlines.ts';
import { seriesFragment } from '../sets/series.ts';
import { DivideClass } from './DivideClass.tsx';
import type { Maker } from './maker-model.ts';

const linkTo = (fragment: string) => new URL(setPath(fragment), location.href).href;

export function GiveOut({ maker }: { readonly maker: Maker }) {
  const sets = maker.sets.value;
  const { form } = maker.draft.value;
  const [first] = sets;
  if (first === undefined) return <p>Kies minstens één oefening, dan komt hier de link.</p>;
  if (form === 'variants') {
    return (
      <>
        {sets.map((set) => (
          <OneLink
            key={set.variant}
            label={`Link van variant ${set.variant}`}
            sets={[set]}
            fragment={setFragment(set)}
          />
        ))}
        {sets.length === 1 && (
          <p role="alert">Eén variant is nog leeg. Kies bij elke oefening voor wie die is.</p>
        )}
        <DivideClass />
      </>
    );
  }
  if (form === 'one') return <OneLink label="Link voor je klas" sets={sets} fragment={setFragment(first)} />;
  return (
    <>
      <OneLink label="Link voor je klas" sets={sets} fragment={seriesFragment(sets)} />
      <details>
        <summary>De link van elke week apart</summary>
        <ul>
          {sets.map((set) => (
            <li key={set.title}>
              <a href={linkTo(setFragment(set))}>{set.title}</a>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

interface LinkProps {
  readonly label: string;
  readonly sets: readonly ExerciseSet[];
  readonly fragment: string;
}

function OneLink({ label, sets, fragment }: LinkProps) {
  const field = useRef<HTMLInputElement>(null);
  const [note, setNote] = useState('');
  const link = linkTo(fragment);
  const isTooLong = link.length > LONGEST_SET_LINK;

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      setNote('De link is gekopieerd.');
    } catch {
      field.current?.select();
      setNote(
        'Kopiëren lukt hier niet, maar de link is geselecteerd: kopieer hem zelf, met Ctrl+C of met het menu.',
      );
    }
  }

  return (
    <>
      {isTooLong ? (
        <>
          <p>
            Dit past niet in een link: die zou {link.length.toLocaleString('nl')} tekens lang zijn. Geef je
            klas een bestand. Wie <a href={setPath('')}>de pagina van de reeks</a> opent, kan het daar kiezen.
          </p>
          {sets.map((set) => (
            <p key={set.title}>
              <button type="button" class="primary" onClick={() => saveSet(set)}>
                Bewaar {sets.length === 1 ? 'de reeks' : `“${set.title}”`} als bestand
              </button>
            </p>
          ))}
        </>
      ) : (
        <>
          <label>
            {label}
            <input
              ref={field}
              readOnly
              value={link}
              onFocus={({ currentTarget }) => currentTarget.select()}
            />
          </label>
          <div class="set-maker__actions">
            <button type="button" class="primary" onClick={() => void copy()}>
              Kopieer link
            </button>
            <a href={link}>Bekijk als student</a>
            <a href={sitePath(`docent/afdruk/${fragment}`)}>Druk af</a>
            <a href={sitePath(`docent/pakket/${fragment}`)}>Maak een pakket</a>
            {sets.some(({ due }) => due !== null) && (
              <button type="button" class="quiet" onClick={() => saveDeadlines(sets, link)}>
                Zet de deadline in een agenda
              </button>
            )}
          </div>
          <Qr link={link} />
        </>
      )}
      <p role="status">{note}</p>
    </>
  );
}

function saveSet(set: ExerciseSet): void {
  const variant = set.variant === null ? '' : `-${set.variant.toLowerCase()}`;
  saveFile(`${fileNameOf(set.title, 'reeks')}${variant}${SET_FILE_ENDING}`, setFile(set), 'application/json');
}
