/**
 * One question of a self-check. Nothing is kept and nothing is counted: it is for the reader alone. The only view of
 * this folder; the tag `Question` imports it.
 */
import { useEffect, useId, useState } from 'preact/hooks';

interface Props {
  readonly prompt: string;
  readonly options: readonly string[];
  readonly answer: number;
  readonly why: string;
  readonly hints: readonly string[];
}

export function Question({ prompt, options, answer, why, hints }: Props) {
  const name = useId();
  const [choice, setChoice] = useState<number | null>(null);
  const [checked, setChecked] = useState<number | null>(null);
  const [isReady, setReady] = useState(false);
  useEffect(() => setReady(true), []);
  const isRight = checked === answer;
  const reaction = checked === null ? '' : isRight ? why : (hints[checked] ?? why);
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setChecked(choice);
      }}
    >
      <fieldset class="question">
        <legend>{prompt}</legend>
        <div>
          {options.map((option, at) => (
            <label key={option} class="question__option">
              <input
                type="radio"
                name={name}
                checked={choice === at}
                disabled={!isReady}
                onChange={() => {
                  setChoice(at);
                  setChecked(null);
                }}
              />
              <span>{option}</span>
            </label>
          ))}
        </div>
        <div class="question__actions">
          <button type="submit" class="quiet" disabled={!isReady || choice === null}>
            Controleer
          </button>
        </div>
        <div
          role="status"
          class={`question__verdict ${checked === null ? '' : isRight ? 'question__verdict--right' : 'question__verdict--wrong'}`}
        >
          {checked !== null && (
            <p>
              <strong>{isRight ? 'Klopt.' : 'Nog niet.'}</strong> {reaction}
            </p>
          )}
        </div>
      </fieldset>
    </form>
  );
}
