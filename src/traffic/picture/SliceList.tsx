/** What the picture shows, in numbers: a row a day of the month, an hour of the day, and so on, as far as it is zoomed in. */
import { decimal, grouped } from '../../kit/numbers.ts';
import { DAY_MS } from '../day-shape.ts';
import type { SideName, TrafficModel } from '../traffic-model.ts';
import { wait } from '../words.ts';
import { roughEuro } from './amounts.ts';
import { spentAt } from './spent-at.ts';
import { clockOf, dayOf, listStepMs } from './time-marks.ts';

interface Props {
  readonly model: TrafficModel;
  readonly name: SideName;
  readonly caption: string;
}

export function SliceList({ model, name, caption }: Props) {
  const side = model.sides[name];
  void side.version.value;
  const view = model.view.value;
  const stepMs = listStepMs(view);
  const first = Math.floor(view.fromMs / stepMs) * stepMs;
  const slices = side.slicesFor(view);
  const rows = Array.from({ length: Math.ceil((view.toMs - first) / stepMs) }, (_, at) => {
    const fromMs = first + at * stepMs;
    return { fromMs, stretch: slices.stretch(fromMs, fromMs + stepMs - 0.001) };
  }).flatMap(({ fromMs, stretch }) => (stretch === null ? [] : [{ fromMs, stretch }]));
  const isMonth = view.toMs - view.fromMs > DAY_MS;
  return (
    <div class="compare-tariffs traffic__list" role="region" aria-label={caption} tabIndex={0}>
      <table>
        <caption>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Vanaf</th>
            <th scope="col" class="number">
              Aanroepen
            </th>
            <th scope="col" class="number">
              429
            </th>
            <th scope="col" class="number">
              Koud
            </th>
            <th scope="col" class="number">
              Instanties
            </th>
            <th scope="col" class="number">
              Hoogste
            </th>
            <th scope="col" class="number">
              Wachten, 99 %
            </th>
            <th scope="col" class="number">
              Tot dan
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ fromMs, stretch }) => (
            <tr key={fromMs}>
              <th scope="row">
                {stepMs === DAY_MS || isMonth ? `dag ${dayOf(fromMs)}` : ''}
                {stepMs < DAY_MS ? ` ${clockOf(fromMs, stepMs)}` : ''}
              </th>
              <td class="number">{grouped(stretch.arrived)}</td>
              <td class="number">{grouped(stretch.rejected)}</td>
              <td class="number">{grouped(stretch.cold)}</td>
              <td class="number">{decimal(stretch.starting + stretch.busy + stretch.idle, 1)}</td>
              <td class="number">{grouped(stretch.peak)}</td>
              <td class="number">{stretch.cold + stretch.warm === 0 ? '' : wait(stretch.waitP99)}</td>
              <td class="number">{roughEuro(spentAt(side.spentSoFar(), stretch.toMs))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
