/** A modal dialog with a title and a way out: the browser's own, so Escape and focus work as everywhere. */

import type { ComponentChildren, RefObject } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  readonly dialog: RefObject<HTMLDialogElement>;
  readonly title: string;
  /** It covers the whole page, which stands still under it. */
  readonly isWholePage?: boolean;
  /** However it was closed. */
  readonly onClose?: () => void;
  readonly children: ComponentChildren;
}

export function Dialog({ dialog, title, isWholePage = false, onClose, children }: Props) {
  const id = useId();
  return (
    <dialog
      ref={dialog}
      class={isWholePage ? 'till-dialog till-dialog--page' : 'till-dialog'}
      aria-labelledby={id}
      // A click beside it closes it too, where the browser knows that attribute.
      closedby="any"
      onClose={onClose}
    >
      <div class="till-dialog__head">
        <h2 id={id}>{title}</h2>
        <button type="button" class="quiet" onClick={() => dialog.current?.close()}>
          Sluit
        </button>
      </div>
      {children}
    </dialog>
  );
}
