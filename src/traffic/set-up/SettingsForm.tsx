/** By which rules the platform serves the month: of one set of settings, or of the one of two that is being changed. */
import { useId } from 'preact/hooks';
import type { TrafficModel } from '../traffic-model.ts';
import { type NumberSetting, ranges, type Settings, standardSettings } from '../traffic-state.ts';
import { settingWords } from '../words.ts';
import { NumberField } from './NumberField.tsx';
import { RoutingField } from './RoutingField.tsx';
import { SidePicker } from './SidePicker.tsx';

const FIRST: readonly NumberSetting[] = ['concurrencyLimit', 'idleSeconds', 'memoryMb', 'provisioned'];
const MORE: readonly NumberSetting[] = [
  'perInstance',
  'perTenSeconds',
  'keepWarmMinutes',
  'keepWarmInstances',
];

export function SettingsForm({ model }: { readonly model: TrafficModel }) {
  const id = useId();
  const side = model.editing.value;
  const settings = (side === 'compared' ? model.compared.value : null) ?? model.settings.value;
  const field = (name: NumberSetting) => (
    <NumberField
      key={`${side}${name}`}
      {...settingWords[name]}
      value={settings[name]}
      range={ranges[name]}
      onValue={(value) => model.change({ [name]: value })}
    />
  );
  return (
    <div class="traffic__settings" role="group" aria-label="Instellingen">
      {model.compared.value !== null && <SidePicker model={model} />}
      <div class="traffic__pair">{FIRST.map(field)}</div>
      <details open={MORE.some((name) => settings[name] !== standardSettings[name])}>
        <summary>Meer instellingen</summary>
        <div class="traffic__pair">{MORE.map(field)}</div>
        <RoutingField model={model} routing={settings.routing} />
        <div class="field">
          <label for={`${id}full`}>Als het vol is</label>
          <select
            id={`${id}full`}
            value={settings.whenFull}
            onChange={(event) =>
              model.change({ whenFull: event.currentTarget.value as Settings['whenFull'] })
            }
          >
            <option value="reject">weigeren met 429 (een HTTP-aanroep)</option>
            <option value="queue">laten wachten in een wachtrij</option>
          </select>
        </div>
      </details>
    </div>
  );
}
