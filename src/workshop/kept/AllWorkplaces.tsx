/** All workplaces of this device in one file, to take along and to read on another. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { FileChooser } from '../../kit/drop/DropZone.tsx';
import { count } from '../../kit/numbers.ts';
import { saveFile } from '../../kit/save-file.ts';
import type { KeptWorkplaces } from './kept-workplaces.ts';
import type { NamedFiles } from './workplaces-file.ts';

const FILE = 'functielab-werkplaatsen.json';
const NOT_FETCHED = 'Dat kon niet worden opgehaald. Controleer je verbinding en probeer het opnieuw.';

const loadFormat = () => import('./workplaces-file.ts');

interface Said {
  readonly text: string;
  readonly isProblem: boolean;
}

export function AllWorkplaces({ kept }: { readonly kept: KeptWorkplaces }) {
  const [said, setSaid] = useState<Said | null>(null);
  /** A file that was read, until the reader has said whose it is. */
  const [opened, setOpened] = useState<readonly NamedFiles[] | null>(null);
  const question = useRef<HTMLFieldSetElement>(null);
  useEffect(() => question.current?.focus(), [opened]);

  const problem = (text: string) => setSaid({ text, isProblem: true });

  async function save(): Promise<void> {
    try {
      const { workplacesFile, TOO_LARGE } = await loadFormat();
      const text = workplacesFile(await kept.readAll());
      if (text === null) problem(TOO_LARGE);
      else {
        saveFile(FILE, text, 'application/json');
        setSaid({ text: 'Je werkplaatsen staan in het bestand.', isProblem: false });
      }
    } catch {
      problem(NOT_FETCHED);
    }
  }

  async function read(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    setSaid(null);
    setOpened(null);
    try {
      const { readWorkplacesFile, WORKPLACES_LIMIT_BYTES } = await loadFormat();
      const isHuge = file.size > WORKPLACES_LIMIT_BYTES;
      const found = readWorkplacesFile(isHuge ? '' : await file.text().catch(() => ''));
      if (typeof found === 'string') problem(found);
      else setOpened(found);
    } catch {
      problem(NOT_FETCHED);
    }
  }

  async function add(all: readonly NamedFiles[]): Promise<void> {
    setOpened(null);
    const { added, known } = await kept.addAll(all);
    const rest = known === 0 ? '' : ` Al hier, en zo gelaten: ${known}.`;
    const text = `Toegevoegd uit het bestand: ${count(added, 'werkplaats', 'werkplaatsen')}.${rest}`;
    setSaid({ text, isProblem: false });
  }

  return (
    <>
      <div class="actions">
        {kept.rows.value.length > 0 && (
          <button type="button" class="quiet" onClick={() => void save()}>
            Bewaar alle werkplaatsen
          </button>
        )}
        <FileChooser
          title="Lees een bestand met werkplaatsen"
          kind="quiet"
          what="file"
          accept=".json,application/json"
          onChoose={([file]) => void read(file)}
        />
      </div>
      {opened !== null && (
        <fieldset ref={question} class="whose" tabIndex={-1}>
          <legend>Van wie is dit bestand?</legend>
          <p>
            In dit bestand: {count(opened.length, 'werkplaats', 'werkplaatsen')}. Is het van jou, dan komt
            alles bij wat je hier hebt. Is het van iemand anders, vraag dan een link of een zip van één
            werkplaats: die opent als kopie, in een apart lab.
          </p>
          <button type="button" class="quiet" onClick={() => void add(opened)}>
            Van mij
          </button>
          <button type="button" class="quiet" onClick={() => setOpened(null)}>
            Van iemand anders
          </button>
        </fieldset>
      )}
      {said !== null && <p role={said.isProblem ? 'alert' : 'status'}>{said.text}</p>}
    </>
  );
}
