/** The break-even point in words: where it lies, why, and whether the server could do the work at all. */
import { HOURS_PER_MONTH } from '../../billing/index.ts';
import { perDay } from '../../billing/month.ts';
import { tariffName } from '../../till/index.ts';
import { euroOf, roughCount } from '../../till/prices/euros.ts';
import type { MonthModel } from './month-model.ts';

const SECONDS_PER_MONTH = HOURS_PER_MONTH * 3_600;

export function BreakEvenWords({ model }: { readonly model: MonthModel }) {
  const chosen = model.chosen.value;
  const server = model.server.value;
  if (chosen === null || server === null) return null;
  const name = tariffName(chosen.tariff);
  const point = model.breakEvens.value.get(chosen.tariff.id) ?? null;
  const now = model.perMonthNow.value;
  const functionEuro = euroOf(chosen.month.costAt(now));
  const serverEuro = euroOf(model.serverUsd.value);
  const isServerCheaper = point !== null && now >= point;
  return (
    <div class="month__words">
      <p role="status">
        Bij <strong>{model.perDay.value.toLocaleString('nl')} aanroepen per dag</strong> kost {name}{' '}
        <strong>{functionEuro}</strong> per maand, en {server.product} <strong>{serverEuro}</strong>.{' '}
        {isServerCheaper ? 'Hier is altijd aan goedkoper.' : 'Hier is betalen per gebruik goedkoper.'}
      </p>
      <p>{pointInWords(point, name, server.product)}</p>
      <p>
        Een aanroep kost telkens ongeveer hetzelfde, dus loopt die lijn op met de drukte. De server kost
        altijd hetzelfde: een vlakke lijn. Waar ze kruisen, ligt het omslagpunt. Langere aanroepen en meer
        geheugen schuiven het naar links.
      </p>
      <p>
        Kan de server dit aan? Gemiddeld zijn er nu{' '}
        {model.busyAtOnce.value.toLocaleString('nl', { maximumSignificantDigits: 2 })} aanroepen tegelijk
        bezig, en in een piek meer. De server heeft {server.limits.vcpu} vCPU en{' '}
        {server.limits.memoryMb.toLocaleString('nl')} MB geheugen. Of dat genoeg is, weet je pas als je het
        meet.
      </p>
    </div>
  );
}

function pointInWords(point: number | null, name: string, server: string): string {
  if (point === null) return `${name} wordt bij geen enkel aantal duurder dan ${server}.`;
  if (point === 0) {
    return `${name} kost al meer dan ${server} als niemand iets aanroept: er zit een vast bedrag per maand in.`;
  }
  const perSecond = point / SECONDS_PER_MONTH;
  const rate = perSecond.toLocaleString('nl', { maximumSignificantDigits: 2 });
  return `Het omslagpunt ligt bij ongeveer ${roughCount(perDay(point))} aanroepen per dag (${roughCount(point)} per maand, gemiddeld ${rate} per seconde). Daarboven is ${server} goedkoper dan ${name}.`;
}
