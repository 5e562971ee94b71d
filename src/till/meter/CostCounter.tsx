/**
 * The till bar on every page: what the functions of this visit cost beside an always-on server that costs
 * money every second. Not a live region: it changes all the time, and a run's result is told elsewhere. Its dialogs are
 * `dialogs.tsx`. On the front page it is no bar but a receipt (`.bill` in `till.css`).
 */
import { useRef, useState } from 'preact/hooks';
import { Dialog } from '../../kit/Dialog.tsx';
import { FetchFailed } from '../../kit/FetchFailed.tsx';
import { count, elapsed } from '../../kit/numbers.ts';
import { useReading } from '../../kit/use-reading.ts';
import { serverPerMonthEuro } from '../prices/server-price.ts';
import { pricing } from '../visit/lazy-pricing.ts';
import { invocations, isVisitKnown, purchases, visitMs } from '../visit/visit.ts';
import { FunctionsAmount } from './FunctionsAmount.tsx';
import { ServerAmount } from './ServerAmount.tsx';

type Lazy<T> = T | 'fetching' | 'failed' | null;

export function CostCounter() {
  /** What the two dialogs hold is fetched when one is opened: most pages are read without. */
  const [parts, setParts] = useState<Lazy<typeof import('./dialogs.tsx')>>(null);
  const [isPerMillion, setPerMillion] = useState(false);
  const receipt = useRef<HTMLDialogElement>(null);
  const facts = useRef<HTMLDialogElement>(null);
  const [ms, till] = useReading<number, HTMLDivElement>(visitMs, 1_000, isVisitKnown.value);
  /** What ran and how long the server has been on; null until it is known. */
  const total = ms === null ? null : invocations.value;

  function fetchParts(): void {
    setParts('fetching');
    import('./dialogs.tsx').then(setParts, () => setParts('failed'));
  }

  function open(dialog: typeof receipt): void {
    if (!hasParts(parts)) fetchParts();
    dialog.current?.showModal();
  }

  return (
    <>
      <div
        ref={till}
        class="till"
        role="group"
        aria-label="Kostenteller"
        data-per-million={isPerMillion ? '' : undefined}
      >
        <div class="till__meters">
          <div class="meter" role="group" aria-label="Jouw functies">
            <span class="meter__name" aria-hidden="true">
              Jouw functies
            </span>
            <FunctionsAmount />
            <span class="meter__note">{total === null ? '…' : noteOf(total, isPerMillion)}</span>
          </div>
          <div class="meter meter--server" role="group" aria-label="Altijd-aan-server">
            <span class="meter__name" aria-hidden="true">
              Altijd-aan-server
            </span>
            <ServerAmount />
            <span class="meter__note">
              {isPerMillion
                ? `per maand: ${serverPerMonthEuro}`
                : ms === null
                  ? '…'
                  : `loopt al ${elapsed(ms)}`}
            </span>
          </div>
        </div>
        <div class="till__actions">
          {/* Beside the amounts where there is room; on a phone above them, when it is asked for. */}
          <div class="till__more" id="meer" popover="auto">
            <button type="button" aria-pressed={isPerMillion} onClick={() => setPerMillion(!isPerMillion)}>
              Per miljoen
            </button>
            <button type="button" aria-haspopup="dialog" onClick={() => open(facts)}>
              Welke server?
            </button>
          </div>
          <button type="button" class="till__unfold" popovertarget="meer">
            Meer
          </button>
          <button type="button" aria-haspopup="dialog" onClick={() => open(receipt)}>
            Bon<span class="till__long"> van dit bezoek</span>
          </button>
        </div>
      </div>
      <Dialog dialog={facts} title="Welke server is dat?">
        {hasParts(parts) ? <parts.ServerFacts /> : <Waiting parts={parts} retry={fetchParts} />}
      </Dialog>
      <Dialog dialog={receipt} title="Bon van dit bezoek">
        {hasParts(parts) ? <parts.VisitReceipt /> : <Waiting parts={parts} retry={fetchParts} />}
      </Dialog>
    </>
  );
}

function noteOf(total: number, isPerMillion: boolean): string {
  if (!isPerMillion) return count(total, 'aanroep', 'aanroepen');
  if (total === 0) return 'per miljoen keer: nog niets gedraaid';
  return `per miljoen keer: ${pricing.value?.perMillionEuro(purchases.value) ?? '…'}`;
}

function hasParts<T extends object>(parts: Lazy<T>): parts is T {
  return typeof parts === 'object' && parts !== null;
}

function Waiting({ parts, retry }: { readonly parts: Lazy<object>; readonly retry: () => void }) {
  if (parts === 'failed') return <FetchFailed what="Dit deel van de site" retry={retry} />;
  return <p role="status">Even wachten …</p>;
}
