/** The form of a prediction: a choice, or a number as the whole site reads numbers. */
import { useState } from 'preact/hooks';
import type { Prediction } from '../../course/schemas/prediction.ts';
import { inlineMarkdown } from '../../kit/inline-markdown.ts';
import { WithCode } from '../../kit/WithCode.tsx';
import { Strip } from './Strip.tsx';
import { readSaid } from './verdict.ts';
import { refusalInWords } from './words.ts';

interface Props {
  readonly id: string;
  readonly prediction: Prediction;
  readonly isLive: boolean;
  readonly leave: 'Sla over' | 'Annuleer';
  readonly onSay: (said: number) => void;
  readonly onLeave: () => void;
}

export function PredictForm({ id, prediction, isLive, leave, onSay, onLeave }: Props) {
  const { question, unit, of, options } = prediction;
  const [choice, setChoice] = useState<number | null>(null);
  const [text, setText] = useState('');
  const [isRefused, setRefused] = useState(false);
  // Each prediction is a tree of its own, in which `useId` would count from the same beginning.
  const name = `voorspel-${id}`;
  const said = options ? choice : readSaid(text, prediction);

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (said === null) setRefused(true);
        else onSay(said);
      }}
    >
      {options ? (
        <fieldset>
          <legend class="predict__question" dangerouslySetInnerHTML={{ __html: inlineMarkdown(question) }} />
          <div>
            {options.map(({ text: option }, at) => (
              <label key={option} class="question__option">
                <input
                  type="radio"
                  name={name}
                  checked={choice === at}
                  disabled={!isLive}
                  data-next={at === 0 ? '' : undefined}
                  onChange={() => {
                    setChoice(at);
                    setRefused(false);
                  }}
                />
                <span>
                  <WithCode text={option} />
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ) : (
        <>
          <label class="predict__question" for={name}>
            <span dangerouslySetInnerHTML={{ __html: inlineMarkdown(question) }} />
          </label>
          <p class="predict__number">
            <input
              id={name}
              type="text"
              inputMode="decimal"
              autocomplete="off"
              size={6}
              value={text}
              disabled={!isLive}
              aria-describedby={`${name}-unit ${name}-wrong`}
              aria-invalid={isRefused}
              data-next=""
              onInput={({ currentTarget }) => {
                setText(currentTarget.value);
                setRefused(false);
              }}
            />
            <span id={`${name}-unit`}>{unit?.[1]}</span>
          </p>
          {of !== undefined && <Strip of={of} said={said} came={null} />}
        </>
      )}
      <p id={`${name}-wrong`} role="alert" class="predict__wrong">
        {isRefused && refusalInWords(options !== undefined, of)}
      </p>
      <p class="question__actions">
        <button type="submit" class="primary" disabled={!isLive}>
          Leg vast
        </button>
        <button type="button" class="quiet" disabled={!isLive} onClick={onLeave}>
          {leave}
        </button>
      </p>
    </form>
  );
}
