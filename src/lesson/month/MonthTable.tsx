/** What the chart shows, as a table at the chosen number of invocations: every tariff, and where the server wins. */
import { useId } from 'preact/hooks';
import { decimalOf } from '../../billing/index.ts';
import { count } from '../../kit/numbers.ts';
import { isOld, tariffName } from '../../till/index.ts';
import { decimalsFor, euroOf } from '../../till/prices/euros.ts';
import type { MonthModel } from './month-model.ts';
import { pointOf } from './ServerTable.tsx';

export function MonthTable({ model }: { readonly model: MonthModel }) {
  const name = useId();
  const now = model.perMonthNow.value;
  const rows = model.curves.value
    .map(({ tariff, month }) => {
      const cost = month.costAt(now);
      return { tariff, cost, order: Number(decimalOf(cost)), point: model.breakEvens.value.get(tariff.id) };
    })
    .sort((a, b) => a.order - b.order);
  const decimals = decimalsFor(rows.map(({ cost }) => cost));
  const memoryMb = model.state.value.memoryMb;
  return (
    <div class="compare-tariffs" role="region" aria-label="Alle tarieven per maand" tabIndex={0}>
      <table>
        <caption>
          Bij {count(model.perDay.value, 'aanroep', 'aanroepen')} per dag. Kies een tarief om het in de
          grafiek te zien.
        </caption>
        <thead>
          <tr>
            <th scope="col">Tarief</th>
            <th scope="col" class="number">
              Per maand
            </th>
            <th scope="col" class="number">
              Server goedkoper vanaf, per dag
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ tariff, cost, point }) => (
            <tr key={tariff.id} aria-current={tariff.id === model.tariffId.value ? 'true' : undefined}>
              <th scope="row">
                <label>
                  <input
                    type="radio"
                    name={name}
                    checked={tariff.id === model.tariffId.value}
                    onChange={() => {
                      model.tariffId.value = tariff.id;
                    }}
                  />{' '}
                  {tariffName(tariff)} <small>{tariff.region}</small>
                </label>
                <small class="compare-tariffs__flags">{flags(tariff, memoryMb)}</small>
              </th>
              <td class="number">
                <data value={decimalOf(cost)}>{euroOf(cost, decimals)}</data>
              </td>
              <td class="number">{pointOf(point)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function flags(
  { limits, endedOn, readDate }: MonthModel['curves']['value'][number]['tariff'],
  memoryMb: number,
): string {
  const said: string[] = [];
  if (endedOn !== undefined) said.push('oud tarief, niet meer te krijgen');
  else if (isOld(readDate, new Date())) said.push('prijs van meer dan een jaar oud');
  if (limits?.maxMemoryMb !== undefined && memoryMb > limits.maxMemoryMb) {
    said.push(`biedt hoogstens ${limits.maxMemoryMb.toLocaleString('nl')} MB`);
  }
  return said.join('; ');
}
