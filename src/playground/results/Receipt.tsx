/** The receipt of one playground: the picked run line by line in yellow, the other runs, and the total. */
import { useMemo } from 'preact/hooks';
import { monthFragment } from '../../course/month-address.ts';
import { hasCourse, monthPath } from '../../course/paths.ts';
import { decimal } from '../../kit/numbers.ts';
import { choice } from '../../till/prices/lab-choice.ts';
import { TariffPicker } from '../../till/prices/TariffPicker.tsx';
import { ReceiptPaper } from '../../till/receipt/ReceiptPaper.tsx';
import { printPlayground, type Sales } from '../../till/receipt/receipts.ts';
import { perMillionEuro } from '../../till/visit/pricing.ts';
import type { Playground } from '../model/playground.ts';
import { EmptyReceipt } from './EmptyResults.tsx';

export type ReceiptModel = Pick<Playground, 'picked' | 'sales' | 'clockStepMs'>;

export function Receipt({ model }: { readonly model: ReceiptModel }) {
  const picked = model.picked.value;
  const { current: sales } = model.sales.value;
  const by = choice.value;
  // The book is written in place: its total tells whether there is something new.
  const printed = useMemo(() => printPlayground(sales, picked, by), [sales, sales.total, picked, by]);
  return (
    <div role="group" aria-label="Kassabon">
      {sales.total === 0 ? (
        <EmptyReceipt />
      ) : (
        <ReceiptPaper title="Kassabon" receipt={printed} total="Jouw functie">
          <p>
            Per miljoen keer: {perMillionEuro(sales.counted(), by)}
            <br />
            De klok meet hier in stappen van{' '}
            {decimal(model.clockStepMs.value, stepDecimals(model.clockStepMs.value))} ms.
          </p>
          {hasCourse && (
            <p>
              <a href={monthPath(monthFragment(monthOf(sales, picked, by.tariff.id)))}>
                Reken door naar een maand
              </a>
            </p>
          )}
          <details class="receipt__tariff">
            <summary>Kies een ander tarief</summary>
            <TariffPicker />
          </details>
        </ReceiptPaper>
      )}
    </div>
  );
}

/** The picked run, or else the last warm one, as the run of a month; the last cold start with it. */
function monthOf(sales: Sales, pickedId: string | null, tariffId: string) {
  const run = sales.find(pickedId) ?? sales.lastWarm ?? sales.last;
  const initMs = run?.usage.initMs ?? sales.lastCold?.usage.initMs ?? 0;
  return {
    durationMs: run?.usage.durationMs ?? 0,
    memoryMb: run?.usage.memoryMb ?? 128,
    initMs,
    tariffId,
  };
}

/** Enough to show the first digit of the step: Node's clock is a hundred times as fine as a browser's. */
function stepDecimals(stepMs: number): number {
  return Math.max(1, Math.ceil(-Math.log10(stepMs)));
}
