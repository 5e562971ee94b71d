/**
 * How long the function takes: as the story supposes, as the reader says, or as it was measured in this visit, in a lesson or a
 * workplace. What is supposed says so.
 */
import { useId } from 'preact/hooks';
import { lessonPath, sitePath } from '../../course/paths.ts';
import { count } from '../../kit/numbers.ts';
import { purchases } from '../../till/visit/visit.ts';
import { type MeasuredFunction, measuredFunctions } from '../measured-functions.ts';
import { findStory, stateOf } from '../stories.ts';
import type { TrafficModel } from '../traffic-model.ts';
import { durationRange, SPREADS, type Spread, type Timing } from '../traffic-state.ts';
import { spreadWords } from '../words.ts';
import { NumberField } from './NumberField.tsx';

const SUPPOSED = '';

export function FunctionPicker({ model }: { readonly model: TrafficModel }) {
  const id = useId();
  const timing = model.timing.value;
  const story = findStory(model.storyId.value);
  const measured = measuredFunctions(purchases.value);
  const isMeasured = timing.kind === 'measured';
  const isInVisit = isMeasured && measured.some(({ title }) => title === timing.title);
  function choose(title: string): void {
    const found = measured.find((one) => one.title === title);
    if (found !== undefined) {
      model.timing.value = found.timing;
      model.change({ memoryMb: found.memoryMb });
    } else if (story !== undefined) model.timing.value = stateOf(story, 0).timing;
  }
  return (
    <div class="traffic__settings" role="group" aria-label="De functie">
      <div class="field">
        <label for={id}>Welke functie?</label>
        <select
          id={id}
          value={isMeasured ? timing.title : SUPPOSED}
          onChange={(event) => choose(event.currentTarget.value)}
        >
          <option value={SUPPOSED}>{story?.function.title ?? 'Eigen getallen'} (aangenomen)</option>
          {isMeasured && !isInVisit && <option value={timing.title}>{timing.title} (uit de link)</option>}
          {measured.map((one) => (
            <option key={one.title} value={one.title}>
              {one.title} (gemeten)
            </option>
          ))}
        </select>
      </div>
      {timing.kind === 'supposed' ? (
        <Supposed model={model} timing={timing} />
      ) : (
        <Measured timing={timing} found={measured.find(({ title }) => title === timing.title)} />
      )}
      {measured.length === 0 && (
        <p class="field__about">
          Je eigen functie hier? Voer die in dit bezoek een paar keer uit, in{' '}
          <a href={lessonPath({ id: `lessen/${story?.function.lesson ?? 'schalen-ook-naar-nul'}` })}>
            een les
          </a>{' '}
          of in <a href={sitePath('werkplaats/')}>je werkplaats</a>. Dan staat die met de gemeten tijden in de
          lijst.
        </p>
      )}
    </div>
  );
}

interface SupposedProps {
  readonly model: TrafficModel;
  readonly timing: Extract<Timing, { kind: 'supposed' }>;
}

function Supposed({ model, timing }: SupposedProps) {
  const id = useId();
  if (model.hasDurations.value) {
    return (
      <p class="field__about">
        Hoelang een aanroep duurde, is gemeten. Alleen een koude start is aangenomen: die duurt hier ongeveer{' '}
        {timing.startMs.toLocaleString('nl')} ms.
      </p>
    );
  }
  return (
    <>
      <div class="traffic__pair">
        <NumberField
          label="Een warme aanroep"
          unit="ms"
          value={timing.warmMs}
          range={durationRange}
          onValue={(warmMs) => {
            model.timing.value = { ...timing, warmMs };
          }}
        />
        <NumberField
          label="Een koude start erbij"
          unit="ms"
          value={timing.startMs}
          range={durationRange}
          onValue={(startMs) => {
            model.timing.value = { ...timing, startMs };
          }}
        />
      </div>
      <div class="field">
        <label for={id}>Duurt elke aanroep even lang?</label>
        <select
          id={id}
          value={timing.spread}
          onChange={(event) => {
            model.timing.value = { ...timing, spread: event.currentTarget.value as Spread };
          }}
        >
          {SPREADS.map((spread) => (
            <option key={spread} value={spread}>
              {spreadWords[spread]}
            </option>
          ))}
        </select>
        <span class="field__about">Deze tijden zijn aangenomen, niet gemeten.</span>
      </div>
    </>
  );
}

interface MeasuredProps {
  readonly timing: Extract<Timing, { kind: 'measured' }>;
  /** Undefined for one of another visit. */
  readonly found: MeasuredFunction | undefined;
}

function Measured({ timing: { warmMs, startMs }, found }: MeasuredProps) {
  const middle = (values: readonly number[]) => {
    const ms = values[Math.floor(values.length / 2)];
    return ms === undefined ? null : `${ms.toLocaleString('nl')} ms`;
  };
  const [warm, start] = [middle(warmMs), middle(startMs)];
  return (
    <p class="field__about">
      {found === undefined
        ? 'Gemeten door wie de link maakte: '
        : `Gemeten in dit bezoek, ${count(found.warm, 'keer', 'keer')} warm en ${count(found.cold, 'keer', 'keer')} koud: `}
      een aanroep in het midden {warm},{' '}
      {start === null
        ? 'en geen enkele koude start. Daarvoor nemen we de tijd die bij AWS gemeten is.'
        : `een koude start ${start} erbij.`}{' '}
      Elke aanroep van de maand krijgt een van deze tijden, door het lot gekozen.
    </p>
  );
}
