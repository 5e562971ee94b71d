/** What was predicted on this device, lesson by lesson: what one said beside what came. */
import { cameInWords, saidInWords, type Worded } from '../course/prediction-words.ts';
import { inlineMarkdown } from '../kit/inline-markdown.ts';
import { WithCode } from '../kit/WithCode.tsx';
import { type Predicted, type Predictions, predictionScore } from './predictions.ts';

export interface PredictionItem extends Worded {
  readonly id: string;
  readonly question: string;
  /** Of its lesson, and what leads there. */
  readonly number: number;
  readonly href: string;
}

interface Props {
  readonly items: readonly PredictionItem[];
  readonly known: Predictions;
}

export function PredictedTable({ items, known }: Props) {
  const said = items.flatMap((item) => {
    const predicted = known[item.id];
    return predicted === undefined ? [] : [{ item, predicted }];
  });
  if (said.length === 0) return null;
  const { made, cameTrue } = predictionScore(
    Object.fromEntries(said.map(({ item, predicted }) => [item.id, predicted])),
  );
  return (
    <table class="record predicted">
      <caption>
        Wat je voorspelde{' '}
        <small>{made === 0 ? 'nog geen proef gedaan' : `${cameTrue} van de ${made} keer kwam het uit`}</small>
      </caption>
      <thead class="visually-hidden">
        <tr>
          <th scope="col">Vraag</th>
          <th scope="col">Jij zei</th>
          <th scope="col">Het werd</th>
        </tr>
      </thead>
      <tbody>
        {said.map(({ item, predicted }) => (
          <Row key={item.id} item={item} predicted={predicted} />
        ))}
      </tbody>
    </table>
  );
}

function Row({ item, predicted }: { readonly item: PredictionItem; readonly predicted: Predicted }) {
  const { said, came, isRight } = predicted;
  return (
    <tr>
      <th scope="row">
        <span class="record__number">{item.number}</span>
        <a href={item.href} dangerouslySetInnerHTML={{ __html: inlineMarkdown(item.question) }} />
      </th>
      <td>
        <small aria-hidden="true">Jij zei</small> <WithCode text={saidInWords(item, said)} />
      </td>
      <td>
        <small aria-hidden="true">Het werd</small>{' '}
        <span class={isRight ? 'record__done' : 'record__open'}>
          {came === null ? 'de proef moet nog' : <WithCode text={cameInWords(item, came)} />}
        </span>
        {came !== null && <span class="visually-hidden">, {isRight ? 'goed' : 'anders dan je dacht'}</span>}
      </td>
    </tr>
  );
}
