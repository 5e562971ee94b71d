/** Moments that come once in the month, on top of the day that repeats: each as a row to change. */
import { count, grouped } from '../../kit/numbers.ts';
import { DAY_MS, HOUR_MS } from '../day-shape.ts';
import { dayOf } from '../picture/time-marks.ts';
import { MOST_PEAK_CALLS, MOST_PEAKS } from '../traffic-address.ts';
import type { TrafficModel } from '../traffic-model.ts';
import type { Peak } from '../traffic-state.ts';
import { ClockField } from './ClockField.tsx';
import { NumberField } from './NumberField.tsx';

const SECOND_MS = 1_000;
const NEW_PEAK = { calls: 10_000, overMs: 10 * 60 * SECOND_MS, hour: 10, day: 15 } as const;
const LONGEST_PEAK_S = 86_400;

export function Peaks({ model }: { readonly model: TrafficModel }) {
  const traffic = model.traffic.value;
  if (traffic.kind !== 'day') return null;
  const { peaks } = traffic;
  const days = Math.max(1, Math.floor(model.untilMs.value / DAY_MS));
  const change = (at: number, part: Partial<Peak>) =>
    model.setPeaks(peaks.map((peak, index) => (index === at ? { ...peak, ...part } : peak)));
  const total = peaks.reduce((sum, { calls }) => sum + calls, 0);
  return (
    <details>
      <summary>
        {peaks.length === 0
          ? 'Geen drukke momenten'
          : `${count(peaks.length, 'druk moment', 'drukke momenten')}, samen ${grouped(total)} aanroepen`}
      </summary>
      {peaks.length > 0 && (
        <div class="compare-tariffs" role="region" aria-label="Drukke momenten" tabIndex={0}>
          <table>
            <thead>
              <tr>
                <th scope="col">Dag</th>
                <th scope="col">Tijd</th>
                <th scope="col">Aanroepen</th>
                <th scope="col">Binnen (s)</th>
                <th scope="col">
                  <span class="visually-hidden">Verwijder</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {peaks.map((peak, at) => (
                <tr key={at}>
                  <td>
                    <NumberField
                      label={`Dag van moment ${at + 1}`}
                      isInTable
                      value={dayOf(peak.atMs)}
                      range={{ least: 1, most: days, isWhole: true }}
                      onValue={(day) => change(at, { atMs: (day - 1) * DAY_MS + (peak.atMs % DAY_MS) })}
                    />
                  </td>
                  <td>
                    <ClockField
                      label={`Tijd van moment ${at + 1}`}
                      inDayMs={peak.atMs % DAY_MS}
                      onValue={(inDayMs) => change(at, { atMs: (dayOf(peak.atMs) - 1) * DAY_MS + inDayMs })}
                    />
                  </td>
                  <td>
                    <NumberField
                      label={`Aanroepen van moment ${at + 1}`}
                      isInTable
                      value={peak.calls}
                      range={{ least: 1, most: MOST_PEAK_CALLS, isWhole: true }}
                      onValue={(calls) => change(at, { calls })}
                    />
                  </td>
                  <td>
                    <NumberField
                      label={`Seconden van moment ${at + 1}`}
                      isInTable
                      value={peak.overMs / SECOND_MS}
                      range={{ least: 1, most: LONGEST_PEAK_S, isWhole: true }}
                      onValue={(seconds) => change(at, { overMs: seconds * SECOND_MS })}
                    />
                  </td>
                  <td>
                    <button
                      type="button"
                      class="quiet"
                      aria-label={`Verwijder moment ${at + 1}`}
                      onClick={() => model.setPeaks(peaks.filter((_, index) => index !== at))}
                    >
                      ✕
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {peaks.length < MOST_PEAKS && (
        <button
          type="button"
          class="quiet"
          onClick={() =>
            model.setPeaks([
              ...peaks,
              {
                atMs: (Math.min(NEW_PEAK.day, days) - 1) * DAY_MS + NEW_PEAK.hour * HOUR_MS,
                calls: NEW_PEAK.calls,
                overMs: NEW_PEAK.overMs,
              },
            ])
          }
        >
          Voeg een druk moment toe
        </button>
      )}
    </details>
  );
}
