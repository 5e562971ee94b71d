/** Many calls at once, calls at a steady pace, and the limit to run into. */

import { count } from '../../kit/numbers.ts';
import { BURST_CHOICES } from '../model/burst.ts';
import type { Playground } from '../model/playground.ts';
import { MOST_PER_SECOND } from '../model/steady-traffic.ts';

interface Props {
  readonly model: Playground;
  readonly isReady: boolean;
}

export function Traffic({ model, isReady }: Props) {
  const isRunning = model.isRunning.value;
  const perSecond = model.traffic.perSecond.value;
  const calls = model.burstCalls.value;
  const pace = perSecond === 0 ? 'uit' : `${count(perSecond, 'aanroep', 'aanroepen')} per seconde`;
  return (
    <div class="trigger__traffic">
      <div class="trigger__burst">
        <button
          type="button"
          class="quiet"
          disabled={!isReady}
          aria-disabled={isRunning}
          onClick={() => void model.runBurst()}
        >
          Stuur {calls.toLocaleString('nl')} tegelijk
        </button>
        <label>
          Aantal
          <select
            value={String(calls)}
            onChange={(event) => {
              model.burstCalls.value = Number(event.currentTarget.value);
            }}
          >
            {BURST_CHOICES.map((choice) => (
              <option key={choice} value={choice}>
                {choice.toLocaleString('nl')}
              </option>
            ))}
          </select>
        </label>
      </div>
      <label>
        Maximaal tegelijk
        <select
          value={String(model.settings.concurrencyLimit.value)}
          onChange={(event) => {
            model.settings.concurrencyLimit.value = Number(event.currentTarget.value);
            // Traffic that flows meets the new limit at once.
            if (perSecond > 0) void model.setTraffic(perSecond);
          }}
        >
          {model.settings.concurrencyChoices.value.map((limit) => (
            <option key={limit} value={limit}>
              {limit}
            </option>
          ))}
        </select>
      </label>
      <label class="trigger__pace">
        Gestaag verkeer
        <input
          type="range"
          min={0}
          max={MOST_PER_SECOND}
          step={1}
          value={perSecond}
          aria-valuetext={pace}
          onInput={(event) => void model.setTraffic(Number(event.currentTarget.value))}
        />
        <output aria-hidden="true">{pace}</output>
      </label>
    </div>
  );
}
