/** Marking: files dropped in, run again in this browser's sandbox, and a table of who made what. */
import { useRef, useState } from 'preact/hooks';
import { checkInBrowser } from '../exercises/run/in-browser.ts';
import { type ExerciseSet, readSet } from '../exercises/set.ts';
import { saveFile } from '../kit/save-file.ts';
import { type CourseExercise, courseExercises } from './all-exercises.ts';
import { Difference } from './Difference.tsx';
import type { HandIn } from './hand-in.ts';
import { type Mark, type MarkedExercise, type Marks, markAll } from './mark.ts';
import { type DroppedFile, MOST_FILES, readHandIns, type Source } from './read-files.ts';

const LIMIT_MS = 12_000;

const refusals: Readonly<Record<Extract<Source['result'], string>, string>> = {
  TOO_LARGE: 'te groot: een inlevering is hoogstens 1 MB, een zip hoogstens 50 MB',
  NOT_JSON: 'niet te lezen: het bestand is niet heel',
  OTHER_FILE: 'geen inlevering van Functielab',
  NO_WORK: 'geen enkele uitwerking erin',
  TOO_MANY: `meer dan ${MOST_FILES} bestanden: de rest is niet gelezen. Geef ze in delen`,
  BAD_ZIP: 'in de zip beschadigd',
};

interface State {
  readonly handIns: readonly HandIn[];
  readonly refused: readonly Source[];
  readonly exercises: readonly (MarkedExercise & Pick<CourseExercise, 'sample'>)[];
  readonly marks: Marks;
  readonly done: number;
  readonly of: number;
}

