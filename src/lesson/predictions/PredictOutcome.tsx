/** What was said beside what came, with the reason; before it comes, its place. */
import { cameInWords, saidInWords } from '../../course/prediction-words.ts';
import type { Prediction } from '../../course/schemas/prediction.ts';
import { inlineMarkdown } from '../../kit/inline-markdown.ts';
import { keepsEdits } from '../../kit/storage.ts';
import { WithCode } from '../../kit/WithCode.tsx';
import type { Predicted } from '../../progress/predictions.ts';
import { Strip } from './Strip.tsx';
import type { Hindrance } from './watch.ts';
import { hindranceInWords, verdictInWords } from './words.ts';

interface Props {
  readonly prediction: Prediction;
  readonly predicted: Predicted;
  readonly hindrance: Hindrance | null;
  readonly onChange: () => void;
}

export function PredictOutcome({ prediction, predicted, hindrance, onChange }: Props) {
  const { question, of, why } = prediction;
  const { said, came } = predicted;
  const waiting = hindrance
    ? hindranceInWords(hindrance, prediction)
    : 'Doe nu de proef hieronder. Wat het platform meet, staat straks hier.';
  return (
    <>
      <p
        class="predict__question"
        tabIndex={-1}
        data-next=""
        dangerouslySetInnerHTML={{ __html: inlineMarkdown(question) }}
      />
      <dl class="predict__both">
        <dt>Jij zei</dt>
        <dd>
          <WithCode text={saidInWords(prediction, said)} />
        </dd>
        <dt>Het werd</dt>
        <dd>{came === null ? '…' : <WithCode text={cameInWords(prediction, came)} />}</dd>
      </dl>
      {of !== undefined && <Strip of={of} said={said} came={came} />}
      <div class="predict__place">
        {/* While it waits the reason has its room and can't be read: the page stays where it is when the run ends. */}
        <p class={came === null ? 'predict__later' : ''}>
          {came !== null && <strong>{verdictInWords(prediction, predicted)} </strong>}
          <span dangerouslySetInnerHTML={{ __html: inlineMarkdown(why) }} />
        </p>
        {came === null && (
          <p class="predict__waits">
            <span dangerouslySetInnerHTML={{ __html: inlineMarkdown(waiting) }} />
            <button type="button" class="quiet" onClick={onChange}>
              Verander
            </button>
          </p>
        )}
      </div>
      {!keepsEdits.value && (
        <p>Je browser bewaart hier niets. Je voorspelling blijft zolang deze pagina open is.</p>
      )}
    </>
  );
}
