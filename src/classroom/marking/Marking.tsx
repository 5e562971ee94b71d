/** Marking: files dropped in, run again in this browser's sandbox, and a table of who made what. */
import type { ComponentChildren } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { checkInBrowser } from '../../exercises/run/in-browser.ts';
import { count } from '../../kit/numbers.ts';
import { saveFile } from '../../kit/save-file.ts';
import { MarkDetails, VerdictAgain } from './MarkDetails.tsx';
import { MarkingTabs } from './MarkingTabs.tsx';
import { MarksTable } from './MarksTable.tsx';
import { courseExercises, createMarking, type MarkedFiles } from './marking-model.ts';
import { pathOf } from './read-files.ts';
import { refusalWords } from './words.ts';

/** What another room of the classroom makes of a marking: a tab beside the table, there once something is marked. */
export interface MarkingPart {
  readonly name: string;
  readonly show: (marked: MarkedFiles, marking: Marker) => ComponentChildren;
}

export type Marker = ReturnType<typeof createMarking>;

interface Props {
  readonly parts: readonly MarkingPart[];
  /** Stands above the table: of a class list, for example. */
  readonly above: (marking: Marker) => ComponentChildren;
}

export function Marking({ parts, above }: Props) {
  const marking = useMemo(() => createMarking({ run: checkInBrowser, loadCourse: courseExercises }), []);
  const details = useRef<HTMLDivElement>(null);
  /** Name of the tab; the table is the first. */
  const [tab, setTab] = useState(MARKS);
  const { link, mark } = marking;
  const isRunning = marking.isRunning.value;
  const marked = marking.marked.value;
  const picked = marking.picked.value;
  const shown = marking.shown.value;
  return (
    <div
      class="marking"
      role="group"
      aria-label="Nakijken"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void mark([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      <label>
        Link van de reeks
        <input
          value={link.value}
          placeholder="mag leeg blijven: dan telt elke oefening die is ingeleverd"
          onInput={({ currentTarget }) => {
            link.value = currentTarget.value;
          }}
        />
      </label>
      {marking.isLinkWrong.value && (
        <p role="alert">In deze link staat geen complete reeks. Kopieer hem opnieuw.</p>
      )}
      <label class="marking__drop">
        <span>
          Sleep de inleveringen hierheen, of kies ze: losse bestanden, of de zip van je leeromgeving.
        </span>
        {/* What a browser writes on its own button is in the language of the browser. */}
        <span class="marking__choose" aria-hidden="true">
          Kies bestanden
        </span>
        <input
          type="file"
          multiple
          accept=".json,.txt,.zip"
          aria-label="Kies inleveringen"
          disabled={isRunning}
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            void mark(files);
            currentTarget.value = '';
          }}
        />
      </label>
      {marking.hasFailed.value && (
        <p role="alert">
          Het nakijken kon niet beginnen. Controleer je verbinding en kies de bestanden opnieuw.
        </p>
      )}
      {isRunning && (
        <p class="marking__progress">
          <progress aria-label="Nagekeken" value={marked?.done ?? 0} max={marked?.of || 1} />{' '}
          {marked?.of ? `${marked.done} van ${marked.of}` : 'Bestanden lezen …'}{' '}
          <button type="button" class="quiet" onClick={marking.stop}>
            Stop
          </button>
        </p>
      )}
      {marked && parts.length > 0 && (
        <MarkingTabs names={[MARKS, ...parts.map(({ name }) => name)]} current={tab} onPick={setTab} />
      )}
      {marked &&
        parts.map(({ name, show }) => (
          <div key={name} role="tabpanel" aria-label={name} hidden={tab !== name}>
            {tab === name && show(marked, marking)}
          </div>
        ))}
      {marked && (
        <div role="tabpanel" aria-label={MARKS} hidden={tab !== MARKS}>
          <p role="status">{isRunning ? '' : markedInWords(marked)}</p>
          {marked.refused.length > 0 && (
            <>
              <h2>Niet nagekeken</h2>
              <ul>
                {marked.refused.map(({ way, result }, at) => (
                  <li key={at}>
                    <code>{pathOf(way)}</code>: {refusalWords[result]}
                  </li>
                ))}
              </ul>
            </>
          )}
          {above(marking)}
          <MarksTable
            marked={marked}
            onPick={(learner, exercise) => {
              marking.pick(learner, exercise);
              setTimeout(() => details.current?.focus(), 0);
            }}
          />
          {!isRunning && marked.of > 0 && (
            <VerdictAgain marked={marked} exercise={picked?.exercise ?? marked.exercises[0]?.name ?? ''} />
          )}
          {!isRunning && marked.rows.length > 0 && (
            <button
              type="button"
              class="primary"
              onClick={() =>
                void import('./marks-csv.ts').then(({ marksCsv }) =>
                  saveFile(
                    'functielab-nagekeken.csv',
                    marksCsv(marked.rows, marked.exercises, marked.marks, marked.seed),
                    'text/csv;charset=utf-8',
                  ),
                )
              }
            >
              Bewaar als CSV
            </button>
          )}
          {picked && shown && (
            <div ref={details} class="marking__details" role="group" aria-label="Uitwerking" tabIndex={-1}>
              <h2>
                {marked.rows[picked.learner]?.label}: {titleOf(marked, picked.exercise)}
              </h2>
              <MarkDetails mark={shown} marked={marked} exercise={picked.exercise} />
            </div>
          )}
        </div>
      )}
    </div>
  );
}

const MARKS = 'Uitslag';

/** What was really marked, and no more. */
function markedInWords({ handIns, done, of }: MarkedFiles): string {
  return done === of
    ? `${count(handIns.length, 'inlevering', 'inleveringen')} nagekeken.`
    : `${done} van ${count(of, 'uitwerking', 'uitwerkingen')} nagekeken.`;
}

const titleOf = (marked: MarkedFiles, exercise: string) =>
  marked.exercises.find(({ name }) => name === exercise)?.title ?? exercise;
