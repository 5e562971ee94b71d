/** What runs the month, ends it, and puts other settings beside it; and how far it is. */
import { useId } from 'preact/hooks';
import { FetchFailed } from '../kit/FetchFailed.tsx';
import { momentInWords } from './picture/time-marks.ts';
import type { TrafficModel } from './traffic-model.ts';
import { periodInWords } from './words.ts';

interface Props {
  readonly model: TrafficModel;
  /** Whether a reader may begin or end a comparison. */
  readonly isOpen?: boolean;
}

export function Actions({ model, isOpen = true }: Props) {
  const isRunning = model.isRunning.value;
  const isCompared = model.compared.value !== null;
  const hasRun = model.sides.settings.status.value !== 'empty';
  return (
    <div class="compare__actions">
      <button type="button" class="primary" aria-busy={isRunning} onClick={() => void model.run()}>
        Draai {periodInWords(model.untilMs.value)}
      </button>
      <button type="button" class="quiet" disabled={!isRunning} onClick={() => model.stop()}>
        Stop
      </button>
      <Progress model={model} />
      {isOpen && isCompared && (
        <>
          <button type="button" class="quiet" onClick={() => model.stopComparing('settings')}>
            Ga verder met A
          </button>
          <button type="button" class="quiet" onClick={() => model.stopComparing('compared')}>
            Ga verder met B
          </button>
        </>
      )}
      {isOpen && !isCompared && hasRun && (
        <button type="button" class="quiet" onClick={() => model.compare()}>
          Vergelijk met andere instellingen
        </button>
      )}
      {model.hasTraceFailed.value && (
        <FetchFailed what="Het gemeten verkeer" retry={() => void model.fetchTrace()} />
      )}
    </div>
  );
}

function Progress({ model }: { readonly model: TrafficModel }) {
  const id = useId();
  const until = model.untilMs.value;
  const running = (['settings', 'compared'] as const).filter(
    (name) => model.sides[name].status.value === 'running',
  );
  if (running.length === 0) return null;
  const knownMs = Math.min(...running.map((name) => model.shownToMs(name)));
  return (
    <span class="traffic__progress">
      <label for={id} class="visually-hidden">
        Zo ver is {periodInWords(until)}
      </label>
      <progress id={id} max={1} value={knownMs / until} />
      <span>{momentInWords(Math.min(knownMs, until - 1), 60_000)}</span>
    </span>
  );
}
