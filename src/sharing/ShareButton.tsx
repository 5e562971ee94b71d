/** `Deel`, and what opens the code of a link to this page. Packing and unpacking are fetched when they are needed. */
import type { FunctionComponent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Dialog } from '../kit/Dialog.tsx';
import { FetchFailed } from '../kit/FetchFailed.tsx';
import type { Edits } from '../playground/index.ts';

interface Props {
  readonly name: string;
  readonly edits: Edits;
  readonly isReady: boolean;
}

type DialogContent = FunctionComponent<{ name: string; edits: Edits; onClose: () => void }>;

export function ShareButton({ name, edits, isReady }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [content, setContent] = useState<{ readonly Content: DialogContent } | null>(null);
  const [hasFailed, setFailed] = useState(false);

  function load(): void {
    setFailed(false);
    import('./ShareDialog.tsx').then(
      ({ ShareDialog }) => setContent({ Content: ShareDialog }),
      () => setFailed(true),
    );
  }

  useEffect(() => {
    if (!isReady) return;
    const follow = () => void openLink(name, edits, dialog.current);
    follow();
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, [isReady]);

  return (
    <>
      <button
        type="button"
        class="quiet"
        disabled={!isReady}
        onClick={() => {
          load();
          dialog.current?.showModal();
        }}
      >
        Deel
      </button>
      <Dialog dialog={dialog} title="Deel je code">
        {hasFailed && <FetchFailed what="De link" retry={load} />}
        {content && <content.Content name={name} edits={edits} onClose={() => dialog.current?.close()} />}
      </Dialog>
    </>
  );
}

async function openLink(name: string, edits: Edits, near: Element | null): Promise<void> {
  const { hash } = location;
  if (!hash.startsWith(`#deel=${name}.`)) return;
  try {
    const { readFragment } = await import('./index.ts');
    const code = readFragment(hash);
    if (code === null) edits.linkIsBroken.value = true;
    else edits.showCopy(code.files);
  } catch {
    edits.linkIsBroken.value = true;
  }
  near?.closest('section')?.scrollIntoView();
}
