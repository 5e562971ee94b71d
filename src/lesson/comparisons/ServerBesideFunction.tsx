/** A program and a function of this page side by side: what each has cost since it began. */

import { count } from '../../kit/numbers.ts';
import { usePlaygrounds, usePrograms } from '../../playground/index.ts';
import { ProgramMeter } from '../../playground/ProgramMeter.tsx';
import { results } from '../../playground/results/lazy.ts';

interface Props {
  readonly program: string;
  readonly functionName: string;
}

export function CompareServer({ program, functionName }: Props) {
  const server = usePrograms().get(program);
  const model = usePlaygrounds().get(functionName);
  const sales = model?.sales.value.current;
  const total = sales?.total ?? 0;
  const parts = results.value;
  const title = model?.sample.title ?? 'De functie';
  return (
    <div class="compare" role="group" aria-label="Server en functie naast elkaar">
      <div class="compare__columns">
        <div class="compare__column">
          <h3>{server?.sample.title ?? 'De server'}</h3>
          {server ? <ProgramMeter model={server} /> : <p class="empty">Nog niet geladen.</p>}
        </div>
        <div class="compare__column">
          <h3>{title}</h3>
          <p class="compare__time">{invocationsInWords(total)}</p>
          {sales && parts && total > 0 && (
            <div class="receipt-shadow">
              <parts.ReceiptPaper
                title="Alle aanroepen"
                receipt={parts.printVisit(sales.counted().map(({ usage }) => ({ title, usage })))}
                total="Samen"
              />
            </div>
          )}
        </div>
      </div>
    </div>
  );
}

function invocationsInWords(total: number): string {
  if (total === 0) return 'Nog niet aangeroepen, dus nog niets te betalen.';
  return `${count(total, 'aanroep', 'aanroepen')} tot nu toe. Daartussen kost de functie niets.`;
}
