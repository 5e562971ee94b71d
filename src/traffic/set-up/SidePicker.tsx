/** Which of the two settings that are compared is changed. */
import { useId } from 'preact/hooks';
import type { SideName, TrafficModel } from '../traffic-model.ts';

const SIDES = [
  { name: 'settings', text: 'Instellingen A' },
  { name: 'compared', text: 'Instellingen B' },
] as const satisfies readonly { name: SideName; text: string }[];

export function SidePicker({ model }: { readonly model: TrafficModel }) {
  const name = useId();
  return (
    <fieldset class="traffic__chips">
      <legend class="visually-hidden">Welke instellingen verander je?</legend>
      {SIDES.map((side) => (
        <label key={side.name} class="traffic__chip">
          <input
            type="radio"
            name={name}
            checked={model.editing.value === side.name}
            onChange={() => {
              model.editing.value = side.name;
            }}
          />
          <span>{side.text}</span>
        </label>
      ))}
    </fieldset>
  );
}
