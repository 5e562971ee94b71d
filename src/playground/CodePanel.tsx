/** The code of a playground with what is done to it: choose a file, restore, undo, empty. */

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { Editor } from './Editor.tsx';
import type { Playground } from './model.ts';

interface Props {
  readonly model: Playground;
  readonly slots: Readonly<Record<`file${number}`, ComponentChildren>>;
  readonly isReady: boolean;
}

function Tabs({
  paths,
  current,
  onPick,
}: {
  paths: string[];
  current: number;
  onPick: (at: number) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={list}
      class="file-bar__tabs"
      role="tablist"
      aria-label="Bestanden"
      onKeyDown={(event) => {
        const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
        if (step === 0) return;
        const next = (current + step + paths.length) % paths.length;
        onPick(next);
        (list.current?.children[next] as HTMLElement | undefined)?.focus();
      }}
    >
      {paths.map((path, at) => (
        <button
          key={path}
          type="button"
          role="tab"
          aria-selected={at === current}
          tabIndex={at === current ? 0 : -1}
          onClick={() => onPick(at)}
        >
          {path}
        </button>
      ))}
    </div>
  );
}

interface FilePanelProps {
  readonly path: string;
  readonly isOne: boolean;
  readonly isShown: boolean;
  readonly children: ComponentChildren;
}

/** The place of one file; with more of them, the panel of its tab. */
function FilePanel({ path, isOne, isShown, children }: FilePanelProps) {
  if (isOne) return <div>{children}</div>;
  return (
    <div role="tabpanel" aria-label={path} hidden={!isShown}>
      {children}
    </div>
  );
}

export function CodePanel({ model, slots, isReady }: Props) {
  const { edits, sample } = model;
  const current = useSignal(0);
  const place = model.place.value;

  useEffect(() => {
    const at = sample.files.findIndex((file) => file.path === place?.file);
    if (at !== -1) current.value = at;
  }, [place]);

  return (
    <>
      <div class="file-bar">
        {sample.files.length > 1 ? (
          <Tabs
            paths={sample.files.map((file) => file.path)}
            current={current.value}
            onPick={(at) => {
              current.value = at;
            }}
          />
        ) : (
          <span class="file-bar__name">{sample.files[0]?.path}</span>
        )}
        {edits.isEdited.value && <span class="file-bar__edited">aangepast</span>}
        <div class="file-bar__actions">
          {edits.undone.value && (
            <button type="button" class="quiet" onClick={edits.undoReset}>
              Ongedaan maken
            </button>
          )}
          {model.ledger.value.current.lanes.length > 0 && (
            <button type="button" class="quiet" onClick={model.clear}>
              Maak leeg
            </button>
          )}
          <button
            type="button"
            class="quiet"
            disabled={!isReady || !(edits.isEdited.value || edits.lessonChanged.value)}
            onClick={edits.reset}
          >
            Herstel
          </button>
        </div>
      </div>
      {edits.lessonChanged.value && (
        <div class="notice" role="status">
          <p>De code in deze les is vernieuwd sinds je laatste bezoek. Je ziet nog je eigen versie.</p>
          <button type="button" class="quiet" onClick={edits.reset}>
            Toon de nieuwe code
          </button>
        </div>
      )}
      {sample.files.map((file, at) => (
        <FilePanel
          key={file.path}
          path={file.path}
          isOne={sample.files.length === 1}
          isShown={at === current.value}
        >
          <Editor
            edits={edits}
            path={file.path}
            original={file.text}
            highlighted={slots[`file${at}`]}
            isReady={isReady}
            place={place}
          />
        </FilePanel>
      ))}
    </>
  );
}
