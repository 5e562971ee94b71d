/**
 * The code of one file. As served it is highlighted text (Shiki) under a transparent `<textarea>`, which can
 * be focused, typed in and read by a screen reader at once; the first focus brings CodeMirror, which takes over
 * text, caret and focus in the same frame.
 */

import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { CodeFrame } from '../../contract/failure.ts';
import type { CodeHelp } from './code-help.ts';
import type { LiveEditor } from './codemirror.ts';
import type { Edits } from './edits.ts';

interface Props {
  readonly edits: Edits;
  readonly path: string;
  /** The text that `highlighted` shows. */
  readonly original: string;
  readonly highlighted: ComponentChildren;
  readonly isReady: boolean;
  /** There is nothing in it for a reader to change. */
  readonly isReadOnly?: boolean;
  /** The task gives it: why nothing in it can be changed. */
  readonly isGiven?: boolean;
  /** A place that the reader asked to see, from an error. */
  readonly place: CodeFrame | null;
  readonly help: CodeHelp;
}

export function Editor({
  edits,
  path,
  original,
  highlighted,
  isReady,
  isGiven = false,
  isReadOnly = false,
  place,
  help,
}: Props) {
  const textarea = useRef<HTMLTextAreaElement>(null);
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<LiveEditor | null>(null);
  const [isLive, setLive] = useState(false);
  const helpId = useId();
  const text = edits.texts.value[path] ?? '';
  const [served] = useState(text);
  const isPainted = highlighted !== undefined && text === original;
  const label = `Code van ${path}`;

  async function takeOver(): Promise<void> {
    const library = await import('./codemirror.ts').catch(() => null);
    const field = textarea.current;
    // Without the library (offline, an old page) the textarea stays: it can do all that matters.
    if (!library || !host.current || !field || editor.current) return;
    if (field.dataset['composing']) {
      field.addEventListener('compositionend', () => void takeOver(), { once: true });
      return;
    }
    editor.current = library.takeOverFrom(field, host.current, { edits, path, help });
    setLive(true);
  }

  useEffect(() => {
    if (place?.file !== path) return;
    void takeOver().then(() => editor.current?.showPlace(place.line, place.column));
  }, [place]);

  // Edited code has no highlighting as served: the reader's own version comes in the full editor.
  useEffect(() => {
    if (isReady && !isPainted) void takeOver();
  }, [isReady, isPainted]);

  useEffect(() => {
    const field = textarea.current;
    // A reader who was quicker than the page has typed in it as it was served.
    if (field !== null) edits.adopt(path, field.value);
    if (field !== null && document.activeElement === field && !isReadOnly) void takeOver();
    return () => editor.current?.destroy();
  }, []);

  return (
    <div class="editor" data-live={isLive ? '' : undefined}>
      {/* What only a screen reader needs is the field's description: as text beside it, it would be heard twice. */}
      <p id={helpId} class={isGiven ? 'editor__given' : undefined} hidden={!isGiven}>
        {isGiven
          ? 'Dit bestand hoort bij de opdracht: je kunt het lezen, maar niet veranderen.'
          : 'Druk op Escape en dan op Tab om de code te verlaten.'}
      </p>
      <div ref={host} />
      {!isLive && (
        <div class="editor__served">
          <div class="editor__highlight" aria-hidden="true" hidden={!isPainted}>
            {highlighted}
          </div>
          <textarea
            ref={textarea}
            class={isPainted ? 'editor__text editor__text--clear' : 'editor__text'}
            aria-label={label}
            aria-describedby={helpId}
            readOnly={isReadOnly}
            rows={text.split('\n').length}
            wrap="off"
            spellcheck={false}
            autocapitalize="off"
            autocomplete="off"
            // It stays as it was served: without it a field in which nobody typed yet is empty for a moment, and its caret at the end.
            defaultValue={served}
            // Preact writes a `value` over what was typed before it came.
            {...(isReady && { value: text })}
            onFocus={() => {
              if (!isReadOnly) void takeOver();
            }}
            onInput={(event) => edits.edit(path, event.currentTarget.value)}
            onCompositionStart={(event) => {
              event.currentTarget.dataset['composing'] = '';
            }}
            onCompositionEnd={(event) => {
              delete event.currentTarget.dataset['composing'];
            }}
            onScroll={(event) => {
              const under = event.currentTarget.previousElementSibling;
              if (under) under.scrollLeft = event.currentTarget.scrollLeft;
            }}
          />
        </div>
      )}
    </div>
  );
}
