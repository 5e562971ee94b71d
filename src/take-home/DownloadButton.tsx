/**
 * `Download als zip`: the project as the editor shows it, to run on the reader's own computer.
 *
 * The door of this room, which makes a project of a playground: `project-files.ts` says which files it has, `project-zip.ts`
 * is fetched to pack them, and `runner/main.ts` is the program that starts a function there. Lessons and exercises import
 * this button alone; begin at `project-files.ts`.
 */
import { useState } from 'preact/hooks';
import type { SourceFile } from '../contract/data.ts';
import type { Sample } from '../course/sample.ts';
import { saveFile } from '../kit/save-file.ts';

interface Props {
  readonly name: string;
  readonly files: () => readonly SourceFile[];
  /** A function comes with the platform to run it on; a program starts by itself. */
  readonly sample?: () => Sample;
}

export function DownloadButton({ name, files, sample }: Props) {
  const [hasFailed, setFailed] = useState(false);

  async function download(): Promise<void> {
    setFailed(false);
    try {
      const { projectZip } = await import('./project-zip.ts');
      saveFile(`${name}.zip`, projectZip(name, files(), sample?.() ?? null), 'application/zip');
    } catch {
      setFailed(true);
    }
  }

  return (
    <>
      <button type="button" class="quiet" onClick={() => void download()}>
        Download als zip
      </button>
      {hasFailed && (
        <span role="alert">
          De zip kon niet worden gemaakt. Controleer je verbinding en probeer het opnieuw.
        </span>
      )}
    </>
  );
}
