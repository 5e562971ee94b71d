/** Under which tariff this visit is billed, and whether its free tier still applies. */
import { useEffect, useId, useState } from 'preact/hooks';
import type { Tariff } from '../../billing/index.ts';
import { FetchFailed } from '../../kit/FetchFailed.tsx';
import { chooseFreeTier, chooseTariff } from './kept-choice.ts';
import { choice } from './lab-choice.ts';
import { tariffName } from './tariff-name.ts';

export function TariffPicker() {
  const id = useId();
  const { tariff, options } = choice.value;
  const [all, setAll] = useState<readonly Tariff[]>([tariff]);
  const [hasFailed, setFailed] = useState(false);

  async function fetchAll(): Promise<void> {
    try {
      setAll((await import('./all-prices.ts')).comparedTariffs);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  }
  useEffect(() => void fetchAll(), []);

  const providers = [...Map.groupBy(withChosen(all, tariff), ({ provider }) => provider)];
  return (
    <div class="tariff-picker">
      <label for={`${id}tariff`}>Tarief</label>
      <select
        id={`${id}tariff`}
        value={tariff.id}
        onChange={(event) => {
          chooseTariff(event.currentTarget.value).catch(() => setFailed(true));
        }}
      >
        {providers.map(([provider, tariffs]) => (
          <optgroup key={provider} label={provider}>
            {tariffs.map((one) => (
              <option key={one.id} value={one.id}>
                {tariffName(one)}, {one.region}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <label class="tariff-picker__free">
        <input
          type="checkbox"
          checked={options.freeTier !== false}
          disabled={tariff.freeTier === null}
          onChange={(event) => chooseFreeTier(event.currentTarget.checked)}
        />
        Met gratis tegoed
      </label>
      {tariff.freeTier === null && <span>Dit tarief heeft geen apart gratis tegoed.</span>}
      {hasFailed && <FetchFailed what="De lijst met tarieven" retry={() => void fetchAll()} />}
    </div>
  );
}

function withChosen(all: readonly Tariff[], chosen: Tariff): readonly Tariff[] {
  return all.some(({ id }) => id === chosen.id) ? all : [chosen, ...all];
}
