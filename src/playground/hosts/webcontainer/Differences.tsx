/** Which Node runs, and a dialog with what is different there. Its text is fetched when the dialog opens. */
import { useRef } from 'preact/hooks';
import { Dialog } from '../../../kit/Dialog.tsx';
import { WhenSeen } from '../../../kit/WhenSeen.tsx';
import type { ReadyHost } from '../starter.ts';

const load = () => import('./DifferenceList.tsx').then(({ DifferenceList }) => DifferenceList);

export function Differences({ ready }: { readonly ready: ReadyHost }) {
  const version = ready.container?.link.nodeVersion.replace(/^v/, '') ?? '';
  const dialog = useRef<HTMLDialogElement>(null);
  return (
    <>
      <button type="button" class="quiet host__differences" onClick={() => dialog.current?.showModal()}>
        Node {version}: wat is er anders?
      </button>
      <Dialog dialog={dialog} title="Browser en WebContainer: de verschillen">
        <WhenSeen load={load} props={{ version }} name="De vergelijking" />
      </Dialog>
    </>
  );
}
