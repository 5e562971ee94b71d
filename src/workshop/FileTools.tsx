/** Files of a workplace: made, renamed, removed, and taken back. */
import { useRef, useState } from 'preact/hooks';
import { Dialog } from '../kit/Dialog.tsx';
import type { Workplace } from './workplace.ts';

export function FileTools({ workplace }: { readonly workplace: Workplace }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const undone = workplace.undone.value;
  return (
    <>
      <button type="button" class="quiet" onClick={() => dialog.current?.showModal()}>
        Bestanden
      </button>
      <span role="status">{undone}</span>
      {undone !== null && (
        <button type="button" class="quiet" onClick={workplace.takeBack}>
          Ongedaan maken
        </button>
      )}
      <Dialog dialog={dialog} title="Bestanden">
        <FileForm workplace={workplace} onDone={() => dialog.current?.close()} />
      </Dialog>
    </>
  );
}

interface FormProps {
  readonly workplace: Workplace;
  readonly onDone: () => void;
}

function FileForm({ workplace, onDone }: FormProps) {
  const paths = workplace.filePaths.value;
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const path = paths.includes(chosen) ? chosen : (paths[0] ?? '');

  function after(said: string | null): void {
    setProblem(said);
    if (said !== null) return;
    setName('');
    onDone();
  }

  return (
    <form
      class="share event"
      onSubmit={(event) => {
        event.preventDefault();
        after(workplace.addFile(name));
      }}
    >
      <label class="share__link">
        Naam
        <input
          value={name}
          placeholder="lib/prijs.js"
          spellcheck={false}
          autocapitalize="off"
          autocomplete="off"
          onInput={({ currentTarget }) => {
            setName(currentTarget.value);
          }}
        />
      </label>
      <button type="submit" class="primary">
        Maak bestand
      </button>
      <label class="event__field">
        Bestand
        <select
          value={path}
          onChange={({ currentTarget }) => {
            setChosen(currentTarget.value);
          }}
        >
          {paths.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="quiet" onClick={() => after(workplace.renameFile(path, name))}>
        Geef het deze naam
      </button>
      <button type="button" class="quiet" onClick={() => after(workplace.removeFile(path))}>
        Verwijder bestand
      </button>
      {problem !== null && <p role="alert">{problem}</p>}
    </form>
  );
}
