/** What the till bar's two dialogs hold: fetched when the first of them is opened. */
import { useRef, useState } from 'preact/hooks';
import { count } from '../../kit/numbers.ts';
import { saveFile } from '../../kit/save-file.ts';
import { choice } from '../prices/lab-choice.ts';
import { rate, server } from '../prices/prices.ts';
import {
  diskPerMonth,
  ipv4PerHour,
  machinePerHour,
  serverPerHour,
  serverPerMonth,
} from '../prices/server-in-words.ts';
import { burstInWords } from '../prices/server-words.ts';
import { TariffPicker } from '../prices/TariffPicker.tsx';
import { tariffName } from '../prices/tariff-name.ts';
import { CompareTariffs } from '../receipt/CompareTariffs.tsx';
import { ReceiptPaper } from '../receipt/ReceiptPaper.tsx';
import { rateSentence, readInWords } from '../receipt/reasons.ts';
import { billOf, printVisit } from '../receipt/receipts.ts';
import { perMillionEuro } from '../visit/pricing.ts';
import { startOver } from '../visit/start-over.ts';
import { invocations, purchases } from '../visit/visit.ts';
import { ServerAmount } from './ServerAmount.tsx';

/**
 * The bill of the whole visit, under the tariff that the reader picks: one line a function, beside what the
 * always-on server cost meanwhile, and the same visit under every tariff.
 */
export function VisitReceipt() {
  const [undo, setUndo] = useState<{ back: () => void } | null>(null);
  const [isComparing, setComparing] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const paper = useRef<HTMLDivElement>(null);
  const comparison = useRef<HTMLDetailsElement>(null);
  const bought = purchases.value;
  const total = invocations.value;
  const by = choice.value;

  async function saveCsv(what: 'receipt' | 'usage'): Promise<void> {
    setFailed(false);
    try {
      const { receiptCsv, usageCsv } = await import('../receipt/csv.ts');
      const [name, csv] =
        what === 'usage'
          ? ['gebruik', usageCsv(bought.map(({ usage }) => usage))]
          : [`bon-${by.tariff.id}`, receiptCsv(by.tariff, billOf(bought, by), rate)];
      saveFile(`functielab-${name}.csv`, csv, 'text/csv;charset=utf-8');
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
      <p>
        De altijd-aan-server kostte in dezelfde tijd <ServerAmount />.
      </p>
      <div class="till-dialog__actions not-printed">
        {total > 0 && (
          <>
            <button type="button" class="quiet" onClick={() => void saveCsv('receipt')}>
              Bewaar als CSV
            </button>
            <button type="button" class="quiet" onClick={() => void saveCsv('usage')}>
              Bewaar het gebruik
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
            // Pressed twice, both receipts come back.
            setUndo({
              back: () => {
                back();
                undo?.back();
              },
            });
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
        <details
          ref={comparison}
          class="compare-all not-printed"
          onToggle={(event) => setComparing(event.currentTarget.open)}
        >
          <summary>Vergelijk alle tarieven</summary>
          {isComparing && (
            <CompareTariffs
              records={bought}
              // It opens below the edge of the dialog: without this a click would change nothing that one sees.
              onShown={() => comparison.current?.scrollIntoView({ block: 'start' })}
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

/** Which server the meter counts: its price, where that was read and when, and what is left out. */
export function ServerFacts() {
  return (
    <>
      <p>
        De teller rekent met {server.product} van {server.provider} ({server.region}): een van de kleinste
        servers die je daar kunt huren, met {server.limits.memoryMb.toLocaleString('nl')} MB geheugen. Hij
        staat dag en nacht aan, ook als niemand hem gebruikt.
      </p>
      <dl class="facts">
        <dt>Prijs</dt>
        <dd>
          {serverPerHour} per uur, dat is {serverPerMonth}. De machine kost {machinePerHour} en het publieke
          IPv4-adres {ipv4PerHour}: zonder adres kan niemand hem bereiken.
        </dd>
        <dt>Niet meegeteld</dt>
        <dd>
          Een schijf van 8 GB kost {diskPerMonth} per maand erbij. Netwerk en het werk van mensen zitten er
          ook niet in.
        </dd>
        <dt>Kracht</dt>
        <dd>{burstInWords(server)}</dd>
        <dt>Bron</dt>
        <dd>
          <a href={server.source}>{new URL(server.source).hostname}</a>, {readInWords(server)}.
        </dd>
        <dt>Wisselkoers</dt>
        <dd>{rateSentence}</dd>
      </dl>
    </>
  );
}
