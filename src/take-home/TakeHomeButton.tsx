/**
 * `Neem mee`: the functions of a playground as a project, for the reader's own computer or for a real cloud. What the dialog
 * needs is fetched when it is opened.
 */
import { useRef, useState } from 'preact/hooks';
import { Dialog } from '../kit/Dialog.tsx';
import { WhenSeen } from '../kit/WhenSeen.tsx';
import type { TakeHomeProps } from './TakeHomeDialog.tsx';

interface Props extends TakeHomeProps {
  readonly isReady: boolean;
}

const load = () => import('./TakeHomeDialog.tsx').then(({ TakeHomeDialog }) => TakeHomeDialog);

export function TakeHomeButton({ isReady, ...props }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  // Another each time it is opened: what stands in it is of that moment.
  const [opened, setOpened] = useState(0);
  const open = () => {
    setOpened(opened + 1);
    dialog.current?.showModal();
  };
  return (
    <>
      <button type="button" class="quiet" disabled={!isReady} onClick={open}>
        Neem mee
      </button>
      <Dialog dialog={dialog} title="Neem je functie mee">
        {opened > 0 && <WhenSeen key={opened} load={load} props={props} name="De keuze" />}
      </Dialog>
    </>
  );
}
