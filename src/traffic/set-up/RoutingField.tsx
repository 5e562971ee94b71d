/** Which of the idle instances serves: a rule of the platform, and in the simulation a choice. */
import { useId } from 'preact/hooks';
import type { TrafficModel } from '../traffic-model.ts';
import { ROUTING_NAMES, type RoutingName } from '../traffic-state.ts';
import { routingWords } from '../words.ts';

interface Props {
  readonly model: TrafficModel;
  readonly routing: RoutingName;
}

export function RoutingField({ model, routing }: Props) {
  const id = useId();
  return (
    <div class="field">
      <label for={id}>Wie krijgt de volgende aanroep?</label>
      <select
        id={id}
        value={routing}
        onChange={(event) => model.change({ routing: event.currentTarget.value as RoutingName })}
      >
        {ROUTING_NAMES.map((name) => (
          <option key={name} value={name}>
            {routingWords[name]}
          </option>
        ))}
      </select>
    </div>
  );
}
