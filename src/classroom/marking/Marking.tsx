/** Marking: files dropped in, run again in this browser's sandbox, and a table of who made what. */
import { useMemo, useRef } from 'preact/hooks';
import { checkInBrowser } from '../../exercises/run/in-browser.ts';
import { Difference } from '../../kit/Difference.tsx';
import { count } from '../../kit/numbers.ts';
import { saveFile } from '../../kit/save-file.ts';
import type { Mark } from './mark.ts';
import { courseExercises, createMarking, type MarkedFiles } from './marking-model.ts';
import { pathOf } from './read-files.ts';
import { pointsOfMark } from './totals.ts';
import { refusalWords, remarkInWords } from './words.ts';

export function Marking() {
  const marking = useMemo(() => createMarking({ run: checkInBrowser, loadCourse: courseExercises }), []);
  const details = useRef<HTMLDivElement>(null);
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
      {marked && (
        <>
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
          <MarksTable
            marked={marked}
            onPick={(learner, exercise) => {
              marking.pick(learner, exercise);
              setTimeout(() => details.current?.focus(), 0);
            }}
          />
          {!isRunning && marked.of > 0 && (
            <Again marked={marked} exercise={picked?.exercise ?? marked.exercises[0]?.name ?? ''} />
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
        </>
      )}
    </div>
  );
}

/** What was really marked, and no more. */
function markedInWords({ handIns, done, of }: MarkedFiles): string {
  return done === of
    ? `${count(handIns.length, 'inlevering', 'inleveringen')} nagekeken.`
    : `${done} van ${count(of, 'uitwerking', 'uitwerkingen')} nagekeken.`;
}

const titleOf = (marked: MarkedFiles, exercise: string) =>
  marked.exercises.find(({ name }) => name === exercise)?.title ?? exercise;

interface TableProps {
  readonly marked: MarkedFiles;
  readonly onPick: (learner: number, exercise: string) => void;
}

function MarksTable({ marked, onPick }: TableProps) {
  const { rows, exercises, marks } = marked;
  if (rows.length === 0) return null;
  return (
    <div class="marking__table" role="region" aria-label="Resultaten" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Naam</th>
            {exercises.map(({ name, title }) => (
              <th key={name} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, work, place, label, remarks }, learner) => (
            <tr key={learner}>
              <th scope="row">
                {name}
                <small class="marking__place">{place}</small>
                {remarks.map((remark) => (
                  <small key={remark.kind} class="marking__remark">
                    {remarkInWords(remark)}
                  </small>
                ))}
              </th>
              {exercises.map((exercise) => {
                const mark = marks[learner]?.get(exercise.name);
                return (
                  <td key={exercise.name}>
                    {mark ? (
                      <button
                        type="button"
                        class="quiet"
                        aria-label={`${label}, ${exercise.title}: ${pointsInWords(mark)}${mark.equalTo.length > 0 ? ', gelijk aan een andere inlevering' : ''}`}
                        onClick={() => onPick(learner, exercise.name)}
                      >
                        {mark.results === null ? '?' : `${pointsOfMark(mark)}/${mark.results.length}`}
                        {mark.equalTo.length > 0 && ' ='}
                      </button>
                    ) : work?.has(exercise.name) ? (
                      '…'
                    ) : (
                      '–'
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        <small>
          “=”: dezelfde code als iemand anders, op spaties na. “–”: niet ingeleverd. “?”: niet nagekeken, want
          je computer had het te druk of er ging iets mis: kies dit bestand later nog eens. Wat al goed was
          bij het begin, telt pas mee als er iets bij komt.
        </small>
      </p>
    </div>
  );
}

const pointsInWords = (mark: Mark) =>
  mark.results === null ? 'niet nagekeken' : `${pointsOfMark(mark)} van ${mark.results.length} goed`;

/** How to have a verdict once more, for whoever doubts it. */
function Again({ marked, exercise }: { readonly marked: MarkedFiles; readonly exercise: string }) {
  const { seed, tariffId } = marked;
  return (
    <details class="marking__again">
      <summary>Een uitslag narekenen: startgetal {seed}</summary>
      <p>
        Uit dit getal komt de verse invoer die iedereen vandaag kreeg. Met hetzelfde getal geeft dezelfde code
        dezelfde uitslag. Dat gaat in een map met de broncode van Functielab, en met de code in een eigen map:
      </p>
      <pre tabIndex={0}>
        <code>
          npm run -s oefening -- {exercise} --code mijn-map --seed {seed}
          {tariffId === null ? '' : ` --tariff ${tariffId}`}
        </code>
      </pre>
      <p>
        Hier draait de code in Node, en dat is geen sandbox. Doe het dus alleen met code die je zelf schreef
        of helemaal las. Een student kan met dit getal ook de eigen code narekenen. Het staat ook in de CSV.
      </p>
    </details>
  );
}

interface DetailsProps {
  readonly mark: Mark;
  readonly marked: MarkedFiles;
  readonly exercise: string;
}

function MarkDetails({ mark, marked, exercise }: DetailsProps) {
  const start = marked.exercises.find(({ name }) => name === exercise)?.files ?? [];
  const changed = mark.files.filter(
    ({ path, text }) => start.find((file) => file.path === path)?.text !== text,
  );
  return (
    <>
      {mark.equalTo.length > 0 && (
        <p>
          Dezelfde code, op spaties na, als{' '}
          {mark.equalTo.map((other) => marked.rows[other]?.label).join(', ')}.
        </p>
      )}
      <ul>
        {mark.results?.map(({ id, title, isPassed, passesAtStart, problem }) => (
          <li key={id}>
            <strong>{isPassed ? 'Goed' : 'Niet goed'}</strong>: {title}
            {isPassed && passesAtStart && ' (al goed bij het begin)'}
            {problem && (
              <>
                . Verwacht: {problem.expected}. Gekregen: {problem.received}
              </>
            )}
          </li>
        ))}
      </ul>
      {changed.length === 0 && <p>De code is niet veranderd.</p>}
      {changed.map(({ path, text }) => (
        <figure key={path}>
          <figcaption>{path}</figcaption>
          <pre tabIndex={0}>
            <code>{text}</code>
          </pre>
          <details>
            <summary>Toon het verschil met de beginsituatie</summary>
            <Difference from={start.find((file) => file.path === path)?.text ?? ''} to={text} />
          </details>
        </figure>
      ))}
    </>
  );
}
