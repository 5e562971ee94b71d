/**
 * Two functions on this page side by side: what the last warm run of each would cost a million times. The
 * measured time comes from the playgrounds themselves; nothing is run that the reader cannot see.
 *
 * This folder compares runs of one page with each other; only tags import it. Begin here.
 */
import { useState } from 'preact/hooks';
import { decimal } from '../../kit/numbers.ts';
import { type Playground, usePlaygrounds } from '../../playground/index.ts';
import { results } from '../../playground/results/lazy.ts';

interface Props {
  readonly functions: readonly string[];
}

const MILLION = 1_000_000;
/** One cold start, and then enough warm runs for the browser to have warmed up the code itself. */
const RUNS = 4;

function lastWarm(model: Playground) {
  return model.sales.value.current.lastWarm;
}

function Column({ model }: { readonly model: Playground }) {
  const sale = lastWarm(model);
  const parts = results.value;
  return (
    <div class="compare__column">
      <h3>{model.sample.title}</h3>
      {sale && parts ? (
        <>
          <p class="compare__time">
            Laatste warme aanroep: <strong>{decimal(sale.usage.durationMs, 1)} ms</strong>
          </p>
          <div class="receipt-shadow">
            <parts.ReceiptPaper
              title="Een miljoen keer"
              receipt={parts.printRun({ ...sale.usage, count: MILLION })}
              total="Samen"
            />
          </div>
        </>
      ) : (
        <p class="empty">
          {model.answer.value?.failure
            ? 'De laatste aanroep mislukte. Bij Antwoord, in de speeltuin, staat waarom.'
            : 'Nog geen warme aanroep.'}
        </p>
      )}
    </div>
  );
}

export function CompareBills({ functions }: Props) {
  const [isBusy, setBusy] = useState(false);
  const playgrounds = usePlaygrounds();
  const models = functions.flatMap((name) => playgrounds.get(name) ?? []);

  async function runAll(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    try {
      for (const model of models) {
        for (let run = 0; run < RUNS; run += 1) {
          await model.run();
          if (model.answer.peek()?.failure) break;
        }
      }
    } finally {
      setBusy(false);
    }
  }

  return (
    <div class="compare" role="group" aria-label="Vergelijk de rekeningen">
      <p class="compare__actions">
        <button
          type="button"
          class="primary"
          disabled={models.length < functions.length}
          aria-busy={isBusy}
          aria-disabled={isBusy}
          onClick={() => void runAll()}
        >
          Voer beide vier keer uit
        </button>
        <span>Daarna staat hier wat een miljoen warme aanroepen kosten.</span>
      </p>
      <div class="compare__columns">
        {models.map((model) => (
          <Column key={model.sample.name} model={model} />
        ))}
      </div>
    </div>
  );
}
