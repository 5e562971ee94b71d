/** What is asked today, one question at a time, and when the rest comes back. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { LessonLink } from '../course/lesson-links.ts';
import { calendarFile } from '../kit/calendar/calendar-file.ts';
import { FetchFailed } from '../kit/FetchFailed.tsx';
import { count } from '../kit/numbers.ts';
import { saveFile } from '../kit/save-file.ts';
import { keepsEdits, probeStorage } from '../kit/storage.ts';
import { progress } from '../progress/index.ts';
import { openAnswers } from './kept-review.ts';
import type { ReviewQuestion } from './question.ts';
import { answered, dateOf, dayOf } from './schedule.ts';
import { comingDays, dueToday, MOST_A_DAY } from './today.ts';
import { WipeAnswers } from './WipeAnswers.tsx';

interface Props {
  readonly lessons: readonly LessonLink[];
  readonly questionsUrl: string;
}

const dayInWords = (day: number, today: number) =>
  day === today + 1
    ? 'morgen'
    : dateOf(day).toLocaleDateString('nl', { weekday: 'long', day: 'numeric', month: 'long' });

/** What there is to ask, given a seed: the questions of the lessons, and those with numbers of this time. */
type Ask = (seed: number) => readonly ReviewQuestion[];

export function Review({ lessons, questionsUrl }: Props) {
  const [ask, setAsk] = useState<{ readonly now: Ask } | null | 'failed'>(null);
  const answers = useMemo(openAnswers, []);
  const fetchQuestions = () => {
    setAsk(null);
    const written = fetch(questionsUrl).then(
      (response): Promise<readonly ReviewQuestion[]> =>
        response.ok ? response.json() : Promise.reject(new Error(String(response.status))),
    );
    // With the platform and the tariffs, which the page can do without until there is something to ask.
    Promise.all([written, import('./fresh.ts')]).then(
      ([questions, { freshQuestions, inAnotherOrder }]) =>
        setAsk({ now: (seed) => [...inAnotherOrder(questions, seed), ...freshQuestions(seed)] }),
      () => setAsk('failed'),
    );
  };
  useEffect(fetchQuestions, []);
  useEffect(probeStorage, []);

  if (ask === 'failed') return <FetchFailed what="De vragen" retry={fetchQuestions} />;
  if (ask === null) return <p role="status">De vragen ophalen …</p>;
  return <Asked {...{ lessons, ask: ask.now, answers }} />;
}

interface AskedProps {
  readonly lessons: readonly LessonLink[];
  readonly ask: Ask;
  readonly answers: ReturnType<typeof openAnswers>;
}

