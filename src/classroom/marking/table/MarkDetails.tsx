/** One exercise of one student, under its row: what passed, what did not and why, the code, and what the teacher says of it. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Difference } from '../../../kit/Difference.tsx';
import { notesOfMark } from '../hand-in-notes.ts';
import { filesOfWork, type Mark } from '../mark.ts';
import type { ExerciseToMark, MarkedFiles } from '../marked-files.ts';
import type { Marker } from '../marking-model.ts';
import type { Picked } from '../open-marking.ts';
import { noteInWords } from '../words.ts';
import { EarlierWork } from './EarlierWork.tsx';

interface Props {
  readonly marking: Marker;
  readonly marked: MarkedFiles;
  readonly picked: Picked;
  /** Places of the rows, as the table shows them. */
  readonly order: readonly number[];
}

export function MarkDetails({ marking, marked, picked, order }: Props) {
  const { panel, hold } = useStayInPlace(picked);
  const { rows, exercises, marks } = marked;
  const row = rows[picked.row];
  const column = exercises.findIndex(({ name }) => name === picked.exercise);
  const exercise = exercises[column];
  if (row === undefined || exercise === undefined) return null;
  const place = order.indexOf(picked.row);
  const mark = marks[picked.row]?.get(exercise.name) ?? null;
  const code = row.work?.get(exercise.name);
  const files = mark?.files ?? (code ? filesOfWork(exercise, code) : null);
  const notes = notesOfMark(row, exercise, mark);
  const stepTo = (name: string, rowAt: number | undefined, exerciseAt: string | undefined) => (
    <button
      type="button"
      class="quiet"
      disabled={rowAt === undefined || exerciseAt === undefined}
      onClick={() => {
        if (rowAt === undefined || exerciseAt === undefined) return;
        hold(name);
        marking.pick(rowAt, exerciseAt);
      }}
    >
      {name}
    </button>
  );
  return (
    <div ref={panel} class="marking__details" role="group" aria-label="Uitwerking" tabIndex={-1}>
      <p class="marking__steps">
        {stepTo('Vorige student', order[place - 1], exercise.name)}
        {stepTo('Volgende student', order[place + 1], exercise.name)}
        {stepTo('Vorige oefening', picked.row, exercises[column - 1]?.name)}
        {stepTo('Volgende oefening', picked.row, exercises[column + 1]?.name)}
        <button type="button" class="quiet" onClick={marking.closePicked}>
          Sluit
        </button>
      </p>
      <h2>
        {row.label}: {exercise.title}
      </h2>
      {notes.map((note) => (
        <p key={note.kind} class="marking__note">
          {noteInWords(note)}
        </p>
      ))}
      {files === null && <p>Voor deze oefening is niets ingeleverd.</p>}
      {files !== null && mark === null && <p>Nog niet nagekeken.</p>}
      {mark && <Verdicts mark={mark} marked={marked} />}
      {files && <Code files={files} exercise={exercise} />}
      <label class="marking__says">
        Opmerking voor {row.label}
        <textarea
          rows={2}
          value={marked.remarksOf.get(row.key) ?? ''}
          onInput={({ currentTarget }) => marking.setRemark(row.key, currentTarget.value)}
        />
      </label>
      <EarlierWork row={row} exercise={exercise} verdicts={marking.verdicts.value} />
    </div>
  );
}

/**
 * Another row opens its details elsewhere in the page: what is looked at stays where the eyes are, and the button that was pressed
 * keeps the focus.
 */
function useStayInPlace(picked: Picked) {
  const panel = useRef<HTMLDivElement>(null);
  const held = useRef<{ readonly top: number; readonly button: string } | null>(null);
  useLayoutEffect(() => {
    const here = panel.current;
    if (here === null) return;
    if (held.current === null) {
      here.focus();
      return;
    }
    const { top, button } = held.current;
    held.current = null;
    scrollBy({ top: here.getBoundingClientRect().top - top, behavior: 'instant' });
    const again = [...here.querySelectorAll('button')].find((one) => one.textContent === button);
    (again === undefined || again.disabled ? here : again).focus({ preventScroll: true });
  }, [picked]);
  /** Before another is picked. @param button what it says */
  const hold = (button: string) => {
    held.current = { top: panel.current?.getBoundingClientRect().top ?? 0, button };
  };
  return { panel, hold };
}

function Verdicts({ mark, marked }: { readonly mark: Mark; readonly marked: MarkedFiles }) {
  return (
    <>
      {mark.equalTo.length > 0 && (
        <p>
          Hetzelfde werk, op namen, commentaar en opmaak na, als{' '}
          {mark.equalTo.map((other) => marked.rows[other]?.label).join(', ')}.
        </p>
      )}
      <ul>
        {mark.results?.map(({ id, title, isPassed, passesAtStart, problem, atMarking }) => (
          <li key={id}>
            <strong>{atMarking ? 'Niet nagekeken' : isPassed ? 'Goed' : 'Niet goed'}</strong>: {title}
            {isPassed && passesAtStart && ' (al goed bij het begin)'}
            {problem && (
              <>
                . Verwacht: {problem.expected}. Gekregen: {problem.received}
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

export function Code({
  files,
  exercise,
}: {
  readonly files: Mark['files'];
  readonly exercise: ExerciseToMark;
}) {
  const startOf = (path: string) => exercise.files.find((file) => file.path === path)?.text;
  const changed = files.filter(({ path, text }) => startOf(path) !== text);
  if (changed.length === 0) return <p>De code is niet veranderd.</p>;
  return (
    <>
      {changed.map(({ path, text }) => (
        <figure key={path}>
          <figcaption>{path}</figcaption>
          <pre tabIndex={0}>
            <code>{text}</code>
          </pre>
          <details>
            <summary>Toon het verschil met de startcode</summary>
            <Difference from={startOf(path) ?? ''} to={text} />
          </details>
        </figure>
      ))}
    </>
  );
}
