/**
 * The code of a playground with what is done to it: choose a file, restore, undo, and what else a playground can.
 *
 * This folder is the learner's files: `edits.ts` is what they hold and keeps them on this device, `Editor.tsx` begins as a
 * text field and becomes CodeMirror, `FileTree.tsx` shows a project. What the editor knows of the code in it begins at
 * `help/code-place.ts`. It imports kit and contract alone, and the rest of the
 * playground and whoever shares code may import it. Begin at `edits.ts`.
 */

import { useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { SourceFile } from '../../contract/data.ts';
import type { CodeFrame } from '../../contract/failure.ts';
import type { CodeHelp } from './code-help.ts';
import { Editor } from './Editor.tsx';
import type { Edits } from './edits.ts';
import { FileTreePart, NoticesPart } from './islands.tsx';

export type FileSlots = Readonly<Record<`file${number}`, ComponentChildren>>;

interface Props {
  readonly files: readonly SourceFile[];
  /** Paths of those that the task gives. */
  readonly given?: readonly string[];
  readonly edits: Edits;
  readonly slots: FileSlots;
  readonly isReady: boolean;
  /** A place that the reader asked to see. */
  readonly place: CodeFrame | null;
  readonly help: CodeHelp;
  /** The file that the reader asked for by what to run. */
  readonly chosenFile?: { readonly path: string } | null;
  /** A project with a folder of its own in the container: its files are a tree. */
  readonly isProject?: boolean;
  /** Buttons of this playground, beside those for the code. */
  readonly children?: ComponentChildren;
}

/** More are a tree. */
const MOST_TABS = 8;

/** Made by npm; changed by hand it is only wrong. */
const READ_ONLY = /(^|\/)package-lock\.json$/;

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
  readonly kind: 'one' | 'tab' | 'tree';
  readonly isShown: boolean;
  readonly children: ComponentChildren;
}

/** The place of one file; with more of them, the panel of its tab. */
function FilePanel({ path, kind, isShown, children }: FilePanelProps) {
  if (kind === 'tab') {
    return (
      <div role="tabpanel" aria-label={path} data-file={path} hidden={!isShown}>
        {children}
      </div>
    );
  }
  return (
    <div data-file={path} hidden={kind === 'tree' && !isShown}>
      {children}
    </div>
  );
}

export function CodePanel({
  files,
  given = [],
  edits,
  slots,
  isReady,
  place,
  help,
  chosenFile = null,
  isProject = false,
  children,
}: Props) {
  const current = useSignal(0);
  /** Of a project that is the reader's own, the files that were looked at: it may have hundreds. */
  const seen = useRef(new Set<string>());
  const paths = files.map((file) => file.path);
  const shownPath = paths[current.value] ?? '';
  seen.current.add(shownPath);
  const isThere = (path: string) => !edits.isOwnProject.value || seen.current.has(path);
  const kind = isProject || files.length > MOST_TABS ? 'tree' : files.length === 1 ? 'one' : 'tab';

  const show = (path: string | undefined) => {
    const at = paths.indexOf(path ?? '');
    if (at !== -1) current.value = at;
  };
  useEffect(() => show(place?.file), [place]);
  useEffect(() => show(chosenFile?.path), [chosenFile]);

  return (
    <>
      <div class="file-bar">
        {kind === 'tab' ? (
          <Tabs
            paths={paths}
            current={current.value}
            onPick={(at) => {
              current.value = at;
            }}
          />
        ) : (
          <span class="file-bar__name">{shownPath}</span>
        )}
        {!edits.isOwnProject.value && edits.isFileEdited(shownPath) && (
          <span class="file-bar__edited">aangepast</span>
        )}
        <div class="file-bar__actions">
          {edits.undone.value && (
            <button type="button" class="quiet" onClick={edits.undoReset}>
              Ongedaan maken
            </button>
          )}
          {children}
          {!edits.isOwnProject.value && (
            <button
              type="button"
              class="quiet"
              disabled={
                !isReady || edits.isCopy.value || !(edits.isEdited.value || edits.lessonChanged.value)
              }
              onClick={edits.reset}
            >
              Herstel
            </button>
          )}
        </div>
      </div>
      <NoticesPart edits={edits} />
      <div class={kind === 'tree' ? 'files files--tree' : 'files'}>
        {kind === 'tree' && (
          <FileTreePart
            paths={paths}
            current={shownPath}
            noteOf={(path) => {
              if (READ_ONLY.test(path)) return 'alleen lezen';
              return !edits.isOwnProject.value && edits.isFileEdited(path) ? 'aangepast' : null;
            }}
            onPick={(path) => {
              current.value = paths.indexOf(path);
            }}
          />
        )}
        <div class="files__panels">
          {files.map((file, at) => (
            <FilePanel key={file.path} path={file.path} kind={kind} isShown={at === current.value}>
              {isThere(file.path) && (
                <Editor
                  edits={edits}
                  path={file.path}
                  original={file.text}
                  highlighted={slots[`file${at}`]}
                  isReady={isReady}
                  isGiven={given.includes(file.path)}
                  isReadOnly={READ_ONLY.test(file.path) || given.includes(file.path)}
                  place={place}
                  help={help}
                />
              )}
            </FilePanel>
          ))}
        </div>
      </div>
    </>
  );
}
