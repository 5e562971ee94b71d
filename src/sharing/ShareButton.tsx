/** `Deel`, and what opens the code or the tape of a link to this page. Packing and unpacking are fetched when they are needed. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { Dialog } from '../kit/Dialog.tsx';
import { WhenSeen } from '../kit/WhenSeen.tsx';
import type { Edits, Tape } from '../playground/index.ts';
import type { LinkedTape } from '../playground/TapeDesk.tsx';

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
  const [linked, setLinked] = useState<LinkedTape | null>(null);

  useEffect(() => {
    if (!isReady) return;
    const follow = () => {
      void openLink(name, edits, dialog.current);
      if (!isTapeFor(name)) return;
      void readTapeLink().then((file) => {
        setLinked({ file });
        if (!dialog.current?.open) dialog.current?.showModal();
      });
    };
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
      <Dialog dialog={dialog} title="Deel je code" onClose={() => isTapeFor(name) && clearFragment()}>
        <WhenSeen
          load={load}
          props={{ name, edits, tape, linked, onClose: () => dialog.current?.close() }}
          name="De link"
        />
      </Dialog>
    </>
  );
}

const isLinkTo = (name: string) => location.hash.startsWith(`#deel=${name}.`);

const isTapeFor = (name: string) => location.hash.startsWith(`#opname=${name}.`);

function dropLink(name: string): void {
  if (isLinkTo(name)) clearFragment();
}

function clearFragment(): void {
  history.replaceState(history.state, '', `${location.pathname}${location.search}`);
}

/** @returns null when it is not whole, or what reads it cannot be fetched */
async function readTapeLink(): Promise<string | null> {
  const { hash } = location;
  try {
    return (await import('./index.ts')).readTapeFragment(hash);
  } catch {
    return null;
  }
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
