/** How a class is graded: what each exercise weighs, from where somebody passes, and the rule that makes the marks. */
import { decimal } from '../../kit/numbers.ts';
import type { MarkedFiles } from './marked-files.ts';
import type { Marker } from './marking-model.ts';
import { weightOf } from './totals.ts';

interface Props {
  readonly marking: Marker;
  readonly marked: MarkedFiles;
}

export function GradingForm({ marking, marked: { exercises, weights, passMark } }: Props) {
  return (
    <details class="marking__grading">
      <summary>Gewicht en slaaggrens</summary>
      <div class="marking__weights">
        {exercises.map(({ name, title }) => (
          <label key={name}>
            {title}
            <input
              type="number"
              min="0"
              max="100"
              step="any"
              value={weightOf(weights, name)}
              onInput={({ currentTarget }) => {
                if (currentTarget.value !== '') marking.setWeight(name, currentTarget.valueAsNumber);
              }}
            />
          </label>
        ))}
        <label>
          Slaaggrens in procent
          <input
            type="number"
            min="1"
            max="100"
            value={Math.round(passMark * 100)}
            onInput={({ currentTarget }) => marking.setPassMark(currentTarget.valueAsNumber / 100)}
          />
        </label>
      </div>
      <p>
        Van elke oefening telt het deel van de controles dat goed is, maal het gewicht dat je hier geeft. Met
        gewicht 0 telt een oefening niet mee. Precies op de slaaggrens, nu {decimal(passMark * 100, 0)} %,
        hoort een 5,5 en 10 op 20. Daaronder en daarboven loopt het in een rechte lijn: van 1 tot 10, en van 0
        tot 20. Naar een voldoende of naar het hoogste cijfer ronden we nooit af.
      </p>
    </details>
  );
}
