/**
 * One prediction as a reader sees it: asked, committed to, answered by the run, or skipped. The server draws it as it is asked;
 * `begin.tsx` makes it live when it is seen.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Prediction } from '../../course/schemas/prediction.ts';
import { inlineMarkdown } from '../../kit/inline-markdown.ts';
import { useOnClient } from '../../kit/use-on-client.ts';
import { WithCode } from '../../kit/WithCode.tsx';
import type { Predicted } from '../../progress/predictions.ts';
import { PredictForm } from './PredictForm.tsx';
import { PredictOutcome } from './PredictOutcome.tsx';
import type { Hindrance } from './watch.ts';

export interface CardProps {
  readonly id: string;
  readonly prediction: Prediction;
  /** What was said here before, and what came of it. */
  readonly predicted?: Predicted | undefined;
  /** The experiment was done with other settings. */
  readonly hindrance?: Hindrance | null;
  readonly onSay?: (said: number) => void;
}

export function PredictCard(props: CardProps) {
  const { id, prediction, hindrance = null, onSay } = props;
  const isLive = useOnClient();
  // What was kept is no part of what the server drew.
  const predicted = isLive ? props.predicted : undefined;
  const [isChanging, setChanging] = useState(false);
  const [isSkipped, setSkipped] = useState(false);
  const card = useRef<HTMLDivElement>(null);
  const isMoving = useRef(false);
  const shown = isSkipped ? 'skipped' : predicted === undefined || isChanging ? 'asked' : 'outcome';

  // The button that was pressed is gone: a keyboard goes on from what took its place.
  useEffect(() => {
    if (isMoving.current) card.current?.querySelector<HTMLElement>('[data-next]')?.focus();
    isMoving.current = false;
  }, [shown]);

  function say(said: number): void {
    isMoving.current = true;
    setChanging(false);
    onSay?.(said);
  }

  function leave(): void {
    isMoving.current = true;
    if (predicted === undefined) setSkipped(true);
    else setChanging(false);
  }

  return (
    <div ref={card} class="predict__card">
      <div class="no-print">
        <p class="predict__kind">
          {shown === 'outcome' && predicted?.came != null ? 'Voorspeld' : 'Voorspel'}
        </p>
        {shown === 'asked' && (
          <PredictForm
            id={id}
            prediction={prediction}
            isLive={isLive}
            leave={predicted === undefined ? 'Sla over' : 'Annuleer'}
            onSay={say}
            onLeave={leave}
          />
        )}
        {shown === 'skipped' && (
          <p class="predict__number">
            Overgeslagen.{' '}
            <button
              type="button"
              class="quiet"
              data-next=""
              onClick={() => {
                isMoving.current = true;
                setSkipped(false);
              }}
            >
              Voorspel toch
            </button>
          </p>
        )}
        <div role="status">
          {shown === 'outcome' && predicted && (
            <PredictOutcome
              prediction={prediction}
              predicted={predicted}
              hindrance={hindrance}
              onChange={() => {
                isMoving.current = true;
                setChanging(true);
              }}
            />
          )}
        </div>
      </div>
      <OnPaper prediction={prediction} />
    </div>
  );
}

/** On paper there is room to write, and no answer: whoever holds it has not done the experiment yet. */
function OnPaper({ prediction: { question, options, unit } }: Pick<CardProps, 'prediction'>) {
  return (
    <div class="predict__paper" aria-hidden="true" data-pagefind-ignore>
      <p class="predict__kind">Voorspel</p>
      <p dangerouslySetInnerHTML={{ __html: inlineMarkdown(question) }} />
      {options?.map(({ text }) => (
        <p key={text} class="predict__box">
          <WithCode text={text} />
        </p>
      ))}
      {unit && <p class="predict__line">{unit[1]}</p>}
    </div>
  );
}
