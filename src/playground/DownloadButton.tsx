/** `Download als zip`: the project as the editor shows it, to run on the reader's own computer. */
import { useState } from 'preact/hooks';
import type { SourceFile } from '../host/contract.ts';
import type { Sample } from './sample.ts';

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
      const { projectZip } = await import('../export/index.ts');
      save(`${name}.zip`, projectZip(name, files(), sample?.() ?? null));
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

function save(fileName: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  link.click();
  // The browser has taken it over by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
