/** A modal dialog with a title and a way out: the browser's own, so Escape and focus work as everywhere. */
import { useId } from 'preact/hooks';
import type { ComponentChildren, RefObject } from 'preact';

interface Props {
  readonly dialog: RefObject<HTMLDialogElement>;
  readonly title: string;
  readonly children: ComponentChildren;
}

export function Dialog({ dialog, title, children }: Props) {
  const id = useId();
  return (
    <dialog
      ref={dialog}
      class="till-dialog"
      aria-labelledby={id}
      onClick={(event) => {
        // A click on the backdrop lands on the dialog itself.
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
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
