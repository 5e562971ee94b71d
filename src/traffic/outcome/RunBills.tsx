/** What the month costs under every tariff, cheapest first. */
import { useState } from 'preact/hooks';
import { compareRatios, ratioOf } from '../../billing/index.ts';
import { tariffName } from '../../till/index.ts';
import { findTariff } from '../../till/prices/all-prices.ts';
import { decimalsFor, dollarOf, euroOf } from '../../till/prices/euros.ts';
import { choice } from '../../till/prices/lab-choice.ts';
import { Remarks } from '../../till/receipt/Remarks.tsx';
import { remarksOf } from '../../till/receipt/reasons.ts';
import type { ShownResult } from './Outcome.tsx';

export function RunBills({ results }: { readonly results: readonly ShownResult[] }) {
  const [hasFreeTier, setFreeTier] = useState(false);
  const [first] = results;
  if (first === undefined) return null;
  const receiptOf = ({ bills }: ShownResult, id: string) => {
    const bill = bills.find(({ tariffId }) => tariffId === id);
    return hasFreeTier ? bill?.withFreeTier : bill?.paid;
  };
  const rows = first.bills
    .flatMap(({ tariffId }) => {
      const tariff = findTariff(tariffId);
      const receipts = results.flatMap((shown) => receiptOf(shown, tariffId) ?? []);
      return tariff === undefined || receipts.length < results.length ? [] : [{ tariff, receipts }];
    })
    .sort((a, b) =>
      compareRatios(
        ratioOf(a.receipts[0]?.totalUsd ?? '0', 'total'),
        ratioOf(b.receipts[0]?.totalUsd ?? '0', 'total'),
      ),
    );
  const decimals = Math.min(
    4,
    decimalsFor(rows.flatMap(({ receipts }) => receipts.map((receipt) => receipt.totalUsd))),
  );
  return (
    <div>
      <h2>De rekening bij elk tarief</h2>
      <label class="month__free">
        <input
          type="checkbox"
          checked={hasFreeTier}
          onChange={(event) => setFreeTier(event.currentTarget.checked)}
        />
        Met gratis tegoed
      </label>
      <div class="compare-tariffs" role="region" aria-label="Bij elk tarief" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">Tarief</th>
              {results.map(({ name, title }) => (
                <th key={name} scope="col" class="number">
                  {title === 'Uitkomst' ? 'Bedrag' : title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ tariff, receipts }) => (
              <tr key={tariff.id} aria-current={tariff.id === choice.value.tariff.id ? 'true' : undefined}>
                <th scope="row">
                  {tariffName(tariff)} <small>{tariff.region}</small>
                  <Remarks remarks={remarksOf(tariff, receipts[0]?.assumptions ?? [])} />
                </th>
                {receipts.map(({ totalUsd }, at) => (
                  <td key={results[at]?.name} class="number">
                    <data value={totalUsd}>{euroOf(totalUsd, decimals)}</data>
                    <small>{dollarOf(totalUsd, decimals)}</small>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
