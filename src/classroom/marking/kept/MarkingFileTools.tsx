/** The file of a marking: to lay aside, and to open. Whose it is decides: the verdicts in it are believed. */
import { useEffect, useRef } from 'preact/hooks';
import { FileChooser } from '../../../kit/drop/DropZone.tsx';
import { count } from '../../../kit/numbers.ts';
import { fileNameOf, saveFile } from '../../../kit/save-file.ts';
import {
  MARKING_FILE_END,
  MARKING_LIMIT_BYTES,
  type MarkingFileProblem,
  markingFile,
  readMarkingFile,
} from './marking-file.ts';
import type { MarkingState } from './marking-record.ts';

const problemWords = {
  OTHER_FILE: `Dit is geen bewaard nakijkwerk. Kies het bestand dat eindigt op ${MARKING_FILE_END}.`,
  NEWER: 'Dit bestand is van een nieuwere Functielab. Open het met die nieuwere. Er is niets veranderd.',
  BROKEN:
    'Dit bestand is niet compleet. Bewaar het opnieuw op het toestel waar het vandaan komt. Er is niets veranderd.',
  TOO_LARGE: 'Dit bestand is te groot om te openen. Er is niets veranderd.',
} satisfies Record<MarkingFileProblem, string>;

/** A file that was read, until the teacher has said what to do with it. */
export type OpenedFile = MarkingState | MarkingFileProblem;

/** @throws when the browser can't read it */
export async function openMarkingFile(file: File): Promise<OpenedFile> {
  return file.size > MARKING_LIMIT_BYTES ? 'TOO_LARGE' : readMarkingFile(await file.text());
}

interface ToolsProps {
  /** Null when nothing is open. */
  readonly stateNow: (() => MarkingState) | null;
  readonly onFile: (file: File) => void;
}

export function MarkingFileTools({ stateNow, onFile }: ToolsProps) {
  return (
    <p class="actions">
      {stateNow !== null && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            const state = stateNow();
            const name = fileNameOf(state.head.title, 'klas');
            saveFile(`${name}${MARKING_FILE_END}`, markingFile(state), 'application/json');
          }}
        >
          Bewaar het nakijken
        </button>
      )}
      <FileChooser
        title="Open bewaard nakijkwerk"
        kind="quiet"
        what="file"
        accept=".json,application/json"
        onChoose={([file]) => file && onFile(file)}
      />
    </p>
  );
}

interface QuestionProps {
  readonly opened: OpenedFile;
  /** Whether a marking is open, to which it can be added. */
  readonly canMerge: boolean;
  /** @param how null to leave it */
  readonly onAnswer: (how: 'second' | 'merge' | null) => void;
}

export function MarkingFileQuestion({ opened, canMerge, onAnswer }: QuestionProps) {
  const question = useRef<HTMLFieldSetElement>(null);
  useEffect(() => question.current?.focus(), [opened]);
  if (typeof opened === 'string') return <p role="alert">{problemWords[opened]}</p>;
  const { head, sources, verdicts } = opened;
  return (
    <fieldset ref={question} class="whose" tabIndex={-1}>
      <legend>Bewaard nakijkwerk: {head.title || 'zonder titel'}</legend>
      <p>
        In dit bestand: {count(sources.length, 'bestand', 'bestanden')} van studenten en{' '}
        {count(verdicts.size, 'uitslag', 'uitslagen')}. Die uitslagen rekenen we niet na. Open het dus alleen
        als jij of een collega het bewaarde.
      </p>
      <button type="button" class="primary" onClick={() => onAnswer('second')}>
        Open het apart
      </button>
      {canMerge && (
        <button type="button" class="quiet" onClick={() => onAnswer('merge')}>
          Voeg het samen met wat open is
        </button>
      )}
      <button type="button" class="quiet" onClick={() => onAnswer(null)}>
        Open het niet
      </button>
    </fieldset>
  );
}
