/**
 * What this device knows of the learner: in figures, lesson by lesson in the parts of the course, what was predicted, and to take
 * along or wipe.
 */
import { useEffect } from 'preact/hooks';
import { keepsEdits, probeStorage } from '../kit/storage.ts';
import { progress } from './kept.ts';
import { PredictedTable, type PredictionItem } from './PredictedTable.tsx';
import { predictions } from './predictions.ts';
import type { Progress } from './progress.ts';
import { TakeAlong } from './TakeAlong.tsx';

export interface ExerciseItem {
  /** Its name. */
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly checks: readonly string[];
  readonly isGolf: boolean;
}

export interface LessonItem {
  /** Its slug. */
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly href: string;
  readonly minutes: number;
  readonly exercises: readonly ExerciseItem[];
}

export interface PartItem {
  readonly title: string;
  readonly lessons: readonly LessonItem[];
}

interface Props {
  readonly parts: readonly PartItem[];
  /** All of the course, in its order. */
  readonly predicted: readonly PredictionItem[];
}

const passedOf = ({ exercises }: Progress, { id, checks }: ExerciseItem) =>
  checks.filter((check) => exercises[id]?.passed.includes(check)).length;
const isMade = (known: Progress, exercise: ExerciseItem) =>
  passedOf(known, exercise) === exercise.checks.length;

/** Where to go on: the lesson that was open last, and the next one when that was read; none at the end of the course. */
function nextLesson({ lessons: read, last }: Progress, lessons: readonly LessonItem[]): LessonItem | null {
  const at = lessons.findIndex(({ id }) => id === last);
  const from = Math.max(at, 0);
  return lessons.slice(from).find(({ id }) => !read[id]) ?? lessons.find(({ id }) => !read[id]) ?? null;
}

const shown = (times: number) => times.toLocaleString('nl', { maximumFractionDigits: 2 });

export function ProgressPage({ parts, predicted }: Props) {
  useEffect(probeStorage, []);
  const known = progress.value;
  const said = predictions.value;
  const lessons = parts.flatMap((part) => part.lessons);
  const exercises = lessons.flatMap((lesson) => lesson.exercises);
  const golf = exercises.filter(({ isGolf }) => isGolf);
  const played = golf.filter(({ id }) => known.exercises[id]?.best);
  const next = nextLesson(known, lessons);
  const isNew = [known.lessons, known.exercises, said].every((all) => Object.keys(all).length === 0);
  return (
    <>
      {!keepsEdits.value && (
        <p role="alert">
          Je browser bewaart hier niets. Wat je doet, blijft alleen zolang deze pagina open is. Bewaar je
          voortgang als bestand.
        </p>
      )}
      <ul class="sums">
        <Sum
          done={lessons.filter(({ id }) => known.lessons[id]).length}
          of={lessons.length}
          what="lessen gelezen"
        />
        <Sum
          done={exercises.filter((one) => isMade(known, one)).length}
          of={exercises.length}
          what="oefeningen gemaakt"
        />
        <Sum
          done={predicted.filter(({ id }) => (said[id]?.came ?? null) !== null).length}
          of={predicted.length}
          what="proeven voorspeld"
        />
        <Sum done={played.length} of={golf.length} what="keer golf gespeeld" />
      </ul>
      {isNew && (
        <p>
          Hier komt te staan wat je gelezen, voorspeld en gemaakt hebt. Je hoeft daar niets voor te doen: lees
          een les tot het einde, of druk bij een oefening op <b>Controleer</b>.
        </p>
      )}
      {next ? (
        <p class="not-printed">
          <a class="button" href={next.href}>
            {isNew ? 'Begin met' : 'Verder met'} les {next.number}: {next.title}
          </a>
        </p>
      ) : (
        <p>Je hebt alle lessen gelezen. Knap gedaan!</p>
      )}
      {parts.map((part) => (
        <PartTable key={part.title} part={part} known={known} next={next} />
      ))}
      <PredictedTable items={predicted} known={said} />
      <TakeAlong
        known={{
          lessons: new Set(lessons.map(({ id }) => id)),
          exercises: new Map(exercises.map(({ id, checks }) => [id, new Set(checks)])),
        }}
      />
    </>
  );
}

interface SumProps {
  readonly done: number;
  readonly of: number;
  readonly what: string;
}

function Sum({ done, of, what }: SumProps) {
  return (
    <li class="sum">
      <strong>
        {done} van {of}
      </strong>{' '}
      {what}
      <span class="sum__bar" aria-hidden="true">
        <span style={{ inlineSize: `${(100 * done) / Math.max(of, 1)}%` }} />
      </span>
    </li>
  );
}

interface PartProps {
  readonly part: PartItem;
  readonly known: Progress;
  readonly next: LessonItem | null;
}

function PartTable({ part: { title, lessons }, known, next }: PartProps) {
  const read = lessons.filter(({ id }) => known.lessons[id]).length;
  return (
    <table class="record">
      <caption>
        {title}{' '}
        <small>
          {read === lessons.length ? 'helemaal gelezen' : `${read} van de ${lessons.length} lessen gelezen`}
        </small>
      </caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">Les</th>
          <th scope="col">Gelezen</th>
          <th scope="col">Oefeningen</th>
        </tr>
      </thead>
      <tbody>
        {lessons.map((lesson) => {
          const isRead = known.lessons[lesson.id] === true;
          return (
            <tr key={lesson.id} class={lesson === next ? 'record__next' : undefined}>
              <th scope="row">
                <span class="record__number">{lesson.number}</span>
                <a href={lesson.href}>{lesson.title}</a>
              </th>
              <td class={isRead ? 'record__done' : 'record__open'}>
                {isRead ? 'gelezen' : lesson === next ? 'hier ga je verder' : `${lesson.minutes} minuten`}
              </td>
              <td>
                <ul>
                  {lesson.exercises.map((exercise) => (
                    <ExerciseLine key={exercise.id} exercise={exercise} known={known} />
                  ))}
                </ul>
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function ExerciseLine({ exercise, known }: { readonly exercise: ExerciseItem; readonly known: Progress }) {
  const passed = passedOf(known, exercise);
  const best = known.exercises[exercise.id]?.best;
  const state = isMade(known, exercise)
    ? 'gemaakt'
    : passed > 0
      ? `${passed} van ${exercise.checks.length} goed`
      : 'nog niet gemaakt';
  return (
    <li class={isMade(known, exercise) ? 'record__done' : 'record__open'}>
      <a href={exercise.href}>{exercise.title}</a> {state}
      {best && (
        <>
          , beste rekening <data value={best.usd}>{shown(best.times)} keer</data> die van de oplossing
        </>
      )}
    </li>
  );
}
