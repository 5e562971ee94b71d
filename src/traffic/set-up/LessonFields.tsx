/** The few fields that a lesson lets its reader change. */
import type { TrafficModel } from '../traffic-model.ts';
import { type LessonField, ranges } from '../traffic-state.ts';
import { settingWords } from '../words.ts';
import { NumberField } from './NumberField.tsx';
import { RoutingField } from './RoutingField.tsx';
import { SidePicker } from './SidePicker.tsx';

interface Props {
  readonly model: TrafficModel;
  readonly fields: readonly LessonField[];
}

export function LessonFields({ model, fields }: Props) {
  if (fields.length === 0) return null;
  const side = model.editing.value;
  const settings = (side === 'compared' ? model.compared.value : null) ?? model.settings.value;
  return (
    <div class="traffic__settings" role="group" aria-label="Instellingen">
      {model.compared.value !== null && <SidePicker model={model} />}
      <div class="traffic__pair">
        {fields.map((name) =>
          name === 'routing' ? (
            <RoutingField key={name} model={model} routing={settings.routing} />
          ) : (
            <NumberField
              key={`${side}${name}`}
              {...settingWords[name]}
              value={settings[name]}
              range={ranges[name]}
              onValue={(value) => model.change({ [name]: value })}
            />
          ),
        )}
      </div>
    </div>
  );
}
