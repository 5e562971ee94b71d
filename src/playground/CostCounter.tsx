/**
 * The till bar on every page: what the functions of this visit cost beside an always-on server that costs
 * money every second. Not a live region: it changes every frame, and a run's result is told elsewhere.
 */
import { useRef, useState } from 'preact/hooks';
import { FunctionsAmount } from './FunctionsAmount.tsx';
import { count, elapsed } from './numbers.ts';
import { perMillionEuro, server, serverPerMonthEuro } from './pricing.ts';
import { ServerAmount } from './ServerAmount.tsx';
import { ServerFacts } from './ServerFacts.tsx';
import { useEverySecond } from './use-every-second.ts';
import { VisitReceipt } from './VisitReceipt.tsx';
import { invocations, purchases, visitMs } from './visit.ts';

export function CostCounter() {
  const [isPerMillion, setPerMillion] = useState(false);
  const receipt = useRef<HTMLDialogElement>(null);
  const facts = useRef<HTMLDialogElement>(null);
  const ms = useEverySecond(visitMs) ?? 0;
  const isOnClient = ms > 0;
  const total = isOnClient ? invocations.value : 0;
  return (
    <>
      <div
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
            <span class="meter__note">
              {isPerMillion
                ? total > 0
                  ? `per miljoen keer: ${perMillionEuro(purchases.value)}`
                  : 'per miljoen keer: nog niets gedraaid'
                : count(total, 'aanroep', 'aanroepen')}
            </span>
          </div>
          <div class="meter meter--server" role="group" aria-label="Altijd-aan server">
            <span class="meter__name" aria-hidden="true">
              Altijd-aan server
            </span>
            <ServerAmount />
            <span class="meter__note">
              {isPerMillion ? `per maand: ${serverPerMonthEuro}` : `loopt al ${elapsed(ms)}`}
            </span>
          </div>
        </div>
        <div class="till__actions">
          <button type="button" aria-pressed={isPerMillion} onClick={() => setPerMillion(!isPerMillion)}>
            Per miljoen
          </button>
          <button type="button" aria-haspopup="dialog" onClick={() => facts.current?.showModal()}>
            Welke server?
          </button>
          <button type="button" aria-haspopup="dialog" onClick={() => receipt.current?.showModal()}>
            Bon<span class="till__long"> van dit bezoek</span>
          </button>
        </div>
      </div>
      <ServerFacts dialog={facts} server={server} />
      <VisitReceipt dialog={receipt} />
    </>
  );
}
