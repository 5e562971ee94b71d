/** What a run that took too long offers: more time, and whether it was the computer that had too little. */
import { useMemo } from 'preact/hooks';
import { decimal } from '../../kit/numbers.ts';
import type { Playground } from '../model/playground.ts';
import { measureSlowness } from './machine-speed.ts';

/** From here on a limit that fits elsewhere may not fit here. */
const SLOW = 3;

export function LongerTimeout({ model }: { readonly model: Playground }) {
  const { timeoutMs, timeoutChoicesMs } = model.settings;
  // Not before it is told: on a slow computer it takes long enough to keep a press waiting.
  const slowness = useMemo(() => measureSlowness(() => performance.now()), []);
  const longerMs = timeoutChoicesMs.value.find((choiceMs) => choiceMs > timeoutMs.value);
  if (longerMs === undefined) return null;
  return (
    <>
      {slowness >= SLOW && (
        <p>
          Het kan ook aan je computer liggen: die werkt nu ongeveer {decimal(slowness, 0)} keer zo langzaam
          als een gewone.
        </p>
      )}
      <p>
        <button
          type="button"
          class="quiet"
          onClick={() => {
            timeoutMs.value = longerMs;
            void model.run();
          }}
        >
          Probeer het met {longerMs / 1_000} s
        </button>
      </p>
    </>
  );
}
