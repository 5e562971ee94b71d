/** The form of the hour: what is asked of each part, and ways to hand it in. */
import { useMemo } from 'preact/hooks';
import { saveFile } from '../../kit/save-file.ts';
import { TrialAnswersModel, type TrialAnswersState } from './kept-answers.ts';
import { TRIAL_PARTS, type TrialPart, type TrialQuestion } from './trial-plan.ts';
import { trialText } from './trial-record.ts';

interface Props {
  /** Of the course, as in `package.json`. */
  readonly version: string;
}

export function TrialForm({ version }: Props) {
  const model = useMemo(() => new TrialAnswersModel(today(), version), []);
  const { day } = model.kept.value;
  const fileName = `functielab-proef-${day}`;
  return (
    <div class="trial-form">
      {!model.isKept.value && (
        <p class="notice" role="status">
          Je browser bewaart dit formulier niet. Bewaar het als bestand voordat je deze pagina sluit.
        </p>
      )}
      <label class="trial-form__field">
        Op welke dag doe je de proef?
        <input type="date" value={day} onInput={({ currentTarget }) => model.setDay(currentTarget.value)} />
      </label>
      {TRIAL_PARTS.filter(({ questions }) => questions.length > 0).map((part) => (
        <Part key={part.id} part={part} model={model} />
      ))}
      <div class="actions no-print">
        <button
          type="button"
          class="primary"
          onClick={() =>
            saveFile(
              `${fileName}.json`,
              `${JSON.stringify(model.record.peek(), null, 2)}\n`,
              'application/json',
            )
          }
        >
          Bewaar als bestand
        </button>
        <button
          type="button"
          class="quiet"
          onClick={() => saveFile(`${fileName}.txt`, trialText(model.record.peek()), 'text/plain')}
        >
          Bewaar als tekst
        </button>
        <button type="button" class="quiet" onClick={() => print()}>
          Druk af
        </button>
        <button type="button" class="quiet" onClick={model.empty}>
          Maak het formulier leeg
        </button>
        {model.canTakeBack.value && (
          <button type="button" class="quiet" onClick={model.takeBack}>
            Ongedaan maken
          </button>
        )}
      </div>
      <p role="status">{model.canTakeBack.value ? 'Het formulier is leeg.' : ''}</p>
    </div>
  );
}

function Part({ part, model }: { readonly part: TrialPart; readonly model: TrialAnswersState }) {
  return (
    <fieldset class="trial-form__part">
      <legend>{part.title}</legend>
      {part.questions.map((question) => (
        <Question key={question.id} part={part} question={question} model={model} />
      ))}
    </fieldset>
  );
}

interface QuestionProps {
  readonly part: TrialPart;
  readonly question: TrialQuestion;
  readonly model: TrialAnswersState;
}

function Question({ part, question, model }: QuestionProps) {
  const value = model.kept.value.answers[part.id]?.[question.id] ?? '';
  const answer = (text: string) => model.answer(part.id, question.id, text);
  if (question.options === undefined) {
    return (
      <label class="trial-form__field">
        {question.label}
        <input
          value={value}
          autocomplete="off"
          inputMode={question.isNumber ? 'decimal' : 'text'}
          onInput={({ currentTarget }) => answer(currentTarget.value)}
        />
      </label>
    );
  }
  return (
    <div class="trial-form__choice" role="radiogroup" aria-label={`${part.title}: ${question.label}`}>
      <span>{question.label}</span>
      {question.options.map((option) => (
        <label key={option}>
          <input
            type="radio"
            name={`${part.id}-${question.id}`}
            checked={value === option}
            onChange={() => answer(option)}
          />{' '}
          {option}
        </label>
      ))}
    </div>
  );
}

/** Of this device, which is where the proof is given. */
function today(): string {
  const now = new Date();
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
