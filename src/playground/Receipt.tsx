/** The receipt of one playground: the picked run line by line in yellow, the other runs, and the total. */
import { useMemo } from 'preact/hooks';
import { EmptyReceipt } from './EmptyResults.tsx';
import type { Playground } from './model.ts';
import { decimal } from './numbers.ts';
import { perMillionEuro, printPlayground } from './pricing.ts';
import { Reasons } from './Reasons.tsx';
import { ReceiptPaper } from './ReceiptPaper.tsx';

export function Receipt({ model }: { readonly model: Playground }) {
  const { current } = model.ledger.value;
  const picked = model.picked.value;
  const { sales } = current;
  // The ledger is written in place: its total tells whether there is something new.
  const printed = useMemo(() => printPlayground(sales, picked), [sales, sales.total, picked]);
  return (
    <div role="group" aria-label="Kassabon">
      {sales.total === 0 ? (
        <EmptyReceipt />
      ) : (
        <ReceiptPaper title="Kassabon" receipt={printed} total="Jouw functie">
          <div class="receipt__foot">
            <p>
              Per miljoen keer: {perMillionEuro(sales.counted())}
              <br />
              De klok meet hier in stappen van{' '}
              {decimal(model.clockStepMs.value, stepDecimals(model.clockStepMs.value))} ms.
            </p>
            <Reasons reasons={printed.reasons} />
          </div>
        </ReceiptPaper>
      )}
    </div>
  );
}

/** Enough to show the first digit of the step: Node's clock is a hundred times as fine as a browser's. */
function stepDecimals(stepMs: number): number {
  return Math.max(1, Math.ceil(-Math.log10(stepMs)));
}
