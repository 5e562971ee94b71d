/** The bills of a reader's own logs: line by line under the tariff that is picked, and as one amount under every other. */
import { useId, useState } from 'preact/hooks';
import { compareRatios, ratioOf } from '../../billing/index.ts';
import type { Cloud } from '../../billing/reading/index.ts';
import { count } from '../../kit/numbers.ts';
import { saveFile } from '../../kit/save-file.ts';
import { decimalsFor, dollarOf, euroOf } from '../prices/euros.ts';
import { tariff as labTariff } from '../prices/lab-tariff.ts';
import { rate } from '../prices/prices.ts';
import { tariffName } from '../prices/tariff-name.ts';
import { receiptCsv } from '../receipt/csv.ts';
import { ReceiptPaper } from '../receipt/ReceiptPaper.tsx';
import { Remarks } from '../receipt/Remarks.tsx';
import { remarksOf } from '../receipt/reasons.ts';
import { printMonth } from '../receipt/receipts.ts';
import type { OwnBill } from './own-bills.ts';
import type { OwnBills } from './own-logs-model.ts';
import { callsInWords } from './words.ts';

export function OwnReceipts({ bills: { reading, paid, withFreeTier } }: { readonly bills: OwnBills }) {
  const [hasFreeTier, setFreeTier] = useState(false);
  const [pickedId, pick] = useState<string | null>(null);
  const bills = hasFreeTier ? withFreeTier : paid;
  const sorted = [...bills].sort((a, b) =>
    compareRatios(ratioOf(a.receipt.totalUsd, 'total'), ratioOf(b.receipt.totalUsd, 'total')),
  );
  const decimals = decimalsFor(bills.map(({ receipt }) => receipt.totalUsd));
  const chosen = bills.find(({ tariff }) => tariff.id === pickedId) ?? ownOf(bills, reading.cloud);
  if (chosen === undefined) return null;
  const printed = printMonth(chosen.receipt, chosen.tariff);
  const when = reading.span === null ? [] : [callsInWords(reading.span)];
  return (
    <div class="own-logs__bills">
      <div>
        <label class="month__free">
          <input
            type="checkbox"
            checked={hasFreeTier}
            onChange={(event) => setFreeTier(event.currentTarget.checked)}
          />
          Met gratis tegoed
        </label>
        <div class="lesson-receipt receipt-shadow" role="group" aria-label="Kassabon">
          <ReceiptPaper
            title="Eigen rekening"
            receipt={{ ...printed, remarks: [...printed.remarks, ...chosen.remarks] }}
            total={count(reading.calls, 'aanroep', 'aanroepen')}
          >
            {when.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </ReceiptPaper>
        </div>
        <ByPlatform bill={chosen} decimals={decimals} />
        <button
          type="button"
          class="quiet"
          onClick={() =>
            saveFile(
              `eigen-rekening-${chosen.tariff.id}.csv`,
              receiptCsv(chosen.tariff, chosen.receipt, rate, [...when, ...chosen.remarks]),
              'text/csv;charset=utf-8',
            )
          }
        >
          Bewaar als CSV
        </button>
      </div>
      <Comparison bills={sorted} chosen={chosen} decimals={decimals} onPick={pick} />
    </div>
  );
}

/** Which tariff a log of that cloud is billed under first: what a new function of it gets now. */
const FIRST: Readonly<Record<Cloud, string>> = {
  aws: labTariff.id,
  azure: 'azure-functions-flex',
  google: 'gcp-cloud-run-request',
  cloudflare: 'cloudflare-workers-paid',
};

function ownOf(bills: readonly OwnBill[], cloud: Cloud | null): OwnBill | undefined {
  const id = cloud === null ? labTariff.id : FIRST[cloud];
  return bills.find(({ tariff }) => tariff.id === id) ?? bills[0];
}

interface ByPlatformProps {
  readonly bill: OwnBill;
  readonly decimals: number;
}

/** What the platform's own count of time comes to, beside ours. */
function ByPlatform({ bill: { tariff, byPlatform }, decimals }: ByPlatformProps) {
  if (byPlatform === null) return null;
  const { totalUsd } = byPlatform;
  return (
    <p class="own-logs__platform">
      Met de tijd die {tariff.provider} zelf in rekening bracht, is het{' '}
      <data value={totalUsd}>{euroOf(totalUsd, decimals)}</data> ({dollarOf(totalUsd, decimals)}).
    </p>
  );
}

interface ComparisonProps {
  readonly bills: readonly OwnBill[];
  readonly chosen: OwnBill;
  readonly decimals: number;
  readonly onPick: (tariffId: string) => void;
}

function Comparison({ bills, chosen, decimals, onPick }: ComparisonProps) {
  const name = useId();
  return (
    <div class="compare-tariffs" role="region" aria-label="Bij elk tarief" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Tarief</th>
            <th scope="col" class="number">
              Bedrag
            </th>
          </tr>
        </thead>
        <tbody>
          {bills.map(({ tariff, receipt: { totalUsd, assumptions }, remarks }) => (
            <tr key={tariff.id} aria-current={tariff === chosen.tariff ? 'true' : undefined}>
              <th scope="row">
                <label>
                  <input
                    type="radio"
                    name={name}
                    checked={tariff === chosen.tariff}
                    onChange={() => onPick(tariff.id)}
                  />{' '}
                  {tariffName(tariff)} <small>{tariff.region}</small>
                </label>
                <Remarks remarks={[...remarksOf(tariff, assumptions), ...remarks]} />
              </th>
              <td class="number">
                <data value={totalUsd}>{euroOf(totalUsd, decimals)}</data>
                <small>{dollarOf(totalUsd, decimals)}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