export function Marking() {
  const [link, setLink] = useState('');
  const [state, setState] = useState<State | null>(null);
  const [running, setRunning] = useState<AbortController | null>(null);
  const [problem, setProblem] = useState('');
  const [picked, setPicked] = useState<{ readonly learner: number; readonly exercise: string } | null>(null);
  const details = useRef<HTMLDivElement>(null);
  const hash = link.includes('#') ? link.slice(link.indexOf('#')) : '';
  const set = readSet(hash);

  async function mark(files: readonly DroppedFile[]): Promise<void> {
    if (files.length === 0 || running) return;
    const mine = new AbortController();
    setRunning(mine);
    setProblem('');
    setPicked(null);
    try {
      const [sources, course] = await Promise.all([readHandIns(files), courseExercises()]);
      const handIns = sources.flatMap(({ result }) => (typeof result === 'string' ? [] : [result]));
      const refused = sources.filter(({ result }) => typeof result === 'string');
      const exercises = exercisesOf(course, handIns, set);
      const start: State = { handIns, refused, exercises, marks: [], done: 0, of: 0 };
      setState(start);
      const samples = new Map(exercises.map(({ name, sample }) => [name, sample]));
      await markAll(handIns, {
        exercises,
        signal: mine.signal,
        run: async (name, code, signal) => {
          const sample = samples.get(name);
          if (!sample) return [];
          return checkInBrowser(sample, code, { signal, limitMs: LIMIT_MS, tariffId: set?.tariff ?? null });
        },
        onProgress: (done, of, marks) => setState({ ...start, done, of, marks: [...marks] }),
      });
    } catch {
      setProblem('Het nakijken kon niet beginnen. Controleer je verbinding en kies de bestanden opnieuw.');
    } finally {
      setRunning(null);
    }
  }

  const shown = picked && state?.marks[picked.learner]?.get(picked.exercise);
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
          value={link}
          placeholder="mag leeg blijven: dan telt elke oefening die is ingeleverd"
          onInput={({ currentTarget }) => setLink(currentTarget.value)}
        />
      </label>
      {link !== '' && set === null && (
        <p role="alert">In deze link staat geen hele reeks. Kopieer hem opnieuw.</p>
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
          accept=".json,.zip"
          aria-label="Kies inleveringen"
          disabled={running !== null}
          onChange={({ currentTarget }) => {
            const files = [...(currentTarget.files ?? [])];
            void mark(files);
            currentTarget.value = '';
          }}
        />
      </label>
      {problem !== '' && <p role="alert">{problem}</p>}
      {running && (
        <p class="marking__progress">
          <progress aria-label="Nagekeken" value={state?.done ?? 0} max={state?.of || 1} />{' '}
          {state?.of ? `${state.done} van ${state.of}` : 'Bestanden lezen …'}{' '}
          <button type="button" class="quiet" onClick={() => running.abort()}>
            Stop
          </button>
        </p>
      )}
      {state && (
        <>
          <p role="status">
            {running
              ? ''
              : `${state.handIns.length} ${state.handIns.length === 1 ? 'inlevering' : 'inleveringen'} nagekeken.`}
          </p>
          {state.refused.length > 0 && (
            <>
              <h2>Niet nagekeken</h2>
              <ul>
                {state.refused.map(({ path, result }) => (
                  <li key={path}>
                    <code>{path}</code>: {typeof result === 'string' ? refusals[result] : ''}
                  </li>
                ))}
              </ul>
            </>
          )}
          <MarksTable
            state={state}
            onPick={(learner, exercise) => {
              setPicked({ learner, exercise });
              setTimeout(() => details.current?.focus(), 0);
            }}
          />
          {!running && state.done > 0 && (
            <button
              type="button"
              class="primary"
              onClick={() =>
                void import('./marks-csv.ts').then(({ marksCsv }) =>
                  saveFile(
                    'functielab-nagekeken.csv',
                    marksCsv(state.handIns, state.exercises, state.marks),
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
                {state.handIns[picked.learner]?.name}: {titleOf(state, picked.exercise)}
              </h2>
              <MarkDetails mark={shown} state={state} exercise={picked.exercise} />
            </div>
          )}
        </>
      )}
    </div>
  );
}

function exercisesOf(course: readonly CourseExercise[], handIns: readonly HandIn[], set: ExerciseSet | null) {
  const names = set?.exercises ?? course.map(({ name }) => name);
  return names.flatMap((name) => {
    const exercise = course.find((one) => one.name === name);
    const isWanted = set !== null || handIns.some(({ exercises }) => exercises.has(name));
    return exercise && isWanted ? [{ ...exercise, files: exercise.sample.files }] : [];
  });
}

const titleOf = (state: State, exercise: string) =>
  state.exercises.find(({ name }) => name === exercise)?.title ?? exercise;

interface TableProps {
  readonly state: State;
  readonly onPick: (learner: number, exercise: string) => void;
}

function MarksTable({ state, onPick }: TableProps) {
  const { handIns, exercises, marks } = state;
  if (handIns.length === 0) return null;
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
          {handIns.map(({ name, exercises: work }, learner) => (
            <tr key={learner}>
              <th scope="row">{name}</th>
              {exercises.map((exercise) => {
                const mark = marks[learner]?.get(exercise.name);
                return (
                  <td key={exercise.name}>
                    {mark ? (
                      <button
                        type="button"
                        class="quiet"
                        aria-label={`${name}, ${exercise.title}: ${passedOf(mark)} van ${mark.results.length} goed${mark.equalTo.length > 0 ? ', gelijk aan een andere inlevering' : ''}`}
                        onClick={() => onPick(learner, exercise.name)}
                      >
                        {passedOf(mark)}/{mark.results.length}
                        {mark.equalTo.length > 0 && ' ='}
                      </button>
                    ) : work.has(exercise.name) ? (
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
        <small>“=”: dezelfde code als iemand anders, op spaties na. “–”: niet ingeleverd.</small>
      </p>
    </div>
  );
}

const passedOf = ({ results }: Mark) => results.filter(({ isPassed }) => isPassed).length;

interface DetailsProps {
  readonly mark: Mark;
  readonly state: State;
  readonly exercise: string;
}

function MarkDetails({ mark, state, exercise }: DetailsProps) {
  const start = state.exercises.find(({ name }) => name === exercise)?.files ?? [];
  const changed = mark.files.filter(
    ({ path, text }) => start.find((file) => file.path === path)?.text !== text,
  );
  return (
    <>
      {mark.equalTo.length > 0 && (
        <p>
          Dezelfde code, op spaties na, als{' '}
          {mark.equalTo.map((other) => state.handIns[other]?.name).join(', ')}.
        </p>
      )}
      <ul>
        {mark.results.map(({ id, title, isPassed, problem }) => (
          <li key={id}>
            <strong>{isPassed ? 'Goed' : 'Niet goed'}</strong>: {title}
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
