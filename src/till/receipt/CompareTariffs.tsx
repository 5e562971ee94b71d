/** The same use under every tariff, cheapest first. Picking one shows its receipt. */
import { useEffect, useState } from 'preact/hooks';
import { compareRatios, printAmount, type Receipt, ratioOf, type Tariff } from '../../billing/index.ts';
import { FetchFailed } from '../../kit/FetchFailed.tsx';
import { decimalsFor } from '../prices/euros.ts';
import { chooseTariff } from '../prices/kept-choice.ts';
import { choice } from '../prices/lab-choice.ts';
import { dollar, euro } from '../prices/prices.ts';
import { tariffName } from '../prices/tariff-name.ts';
import type { Used } from '../visit/pricing.ts';
import { Remarks } from './Remarks.tsx';
import { remarksOf } from './reasons.ts';
import { billOf } from './receipts.ts';

interface Props {
  readonly records: readonly Used[];
  /** What is told when a tariff is picked. */
  readonly onPick?: () => void;
  /** What is told when all tariffs are on the page. */
  readonly onShown?: () => void;
}

export interface ComparedBill {
  readonly tariff: Tariff;
  readonly receipt: Receipt;
  readonly euro: string;
  readonly dollar: string;
}

/** @param hasFreeTier whether each tariff's free tier applies, where it has one */
export function compareBills(
  tariffs: readonly Tariff[],
  records: readonly Used[],
  hasFreeTier: boolean,
): readonly ComparedBill[] {
  const options = { freeTier: hasFreeTier };
  const bills = tariffs
    .map((tariff) => ({ tariff, receipt: billOf(records, { tariff, options }) }))
    .sort((a, b) =>
      compareRatios(ratioOf(a.receipt.totalUsd, 'total'), ratioOf(b.receipt.totalUsd, 'total')),
    );
  const decimals = decimalsFor(bills.map(({ receipt }) => receipt.totalUsd));
  return bills.map((bill) => ({
    ...bill,
    euro: printAmount(bill.receipt.totalUsd, euro, { decimals }),
    dollar: printAmount(bill.receipt.totalUsd, dollar, { decimals }),
  }));
}

export function CompareTariffs({ records, onPick, onShown }: Props) {
  const [tariffs, setTariffs] = useState<readonly Tariff[] | null>(null);
  const [hasFailed, setFailed] = useState(false);
  const { tariff: chosen, options } = choice.value;

  function fetchAll(): void {
    setFailed(false);
    import('../prices/all-prices.ts').then(
      ({ comparedTariffs }) => setTariffs(comparedTariffs),
      () => setFailed(true),
    );
  }
  useEffect(fetchAll, []);
  useEffect(() => {
    if (tariffs !== null) onShown?.();
  }, [tariffs]);

  if (hasFailed) return <FetchFailed what="De lijst met tarieven" retry={fetchAll} />;
  if (tariffs === null) return <p role="status">De tarieven worden opgehaald …</p>;
  const bills = compareBills(tariffs, records, options.freeTier !== false);
  return (
    <div class="compare-tariffs" role="region" aria-label="Alle tarieven naast elkaar" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Tarief</th>
            <th scope="col" class="number">
              Dezelfde aanroepen
            </th>
          </tr>
        </thead>
        <tbody>
          {bills.map(({ tariff, receipt, euro: inEuro, dollar: inDollar }) => (
            <tr key={tariff.id} aria-current={tariff.id === chosen.id ? 'true' : undefined}>
              <th scope="row">
                {tariffName(tariff)} <small>{tariff.region}</small>
                <Remarks remarks={remarksOf(tariff, receipt.assumptions)} />
              </th>
              <td class="number">
                <button
                  type="button"
                  class="receipt__ask"
                  aria-label={`${tariffName(tariff)}: ${inEuro}, toon de bon`}
                  onClick={() => {
                    void chooseTariff(tariff.id).then(onPick);
                  }}
                >
                  <data value={receipt.totalUsd}>{inEuro}</data>
                </button>
                <small>{inDollar}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
