/** One form on one sheet: nothing says what is right while it is filled in, and each answer may still change. */
import { useRef, useState } from 'preact/hooks';
import { WithCode } from '../../kit/WithCode.tsx';
import { DONT_KNOW, type FormName, type OpenTwelve } from './kept-twelve.ts';
import { openIn } from './outcome.ts';
import type { TwelveQuestion } from './shown.ts';

interface Props {
  readonly form: FormName;
  readonly questions: readonly TwelveQuestion[];
  readonly twelve: OpenTwelve;
  readonly onBack: () => void;
}

const TITLE: Readonly<Record<FormName, string>> = { a: 'Vooraf', b: 'Achteraf' };
const inList = new Intl.ListFormat('nl');

export function TwelveSheet({ form, questions, twelve, onBack }: Props) {
  const sheet = useRef<HTMLFormElement>(null);
  const [note, setNote] = useState('');
  const kept = twelve.known.value;
  const left = openIn(kept, form, questions);

  function handIn(): void {
    const [first] = openIn(twelve.known.peek(), form, questions);
    if (first === undefined) {
      twelve.handIn(form, Date.now());
      return;
    }
    const numbers = inList.format(left.map(String));
    setNote(
      `${left.length === 1 ? 'Vraag' : 'De vragen'} ${numbers} ${left.length === 1 ? 'heeft' : 'hebben'} nog geen antwoord. Kies ook daar iets. “Geen idee” mag.`,
    );
    sheet.current?.querySelectorAll<HTMLElement>('fieldset')[first - 1]?.querySelector('input')?.focus();
  }

  return (
    <>
      <h2 tabIndex={-1}>{TITLE[form]}</h2>
      <p>
        Kies bij elke vraag het antwoord dat volgens jou klopt. Weet je het niet, zeg dat dan: gokken leert je
        niets.
        {form === 'a' ? ' Opzoeken hoeft niet, want dit gaat over wat je nu denkt.' : ''} Tot je onderaan
        klaar bent, mag je elk antwoord nog veranderen.
      </p>
      <form
        ref={sheet}
        onSubmit={(event) => {
          event.preventDefault();
          handIn();
        }}
      >
        {questions.map((question, at) => (
          <OneOfTwelve
            key={question.id}
            number={at + 1}
            form={form}
            question={question}
            chosen={chosenOf(kept[form].answers[question.id], question[form].print)}
            onChoose={(choice) => {
              setNote('');
              twelve.answer(form, question.id, { choice, print: question[form].print, atMs: Date.now() });
            }}
          />
        ))}
        <p role="status">
          {note !== ''
            ? note
            : `${questions.length - left.length} van de ${questions.length} vragen beantwoord.`}
        </p>
        <p class="actions">
          <button type="submit" class="primary">
            {form === 'a' ? 'Bewaar mijn antwoorden' : 'Klaar: toon de uitslag'}
          </button>
          <button type="button" class="quiet" onClick={() => print()}>
            Druk de vragen af
          </button>
          <button type="button" class="quiet" onClick={onBack}>
            Terug
          </button>
        </p>
      </form>
    </>
  );
}

/** An answer to what was asked before the question changed is not shown as one to this. */
function chosenOf(given: { readonly choice: number; readonly print: string } | undefined, print: string) {
  return given?.print === print ? given.choice : null;
}

interface OneProps {
  readonly number: number;
  readonly form: FormName;
  readonly question: TwelveQuestion;
  readonly chosen: number | null;
  readonly onChoose: (choice: number) => void;
}

function OneOfTwelve({ number, form, question, chosen, onChoose }: OneProps) {
  const { prompt, options } = question[form];
  return (
    <fieldset class="question">
      <legend>
        {number}. <WithCode text={prompt} />
      </legend>
      <div>
        {[...options, { choice: DONT_KNOW, text: 'Geen idee' }].map(({ choice, text }) => (
          <label
            key={choice}
            class={choice === DONT_KNOW ? 'question__option twelve__unknown' : 'question__option'}
          >
            <input
              type="radio"
              name={`${form} ${question.id}`}
              checked={chosen === choice}
              onChange={() => onChoose(choice)}
            />
            <span>
              <WithCode text={text} />
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
