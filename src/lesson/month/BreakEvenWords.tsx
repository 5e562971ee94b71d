/** The break-even point in words: where it lies, why, and whether the server could do the work at all. */
import { type AlwaysOnExtra, HOURS_PER_MONTH, type Tariff } from '../../billing/index.ts';
import { perDay } from '../../billing/month.ts';
import { count } from '../../kit/numbers.ts';
import { tariffName } from '../../till/index.ts';
import { euroOf, roughCount } from '../../till/prices/euros.ts';
import { burstInWords } from '../../till/prices/server-words.ts';
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
  const burst = burstInWords(server);
  return (
    <div class="month__words">
      <p role="status">
        Bij <strong>{count(model.perDay.value, 'aanroep', 'aanroepen')} per dag</strong> kost {name} (
        {chosen.tariff.region}) <strong>{functionEuro}</strong> per maand, en {server.product} (
        {serverInWords(model)}) <strong>{serverEuro}</strong>.{' '}
        {model.isServerCheaper.value
          ? 'Hier is altijd aan goedkoper.'
          : 'Hier is betalen per gebruik goedkoper.'}
      </p>
      <p>{pointInWords(point, name, server.product)}</p>
      <p>{lineInWords(chosen.tariff, model.freeTier.value, model.chosenBeside.value !== null)}</p>
      <p>
        Kan de server dit aan? Gemiddeld {busyInWords(model.busyAtOnce.value)} tegelijk bezig, en in een piek
        meer. De server heeft {server.limits.vcpu} vCPU en {server.limits.memoryMb.toLocaleString('nl')} MB
        geheugen, en daar wil het besturingssysteem ook een deel van. Of dat genoeg is, weet je pas als je het
        meet.
      </p>
      {burst !== null && (
        <p>
          {burst} {surplusInWords(model)}
        </p>
      )}
    </div>
  );
}

/** Why the line of this tariff goes as it goes: what it includes, what moves it, and what it does not price. */
export function lineInWords(
  { components, credits, included, freeTier }: Tariff,
  hasFreeTier: boolean,
  /** A gateway and stores are counted in it, of which each call costs something. */
  hasBeside = false,
): string {
  const rules = components.map(({ rule }) => rule);
  const pricesMemory = rules.some((rule) => rule.endsWith('memory-time') && !/ready|idle/.test(rule));
  const pricesWaiting = pricesMemory || rules.some((rule) => /^(allocated|instance)-cpu-time$/.test(rule));
  const flat = !hasBeside && (included !== undefined || (hasFreeTier && freeTier !== null));
  const line = credits
    ? 'Deze lijn gaat in treden omhoog: eerst is er het vaste bedrag, en daarboven koop je telkens een heel pakket credits.'
    : flat
      ? 'Eerst is deze lijn vlak: tot daar zit alles in het vaste bedrag of in het gratis tegoed. Daarna loopt ze op met de drukte.'
      : 'Een aanroep kost telkens ongeveer hetzelfde, dus loopt die lijn op met de drukte.';
  const moves = pricesMemory
    ? 'Langere aanroepen en meer geheugen schuiven het naar links.'
    : pricesWaiting
      ? 'Langere aanroepen schuiven het naar links.'
      : 'Meer processortijd schuift het naar links. Wachten en geheugen hebben bij dit tarief geen prijs.';
  return `${line} De server kost altijd hetzelfde: een vlakke lijn. Waar ze kruisen, ligt het omslagpunt. ${moves}`;
}

/** "us-east-1, met publiek adres, zonder schijf": what its amount is for. */
function serverInWords(model: MonthModel): string {
  const month = model.chosenServer.value;
  if (month === null) return '';
  const { server, unpriced } = month;
  const parts = [server.region];
  if (server.role === 'server') {
    const has = (isTicked: boolean, extra: AlwaysOnExtra) => isTicked && !unpriced.includes(extra);
    parts.push(has(model.address.value, 'public-ipv4') ? 'met publiek adres' : 'zonder publiek adres');
    parts.push(
      has(model.disk.value, 'disk') || server.included.includes('disk') ? 'met schijf' : 'zonder schijf',
    );
  }
  return parts.join(', ');
}

/** Of how many are at work at once, on average: one is not "1 aanroepen". */
export function busyInWords(busy: number): string {
  const shown = busy.toLocaleString('nl', { maximumSignificantDigits: 2 });
  return shown === '1' ? 'is er nu 1 aanroep' : `zijn er nu ${shown} aanroepen`;
}

function surplusInWords({ busyVcpu, surplus }: MonthModel): string {
  const usd = surplus.value;
  if (usd === null) return '';
  const busy = busyVcpu.value.toLocaleString('nl', { maximumSignificantDigits: 2 });
  const use = `Rekent elke aanroep al die tijd op één processor, dan gebruikt hij er nu gemiddeld ${busy}.`;
  return usd === '0'
    ? `${use} Dat kan.`
    : `${use} Dat kost ${euroOf(usd)} per maand extra, en dat staat niet in de grafiek.`;
}

function pointInWords(point: number | null, name: string, server: string): string {
  if (point === null) return `${name} wordt bij geen enkel aantal duurder dan ${server}.`;
  if (point === 0) {
    return `${name} kost al meer dan ${server} als niemand iets aanroept: er zit een vast bedrag per maand in.`;
  }
  const perSecond = point / SECONDS_PER_MONTH;
  const rate = perSecond.toLocaleString('nl', { maximumSignificantDigits: 2 });
  return `Het omslagpunt ligt bij ongeveer ${roughCount(perDay(point))} aanroepen per dag (${roughCount(point)} per maand, gemiddeld ${rate} per seconde). Daarboven is altijd aan goedkoper.`;
}
