/** Who made what: a row a student, a column an exercise, and what it comes to. What is picked opens under its row. */
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import type { ExerciseSet } from '../../../exercises/set.ts';
import { decimal } from '../../../kit/numbers.ts';
import { notesOfRow } from '../hand-in-notes.ts';
import type { MarkedFiles } from '../marked-files.ts';
import type { Marker } from '../marking-model.ts';
import type { Row } from '../whose.ts';
import { noteInWords, remarkInWords } from '../words.ts';
import { MarkCell } from './MarkCell.tsx';
import { MarkDetails } from './MarkDetails.tsx';
import { momentInWords } from './moment-words.ts';
import {
  FIRST_VIEW,
  latenessInWords,
  meanShares,
  momentOfRow,
  orderOf,
  type Shown,
  type SortedBy,
  sortedBy,
  type TableView,
} from './table-order.ts';

const SHOWN: readonly (readonly [Shown, string])[] = [
  ['all', 'iedereen'],
  ['notAllRight', 'niet alles goed'],
  ['nothing', 'niets ingeleverd'],
  ['late', 'te laat'],
];

interface Props {
  readonly marking: Marker;
  readonly marked: MarkedFiles;
}

export function MarksTable({ marking, marked }: Props) {
  const [view, setView] = useState(FIRST_VIEW);
  const set = marking.set.value;
  const picked = marking.picked.value;
  const order = orderOf(marked, set, view);
  const { rows, exercises } = marked;
  if (rows.length === 0) return null;
  const hasMoments = rows.some((row) => momentOfRow(row) !== null);
  const columns = exercises.length + (hasMoments ? 5 : 4);
  const head = (by: SortedBy, title: string) => <SortHead {...{ view, by, title, onView: setView }} />;
  return (
    <>
      <p class="marking__filter">
        <label>
          Toon{' '}
          <select
            value={view.shown}
            onChange={({ currentTarget }) => setView({ ...view, shown: currentTarget.value as Shown })}
          >
            {SHOWN.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>{' '}
        <span>
          {order.length} van {rows.length}
        </span>
      </p>
      <div class="marking__table" role="region" aria-label="Resultaten" tabIndex={0}>
        <table>
          <thead>
            <tr>
              {head('name', 'Naam')}
              {exercises.map(({ name, title }) => (
                <th key={name} scope="col">
                  {title}
                </th>
              ))}
              {head('total', 'Totaal')}
              <th scope="col">Op 20</th>
              <th scope="col">Cijfer</th>
              {hasMoments && head('moment', 'Moment')}
            </tr>
          </thead>
          <tbody>
            {order.flatMap((at) => {
              const row = rows[at];
              if (row === undefined) return [];
              const line = <Line key={row.key} {...{ at, row, marking, marked, set, hasMoments }} />;
              if (picked?.row !== at) return [line];
              return [
                line,
                <tr key="details" class="marking__opened">
                  <td colSpan={columns}>
                    <MarkDetails {...{ marking, marked, picked, order }} />
                  </td>
                </tr>,
              ];
            })}
          </tbody>
          <tfoot>
            <Means marked={marked} hasMoments={hasMoments} />
          </tfoot>
        </table>
      </div>
      <p>
        <small>
          “✓”: alles goed. “↻”: liep eerst vast en draaide nog een keer. “=”: hetzelfde werk als iemand
          anders, op namen, commentaar en opmaak na. “–”: niet ingeleverd. “?”: niet nagekeken, want je
          computer had het te druk of er ging iets mis: kijk de rest later nog eens na. Wat al goed was bij
          het begin, telt pas mee als er iets bij komt.
        </small>
      </p>
    </>
  );
}

interface SortProps {
  readonly view: TableView;
  readonly by: SortedBy;
  readonly title: string;
  readonly onView: (view: TableView) => void;
}

function SortHead({ view, by, title, onView }: SortProps) {
  const isSorted = view.by === by;
  return (
    <th scope="col" aria-sort={isSorted ? (view.isDown ? 'descending' : 'ascending') : undefined}>
      <button type="button" class="marking__sort" onClick={() => onView(sortedBy(view, by))}>
        {title} <span aria-hidden="true">{isSorted ? (view.isDown ? '↓' : '↑') : '↕'}</span>
      </button>
    </th>
  );
}

interface LineProps extends Props {
  readonly at: number;
  readonly row: Row;
  readonly set: ExerciseSet | null;
  readonly hasMoments: boolean;
}

/** The same line again is not drawn again: of a class of 200 one changes with each verdict. */
function Line({ at, row, marking, marked, set, hasMoments }: LineProps): ComponentChildren {
  const marks = marked.marks[at];
  const total = marked.totals[at];
  const pickedHere = marking.picked.value?.row === at ? marking.picked.value.exercise : null;
  return useMemo(() => {
    const { who, label, work, place, remarks } = row;
    const moment = momentOfRow(row);
    const told = [
      ...remarks.map(remarkInWords),
      ...notesOfRow(row, set, marked.exercises).map(noteInWords),
      ...[latenessInWords(row, set) ?? []].flat(),
    ];
    // Of whom nothing can be read no total comes any more; of another it may.
    const none = work === null ? '–' : '…';
    return (
      <tr class={pickedHere === null ? undefined : 'marking__line--picked'}>
        <th scope="row">
          {who}
          <small class="marking__place">{place}</small>
          {told.map((words) => (
            <small key={words} class="marking__remark">
              {words}
            </small>
          ))}
        </th>
        {marked.exercises.map((exercise) => (
          <MarkCell
            key={exercise.name}
            mark={marks?.get(exercise.name) ?? null}
            isHandedIn={work?.has(exercise.name) === true}
            name={`${label}, ${exercise.title}`}
            isPicked={pickedHere === exercise.name}
            onPick={() => marking.pick(at, exercise.name)}
          />
        ))}
        <td>
          {total?.share == null ? none : `${decimal(total.share * 100, 0)} %`}
          <small class="marking__place">
            {total?.points} van {total?.of}
          </small>
        </td>
        <td>{total?.onTwenty == null ? none : decimal(total.onTwenty, 1)}</td>
        <td class={total?.isPassed === false ? 'marking__failed' : undefined}>
          {total?.onTen == null ? none : decimal(total.onTen, 1)}
          {total?.isPassed === false && <small class="marking__place">onvoldoende</small>}
        </td>
        {hasMoments && (
          <td>
            {moment === null ? '' : momentInWords(moment.at)}
            {moment?.isClaim && <small class="marking__place">zegt de student</small>}
          </td>
        )}
      </tr>
    );
  }, [row, marks, total, pickedHere, marked.exercises, set, hasMoments, at]);
}

function Means({ marked, hasMoments }: { readonly marked: MarkedFiles; readonly hasMoments: boolean }) {
  const shares = marked.totals.flatMap(({ share }) => share ?? []);
  const shown = (share: number | null) => (share === null ? '–' : `${decimal(share * 100, 0)} %`);
  const mean = shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length;
  return (
    <tr>
      <th scope="row">Gemiddelde van wie inleverde</th>
      {meanShares(marked).map((share, at) => (
        <td key={marked.exercises[at]?.name}>{shown(share)}</td>
      ))}
      <td>{shown(mean)}</td>
      <td colSpan={hasMoments ? 3 : 2} />
    </tr>
  );
}
