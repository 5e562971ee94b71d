/** What was predicted: each answer as often as it was given, and which one came true. */
import { cameInWords, saidInWords } from '../../course/prediction-words.ts';
import { inlineMarkdown } from '../../kit/inline-markdown.ts';
import { count as countOf } from '../../kit/numbers.ts';
import { WithCode } from '../../kit/WithCode.tsx';
import type { PredictionItem } from '../../progress/PredictedTable.tsx';
import { Bar } from './CheckBars.tsx';
import type { PredictionTally } from './tallies.ts';

interface Props {
  readonly tallies: readonly PredictionTally[];
  /** Without its question a prediction is shown by its name. */
  readonly items: readonly PredictionItem[];
}

export function PredictionSpread({ tallies, items }: Props) {
  return (
    <ol class="class-spread">
      {tallies.map((tally) => (
        <Spread key={tally.id} tally={tally} item={items.find(({ id }) => id === tally.id)} />
      ))}
    </ol>
  );
}

const inStudents = (value: number) => countOf(value, 'student', 'studenten');

/** More kinds of answers than a screen shows. */
const MOST_SHOWN = 6;

function Spread({
  tally: { id, of, missed, said, came },
  item,
}: {
  readonly tally: PredictionTally;
  readonly item: PredictionItem | undefined;
}) {
  const others = said.slice(MOST_SHOWN).reduce((sum, { count }) => sum + count, 0);
  return (
    <li>
      <h3>
        {item ? (
          <span dangerouslySetInnerHTML={{ __html: inlineMarkdown(item.question) }} />
        ) : (
          <code>{id}</code>
        )}
      </h3>
      <p>
        {missed} van {of} zaten ernaast.
        {item && came !== null && (
          <>
            {' '}
            Het werd: <WithCode text={cameInWords(item, came)} />.
          </>
        )}
      </p>
      <ul class="class-bars">
        {said.slice(0, MOST_SHOWN).map(({ said: value, count, isRight }) => (
          <li key={value}>
            <span>
              <WithCode text={item ? saidInWords(item, value) || String(value) : String(value)} />
            </span>
            <Bar share={count / of} isRight={isRight} />
            <strong>
              {inStudents(count)}
              {isRight && ', en dat klopte'}
            </strong>
          </li>
        ))}
        {others > 0 && (
          <li>
            <span>iets anders</span>
            <Bar share={others / of} />
            <strong>{inStudents(others)}</strong>
          </li>
        )}
      </ul>
    </li>
  );
}
