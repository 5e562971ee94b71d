/**
 * The day that a reader draws: 24 bars, with the mouse or a finger, with the arrow keys, or as a table. Days are all alike; what
 * happens once in a month is a peak (`Peaks.tsx`).
 */
import { useRef, useState } from 'preact/hooks';
import { grouped } from '../../kit/numbers.ts';
import { HOURS, keyStep, perDay, timesAsBusy, topOf, withHour, withLine } from '../day-shape.ts';
import type { TrafficModel } from '../traffic-model.ts';
import { perHourRange } from '../traffic-state.ts';
import { NumberField } from './NumberField.tsx';

const NOTHING = Array.from({ length: HOURS }, () => 0);
const PAGE_STEPS = 10;

export function DayDrawing({ model }: { readonly model: TrafficModel }) {
  const traffic = model.traffic.value;
  const perHour = traffic.kind === 'day' ? traffic.perHour : NOTHING;
  return (
    <div role="group" aria-label="Teken een dag">
      <p class="traffic__day-told field__about">
        <b>{grouped(Math.round(perDay(perHour)))} aanroepen per dag</b>
        <span>
          Sleep over de balken, of kies een uur en druk op ↑ of ↓. Bovenaan is het {grouped(topOf(perHour))}{' '}
          per uur.
        </span>
      </p>
      <Bars perHour={perHour} onDraw={model.draw} />
      {traffic.kind === 'constant' && (
        <p class="field__about">
          In dit verhaal komt er elke {traffic.everyMs / 1_000} seconden precies één aanroep. Teken je hier
          iets, dan komt dat ervoor in de plaats.
        </p>
      )}
      {traffic.kind === 'file' && (
        <p class="field__about">
          Het verkeer komt nu uit {traffic.name}. Teken je hier iets, dan komt dat ervoor in de plaats.
        </p>
      )}
      {traffic.kind === 'trace' && (
        <p class="field__about">
          In dit verhaal liggen de momenten vast: ze zijn gemeten. Teken je hier iets, dan komt dat ervoor in
          de plaats.
        </p>
      )}
      <p class="compare__actions">
        <button type="button" class="quiet" onClick={() => model.draw(timesAsBusy(perHour, 0.5))}>
          Halveer de drukte
        </button>
        <button type="button" class="quiet" onClick={() => model.draw(timesAsBusy(perHour, 2))}>
          Verdubbel de drukte
        </button>
        <button type="button" class="quiet" onClick={() => model.draw(NOTHING)}>
          Maak leeg
        </button>
      </p>
      <details>
        <summary>De dag als tabel</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Vanaf</th>
              <th scope="col">Aanroepen in dat uur</th>
            </tr>
          </thead>
          <tbody>
            {perHour.map((calls, hour) => (
              <tr key={hour}>
                <th scope="row">{hour}.00 uur</th>
                <td>
                  <NumberField
                    label={`Aanroepen vanaf ${hour} uur`}
                    isInTable
                    value={Math.round(calls)}
                    range={{ ...perHourRange, isWhole: true }}
                    onValue={(value) => model.draw(withHour(perHour, hour, value))}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </div>
  );
}

interface BarsProps {
  readonly perHour: readonly number[];
  readonly onDraw: (perHour: readonly number[]) => void;
}

function Bars({ perHour, onDraw }: BarsProps) {
  const plot = useRef<HTMLDivElement>(null);
  /** The scale stands still while somebody draws. */
  const [heldTop, holdTop] = useState<number | null>(null);
  const last = useRef<{ readonly hour: number; readonly calls: number } | null>(null);
  const [focused, setFocused] = useState(10);
  const top = heldTop ?? topOf(perHour);

  const placeOf = ({ clientX, clientY }: PointerEvent) => {
    const box = (plot.current as HTMLDivElement).getBoundingClientRect();
    const hour = Math.floor(((clientX - box.left) / box.width) * HOURS);
    const part = 1 - (clientY - box.top) / box.height;
    return {
      hour: Math.min(HOURS - 1, Math.max(0, hour)),
      calls: tidy(Math.min(1, Math.max(0, part)) * top, top),
    };
  };

  function onPointerDown(event: PointerEvent): void {
    if (event.button !== 0) return;
    const place = placeOf(event);
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    last.current = place;
    holdTop(top);
    onDraw(withHour(perHour, place.hour, place.calls));
  }

  function onPointerMove(event: PointerEvent): void {
    if (last.current === null) return;
    const place = placeOf(event);
    onDraw(withLine(perHour, last.current, place));
    last.current = place;
  }

  function onPointerEnd(): void {
    last.current = null;
    holdTop(null);
  }

  function onKeyDown(event: KeyboardEvent, hour: number): void {
    const calls = perHour[hour] ?? 0;
    const step = keyStep(calls);
    const next = {
      ArrowUp: calls + step,
      ArrowDown: calls - keyStep(Math.max(1, calls - 1)),
      PageUp: calls + step * PAGE_STEPS,
      PageDown: calls - step * PAGE_STEPS,
      Home: 0,
      End: top,
    }[event.key];
    const side = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (next === undefined && side === undefined) return;
    event.preventDefault();
    if (next !== undefined) onDraw(withHour(perHour, hour, next));
    if (side === undefined) return;
    const beside = Math.min(HOURS - 1, Math.max(0, hour + side));
    setFocused(beside);
    (plot.current?.children[beside] as HTMLElement | undefined)?.focus();
  }

  return (
    <div>
      <div
        ref={plot}
        class="traffic__bars"
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerEnd}
        onPointerCancel={onPointerEnd}
      >
        {perHour.map((calls, hour) => (
          <div
            key={hour}
            class="traffic__bar"
            role="slider"
            tabIndex={hour === focused ? 0 : -1}
            aria-label={`${hour} uur`}
            aria-orientation="vertical"
            aria-valuemin={0}
            aria-valuemax={perHourRange.most}
            aria-valuenow={Math.round(calls)}
            aria-valuetext={`${grouped(Math.round(calls))} aanroepen`}
            onFocus={() => setFocused(hour)}
            onKeyDown={(event) => onKeyDown(event, hour)}
          >
            <span style={{ blockSize: `${Math.min(100, (calls / top) * 100)}%` }} />
          </div>
        ))}
      </div>
      <div class="traffic__clock" aria-hidden="true">
        {[0, 6, 12, 18, 24].map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
    </div>
  );
}

/** No more digits than a hand can draw. */
function tidy(calls: number, top: number): number {
  const step = Math.max(1, top / 200);
  return Math.round(Math.round(calls / step) * step);
}
