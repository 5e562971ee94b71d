/** The bill of the whole visit: one line a function, beside what the always-on server cost meanwhile. */
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import { Dialog } from './Dialog.tsx';
import { count } from './numbers.ts';
import { perMillionEuro, printVisit } from './pricing.ts';
import { Reasons } from './Reasons.tsx';
import { ReceiptPaper } from './ReceiptPaper.tsx';
import { ServerAmount } from './ServerAmount.tsx';
import { useOnClient } from './use-on-client.ts';
import { invocations, purchases, startOver } from './visit.ts';

export function VisitReceipt({ dialog }: { readonly dialog: RefObject<HTMLDialogElement> }) {
  const isOnClient = useOnClient();
  const [undo, setUndo] = useState<{ back: () => void } | null>(null);
  const bought = isOnClient ? purchases.value : [];
  const total = isOnClient ? invocations.value : 0;
  const printed = printVisit(bought);
  return (
    <Dialog dialog={dialog} title="Bon van dit bezoek">
      <div class="receipt-shadow" role="group" aria-label="Kassabon van dit bezoek">
        {total === 0 ? (
          <div class="receipt">
            <p class="receipt__head">
              Functielab <span>{printed.tariffName}</span>
            </p>
            <p class="receipt__empty">Je hebt nog niets laten draaien. Dat kost niets.</p>
          </div>
        ) : (
          <ReceiptPaper title="Functielab" receipt={printed} total={count(total, 'aanroep', 'aanroepen')}>
            <div class="receipt__foot">
              <p>Per miljoen keer: {perMillionEuro(bought)}</p>
              <Reasons reasons={printed.reasons} />
            </div>
          </ReceiptPaper>
        )}
      </div>
      <p class="till-dialog__server">
        De altijd-aan server kostte in dezelfde tijd <ServerAmount />.
      </p>
      <div class="till-dialog__actions">
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
    </Dialog>
  );
}
