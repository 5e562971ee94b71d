/**
 * `Download als zip` of a program: the project as the editor shows it, to run on the reader's own computer.
 *
 * One of the two doors of this room, which makes a project of a playground; the other is `TakeHomeButton.tsx`, for functions.
 * `project-files.ts` says which files a project for the reader's own computer has, `project-zip.ts` is fetched to pack them,
 * `runner/main.ts` is the program that starts a function there, and `clouds/index.ts` makes projects for real clouds. Lessons,
 * exercises and workplaces import these two buttons; begin at `project-files.ts`.
 */
import { useState } from 'preact/hooks';
import { saveFile } from '../kit/save-file.ts';
import type { Edits } from '../playground/index.ts';

interface Props {
  readonly name: string;
  readonly edits: Edits;
}

export function DownloadButton({ name, edits }: Props) {
  const [hasFailed, setFailed] = useState(false);
  const [isRefused, setRefused] = useState(false);

  async function download(): Promise<void> {
    setFailed(false);
    // Outside the sandbox it may do what it likes: that is the reader's to decide, by taking it over.
    setRefused(edits.isCopy.peek());
    if (edits.isCopy.peek()) return;
    try {
      const { projectZip } = await import('./project-zip.ts');
      saveFile(`${name}.zip`, projectZip(name, edits.ownFiles(), null), 'application/zip');
    } catch {
      setFailed(true);
    }
  }

  return (
    <>
      <button type="button" class="quiet" onClick={() => void download()}>
        Download als zip
      </button>
      {isRefused && edits.isCopy.value && (
        <span role="alert">
          Deze code is van iemand anders, en een zip draait zonder sandbox. Vertrouw je de code, kies dan
          eerst Bewaar als mijn versie.
        </span>
      )}
      {hasFailed && (
        <span role="alert">De zip is niet gemaakt. Controleer je verbinding en probeer het opnieuw.</span>
      )}
    </>
  );
}
