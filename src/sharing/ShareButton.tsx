/** `Deel`, and what opens the code of a link to this page. Packing and unpacking are fetched when they are needed. */
import { useEffect, useRef } from 'preact/hooks';
import { Dialog } from '../kit/Dialog.tsx';
import { WhenSeen } from '../kit/WhenSeen.tsx';
import type { Edits, Tape } from '../playground/index.ts';

interface Props {
  readonly name: string;
  readonly edits: Edits;
  readonly isReady: boolean;
  /** What went on in this playground; null when nothing did, or too much. */
  readonly tape?: () => Tape | null;
}

const load = () => import('./ShareDialog.tsx').then(({ ShareDialog }) => ShareDialog);

export function ShareButton({ name, edits, isReady, tape = () => null }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const hasShown = useRef(false);

  useEffect(() => {
    if (!isReady) return;
    const follow = () => void openLink(name, edits, dialog.current);
    follow();
    addEventListener('hashchange', follow);
    // A copy that is gone does not come back with the next reload.
    const stopWatching = edits.isCopy.subscribe((isCopy) => {
      if (!isCopy && hasShown.current) dropLink(name);
      hasShown.current = isCopy;
    });
    return () => {
      removeEventListener('hashchange', follow);
      stopWatching();
    };
  }, [isReady]);

  return (
    <>
      <button type="button" class="quiet" disabled={!isReady} onClick={() => dialog.current?.showModal()}>
        Deel
      </button>
      <Dialog dialog={dialog} title="Deel je code">
        <WhenSeen
          load={load}
          props={{ name, edits, tape, onClose: () => dialog.current?.close() }}
          name="De link"
        />
      </Dialog>
    </>
  );
}

const isLinkTo = (name: string) => location.hash.startsWith(`#deel=${name}.`);

function dropLink(name: string): void {
  if (isLinkTo(name)) history.replaceState(history.state, '', `${location.pathname}${location.search}`);
}

async function openLink(name: string, edits: Edits, near: Element | null): Promise<void> {
  const { hash } = location;
  if (!isLinkTo(name)) return;
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
