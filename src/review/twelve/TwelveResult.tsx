/** What came of it: for each of the twelve before and after, and why each wrong answer is wrong. */
import { WithCode } from '../../kit/WithCode.tsx';
import { HandInNote } from './HandInNote.tsx';
import { type FormName, type KeptTwelve, RIGHT } from './kept-twelve.ts';
import { scoreIn, type Verdict, verdictIn } from './outcome.ts';
import type { TwelveQuestion } from './shown.ts';

interface Props {
  readonly questions: readonly TwelveQuestion[];
  readonly kept: KeptTwelve;
}

export function TwelveResult({ questions, kept }: Props) {
  const before = scoreIn(kept, 'a', questions);
  const after = scoreIn(kept, 'b', questions);
  return (
    <>
      <h2 tabIndex={-1}>Wat je dacht, en wat je nu weet</h2>
      <p role="status">
        {before.of > 0 && `Vooraf had je er ${before.right} van de ${before.of} goed. `}
        Achteraf heb je er {after.right} van de {after.of} goed.
        {before.of === 0 && ' Je deed de vragen voor vooraf niet, en dus is er niets om mee te vergelijken.'}
      </p>
      <p>
        Boven elke vraag staat de misvatting waar die over ging. Geloofde je dat eerst, dan ben je niet de
        enige.
      </p>
      <HandInNote />
      <p class="actions">
        <button type="button" class="quiet" onClick={() => print()}>
          Druk af
        </button>
      </p>
      <ol class="twelve__results">
        {questions.map((question, at) => (
          <Told key={question.id} number={at + 1} question={question} kept={kept} />
        ))}
      </ol>
    </>
  );
}

const WHEN: Readonly<Record<FormName, string>> = { a: 'Vooraf', b: 'Achteraf' };
const SAID: Readonly<Record<Verdict, string>> = {
  right: 'goed',
  wrong: 'nog niet goed',
  unknown: 'je wist het niet',
  changed: 'deze vraag is sindsdien veranderd, en je antwoord telt niet mee',
  absent: 'niet beantwoord',
};

interface ToldProps {
  readonly number: number;
  readonly question: TwelveQuestion;
  readonly kept: KeptTwelve;
}

function Told({ number, question, kept }: ToldProps) {
  const { belief, lesson, b } = question;
  const right = b.options.find(({ choice }) => choice === RIGHT);
  return (
    <li>
      <h3>
        {number}. “{withoutStop(belief)}”
      </h3>
      <ul class="twelve__told">
        {(['a', 'b'] as const).map((form) => (
          <Answered key={form} form={form} question={question} kept={kept} />
        ))}
      </ul>
      <p>
        De vraag van achteraf: <WithCode text={b.prompt} />
      </p>
      <p>
        Het antwoord: <strong>{withoutStop(right?.text ?? '')}.</strong> <WithCode text={b.why} />
      </p>
      <details>
        <summary>Waarom de andere antwoorden niet kloppen</summary>
        <ul>
          {b.options
            .filter(({ choice }) => choice !== RIGHT)
            .map(({ choice, text, reason }) => (
              <li key={choice}>
                “{withoutStop(text)}”: {reason}
              </li>
            ))}
        </ul>
      </details>
      <p class="review__lesson">
        Dit staat in les {lesson.number}, <a href={lesson.href}>{lesson.title}</a>
      </p>
    </li>
  );
}

/** For within quotes: some answers are a number, and some a sentence. */
const withoutStop = (text: string) => text.replace(/\.$/, '');

interface AnsweredProps {
  readonly form: FormName;
  readonly question: TwelveQuestion;
  readonly kept: KeptTwelve;
}

/** A wrong answer has its reason beside it, that of before too: it was given to another question. */
function Answered({ form, question, kept }: AnsweredProps) {
  const verdict = verdictIn(kept, form, question);
  const chosen = question[form].options.find(
    ({ choice }) => choice === kept[form].answers[question.id]?.choice,
  );
  return (
    <li class={`twelve__verdict twelve__verdict--${verdict === 'right' ? 'right' : 'other'}`}>
      <strong>
        {WHEN[form]}: {SAID[verdict]}.
      </strong>
      {verdict === 'wrong' && chosen && (
        <>
          {' '}
          {/* The one of after stands below. */}
          {form === 'a' && (
            <>
              De vraag was: <WithCode text={question.a.prompt} />{' '}
            </>
          )}
          Je koos “{withoutStop(chosen.text)}”. {chosen.reason}
        </>
      )}
    </li>
  );
}