/** A round of at most so many; who wants more begins another. */
function Asked({ lessons, ask, answers }: AskedProps) {
  const [round, setRound] = useState(0);
  const today = dayOf(Date.now());
  // Fresh numbers for each round, and the same ones for as long as it lasts.
  const questions = useMemo(() => ask(Math.floor(Math.random() * 2 ** 31) + round), [ask, round]);
  const known = {
    questions,
    read: new Set(Object.keys(progress.value.lessons)),
    answers: answers.known.value.answers,
    today,
  };
  const asked = useMemo(() => dueToday(known).slice(0, MOST_A_DAY), [questions]);
  const [at, setAt] = useState(0);
  const [right, setRight] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (at > 0) heading.current?.focus();
  }, [at]);

  const notes = (
    <>
      {answers.wasUnreadable && (
        <p role="alert">
          Wat dit toestel van je antwoorden bewaarde, is niet te lezen. Het is apart gezet en niet weggegooid.
          Je begint hier opnieuw.
        </p>
      )}
      {!keepsEdits.value && (
        <p role="alert">
          Je browser bewaart hier niets. Je kunt de vragen maken, maar na het sluiten van deze pagina weet
          niemand meer wat je al wist.
        </p>
      )}
    </>
  );
  if (known.read.size === 0) {
    return (
      <>
        {notes}
        <p>
          Je hebt nog geen les gelezen, en dan valt er niets te herhalen.{' '}
          {lessons[0] && <a href={lessons[0].href}>Begin bij les 1</a>}, en kom daarna terug.
        </p>
      </>
    );
  }
  const question = asked[at];
  if (question !== undefined) {
    const lesson = lessons.find(({ slug }) => slug === question.slug);
    return (
      <>
        {notes}
        <h2 ref={heading} tabIndex={-1}>
          Vraag {at + 1} van {asked.length}
        </h2>
        {lesson && (
          <p class="review__lesson">
            Uit les {lesson.number}, <a href={lesson.href}>{lesson.title}</a>
          </p>
        )}
        <OneQuestion
          key={`${round} ${question.id}`}
          question={question}
          isLast={at === asked.length - 1}
          onAnswer={(isRight) => {
            answers.answer(question.id, answered(known.answers[question.id], isRight, Date.now()));
            if (isRight) setRight(right + 1);
          }}
          onNext={() => setAt(at + 1)}
        />
      </>
    );
  }
  const left = dueToday(known).length;
  const coming = [...comingDays(known)];
  return (
    <>
      {notes}
      <h2 ref={heading} tabIndex={-1}>
        {asked.length === 0 ? 'Vandaag is er niets' : 'Klaar voor nu'}
      </h2>
      <p role="status">
        {asked.length > 0 && `${right} van de ${count(asked.length, 'vraag', 'vragen')} goed. `}
        {left > 0
          ? `Er ${left === 1 ? 'staat nog 1 vraag' : `staan nog ${left} vragen`} klaar. Je mag ook morgen verder.`
          : coming[0]
            ? `De volgende ${coming[0][1] === 1 ? 'vraag komt' : 'vragen komen'} ${dayInWords(coming[0][0], today)}.`
            : ''}
      </p>
      <p class="actions">
        {left > 0 && (
          <button
            type="button"
            class="primary"
            onClick={() => {
              setRound(round + 1);
              setAt(0);
              setRight(0);
            }}
          >
            Ga verder
          </button>
        )}
        {coming.length > 0 && (
          <button
            type="button"
            class="quiet"
            onClick={() =>
              saveFile('functielab-herhaal.ics', calendarOf(coming), 'text/calendar;charset=utf-8')
            }
          >
            Zet in mijn agenda
          </button>
        )}
      </p>
      {coming.length > 0 && (
        <>
          <h3>Wat er terugkomt</h3>
          <ul>
            {coming.slice(0, 8).map(([day, many]) => (
              <li key={day}>
                {dayInWords(day, today)}: {count(many, 'vraag', 'vragen')}
              </li>
            ))}
          </ul>
        </>
      )}
      <WipeAnswers wipe={answers.wipe} hasAnswers={Object.keys(known.answers).length > 0} />
    </>
  );
}

function calendarOf(coming: readonly (readonly [number, number])[]): string {
  const link = new URL(location.pathname, location.href).href;
  return calendarFile(
    'Herhaal',
    coming.map(([day, many]) => ({
      uid: `herhaal ${day}`,
      title: `Functielab: ${count(many, 'vraag', 'vragen')} herhalen`,
      at: dateOf(day),
      isWholeDay: true,
      description: link,
      reminder: null,
    })),
    Date.now(),
  );
}

interface OneProps {
  readonly question: ReviewQuestion;
  readonly isLast: boolean;
  readonly onAnswer: (isRight: boolean) => void;
  readonly onNext: () => void;
}

/** The first answer counts; after it the reason stands there, for right and for wrong. */
function OneQuestion({ question, isLast, onAnswer, onNext }: OneProps) {
  const { prompt, options, answer, why, hints } = question;
  const [choice, setChoice] = useState<number | null>(null);
  const [given, setGiven] = useState<number | null>(null);
  const isRight = given === answer;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (choice === null || given !== null) return;
        setGiven(choice);
        onAnswer(choice === answer);
      }}
    >
      <fieldset class="question">
        <legend>{prompt}</legend>
        <div>
          {options.map((option, at) => (
            <label key={option} class="question__option">
              <input
                type="radio"
                name="antwoord"
                checked={choice === at}
                disabled={given !== null}
                onChange={() => setChoice(at)}
              />
              <span>
                {option}
                {given !== null && at === answer && <strong> (dit is het)</strong>}
              </span>
            </label>
          ))}
        </div>
        <div class="question__actions">
          {given === null ? (
            <button type="submit" class="primary" disabled={choice === null}>
              Controleer
            </button>
          ) : (
            <button type="button" class="primary" onClick={onNext}>
              {isLast ? 'Klaar' : 'Volgende vraag'}
            </button>
          )}
        </div>
        <div
          role="status"
          class={`question__verdict ${given === null ? '' : isRight ? 'question__verdict--right' : 'question__verdict--wrong'}`}
        >
          {given !== null && (
            <p>
              <strong>{isRight ? 'Klopt.' : 'Nog niet.'}</strong> {!isRight && hints[given]} {why}
            </p>
          )}
        </div>
      </fieldset>
    </form>
  );
}
