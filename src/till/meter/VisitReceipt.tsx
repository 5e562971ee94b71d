/**
 * The bill of the whole visit, under the tariff that the reader picks: one line a function, beside what the
 * always-on server cost meanwhile, and the same visit under every tariff. Fetched when it is first opened.
 */
import { useRef, useState } from 'preact/hooks';
import { count } from '../../kit/numbers.ts';
import { saveFile } from '../../kit/save-file.ts';
import { TariffPicker } from '../prices/TariffPicker.tsx';
import { choice } from '../prices/tariff-choice.ts';
import { tariffName } from '../prices/tariff-name.ts';
import { CompareTariffs } from '../receipt/CompareTariffs.tsx';
import { ReceiptPaper } from '../receipt/ReceiptPaper.tsx';
import { printVisit } from '../receipt/receipts.ts';
import { meterOf, perMillionEuro } from '../visit/pricing.ts';
import { invocations, purchases, startOver } from '../visit/visit.ts';
import { ServerAmount } from './ServerAmount.tsx';

export function VisitReceipt() {
  const [undo, setUndo] = useState<{ back: () => void } | null>(null);
  const [isComparing, setComparing] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const paper = useRef<HTMLDivElement>(null);
  const bought = purchases.value;
  const total = invocations.value;
  const by = choice.value;

  async function saveCsv(): Promise<void> {
    setFailed(false);
    try {
      const { receiptCsv } = await import('../receipt/csv.ts');
      const csv = receiptCsv(by.tariff, meterOf(bought, by).receipt(by.options));
      saveFile(`functielab-bon-${by.tariff.id}.csv`, csv, 'text/csv;charset=utf-8');
    } catch {
      setFailed(true);
    }
  }

  return (
    <>
      <div class="not-printed">
        <TariffPicker />
      </div>
      <div ref={paper} class="receipt-shadow" role="group" aria-label="Kassabon van dit bezoek" tabIndex={-1}>
        {total === 0 ? (
          <div class="receipt">
            <p class="receipt__head">
              Functielab <span>{tariffName(by.tariff)}</span>
            </p>
            <p class="receipt__empty">Je hebt nog niets laten draaien. Dat kost niets.</p>
          </div>
        ) : (
          <ReceiptPaper
            title="Functielab"
            receipt={printVisit(bought, by)}
            total={count(total, 'aanroep', 'aanroepen')}
          >
            <p>Per miljoen keer: {perMillionEuro(bought, by)}</p>
          </ReceiptPaper>
        )}
      </div>
      <p class="till-dialog__server">
        De altijd-aan server kostte in dezelfde tijd <ServerAmount />.
      </p>
      <div class="till-dialog__actions not-printed">
        {total > 0 && (
          <>
            <button type="button" class="quiet" onClick={() => void saveCsv()}>
              Bewaar als CSV
            </button>
            <button type="button" class="quiet" onClick={() => print()}>
              Druk af
            </button>
          </>
        )}
        <button
          type="button"
          class="quiet"
          onClick={() => {
            const back = startOver();
            setUndo({ back });
          }}
        >
          Begin een nieuwe bon
        </button>
        {undo && (
          <button
            type="button"
            class="quiet"
            onClick={() => {
              undo.back();
              setUndo(null);
            }}
          >
            Ongedaan maken
          </button>
        )}
      </div>
      {hasFailed && (
        <p role="alert">
          Het bestand kon niet worden gemaakt. Controleer je verbinding en probeer het opnieuw.
        </p>
      )}
      {total > 0 && (
        <details class="compare-all not-printed" onToggle={(event) => setComparing(event.currentTarget.open)}>
          <summary>Vergelijk alle tarieven</summary>
          {isComparing && (
            <CompareTariffs
              records={bought}
              onPick={() => {
                paper.current?.focus();
                paper.current?.scrollIntoView({ block: 'nearest' });
              }}
            />
          )}
        </details>
      )}
    </>
  );
}
