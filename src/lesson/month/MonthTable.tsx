/** What the chart shows, as a table at the chosen number of invocations: every tariff, and where the server wins. */
import { useId } from 'preact/hooks';
import { decimalOf } from '../../billing/index.ts';
import type { MonthState } from '../../course/month-address.ts';
import { count } from '../../kit/numbers.ts';
import { isOld, tariffName } from '../../till/index.ts';
import { decimalsFor, euroOf } from '../../till/prices/euros.ts';
import { Remarks } from '../../till/receipt/Remarks.tsx';
import { remarksOf } from '../../till/receipt/reasons.ts';
import type { MonthModel } from './month-model.ts';
import { pointOf } from './ServerTable.tsx';

export function MonthTable({ model }: { readonly model: MonthModel }) {
  const name = useId();
  const now = model.perMonthNow.value;
  const rows = model.curves.value
    .map(({ tariff, month }) => {
      const cost = month.costAt(now);
      const remarks = remarksOf(tariff, month.receiptAt(now).assumptions);
      return {
        tariff,
        cost,
        remarks,
        order: Number(decimalOf(cost)),
        point: model.breakEvens.value.get(tariff.id),
      };
    })
    .sort((a, b) => a.order - b.order);
  const decimals = decimalsFor(rows.map(({ cost }) => cost));
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
          {rows.map(({ tariff, cost, point, remarks }) => (
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
                <small class="compare-tariffs__flags">
                  {flags(tariff, model.state.value, model.besideOf(tariff) !== null)}
                </small>
                <Remarks remarks={remarks} />
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
  { memoryMb, durationMs, beside }: MonthState,
  hasBeside: boolean,
): string {
  const said: string[] = [];
  if (beside) {
    said.push(
      hasBeside
        ? 'met voordeur en opslag'
        : 'zonder voordeur en opslag: daarvoor hebben we geen prijs met een bron',
    );
  }
  if (endedOn !== undefined) said.push('oud tarief, niet meer te krijgen');
  else if (isOld(readDate, new Date())) said.push('prijs van meer dan een jaar oud');
  if (limits?.maxMemoryMb !== undefined && memoryMb > limits.maxMemoryMb) {
    said.push(`biedt maximaal ${limits.maxMemoryMb.toLocaleString('nl')} MB`);
  }
  if (limits?.timeoutMs !== undefined && durationMs > limits.timeoutMs) {
    said.push(`stopt een aanroep na ${(limits.timeoutMs / 1_000).toLocaleString('nl')} s`);
  }
  return said.join('; ');
}
