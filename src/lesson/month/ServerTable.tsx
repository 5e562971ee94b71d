/** What is always on, by price, and from where each is cheaper than the chosen tariff. */
import { useId } from 'preact/hooks';
import { compareRatios, ratioOf } from '../../billing/index.ts';
import { breakEven, perDay } from '../../billing/month.ts';
import { isOld, tariffName } from '../../till/index.ts';
import { euroOf, roughCount } from '../../till/prices/euros.ts';
import { unpricedInWords } from '../../till/prices/server-words.ts';
import type { MonthModel } from './month-model.ts';

export function ServerTable({ model }: { readonly model: MonthModel }) {
  const name = useId();
  const chosen = model.chosen.value;
  if (chosen === null) return null;
  const rows = model.serverMonths.value.toSorted((a, b) =>
    compareRatios(ratioOf(a.usd, 'usd'), ratioOf(b.usd, 'usd')),
  );
  return (
    <div class="compare-tariffs" role="region" aria-label="Altijd aan per maand" tabIndex={0}>
      <table>
        <caption>Altijd aan, naast {tariffName(chosen.tariff)}. Hoeveel aanroepen er ook komen.</caption>
        <thead>
          <tr>
            <th scope="col">Altijd aan</th>
            <th scope="col" class="number">
              Per maand
            </th>
            <th scope="col" class="number">
              Goedkoper vanaf, per dag
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ server, usd, unpriced }) => (
            <tr key={server.id} aria-current={server.id === model.serverId.value ? 'true' : undefined}>
              <th scope="row">
                <label>
                  <input
                    type="radio"
                    name={name}
                    checked={server.id === model.serverId.value}
                    onChange={() => {
                      model.serverId.value = server.id;
                    }}
                  />{' '}
                  {server.provider} {server.product} <small>{server.region}</small>
                </label>
                <small class="compare-tariffs__flags">
                  {[
                    server.role === 'database' ? 'een database: die komt er vaak bij' : '',
                    unpricedInWords(unpriced),
                    server.burst === undefined ? '' : 'mag maar af en toe op volle kracht',
                    isOld(server.readDate, new Date()) ? 'prijs van meer dan een jaar oud' : '',
                  ]
                    .filter(Boolean)
                    .join('; ')}
                </small>
              </th>
              <td class="number">
                <data value={usd}>{euroOf(usd)}</data>
              </td>
              <td class="number">{pointOf(breakEven(chosen.month, usd))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A break-even point in a cell of a table. */
export function pointOf(point: number | null | undefined): string {
  if (point === null || point === undefined) return 'nooit';
  return point === 0 ? 'altijd' : roughCount(perDay(point));
}
