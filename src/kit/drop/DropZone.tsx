/**
 * A place where files can be dropped, and buttons with which they are chosen: for who has a mouse, a finger or a keyboard.
 *
 * This folder is the two of them; any room may import it, as all of kit. Begin here.
 */
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';

interface ZoneProps {
  /** Its accessible name. */
  readonly label: string;
  /** Within the event itself: afterwards a browser has forgotten what was dropped. */
  readonly onDrop: (dropped: DataTransfer) => void;
  /** What became of the files; empty for nothing. */
  readonly said: string;
  readonly children: ComponentChildren;
}

export function DropZone({ label, onDrop, said, children }: ZoneProps) {
  const [isOver, setOver] = useState(false);
  return (
    <div
      class={isOver ? 'event drop drop--over' : 'event drop'}
      role="group"
      aria-label={label}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) onDrop(event.dataTransfer);
      }}
    >
      {children}
      <p class="event__said" role="status">
        {said}
      </p>
    </div>
  );
}

interface ChooserProps {
  /** Of the button. */
  readonly title: string;
  readonly kind: 'primary' | 'quiet';
  readonly what: 'file' | 'files' | 'folder';
  /** As of a file field: `.csv`; anything if absent. */
  readonly accept?: string;
  readonly isDisabled?: boolean;
  /** At least one. */
  readonly onChoose: (files: readonly File[]) => void;
}

/** A button that opens the browser's own dialog; the field behind it is in nobody's way. */
export function FileChooser({ title, kind, what, accept, isDisabled, onChoose }: ChooserProps) {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={field}
        type="file"
        class="visually-hidden"
        tabIndex={-1}
        aria-hidden="true"
        multiple={what !== 'file'}
        accept={accept}
        // What Preact has no name for.
        {...(what === 'folder' ? { webkitdirectory: true } : {})}
        onChange={({ currentTarget }) => {
          const files = [...(currentTarget.files ?? [])];
          // So that the same file can come a second time.
          currentTarget.value = '';
          if (files.length > 0) onChoose(files);
        }}
      />
      <button type="button" class={kind} disabled={isDisabled} onClick={() => field.current?.click()}>
        {title}
      </button>
    </>
  );
}
