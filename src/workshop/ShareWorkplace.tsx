/** The link to a workplace, and the file of it: both hold all its files, and no server sees them. */
import { useRef } from 'preact/hooks';
import { Dialog } from '../kit/Dialog.tsx';
import { WhenSeen } from '../kit/WhenSeen.tsx';
import type { Workplace } from './workplace.ts';

const load = () =>
  import('./ShareWorkplaceDialog.tsx').then(({ ShareWorkplaceDialog }) => ShareWorkplaceDialog);

export function ShareWorkplace({ workplace }: { readonly workplace: Workplace }) {
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" class="quiet" onClick={() => dialog.current?.showModal()}>
        Deel
      </button>
      <Dialog dialog={dialog} title="Deel je werkplaats">
        <WhenSeen load={load} props={{ workplace }} name="De link" />
      </Dialog>
    </>
  );
}
